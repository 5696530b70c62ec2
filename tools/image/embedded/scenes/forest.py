"""A clearing in the woods with a tent and a fire whose light lies on the ground and on the trunks."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import (
    Stage,
    clouds,
    grass,
    haze,
    height_at,
    land,
    pine,
    pool,
    ridge,
    sky,
    sun,
    swell,
    wood,
)


def paint(s: Stage) -> None:
    """See the module."""
    h, u, room = s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, 0.9, up=0.12 if h.name != "day" else 0.5)
    clouds(s, 5)
    near = s.local("#1d5142" if h.name == "day" else "#16243c", 0.2)
    for k, (drop, rise, far) in enumerate(((0.06, 0.5, 0.62), (0.2, 0.22, 0.44), (0.36, 0.16, 0.26), (0.5, 0.1, 0.1))):
        points = (
            ridge(s, s.horizon + room * drop, room * rise, 6, 0.46)
            if k == 0
            else swell(s, s.horizon + room * drop, room * rise, 1.3)
        )
        tone = blend(
            h.lit(near), blend(h.haze, h.sky[-2], 0.5) if h.name == "day" else blend(h.sky[2], h.sky[3], 0.4), far
        )
        land(s, points, tone)
        if k:
            wood(s, points, (50 + 50 * k) * u, (100 + 72 * k) * u, (24 + 12 * k) * u, tone, 0.86)
            haze(s, s.horizon + room * (drop + 0.1), room * 0.3, 0.30 - 0.06 * k)
    floor = swell(s, s.horizon + room * 0.66, room * 0.05, 0.8)
    earth = h.lit(s.local("#3f6b48" if h.name == "day" else "#20304a", 0.15), 0.15)
    land(s, floor, s.canvas.linear([(0, earth), (1, h.lit(earth, 0.6))]))
    s.ground = s.horizon + room * 0.86
    left = s.light_x > s.width / 2
    _tent(s, s.width * (0.26 if left else 0.74), s.horizon + room * 0.79, min(230 * u, s.width * 0.3))
    _fire(s, s.width * (0.47 if left else 0.53), s.horizon + room * 0.9, 62 * u)
    frame = h.lit(s.local("#123026" if h.name == "day" else "#0a0f20", 0.1), 0.4)
    tall = min(room * 1.7, s.height * 0.55)
    spots = ((-0.015, 1.0), (0.05, 0.74), (0.11, 0.48), (1.02, 1.08), (0.955, 0.8), (0.89, 0.52))
    s.canvas.path(
        "".join(pine(s, s.width * x, height_at(floor, s.width * x) + room * 0.12, tall * k) for x, k in spots), frame
    )
    grass(s, s.height + 4, 64 * u, frame, int(80 * s.width / (1080 * max(u, 0.2))), ((0, 0.35), (0.65, 1)))


def _tent(s: Stage, x: float, y: float, w: float) -> None:
    c, tall = s.canvas, w * 0.5
    warm = s.palette.accent
    body = c.linear(
        [(0, blend(warm, s.hour.lamp, 0.55 if s.hour.dark else 0.15)), (1, s.hour.lit(warm, 0.1))], x2=1, y2=0
    )
    pool(s, x, y + tall * 0.03, w * 0.8, tall * 0.14, 0.7 if s.hour.dark else 0.25)
    c.path(f"M{x - w * 0.5:.1f} {y:.1f}L{x - w * 0.08:.1f} {y - tall:.1f}L{x + w * 0.5:.1f} {y:.1f}Z", body)
    c.path(
        f"M{x - w * 0.08:.1f} {y - tall:.1f}L{x + w * 0.5:.1f} {y:.1f}L{x + w * 0.26:.1f} {y:.1f}Z",
        s.hour.lit(warm, 0.45),
        0.75,
    )
    door = s.hour.lamp if s.hour.dark else s.hour.lit(warm, 0.65)
    c.path(
        f"M{x - w * 0.08:.1f} {y - tall:.1f}L{x - w * 0.22:.1f} {y:.1f}L{x + w * 0.1:.1f} {y:.1f}Z",
        blend(door, "#ffffff", 0.35 if s.hour.dark else 0),
    )
    c.stroke(f"M{x - w * 0.08:.1f} {y - tall:.1f}L{x - w * 0.06:.1f} {y:.1f}", s.hour.lit(warm, 0.6), 2.5 * s.u)


def _fire(s: Stage, x: float, y: float, r: float) -> None:
    c = s.canvas
    dark = s.hour.dark
    glow = c.radial([(0, "#ffd98a", 0.85), (0.2, "#ffb04d", 0.45), (0.55, "#ff7a1c", 0.14), (1, "#ff7a1c", 0)])
    c.circle(x, y - r * 0.6, r * 5.2, glow, 0.9 if dark else 0.35)
    pool(s, x, y + r * 0.1, r * 4.2, r * 0.8, 0.9 if dark else 0.4, "#ffb765")
    for turn in (-1, 1):
        c.stroke(
            f"M{x - turn * r * 0.95:.1f} {y + r * 0.08:.1f}L{x + turn * r * 0.75:.1f} {y - r * 0.22:.1f}",
            s.hour.lit("#5a3320"),
            r * 0.24,
        )
    for k, tone in ((1.0, "#f2672a"), (0.7, "#ffa53c"), (0.4, "#fff0b8")):
        w, t = r * 0.62 * k, r * 1.75 * k
        c.path(
            f"M{x - w:.1f} {y - r * 0.1:.1f}C{x - w * 1.2:.1f} {y - t * 0.5:.1f} {x - w * 0.1:.1f} {y - t * 0.55:.1f} {x + w * 0.1:.1f} {y - t:.1f}"
            f"C{x + w * 0.5:.1f} {y - t * 0.6:.1f} {x + w * 1.35:.1f} {y - t * 0.45:.1f} {x + w:.1f} {y - r * 0.1:.1f}"
            f"Q{x:.1f} {y + r * 0.16:.1f} {x - w:.1f} {y - r * 0.1:.1f}Z",
            tone,
        )
    for _ in range(16 if dark else 0):
        sx, sy = x + s.rng.gauss(0, r * 1.1), y - r * s.rng.uniform(1.2, 5)
        c.circle(sx, sy, s.rng.uniform(1.2, 3.2) * s.u, "#ffd98a", s.rng.uniform(0.4, 0.9))
