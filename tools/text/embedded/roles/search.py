"""Responsive search ads: short lines that stand in any order, each another idea, none with an exclamation mark.

Google Ads shows them mixed and refuses an exclamation mark in a headline; length counts wide characters twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line, opened, text_of
from tools.text.limits import limit as field_limit

from .parts import Segments, alone, cta_line, fit_segments, headings, introduction, last_resort, named, offer_line, pair

Angle = tuple[str, Iterator[Line]]


def write_headlines(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` headlines within ``request.limit`` (Google's 30)."""
    limit = desk.request.limit or field_limit("google_ads", "headline")
    out: list[Piece] = []
    for idea, lines in _angles(desk):
        if len(out) >= desk.request.count:
            break
        line = desk.first((line for line in lines if not _loud(line)), limit)
        if line:
            out.append(desk.take(line, "search_headline", idea))
    if not out and (line := last_resort(desk, limit)):
        out.append(desk.take(line, "search_headline", "name"))
    return out


def _angles(desk: Desk) -> Iterator[Angle]:
    facts = [(desk.idea(f"fact {i + 1}", p), headings(desk, p)) for i, p in enumerate((*desk.points, *desk.inner))]
    facts = [(f"{idea} {i + 1}" if idea == "verbatim" else idea, lines) for i, (idea, lines) in enumerate(facts)]
    yield "name", desk.fitted("search name")
    yield "what", (line for kind in ("search what", "search noun") for line in desk.fitted(kind))
    yield "place", iter([opened(desk.values["spot"])] if desk.has("spot") else [])
    yield from facts[:2]
    yield "offer", iter([desk.values[k] for k in ("offer",) if k in desk.values])
    yield "audience", _audience(desk)
    yield "question", desk.fitted("search ask")
    yield from facts[2:5]
    yield "invitation", iter([desk.values[k] for k in ("cta",) if k in desk.values])
    yield "more", desk.fitted("search more")
    name, noun = (text_of(desk.values.get(k, ())).casefold() for k in ("name", "noun"))
    yield "name and what", iter(()) if noun and noun in name else desk.fitted("search pair")
    yield from facts[5:8]


def _audience(desk: Desk) -> Iterator[Line]:
    if not desk.has("inside"):
        yield from desk.fitted("search for")
    yield from desk.fitted("search whom")


def _loud(line: Line) -> bool:
    return any(c in "!！¡" for c in text_of(line))


def write_descriptions(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` descriptions within ``request.limit`` (Google's 90)."""
    limit = desk.request.limit or field_limit("google_ads", "description")
    out: list[Piece] = []
    for idea, tries in _ideas(desk):
        if len(out) >= desk.request.count:
            break
        line = next((whole for segments in tries if (whole := fit_segments(desk, segments, limit))), None)
        if line:
            out.append(desk.take(line, "search_description", idea))
    if not out and (line := last_resort(desk, limit)):
        out.append(desk.take(line, "search_description", "name"))
    return out


def _ideas(desk: Desk) -> Iterator[tuple[str, Iterator[Segments]]]:
    cta = cta_line(desk)
    told = [alone(desk, p) for p in desk.points]
    opening = introduction(desk)
    who = named(desk)
    yield "product", iter([[*((line, i == 0) for i, line in enumerate(opening)), (cta, False)]] if opening else [])
    yield "facts", iter([[(t, True), (u, False), (cta, False)] for t, u in _pairs(told)[:2]])
    yield "offer", iter([[(offer_line(desk), True), (cta, False)]])
    if desk.has("audience") and not desk.has("inside") and told:
        yield "audience", iter([[(line, True), (told[-1], True)] for line in desk.framed("audience")])
    if who and (offer := desk.values.get("offer")):
        yield "name and offer", iter([[(pair(desk, opened(who), offer), True)]])
    yield "more facts", iter([[(t, True), (u, False)] for t, u in _pairs(told[2:])])


def _pairs(told: list[Line]) -> list[tuple[Line, Line | None]]:
    """Neighbours, two by two from the second one on, so that the first fact is not told twice."""
    rest = told[1:]
    return [(line, rest[i + 1] if i + 1 < len(rest) else None) for i, line in enumerate(rest)]
