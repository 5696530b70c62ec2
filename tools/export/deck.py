"""What a copy deck holds: the message house, and every text with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from core.brief import Fact
from core.copydeck import Copy, Piece
from core.direction import Palette
from tools.export.labels import table


@dataclass(frozen=True)
class Message:
    """The message house: what is promised, why it is true, and what the reader should do."""

    promise: str = ""
    proofs: tuple[str, ...] = ()
    offer: str = ""
    cta: str = ""
    audience: str = ""
    goal: str = ""

    def rows(self, language: str = "en") -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Label, in the language, and lines of every part that has words, in reading order."""
        ui = table("deck", language)
        parts = (
            ("promise", (self.promise,)),
            ("audience", (self.audience,)),
            ("goal", (self.goal,)),
            ("proofs", self.proofs),
            ("offer", (self.offer,)),
            ("cta", (self.cta,)),
        )
        return tuple((ui[key], kept) for key, lines in parts if (kept := tuple(x for x in lines if x.strip())))


@dataclass(frozen=True)
class Section:
    """Everything written in one language."""

    language: str
    copies: tuple[Copy, ...]


@dataclass(frozen=True)
class Picture:
    """A picture shown in the deck. PNG or JPEG bytes."""

    data: bytes
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Deck:
    """A copy deck. ``limits`` maps a role to the most characters a piece of it may have; absent or 0 is none."""

    title: str
    brand: str
    message: Message = Message()
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    palette: Palette | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    """Heading of a role where its own name, tidied, does not serve."""

    @property
    def language(self) -> str:
        """The language of its labels: the campaign's first."""
        return self.sections[0].language if self.sections else "en"

    def name(self, role: str) -> str:
        """Heading of a role."""
        return self.names.get(role) or role_name(role, self.language)


def role_name(role: str, language: str) -> str:
    """What a person calls a kind of text."""
    known = table("facts", language)["roles"].get(role.replace("-", "_"))
    return known or ROLE_NAMES.get(role) or role.replace("_", " ").replace("-", " ").capitalize()


def source_name(source: str, language: str) -> str:
    """Where a fact is known from, in words: "the brief" in the language, "our suggestion" for what we proposed."""
    ui = table("deck", language)
    return str(
        ui["suggested"] if source == "suggested" else ui["brief"] if source in ("", "the brief", "brief") else source
    )


ROLE_NAMES: Mapping[str, str] = {
    "headlines": "Headlines",
    "sub": "Supporting lines",
    "bullets": "Benefits",
    "primary": "Primary text",
    "long": "Long copy",
    "script": "Film script",
    "onscreen": "Words on screen",
    "meta": "Search description",
    "alt": "Alternative texts",
}


class Run(NamedTuple):
    """A stretch of a piece, and the ids of the facts it rests on."""

    text: str
    facts: tuple[str, ...]


def runs(piece: Piece) -> Iterator[Run]:
    """Cut a piece where its citations begin and end. Spans outside the text are clipped."""
    edges = {0, len(piece.text)}
    for cite in piece.cites:
        edges.update(min(max(x, 0), len(piece.text)) for x in (cite.start, cite.end))
    marks = sorted(edges)
    for a, b in zip(marks, marks[1:], strict=False):
        facts = tuple(dict.fromkeys(c.fact for c in piece.cites if c.start <= a and b <= c.end))
        yield Run(piece.text[a:b], facts)


def cited(piece: Piece) -> tuple[str, ...]:
    """Ids of the facts that a piece rests on, in the order of their spans."""
    return tuple(dict.fromkeys(c.fact for c in sorted(piece.cites, key=lambda c: (c.start, c.end, c.fact))))
