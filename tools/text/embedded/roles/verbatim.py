"""For languages without frames of their own: the brief's words as they are, in order, with nothing added."""

from __future__ import annotations

from collections.abc import Iterator

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Bit, Line, finish, said, text_of
from tools.text.embedded.texts import clean

from .parts import cut_to, headings, last_resort


def write(desk: Desk) -> list[Piece]:
    """Pieces of the asked role from facts, product, offer and call to action only; each has the idea ``verbatim``."""
    role, limit = desk.request.role, desk.request.limit
    if role in _PARTED:
        return _parted(desk)
    if role in ("long", "primary", "meta", "search_descriptions", "posts"):
        most = limit or {"long": 0, "meta": 155, "search_descriptions": 90, "posts": 250}.get(role, 125)
        lines: list[tuple[str, Line]] = [(role, line) for line in _bodies(desk, most)]
    elif role == "script":
        lines = list(_scenes(desk))
    elif role == "onscreen":
        lines = [(r, line) for r, line in _scenes(desk)][: max(len(desk.request.context), 1)]
    elif role == "alt":
        heads = [clean(c.split("|", 2)[-1]) for c in desk.request.context] or [""]
        lines = [("alt", said(cut_to(h or text_of(desk.subject.label), limit or 150, desk.language))) for h in heads]
        return [desk.take(line, r, "verbatim") for r, line in lines if line]
    else:
        lines = [(role, line) for line in _lines(desk)]
    out: list[Piece] = []
    for part, line in lines:
        if len(out) < max(desk.request.count, len(desk.request.context)) and desk.fitting(line, limit):
            out.append(desk.take(line, part, "verbatim"))
    while role == "onscreen" and len(out) < len(desk.request.context):
        spoken = desk.request.context[len(out)]
        out.append(desk.take(said(cut_to(clean(spoken), limit or 48, desk.language) or "…"), "benefit", "verbatim"))
    if not out and (last := last_resort(desk, limit)):
        out.append(desk.take(last, role, "verbatim"))
    return out


_PARTED = {
    "email": (("subject", 60), ("subject", 60), ("subject", 60), ("preheader", 100)),
    "press": (("headline", 100),),
}
"""Roles whose pieces have parts of their own: short lines first, with their limits, then all of it as one body."""


def _parted(desk: Desk) -> list[Piece]:
    out: list[Piece] = []
    lines = list(_lines(desk))
    for part, most in _PARTED[desk.request.role]:
        if line := desk.first(lines, most):
            out.append(desk.take(line, part, "verbatim"))
    if body := next(_bodies(desk, 0), None):
        out.append(desk.take(body, "body", "verbatim"))
    if not out and (last := last_resort(desk, 60)):
        out.append(desk.take(last, "body", "verbatim"))
    return out


def _lines(desk: Desk) -> Iterator[Line]:
    for point in desk.points:
        yield from headings(desk, point)
    yield desk.subject.label
    yield from (desk.values[k] for k in ("offer", "audience", "cta") if k in desk.values)


def _scenes(desk: Desk) -> Iterator[tuple[str, Line]]:
    yield "hook", desk.subject.product or desk.subject.label
    for i, point in enumerate(desk.points[:3]):
        yield ("benefit" if i == 0 else "proof"), desk.point(point)
    for role in ("offer", "cta"):
        if role in desk.values:
            yield role, desk.values[role]


def _bodies(desk: Desk, limit: int) -> Iterator[Line]:
    """Everything in order, as many whole lines as fit; then with the facts turned round."""
    ends = [desk.values[k] for k in ("offer", "cta") if k in desk.values]
    facts = [desk.point(p) for p in desk.points]
    gap = "\n\n" if desk.request.role == "long" else " "
    for order in (
        [desk.subject.product, *facts, *ends],
        [*facts, *ends],
        [*facts[1:], *facts[:1], *ends],
        [*facts[2:], *ends],
    ):
        whole: tuple[Bit, ...] = ()
        for line in (finish(x, desk.language) for x in order if x):
            longer = (*whole, *((Bit(gap),) if whole else ()), *line)
            if not limit or desk.length(text_of(longer)) <= limit:
                whole = longer
        if whole:
            yield whole
