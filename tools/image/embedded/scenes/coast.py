"""The sea under a low light: its path on the water, a headland with a lighthouse, a sail, dune grass in front."""

from __future__ import annotations

import math

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, birds, clouds, grass, haze, heap, land, ridge, sky, sun, swell
from tools.image.embedded.water import light_path, ripples


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, up=0.08 if h.name in ("dawn", "dusk") else 0.4)
    clouds(s, 8)
    if h.name == "day":
        heap(s, s.width * 0.55, s.horizon * 0.86, 330 * u, 0.8)
        heap(s, s.width * 0.12, s.horizon * 0.74, 220 * u, 0.7)
        birds(s, s.width * 0.72, s.horizon * 0.66)
    left = s.light_x > s.width / 2
    far = ridge(s, s.horizon + 4 * u, room * 0.16, 6, 0.5)
    land(s, far, h.far(s.local("#5c7f86"), 0.6))
    water = s.local({"day": "#2b8fb0", "dawn": "#7089b0"}.get(h.name, "#2f5f8c"), 0.25)
    stops = [
        (0.0, blend(h.lit(water), h.sky[-1], 0.6)),
        (0.22, blend(h.lit(water), h.sky[3], 0.55)),
        (0.6, blend(h.lit(water), h.sky[1], 0.5)),
        (1.0, blend(h.lit(water, 0.4), h.sky[0], 0.5)),
    ]
    c.rect(0, s.horizon, s.width, room + 4, c.linear(stops))
    light_path(s)
    ripples(s)
    _sail(s, s.width * (0.3 if left else 0.7), s.horizon + room * 0.16, 76 * u)
    _headland(s, left)
    beach = swell(s, s.horizon + room * 0.80, room * 0.07, 0.7)
    sand = s.local("#e8c893", 0.15)
    foam = beach.copy()
    foam[:, 1] -= 9 * u
    land(s, foam, blend(h.lit("#ffffff"), h.sky[-1], 0.2), 0.8)
    land(s, beach, c.linear([(0, h.lit(sand, 0.1)), (1, h.lit(sand, 0.5))]))
    s.ground = s.horizon + room * 0.90
    haze(s, s.horizon, room * 0.22, 0.28)
    blade = h.lit(s.local("#4f6b3d", 0.15), 0.45)
    grass(s, s.height + 4, 150 * u, blade, int(110 * s.width / (1080 * max(u, 0.2))), ((0, 0.2), (0.8, 1)))


def _sail(s: Stage, x: float, y: float, r: float) -> None:
    c, h = s.canvas, s.hour
    c.path(
        f"M{x - r * 0.5:.1f} {y:.1f}H{x + r * 0.5:.1f}L{x + r * 0.36:.1f} {y + r * 0.16:.1f}H{x - r * 0.36:.1f}Z",
        h.lit(s.palette.accent, 0.25),
    )
    c.path(
        f"M{x:.1f} {y - r * 0.05:.1f}V{y - r * 1.3:.1f}Q{x + r * 0.55:.1f} {y - r * 0.6:.1f} {x + r * 0.48:.1f} {y - r * 0.05:.1f}Z",
        h.lit("#fffaf0"),
    )
    c.path(
        f"M{x - r * 0.06:.1f} {y - r * 0.05:.1f}V{y - r * 1.05:.1f}Q{x - r * 0.34:.1f} {y - r * 0.5:.1f} {x - r * 0.4:.1f} {y - r * 0.05:.1f}Z",
        h.lit("#ece2d2", 0.1),
    )
    c.rect(x - r * 0.4, y + r * 0.18, r * 0.8, r * 0.05, blend(h.lit("#ffffff"), h.sky[-1], 0.5), 0.5)


def _headland(s: Stage, left: bool) -> None:
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    base, tall = s.horizon + room * 0.30, room * 0.36
    reach = min(s.width * 0.36, 420 * u)
    edge = 0.0 if left else float(s.width)
    sign = 1 if left else -1
    rock = s.local("#6d6a5b" if h.name == "day" else "#3a3550", 0.2)
    points = [(edge - sign * 20, base), (edge - sign * 20, base - tall)]
    for i in range(12):
        t = i / 11
        points.append((edge + sign * reach * t, base - tall * (1 - t**1.5) * (0.92 + 0.12 * math.sin(i * 2.3))))
    d = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
    c.path(
        d,
        c.linear(
            [
                (0, h.far(s.local("#6f9a62" if h.name == "day" else "#454a66", 0.2), 0.16)),
                (0.45, h.far(rock, 0.14)),
                (1, h.lit(rock, 0.35)),
            ]
        ),
    )
    x, foot, t = edge + sign * reach * 0.34, base - tall * 0.78, 150 * u
    c.path(
        f"M{x - t * 0.12:.1f} {foot:.1f}L{x - t * 0.075:.1f} {foot - t:.1f}H{x + t * 0.075:.1f}L{x + t * 0.12:.1f} {foot:.1f}Z",
        c.linear([(0, h.lit("#fffaf2")), (1, h.lit("#d9cfc4", 0.2))], x2=1, y2=0),
    )
    for k in (0.2, 0.52):
        c.path(
            f"M{x - t * 0.11:.1f} {foot - t * k:.1f}L{x - t * 0.098:.1f} {foot - t * (k + 0.17):.1f}H{x + t * 0.098:.1f}L{x + t * 0.11:.1f} {foot - t * k:.1f}Z",
            h.lit(s.palette.accent),
        )
    c.rect(x - t * 0.06, foot - t * 1.14, t * 0.12, t * 0.14, s.hour.lamp)
    c.path(
        f"M{x - t * 0.09:.1f} {foot - t * 1.14:.1f}Q{x:.1f} {foot - t * 1.32:.1f} {x + t * 0.09:.1f} {foot - t * 1.14:.1f}Z",
        h.lit(s.palette.accent, 0.3),
    )
    if h.dark:
        beam = c.radial([(0, h.lamp, 0.8), (0.3, h.lamp, 0.25), (1, h.lamp, 0)])
        c.circle(x, foot - t * 1.07, t * 0.9, beam)
