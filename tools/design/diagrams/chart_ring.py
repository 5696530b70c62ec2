"""Shares of a whole as a ring, each named beside it with its value."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lesson import Node
from tools.design.canvas import num
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from .board import Board
from .cells import set_at
from .figures import with_unit
from .sheet import LARGEST, Sheet

_HOLE = 0.58


@dataclass(frozen=True)
class Shares:
    """A ring that fits."""

    values: list[float]
    names: list[tuple[Fitted, str]]
    said: list[tuple[Fitted, str]]
    area: Box
    ring: Box
    rows: list[Box]
    size: float

    def paint(self, board: Board) -> None:
        s, c = board.sheet, board.canvas
        grounds = board.card(self.area, "card")
        at = s.mirrored(self.ring)
        x, y, r = at.x + at.w / 2, at.y + at.h / 2, at.w / 2
        total, angle = sum(self.values), -math.pi / 2
        c.circle(x, y, r, s.palette.ink, 0.06)
        for i, value in enumerate(self.values):
            share = value / total * (-1 if s.rtl else 1)
            c.path(
                _slice(x, y, r, angle, share),
                self._hue(board, i),
                extra=f'stroke="{s.palette.surface}" stroke-width="{num(r * 0.025)}"',
            )
            angle += share * math.tau
        for i, row in enumerate(self.rows):
            mark = s.mirrored(Box(row.x, row.y + row.h / 2 - self.size * 0.45, self.size * 0.9, self.size * 0.9))
            c.rect(*mark, self._hue(board, i), 1.0, self.size * 0.25)
            name, value_ = self.names[i], self.said[i]
            home = Box(row.x + self.size * 1.5, row.y + (row.h - name[0].height) / 2, name[0].width, name[0].height)
            board.words(home, *name, s.plain, s.palette.ink, grounds, "start", "bullet", self.area)
            end = Box(row.x, row.y + (row.h - value_[0].height) / 2, row.w, value_[0].height)
            board.words(end, *value_, s.strong, s.palette.ink, grounds, "end", "bullet", self.area)

    def _hue(self, board: Board, i: int) -> str:
        from tools.design import colour as col

        s = board.sheet
        return s.hue(i) if i < len(s.hues) else col.mix(s.hue(i), s.palette.ink, 0.4)


def layouts(nodes: Sequence[Node], unit: str, sheet: Sheet, area: Box, loose: bool) -> Iterator[tuple[float, Shares]]:
    """At most one: the largest type that fits. The names stand beside the ring, under it on tall sheets."""
    for size in sheet.sizes(1.1):
        made = _shares(nodes, unit, sheet, area, size, loose)
        if made is not None:
            yield size / (sheet.unit * LARGEST), made
            return


def _shares(nodes: Sequence[Node], unit: str, sheet: Sheet, area: Box, size: float, loose: bool) -> Shares | None:
    pad = size * 1.3
    inner = area.inset(pad)
    under = sheet.tall or area.h > area.w
    side = min(inner.w, inner.h * 0.52) if under else min(inner.h, inner.w * 0.44)
    ring = (
        Box(inner.x + (inner.w - side) / 2, inner.y, side, side)
        if under
        else Box(inner.x + size, inner.y + (inner.h - side) / 2, side, side)
    )
    list_ = Box(inner.x, ring.bottom + size * 1.4, inner.w, inner.bottom - ring.bottom - size * 1.4) if under else Box(
        ring.right + size * 2.2, inner.y, inner.right - ring.right - size * 2.2, inner.h
    )  # fmt: skip
    values = [float(n.value or 0.0) for n in nodes]
    said = [
        set_at(t, sheet.strong, size * 1.1, list_.w, True) for t in (with_unit(v, unit, sheet.language) for v in values)
    ]
    if any(f is None for f in said):
        return None
    wide = max(f.width for f in said if f)
    names = [set_at(n.text, sheet.plain, size, list_.w - wide - size * 2.6, loose) for n in nodes]
    if any(f is None for f in names):
        return None
    needed = [max(f.height, size) + size * 0.9 for f in names if f]
    if sum(needed) > list_.h:
        return None
    grow = min((list_.h - sum(needed)) / len(needed), size * 1.1)
    y, rows = list_.y + (list_.h - sum(needed) - grow * len(needed)) / 2, []
    for tall in needed:
        rows.append(Box(list_.x, y, list_.w, tall + grow))
        y += tall + grow
    texts = [with_unit(v, unit, sheet.language) for v in values]
    return Shares(
        values, [(f, n.text) for f, n in zip(names, nodes, strict=True) if f], [(f, t) for f, t in zip(said, texts, strict=True) if f],
        area, ring, rows, size,
    )  # fmt: skip


def _slice(x: float, y: float, r: float, start: float, share: float) -> str:
    """A part of the ring; a whole one is two halves, since an arc cannot end where it starts."""
    if abs(share) > 0.9999:
        return _slice(x, y, r, start, share / 2) + _slice(x, y, r, start + math.pi, share / 2)
    end, far, sweep = start + share * math.tau, int(abs(share) > 0.5), int(share > 0)
    a, b, h = (math.cos(start), math.sin(start)), (math.cos(end), math.sin(end)), r * _HOLE
    return (
        f"M{num(x + r * a[0])} {num(y + r * a[1])}A{num(r)} {num(r)} 0 {far} {sweep} {num(x + r * b[0])} {num(y + r * b[1])}"
        f"L{num(x + h * b[0])} {num(y + h * b[1])}A{num(h)} {num(h)} 0 {far} {1 - sweep} {num(x + h * a[0])} {num(y + h * a[1])}Z"
    )
