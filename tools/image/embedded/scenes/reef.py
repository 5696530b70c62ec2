"""Under water: light falling in shafts from the surface, rocks and weed in three depths, a shoal, corals in front."""

from __future__ import annotations

import math

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, land, pool, ridge, swell


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    top = {"day": "#7fd6e0", "dawn": "#8fb8d0", "dusk": "#5a6fa8"}.get(h.name, "#274a86")
    deep = {"day": "#0c5f86", "dawn": "#2a5580", "dusk": "#1c2d62"}.get(h.name, "#081a40")
    top, deep = blend(top, h.glow, 0.12), s.local(deep, 0.2)
    middle = blend(top, deep, 0.55)
    c.rect(0, 0, s.width, s.height, c.linear([(0, top), (0.28, blend(top, deep, 0.3)), (0.62, middle), (1, deep)]))
    s.light_y = s.quiet
    c.circle(
        s.light_x,
        0,
        max(s.width, s.height) * 0.55,
        c.radial([(0, h.sun, 0.75), (0.3, h.glow, 0.3), (1, h.glow, 0)]),
        0.5 if h.dark else 0.8,
    )
    shaft = c.linear([(0, h.sun, 0.42), (1, h.sun, 0)])
    for _ in range(13):
        k = s.rng.uniform(-1, 1)
        x, lean, w = s.light_x + k * s.width * 0.3, k * s.width * 0.5, s.width * s.rng.uniform(0.004, 0.035)
        reach = s.height * s.rng.uniform(0.5, 0.86)
        c.path(
            f"M{x - w:.1f} -9H{x + w:.1f}L{x + lean + w * 3:.1f} {reach:.1f}H{x + lean - w * 3:.1f}Z",
            shaft,
            s.rng.uniform(0.12, 0.34) * (0.7 if h.dark else 1.2),
        )
    rock = s.local("#1d4a63" if not h.dark else "#12264c", 0.2)
    for k, (drop, rise, far) in enumerate(((0.1, 0.5, 0.72), (0.36, 0.34, 0.46), (0.6, 0.2, 0.2))):
        points = ridge(s, s.horizon + room * drop, room * rise, 6, 0.5)
        tone = blend(rock, middle, far)
        land(s, points, c.linear([(0, blend(tone, h.glow, 0.14)), (0.4, tone), (1, blend(tone, deep, 0.4))]))
        if k:
            _weed(s, s.horizon + room * (drop + 0.14), room * (0.5 + 0.2 * k), tone, 16)
    _shoal(s, s.width * (0.3 if s.light_x > s.width / 2 else 0.7), max(s.horizon - 60 * u, s.quiet + 130 * u), deep)
    sand = blend(s.local("#d9c6a0", 0.2), middle, 0.42 if not h.dark else 0.7)
    floor = swell(s, s.horizon + room * 0.82, room * 0.06, 0.9)
    land(s, floor, c.linear([(0, blend(sand, h.sun, 0.16)), (1, blend(sand, deep, 0.5))]))
    pool(s, s.light_x, s.horizon + room * 0.88, s.width * 0.36, room * 0.08, 0.5)
    s.ground = s.horizon + room * 0.9
    haze_tone = c.linear([(0, middle, 0), (0.5, middle), (1, middle, 0)])
    c.rect(0, s.horizon + room * 0.4, s.width, room * 0.4, haze_tone, 0.25)
    for x, k in ((0.03, 1.0), (0.13, 0.7), (0.97, 1.05), (0.87, 0.66)):
        _coral(
            s,
            s.width * x,
            s.horizon + room * 0.97,
            min(400 * u, room * 0.95) * k,
            s.palette.accent if k < 0.9 else s.palette.accent2,
            deep,
        )
    for _ in range(36):
        y = s.rng.uniform(s.quiet + 40 * u, s.height)
        x, r = s.rng.uniform(0, s.width), s.rng.choice((2.0, 3.2, 5.0, 8.0)) * u
        c.circle(x, y, r, blend(top, "#ffffff", 0.6), 0.28)
        c.circle(x - r * 0.3, y - r * 0.3, r * 0.3, "#ffffff", 0.7)
    c.rect(
        0,
        0,
        s.width,
        s.height,
        c.radial([(0, deep, 0), (0.65, deep, 0), (1, deep, 0.5)], cx=s.light_x / s.width, cy=0.3, r=0.95),
    )


def _weed(s: Stage, base: float, tall: float, tone: str, count: int) -> None:
    data = ""
    for _ in range(count):
        x = s.rng.choice((s.rng.uniform(-0.02, 0.36), s.rng.uniform(0.64, 1.02))) * s.width
        t, w = tall * s.rng.uniform(0.45, 1.0), s.rng.uniform(14, 26) * s.u
        bend = s.rng.choice((-1, 1)) * s.rng.uniform(0.12, 0.3) * t
        data += (
            f"M{x - w:.1f} {base + 40 * s.u:.1f}C{x - w - bend:.1f} {base - t * 0.3:.1f} {x + bend:.1f} {base - t * 0.6:.1f} {x + bend * 1.4:.1f} {base - t:.1f}"
            f"C{x + bend + w:.1f} {base - t * 0.55:.1f} {x + w - bend:.1f} {base - t * 0.3:.1f} {x + w:.1f} {base + 40 * s.u:.1f}Z"
        )
    s.canvas.path(data, tone)


def _shoal(s: Stage, x: float, y: float, deep: str) -> None:
    c, u = s.canvas, s.u
    for i in range(22):
        a, r = i * 2.4, 40 * u * math.sqrt(i + 0.5)
        px, py, w = x + math.cos(a) * r * 1.5, y + math.sin(a) * r * 0.62, u * s.rng.uniform(22, 36)
        tone = blend(s.palette.accent if i % 4 else s.palette.accent2, deep, 0.25 if not s.hour.dark else 0.5)
        c.path(
            f"M{px - w:.1f} {py:.1f}Q{px:.1f} {py - w * 0.75:.1f} {px + w:.1f} {py:.1f}Q{px:.1f} {py + w * 0.75:.1f} {px - w:.1f} {py:.1f}Z"
            f"M{px - w * 0.8:.1f} {py:.1f}l{-w * 0.6:.1f} {-w * 0.45:.1f}v{w * 0.9:.1f}Z",
            tone,
        )
        c.circle(px + w * 0.55, py - w * 0.08, w * 0.1, "#ffffff", 0.9)


def _coral(s: Stage, x: float, y: float, tall: float, colour: str, deep: str) -> None:
    """Branches that fork three times, lit from above."""
    c = s.canvas
    tone = blend(colour, deep, 0.18 if not s.hour.dark else 0.45)
    layers: list[list[str]] = [[], [], []]

    def grow(px: float, py: float, angle: float, length: float, depth: int) -> None:
        ex, ey = px + math.sin(angle) * length, py - math.cos(angle) * length
        layers[depth].append(f"M{px:.1f} {py:.1f}L{ex:.1f} {ey:.1f}")
        if depth < 2:
            for turn in (-0.42, 0.05, 0.45):
                grow(ex, ey, angle + turn + s.rng.uniform(-0.12, 0.12), length * s.rng.uniform(0.58, 0.74), depth + 1)

    for lean in (-0.5, 0.0, 0.5):
        grow(x, y, lean, tall * 0.4, 0)
    for depth, data in enumerate(layers):
        c.stroke("".join(data), blend(tone, s.hour.sun, 0.1 * depth), tall * (0.085, 0.06, 0.045)[depth])
