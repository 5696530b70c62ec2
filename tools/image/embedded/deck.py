"""What a ware stands on in front of a scene: boards that run to the eye, a table and a terrace alike."""

from __future__ import annotations

from typing import Final

from .hour import blend
from .stage import Stage

NATURAL: Final = frozenset(["hills", "forest", "coast", "fields", "desert", "waves", "snow", "reef", "garden"])
"""Scenes with a ground of their own, on which a ware stands as it is."""


def deck(s: Stage) -> None:
    """Boards across the foot of the picture; what stands on them stands at ``s.ground``."""
    c, h, u = s.canvas, s.hour, s.u
    edge = s.horizon + (s.height - s.horizon) * 0.46
    deep = s.height - edge
    tone = blend(s.local("#a06a42", 0.1), s.palette.deep, 0.12)
    dim = h.dim * 0.7
    lit, low = blend(tone, h.shade, dim), blend(tone, h.shade, min(1.0, dim + 0.34))
    glow = h.lamp if h.dark else h.glow
    c.rect(0, 0, s.width, edge, blend(h.haze, h.shade, 0.5 if h.dark else 0.0), 0.16)  # what is behind is further off
    c.rect(0, edge - 54 * u, s.width, 54 * u, c.linear([(0, h.shade, 0), (1, h.shade, 0.34)]))
    right = s.light_x > s.width / 2
    far, near = blend(lit, glow, 0.34), lit
    c.rect(0, edge, s.width, deep + 4, c.linear([(0, far), (0.3, near), (1, low)]))
    side = [(0.0, glow, 0.0), (0.7, glow, 0.16), (1.0, glow, 0.24)]
    c.rect(0, edge, s.width, deep + 4, c.linear(side if right else [(1 - t, k, a) for t, k, a in reversed(side)], x2=1, y2=0))  # fmt: skip
    rows = 5
    seams, grain = "", ""
    for i in range(1, rows):
        y = edge + deep * (i / rows) ** 1.5
        seams += f"M0 {y:.1f}H{s.width}"
        tall = deep * (((i + 1) / rows) ** 1.5 - (i / rows) ** 1.5)
        for _ in range(int(s.width / (300 * u)) + 1):
            x, w = s.rng.uniform(-0.1, 1) * s.width, s.rng.uniform(90, 320) * u
            grain += f"M{x:.1f} {y + tall * s.rng.uniform(0.25, 0.8):.1f}q{w / 2:.1f} {s.rng.uniform(-4, 4) * u:.1f} {w:.1f} 0"
    c.stroke(grain, low, 2 * u, 0.3)
    c.stroke(seams, blend(low, h.shade, 0.5), 3 * u, 0.55)
    c.rect(0, edge - 2 * u, s.width, 7 * u, blend(far, glow, 0.45), 0.9)
    s.ground = edge + deep * 0.44
