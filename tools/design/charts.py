"""Charts from numbers, as SVG that says in words what it shows: bars, a line, a ring. Labels never lie on each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.direction import Palette
from core.errors import BadInput

from . import colour as col
from .canvas import Canvas, line, num
from .chart_labels import Label, apart, height_of, put, wide
from .svg import escape

Kind = Literal["bar", "line", "donut"]
MOST = 24
"""Points that one chart can tell apart."""


@dataclass(frozen=True)
class Series:
    """Numbers under names, in order."""

    labels: tuple[str, ...]
    values: tuple[float, ...]
    title: str
    unit: str = ""
    """What stands after every number: ``%``, `` km``."""


def chart(kind: Kind, data: Series, palette: Palette, width: int, height: int, font: str = "outfit-semi") -> str:
    """A whole SVG of ``width`` by ``height`` pixels (at least 160 by 120), opaque, with ``<title>`` and ``<desc>``.

    Raises ``BadInput`` where names and numbers do not match, there are none or more than ``MOST``, one is not finite, or a
    ring is asked for with negative numbers or a sum of nothing.
    """
    _check(kind, data, width, height)
    c = Canvas("c")
    c.rect(0, 0, width, height, palette.bg)
    draw = {"bar": _bars, "line": _line, "donut": _donut}[kind]
    draw(c, data, palette, float(width), float(height), font)
    spoken = "; ".join(f"{n}: {said(v, data.unit)}" for n, v in zip(data.labels, data.values, strict=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="chart-title chart-desc"><title id="chart-title">{escape(data.title)}</title>'
        f'<desc id="chart-desc">{escape(spoken)}</desc>{c.markup()}</svg>'
    )


def said(value: float, unit: str = "") -> str:
    """A number as a chart says it: at most three figures after the point, no trailing noughts."""
    text = (
        f"{value:,.3f}".rstrip("0").rstrip(".")
        if abs(value) < 1e6
        else f"{value / 1e6:,.2f}".rstrip("0").rstrip(".") + " M"
    )
    return ("0" if text in ("-0", "") else text) + unit


def _check(kind: str, data: Series, width: int, height: int) -> None:
    if width < 160 or height < 120:
        raise BadInput(
            "the chart is too small to be read", which=f"{width}x{height}", remedy="Ask for 160 by 120 pixels or more."
        )
    if not data.values or len(data.values) > MOST or len(data.labels) != len(data.values):
        raise BadInput(
            "names and numbers do not make a chart", which=f"{len(data.labels)} names, {len(data.values)} numbers",
            remedy=f"Give 1 to {MOST} numbers, each with its name.",
        )  # fmt: skip
    if not all(math.isfinite(v) for v in data.values):
        raise BadInput("a number of the chart is not finite", which=data.title, remedy="Leave out what is unknown.")
    if kind == "donut" and (min(data.values) < 0 or sum(data.values) <= 0):
        raise BadInput("shares must not be negative and must add up to something", which=data.title, remedy="Use bars.")


def ticks(low: float, high: float, wanted: int = 4) -> tuple[float, ...]:
    """Round numbers that span a range: steps of 1, 2 or 5 times a power of ten."""
    span = (high - low) or abs(high) or 1.0
    raw = span / wanted
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(k * power for k in (1, 2, 5, 10) if k * power >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(i * step, 10) for i in range(first, max(last, first + 1) + 1))


@dataclass(frozen=True)
class _Plot:
    """Where the numbers are drawn, and the scale."""

    x: float
    y: float
    w: float
    h: float
    low: float
    high: float
    size: float

    def at(self, value: float) -> float:
        return self.y + self.h * (self.high - value) / (self.high - self.low)


def _plot(c: Canvas, data: Series, p: Palette, w: float, h: float, font: str) -> _Plot:
    """Grid, scale and names; gives the room for the marks."""
    size = max(11.0, min(w, h) * 0.035)
    steps = ticks(min(0.0, *data.values), max(0.0, *data.values))
    pad = size * 1.3
    names = [said(t, data.unit) for t in steps]
    left = pad + max(wide(n, font, size) for n in names) + size * 0.8
    plot = _Plot(left, pad + size * 1.2, w - left - pad, h - 2 * pad - size * 3.0, steps[0], steps[-1], size)
    for value, name in zip(steps, names, strict=True):
        y = plot.at(value)
        c.rect(plot.x, y - 0.5, plot.w, 2.0 if value == 0 else 1.0, p.ink, 0.6 if value == 0 else 0.14)
        put(c, Label(name, plot.x - size * 0.8, y + size * 0.35, "end"), font, size, p.muted)
    _names(c, data, plot, p, font)
    return plot


def _names(c: Canvas, data: Series, plot: _Plot, p: Palette, font: str) -> None:
    """Names under the marks: shortened to their room; every second, third... one where even that is too tight."""
    step = plot.w / len(data.labels)
    every = max(1, math.ceil(plot.size * 2.6 / step))
    y = plot.y + plot.h + plot.size * 1.9
    for i, name in enumerate(data.labels):
        if i % every == 0:
            room = step * every - plot.size * 0.7
            put(c, Label(name, plot.x + step * (i + 0.5), y, "middle"), font, plot.size, p.ink, room)


def _bars(c: Canvas, data: Series, p: Palette, w: float, h: float, font: str) -> None:
    plot = _plot(c, data, p, w, h, font)
    step = plot.w / len(data.values)
    thick = min(step * 0.62, plot.w * 0.2)
    top = max(range(len(data.values)), key=lambda i: abs(data.values[i]))
    fill = _seen(p.accent, p)
    for i, value in enumerate(data.values):
        x, y, zero = plot.x + step * (i + 0.5) - thick / 2, plot.at(value), plot.at(0.0)
        shade = fill if i == top else col.mix(fill, p.bg, 0.35)
        c.rect(x, min(y, zero), thick, max(1.0, abs(zero - y)), shade, 1.0, min(thick * 0.12, abs(zero - y) / 2))
        text = said(value, data.unit)
        if wide(text, font, plot.size) < step * 0.96:
            below = value < 0
            put(
                c,
                Label(text, x + thick / 2, y + plot.size * (1.25 if below else -0.5), "middle"),
                font,
                plot.size,
                p.ink,
            )


def _line(c: Canvas, data: Series, p: Palette, w: float, h: float, font: str) -> None:
    plot = _plot(c, data, p, w, h, font)
    step = plot.w / len(data.values)
    points = [(plot.x + step * (i + 0.5), plot.at(v)) for i, v in enumerate(data.values)]
    ink = _seen(p.accent, p)
    zero = plot.at(max(plot.low, 0.0))
    if len(points) > 1:
        area = [(points[0][0], zero), *points, (points[-1][0], zero)]
        c.path(line(area), c.linear([(0, ink, 0.32), (1, ink, 0.03)]))
        c.stroke(line(points, close=False), ink, max(2.0, plot.size * 0.22))
    shown: list[tuple[float, float, float, float]] = []
    order = sorted(range(len(points)), key=lambda i: (i not in (0, len(points) - 1), -abs(data.values[i])))
    for i in order:
        (x, y), text = points[i], said(data.values[i], data.unit)
        c.circle(x, y, plot.size * 0.3, p.bg)
        c.circle(x, y, plot.size * 0.2, ink)
        half = wide(text, font, plot.size) / 2
        x = min(max(x, plot.x + half), plot.x + plot.w - half)
        for top, base in ((y - plot.size * 1.7, y - plot.size * 0.7), (y + plot.size * 0.35, y + plot.size * 1.35)):
            box = (x - half - 3, top, 2 * half + 6, plot.size * 1.3)
            inside = top + plot.size * 1.3 < plot.y + plot.h
            if inside and all(apart(box, other) for other in shown) and not _crossed(box, points, i):
                shown.append(box)
                put(c, Label(text, x, base, "middle"), font, plot.size, p.ink)
                break


def _crossed(box: tuple[float, float, float, float], points: Sequence[tuple[float, float]], own: int) -> bool:
    """Whether the line runs through a label's box, away from the label's own point."""
    x0, y0, w, h = box
    for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
        for k in range(21):
            x, y = ax + (bx - ax) * k / 20, ay + (by - ay) * k / 20
            if x0 < x < x0 + w and y0 < y < y0 + h:
                return True
    return any(j != own and x0 < x < x0 + w and y0 < y < y0 + h for j, (x, y) in enumerate(points))


def _donut(c: Canvas, data: Series, p: Palette, w: float, h: float, font: str) -> None:
    size = max(11.0, min(w, h) * 0.04)
    pad, total = size * 1.3, sum(data.values)
    side = min(h - 2 * pad, w * 0.46)
    x, y, r = pad + side / 2, h / 2, side / 2
    fills = shades(p, len(data.values))
    angle = -math.pi / 2
    for value, fill in zip(data.values, fills, strict=True):
        share = value / total
        c.path(_slice(x, y, r, r * 0.58, angle, share), fill)
        angle += share * 2 * math.pi
    top = max(data.values)
    put(c, Label(said(round(100 * top / total), "%"), x, y + size * 0.75, "middle"), font, size * 2.1, p.ink, r * 1.05)
    left = x + r + size * 1.8
    rows = len(data.values)
    tall = min(size * 2.0, (h - 2 * pad) / rows)
    small = min(size, tall / height_of(1.0))
    first = y - tall * rows / 2 + tall * 0.5
    for i, (name, value, fill) in enumerate(zip(data.labels, data.values, fills, strict=True)):
        row = first + i * tall
        c.rect(left, row - small * 0.45, small * 0.9, small * 0.9, fill, 1.0, small * 0.2)
        text = said(round(100 * value / total, 1), "%")
        end = w - pad
        put(c, Label(text, end, row + small * 0.36, "end"), font, small, p.ink)
        room = end - wide(text, font, small) - left - small * 2.4
        put(c, Label(name, left + small * 1.6, row + small * 0.36, "start"), font, small, p.muted, room)


def _slice(x: float, y: float, outer: float, inner: float, start: float, share: float) -> str:
    """A part of a ring; a whole one is two halves, since an arc cannot end where it starts."""
    if share > 0.9999:
        return _slice(x, y, outer, inner, start, 0.5) + _slice(x, y, outer, inner, start + math.pi, 0.5)
    end, far = start + share * 2 * math.pi, int(share > 0.5)
    a, b = (math.cos(start), math.sin(start)), (math.cos(end), math.sin(end))
    n = num
    return (
        f"M{n(x + outer * a[0])} {n(y + outer * a[1])}A{n(outer)} {n(outer)} 0 {far} 1 {n(x + outer * b[0])} {n(y + outer * b[1])}"
        f"L{n(x + inner * b[0])} {n(y + inner * b[1])}A{n(inner)} {n(inner)} 0 {far} 0 {n(x + inner * a[0])} {n(y + inner * a[1])}Z"
    )


def shades(p: Palette, count: int) -> tuple[str, ...]:
    """Fills for neighbours, all seen on the ground, no two alike side by side."""
    base = [_seen(p.accent, p), _seen(p.accent2, p)]
    if base[0] == base[1]:
        base[1] = col.mix(base[0], p.ink, 0.5)
    toward = p.ink
    return tuple(
        col.mix(base[i % 2], toward if (i // 2) % 2 else p.bg, 0.0 if i < 2 else min(0.6, 0.22 + 0.09 * (i // 2)))
        for i in range(count)
    )


def _seen(colour: str, p: Palette) -> str:
    """A colour that stands 3:1 off the ground, as graphics must (WCAG 2.2, 1.4.11)."""
    return col.ensure(colour, p.bg, 3.0)
