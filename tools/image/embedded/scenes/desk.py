"""A place to work: a desk with a screen before a wide window on the city, a lamp, books, a plant."""

from __future__ import annotations

from dataclasses import replace

from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import plant, shadow
from tools.image.embedded.stage import Stage, pool


def paint(s: Stage) -> None:
    """See the module."""
    s.hour = replace(s.hour, dim=s.hour.dim * 0.5)  # lamps are lit inside
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    edge = s.horizon + room * 0.5
    wall = h.lit(blend(blend(s.palette.accent2, s.palette.light, 0.66), "#ffffff", 0.1), 0.05)
    c.rect(0, 0, s.width, s.height, c.linear([(0, blend(wall, h.shade, 0.2)), (1, blend(wall, h.glow, 0.25))]))
    right = s.light_x > s.width / 2
    sign = 1 if right else -1
    tall = min(edge * 0.66, 620 * u)
    if s.quiet:
        tall = min(tall, max(edge * 0.2, edge - 60 * u - s.quiet))
    wide = min(s.width * 0.82, tall * 1.5)
    _window(s, s.width / 2 + sign * (s.width - wide) * 0.2, edge - 70 * u - tall, wide, tall)
    wood = s.local("#9c6b46", 0.12)
    c.rect(
        0,
        edge,
        s.width,
        s.height - edge + 4,
        c.linear([(0, h.lit(blend(wood, h.glow, 0.25))), (0.3, h.lit(wood, 0.1)), (1, h.lit(wood, 0.55))]),
    )
    c.rect(0, edge, s.width, 6 * u, blend(h.lit(wood), h.glow, 0.55), 0.8)
    grain = ""
    for _ in range(22):
        y, x, w = (
            s.rng.uniform(edge + 10 * u, s.height),
            s.rng.uniform(-0.1, 1) * s.width,
            s.rng.uniform(0.1, 0.36) * s.width,
        )
        grain += f"M{x:.1f} {y:.1f}q{w / 2:.1f} {s.rng.uniform(-5, 5) * u:.1f} {w:.1f} 0"
    c.stroke(grain, h.lit(wood, 0.6), 2 * u, 0.28)
    pool(s, s.width / 2 + sign * s.width * 0.2, edge + 90 * u, s.width * 0.36, 60 * u, 0.5)
    s.ground = edge + (s.height - edge) * 0.5
    k = min(1.0, s.width / (900 * u))
    free = max(60 * u, edge - s.quiet - 10 * u) if s.quiet else 1e9
    size = min(300 * u * k, free * 1.25)
    at = 0.5 - sign * (0.23 if s.width < s.height * 1.25 else 0.0)
    _laptop(s, s.width * at, edge + 56 * u, size)
    _lamp(s, s.width * (0.5 - sign * 0.42), edge + 36 * u, min(360 * u * k, free * 0.95), sign)
    _books(s, s.width * (0.5 + sign * 0.31), edge + 40 * u, 150 * u * k)
    plant(s, s.width * (0.5 + sign * 0.44), edge + 52 * u, min(240 * u * k, free * 0.8))
    _mug(s, s.width * at + sign * size * 0.82, edge + 70 * u, 62 * u * k)


def _window(s: Stage, x: float, y: float, w: float, tall: float) -> None:
    c, h, u, rng = s.canvas, s.hour, s.u, s.rng
    left, top = x - w / 2, len(s.hour.sky) - 1
    s.light_x, s.light_y = x + w * 0.2, y + tall * 0.4
    c.ellipse(
        x, y + tall / 2, w * 0.75, tall * 0.85, c.radial([(0, h.glow, 0.6), (0.6, h.glow, 0.2), (1, h.glow, 0)]), 0.8
    )
    frame = h.lit("#fbf6ec", 0.08)
    c.rect(left - 14 * u, y - 14 * u, w + 28 * u, tall + 28 * u, frame, r=6 * u)
    c.rect(left, y, w, tall, c.linear([(i / top, tone) for i, tone in enumerate(h.sky)]))
    clip = c.clip(f'<rect x="{left:.1f}" y="{y:.1f}" width="{w:.1f}" height="{tall:.1f}"/>')
    c.add(f'<g clip-path="{clip}">')
    r = tall * 0.075
    c.circle(s.light_x, s.light_y, r * 5, c.radial([(0, h.sun, 0.85), (0.25, h.glow, 0.45), (1, h.glow, 0)]))
    c.circle(s.light_x, s.light_y, r, h.sun)
    for n, far in enumerate((0.62, 0.38, 0.14)):
        tone = blend(
            h.lit(s.local("#4b6a86" if h.name == "day" else "#38355f", 0.3)), blend(h.haze, h.sky[-2], 0.4), far
        )
        data, lights, bx = "", "", left - rng.uniform(0, 40) * u
        while bx < left + w:
            bw = rng.uniform(36, 78) * u * (1 + 0.25 * n)
            bh = tall * rng.uniform(0.16, 0.52) * (1 - 0.2 * n)
            data += f"M{bx:.1f} {y + tall:.1f}V{y + tall - bh:.1f}h{bw:.1f}V{y + tall:.1f}Z"
            for row in range(int(bh / (22 * u))):
                for col in range(int(bw / (18 * u))):
                    if rng.random() < 0.36:
                        lights += f"M{bx + (col * 18 + 6) * u:.1f} {y + tall - bh + (row * 22 + 8) * u:.1f}h{8 * u:.1f}v{11 * u:.1f}h{-8 * u:.1f}Z"
            bx += bw + rng.uniform(0, 8) * u
        c.path(data, tone)
        c.path(lights, h.lamp if h.dark else blend(tone, "#ffffff", 0.5), 0.8 if h.dark else 0.4)
    c.add("</g>")
    for part in (1 / 3, 2 / 3):
        c.rect(left + w * part - 5 * u, y, 10 * u, tall, frame)
    c.rect(left, y + tall * 0.3 - 4 * u, w, 8 * u, frame)
    c.rect(left - 36 * u, y + tall + 12 * u, w + 72 * u, 20 * u, frame)
    c.rect(left - 36 * u, y + tall + 32 * u, w + 72 * u, 12 * u, h.shade, 0.14)


