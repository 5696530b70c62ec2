"""A café: the counter with its machine and cakes, a wall of cups, a wide window on the street, tables in front."""

from __future__ import annotations

from tools.image.embedded.display import cakes
from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import (
    beam,
    boards,
    lamps,
    pane,
    plant,
    room_for,
    round_side,
    spill,
    tiles,
    turned,
    wall,
)
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    turned(s)
    floor = s.horizon + (s.height - s.horizon) * 0.44
    lit = wall(s, blend(blend(s.palette.accent, s.palette.light, 0.72), "#e8d2b4", 0.35), floor)
    c, h, u = s.canvas, s.hour, s.u
    k, sign, wide = min(1.0, s.width / (1000 * u)), 1 if s.light_x > s.width / 2 else -1, s.width > s.height
    free = floor - s.quiet - 40 * u if s.quiet else 1e9
    c.rect(0, floor - 20 * u, s.width, 22 * u, blend(lit, h.shade, 0.25))
    tall = room_for(s, min(430 * u, floor * 0.72), floor - 80 * u)
    w = s.width * (0.36 if wide else 0.4)
    x = s.width * (0.5 + sign * (0.27 if wide else 0.26))
    top = floor - 80 * u - tall
    pane(s, x - w / 2, top, w, tall, 3)
    at, wc = s.width * (0.5 - sign * (0.22 if wide else 0.235)), s.width * (0.46 if wide else 0.47)
    counter = floor - 168 * u * k
    _menu(s, at, top, wc * 0.84, min(250 * u * k, counter - top - 150 * u * k), counter)
    boards(s, floor, s.local("#a0704a", 0.12))
    beam(s, x - w * 0.42, w * 0.84, floor, -sign * 170 * u)
    _counter(s, at, counter, floor + 30 * u, wc, k)
    spots = [at - wc * 0.28, at + wc * 0.28]
    lamps(s, [*spots, x], top - 34 * u, 112 * u * k, s.palette.accent2)
    spill(s, spots, counter + 6 * u, 150 * u * k)
    deep = s.height - floor
    places = (
        ((0.62, 0.34, 0.8), (0.86, 0.9, 1.25), (0.3, 0.98, 1.35))
        if wide
        else ((0.7, 0.3, 0.95), (0.3, 0.66, 1.2), (0.84, 0.98, 1.4))
    )
    for t, down, size in places:
        _table(s, s.width * (t if sign > 0 else 1 - t), floor + deep * down, 190 * u * k * size)
    plant(s, s.width * (0.5 + sign * 0.455), floor + 46 * u, min(300 * u * k, free * 0.7))
    s.ground = floor + deep * 0.7


def _menu(s: Stage, x: float, y: float, w: float, tall: float, counter: float) -> None:
    """A slate with chalk lines and, under it, a shelf of cups."""
    c, h, u = s.canvas, s.hour, s.u
    if tall > 90 * u:
        c.rect(x - w / 2 - 9 * u, y - 9 * u, w + 18 * u, tall + 18 * u, h.lit(s.local("#8a5f3c", 0.1)), r=4 * u)
        c.rect(x - w / 2, y, w, tall, c.linear([(0, h.lit("#35393f", 0.05)), (1, h.lit("#24272d", 0.15))]))
        lines = ""
        for col in range(3):
            left = x - w / 2 + w * (0.06 + 0.32 * col)
            for row in range(4):
                at = y + tall * (0.34 + 0.16 * row)
                lines += f"M{left:.1f} {at:.1f}h{w * s.rng.uniform(0.1, 0.17):.1f}M{left + w * 0.2:.1f} {at:.1f}h{w * 0.035:.1f}"
        c.stroke(lines, "#f4efe4", max(1.2, 4 * u), 0.6)
        heads = "".join(
            f"M{x - w / 2 + w * (0.06 + 0.32 * col):.1f} {y + tall * 0.17:.1f}h{w * 0.2:.1f}" for col in range(3)
        )
        c.stroke(heads, blend(s.palette.accent, "#ffffff", 0.3), max(1.6, 7 * u), 0.9)
    shelf = counter - 100 * u
    if s.quiet and shelf - 60 * u < s.quiet:
        return
    c.rect(x - w / 2, shelf, w, 12 * u, h.lit(s.local("#8a5f3c", 0.1), 0.1), r=3 * u)
    c.rect(x - w / 2, shelf + 12 * u, w, 8 * u, h.shade, 0.18)
    n = int(w / (58 * u))
    for i in range(n):
        cx, tone = (
            x - w / 2 + w * (i + 0.5) / n,
            (s.palette.light, s.palette.accent2, s.palette.light, s.palette.accent)[i % 4],
        )
        c.stroke(
            f"M{cx + 15 * u:.1f} {shelf - 30 * u:.1f}q{18 * u:.1f} {4 * u:.1f} 0 {20 * u:.1f}", h.lit(tone, 0.15), 5 * u
        )
        c.rect(cx - 17 * u, shelf - 36 * u, 34 * u, 36 * u, round_side(s, tone), r=7 * u)


