"""A shop from the pavement: its awning, wares in the lit window, the door, a hanging sign without words, planters."""

from __future__ import annotations

from tools.image.embedded.display import shelves
from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import round_side
from tools.image.embedded.stage import Stage, clouds, heap, leafy, pool, sky


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u = s.canvas, s.hour, s.u
    kerb = s.horizon + (s.height - s.horizon) * 0.56
    sky(s)
    clouds(s, 6, 0.2)
    if h.name == "day":
        heap(s, s.width * 0.12, s.horizon * 0.26, 240 * u, 0.85)
        heap(s, s.width * 0.62, s.horizon * 0.2, 180 * u, 0.7)
    wide, sign = s.width > s.height, 1 if s.light_x > s.width / 2 else -1
    free = kerb - s.quiet - 20 * u if s.quiet else kerb - 40 * u
    tall = min(620 * u, free * 0.97, kerb * 0.86)
    k = tall / 620
    w = min(s.width * (0.66 if wide else 0.78), 1000 * k)
    x = s.width * (0.5 + sign * (0.13 if wide else -0.02))
    brick = s.local("#b9826a" if h.name == "day" else "#9a6a62", 0.2)
    _neighbours(s, kerb, x, w, min(tall * 1.02, free), k)
    pavement = s.local("#b9b0a6" if h.name == "day" else "#6c6472", 0.15)
    ends = [(0.0, h.lit(blend(pavement, h.glow, 0.15))), (1.0, h.lit(pavement, 0.5))]
    c.rect(0, kerb, s.width, s.height - kerb + 4, c.linear(ends))
    _slabs(s, kerb, h.lit(pavement, 0.45))
    _house(s, x, kerb, w, tall, k, h.lit(brick), sign)
    glow = h.lamp if h.dark else h.glow
    pool(s, x - sign * w * 0.1, kerb + 40 * k, w * 0.5, 52 * k, 0.85 if h.dark else 0.4, glow)
    green, trunk = h.lit(s.local("#3f7a4c", 0.12), 0.1), h.lit("#4a3626", 0.3)
    for side in (-1, 1):
        px = x + side * w * (0.56 if wide else 0.5)
        c.ellipse(px, kerb + 66 * k, 70 * k, 12 * k, h.shade, 0.35)
        leafy(s, px, kerb - 14 * k, 210 * k, green, trunk)
        c.path(
            f"M{px - 52 * k:.1f} {kerb - 26 * k:.1f}h{104 * k:.1f}l{-14 * k:.1f} {92 * k:.1f}h{-76 * k:.1f}Z",
            round_side(s, s.palette.accent),
        )
    s.ground = kerb + (s.height - kerb) * 0.55


def _neighbours(s: Stage, kerb: float, x: float, w: float, tall: float, k: float) -> None:
    """The houses on either side, hazier, so that the shop comes forward."""
    c, h, rng = s.canvas, s.hour, s.rng
    for side in (-1, 1):
        edge, last = x + side * w * 0.5, ""
        while 0 < edge < s.width:
            wide = rng.uniform(260, 340) * k
            tone = rng.choice([t for t in ("#d9c3a0", "#a9b7c2", "#c9a08f", "#b5bda4") if t != last])
            last, high = tone, tall * rng.uniform(0.8, 1.0)
            left = edge if side > 0 else edge - wide
            wall = h.far(s.local(tone, 0.25), 0.34)
            c.rect(
                left,
                kerb - high,
                wide + 1,
                high,
                c.linear([(0, blend(wall, h.haze, 0.2)), (1, blend(wall, h.shade, 0.2))]),
            )
            c.rect(left - 4 * k, kerb - high - 10 * k, wide + 8 * k, 16 * k, blend(wall, "#ffffff", 0.25))
            for row in range(max(1, int(high / (170 * k)))):
                for col in range(3):
                    gx, gy = left + wide * (0.12 + 0.29 * col), kerb - high + (44 + 165 * row) * k
                    lit = h.dark and rng.random() < 0.5
                    c.rect(gx - 5 * k, gy - 5 * k, wide * 0.17 + 10 * k, 104 * k, blend(wall, "#ffffff", 0.3))
                    c.rect(gx, gy, wide * 0.17, 94 * k, blend(h.lamp, wall, 0.2) if lit else blend(h.sky[1], wall, 0.4))
            edge += side * wide


