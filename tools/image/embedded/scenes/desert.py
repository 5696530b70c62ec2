"""Dunes with a lit and a shaded side, mesas in the haze, cacti in front."""

from __future__ import annotations

import numpy as np

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Points, Stage, clouds, haze, land, pool, sky, sun, swell


def paint(s: Stage) -> None:
    """See the module."""
    h, u, room = s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, 1.15, up=0.12 if h.name in ("dawn", "dusk") else 0.5)
    clouds(s, 6)
    _mesas(s)
    sand = s.local("#e2a765", 0.1)
    for k, (drop, rise) in enumerate(((0.16, 0.10), (0.34, 0.15), (0.58, 0.18))):
        base = s.horizon + room * drop
        points = swell(s, base, room * rise, 0.8 + 0.25 * k)
        tone = (
            h.far(sand, 0.42 - 0.18 * k)
            if h.name in ("day", "dawn")
            else blend(h.lit(sand), blend(h.sky[2], h.sky[3], 0.5), 0.5 - 0.2 * k)
        )
        land(
            s, points, s.canvas.linear([(0, blend(tone, h.glow, 0.38)), (0.35, tone), (1, blend(tone, h.shade, 0.35))])
        )
        _slip(s, points, blend(tone, h.shade, 0.42))
        haze(s, base + room * 0.05, room * 0.2, 0.22 - 0.06 * k)
    pool(s, s.light_x, s.horizon + room * 0.3, s.width * 0.4, room * 0.09, 0.4)
    s.ground = s.horizon + room * 0.84
    green = h.lit(s.local("#3f7a5a", 0.2), 0.3)
    for x, y, tall in ((0.08, 0.84, 330), (0.93, 0.9, 420), (0.20, 0.74, 150), (0.80, 0.7, 120)):
        _cactus(s, s.width * x, s.horizon + room * y, tall * u, green)


def _mesas(s: Stage) -> None:
    c, h, room = s.canvas, s.hour, s.height - s.horizon
    base = s.horizon + room * 0.16
    for k, far in enumerate((0.62, 0.4)):
        tone = (
            h.far(s.local("#b5624a", 0.12), far)
            if h.name in ("day", "dawn")
            else blend(h.lit("#b5624a"), blend(h.sky[2], h.sky[3], 0.5), far)
        )
        x = s.rng.uniform(-0.2, 0.1) * s.width
        while x < s.width:
            w, tall = s.rng.uniform(0.14, 0.3) * s.width, room * s.rng.uniform(0.2, 0.5) * (1 - 0.3 * k)
            e, step = w * 0.16, w * 0.05
            c.path(
                f"M{x - e:.1f} {base:.1f}L{x:.1f} {base - tall * 0.45:.1f}L{x + step:.1f} {base - tall * 0.5:.1f}L{x + step * 1.4:.1f} {base - tall:.1f}H{x + w - step * 1.2:.1f}L{x + w - step:.1f} {base - tall * 0.55:.1f}L{x + w:.1f} {base - tall * 0.48:.1f}L{x + w + e:.1f} {base:.1f}Z",
                c.linear([(0, blend(tone, h.glow, 0.25)), (1, blend(tone, h.haze, 0.4))]),
            )
            x += w * s.rng.uniform(1.2, 2.2)


def _slip(s: Stage, points: Points, tone: str) -> None:
    """The shaded side of a dune: from each crest down and away from the light."""
    line = points
    i = int(np.argmin(line[5:-5, 1])) + 5
    x, y = line[i]
    away = -1 if s.light_x > x else 1
    reach, deep = s.width * 0.45 * away, (s.height - s.horizon) * 0.26
    edge = [
        (line[j, 0], line[j, 1])
        for j in range(i, (len(line) - 1 if away > 0 else 0), away)
        if abs(line[j, 0] - x) <= abs(reach)
    ]
    d = (
        "M"
        + "L".join(f"{a:.1f} {b:.1f}" for a, b in edge)
        + f"Q{x + reach * 0.4:.1f} {y + deep * 0.7:.1f} {x + reach * 0.1:.1f} {y + deep:.1f}Q{x + reach * 0.14:.1f} {y + deep * 0.4:.1f} {x:.1f} {y:.1f}Z"
    )
    s.canvas.path(d, s.canvas.linear([(0, tone, 0.8), (1, tone, 0.1)]))


def _cactus(s: Stage, x: float, y: float, tall: float, tone: str) -> None:
    c, w = s.canvas, tall * 0.13
    side = 1 if s.light_x > x else -1
    c.ellipse(x - side * tall * 0.25, y, tall * 0.34, tall * 0.03, s.hour.shade, 0.3)
    arms = f"M{x:.1f} {y - tall * 0.34:.1f}H{x - tall * 0.2:.1f}V{y - tall * 0.66:.1f}M{x:.1f} {y - tall * 0.46:.1f}H{x + tall * 0.2:.1f}V{y - tall * 0.82:.1f}"
    c.stroke(arms, tone, w * 0.72)
    c.stroke(f"M{x:.1f} {y:.1f}V{y - tall + w / 2:.1f}", tone, w)
    rim = blend(tone, s.hour.glow, 0.42)
    c.stroke(
        f"M{x + side * w * 0.26:.1f} {y - w * 0.2:.1f}V{y - tall + w * 0.6:.1f}M{x + tall * 0.2 + side * w * 0.18:.1f} {y - tall * 0.52:.1f}V{y - tall * 0.81:.1f}M{x - tall * 0.2 + side * w * 0.18:.1f} {y - tall * 0.4:.1f}V{y - tall * 0.65:.1f}",
        rim,
        w * 0.14,
        0.8,
    )
