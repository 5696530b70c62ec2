"""What rooms share: walls lit from one side, floors, windows on the hour outside, hanging lamps, pots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .hour import blend
from .stage import Stage, pool


def turned(s: Stage) -> None:
    """In a wide frame words stand opposite the light: there the window goes behind them, and what the room is for stays free."""
    if s.width > s.height * 1.25:
        s.light_x = s.width - s.light_x


def room_for(s: Stage, tall: float, base: float) -> float:
    """``tall``, or what of it there is room for between the words and ``base``."""
    return min(tall, max(40 * s.u, base - s.quiet - 46 * s.u)) if s.quiet else tall


def wall(s: Stage, tone: str, floor: float) -> str:
    """A wall down to ``floor``, brighter on the side of the light; lamps are lit inside. Gives the lit tone."""
    s.hour = replace(s.hour, dim=s.hour.dim * 0.5)
    c, h = s.canvas, s.hour
    lit = h.lit(tone)
    right = s.light_x > s.width / 2
    ends = [(0.0, blend(lit, h.shade, 0.2)), (1.0, blend(lit, h.lamp if h.dark else h.glow, 0.26))]
    if not right:
        ends = [(0.0, ends[1][1]), (1.0, ends[0][1])]
    c.rect(0, 0, s.width, s.height, c.linear(ends, x2=1, y2=0))
    c.rect(
        0, 0, s.width, floor, c.linear([(0, h.shade, 0.16), (0.5, h.shade, 0), (0.86, h.shade, 0), (1, h.shade, 0.14)])
    )
    return lit


def boards(s: Stage, floor: float, tone: str, gap: float = 110) -> None:
    """A floor of planks running to the eye, darker in front."""
    c, h, u = s.canvas, s.hour, s.u
    deep = s.height - floor
    ends = [(0.0, h.lit(blend(tone, h.glow, 0.22))), (1.0, h.lit(tone, 0.5))]
    c.rect(0, floor, s.width, deep + 4, c.linear(ends))
    mid, n = s.width / 2, int(s.width / (gap * u)) + 2
    lines = "".join(
        f"M{mid + k * gap * u:.1f} {floor:.1f}L{mid + k * gap * (1 + 1.5 * deep / (500 * u)) * u:.1f} {s.height:.1f}"
        for k in range(-n, n + 1)
    )
    c.stroke(lines, h.lit(tone, 0.6), 2 * u, 0.34)
    c.rect(0, floor, s.width, 26 * u, c.linear([(0, h.shade, 0.32), (1, h.shade, 0)]))


def tiles(s: Stage, x: float, y: float, w: float, tall: float, tone: str, side: float) -> None:
    """A field of glazed tiles, ``side`` wide, every one with its own shade of ``tone``."""
    c, h = s.canvas, s.hour
    c.rect(x, y, w, tall, h.lit(blend(tone, h.shade, 0.16)))
    rows = max(1, round(tall / side))
    step = tall / rows
    shades = [h.lit(blend(tone, "#ffffff" if k % 2 else h.shade, 0.05 + 0.035 * k)) for k in range(4)]
    data = ["", "", "", ""]
    for row in range(rows):
        at = x
        while at < x + w - 1:
            wide = min(side, x + w - at)
            data[s.rng.randrange(4)] += (
                f"M{at + 1:.1f} {y + row * step + 1:.1f}h{wide - 2:.1f}v{step - 2:.1f}h{2 - wide:.1f}Z"
            )
            at += side
    for d, shade in zip(data, shades, strict=True):
        c.path(d, shade)


def pane(s: Stage, x: float, y: float, w: float, tall: float, bars: int = 2, light: bool = True) -> None:
    """A window: the sky of the hour and far hills behind ``bars`` by two panes. ``x`` is its left edge.

    ``light`` is whether the sun or moon stands in it; of several windows one has it.
    """
    c, h, u = s.canvas, s.hour, s.u
    glow = c.radial([(0, h.glow, 0.65), (0.55, h.glow, 0.22), (1, h.glow, 0)])
    c.ellipse(x + w / 2, y + tall / 2, w * 0.95, tall * 0.95, glow, 0.8)
    frame, top = h.lit("#fbf6ec", 0.06), len(h.sky) - 1
    c.rect(x - 14 * u, y - 14 * u, w + 28 * u, tall + 28 * u, frame, r=5 * u)
    c.rect(x, y, w, tall, c.linear([(i / top, tone) for i, tone in enumerate(h.sky)]))
    clip = c.clip(f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{tall:.1f}"/>')
    c.add(f'<g clip-path="{clip}">')
    if light:
        r = min(w, tall) * 0.11
        s.light_x, s.light_y = x + w * 0.62, y + tall * 0.42
        c.circle(s.light_x, s.light_y, r * 4.6, c.radial([(0, h.sun, 0.85), (0.25, h.glow, 0.45), (1, h.glow, 0)]))
        c.circle(s.light_x, s.light_y, r, h.sun)
    for k, far in enumerate((0.62, 0.36, 0.12)):
        base, a = y + tall * (0.68 + 0.12 * k), s.rng.uniform(0.05, 0.13) * tall
        tone = h.far(s.local("#4f8a6b" if h.name == "day" else "#4a4676", 0.25), far)
        c.path(
            f"M{x - 9:.1f} {base:.1f}C{x + w * 0.3:.1f} {base - a * 2:.1f} {x + w * 0.62:.1f} {base + a:.1f} "
            f"{x + w + 9:.1f} {base - a:.1f}V{y + tall + 9:.1f}H{x - 9:.1f}Z",
            tone,
        )
    c.add("</g>")
    for k in range(1, bars):
        c.rect(x + w * k / bars - 4 * u, y, 8 * u, tall, frame)
    c.rect(x, y + tall * 0.36 - 4 * u, w, 8 * u, frame)
    c.rect(x - 30 * u, y + tall + 12 * u, w + 60 * u, 18 * u, frame)
    c.rect(x - 30 * u, y + tall + 30 * u, w + 60 * u, 12 * u, h.shade, 0.14)


def beam(s: Stage, x: float, w: float, floor: float, lean: float) -> None:
    """The window's light lying on the floor."""
    c, h = s.canvas, s.hour
    fill = c.linear([(0, h.glow, 0.75), (1, h.glow, 0)])
    d = f"M{x:.1f} {floor:.1f}h{w:.1f}L{x + w * 1.25 + lean:.1f} {s.height:.1f}H{x - w * 0.25 + lean:.1f}Z"
    c.path(d, fill, 0.28 if h.dark else 0.5)


