"""A wide night sky with its milky band over a still lake; by other hours, the same lake under that sky."""

from __future__ import annotations

import math

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, clouds, haze, land, pine, ridge, sky, sun, wood


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    if h.name == "night":
        _band(s)
    sun(s, 0.8, up=0.34 if h.name != "dusk" else 0.1)
    if not h.dark:
        clouds(s, 6)
    shore = s.horizon + room * 0.30
    near = s.local("#33526b" if h.name == "day" else "#1b2350", 0.25)
    for k, (rise, far) in enumerate(((0.52, 0.55), (0.34, 0.3))):
        points = ridge(s, shore, room * rise, 7, 0.5)
        tone = blend(h.lit(near), h.sky[-2] if h.name in ("day", "dawn") else blend(h.sky[2], h.sky[3], 0.3), far)
        land(s, points, tone)
        if k:
            wood(s, points, 18 * u, 40 * u, 13 * u, blend(tone, h.shade, 0.2))
        haze(s, shore, room * 0.26, 0.3)
    top, low = blend(h.sky[-2], h.lit(near), 0.35), blend(h.sky[0], h.shade, 0.4)
    c.rect(
        0,
        shore,
        s.width,
        s.height - shore + 4,
        c.linear([(0, top), (0.3, blend(h.sky[1], h.lit(near), 0.3)), (1, low)]),
    )
    fade = c.linear([(0, h.sun, 0), (0.5, h.sun), (1, h.sun, 0)], x2=1, y2=0)
    for i in range(30):
        t = (i / 30) ** 1.3
        w = (26 + 130 * t) * u * s.rng.uniform(0.5, 1.2)
        c.rect(
            s.light_x - w / 2 + s.rng.gauss(0, 14 + 30 * t) * u,
            shore + (s.height - shore) * 0.7 * t + 3,
            w,
            (2 + 3 * t) * u,
            fade,
            0.55 * (1 - t) + 0.06,
        )
    if h.name == "night":
        for _ in range(40):
            c.circle(
                s.rng.uniform(0, s.width),
                s.rng.uniform(shore + 20 * u, s.height),
                s.rng.uniform(0.6, 1.3) * u,
                "#ffffff",
                0.3,
            )
    bank = h.lit(s.local("#10223a", 0.1), 0.5)
    foot = s.height - room * 0.06
    d = f"M0 {s.height + 6}V{foot - 60 * u:.1f}Q{s.width * 0.24:.1f} {foot - 30 * u:.1f} {s.width * 0.4:.1f} {s.height + 6}ZM{s.width} {s.height + 6}V{foot - 80 * u:.1f}Q{s.width * 0.78:.1f} {foot - 40 * u:.1f} {s.width * 0.6:.1f} {s.height + 6}Z"
    c.path(d, bank)
    tall = min(room * 1.1, s.height * 0.4)
    spots = ((0.0, 1.0), (0.06, 0.7), (0.12, 0.45), (1.0, 1.1), (0.94, 0.78), (0.885, 0.5))
    c.path("".join(pine(s, s.width * x, foot - 20 * u, tall * k) for x, k in spots), bank)
    s.ground = s.horizon + room * 0.80


def _band(s: Stage) -> None:
    c, h = s.canvas, s.hour
    cloud = c.radial([(0, blend(h.sky[-1], "#ffffff", 0.2), 0.34), (0.5, h.sky[-1], 0.14), (1, h.sky[-1], 0)])
    for i in range(12):
        t = i / 11
        x, y = s.width * (0.08 + 0.84 * t), s.horizon * (0.86 - 0.74 * t) + s.rng.gauss(0, 12) * s.u
        r = (150 + 60 * math.sin(t * 9)) * s.u
        c.ellipse(x, y, r * 1.5, r * 0.85, cloud, 0.7, f'transform="rotate(-32 {x:.0f} {y:.0f})"')
    for _ in range(190):
        t = s.rng.random()
        x = s.width * (0.08 + 0.84 * t) + s.rng.gauss(0, 70) * s.u
        y = s.horizon * (0.86 - 0.74 * t) + s.rng.gauss(0, 60) * s.u
        c.circle(x, y, s.rng.choice((0.6, 0.7, 0.9, 1.2)) * max(0.6, s.u), "#fff8ec", s.rng.uniform(0.2, 0.75))
