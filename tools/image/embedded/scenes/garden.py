"""A kitchen garden: a path between flower beds to a greenhouse, trees behind, raised beds and a can close by."""

from __future__ import annotations

import math

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, birds, clouds, grass, haze, heap, land, leafy, pool, sky, sun, swell


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, up=0.12 if h.name in ("dawn", "dusk") else 0.44)
    clouds(s, 5)
    if h.name in ("day", "dawn"):
        heap(s, s.width * 0.08, s.horizon * 0.62, 260 * u, 0.85)
        birds(s, s.width * 0.4, s.horizon * 0.48)
    for i, (rise, far) in enumerate(((0.34, 0.7), (0.22, 0.5))):
        land(s, swell(s, s.horizon + room * 0.1, room * rise, 1.1 + 0.5 * i), h.far(s.local("#6f9a72", 0.15), far))
    base = s.horizon + room * 0.18
    haze(s, s.horizon, room * 0.3, 0.3)
    trunk = h.far("#5a3f2a", 0.2)
    x = -30 * u
    while x < s.width + 60 * u:
        tall = s.rng.uniform(120, 190) * u
        if base - tall * 1.02 > s.quiet:
            tone = h.far(s.local(s.rng.choice(("#5f9a63", "#77a85c", "#4c8a60")), 0.12), 0.3)
            leafy(s, x, base + 8 * u, tall, blend(tone, h.sky[2], 0.4) if h.dark else tone, trunk)
        x += s.rng.uniform(60, 120) * u
    lawn = s.local("#7fb45c" if h.name == "day" else "#5b8a5a", 0.12)
    c.rect(
        0,
        base,
        s.width,
        s.height - base + 4,
        c.linear([(0, h.far(lawn, 0.28)), (0.35, h.lit(lawn)), (1, h.lit(lawn, 0.45))]),
    )
    pool(s, s.light_x, base + room * 0.16, s.width * 0.42, room * 0.1, 0.5)
    _fence(s, base + 10 * u)
    sign = 1 if s.light_x > s.width / 2 else -1
    k = min(1.0, s.width / (1000 * u))
    foot = base + room * 0.09
    at = s.width * (0.5 - sign * (0.24 if s.width > s.height else 0.2))
    _greenhouse(s, at, foot, 330 * u * k)
    _path(s, base + room * 0.1, at)
    for row, (t, size) in enumerate(((0.33, 0.6), (0.5, 0.86), (0.72, 1.2))):
        for side in (-1, 1):
            if row or side == sign:  # the greenhouse keeps its front
                at = s.width * (0.5 + side * (0.24 + 0.06 * row))
                _bed(s, at, s.horizon + room * t, min(s.width * 0.32, 420 * u) * size, 72 * u * size)
    s.ground = s.horizon + room * 0.86
    frame = h.lit(s.local("#356a3f", 0.12), 0.25)
    for x in (-0.02, 1.02):
        leafy(s, s.width * x, s.height - room * 0.06, 360 * u, frame, h.lit("#4a3626", 0.3))
    _can(s, s.width * (0.5 - sign * 0.16), s.height - room * 0.07, 120 * u * k)
    near = h.lit(s.local("#3d7440", 0.1), 0.3)
    grass(s, s.height + 4, 70 * u, near, int(120 * s.width / (1080 * max(u, 0.2))), ((0, 0.34), (0.66, 1)))


