"""A writer's desk for one request: what may be said, in which order it is tried, and what has been said already."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.copydeck import Piece
from core.requests import TextRequest
from tools.checks.wording import banned_in, own_clauses
from tools.text.limits import count

from . import domains
from .address import address
from .colons import small_after_colon
from .likeness import alike, same, tokens
from .line import Bit, Line, fill, finish, piece, said, slots_of, text_of
from .packs import Phrase, frames
from .points import Point, points
from .shares import claims_nothing, dealt
from .subject import Subject, subject
from .texts import WRITTEN, capital, clean, lower, primary
from .tones import UNASKED, clashes, rank
from .values import values

SOBER = frozenset({"press", "email", "long"})
"""Roles that say what a thing is in a whole sentence, where there is one."""
_WHOLE = frozenset({"phrase", "thing", "alone", "here"})
"""Slots that may name the audience already."""
_NAMES: Final = frozenset({"name", "named", "brand"})
_WHAT: Final = frozenset({"noun", "anoun", "phrase", "thing", "product", "ourphrase"})
"""Slots that may hold the name already."""
_LOUD = re.compile("[!！¡]").search
_BRAND_IS = re.compile(r"\{brand\}\s?[:：—–]\s?\{|\{brand\}是\{")


class Desk:
    """Everything about one request. Remembers the lines taken, so that none comes twice."""

    def __init__(self, request: TextRequest) -> None:
        self.request = request
        self.language = primary(request.language)
        self.written = self.language in WRITTEN
        self.subject: Subject = subject(request)
        found = points(request.facts, self.subject.seen, self.language)
        phrase = text_of(self.subject.phrase or self.subject.thing).casefold()
        self.inner: tuple[Point, ...] = tuple(p for p in found if p.text.casefold() in phrase)
        """What the noun phrase says already ("... with vegan brunch"): good for a headline, a repetition in a text."""
        self.points: tuple[Point, ...] = tuple(p for p in found if p not in self.inner)
        self.domain = request.domain
        spoken_of = f"{request.product} {request.category}"
        self.topics = domains.topics(spoken_of, self.domain, self.language)
        asked = domains.mood(request.tone, self.domain)
        self.tone = domains.TONE_OF_MOOD.get(asked, asked)
        self.address = request.address or address(
            self.language, request.tone, self.domain, " ".join([request.voice, request.cta, request.offer])
        )
        self.avoid = tuple(clean(a) for a in request.avoid if clean(a))
        self.used: set[str] = {
            same(a) for a in (*self.avoid, *(map(clean, request.context) if request.role != "onscreen" else ()))
        }
        self.taken: list[frozenset[str]] = []
        self.values: dict[str, Line] = values(request, self.subject, self.language)
        brand, name = clean(request.brand).casefold(), text_of(self.subject.name).casefold()
        self.maker_only = self.subject.named and bool(brand) and brand not in name and name not in brand
        """The brand makes the thing and is not it: "Acme: a lamp" would be wrong of a lamp that is called Lumo."""

    def has(self, *names: str) -> bool:
        """Whether each of these slots has a value."""
        return all(name in self.values for name in names)

    @property
    def lively(self) -> bool:
        """Whether the tone allows an exclamation mark."""
        return bool(self.request.tone) and self.tone in ("playful", "bold")

    def length(self, text: str) -> int:
        """Characters as the request's channel counts them."""
        return count(text, self.request.channel)

    # -- phrases in the order in which they are tried -----------------------------------------------------------

    def frames(self, kind: str) -> tuple[str, ...]:
        """Frames of a kind whose slots can be filled, best first."""
        found = self._ordered(frames(self.language).get(kind, ()), kind)
        if found and kind.startswith("product") and self.request.role in SOBER:
            found = tuple(sorted(found, key=frames(self.language)[kind].index))
        return tuple(self._polite(p.text) for p in found)

    def imagery(self, kind: str) -> tuple[str, ...]:
        """Lines of the reader's world that are on the very topic of the product; a line of the trade at large says nothing of it."""
        mine = (p for p in dealt(self.domain, self.language, kind, self.request.role) if p.topics)
        own = self._ordered(mine, kind)
        off = {p for p in own if self.request.tone and clashes(p, self.tone)}  # the brief's tone comes before its trade
        fresh = (self._polite(p.text) for p in own if p not in off and same(p.text) not in self.used)
        return tuple(text for text in fresh if claims_nothing(text, self.language))

    def _polite(self, text: str) -> str:
        """Chinese changes its "you" alone; other languages have lines of their own for each address."""
        return text.replace("你们", "各位").replace("你", "您") if self.address == "您" else text

    def _ordered(self, phrases: Iterable[Phrase], kind: str) -> tuple[Phrase, ...]:
        fit = [
            p for p in phrases
            if (not p.topics or p.topics & self.topics) and p.address in ("", self.address) and (self.lively or not _LOUD(p.text))
        ]  # fmt: skip
        return tuple(sorted(fit, key=lambda p: (rank(p, self.tone, bool(self.request.tone)), self.dice(kind, p.text))))

    def dice(self, *parts: str) -> str:
        """A stable draw: equal seeds and words give equal order on every machine."""
        whole = "\0".join([str(self.request.seed), *parts])
        return hashlib.blake2b(whole.encode("utf-8", "replace"), digest_size=8).hexdigest()

    # -- lines --------------------------------------------------------------------------------------------------

    def fill(self, frame: str, **more: Line) -> Line | None:
        """A frame with the request's values and ``more``."""
        if self.maker_only and _BRAND_IS.search(frame):
            return None
        slots = slots_of(frame)
        if not all(self.values.get(slot) or more.get(slot) for slot in slots):
            return None
        if "whom" in slots and self.has("inside") and not _WHOLE.isdisjoint(slots):
            return None  # "a law firm for tenants, for tenants"
        if self._twice(slots):
            return None
        return fill(frame, {**self.values, **more}, self.language)

    def _twice(self, slots: Iterable[str]) -> bool:
        """Whether a name would stand before a phrase that holds it: "Jazz del Puerto: festival de Jazz del Puerto"."""
        said = [text_of(self.values.get(slot, ())) for slot in slots if slot in _WHAT]
        names = [text_of(self.values.get(slot, ())) for slot in slots if slot in _NAMES]
        return any(
            name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", phrase, re.I) for name in names for phrase in said
        )

    def fitting(self, line: Line | None, limit: int = 0) -> bool:
        """Whether a line may be used: not empty, not too long, not said yet, no banned word in it."""
        if not line:
            return False
        text = text_of(line)
        if not text.strip() or (limit and self.length(text) > limit) or same(text) in self.used:
            return False
        if not self.used.isdisjoint(same(c) for c in own_clauses(piece(line))):
            return False
        return not self.bans(text)

    def bans(self, text: str) -> bool:
        """Whether a text holds a word or line that the request forbids."""
        return bool(self.avoid) and bool(banned_in(text, self.avoid))

    def first(self, lines: Iterable[Line | None], limit: int = 0) -> Line | None:
        """The first line that may be used."""
        return next((line for line in lines if line and self.fitting(line, limit)), None)

    def framed(self, kind: str, **more: Line) -> Iterator[Line]:
        """All frames of a kind, filled."""
        for frame in self.frames(kind):
            line = self.fill(frame, **more)
            if line:
                yield line

    def fitted(self, kind: str, **more: Line) -> Iterator[Line]:
        """Filled frames of a kind: those of the request's tone, then those of any; in each, what says most comes first."""
        found = self._ordered(frames(self.language).get(kind, ()), kind)
        given = frames(self.language).get(kind, ())
        if kind.startswith("press"):  # one sober order
            found = tuple(sorted(found, key=given.index))
        tone = self.tone if self.request.tone else UNASKED.get(self.tone, self.tone)
        toned = [p for p in found if tone in p.tones]
        for phrase in (*sorted(toned, key=_slots), *sorted((p for p in found if not p.tones), key=_slots)):
            line = self.fill(self._polite(phrase.text), **more)
            if line:
                yield line

    def drawn(self, kind: str) -> Iterator[Line]:
        """All imagery of a kind as lines."""
        yield from (said(text) for text in self.imagery(kind))

    def take(self, line: Line, role: str = "", idea: str = "") -> Piece:
        """The line as a piece; it and its imagery will not come again."""
        line = small_after_colon(line, self.language, (clean(self.request.brand), text_of(self.subject.name)))
        self.note(line)
        self.taken.append(self._tokens(line))
        return piece(line, role, idea)

    def unlike(self, line: Line) -> bool:
        """Whether a line shares less than half of its words with each piece taken so far."""
        return not any(alike(self._tokens(line), other) for other in self.taken)

    def _tokens(self, line: Line) -> frozenset[str]:
        return tokens(text_of(line), " ".join([self.request.brand, self.request.offer, self.request.cta]))

    def note(self, line: Line) -> None:
        """Remember what was said."""
        self.used.add(same(text_of(line)))
        self.used.update(same(c) for c in own_clauses(piece(line)))
        for bit in line:
            if not bit.fact and len(bit.text) > 8:
                self.used.add(same(bit.text))

    def point(self, point: Point, text: str = "") -> Line:
        """A point in its own words."""
        return said(text or point.text, point.fact)

    def tell(self, point: Point, first: bool = False) -> Line:
        """A point as a sentence. English verbs get a subject, where the brief makes clear which."""
        line = said(capital(point.text), point.fact)
        if self.language != "en" and point.shape == "verb" and first and self.subject.named:
            line = (*self.subject.name, Bit(" "), *said(point.text[:1].lower() + point.text[1:], point.fact))
        if self.language == "en" and point.shape == "verb" and not self.subject.plural:
            told = said(lower(point.text, "en"), point.fact)
            if first and self.subject.our and (self.subject.named or not self.subject.name):
                line = fill("{our} {told}", {"our": self.subject.our, "told": told}, "en") or line
            elif not first and (self.subject.named or self.subject.phrase and not self.subject.name):
                line = fill("It {told}", {"told": told}, "en") or line
        return finish(line, self.language)

    def idea(self, name: str, point: Point | None = None) -> str:
        """Name of an angle; ``verbatim`` where a fact of another language is quoted as it is."""
        return "verbatim" if point and point.foreign else name


def _slots(phrase: Phrase) -> int:
    return -len(slots_of(phrase.text))
