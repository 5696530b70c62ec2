"""High mountains in snow: lit and shaded faces, mist in the valley, firs and a cabin with smoke."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import (
    Stage,
    birds,
    clouds,
    haze,
    heap,
    height_at,
    land,
    pine,
    pool,
    sky,
    sun,
    swell,
    wood,
)


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, 0.85, up=0.2 if h.name in ("dawn", "dusk") else 0.5)
    clouds(s, 5)
    if h.name == "day":
        heap(s, s.width * 0.08, s.horizon * 0.7, 260 * u, 0.75)
        birds(s, s.width * 0.45, s.horizon * 0.5)
    tall = min(s.horizon * 0.62, 560 * u)
    if s.quiet:
        tall = min(tall, max(120 * u, s.horizon + room * 0.1 - s.quiet))
    for k, far in enumerate((0.62, 0.36)):
        base = s.horizon + room * (0.14 + 0.16 * k)
        for x, part in (((0.2, 0.8), (0.62, 1.0), (0.95, 0.7)), ((0.02, 0.62), (0.4, 0.46), (0.86, 0.74)))[k]:
            _peak(s, s.width * (x + s.rng.uniform(-0.04, 0.04)), base, tall * part * (1, 0.8)[k], far)
        field = blend(_snow(s, 0.0), blend(h.haze, h.sky[-2], 0.4), 0.72 - 0.3 * k)
        land(s, swell(s, base + 4 * u, room * 0.05, 1.4), c.linear([(0, field), (1, blend(field, h.haze, 0.3))]))
        haze(s, base, tall * 0.6, 0.42 - 0.12 * k)
    snow = _snow(s, 0.05)
    firs = h.lit(s.local("#24525a" if h.name == "day" else "#1b2b4c", 0.2), 0.1)
    middle = swell(s, s.horizon + room * 0.46, room * 0.12, 1.1)
    land(s, middle, c.linear([(0, blend(snow, h.haze, 0.3)), (1, blend(snow, h.shade, 0.18))]))
    wood(s, middle, 60 * u, 130 * u, 30 * u, blend(firs, h.haze, 0.34), 0.8)
    haze(s, s.horizon + room * 0.5, room * 0.3, 0.3)
    near = swell(s, s.horizon + room * 0.7, room * 0.1, 0.8)
    land(s, near, c.linear([(0, blend(snow, h.glow, 0.2)), (0.3, snow), (1, blend(snow, h.shade, 0.34))]))
    s.ground = s.horizon + room * 0.86
    left = s.light_x > s.width / 2
    _cabin(s, s.width * (0.24 if left else 0.76), s.horizon + room * 0.80, min(190 * u, s.width * 0.26))
    big = min(room * 1.3, s.height * 0.44)
    for x, size in ((-0.01, 1.0), (0.075, 0.66), (1.01, 1.05), (0.925, 0.72), (0.85, 0.42)):
        foot = height_at(near, s.width * x) + room * 0.14
        _white_pine(s, s.width * x, foot, big * size, firs, snow)
    if h.name != "day":
        for _ in range(90):
            y = s.rng.uniform(s.quiet, s.height)
            c.circle(
                s.rng.uniform(0, s.width), y, s.rng.choice((1.4, 2.0, 3.0)) * u, "#ffffff", s.rng.uniform(0.3, 0.8)
            )


def _snow(s: Stage, shade: float) -> str:
    """Snow takes less of the hour's dark than anything else does."""
    return blend(blend("#f6f9fd", s.hour.shade, s.hour.dim * 0.62 + shade * 0.5), s.hour.sky[1], 0.14)


