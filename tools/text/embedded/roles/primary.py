"""Social texts: what it is, facts, offer, invitation, in a different order and weight each time."""

from __future__ import annotations

from collections.abc import Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line

from .parts import Segments, alone, cta_line, fit_segments, introduction, last_resort, offer_line, product_line, telling


def write(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` texts within ``request.limit`` characters (125 where none is given)."""
    limit = desk.request.limit or 125
    out: list[Piece] = []
    for idea, tries in _ideas(desk):
        if len(out) >= desk.request.count:
            break
        wholes = (whole for segments in tries if (whole := fit_segments(desk, segments, limit)))
        line = next((whole for whole in wholes if desk.unlike(whole)), None)
        if line:
            out.append(desk.take(line, "primary", idea))
    if not out and (line := last_resort(desk, limit)):
        out.append(desk.take(line, "primary", "product"))
    return out


def _ideas(desk: Desk) -> list[tuple[str, Iterator[Segments]]]:
    return [
        ("facts", _facts(desk)),
        ("offer", _offer(desk)),
        ("audience", _audience(desk)),
        *((f"fact {i + 1}", _fact(desk, i)) for i in range(1, len(desk.points))),
    ]


def _told(desk: Desk, i: int, first: bool = True) -> Line | None:
    if not desk.points:
        return None
    return desk.tell(desk.points[i % len(desk.points)], first)


def _fact(desk: Desk, i: int) -> Iterator[Segments]:
    """One fact by itself, with what it is true of."""
    yield [(alone(desk, desk.points[i]), True), (cta_line(desk), False)]


def _facts(desk: Desk) -> Iterator[Segments]:
    """What it is, then what is true of it."""
    more: list[tuple[Line | None, bool]] = [(line, False) for line in telling(desk, desk.points[:3])[1:]]
    if len(opening := introduction(desk)) == 1:
        yield [(opening[0], True), *more, (cta_line(desk), False)]
    head = [(product_line(desk), True), (_told(desk, 0, first=False), True)]
    yield [*head, *((line, True) for line, _ in more), (cta_line(desk), True)]
    yield [*head, *((line, True) for line, _ in more[:1]), (cta_line(desk), True)]
    yield [*head, *more, (cta_line(desk), False)]
    if desk.points:
        yield [(alone(desk, desk.points[0]), True), *more, (cta_line(desk), False)]
    yield [(product_line(desk), True), (cta_line(desk), False)]


def _offer(desk: Desk) -> Iterator[Segments]:
    """The offer first, whole."""
    offer = offer_line(desk, "offer first")
    yield [(offer, True), (product_line(desk), True), (cta_line(desk), False)]
    if desk.points:
        yield [(offer, True), (alone(desk, desk.points[0]), True), (cta_line(desk), False)]
    yield [(offer, True), (cta_line(desk), False)]


def _audience(desk: Desk) -> Iterator[Segments]:
    """Whom it is for, then a fact that has not led yet."""
    for hello in desk.framed("audience") if desk.has("audience") else ():
        if desk.points:
            fact = alone(desk, desk.points[1 % len(desk.points)])
            yield [(hello, True), (fact, True), (offer_line(desk), True), (cta_line(desk), True)]
            yield [(hello, True), (fact, True), (cta_line(desk), False)]
        if not desk.has("inside"):  # "For tenants. A law firm for tenants."
            yield [(hello, True), (product_line(desk), False), (cta_line(desk), False)]
