"""A line through points in time, each with its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lesson import Node
from tools.design.canvas import line
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from .arrows import pierces
from .board import Board
from .cells import set_at
from .dates import scaled
from .figures import with_unit
from .sheet import LARGEST, Sheet

_FLAT = 0.5
"""Where the least value is more than this part of the greatest, the axis starts near the least."""


@dataclass(frozen=True)
class Curve:
    """A line that fits."""

    names: list[Fitted]
    texts: list[str]
    values: list[tuple[Box, Fitted, str]]
    points: list[tuple[float, float]]
    steps: list[tuple[float, Fitted, str]]
    axis: tuple[Fitted, str] | None
    area: Box
    plot: Box
    size: float

    def paint(self, board: Board) -> None:
        s, c, p = board.sheet, board.canvas, self.plot
        grounds = board.card(self.area, "card")
        if self.axis is not None:
            fitted, text = self.axis
            home = Box(self.area.x + self.size, self.area.y + self.size * 0.7, fitted.width, fitted.height)
            board.words(home, fitted, text, s.plain, s.palette.muted, grounds, "start", "sub", self.area)
        low, high = self.steps[0][0], self.steps[-1][0]
        for value, fitted, text in self.steps:
            y = p.bottom - p.h * (value - low) / (high - low)
            c.rect(*s.mirrored(Box(p.x, y - 0.5, p.w, 1.4)), s.palette.ink, 0.55 if value == 0 else 0.13)
            home = Box(self.area.x, y - fitted.height / 2, p.x - self.area.x - self.size * 0.6, fitted.height)
            board.words(home, fitted, text, s.plain, s.palette.muted, grounds, "end", "sub", self.area)
        points = [(s.width - x, y) if s.rtl else (x, y) for x, y in self.points]
        base = p.bottom - p.h * (max(low, min(high, 0.0)) - low) / (high - low)
        hue = s.hue(0)
        c.path(line([(points[0][0], base), *points, (points[-1][0], base)]), c.linear([(0, hue, 0.26), (1, hue, 0.04)]))
        c.stroke(line(points, close=False), hue, self.size * 0.16)
        for x, y in points:
            c.circle(x, y, self.size * 0.3, s.palette.surface)
            c.circle(x, y, self.size * 0.2, hue)
        for box, fitted, text in self.values:
            board.words(box, fitted, text, s.strong, s.palette.ink, grounds, "middle", "bullet", self.area)
        for (x, _), fitted, text in zip(self.points, self.names, self.texts, strict=True):
            home = Box(x - fitted.width / 2, p.bottom + self.size * 0.9, fitted.width, fitted.height)
            board.words(home, fitted, text, s.plain, s.palette.ink, grounds, "middle", "bullet", self.area)


def layouts(nodes: Sequence[Node], unit: str, sheet: Sheet, area: Box, loose: bool) -> Iterator[tuple[float, Curve]]:
    """At most one: the largest type at which every name and value has its place."""
    for size in sheet.sizes():
        made = _curve(nodes, unit, sheet, area, size, loose)
        if made is not None:
            yield size / (sheet.unit * LARGEST), made
            return


def _curve(nodes: Sequence[Node], unit: str, sheet: Sheet, area: Box, size: float, loose: bool) -> Curve | None:
    from .chart import axis_of, scale_of

    figures = [float(n.value or 0.0) for n in nodes]
    least, most = min(figures), max(figures)
    start = least - (most - least) * 0.3 if least > most * _FLAT and most > least else min(0.0, least)
    scale, axis = scale_of(start, max(most, 0.0), sheet, size), axis_of(sheet, unit, size, area.w - 2 * size)
    if scale is None or unit and axis is None:
        return None
    left = area.x + size * 1.8 + max(f.width for _, f, _ in scale)
    step = (area.right - size * 0.8 - left) / len(nodes)
    small = max(sheet.floor, size * 0.9)
    names = [set_at(n.text, sheet.plain, small, step - small * 0.4, loose) for n in nodes]
    if any(f is None for f in names):
        return None
    top = area.y + size * 2.4 + (axis[0].height + size * 0.3 if axis else 0.0)
    plot = Box(left, top, step * len(nodes), area.bottom - top - max(f.height for f in names if f) - size * 1.9)
    if plot.h < sheet.short * 0.25:
        return None
    low, high = scale[0][0], scale[-1][0]
    places = _places([n.text for n in nodes], [f.width for f in names if f], plot, small)
    if places is None:
        return None
    points = [(x, plot.bottom - plot.h * (v - low) / (high - low)) for x, v in zip(places, figures, strict=True)]
    values = _values(sheet, area, figures, unit if len(unit) <= 3 else "", points, plot, small)
    if values is None:
        return None
    return Curve([f for f in names if f], [n.text for n in nodes], values, points, scale, axis, area, plot, size)


def _places(texts: Sequence[str], widths: Sequence[float], plot: Box, size: float) -> list[float] | None:
    """Where the points stand: years to scale, all else evenly. ``None`` where names would meet."""
    step = plot.w / len(texts)
    shares = scaled(texts)
    if shares is None:
        return [plot.x + step * (i + 0.5) for i in range(len(texts))]
    out = [plot.x + step * 0.5 + (plot.w - step) * k for k in shares]
    for (a, wa), (b, wb) in zip(zip(out, widths, strict=True), list(zip(out, widths, strict=True))[1:], strict=False):
        if b - a < (wa + wb) / 2 + size * 0.4:
            return None
    return out


def _values(
    sheet: Sheet,
    area: Box,
    figures: Sequence[float],
    unit: str,
    points: list[tuple[float, float]],
    plot: Box,
    size: float,
) -> list[tuple[Box, Fitted, str]] | None:
    """Each value over its point, or under it where the line runs through that; ``None`` where one has no place."""
    out: list[tuple[Box, Fitted, str]] = []
    for value, (x, y) in zip(figures, points, strict=True):
        text = with_unit(value, unit, sheet.language)
        fitted = set_at(text, sheet.strong, size, 1e6, True)
        if fitted is None:
            return None
        w, h = fitted.width, fitted.height
        spots = [(0, -h - size * 0.6), (0, size * 0.6), (-w * 0.45, -h - size * 0.6), (w * 0.45, -h - size * 0.6), (w * 0.5, size * 0.5), (-w * 0.5, size * 0.5), (0, -h - size * 1.3)]  # fmt: skip
        for dx, dy in spots:
            box = Box(x - w / 2 + dx, y + dy, w, h)
            free = not any(box.overlaps(b, size * 0.2) for b, _, _ in out) and not pierces(
                points, [box.inset(-size * 0.1)]
            )
            if (
                free
                and plot.x < box.x
                and box.right < area.right - size * 0.3
                and box.bottom < plot.bottom + size * 0.3
                and box.y > area.y
            ):
                out.append((box, fitted, text))
                break
        else:
            return None
    return out
