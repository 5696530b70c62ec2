"""Open water: what lies on it by any hour."""

from __future__ import annotations

from .hour import blend
from .stage import Stage


def light_path(s: Stage, top: float = 0.0) -> None:
    """The light's broken reflection, from the horizon (or the shore at ``top``) towards the eye."""
    top = top or s.horizon
    room = s.height - top
    fade = s.canvas.linear([(0, s.hour.sun, 0), (0.5, s.hour.sun), (1, s.hour.sun, 0)], x2=1, y2=0)
    for i in range(34):
        t = (i / 34) ** 1.4
        y = top + room * 0.78 * t + 3 * s.u
        w = (34 + 250 * t) * s.u * s.rng.uniform(0.5, 1.15)
        x = s.light_x - w / 2 + s.rng.gauss(0, 20 + 60 * t) * s.u
        s.canvas.rect(x, y, w, (2 + 5 * t) * s.u, fade, 0.75 * (1 - t) + 0.1, r=2 * s.u)


def ripples(s: Stage, top: float = 0.0) -> None:
    """Short crests from the horizon (or the shore at ``top``) on, longer the nearer they are."""
    top = top or s.horizon
    room = s.height - top
    tone = blend(s.hour.sky[-1], "#ffffff", 0.3)
    data = []
    for _ in range(int(46 * max(1.0, s.width / s.height))):
        t = s.rng.random()
        y, x, w = top + room * 0.76 * t, s.rng.uniform(0, s.width), (14 + 90 * t) * s.u
        data.append(f"M{x:.0f} {y:.1f}q{w / 2:.1f} {-3 * s.u:.1f} {w:.1f} 0")
    s.canvas.stroke("".join(data), tone, 1.8 * s.u, 0.32)
