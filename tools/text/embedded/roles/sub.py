"""The line under a headline: what it is, and the first thing that is true of it."""

from __future__ import annotations

from collections.abc import Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line, finish, join

from .parts import headings, last_resort, product_line, weighty


def write(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` lines within ``request.limit`` characters (90 where none is given)."""
    limit = desk.request.limit or 90
    out: list[Piece] = []
    for idea, lines in _ideas(desk, limit):
        if len(out) >= desk.request.count:
            break
        line = desk.first(lines, limit)
        if line:
            out.append(desk.take(line, "sub", idea))
    if not out and (line := last_resort(desk, limit)):
        out.append(desk.take(line, "sub", "product"))
    return out


def _ideas(desk: Desk, limit: int) -> list[tuple[str, Iterator[Line]]]:
    told = [(f"fact {i + 1}", _fact(desk, i)) for i in range(len(desk.points))]
    two = [("two facts", _two(desk))] if len(desk.points) > 1 else []
    what = [("product", _product(desk, limit))]
    if desk.subject.phrase and (desk.subject.named or not desk.points):
        return [*what, *two, *told]
    first = [*told[:1], *two] if told and weighty(desk.points[0]) else [*two, *told[:1]]  # a day alone says little
    return [
        *first,
        *what,
        *told[1:],
        ("audience", desk.framed("audience") if desk.has("audience") else iter(())),
        ("invitation", desk.framed("screen cta")),
    ]


def _product(desk: Desk, limit: int) -> Iterator[Line]:
    if line := product_line(desk, limit):
        yield line


def _fact(desk: Desk, i: int) -> Iterator[Line]:
    yield desk.tell(desk.points[i], first=True)
    for line in headings(desk, desk.points[i]):
        yield finish(line, desk.language)


def _two(desk: Desk) -> Iterator[Line]:
    """Two facts as two short sentences."""
    for a, b in ((0, 1), (1, 2), (0, 2)):
        if b < len(desk.points):
            first, second = desk.points[a], desk.points[b]
            for one in headings(desk, first):
                for other in headings(desk, second):
                    yield join([one, other], desk.language)
