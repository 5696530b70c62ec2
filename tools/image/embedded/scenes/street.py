"""A row of small shops with awnings, lamps and plants along a paved street."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, birds, clouds, heap, leafy, pool, sky, sun

_WALLS = ("#e9c9a6", "#d98e73", "#8fb3a6", "#e4b75f", "#b9877f", "#9db4c8", "#c9b79c")


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, 0.9, up=0.3)
    clouds(s, 5, 0.25)
    if h.name == "day":
        heap(s, s.width * 0.14, s.horizon * 0.5, 220 * u, 0.8)
        birds(s, s.width * 0.6, s.horizon * 0.4)
    kerb = s.horizon + room * 0.56
    if s.quiet:
        s.u = min(u, max(u * 0.55, (kerb - s.quiet) / 560))
        u = s.u
    _houses(s, kerb)
    path = s.local("#c9b8a3" if h.name == "day" else "#6a5a6b", 0.2)
    c.rect(0, kerb, s.width, s.height - kerb + 4, c.linear([(0, h.lit(path, 0.05)), (1, h.lit(path, 0.5))]))
    _paving(s, kerb, h.lit(path, 0.32))
    s.ground = s.horizon + room * 0.86
    for x in _lamp_spots(s):
        _lamp(s, x, kerb + 20 * u, 300 * u)
    frame = h.lit(s.local("#356a4c", 0.15), 0.25)
    for x in (-0.01, 1.01):
        leafy(s, s.width * x, kerb + 40 * u, 400 * u, frame, h.lit("#4a3626", 0.3))


def _lamp_spots(s: Stage) -> tuple[float, ...]:
    return (
        (s.width * 0.16, s.width * 0.84) if s.width < s.height * 1.6 else (s.width * 0.1, s.width * 0.5, s.width * 0.9)
    )


def _houses(s: Stage, kerb: float) -> None:
    rng, u = s.rng, s.u
    far = [w for w in _WALLS]
    x = -40 * u
    while x < s.width:
        w, tall = rng.uniform(150, 230) * u, rng.uniform(380, 520) * u
        _roofline(s, x, kerb, w, tall, s.hour.far(s.local(rng.choice(far), 0.25), 0.5))
        x += w
    x, last = -rng.uniform(20, 120) * u, ""
    while x < s.width:
        wall = rng.choice([w for w in _WALLS if w != last])
        last, w = wall, rng.uniform(250, 330) * u
        _shop(s, x, kerb, w, rng.uniform(300, 400) * u, s.hour.lit(s.local(wall, 0.22)))
        x += w


def _roofline(s: Stage, x: float, base: float, w: float, tall: float, tone: str) -> None:
    top = base - tall
    s.canvas.path(
        f"M{x:.1f} {base:.1f}V{top:.1f}L{x + w / 2:.1f} {top - w * 0.34:.1f}L{x + w + 1:.1f} {top:.1f}V{base:.1f}Z",
        tone,
    )
    s.canvas.rect(x + w * 0.7, top - w * 0.36, w * 0.1, w * 0.3, tone)


def _shop(s: Stage, x: float, base: float, w: float, tall: float, wall: str) -> None:
    c, h, u, rng = s.canvas, s.hour, s.u, s.rng
    top = base - tall
    trim = blend(wall, "#ffffff" if not h.dark else h.lamp, 0.3)
    gone = h.shade
    c.rect(x, top, w + 1, tall, c.linear([(0, blend(wall, h.sky[-1], 0.12)), (1, blend(wall, gone, 0.16))]))
    c.rect(x - 4 * u, top - 14 * u, w + 8 * u, 18 * u, trim)
    c.rect(x, top + 4 * u, w, 10 * u, gone, 0.12)
    glow = h.lamp if h.dark else blend(h.sky[1], wall, 0.25)
    glass = c.linear([(0, blend(glow, "#ffffff", 0.25)), (1, blend(glow, gone, 0.15))])
    n, ww = 2 if w < 290 * u else 3, 44 * u
    for i in range(n):
        wx, wy = x + w * (i + 0.5) / n - ww / 2, top + tall * 0.11
        c.rect(wx - 6 * u, wy - 6 * u, ww + 12 * u, 84 * u, trim)
        c.rect(wx, wy, ww, 72 * u, glass if not h.dark or rng.random() < 0.6 else h.lit("#4b5a78", 0.3))
        c.rect(wx + ww / 2 - 1.5 * u, wy, 3 * u, 72 * u, trim)
        c.rect(wx - 9 * u, wy + 76 * u, ww + 18 * u, 8 * u, blend(trim, gone, 0.25))
    front = base - 150 * u
    c.rect(x + w * 0.07, front, w * 0.56, 126 * u, blend(wall, gone, 0.45))
    c.rect(x + w * 0.09, front + 6 * u, w * 0.52, 114 * u, glass)
    for i in range(4):
        gx = x + w * (0.14 + 0.12 * i)
        c.rect(
            gx,
            front + (70 + 14 * (i % 2)) * u,
            w * 0.075,
            (50 - 14 * (i % 2)) * u,
            blend(s.palette.accent2 if i % 2 else s.palette.accent, gone, 0.3),
            0.85,
            r=5 * u,
        )
    door = x + w * 0.70
    c.rect(door, base - 150 * u, w * 0.22, 150 * u, h.lit(s.palette.accent2, 0.2), r=4 * u)
    c.rect(door + w * 0.04, base - 136 * u, w * 0.14, 66 * u, glass, r=3 * u)
    c.circle(door + w * 0.18, base - 52 * u, 4 * u, trim)
    _awning(
        s, x + w * 0.03, front - 16 * u, w * 0.94, 52 * u, s.palette.accent if rng.random() < 0.6 else s.palette.accent2
    )
    if h.dark:
        pool(s, x + w * 0.4, base + 8 * u, w * 0.62, 30 * u, 0.7, h.lamp)


def _awning(s: Stage, x: float, y: float, w: float, deep: float, tone: str) -> None:
    c, h = s.canvas, s.hour
    n = max(5, round(w / (30 * s.u)))
    step = w / n
    for i in range(n):
        left, right = x + i * step, x + (i + 1) * step
        fill = h.lit(tone if i % 2 == 0 else "#fff6e8")
        c.path(
            f"M{left + (x + w / 2 - left) * 0.06:.1f} {y:.1f}H{right + (x + w / 2 - right) * 0.06:.1f}L{right:.1f} {y + deep:.1f}"
            f"a{step / 2:.1f} {step / 2:.1f} 0 0 1 {-step:.1f} 0Z",
            fill,
        )
    c.rect(x, y + deep + step * 0.5, w, 14 * s.u, c.linear([(0, h.shade, 0.3), (1, h.shade, 0)]))


def _paving(s: Stage, kerb: float, tone: str) -> None:
    room = s.height - kerb
    rows = [kerb + room * (i / 7) ** 1.6 for i in range(8)]
    data = "".join(f"M0 {y:.1f}H{s.width}" for y in rows)
    for i, (a, b) in enumerate(zip(rows, rows[1:], strict=False)):
        gap = (90 + 60 * i) * s.u
        n = int(s.width / gap / 2) + 2
        for k in range(-n, n + 1):
            x1 = s.width / 2 + (k + 0.5 * (i % 2)) * gap
            data += f"M{x1:.1f} {a:.1f}L{s.width / 2 + (x1 - s.width / 2) * 1.06:.1f} {b:.1f}"
    s.canvas.stroke(data, tone, 2 * s.u, 0.4)


def _lamp(s: Stage, x: float, y: float, tall: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    iron = h.lit("#2a2f3a", 0.4)
    if h.dark:
        c.circle(x, y - tall, tall * 0.6, c.radial([(0, h.lamp, 0.8), (0.25, h.lamp, 0.28), (1, h.lamp, 0)]))
        pool(s, x, y + 4 * u, tall * 0.4, tall * 0.07, 0.7, h.lamp)
    c.rect(x - 4 * u, y - tall + 20 * u, 8 * u, tall - 20 * u, iron)
    c.rect(x - 12 * u, y - 26 * u, 24 * u, 28 * u, iron, r=4 * u)
    c.path(
        f"M{x - 20 * u:.1f} {y - tall - 16 * u:.1f}h{40 * u:.1f}l{-9 * u:.1f} {40 * u:.1f}h{-22 * u:.1f}Z",
        h.lamp if h.dark else blend(h.sky[0], "#ffffff", 0.6),
    )
    c.path(
        f"M{x - 25 * u:.1f} {y - tall - 14 * u:.1f}L{x:.1f} {y - tall - 36 * u:.1f}l{25 * u:.1f} {22 * u:.1f}Z", iron
    )
