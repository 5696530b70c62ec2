"""A press release: third person, no praise, nothing that the brief does not say; no quotations and no dates of ours.

The headline and the lead carry the news (who, what, when, where, and what is offered), the body the other facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, finish, join, opened, said, text_of
from tools.text.embedded.points import Point
from tools.text.embedded.texts import bare, capital, lower
from tools.text.embedded.themes import about

from .parts import headings, last_resort, namings, pair, telling

_I_OR_YOU: Final = {
    "en": re.compile(r"\b(?:we|us|our|ours|you|your|yours)\b", re.I),
    "es": re.compile(r"\b(?:nosotr[oa]s|nuestr[oa]s?|tú|tus?|te|usted(?:es)?)\b", re.I),
    "de": re.compile(r"\b(?:wir|uns|unser\w*|du|dein\w*|dir|dich|Ihnen|Ihre?[nmrs]?)\b"),
    "fr": re.compile(r"\b(?:nous|notre|nos|vous|votre|vos|tu|ton|ta|tes)\b", re.I),
    "zh": re.compile("[我你您]|咱们"),
}
_LONGEST_LEAD = 320
_HEADLINE = 100


def write(desk: Desk) -> list[Piece]:
    """Pieces in reading order, their part in ``Piece.role``: headline, lead, body (none to two), boilerplate."""
    out: list[Piece] = []
    points = _sober(desk)
    if line := desk.first(_headlines(desk, points), _HEADLINE) or last_resort(desk, _HEADLINE):
        out.append(desk.take(line, "headline", "headline"))
    lead, left = _lead(desk, points)
    if lead and not (out and out[0].text.strip(" .").casefold() == text_of(lead).strip(" .").casefold()):
        out.append(desk.take(lead, "lead", "lead"))
    if left:
        told = telling(desk, left) if desk.subject.named else [_third(desk, p) for p in left]
        out.append(desk.take(join(told, desk.language), "body", "facts"))
    if line := _boilerplate(desk):
        out.append(desk.take(line, "boilerplate", "boilerplate"))
    return out


def _sober(desk: Desk) -> list[Point]:
    """Facts that speak in the third person first, of those the ones that name a time; one with "we" or "your" only where there is no other."""
    usable = [p for p in desk.points if not desk.bans(p.text)]
    plain = [p for p in usable if not _I_OR_YOU[desk.language].search(p.text)]
    deeds = desk.language == "en" and not desk.subject.name  # without a name, what it does says what it is
    return sorted(
        plain or usable, key=lambda p: (not (deeds and p.shape == "verb"), not about(p.text, "time", desk.language))
    )


def _third_person(desk: Desk, slot: str) -> Line:
    """Words of the brief, where they speak neither of "us" nor to "you"."""
    line = desk.values.get(slot, ())
    return line if line and not _I_OR_YOU[desk.language].search(text_of(line)) else ()


def _headlines(desk: Desk, points: list[Point]) -> Iterator[Line]:
    """Who does what: the client's own line, the offer, a fact, or what it is."""
    who = desk.values.get("name") or next(namings(desk), None) or ()
    if who and (news := _third_person(desk, "title")):
        yield news if text_of(who).casefold() in text_of(news).casefold() else pair(desk, opened(who), news)
    if who and (offer := _third_person(desk, "offer")):
        yield pair(desk, opened(who), offer)
    if not points and not who and desk.subject.label:
        yield desk.subject.label
    for point in points[:3]:
        if desk.subject.named and desk.language == "en" and point.shape == "verb" and not desk.subject.plural:
            yield (*desk.subject.name, Bit(" "), *said(lower(point.text, "en"), point.fact))
        elif point.shape == "verb" and not desk.subject.name and desk.subject.here and not desk.subject.plural:
            yield (*opened(desk.subject.here), Bit(" "), *said(lower(point.text, "en"), point.fact))
    for point in points[:3]:
        if who:
            yield pair(desk, opened(who), said(point.text, point.fact))
    yield from desk.fitted("press headline")
    for point in points:
        yield from headings(desk, point)
    if desk.subject.product:
        yield said(capital(bare(text_of(desk.subject.product))), "product")


def _lead(desk: Desk, points: list[Point]) -> tuple[Line, list[Point]]:
    """What it is, when it is on, what is offered; and the facts that the lead has not told."""
    what = desk.first((finish(line, desk.language) for line in desk.framed("product")), _LONGEST_LEAD)
    first = points[0] if points else None
    whole = bool(first) and first is not None and first.shape == "verb" and not desk.subject.name
    lines = [line for line in (None if whole else what,) if line]
    left = list(points)
    for i, point in enumerate(points[:2] if desk.subject.name else points[:5]):
        it = desk.subject.named and (what if i == 0 else points[i - 1].shape == "verb")
        told = _third(desk, point) if not desk.subject.named else desk.tell(point, first=not it)
        if lines and len(text_of(join([*lines, told], desk.language))) > _LONGEST_LEAD:
            break
        lines.append(told)
        left.remove(point)
        if desk.subject.name and about(point.text, "time", desk.language):
            break  # who, what and when: the rest is for the body
    if offer := _third_person(desk, "offer"):
        news = next(desk.fitted("press offer"), None)
        lines.append(finish(news or opened(offer), desk.language))
    return join(lines, desk.language) or desk.subject.label, left


def _third(desk: Desk, point: Point) -> Line:
    """A fact as a sentence with no "our" in it."""
    if desk.language == "en" and point.shape == "verb" and not desk.subject.plural:
        who: Line = desk.subject.name if desk.subject.named else (Bit("The "), *desk.subject.here)
        if desk.subject.named or desk.subject.here:
            return finish((*who, Bit(" "), *said(lower(point.text, "en"), point.fact)), "en")
    return finish(said(capital(point.text), point.fact), desk.language)


def _boilerplate(desk: Desk) -> Line | None:
    """Whom it is for and where there is more."""
    whom = (
        desk.first(finish(line, desk.language) for line in desk.fitted("press whom"))
        if not desk.has("inside")
        else None
    )
    web = desk.first(finish(line, desk.language) for line in desk.fitted("press web"))
    return join([line for line in (whom, web) if line], desk.language) or None