def _slabs(s: Stage, kerb: float, tone: str) -> None:
    room, mid, data = s.height - kerb, s.width / 2, ""
    rows = [kerb + room * (i / 5) ** 1.5 for i in range(6)]
    for i, (a, b) in enumerate(zip(rows, rows[1:], strict=False)):
        data += f"M0 {b:.1f}H{s.width}"
        n = int(s.width / (150 * s.u)) + 1
        for j in range(-n, n + 1):
            t = (j + 0.5 * (i % 2)) * 150 * s.u
            data += f"M{mid + t * (1 + 0.24 * i):.1f} {a:.1f}L{mid + t * (1 + 0.24 * (i + 1)):.1f} {b:.1f}"
    s.canvas.stroke(data, tone, 2 * s.u, 0.5)
    s.canvas.rect(0, kerb, s.width, 8 * s.u, s.canvas.linear([(0, s.hour.shade, 0.35), (1, s.hour.shade, 0)]))


def _house(s: Stage, x: float, kerb: float, w: float, tall: float, k: float, brick: str, sign: int) -> None:
    c, h, rng = s.canvas, s.hour, s.rng
    left, top, front = x - w / 2, kerb - tall, kerb - 400 * k
    c.rect(left, top, w, tall, c.linear([(0, blend(brick, h.glow, 0.16)), (1, blend(brick, h.shade, 0.25))]))
    courses = ""
    for row in range(int((front - top) / (20 * k)) + 1):
        for _ in range(7):
            courses += f"M{left + rng.random() * (w - 46 * k):.1f} {top + (14 + 20 * row) * k:.1f}h{rng.uniform(22, 44) * k:.1f}"
    c.stroke(courses, blend(brick, h.shade, 0.32), 3 * k, 0.45)
    trim = h.lit("#f7eddc", 0.06)
    c.rect(left - 12 * k, top - 14 * k, w + 24 * k, 26 * k, trim)
    c.rect(left, top + 12 * k, w, 14 * k, h.shade, 0.18)
    n = 4 if w > 700 * k else 3
    for i in range(n):
        wx, ww, wh = left + w * (i + 0.5) / n, 84 * k, 116 * k
        c.rect(wx - ww / 2 - 8 * k, top + 46 * k, ww + 16 * k, wh + 14 * k, trim)
        lit = h.dark and i != 1
        pane = (
            c.linear([(0, h.lamp), (1, blend(h.lamp, brick, 0.3))]) if lit else c.linear([(0, h.sky[0]), (1, h.sky[2])])
        )
        c.rect(wx - ww / 2, top + 54 * k, ww, wh, pane)
        c.rect(wx - 2.5 * k, top + 54 * k, 5 * k, wh, trim)
        c.rect(wx - ww / 2, top + 54 * k + wh * 0.42, ww, 5 * k, trim)
        c.rect(wx - ww / 2 - 14 * k, top + 54 * k + wh, ww + 28 * k, 12 * k, trim)
    wood = s.palette.accent2
    c.rect(
        left + 16 * k,
        front,
        w - 32 * k,
        400 * k,
        c.linear([(0, h.lit(blend(wood, "#ffffff", 0.06))), (1, h.lit(wood, 0.36))]),
    )
    glass = (left + w * 0.06, front + 118 * k, w * 0.56, 218 * k)
    door = (left + w * 0.70, front + 106 * k, w * 0.22, 290 * k)
    if sign < 0:
        glass, door = (left + w * 0.38, *glass[1:]), (left + w * 0.08, *door[1:])
    _window(s, *glass, k)
    _door(s, *door, k)
    c.rect(left + 16 * k, front, w - 32 * k, 54 * k, h.lit(wood, 0.3))
    c.rect(x - w * 0.2, front + 20 * k, w * 0.4, 12 * k, h.lamp if h.dark else h.lit("#f3e2b8"), 0.9, r=6 * k)
    _awning(s, left + 4 * k, front + 54 * k, w - 8 * k, 66 * k, k)
    _sign(s, left + (w + 8 * k if sign > 0 else -8 * k), front - 10 * k, sign, k)


