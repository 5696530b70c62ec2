"""A press release: third person, no praise, nothing that the brief does not say; no quotations and no dates of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, finish, join, said, text_of
from tools.text.embedded.points import Point
from tools.text.embedded.texts import bare, capital, joint, lower

from .parts import headings, last_resort

_I_OR_YOU: Final = {
    "en": re.compile(r"\b(?:we|us|our|ours|you|your|yours)\b", re.I),
    "es": re.compile(r"\b(?:nosotr[oa]s|nuestr[oa]s?|tú|tus?|te|usted(?:es)?)\b", re.I),
    "de": re.compile(r"\b(?:wir|uns|unser\w*|du|dein\w*|dir|dich|Ihnen|Ihre?[nmrs]?)\b"),
    "fr": re.compile(r"\b(?:nous|notre|nos|vous|votre|vos|tu|ton|ta|tes)\b", re.I),
    "zh": re.compile("[我你您]|咱们"),
}
_LONGEST_LEAD = 320


def write(desk: Desk) -> list[Piece]:
    """Pieces in reading order, their part in ``Piece.role``: headline, lead, body (two to four), boilerplate."""
    out: list[Piece] = []
    points = _sober(desk)
    if line := desk.first(_headlines(desk, points), 100) or last_resort(desk, 100):
        out.append(desk.take(line, "headline", "headline"))
    if line := _lead(desk, points):
        out.append(desk.take(line, "lead", "lead"))
    for idea, line in _body(desk, points[1:]):
        if not desk.bans(text_of(line)):
            out.append(desk.take(line, "body", idea))
    if line := _boilerplate(desk):
        out.append(desk.take(line, "boilerplate", "boilerplate"))
    return out


def _sober(desk: Desk) -> list[Point]:
    """Facts that speak in the third person first; one that says "we" or "your" only where there is no other."""
    usable = [p for p in desk.points if not desk.bans(p.text)]
    plain = [p for p in usable if not _I_OR_YOU[desk.language].search(p.text)]
    return plain or usable


def _headlines(desk: Desk, points: list[Point]) -> Iterator[Line]:
    yield from desk.fitted("press headline")
    for point in points:
        yield from headings(desk, point)
    if desk.subject.product:
        yield said(capital(bare(text_of(desk.subject.product))), "product")


def _lead(desk: Desk, points: list[Point]) -> Line | None:
    what = desk.first((finish(line, desk.language) for line in desk.fitted("press is")), _LONGEST_LEAD)
    told = [desk.tell(p) if what and desk.subject.named else _third(desk, p) for p in points[:1]]
    if told and not desk.subject.name and points[0].shape == "verb":
        what = None  # "The bakery in Porto delivers ..." says both
    lines = [line for line in (what, *told) if line]
    return join(lines, desk.language) if lines else desk.subject.label or None


def _third(desk: Desk, point: Point) -> Line:
    """A fact as a sentence with no "our" in it."""
    if desk.language == "en" and point.shape == "verb" and not desk.subject.plural:
        who: Line = desk.subject.name if desk.subject.named else (Bit("The "), *desk.subject.here)
        if desk.subject.named or desk.subject.here:
            return finish((*who, Bit(" "), *said(lower(point.text, "en"), point.fact)), "en")
    return finish(said(capital(point.text), point.fact), desk.language)


def _body(desk: Desk, points: list[Point]) -> Iterator[tuple[str, Line]]:
    told = [desk.tell(p) for p in points[:6]]
    if told:
        intro = desk.first(desk.fitted("press facts" if len(told) > 1 else "press fact"))
        body = join(told, desk.language)
        yield "facts", (*intro, Bit(joint(desk.language)), *body) if intro else body
    if not desk.has("inside") and (whom := desk.first(desk.fitted("press whom"))):
        yield "audience", whom
    if offer := desk.first(finish(line, desk.language) for line in desk.fitted("press offer")):
        yield "offer", offer
    if not told and (more := desk.first(desk.fitted("press thin"))):
        yield "questions", more
    if note := desk.first(desk.fitted("press note")):
        yield "sources", note


def _boilerplate(desk: Desk) -> Line | None:
    known = desk.points or desk.has("brand")  # else the headline has said it all
    about = desk.first(desk.fitted("press about" if known else "press contact"))
    web = desk.first(desk.fitted("press web"))
    return join([line for line in (about, web) if line], desk.language) or None
