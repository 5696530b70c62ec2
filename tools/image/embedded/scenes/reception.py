"""A practice's reception: a rounded counter under soft lamps, chairs to wait on, plants, a wide window."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import beam, lamps, pane, plant, room_for, round_side, spill, turned, wall
from tools.image.embedded.stage import Stage, pool


def paint(s: Stage) -> None:
    """See the module."""
    turned(s)
    floor = s.horizon + (s.height - s.horizon) * 0.5
    tone = blend(blend(s.palette.accent2, s.palette.light, 0.78), "#ffffff", 0.35)
    lit = wall(s, tone, floor)
    c, u = s.canvas, s.u
    k, sign, wide = min(1.0, s.width / (1000 * u)), 1 if s.light_x > s.width / 2 else -1, s.width > s.height
    free = floor - s.quiet - 40 * u if s.quiet else 1e9
    tall = room_for(s, min(420 * u, floor * 0.7), floor - 96 * u)
    w = s.width * (0.34 if wide else 0.42)
    x = s.width * (0.5 + sign * (0.28 if wide else 0.25))
    top = floor - 96 * u - tall
    pane(s, x - w / 2, top, w, tall, 3)
    at, wc = s.width * (0.5 - sign * (0.2 if wide else 0.22)), min(s.width * 0.46, 560 * u)
    _panel(s, at, top, wc * 0.92, floor)
    c.rect(0, floor - 20 * u, s.width, 22 * u, blend(lit, "#ffffff", 0.45))
    _floor(s, floor)
    beam(s, x - w * 0.42, w * 0.84, floor, -sign * 190 * u)
    _counter(s, at, floor + 46 * u, wc, min(190 * u * k, free * 0.6))
    spots = [at - wc * 0.26, at, at + wc * 0.26]
    lamps(s, spots, top - 24 * u, 84 * u * k, s.palette.light)
    spill(s, spots[1:2], floor + 60 * u, wc * 0.5)
    _chairs(s, x + sign * (10 if wide else -24) * u, floor + 70 * u, min(150 * u * k, w / 3.3), 3 if wide else 2)
    for px, size in ((0.5 + sign * 0.46, 330), (0.5 - sign * 0.455, 300)) if wide else ((0.5 + sign * 0.445, 270),):
        plant(s, s.width * px, floor + 64 * u, min(size * u * k, free * 0.75))
    deep = s.height - floor
    _rug(s, s.width * (0.5 + sign * 0.1), floor + deep * 0.62, s.width * 0.3, deep * 0.17)
    s.ground = floor + deep * 0.62


def _panel(s: Stage, x: float, y: float, w: float, floor: float) -> None:
    """Slats behind the counter with a round emblem: a heart."""
    c, h, u = s.canvas, s.hour, s.u
    wood = s.local("#c79b70", 0.14)
    tall = floor - y
    c.rect(x - w / 2, y, w, tall, h.lit(wood, 0.22), r=8 * u)
    n = max(8, int(w / (26 * u)))
    step = w / n
    for i in range(n):
        fill = c.linear([(0, h.lit(blend(wood, h.glow, 0.2))), (1, h.lit(wood, 0.2))], x2=1, y2=0)
        c.rect(x - w / 2 + i * step + step * 0.1, y, step * 0.76, tall, fill, r=3 * u)
    r, cy = min(w * 0.15, tall * 0.2), y + tall * 0.3
    c.circle(x, cy, r * 2.4, c.radial([(0, h.lamp if h.dark else h.glow, 0.6), (1, h.glow, 0)]))
    c.circle(x, cy, r, h.lit("#fffaf2", 0.02))
    heart = f"M{x:.1f} {cy + r * 0.55:.1f}C{x - r * 0.95:.1f} {cy - r * 0.05:.1f} {x - r * 0.45:.1f} {cy - r * 0.72:.1f} {x:.1f} {cy - r * 0.22:.1f}C{x + r * 0.45:.1f} {cy - r * 0.72:.1f} {x + r * 0.95:.1f} {cy - r * 0.05:.1f} {x:.1f} {cy + r * 0.55:.1f}Z"
    c.path(heart, s.palette.accent)


def _floor(s: Stage, floor: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    stone, mid = s.local("#d6cfc4", 0.15), s.width / 2
    deep = s.height - floor
    c.rect(0, floor, s.width, deep + 4, c.linear([(0, h.lit(blend(stone, h.glow, 0.25))), (1, h.lit(stone, 0.42))]))
    data, n = "", int(s.width / (190 * u)) + 2
    for i in range(-n, n + 1):
        data += f"M{mid + i * 190 * u:.1f} {floor:.1f}L{mid + i * 330 * u:.1f} {s.height:.1f}"
    for t in (0.16, 0.4, 0.72):
        data += f"M0 {floor + deep * t:.1f}H{s.width}"
    c.stroke(data, h.lit(stone, 0.5), 2 * u, 0.3)
    c.rect(0, floor, s.width, 22 * u, c.linear([(0, h.shade, 0.26), (1, h.shade, 0)]))


def _counter(s: Stage, x: float, foot: float, w: float, tall: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    top, body = foot - tall, s.palette.accent2
    c.ellipse(x, foot, w * 0.56, 20 * u, h.shade, 0.32)
    screen = x - w * 0.2
    c.rect(screen - 46 * u, top - 74 * u, 92 * u, 62 * u, h.lit("#2d323c", 0.1), r=5 * u)
    c.rect(screen - 8 * u, top - 14 * u, 16 * u, 16 * u, h.lit("#2d323c", 0.2))
    fill = c.linear(
        [
            (0, h.lit(body, 0.22)),
            (0.16, h.lit(blend(body, "#ffffff", 0.24))),
            (0.84, h.lit(body, 0.02)),
            (1, h.lit(body, 0.34)),
        ],
        x2=1,
        y2=0,
    )
    c.rect(x - w / 2, top, w, tall, fill, r=min(46 * u, tall * 0.4))
    c.rect(x - w * 0.46, foot - 26 * u, w * 0.92, 10 * u, h.lamp if h.dark else h.lit("#fff4dc"), 0.85, r=5 * u)
    c.rect(
        x - w * 0.53,
        top - 10 * u,
        w * 1.06,
        30 * u,
        c.linear([(0, h.lit("#fffaf2")), (1, h.lit("#e0d6c8", 0.16))]),
        r=15 * u,
    )
    for i in range(3):
        c.rect(x - w * 0.02 - 3 * i * u, top - (15 + 7 * i) * u, 74 * u, 7 * u, h.lit("#ffffff", 0.04 * i), r=2 * u)
    vase = x + w * 0.34
    c.rect(vase - 15 * u, top - 60 * u, 30 * u, 52 * u, round_side(s, s.palette.light), r=9 * u)
    stems = "".join(
        f"M{vase:.1f} {top - 56 * u:.1f}Q{vase + dx * 0.4 * u:.1f} {top - 96 * u:.1f} {vase + dx * u:.1f} {top - dy * u:.1f}"
        for dx, dy in ((-34, 118), (-8, 138), (22, 126), (44, 104))
    )
    c.stroke(stems, h.lit("#4f8a55", 0.1), 4 * u)
    for dx, dy in ((-34, 118), (-8, 138), (22, 126), (44, 104)):
        c.circle(vase + dx * u, top - dy * u, 15 * u, h.lit(s.palette.accent))
        c.circle(vase + dx * u, top - dy * u, 6 * u, h.lit("#ffe3a8"))


def _chairs(s: Stage, x: float, y: float, w: float, count: int) -> None:
    c, h = s.canvas, s.hour
    leg = h.lit("#b58a5e", 0.2)
    for i in range(count):
        cx = x + (i - (count - 1) / 2) * w * 1.06
        tone = s.palette.accent if i % 2 == 0 else blend(s.palette.accent, s.palette.light, 0.55)
        c.ellipse(cx, y, w * 0.5, w * 0.07, h.shade, 0.3)
        c.stroke(
            "".join(f"M{cx + dx * w:.1f} {y - w * 0.36:.1f}L{cx + dx * w * 1.15:.1f} {y:.1f}" for dx in (-0.3, 0.3)),
            leg,
            w * 0.05,
        )
        c.rect(cx - w * 0.4, y - w * 0.98, w * 0.8, w * 0.56, round_side(s, tone), r=w * 0.15)
        c.rect(cx - w * 0.45, y - w * 0.52, w * 0.9, w * 0.2, round_side(s, blend(tone, "#ffffff", 0.12)), r=w * 0.09)


def _rug(s: Stage, x: float, y: float, rx: float, ry: float) -> None:
    c, h = s.canvas, s.hour
    for part, tone in (
        (1.0, s.palette.accent2),
        (0.9, s.palette.light),
        (0.82, blend(s.palette.accent2, s.palette.light, 0.55)),
    ):
        c.ellipse(x, y, rx * part, ry * part, h.lit(tone, 0.18))
    pool(s, x, y, rx * 0.8, ry * 0.8, 0.4)
