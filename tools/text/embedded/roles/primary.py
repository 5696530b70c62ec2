"""Social texts: hook, fact, offer, invitation, in a different order and weight each time."""

from __future__ import annotations

from collections.abc import Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line

from .parts import Segments, cta_line, fit_segments, introduction, last_resort, offer_line, product_line


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
        ("hook", _hook(desk, 0)),
        ("facts", _facts(desk)),
        ("offer", _offer(desk)),
        ("audience", _audience(desk)),
        ("hook 2", _hook(desk, 2)),
        ("hook 3", _hook(desk, 1)),
    ]


def _told(desk: Desk, i: int, first: bool = True) -> Line | None:
    if not desk.points:
        return None
    return desk.tell(desk.points[i % len(desk.points)], first)


def _hook(desk: Desk, i: int) -> Iterator[Segments]:
    """Something of the reader's world, then what answers it."""
    for hook in desk.drawn("lead"):
        fact = _told(desk, i)
        yield [(hook, True), (fact, True), (offer_line(desk), True), (cta_line(desk), True)]
        yield [(hook, True), (fact, True), (cta_line(desk), False)]
        yield [(hook, True), (product_line(desk), True), (cta_line(desk), False)]
    for hook in desk.drawn("lead"):
        yield [(hook, True), (cta_line(desk), True)]


def _facts(desk: Desk) -> Iterator[Segments]:
    """What it is, then what is true of it."""
    more = [(_told(desk, i, first=False), False) for i in range(1, min(len(desk.points), 3))]
    if len(opening := introduction(desk)) == 1:
        yield [(opening[0], True), *more, (cta_line(desk), False)]
    head = [(product_line(desk), True), (_told(desk, 0, first=False), True)]
    yield [*head, *((line, True) for line, _ in more), (cta_line(desk), True)]
    yield [*head, *((line, True) for line, _ in more[:1]), (cta_line(desk), True)]
    yield [*head, *more, (cta_line(desk), False)]
    yield [(_told(desk, 0), True), *more, (cta_line(desk), False)]
    yield [(product_line(desk), True), (cta_line(desk), False)]


def _offer(desk: Desk) -> Iterator[Segments]:
    """The offer first, whole."""
    offer = offer_line(desk, "offer first")
    yield [(offer, True), (_told(desk, 0), True), (cta_line(desk), False)]
    yield [(offer, True), (product_line(desk), False), (cta_line(desk), False)]


def _audience(desk: Desk) -> Iterator[Segments]:
    """Whom it is for, then a fact that has not led yet."""
    for hello in desk.framed("audience") if desk.has("audience") else ():
        yield [(hello, True), (_told(desk, 1), True), (offer_line(desk), True), (cta_line(desk), True)]
        yield [(hello, True), (_told(desk, 1), True), (cta_line(desk), False)]
        if not desk.has("inside"):  # "For tenants. A law firm for tenants."
            yield [(hello, True), (product_line(desk), False), (cta_line(desk), False)]
