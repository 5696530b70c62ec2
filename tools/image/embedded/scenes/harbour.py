"""An old harbour: gabled houses along the far quay, boats at their moorings, the light on the water, a bollard close by."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, birds, clouds, haze, heap, land, pool, ridge, sky, sun
from tools.image.embedded.water import light_path, ripples

_WALLS = ("#c9705a", "#e3b45f", "#efe0c8", "#7f9fb4", "#b9877f", "#93b09a", "#d9906a")


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, up=0.1 if h.name in ("dawn", "dusk") else 0.42)
    clouds(s, 7)
    if h.name == "day":
        heap(s, s.width * 0.1, s.horizon * 0.66, 260 * u, 0.8)
        birds(s, s.width * 0.44, s.horizon * 0.5, 7)
    for k in (0.75, 0.55):
        land(s, ridge(s, s.horizon + 6 * u, room * (0.42 - 0.2 * (1 - k)), 7, 0.5), h.far(s.local("#5c7f86"), k))
    haze(s, s.horizon, room * 0.3, 0.35)
    shore = s.horizon + room * 0.14
    water = s.local({"day": "#2f7f9b", "dawn": "#6d83a8"}.get(h.name, "#2b547c"), 0.25)
    stops = [
        (0.0, blend(h.lit(water), h.sky[-1], 0.45)),
        (0.3, blend(h.lit(water), h.sky[2], 0.45)),
        (1.0, blend(h.lit(water, 0.4), h.sky[0], 0.5)),
    ]
    c.rect(0, shore, s.width, s.height - shore + 4, c.linear(stops))
    _row(s, shore)
    light_path(s, shore + 14 * u)
    ripples(s, shore + 14 * u)
    k = min(1.0, s.width / (1000 * u))
    for at, deep, size in ((0.36, 0.27, 0.62), (0.13, 0.38, 0.85), (0.57, 0.34, 0.74), (0.86, 0.46, 1.05)):
        _boat(s, s.width * at, s.horizon + room * deep, 250 * u * k * size)
    _quay(s, k)


def _row(s: Stage, base: float) -> None:
    """Houses and, upside down and pale, what the water gives back of them."""
    c, h, u, rng = s.canvas, s.hour, s.u, s.rng
    free = base - s.quiet - 20 * u if s.quiet else 1e9
    x, last = -rng.uniform(10, 60) * u, ""
    while x < s.width:
        tone = rng.choice([t for t in _WALLS if t != last])
        last, w = tone, rng.uniform(78, 122) * u
        tall = min(rng.uniform(125, 205) * u, free * 0.66)
        wall = h.far(s.local(tone, 0.2), 0.12)
        roof = h.far(s.local("#8a4f42", 0.2), 0.16)
        c.rect(x, base - tall, w + 1, tall, c.linear([(0, blend(wall, h.glow, 0.2)), (1, blend(wall, h.shade, 0.22))]))
        c.path(
            f"M{x - 4 * u:.1f} {base - tall + 2:.1f}L{x + w / 2:.1f} {base - tall - w * 0.5:.1f}L{x + w + 4 * u:.1f} {base - tall + 2:.1f}Z",
            roof,
        )
        c.circle(x + w / 2, base - tall - w * 0.14, w * 0.07, h.lamp if h.dark else h.lit("#fff3dc"), 0.8)
        panes = ""
        rows = max(1, int(tall / (46 * u)))
        for row in range(rows):
            for col in range(3):
                if not h.dark or rng.random() < 0.55:
                    px, py = x + w * (0.14 + 0.28 * col), base - tall + (16 + 46 * row) * u
                    panes += f"M{px:.1f} {py:.1f}h{w * 0.16:.1f}v{24 * u:.1f}h{-w * 0.16:.1f}Z"
        c.path(panes, h.lamp if h.dark else blend(h.lit("#3d5a70"), h.sky[1], 0.3), 0.9)
        c.rect(x, base, w + 1, tall * 0.62, c.linear([(0, blend(wall, h.shade, 0.15), 0.6), (1, wall, 0)]))
        if h.dark:
            c.rect(x + w * 0.3, base, w * 0.3, tall * 0.9, c.linear([(0, h.lamp, 0.4), (1, h.lamp, 0)]))
        x += w
    stone = h.lit(s.local("#7d7468", 0.2), 0.35)
    c.rect(0, base - 5 * u, s.width, 16 * u, stone)


def _boat(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    tone = s.rng.choice((s.palette.accent, s.palette.accent2, "#f4ead8", s.palette.deep))
    mast = h.lit("#5a4535", 0.3)
    c.ellipse(x, y + w * 0.13, w * 0.56, w * 0.07, h.shade, 0.34)
    c.rect(x - w * 0.02, y + w * 0.1, w * 0.03, w * 0.5, c.linear([(0, mast, 0.4), (1, mast, 0)]))
    high = min(w * 1.25, y - s.quiet - w * 0.1) if s.quiet else w * 1.25
    if high > w * 0.3:
        c.rect(x - w * 0.012, y - high, w * 0.024, high, mast)
        rig = f"M{x:.1f} {y - high:.1f}L{x - w * 0.46:.1f} {y - w * 0.06:.1f}M{x:.1f} {y - high:.1f}L{x + w * 0.52:.1f} {y - w * 0.1:.1f}"
        c.stroke(rig, mast, max(1.0, w * 0.007), 0.7)
        c.path(
            f"M{x + w * 0.02:.1f} {y - w * 0.2:.1f}h{w * 0.4:.1f}q{-w * 0.18:.1f} {-w * 0.1:.1f} {-w * 0.4:.1f} {-w * 0.06:.1f}Z",
            h.lit("#f6ecda", 0.1),
        )
        c.path(
            f"M{x:.1f} {y - high:.1f}h{-w * 0.12:.1f}l{w * 0.03:.1f} {w * 0.035:.1f}l{-w * 0.03:.1f} {w * 0.035:.1f}h{w * 0.12:.1f}Z",
            h.lit(s.palette.accent),
        )
    c.rect(x - w * 0.2, y - w * 0.17, w * 0.26, w * 0.15, h.lit("#fbf3e4", 0.05), r=w * 0.03)
    c.rect(x - w * 0.15, y - w * 0.13, w * 0.06, w * 0.06, h.lamp if h.dark else h.lit("#3d5a70"))
    c.rect(x - w * 0.05, y - w * 0.13, w * 0.06, w * 0.06, h.lamp if h.dark else h.lit("#3d5a70"))
    hull = f"M{x - w * 0.5:.1f} {y - w * 0.08:.1f}Q{x:.1f} {y + w * 0.0:.1f} {x + w * 0.56:.1f} {y - w * 0.13:.1f}Q{x + w * 0.46:.1f} {y + w * 0.12:.1f} {x + w * 0.34:.1f} {y + w * 0.13:.1f}H{x - w * 0.36:.1f}Q{x - w * 0.46:.1f} {y + w * 0.08:.1f} {x - w * 0.5:.1f} {y - w * 0.08:.1f}Z"
    c.path(hull, c.linear([(0, h.lit(blend(tone, "#ffffff", 0.14))), (1, h.lit(tone, 0.45))]))
    c.stroke(
        f"M{x - w * 0.49:.1f} {y - w * 0.06:.1f}Q{x:.1f} {y + w * 0.02:.1f} {x + w * 0.55:.1f} {y - w * 0.11:.1f}",
        h.lit("#fff6e6"),
        w * 0.022,
        0.85,
    )


def _quay(s: Stage, k: float) -> None:
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    top = s.horizon + room * 0.80
    s.ground = s.horizon + room * 0.88
    stone = s.local("#a3978a" if h.name == "day" else "#6b6272", 0.18)
    c.rect(
        0, top, s.width, s.height - top + 4, c.linear([(0, h.lit(blend(stone, h.glow, 0.2))), (1, h.lit(stone, 0.5))])
    )
    joints = f"M0 {top + (s.height - top) * 0.42:.1f}H{s.width}"
    n = int(s.width / (150 * u)) + 2
    for i in range(-n, n):
        x = s.width / 2 + i * 150 * u
        joints += f"M{x:.1f} {top + 12 * u:.1f}L{s.width / 2 + i * 178 * u:.1f} {s.height:.1f}"
    c.stroke(joints, h.lit(stone, 0.6), 2 * u, 0.4)
    c.rect(0, top, s.width, 12 * u, h.lit(blend(stone, "#ffffff", 0.25)))
    pool(s, s.light_x, top + 50 * u, s.width * 0.3, 40 * u, 0.45)
    iron = h.lit("#2c3038", 0.3)
    spots = [s.width * t for t in ((0.1, 0.92) if s.width < s.height else (0.06, 0.48, 0.95))]
    for a, b in zip(spots, spots[1:], strict=False):
        c.stroke(
            f"M{a:.1f} {top - 26 * u * k:.1f}Q{(a + b) / 2:.1f} {top + 74 * u:.1f} {b:.1f} {top - 26 * u * k:.1f}",
            h.lit("#b99a6c", 0.2),
            7 * u,
        )
    for x in spots:
        w, y = 46 * u * k, top + 34 * u
        c.ellipse(x, y, w, w * 0.2, h.shade, 0.4)
        c.path(
            f"M{x - w * 0.5:.1f} {y:.1f}L{x - w * 0.36:.1f} {y - w * 1.35:.1f}H{x + w * 0.36:.1f}L{x + w * 0.5:.1f} {y:.1f}Z",
            iron,
        )
        c.ellipse(x, y - w * 1.42, w * 0.56, w * 0.22, blend(iron, h.glow, 0.22))
