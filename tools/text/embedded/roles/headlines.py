"""Headlines: each another angle, the best first. The first is what the pictures show."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line, fill, said
from tools.text.embedded.texts import lower

from .parts import headings, last_resort, namings

Angle = tuple[str, Callable[[], Iterator[Line]]]


def write(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` headlines within ``request.limit`` characters (60 where none is given)."""
    limit = desk.request.limit or 60
    out: list[Piece] = []
    for name, lines in _angles(desk):
        if len(out) >= desk.request.count:
            break
        line = desk.first((line for line in lines() if desk.unlike(line)), limit)
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
    ask: Angle = ("question", lambda: desk.drawn("ask"))
    offer: Angle = ("offer", lambda: desk.framed("headline offer"))
    name: Angle = ("product name", lambda: desk.framed("headline name"))
    audience: Angle = ("audience", lambda: desk.framed("headline audience"))
    category: Angle = ("category", lambda: _what(desk))
    invite: Angle = ("invitation", lambda: desk.framed("headline invitation"))
    pair: Angle = ("imagery and name", lambda: _pairs(desk))
    benefits = [_benefit(desk, i) for i in range(len(desk.points) + len(desk.inner))]
    known = desk.domain != "plain"
    pictured = [turn, image] if desk.dice("lead") < "8" else [image, turn]
    lead = [*pictured, *benefits[:1]] if known else [*benefits[:1], category, *pictured]
    early = known and not desk.points  # a thin brief has little more to say than what it is for
    rest = [
        *([category] if early else []),
        offer,
        *benefits[1:2],
        ask,
        name,
        audience,
        *benefits[2:3],
        *([category] if known and not early else []),
        pair,
        *benefits[3:4],
        *([invite] if desk.invites else []),
    ]
    more = [*benefits[4:]]
    for i in range(2, 9):
        more += [(f"imagery {i}", lambda: desk.drawn("short")), (f"contrast {i}", lambda: desk.drawn("turn"))]
        more += [(f"question {i}", lambda: desk.drawn("ask"))]
    return [title, *lead, *rest, *more]


def _what(desk: Desk) -> Iterator[Line]:
    yield from desk.framed("headline category")
    yield from namings(desk)


def _benefit(desk: Desk, i: int) -> Angle:
    point = (*desk.points, *desk.inner)[i]
    title = "benefit" if i == 0 else f"benefit {i + 1}"

    def lines() -> Iterator[Line]:
        if i == 1 and point.shape == "verb" and desk.subject.name and not desk.subject.plural and desk.subject.named:
            told = fill(
                "{name} {told}", {"name": desk.subject.name, "told": said(lower(point.text, "en"), point.fact)}, "en"
            )
            if told:
                yield told
        yield from headings(desk, point)

    return desk.idea(title, point) if not point.foreign else f"verbatim {i + 1}", lines


def _pairs(desk: Desk) -> Iterator[Line]:
    for text in desk.imagery("short"):
        if text[-1] not in "?!？！" and "." not in text[:-1]:
            yield from desk.framed("headline pair", image=said(text.rstrip(".。")))