def _window(s: Stage, x: float, y: float, w: float, tall: float, k: float) -> None:
    c, h = s.canvas, s.hour
    inside = h.lamp if h.dark else blend(s.palette.light, "#fff0d4", 0.5)
    c.rect(x - 10 * k, y - 10 * k, w + 20 * k, tall + 20 * k, h.lit("#f7eddc", 0.06))
    c.rect(x, y, w, tall, c.linear([(0, blend(inside, "#ffffff", 0.3)), (1, blend(inside, h.shade, 0.16))]))
    shelves(s, x, y, w, tall, k)
    for at in (0.12, 0.5):
        a = x + w * at
        c.path(
            f"M{a:.1f} {y + tall:.1f}l{w * 0.16:.1f} {-tall:.1f}h{w * 0.07:.1f}l{-w * 0.16:.1f} {tall:.1f}Z",
            "#ffffff",
            0.16,
        )
    c.rect(x + w / 2 - 4 * k, y, 8 * k, tall, h.lit("#f7eddc", 0.06))


def _door(s: Stage, x: float, y: float, w: float, tall: float, k: float) -> None:
    c, h = s.canvas, s.hour
    c.rect(x - 10 * k, y, w + 20 * k, tall, h.lit("#f7eddc", 0.06))
    c.rect(x, y + 8 * k, w, tall - 8 * k, h.lit(s.palette.accent, 0.12))
    inside = h.lamp if h.dark else blend(h.sky[1], s.palette.light, 0.4)
    c.rect(
        x + w * 0.14,
        y + 26 * k,
        w * 0.72,
        tall * 0.52,
        c.linear([(0, inside), (1, blend(inside, h.shade, 0.2))]),
        r=4 * k,
    )
    c.rect(x + w * 0.14, y + tall * 0.70, w * 0.72, tall * 0.2, h.shade, 0.16, r=4 * k)
    c.circle(x + w * 0.08, y + tall * 0.64, 7 * k, h.lit("#e8c777"))
    c.rect(x - 16 * k, y + tall, w + 32 * k, 12 * k, h.lit("#cfc4b6", 0.15))


def _awning(s: Stage, x: float, y: float, w: float, deep: float, k: float) -> None:
    c, h = s.canvas, s.hour
    n = max(9, round(w / (62 * k)))
    n += 1 - n % 2
    step = w / n
    c.rect(x, y + deep + step * 0.4, w, 30 * k, c.linear([(0, h.shade, 0.4), (1, h.shade, 0)]))
    for i in range(n):
        a = x + i * step
        lean = 0.05 * (w / 2 - i * step - step / 2)
        tone = s.palette.accent if i % 2 == 0 else "#fff6e8"
        d = f"M{a + lean:.1f} {y:.1f}h{step:.1f}L{a + step:.1f} {y + deep:.1f}a{step / 2:.1f} {step * 0.42:.1f} 0 0 1 {-step:.1f} 0Z"
        c.path(d, c.linear([(0, h.lit(blend(tone, h.glow, 0.2))), (1, h.lit(tone, 0.16))]))


def _sign(s: Stage, x: float, y: float, sign: int, k: float) -> None:
    c, h = s.canvas, s.hour
    iron = h.lit("#2d3038", 0.25)
    c.stroke(
        f"M{x - sign * 8 * k:.1f} {y:.1f}h{sign * 104 * k:.1f}M{x + sign * 54 * k:.1f} {y:.1f}v{24 * k:.1f}M{x:.1f} {y + 40 * k:.1f}L{x + sign * 40 * k:.1f} {y:.1f}",
        iron,
        7 * k,
    )
    cx, cy, r = x + sign * 54 * k, y + 70 * k, 48 * k
    c.circle(cx, cy, r, h.lit("#fbf3e2", 0.04))
    c.circle(cx, cy, r * 0.86, h.lit(s.palette.accent2))
    c.path(
        f"M{cx - r * 0.4:.1f} {cy - r * 0.1:.1f}h{r * 0.8:.1f}l{-r * 0.1:.1f} {r * 0.5:.1f}h{-r * 0.6:.1f}Z",
        h.lit("#fbf3e2", 0.04),
    )
    c.stroke(
        f"M{cx - r * 0.24:.1f} {cy - r * 0.1:.1f}q{r * 0.24:.1f} {-r * 0.62:.1f} {r * 0.48:.1f} 0",
        h.lit("#fbf3e2", 0.04),
        r * 0.1,
    )