def lamps(s: Stage, xs: Sequence[float], y: float, w: float, tone: str) -> None:
    """Lamps ``w`` wide hanging down to ``y``, from the ceiling or from a rail under the words. Left out where there is no room."""
    c, h, u = s.canvas, s.hour, s.u
    top = s.quiet + 18 * u if s.quiet else 0.0
    if y - w * 0.9 < top + 10 * u:
        return
    iron = h.lit("#2f333d", 0.3)
    if s.quiet:
        c.rect(min(xs) - w, top - 4 * u, max(xs) - min(xs) + 2 * w, 8 * u, iron, r=4 * u)
    for x in xs:
        if h.dark:
            c.circle(x, y, w * 2.6, c.radial([(0, h.lamp, 0.7), (0.3, h.lamp, 0.24), (1, h.lamp, 0)]))
        c.rect(x - 1.5 * u, top, 3 * u, y - w * 0.7 - top, iron)
        c.rect(x - w * 0.09, y - w * 0.82, w * 0.18, w * 0.2, iron)
        fill = c.linear([(0, h.lit(blend(tone, "#ffffff", 0.2))), (1, h.lit(tone, 0.2))], x2=1, y2=0)
        c.path(
            f"M{x - w * 0.5:.1f} {y:.1f}C{x - w * 0.48:.1f} {y - w * 0.5:.1f} {x - w * 0.2:.1f} {y - w * 0.66:.1f} {x:.1f} {y - w * 0.66:.1f}S{x + w * 0.48:.1f} {y - w * 0.5:.1f} {x + w * 0.5:.1f} {y:.1f}Z",
            fill,
        )
        c.ellipse(x, y, w * 0.5, w * 0.07, h.lamp if h.dark else blend(h.lit(tone), "#ffffff", 0.6))


def spill(s: Stage, xs: Sequence[float], y: float, w: float) -> None:
    """By lamp light: the pools that lamps throw on what is below them."""
    if s.hour.dark:
        for x in xs:
            pool(s, x, y, w, w * 0.16, 0.6, s.hour.lamp)


def round_side(s: Stage, tone: str) -> str:
    """A fill for round things lit from the light's side."""
    h = s.hour
    lit, dark = h.lit(blend(tone, h.glow, 0.25)), h.lit(tone, 0.42)
    pair = [(0.0, dark), (0.6, h.lit(tone)), (1.0, lit)]
    if s.light_x < s.width / 2:
        pair = [(0.0, lit), (0.4, h.lit(tone)), (1.0, dark)]
    return s.canvas.linear(pair, x2=1, y2=0)


def shadow(s: Stage, x: float, y: float, w: float) -> None:
    """What a thing ``w`` wide throws on the table that it stands on."""
    s.canvas.ellipse(x, y, w, w * 0.14, s.canvas.radial([(0, s.hour.shade, 0.55), (1, s.hour.shade, 0)]))


def plant(s: Stage, x: float, y: float, tall: float) -> None:
    """A pot with a fan of leaves."""
    c, h = s.canvas, s.hour
    shadow(s, x, y, tall * 0.3)
    green = h.lit(s.local("#3f8a5c", 0.15))
    for i in range(9):
        a = (i - 4) / 4
        ex, ey, w = x + a * tall * 0.42, y - tall * (1.0 - 0.4 * abs(a)), tall * 0.07
        c.path(
            f"M{x:.1f} {y - tall * 0.26:.1f}C{x + a * 6 - w:.1f} {y - tall * 0.6:.1f} {ex - w:.1f} {ey + w * 2:.1f} {ex:.1f} {ey:.1f}"
            f"C{ex + w:.1f} {ey + w * 3:.1f} {x + a * tall * 0.2 + w:.1f} {y - tall * 0.5:.1f} {x:.1f} {y - tall * 0.26:.1f}Z",
            blend(green, h.shade if i % 2 else h.glow, 0.16),
        )
    w, pot = tall * 0.17, blend(s.palette.light, s.palette.accent2, 0.15)
    c.path(
        f"M{x - w:.1f} {y - tall * 0.3:.1f}H{x + w:.1f}L{x + w * 0.76:.1f} {y:.1f}H{x - w * 0.76:.1f}Z",
        c.linear([(0, h.lit(blend(pot, "#ffffff", 0.3))), (1, h.lit(pot, 0.35))], x2=1, y2=0),
    )