def _counter(s: Stage, x: float, top: float, foot: float, w: float, k: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    left, tall = x - w / 2, foot - top
    c.ellipse(x, foot, w * 0.54, 20 * u, h.shade, 0.4)
    tiles(s, left, top + 20 * u, w, tall - 40 * u, s.palette.accent2, 50 * u * k)
    c.rect(left, top + 20 * u, w, 24 * u, c.linear([(0, h.shade, 0.45), (1, h.shade, 0)]))
    c.rect(left, foot - 26 * u, w, 26 * u, h.lit("#3a332f", 0.3))
    wood = s.local("#b27a4a", 0.08)
    c.rect(
        left - 14 * u,
        top,
        w + 28 * u,
        26 * u,
        c.linear([(0, h.lit(blend(wood, h.glow, 0.35))), (1, h.lit(wood, 0.25))]),
        r=4 * u,
    )
    _machine(s, left + w * 0.24, top, min(210 * u * k, w * 0.4))
    cakes(s, left + w * 0.72, top, min(260 * u * k, w * 0.46))


def _machine(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    steel, dark = "#c6ccd4", h.lit("#33373f", 0.15)
    tall = w * 0.56
    c.rect(x - w / 2, y - w * 0.1, w, w * 0.1, dark, r=w * 0.02)
    c.rect(
        x - w * 0.46,
        y - tall,
        w * 0.92,
        tall * 0.5,
        c.linear([(0, h.lit(blend(steel, "#ffffff", 0.4))), (1, h.lit(steel, 0.25))]),
        r=w * 0.05,
    )
    c.rect(x - w * 0.46, y - tall * 0.72, w * 0.92, tall * 0.13, h.lit(s.palette.accent))
    c.rect(x - w * 0.4, y - tall * 0.5, w * 0.8, tall * 0.36, dark)
    for dx in (-0.2, 0.2):
        gx = x + dx * w
        c.rect(gx - w * 0.07, y - tall * 0.52, w * 0.14, w * 0.05, h.lit(steel, 0.1))
        c.rect(gx - w * 0.02, y - tall * 0.44, w * 0.04, w * 0.05, h.lit("#8a5330", 0.2))
        c.rect(gx - w * 0.05, y - w * 0.175, w * 0.1, w * 0.075, h.lit(s.palette.light), r=w * 0.015)
        c.circle(gx, y - tall * 0.84, w * 0.045, "#ffffff", 0.9)
        c.stroke(f"M{gx:.1f} {y - tall * 0.84:.1f}l{w * 0.02:.1f} {-w * 0.022:.1f}", dark, w * 0.008)
    for i in range(5):
        c.rect(
            x - w * 0.4 + i * w * 0.165,
            y - tall - w * 0.08,
            w * 0.12,
            w * 0.085,
            round_side(s, s.palette.light),
            r=w * 0.02,
        )


def _table(s: Stage, x: float, y: float, w: float) -> None:
    """A round table with a cup, a chair on either side."""
    c, h = s.canvas, s.hour
    wood, iron, tall = s.local("#b98252", 0.08), h.lit("#2f333b", 0.3), w * 0.62
    c.ellipse(x, y, w * 0.86, w * 0.1, h.shade, 0.32)
    for side in (-1, 1):
        cx = x + side * w * 0.66
        c.stroke(
            f"M{cx - w * 0.14:.1f} {y:.1f}l{w * 0.03:.1f} {-w * 0.36:.1f}M{cx + w * 0.14:.1f} {y:.1f}l{-w * 0.03:.1f} {-w * 0.36:.1f}",
            iron,
            w * 0.03,
        )
        c.stroke(
            f"M{cx + side * w * 0.15:.1f} {y - w * 0.36:.1f}Q{cx + side * w * 0.25:.1f} {y - w * 0.6:.1f} {cx + side * w * 0.2:.1f} {y - w * 0.82:.1f}",
            iron,
            w * 0.032,
        )
        c.rect(
            cx + side * w * 0.2 - w * 0.04, y - w * 0.86, w * 0.09, w * 0.26, h.lit(s.palette.accent, 0.1), r=w * 0.03
        )
        c.rect(cx - w * 0.19, y - w * 0.41, w * 0.38, w * 0.07, h.lit(s.palette.accent, 0.05), r=w * 0.03)
    c.stroke(
        f"M{x:.1f} {y - tall:.1f}V{y - w * 0.03:.1f}M{x - w * 0.2:.1f} {y:.1f}Q{x:.1f} {y - w * 0.1:.1f} {x + w * 0.2:.1f} {y:.1f}",
        iron,
        w * 0.045,
    )
    c.ellipse(x, y - tall + w * 0.03, w * 0.44, w * 0.075, h.lit(wood, 0.4))
    c.ellipse(x, y - tall, w * 0.44, w * 0.075, h.lit(blend(wood, h.glow, 0.3)))
    c.ellipse(x - w * 0.1, y - tall, w * 0.12, w * 0.024, h.lit(s.palette.light, 0.1))
    c.path(
        f"M{x - w * 0.17:.1f} {y - tall - w * 0.1:.1f}h{w * 0.14:.1f}q{-w * 0.01:.1f} {w * 0.09:.1f} {-w * 0.07:.1f} {w * 0.1:.1f}q{-w * 0.06:.1f} {-w * 0.01:.1f} {-w * 0.07:.1f} {-w * 0.1:.1f}Z",
        round_side(s, s.palette.light),
    )
    c.rect(x + w * 0.14, y - tall - w * 0.13, w * 0.06, w * 0.13, round_side(s, s.palette.accent2), r=w * 0.02)
    for dx, tint in ((0.0, "#e8b23c"), (0.05, s.palette.accent), (-0.04, "#f4d9e0")):
        c.circle(x + w * (0.17 + dx), y - tall - w * (0.17 - abs(dx) * 0.4), w * 0.035, h.lit(tint))
