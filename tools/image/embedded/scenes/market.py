"""Market stalls under strings of lights: gabled huts and bulbs, or tiled eaves and red lanterns."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.scenes._stalls import crowd, strings
from tools.image.embedded.scenes._stalls import stall as _stall
from tools.image.embedded.stage import Stage, clouds, haze, pool, sky


def paint(s: Stage) -> None:
    """Huts with gables, garlands of bulbs."""
    _fair(s, east=False)


def paint_east(s: Stage) -> None:
    """Stalls with swept eaves, red lanterns."""
    _fair(s, east=True)


def _fair(s: Stage, east: bool) -> None:
    c, h, u = s.canvas, s.hour, s.u
    sky(s)
    clouds(s, 5)
    base = s.horizon + (s.height - s.horizon) * 0.46
    free = base - s.quiet if s.quiet else base * 0.84
    tall = min(400 * u, free * 0.72)
    _town(s, base, min(tall * 1.25, free * 0.92), east)
    haze(s, base - tall * 0.5, tall, 0.5)
    ground = s.local("#6d6460" if not h.dark else "#4a4256", 0.2)
    c.rect(0, base, s.width, s.height - base + 4, c.linear([(0, h.lit(blend(ground, h.glow, 0.3))), (1, h.lit(ground, 0.45))]))  # fmt: skip
    n = max(3, round(s.width / (tall * 0.98)))
    step = s.width / n
    for i in range(n):
        x = step * (i + 0.5)
        if h.dark:
            pool(s, x, base + 26 * u, step * 0.6, 60 * u, 0.75, h.lamp)
        _stall(s, x, base + 16 * u, step * 0.84, tall * (0.9 + 0.1 * (i % 2)), i, east)
    strings(s, base - tall * 1.1, max(s.quiet + 26 * u, base - free * 0.96), east)
    crowd(s, base + 64 * u, tall * 0.6)
    s.light_y = base - tall * 0.5
    s.ground = base + (s.height - base) * 0.6


def _town(s: Stage, base: float, tall: float, east: bool) -> None:
    """Roofs behind the stalls, windows lit by night."""
    c, h, u = s.canvas, s.hour, s.u
    x = -40 * u
    while x < s.width:
        w, high = s.rng.uniform(120, 210) * u, tall * s.rng.uniform(0.74, 0.98)
        tone = h.far(s.local("#7a6a7a", 0.3), 0.5)
        c.rect(x, base - high, w, high, tone)
        top = base - high
        if east:
            c.path(f"M{x - 22 * u:.1f} {top - 2 * u:.1f}q{24 * u:.1f} {6 * u:.1f} {w * 0.3:.1f} {-36 * u:.1f}h{w * 0.4 + 4 * u:.1f}q{w * 0.08:.1f} {40 * u:.1f} {w * 0.3 + 18 * u:.1f} {36 * u:.1f}v{9 * u:.1f}H{x - 22 * u:.1f}Z", blend(tone, h.shade, 0.3))  # fmt: skip
        else:
            c.path(
                f"M{x:.1f} {top:.1f}l{w / 2:.1f} {-w * 0.36:.1f}l{w / 2:.1f} {w * 0.36:.1f}Z", blend(tone, h.shade, 0.2)
            )
        for row in range(int(high / (64 * u))):
            for k in range(3):
                lit = h.dark and s.rng.random() < 0.6
                c.rect(x + w * (0.16 + 0.27 * k), top + (20 + 58 * row) * u, w * 0.13, 30 * u, h.lamp if lit else blend(tone, h.shade, 0.22), 0.85 if lit else 0.6, r=2 * u)  # fmt: skip
        x += w
