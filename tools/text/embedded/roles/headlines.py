"""Headlines: each another angle, the best first. The first is what the pictures show."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, fill, opened, said, text_of
from tools.text.embedded.points import Point
from tools.text.embedded.texts import lower
from tools.text.embedded.wide import wide

from .parts import headings, last_resort, measures, named, namings, pair, weighty

Angle = tuple[str, Callable[[], Iterator[Line]]]


def write(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` headlines within ``request.limit`` characters (60 where none is given)."""
    limit = desk.request.limit or 60
    out: list[Piece] = []
    for name, lines in _angles(desk):
        if len(out) >= desk.request.count:
            break
        if any(p.idea == name for p in out):
            continue
        line = desk.first((w for w in lines() if desk.unlike(w) and not wide(text_of(w), desk.language)), limit)
        if line:
            out.append(desk.take(line, "headline", name))
    if not out and (line := last_resort(desk, limit)):
        out.append(desk.take(line, "headline", "name"))
    return out


def _angles(desk: Desk) -> list[Angle]:
    """Every angle in the order in which it is tried: the client's own line before any of ours."""
    title: Angle = ("title", lambda: iter([desk.values["title"]] if desk.has("title") else []))
    image: Angle = ("imagery", lambda: desk.drawn("short"))
    turn: Angle = ("contrast", lambda: desk.drawn("turn"))
    offer: Angle = ("offer", lambda: desk.framed("headline offer"))
    name: Angle = ("product name", lambda: desk.framed("headline name"))
    audience: Angle = ("audience", lambda: desk.framed("headline audience"))
    category: Angle = ("category", lambda: _what(desk))
    invite: Angle = ("invitation", lambda: desk.framed("headline invitation"))
    told = (*desk.points, *desk.inner)
    benefits = [_benefit(desk, i) for i in range(len(told))]
    pictured = [turn, image] if desk.dice("lead") < "8" else [image, turn]
    both: Angle = ("what and fact", lambda: _both(desk))
    bold = told and weighty(told[0]) and desk.subject.name  # a date or a price alone leads nothing
    lead = [*benefits[:1]] if bold else [both, category, *benefits[:1]]
    rest = [offer, *benefits[1:2], name, audience, *benefits[2:3], category, *benefits[3:], invite]
    return [title, *lead, *rest, *(pictured if desk.subject.named else [])]


def _what(desk: Desk) -> Iterator[Line]:
    yield from desk.framed("headline category")
    yield from namings(desk)
    if desk.subject.label and not desk.subject.name:
        yield opened(desk.subject.label)


def _both(desk: Desk) -> Iterator[Line]:
    """What it is and a fact in one line, for a brief without a name."""
    for point in desk.points:
        yield from _with_subject(desk, point)


def _with_subject(desk: Desk, point: Point) -> Iterator[Line]:
    who, here = named(desk), desk.subject.here
    for form in point.short_forms:
        if point.shape == "verb" and not desk.subject.name and here and not desk.subject.plural:
            yield (*opened(here), Bit(" "), *said(lower(form, "en"), point.fact))
        elif who:
            yield pair(desk, who, said(form, point.fact))


def _benefit(desk: Desk, i: int) -> Angle:
    point = (*desk.points, *desk.inner)[i]
    title = "benefit" if i == 0 else f"benefit {i + 1}"
    if measures(point):  # the range of sizes is worth a line, and no picture's headline
        title = f"detail {i + 1}"

    def lines() -> Iterator[Line]:
        if i == 1 and point.shape == "verb" and desk.subject.name and not desk.subject.plural and desk.subject.named:
            told = fill(
                "{name} {told}", {"name": desk.subject.name, "told": said(lower(point.text, "en"), point.fact)}, "en"
            )
            if told:
                yield told
        if not weighty(point):
            yield from _with_subject(desk, point)
        yield from headings(desk, point)

    return desk.idea(title, point) if not point.foreign else f"verbatim {i + 1}", lines