def _peak(s: Stage, x: float, base: float, tall: float, far: float) -> None:
    """One mountain: its lit face, its shaded face, and bare rock low down."""
    c, h, rng = s.canvas, s.hour, s.rng
    light = 1 if s.light_x > x else -1
    half = tall * 1.05
    ground = blend(h.haze, h.sky[-2], 0.4)
    lit = blend(blend(_snow(s, 0.0), h.glow, 0.2), ground, far * 0.6)
    dark = blend(blend(_snow(s, 0.3), h.shade, 0.34), ground, far * 0.75)
    rock = blend(h.lit(s.local("#5b6b80" if h.name == "day" else "#2f3557", 0.2)), ground, far)

    def slope(sign: int, steps: int = 7) -> list[tuple[float, float]]:
        return [
            (
                x + sign * half * t / steps + rng.uniform(-0.03, 0.03) * tall,
                base - tall * (1 - t / steps) ** 1.12 * rng.uniform(0.93, 1.04),
            )
            for t in range(1, steps)
        ] + [(x + sign * half, base + 4)]

    right, left = slope(1), slope(-1)
    spine = [
        (x + rng.uniform(-0.1, 0.1) * tall - light * 0.05 * tall * t, base - tall * (1 - t / 5)) for t in range(1, 6)
    ]
    top = (x, base - tall)
    for edge, tone in ((right, lit if light > 0 else dark), (left, lit if light < 0 else dark)):
        points = [top, *edge, *spine[::-1]]
        c.path("M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in points) + "Z", tone)
    for _ in range(9):
        t = rng.uniform(0.4, 0.95)
        px, py, w = x + rng.uniform(-1, 1) * half * t * 0.8, base - tall * (1 - t) * 0.8, tall * rng.uniform(0.05, 0.14)
        c.path(
            f"M{px:.1f} {py - w:.1f}L{px + w * 0.5:.1f} {py + w * 0.7:.1f}L{px - w * 0.2:.1f} {py + w * 0.3:.1f}L{px - w * 0.6:.1f} {py + w * 0.8:.1f}Z",
            rock,
            0.55,
        )


def _white_pine(s: Stage, x: float, y: float, tall: float, firs: str, snow: str) -> None:
    s.canvas.path(pine(s, x, y, tall), s.hour.lit(firs, 0.3))
    side = 1 if s.light_x > x else -1
    data = ""
    for t in (0.14, 0.3, 0.46, 0.62, 0.78):
        half, level = tall * 0.17 * t**0.9, y - tall * (1 - t * 0.93)
        data += f"M{x:.1f} {level - tall * 0.07:.1f}L{x + side * half:.1f} {level:.1f}Q{x + side * half * 0.4:.1f} {level - tall * 0.02:.1f} {x:.1f} {level - tall * 0.01:.1f}Z"
    s.canvas.path(data, snow, 0.85)


def _cabin(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    wood_, tall = h.lit(s.local("#7a4e33", 0.1), 0.1), w * 0.42
    glow = h.lamp if h.dark or h.name == "dawn" else h.lit("#5b4030", 0.3)
    pool(s, x, y + w * 0.04, w * 0.9, w * 0.16, 0.6 if h.dark else 0.2, h.lamp if h.dark else "")
    for k, r in ((0, 0.07), (1, 0.1), (2, 0.14), (3, 0.19)):
        c.circle(
            x + w * (0.24 + 0.09 * k),
            y - w * (0.98 + 0.2 * k),
            w * r,
            blend(h.sky[-1], "#ffffff", 0.3),
            0.34 - 0.07 * k,
        )
    c.rect(x + w * 0.18, y - w * 0.92, w * 0.11, w * 0.32, h.lit("#6b5a55", 0.2))
    c.rect(x - w * 0.42, y - tall, w * 0.84, tall, c.linear([(0, h.lit(wood_, 0.2)), (1, wood_)]))
    for k in range(1, 6):
        c.rect(x - w * 0.42, y - tall * k / 6, w * 0.84, 2 * s.u, h.lit(wood_, 0.5), 0.5)
    c.path(
        f"M{x - w * 0.56:.1f} {y - tall * 0.92:.1f}L{x:.1f} {y - w * 0.86:.1f}L{x + w * 0.56:.1f} {y - tall * 0.92:.1f}Z",
        blend(_snow(s, 0), h.glow, 0.15),
    )
    c.path(
        f"M{x - w * 0.44:.1f} {y - tall * 0.94:.1f}L{x:.1f} {y - w * 0.73:.1f}L{x + w * 0.44:.1f} {y - tall * 0.94:.1f}Z",
        wood_,
    )
    c.rect(x - w * 0.06, y - tall * 0.72, w * 0.14, tall * 0.72, h.lit(wood_, 0.55))
    for dx in (-0.3, 0.2):
        c.rect(x + w * dx, y - tall * 0.7, w * 0.14, tall * 0.32, glow)
        c.rect(x + w * (dx + 0.065), y - tall * 0.7, w * 0.012, tall * 0.32, h.lit(wood_, 0.4))