def _laptop(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    tall, metal = w * 0.62, h.lit("#c9ced6", 0.12)
    shadow(s, x, y + w * 0.06, w * 0.72)
    c.rect(x - w / 2, y - tall, w, tall, h.lit("#2a2f3a", 0.3), r=w * 0.03)
    face = (x - w * 0.465, y - tall + w * 0.035, w * 0.93, tall - w * 0.07)
    c.rect(
        *face,
        c.linear([(0, blend(s.palette.light, "#ffffff", 0.4)), (1, blend(s.palette.light, s.palette.accent2, 0.25))]),
        r=w * 0.012,
    )
    left, top, wide, high = face
    c.rect(left, top, wide, high * 0.13, s.palette.accent2, 0.9)
    for k, part in enumerate((0.5, 0.38, 0.44)):
        c.rect(
            left + wide * 0.06,
            top + high * (0.24 + 0.12 * k),
            wide * part,
            high * 0.055,
            s.palette.deep,
            0.55 if k else 0.85,
            r=w * 0.008,
        )
    for k, part in enumerate((0.28, 0.44, 0.36, 0.58)):
        c.rect(
            left + wide * (0.6 + 0.085 * k),
            top + high * (0.88 - part),
            wide * 0.055,
            high * part,
            s.palette.accent if k == 3 else s.palette.accent2,
            r=w * 0.006,
        )
    c.rect(left + wide * 0.06, top + high * 0.7, wide * 0.2, high * 0.14, s.palette.accent, r=w * 0.02)
    c.path(
        f"M{x - w * 0.5:.1f} {y:.1f}H{x + w * 0.5:.1f}L{x + w * 0.6:.1f} {y + w * 0.09:.1f}H{x - w * 0.6:.1f}Z", metal
    )
    c.path(
        f"M{x - w * 0.42:.1f} {y + w * 0.015:.1f}H{x + w * 0.42:.1f}L{x + w * 0.46:.1f} {y + w * 0.05:.1f}H{x - w * 0.46:.1f}Z",
        h.lit("#3a404c", 0.2),
        0.85,
    )
    c.rect(x - w * 0.6, y + w * 0.088, w * 1.2, w * 0.02, blend(metal, h.shade, 0.4), r=w * 0.01)


def _lamp(s: Stage, x: float, y: float, tall: float, sign: int) -> None:
    c, h = s.canvas, s.hour
    tone, hx, hy = h.lit(s.palette.accent, 0.05), x + sign * tall * 0.36, y - tall * 0.84
    if h.dark:
        c.circle(hx, hy + tall * 0.2, tall * 0.9, c.radial([(0, h.lamp, 0.75), (0.3, h.lamp, 0.25), (1, h.lamp, 0)]))
        pool(s, hx, y + tall * 0.05, tall * 0.6, tall * 0.1, 0.8, h.lamp)
    shadow(s, x, y, tall * 0.22)
    iron = h.lit("#3a3f4a", 0.3)
    c.stroke(
        f"M{x:.1f} {y:.1f}L{x - sign * tall * 0.13:.1f} {y - tall * 0.5:.1f}L{hx - sign * tall * 0.06:.1f} {hy:.1f}",
        iron,
        tall * 0.026,
    )
    c.circle(x - sign * tall * 0.13, y - tall * 0.5, tall * 0.03, tone)
    c.ellipse(x, y, tall * 0.15, tall * 0.03, iron)
    c.path(
        f"M{hx - tall * 0.06:.1f} {hy - tall * 0.08:.1f}h{tall * 0.12:.1f}L{hx + tall * 0.16:.1f} {hy + tall * 0.12:.1f}H{hx - tall * 0.16:.1f}Z",
        tone,
    )
    c.ellipse(hx, hy + tall * 0.12, tall * 0.16, tall * 0.025, h.lamp if h.dark else blend(tone, "#ffffff", 0.6))


def _books(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    shadow(s, x, y, w * 0.7)
    level = y
    for k, (part, tone) in enumerate(
        ((1.0, s.palette.accent2), (0.9, s.palette.accent), (0.96, s.palette.deep), (0.78, s.palette.light))
    ):
        high = w * (0.15, 0.12, 0.17, 0.1)[k]
        level -= high
        left = x - w * part / 2 + (k % 2) * w * 0.04
        c.rect(left, level, w * part, high, h.lit(tone, 0.12), r=w * 0.012)
        c.rect(left + w * 0.05, level + high * 0.2, w * 0.02, high * 0.6, h.lit("#fff6e8"), 0.7)


def _mug(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    shadow(s, x, y, w * 0.8)
    tone = h.lit(s.palette.accent, 0.1)
    c.stroke(f"M{x + w * 0.42:.1f} {y - w * 0.75:.1f}q{w * 0.46:.1f} {w * 0.05:.1f} 0 {w * 0.5:.1f}", tone, w * 0.13)
    c.rect(
        x - w * 0.45,
        y - w,
        w * 0.9,
        w,
        c.linear([(0, blend(tone, "#ffffff", 0.25)), (1, blend(tone, h.shade, 0.3))], x2=1, y2=0),
        r=w * 0.12,
    )
    c.ellipse(x, y - w, w * 0.45, w * 0.1, h.lit("#4a2f20"))