def _fence(s: Stage, y: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    wood, data, x = h.far("#f4ead6", 0.1), "", -10 * u
    while x < s.width + 20 * u:
        data += (
            f"M{x:.1f} {y + 46 * u:.1f}V{y + 4 * u:.1f}l{7 * u:.1f} {-9 * u:.1f}l{7 * u:.1f} {9 * u:.1f}v{42 * u:.1f}Z"
        )
        x += 26 * u
    c.rect(0, y + 12 * u, s.width, 6 * u, blend(wood, h.shade, 0.2))
    c.rect(0, y + 32 * u, s.width, 6 * u, blend(wood, h.shade, 0.2))
    c.path(data, wood)


def _greenhouse(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    wall, peak = w * 0.34, w * 0.27
    if s.quiet and y - wall - peak < s.quiet:
        return
    left, right = x - w / 2, x + w / 2
    c.rect(left - w * 0.03, y - w * 0.02, w * 1.06, w * 0.05, h.lit("#9a8f86", 0.2))
    glass = h.lamp if h.dark else blend(h.sky[1], "#ffffff", 0.45)
    fill = c.linear([(0, glass, 0.55), (1, blend(glass, "#ffffff", 0.2), 0.75)])
    outline = f"M{left:.1f} {y:.1f}V{y - wall:.1f}L{x:.1f} {y - wall - peak:.1f}L{right:.1f} {y - wall:.1f}V{y:.1f}Z"
    c.path(outline, h.far(s.local("#5f9a63", 0.1), 0.3))
    green = h.lit(s.local("#3f8a4c", 0.1))
    for i in range(9):
        c.circle(
            left + w * (0.08 + 0.105 * i), y - w * s.rng.uniform(0.05, 0.14), w * s.rng.uniform(0.05, 0.085), green
        )
    for i in range(6):
        c.circle(left + w * (0.12 + 0.15 * i), y - w * s.rng.uniform(0.1, 0.17), w * 0.022, h.lit(s.palette.accent))
    c.path(outline, fill)
    if h.dark:
        c.circle(x, y - wall * 0.6, w * 0.8, c.radial([(0, h.lamp, 0.5), (0.5, h.lamp, 0.16), (1, h.lamp, 0)]))
    bar = h.lit("#fffaf0", 0.05)
    lines = f"M{left:.1f} {y - wall:.1f}H{right:.1f}"
    for i in range(1, 6):
        bx = left + w * i / 6
        up = peak * (1 - abs(i / 3 - 1))
        lines += f"M{bx:.1f} {y:.1f}V{y - wall - up:.1f}"
    c.stroke(lines, bar, w * 0.012, 0.9)
    c.stroke(outline, bar, w * 0.026)
    c.rect(
        x - w * 0.09,
        y - wall * 0.86,
        w * 0.18,
        wall * 0.86,
        "none",
        1.0,
        extra=f'stroke="{bar}" stroke-width="{w * 0.02:.1f}"',
    )


def _path(s: Stage, top: float, head: float) -> None:
    c, h = s.canvas, s.hour
    near, far, tilt = min(s.width * 0.3, 330 * s.u), 26 * s.u, head - s.width / 2
    mid, low = s.width / 2, s.height + 9
    third = (low - top) / 3
    edge = [
        f"M{mid + tilt - far:.1f} {top:.1f}C{mid + tilt * 0.2 - far * 2:.1f} {top + third:.1f} {mid - near * 0.7:.1f} {low - third:.1f} {mid - near:.1f} {low:.1f}",
        f"H{mid + near:.1f}C{mid + near * 0.7:.1f} {low - third:.1f} {mid + tilt * 0.2 + far * 2:.1f} {top + third:.1f} {mid + tilt + far:.1f} {top:.1f}Z",
    ]
    sand = s.local("#e3cda4", 0.15)
    c.path("".join(edge), c.linear([(0, h.far(sand, 0.2)), (1, h.lit(sand, 0.28))]))
    for _ in range(70):
        t = s.rng.random() ** 0.7
        y = top + (low - top) * t
        half = far + (near - far) * t * 0.72
        x = mid + tilt * (1 - t) ** 2 + s.rng.uniform(-1, 1) * half * 0.8
        c.ellipse(
            x,
            y,
            (3 + 9 * t) * s.u,
            (1.5 + 3.5 * t) * s.u,
            h.lit(blend(sand, h.shade, s.rng.uniform(0.1, 0.3)), 0.1),
            0.7,
        )


def _bed(s: Stage, x: float, y: float, w: float, tall: float) -> None:
    """A raised bed ``w`` wide whose boards stand on ``y``, planted with one kind."""
    c, h, rng = s.canvas, s.hour, s.rng
    wood = s.local("#a87b50", 0.12)
    c.ellipse(x, y, w * 0.54, tall * 0.22, h.shade, 0.3)
    green = h.lit(s.local(rng.choice(("#4c8f4f", "#6aa052", "#3f8560")), 0.1))
    bloom = rng.choice((s.palette.accent, s.palette.accent2, "#fff1d0", "#d9573f", "#eab14a"))
    step = tall * 0.42
    n = max(3, int(w / step))
    for i in range(n):
        px, r = x - w / 2 + w * (i + 0.5) / n, step * rng.uniform(0.55, 0.8)
        for dx, dy in ((-0.5, 0.1), (0.5, 0.1), (0.0, 0.5)):
            c.circle(
                px + dx * r,
                y - tall * 0.72 - dy * r * 0.9,
                r * 0.72,
                blend(green, h.shade if dy < 0.2 else h.glow, 0.14),
            )
        for _ in range(3):
            a = rng.uniform(0, 2 * math.pi)
            c.circle(px + math.cos(a) * r * 0.7, y - tall * 0.86 + math.sin(a) * r * 0.5, r * 0.22, h.lit(bloom))
    c.rect(
        x - w / 2,
        y - tall * 0.62,
        w,
        tall * 0.62,
        c.linear([(0, h.lit(blend(wood, h.glow, 0.2))), (1, h.lit(wood, 0.42))]),
        r=tall * 0.05,
    )
    c.stroke(f"M{x - w / 2:.1f} {y - tall * 0.31:.1f}h{w:.1f}", h.lit(wood, 0.5), max(1.0, tall * 0.03), 0.6)


def _can(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    tone = s.palette.accent2
    c.ellipse(x, y, w * 0.7, w * 0.1, h.shade, 0.4)
    metal = c.linear([(0, h.lit(blend(tone, "#ffffff", 0.3))), (1, h.lit(tone, 0.4))], x2=1, y2=0)
    c.stroke(f"M{x + w * 0.28:.1f} {y - w * 0.2:.1f}L{x + w * 0.7:.1f} {y - w * 0.68:.1f}", h.lit(tone, 0.2), w * 0.09)
    c.path(
        f"M{x + w * 0.6:.1f} {y - w * 0.78:.1f}L{x + w * 0.86:.1f} {y - w * 0.62:.1f}L{x + w * 0.76:.1f} {y - w * 0.54:.1f}L{x + w * 0.58:.1f} {y - w * 0.68:.1f}Z",
        h.lit(blend(tone, "#ffffff", 0.15)),
    )
    c.stroke(
        f"M{x - w * 0.3:.1f} {y - w * 0.62:.1f}C{x - w * 0.72:.1f} {y - w * 0.7:.1f} {x - w * 0.7:.1f} {y - w * 0.12:.1f} {x - w * 0.3:.1f} {y - w * 0.14:.1f}",
        h.lit(tone, 0.3),
        w * 0.07,
    )
    c.path(
        f"M{x - w * 0.36:.1f} {y:.1f}L{x - w * 0.3:.1f} {y - w * 0.66:.1f}H{x + w * 0.3:.1f}L{x + w * 0.36:.1f} {y:.1f}Z",
        metal,
    )
    c.ellipse(x, y - w * 0.66, w * 0.3, w * 0.07, h.lit(tone, 0.55))
