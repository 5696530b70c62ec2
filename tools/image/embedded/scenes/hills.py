"""Mountains behind mountains, firs along the ridges, a clearing framed by trees."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import (
    Stage,
    birds,
    clouds,
    grass,
    haze,
    heap,
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

NEAR = {"dawn": "#4b4a72", "day": "#2f7355", "dusk": "#3a2052", "night": "#0d1736"}


def paint(s: Stage) -> None:
    """See the module."""
    h, u, room = s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, up=0.06 if h.name in ("dawn", "dusk") else 0.42)
    clouds(s, 8)
    if h.name == "day":
        heap(s, s.width * 0.08, s.horizon * 0.80, 260 * u, 0.85)
        heap(s, s.width * 0.66, s.horizon * 0.62, 190 * u, 0.7)
        birds(s, s.width * 0.3, s.horizon * 0.72)
    near = s.local(NEAR[h.name], 0.25 if h.name == "day" else 0.08)
    for k, (drop, rise, far) in enumerate(
        ((0.10, 0.62, 0.66), (0.24, 0.48, 0.44), (0.42, 0.40, 0.22), (0.60, 0.28, 0.05))
    ):
        base = s.horizon + room * drop
        points = ridge(s, base, room * rise, 6 + (k > 1), 0.48 + 0.02 * k)
        tone = h.far(near, far) if h.name == "day" else _toward(s, near, far)
        land(s, points, tone)
        if k >= 1:
            wood(s, points, (12 + 11 * k) * u, (22 + 20 * k) * u, (9 + 4 * k) * u, tone)
        haze(s, base - room * 0.02, room * 0.36, 0.36 - 0.07 * k)
    floor = swell(s, s.horizon + room * 0.70, room * 0.07, 1.1)
    dark = h.lit(s.local("#21483a" if h.name == "day" else "#171029", 0.2), 0.25)
    land(s, floor, s.canvas.linear([(0, dark), (1, h.lit(dark, 0.5))]))
    s.ground = s.horizon + room * 0.86
    if h.name != "day":
        pool(s, s.light_x, s.horizon + room * 0.76, s.width * 0.34, room * 0.10, 0.35)
    frame = h.lit(s.local("#17382c" if h.name == "day" else "#120c22", 0.15), 0.4)
    tall = min(room * 1.25, s.height * 0.42)
    data = []
    for side, x, share in (
        (0, -0.01, 1.0),
        (0, 0.06, 0.72),
        (0, 0.125, 0.5),
        (0, 0.18, 0.34),
        (1, 1.01, 1.08),
        (1, 0.935, 0.78),
        (1, 0.87, 0.5),
        (1, 0.815, 0.33),
    ):
        px = (
            s.width * x
            if s.height > s.width * 0.8
            else (s.height * x * 1.1 if not side else s.width - s.height * (1 - x) * 1.1)
        )
        data.append(pine(s, px, height_at(floor, px) + room * 0.06, tall * share))
    s.canvas.path("".join(data), frame)
    grass(s, s.height + 4, 70 * u, frame, int(90 * s.width / (1080 * max(u, 0.2))), ((0, 0.3), (0.7, 1)))


def _toward(s: Stage, near: str, far: float) -> str:
    """Against the light, far ridges take the rose of the middle sky: orange over violet would turn brown."""
    low = blend(s.hour.sky[2], s.hour.sky[3], 0.5)
    return blend(near, low, far * 1.15)
