"""What a copy deck holds: the message house, and every text with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from core.brief import Fact
from core.copydeck import Copy, Piece
from core.direction import Palette


@dataclass(frozen=True)
class Message:
    """The message house: what is promised, why it is true, and what the reader should do."""

    promise: str = ""
    proofs: tuple[str, ...] = ()
    offer: str = ""
    cta: str = ""
    audience: str = ""
    goal: str = ""

    def rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Label and lines of every part that has words, in reading order."""
        parts = (
            ("Promise", (self.promise,)),
            ("For", (self.audience,)),
            ("Goal", (self.goal,)),
            ("Proofs", self.proofs),
            ("Offer", (self.offer,)),
            ("Call to action", (self.cta,)),
        )
        return tuple((label, kept) for label, lines in parts if (kept := tuple(x for x in lines if x.strip())))


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

    def name(self, role: str) -> str:
        """Heading of a role."""
        return self.names.get(role) or ROLE_NAMES.get(role) or role.replace("_", " ").replace("-", " ").capitalize()


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
