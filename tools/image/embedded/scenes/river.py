"""A broad river between wooded banks: soft hills, a village with its spire, an excursion boat, reeds close by."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, birds, clouds, grass, haze, heap, land, leafy, sky, sun, swell
from tools.image.embedded.water import light_path, ripples

_WALLS = ("#f3e6cf", "#e9d3b0", "#f7efe2", "#dcc3a2")


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, up=0.1 if h.name in ("dawn", "dusk") else 0.42)
    clouds(s, 7)
    if h.name == "day":
        heap(s, s.width * 0.08, s.horizon * 0.70, 260 * u, 0.8)
        heap(s, s.width * 0.62, s.horizon * 0.82, 210 * u, 0.7)
        birds(s, s.width * 0.46, s.horizon * 0.6)
    for k in (0.7, 0.48):
        land(s, swell(s, s.horizon + 8 * u, room * 0.16 * k, 1.1 - k * 0.4), h.far(s.local("#6f9a62", 0.1), k))
    shore = s.horizon + room * 0.13
    free = shore - s.quiet if s.quiet else 1e9
    haze(s, s.horizon, room * 0.3, 0.35)
    c.rect(0, s.horizon + room * 0.04, s.width, room * 0.12, h.far(s.local("#5f8f55", 0.1), 0.28))
    left = s.light_x > s.width / 2
    _village(s, s.width * (0.27 if left else 0.73), shore - 4 * u, min(92 * u, free * 0.3))
    _trees(
        s,
        shore + 3 * u,
        min(120 * u, free * 0.6),
        (0.0, 0.47, 0.58, 0.80, 0.99) if left else (0.01, 0.2, 0.42, 0.53, 1.0),
    )
    water = s.local({"day": "#3d86a0", "dawn": "#7086a6"}.get(h.name, "#2f4f78"), 0.25)
    stops = [
        (0.0, blend(h.lit(water, 0.3), h.far("#4f7a50", 0.2), 0.45)),
        (0.12, blend(h.lit(water), h.sky[-2], 0.4)),
        (0.5, blend(h.lit(water), h.sky[1], 0.5)),
        (1.0, blend(h.lit(water, 0.4), h.sky[0], 0.5)),
    ]
    c.rect(0, shore, s.width, s.height - shore + 4, c.linear(stops))
    light_path(s, shore + 14 * u)
    ripples(s, shore + 14 * u)
    _bank(s, shore, left)
    k = min(1.0, s.width / (900 * u))
    _boat(s, s.width * (0.56 if left else 0.46), s.horizon + room * 0.44, 380 * u * k)
    s.ground = s.horizon + room * 0.88
    blade = h.lit(s.local("#47703f", 0.12), 0.4)
    grass(s, s.height + 4, 170 * u, blade, int(130 * s.width / (1080 * max(u, 0.2))), ((0, 0.24), (0.78, 1)))


def _trees(s: Stage, base: float, tall: float, places: tuple[float, ...]) -> None:
    """Round trees in loose groups, and bushes at their feet all along the far bank."""
    h = s.hour
    tone = h.far(s.local("#4c7d4a", 0.1), 0.2)
    trunk = h.far("#5a3f2a", 0.2)
    for at in places:
        for step in (-0.6, 0.1, 0.7):
            size = tall * s.rng.uniform(0.7, 1.0)
            leafy(s, s.width * at + step * tall * 0.62, base, size, blend(tone, h.glow, s.rng.uniform(0, 0.12)), trunk)

    x = -20.0
    while x < s.width + 20:
        r = tall * s.rng.uniform(0.14, 0.26)
        s.canvas.ellipse(x, base - r * 0.4, r * 1.5, r, blend(tone, h.shade, s.rng.uniform(0.0, 0.16)))
        x += r * s.rng.uniform(0.9, 1.7)


def _village(s: Stage, x: float, base: float, w: float) -> None:
    """Five gables and a spire, with lit windows after dark."""
    c, h, rng = s.canvas, s.hour, s.rng
    roof = h.far(s.local("#a0573f", 0.2), 0.22)
    c.rect(x - w * 0.13, base - w * 1.5, w * 0.26, w * 1.5, h.far("#f3e6cf", 0.15))
    c.path(
        f"M{x - w * 0.17:.1f} {base - w * 1.48:.1f}L{x:.1f} {base - w * 2.3:.1f}L{x + w * 0.17:.1f} {base - w * 1.48:.1f}Z",
        h.far(s.local("#566b74", 0.2), 0.2),
    )
    for at in (-1.75, -0.95, -0.3, 0.62, 1.4):
        left, wide, tall = x + at * w, w * rng.uniform(0.6, 0.78), w * rng.uniform(0.42, 0.6)
        c.rect(left, base - tall, wide, tall, h.far(rng.choice(_WALLS), 0.15))
        c.path(
            f"M{left - w * 0.06:.1f} {base - tall + 1:.1f}L{left + wide / 2:.1f} {base - tall - wide * 0.55:.1f}L{left + wide + w * 0.06:.1f} {base - tall + 1:.1f}Z",
            roof,
        )
        for k in (0.2, 0.58):
            c.rect(
                left + wide * k, base - tall * 0.66, wide * 0.2, tall * 0.3, h.lamp if h.dark else h.far("#56707c", 0.1)
            )


def _bank(s: Stage, shore: float, left: bool) -> None:
    """The near bank, a meadow that runs out into the water on the side away from the light."""
    c, h, u = s.canvas, s.hour, s.u
    edge, way = (0.0, 1) if left else (float(s.width), -1)
    reach, low = min(s.width * 0.42, 520 * u), s.height - shore
    far = shore + low * 0.3
    green = h.lit(s.local("#5f9a4f", 0.12), 0.12)
    d = (
        f"M{edge - way * 10:.1f} {far:.1f}C{edge + way * reach * 0.3:.1f} {far + low * 0.02:.1f} {edge + way * reach * 0.42:.1f} {far + low * 0.14:.1f}"
        f" {edge + way * reach * 0.52:.1f} {far + low * 0.34:.1f}S{edge + way * reach * 0.8:.1f} {s.height - low * 0.16:.1f} {edge + way * reach:.1f} {s.height + 6:.1f}"
        f"H{edge - way * 10:.1f}Z"
    )
    c.path(d, c.linear([(0, blend(green, h.glow, 0.22)), (1, blend(green, h.shade, 0.32))]))
    c.stroke(d.split("H")[0], blend(h.lit("#f1e3bd"), h.sky[-1], 0.2), 4 * u, 0.55)


def _boat(s: Stage, x: float, y: float, w: float) -> None:
    """A long excursion boat: hull with a stripe, a glazed saloon, a flat roof with its panels."""
    c, h = s.canvas, s.hour
    c.ellipse(x, y + w * 0.075, w * 0.56, w * 0.035, h.shade, 0.4)
    glass = h.lamp if h.dark else blend(h.lit("#3d6277"), h.sky[1], 0.3)
    c.rect(x - w * 0.36, y - w * 0.155, w * 0.62, w * 0.125, h.lit("#fbf6ea"), r=w * 0.012)
    for k in range(7):
        c.rect(x - w * 0.34 + k * w * 0.085, y - w * 0.135, w * 0.066, w * 0.062, glass, r=w * 0.006)
    c.rect(x - w * 0.40, y - w * 0.18, w * 0.70, w * 0.028, h.lit("#fffdf6", 0.08), r=w * 0.012)
    for k in range(6):
        left = x - w * 0.37 + k * w * 0.108
        c.path(
            f"M{left:.1f} {y - w * 0.18:.1f}l{w * 0.016:.1f} {-w * 0.03:.1f}h{w * 0.092:.1f}l{-w * 0.016:.1f} {w * 0.03:.1f}Z",
            h.lit("#27496d", 0.1),
        )
    c.stroke(
        f"M{x + w * 0.30:.1f} {y - w * 0.04:.1f}V{y - w * 0.10:.1f}H{x + w * 0.50:.1f}",
        h.lit("#fffaf0", 0.1),
        w * 0.008,
    )
    c.rect(x + w * 0.445, y - w * 0.21, w * 0.008, w * 0.15, h.lit("#fffaf0", 0.15))
    c.path(
        f"M{x + w * 0.453:.1f} {y - w * 0.21:.1f}l{w * 0.07:.1f} {w * 0.022:.1f}l{-w * 0.07:.1f} {w * 0.022:.1f}Z",
        h.lit(s.palette.accent),
    )
    hull = (
        f"M{x - w * 0.5:.1f} {y - w * 0.045:.1f}H{x + w * 0.55:.1f}Q{x + w * 0.5:.1f} {y + w * 0.06:.1f} {x + w * 0.40:.1f} {y + w * 0.07:.1f}"
        f"H{x - w * 0.42:.1f}Q{x - w * 0.49:.1f} {y + w * 0.05:.1f} {x - w * 0.5:.1f} {y - w * 0.045:.1f}Z"
    )
    c.path(hull, c.linear([(0, h.lit("#fdf8ee")), (1, h.lit("#d8cdbb", 0.2))]))
    c.path(
        f"M{x - w * 0.497:.1f} {y - w * 0.02:.1f}H{x + w * 0.535:.1f}l{-w * 0.012:.1f} {w * 0.026:.1f}H{x - w * 0.493:.1f}Z",
        h.lit(s.palette.accent),
    )
    c.rect(x - w * 0.44, y + w * 0.085, w * 0.9, w * 0.012, blend(h.lit("#ffffff"), h.sky[-1], 0.5), 0.5, r=w * 0.006)
