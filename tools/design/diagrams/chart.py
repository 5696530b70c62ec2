"""Numbers as bars, a line or a ring: a ring for shares of a whole, a line for what follows in time, bars for all else.

Bars start at nought. A line that does not is one whose axis says where it starts. Every value is printed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from core.errors import BadInput
from core.lesson import Diagram, Node
from tools.design import colour as col
from tools.design.charts import ticks
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from . import chart_line, chart_ring
from .board import Board
from .cells import set_at
from .dates import year
from .figures import said, with_unit
from .sheet import LARGEST, Sheet

Shape = Literal["bars", "line", "ring"]
_MONTHS = "jan ene janv feb fév mar mär apr abr avr may mai mayo jun juin jul juil aug ago août sep oct okt nov dec dez dic déc"
_DAYS = "mon tue wed thu fri sat sun mo di mi do fr sa so lun mar mié jue vie sáb dom mer jeu ven sam dim"
_SLICES = 7
_NAMES = (0.34, 0.52)
"""Most of the width that names of lying bars may take, and that they may where type is near its least."""


def shape_of(nodes: Sequence[Node], unit: str) -> Shape:
    """Which chart suits the data."""
    values = [n.value or 0.0 for n in nodes]
    if 2 <= len(nodes) <= _SLICES and "%" in unit and min(values) >= 0 and 99 <= sum(values) <= 101:
        return "ring"
    return "line" if len(nodes) >= 4 and _in_time([n.text for n in nodes]) else "bars"


def _in_time(names: Sequence[str]) -> bool:
    years = [year(n) for n in names]
    known = [y for y in years if y is not None]
    if len(known) == len(names):
        return all(b > a for a, b in zip(known, known[1:], strict=False))
    for words in (_MONTHS.split(), _DAYS.split()):
        if all(any(n.casefold().startswith(w) for w in words) and len(n) <= 11 for n in names):
            return True
    return all(n.rstrip("日月年时") != n and n.rstrip("日月年时").isdigit() for n in names)


def layouts(
    diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool
) -> Iterator[tuple[float, Bars | chart_line.Curve | chart_ring.Shares]]:
    """The shape that suits, at the largest type that fits. Raises ``BadInput`` where no node has a value."""
    nodes = [n for n in diagram.nodes if n.value is not None]
    if not nodes:
        raise BadInput("the chart has no numbers", which=diagram.id, remedy="Give its nodes values.")
    wanted = shape_of(nodes, diagram.unit)
    if wanted == "ring":
        yield from chart_ring.layouts(nodes, diagram.unit, sheet, area, loose)
    elif wanted == "line":
        yield from chart_line.layouts(nodes, diagram.unit, sheet, area, loose)
    for upright in (True, False):
        for size in sheet.sizes():
            made = _bars(nodes, diagram.unit, sheet, area, size, upright, loose)
            if made is not None:
                yield (
                    size / (sheet.unit * LARGEST) * 0.8 - 3.0 * (wanted != "bars") + 0.15 * upright * (not sheet.tall),
                    made,
                )
                break


@dataclass(frozen=True)
class Bars:
    """Bars that fit: upright, or lying where names are long."""

    names: list[Fitted]
    values: list[Fitted]
    figures: list[float]
    texts: list[str]
    said: list[str]
    steps: list[tuple[float, Fitted, str]]
    axis: tuple[Fitted, str] | None
    area: Box
    plot: Box
    size: float
    upright: bool

    def paint(self, board: Board) -> None:
        grounds = board.card(self.area, "card")
        if self.axis is not None:
            fitted, text = self.axis
            home = Box(self.area.x + self.size, self.area.y + self.size * 0.7, fitted.width, fitted.height)
            board.words(
                home, fitted, text, board.sheet.plain, board.sheet.palette.muted, grounds, "start", "sub", self.area
            )
        self._grid(board, grounds)
        low, high = self.steps[0][0], self.steps[-1][0]
        p, n = self.plot, len(self.figures)
        zero = (0 - low) / (high - low)
        for i, value in enumerate(self.figures):
            k = (value - low) / (high - low)
            if self.upright:
                step, thick = p.w / n, min(p.w / n * 0.6, self.size * 4)
                x = p.x + step * (i + 0.5) - thick / 2
                a, b = p.bottom - p.h * max(k, zero), p.bottom - p.h * min(k, zero)
                _bar(board, Box(x, a, thick, max(1.5, b - a)), value, True)
            else:
                step, thick = p.h / n, min(p.h / n * 0.56, self.size * 1.9)
                y = p.y + step * (i + 0.5) - thick / 2
                a, b = p.x + p.w * min(k, zero), p.x + p.w * max(k, zero)
                _bar(board, Box(a, y, max(1.5, b - a), thick), value, False)
        for i in range(n):
            self._words(board, grounds, i, low, high)

    def _grid(self, board: Board, grounds: tuple[str, ...]) -> None:
        s, p = board.sheet, self.plot
        low, high = self.steps[0][0], self.steps[-1][0]
        for value, fitted, text in self.steps:
            k = (value - low) / (high - low)
            rule = (
                Box(p.x, p.bottom - p.h * k - 0.5, p.w, 1.4)
                if self.upright
                else Box(p.x + p.w * k - 0.5, p.y, 1.4, p.h)
            )
            board.canvas.rect(*s.mirrored(rule), s.palette.ink, 0.55 if value == 0 else 0.13)
            if self.upright:
                home = Box(self.area.x, rule.y - fitted.height / 2, p.x - self.area.x - self.size * 0.6, fitted.height)
                board.words(home, fitted, text, s.plain, s.palette.muted, grounds, "end", "sub", self.area)
            else:
                home = Box(rule.x - fitted.width, p.bottom + self.size * 0.5, fitted.width * 2, fitted.height)
                board.words(home, fitted, text, s.plain, s.palette.muted, grounds, "middle", "sub", self.area)

    def _words(self, board: Board, grounds: tuple[str, ...], i: int, low: float, high: float) -> None:
        s, p, n = board.sheet, self.plot, len(self.figures)
        k, name, value = (self.figures[i] - low) / (high - low), self.names[i], self.values[i]
        if self.upright:
            step = p.w / n
            x = p.x + step * i
            home = Box(x, p.bottom + self.size * 0.7, step, name.height)
            board.words(home, name, self.texts[i], s.strong, s.palette.ink, grounds, "middle", "bullet", self.area)
            y = p.bottom - p.h * k
            y = y + self.size * 0.35 if self.figures[i] < 0 else y - value.height - self.size * 0.35
            at = Box(x + (step - value.width) / 2, y, value.width, value.height)
        else:
            step = p.h / n
            y = p.y + step * (i + 0.5)
            home = Box(
                self.area.x + self.size * 0.9, y - name.height / 2, p.x - self.area.x - self.size * 1.6, name.height
            )
            if low < 0:
                home = Box(home.x, home.y, home.w, home.h)
            board.words(home, name, self.texts[i], s.strong, s.palette.ink, grounds, "end", "bullet", self.area)
            end = p.x + p.w * max(k, (0 - low) / (high - low)) + self.size * 0.4
            at = Box(end, y - value.height / 2, value.width, value.height)
        board.canvas.rect(*s.mirrored(at.inset(-self.size * 0.12)), grounds[0])
        board.words(at, value, self.said[i], s.strong, s.palette.ink, grounds, "middle", "bullet", self.area)


def _bar(board: Board, box: Box, value: float, upright: bool) -> None:
    s, c = board.sheet, board.canvas
    hue = s.hue(1 if value < 0 else 0)
    at = s.mirrored(box)
    fill = (
        c.linear([(0, col.mix(hue, s.palette.surface, 0.12)), (1, hue)])
        if upright
        else c.linear([(0, hue), (1, col.mix(hue, s.palette.surface, 0.12))], 0, 0, 1, 0)
    )
    c.rect(at.x, at.y, at.w, at.h, fill, 1.0, min(at.w, at.h) * 0.14)


def _bars(
    nodes: Sequence[Node], unit: str, sheet: Sheet, area: Box, size: float, upright: bool, loose: bool
) -> Bars | None:
    figures = [float(n.value or 0.0) for n in nodes]
    scale = scale_of(min(0.0, *figures), max(0.0, *figures), sheet, size)
    spoken = [with_unit(v, unit if len(unit) <= 3 else "", sheet.language) for v in figures]
    values = [set_at(t, sheet.strong, size, area.w, True) for t in spoken]
    axis = axis_of(sheet, unit, size, area.w - 2 * size)
    if scale is None or any(v is None for v in values) or unit and axis is None:
        return None
    top = area.y + size * 0.9 + (axis[0].height + size * 0.6 if axis else 0.0)
    wide = max(v.width for v in values if v)
    if upright:
        left = area.x + size * 1.6 + max(f.width for _, f, _ in scale)
        step = (area.right - size * 0.8 - left) / len(nodes)
        if wide > step * 0.96:
            return None
        names = [set_at(n.text, sheet.strong, size, step - size * 0.5, loose) for n in nodes]
        if any(f is None for f in names):
            return None
        foot = max(f.height for f in names if f) + size * 1.5
        rise = size * 1.2
        plot = Box(
            left,
            top + rise,
            step * len(nodes),
            area.bottom - foot - top - rise - (size * 1.3 if min(figures) < 0 else 0),
        )
        if plot.h < max(sheet.short * 0.22, foot * 0.7):
            return None
    else:
        room = area.w * (_NAMES[0] if size > sheet.floor * 1.15 else _NAMES[1])
        names = [set_at(n.text, sheet.strong, size, room, loose) for n in nodes]
        if any(f is None for f in names):
            return None
        left = area.x + size * 1.6 + max(f.width for f in names if f)
        foot = size * 2.0
        plot = Box(left, top, area.right - left - wide - size * 1.6, area.bottom - foot - top)
        if plot.w < area.w * 0.2 or max(f.height for f in names if f) + size * 0.5 > plot.h / len(nodes):
            return None
        if sum(f.width for _, f, _ in scale) + size * len(scale) > plot.w * 1.2:
            scale = [scale[0], *[s for s in scale[1:-1] if s[0] == 0 and scale[0][0] < 0], scale[-1]]
    return Bars([f for f in names if f], [v for v in values if v], figures, [n.text for n in nodes], spoken, scale, axis, area, plot, size, upright)  # fmt: skip


def scale_of(low: float, high: float, sheet: Sheet, size: float) -> list[tuple[float, Fitted, str]] | None:
    """Round numbers along an axis, set small."""
    out = []
    for value in ticks(low, high):
        text = said(value, sheet.language)
        fitted = set_at(text, sheet.plain, max(sheet.floor, size * 0.8), 1e6, True)
        if fitted is None or not math.isfinite(value):
            return None
        out.append((value, fitted, text))
    return out


def axis_of(sheet: Sheet, unit: str, size: float, room: float) -> tuple[Fitted, str] | None:
    """The unit, as it stands over the axis."""
    fitted = set_at(unit, sheet.plain, max(sheet.floor, size * 0.84), room, True) if unit else None
    return (fitted, unit) if fitted is not None else None
