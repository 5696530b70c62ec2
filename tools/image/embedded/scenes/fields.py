"""Rolling fields with their furrows, hedges, a farmhouse, and flowers close by."""

from __future__ import annotations

import math

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import (
    Points,
    Stage,
    birds,
    clouds,
    grass,
    haze,
    heap,
    height_at,
    land,
    leafy,
    sky,
    sun,
    swell,
)

_CROPS = ("#7fb069", "#e0b44c", "#5f9a63", "#c9c36a", "#8cbf6a")


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, up=0.1 if h.name in ("dawn", "dusk") else 0.46)
    clouds(s, 6)
    if h.name in ("day", "dawn"):
        heap(s, s.width * 0.05, s.horizon * 0.74, 300 * u, 0.85)
        heap(s, s.width * 0.58, s.horizon * 0.60, 220 * u, 0.75)
        birds(s, s.width * 0.42, s.horizon * 0.5)
    for k in range(5):
        base = s.horizon + room * (0.05 + 0.15 * k)
        points = swell(s, base, room * (0.13 - 0.012 * k), 0.9 + 0.16 * k)
        tone = (
            h.far(s.local(_CROPS[k], 0.12), 0.6 - 0.14 * k)
            if h.name == "day"
            else blend(h.lit(s.local(_CROPS[k], 0.1)), blend(h.sky[2], h.sky[3], 0.5), 0.66 - 0.15 * k)
        )
        land(s, points, c.linear([(0, blend(tone, h.glow, 0.2)), (0.4, tone), (1, blend(tone, h.shade, 0.25))]))
        if k in (2, 4):
            _furrows(s, points, blend(tone, h.shade, 0.35))
        if k in (0, 1, 3):
            _hedge(s, points, h.far(s.local("#3d7248", 0.1), 0.42 - 0.11 * k), (11 + 7 * k) * u)
        if k == 2:
            x = s.width * (0.24 if s.light_x > s.width / 2 else 0.76)
            _farm(s, x, height_at(points, x) + 10 * u, 150 * u)
        haze(s, base, room * 0.22, 0.26 - 0.05 * k)
    s.ground = s.horizon + room * 0.88
    green = h.lit(s.local("#3b7a4a", 0.15), 0.1)
    for x, tall in ((0.0, 420), (0.985, 360), (0.10, 230)):
        leafy(s, s.width * x, s.horizon + room * 0.74, tall * u, green, h.lit("#5a3f2a", 0.3))
    near = h.lit(s.local("#2f6b3f", 0.1), 0.35)
    grass(s, s.height + 4, 110 * u, near, int(170 * s.width / (1080 * max(u, 0.2))))
    _flowers(s)


def _furrows(s: Stage, points: Points, tone: str) -> None:
    data, vx = "", s.width * 0.5
    for k in range(-16, 17):
        x = s.width * 0.5 + k * s.width * 0.05
        y = height_at(points, x)
        data += f"M{x:.1f} {y + 3 * s.u:.1f}Q{x + (x - vx) * 0.5:.1f} {y + 90 * s.u:.1f} {x + (x - vx) * 1.5:.1f} {y + 240 * s.u:.1f}"
    s.canvas.stroke(data, tone, 3 * s.u, 0.35)


def _hedge(s: Stage, points: Points, tone: str, size: float) -> None:
    x = 0.0
    while x < s.width:
        if s.rng.random() < 0.62:
            r = size * s.rng.uniform(0.6, 1.15)
            s.canvas.ellipse(x, height_at(points, x) - r * 0.25, r * 1.25, r * 0.8, tone)
        x += size * s.rng.uniform(0.8, 2.4)


def _farm(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    wall, roof = h.lit("#fbf1e0"), h.lit(s.palette.accent)
    c.rect(x - w / 2, y - w * 0.34, w * 0.72, w * 0.36, wall)
    c.rect(x + w * 0.22, y - w * 0.34, w * 0.28, w * 0.36, h.lit("#fbf1e0", 0.25))
    c.path(
        f"M{x - w * 0.55:.1f} {y - w * 0.33:.1f}L{x - w * 0.4:.1f} {y - w * 0.62:.1f}H{x + w * 0.36:.1f}L{x + w * 0.22:.1f} {y - w * 0.33:.1f}Z",
        roof,
    )
    c.path(
        f"M{x + w * 0.2:.1f} {y - w * 0.33:.1f}L{x + w * 0.36:.1f} {y - w * 0.62:.1f}L{x + w * 0.54:.1f} {y - w * 0.33:.1f}Z",
        h.lit(s.palette.accent, 0.3),
    )
    c.rect(x - w * 0.22, y - w * 0.74, w * 0.08, w * 0.18, h.lit("#b98c74", 0.2))
    lit = h.lamp if h.dark else h.lit("#5f7f93")
    for k in (-0.38, -0.14, 0.32):
        c.rect(x + k * w, y - w * 0.22, w * 0.09, w * 0.12, lit)
    c.rect(x + 0.03 * w, y - w * 0.24, w * 0.1, w * 0.26, h.lit(s.palette.accent2))
    leafy(s, x - w * 0.72, y + 4 * s.u, w * 0.8, h.lit(s.local("#4c8a55", 0.15)), h.lit("#5a3f2a", 0.3))


def _flowers(s: Stage) -> None:
    c, h, u = s.canvas, s.hour, s.u
    tones = [
        h.lit(t) for t in (s.palette.accent, blend(s.palette.accent, "#ffffff", 0.45), s.palette.accent2, "#fff2c9")
    ]
    for _ in range(int(26 * max(1.0, s.width / s.height))):
        x, y, r = s.rng.uniform(0, s.width), s.height - s.rng.uniform(20, 120) * u, s.rng.uniform(6, 12) * u
        tone = s.rng.choice(tones)
        for k in range(5):
            a = k * 2 * math.pi / 5
            c.circle(x + math.cos(a) * r * 0.8, y + math.sin(a) * r * 0.7, r * 0.55, tone)
        c.circle(x, y, r * 0.42, h.lit("#f2b63c"))
