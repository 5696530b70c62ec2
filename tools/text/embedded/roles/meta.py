"""A page's title and description for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line
from tools.text.limits import limit as field_limit

from .parts import cta_line, fit_segments, introduction, last_resort, offer_line, pair, product_line


def write(desk: Desk) -> list[Piece]:
    """The title (60 characters) and the description (``request.limit``, at most 155)."""
    most = min(desk.request.limit or 10**6, field_limit("web", "description"))
    out: list[Piece] = []
    short = min(most, field_limit("web", "title"))
    title = desk.first(_titles(desk), short) or last_resort(desk, short)
    if title:
        out.append(desk.take(title, "title", "title"))
    line = next((x for tried in _descriptions(desk) if (x := fit_segments(desk, tried, most))), None) or last_resort(
        desk, most
    )
    if line:
        out.append(desk.take(line, "description", "description"))
    return out


def _titles(desk: Desk) -> Iterator[Line]:
    if not desk.has("inside"):
        yield from desk.fitted("title")
    yield from desk.fitted("title whole")
    if desk.has("name") and desk.has("thing") and not desk.has("alone"):
        yield pair(desk, desk.values["name"], desk.values["thing"])
    if desk.subject.label:
        yield desk.subject.label


def _descriptions(desk: Desk) -> Iterator[list[tuple[Line | None, bool]]]:
    opening = introduction(desk)
    if len(opening) == 1:
        yield [
            (opening[0], True),
            *((desk.tell(p), False) for p in desk.points[1:4]),
            (offer_line(desk), False),
            (cta_line(desk), False),
        ]
    product = product_line(desk)
    told = [(desk.tell(p, first=product is None and i == 0), False) for i, p in enumerate(desk.points[:4])]
    ends = [(offer_line(desk), False), (cta_line(desk), False)]
    yield [(product, True), *told, *ends]
    if told:
        yield [(told[0][0], True), *told[1:], *ends]
    for line in desk.framed("audience") if desk.has("audience") else ():
        yield [(line, True), *told, *ends]
