"""A workshop: tools hung on the wall, a bench with a vice and a board in work, jars on a shelf, a window."""

from __future__ import annotations

from tools.image.embedded import handtools
from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import beam, boards, lamps, pane, room_for, round_side, spill, turned, wall
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    turned(s)
    floor = s.horizon + (s.height - s.horizon) * 0.68
    tone = blend(blend(s.palette.accent, s.palette.light, 0.66), "#b9a48c", 0.35)
    lit = wall(s, tone, floor)
    c, h, u = s.canvas, s.hour, s.u
    k, sign = min(1.0, s.width / (1000 * u)), 1 if s.light_x > s.width / 2 else -1
    step = 74 * u
    planks = "".join(
        f"M0 {floor - i * step:.1f}H{s.width}" for i in range(1, int(floor / step) + 1) if floor - i * step > s.quiet
    )
    c.stroke(planks, blend(lit, h.shade, 0.3), 2 * u, 0.4)
    bench = floor - 190 * u
    free = bench - s.quiet - 30 * u if s.quiet else 1e9
    tall = room_for(s, min(380 * u, bench * 0.72), bench - 70 * u)
    top, wide = bench - 70 * u - tall, s.width > s.height
    w = min(tall * 0.86, s.width * (0.26 if wide else 0.34))
    x = s.width * (0.5 + sign * (0.3 if wide else 0.27))
    pane(s, x - w / 2, top, w, tall, 2)
    rack(
        s,
        s.width * (0.5 - sign * 0.2),
        top,
        min(tall * 1.75, s.width * (0.52 if wide else 0.5)),
        tall * 0.94,
    )
    boards(s, floor, s.local("#8a6a4c", 0.12), 90)
    beam(s, x - w * 0.4, w * 0.8, floor, -sign * 150 * u)
    lamps(
        s,
        [s.width * t for t in (0.36, 0.64)] if wide else [s.width * 0.4],
        top - 20 * u if free < 260 * u else top - 50 * u,
        120 * u * k,
        s.palette.accent2,
    )
    _bench(s, bench, floor + 40 * u, k, sign)
    spill(s, [s.width * t for t in (0.36, 0.64)], bench + 10 * u, 190 * u * k)
    for _ in range(26):
        cx, cy, r = (
            s.rng.uniform(0.1, 0.9) * s.width,
            floor + s.rng.uniform(0.3, 0.9) * (s.height - floor),
            s.rng.uniform(7, 15) * u,
        )
        c.stroke(
            f"M{cx:.1f} {cy:.1f}q{r:.1f} {-r * 1.1:.1f} {r * 1.6:.1f} 0t{-r * 0.9:.1f} {r * 0.3:.1f}",
            h.lit("#e8c48c", 0.1),
            3 * u,
            0.85,
        )
    s.ground = floor + (s.height - floor) * 0.5


def rack(s: Stage, x: float, y: float, w: float, tall: float) -> None:
    """Hand tools on a board, pots of odds and ends under them: ``w`` by ``tall``, its upper middle at (``x``, ``y``)."""
    c, h, u = s.canvas, s.hour, s.u
    left, wood = x - w / 2, s.local("#c79d6a", 0.1)
    c.rect(left + 8 * u, y + 10 * u, w, tall, h.shade, 0.22, r=6 * u)
    c.rect(left, y, w, tall, c.linear([(0, h.lit(blend(wood, h.glow, 0.2))), (1, h.lit(wood, 0.22))]), r=6 * u)
    gap = max(14 * u, 5.0)
    holes = "".join(
        f"M{left + w * 0.03 + i * gap * 2:.1f} {y + tall * 0.05 + j * gap * 2:.1f}h.1"
        for i in range(int(w * 0.96 / (gap * 2)) + 1)
        for j in range(int(tall * 0.92 / (gap * 2)) + 1)
    )
    c.stroke(holes, h.lit(wood, 0.5), 4 * u, 0.5)
    shelf = y + tall * 0.74
    slots = [
        handtools.saw,
        handtools.hammer,
        handtools.square,
        handtools.spanner,
        handtools.chisel,
        handtools.chisel,
        handtools.pliers,
    ]
    step = w / len(slots)
    for i, draw in enumerate(slots):
        draw(s, left + step * (i + 0.5), y + tall * 0.1, min(tall * 0.54, step * 2.4))
    c.rect(left + w * 0.02, shelf + tall * 0.16, w * 0.96, tall * 0.035, h.lit(blend(wood, h.shade, 0.3)), r=3 * u)
    c.rect(left + w * 0.02, shelf + tall * 0.195, w * 0.96, tall * 0.03, h.shade, 0.2)
    inks = (s.palette.accent, s.palette.accent2, "#eab14a", s.palette.deep, "#8fae8a", s.palette.accent)
    for i in range(8):
        jar, jw = left + w * (0.08 + 0.12 * i), w * 0.062
        high = tall * s.rng.uniform(0.1, 0.15)
        base = shelf + tall * 0.16
        c.rect(jar - jw / 2, base - high, jw, high, h.lit(inks[i % len(inks)], 0.1), r=jw * 0.14)
        c.rect(jar - jw / 2, base - high, jw * 0.3, high, "#ffffff", 0.16, r=jw * 0.14)
        c.rect(jar - jw * 0.54, base - high - tall * 0.02, jw * 1.08, tall * 0.03, h.lit("#d8cdbd", 0.2), r=2 * u)


def _bench(s: Stage, top: float, foot: float, k: float, sign: int) -> None:
    c, h, u = s.canvas, s.hour, s.u
    wood = s.local("#b07a48", 0.1)
    left, w = s.width * 0.06, s.width * 0.88
    c.ellipse(s.width / 2, foot, w * 0.54, 26 * u, h.shade, 0.42)
    c.rect(left + 30 * u, top + 40 * u, w - 60 * u, foot - top - 90 * u, h.shade, 0.26)
    for x in (left + 26 * u, left + w - 66 * u):
        c.rect(x, top + 30 * u, 40 * u, foot - top - 30 * u, c.linear([(0, h.lit(wood, 0.2)), (1, h.lit(wood, 0.5))]))
    c.rect(left + 26 * u, foot - 70 * u, w - 52 * u, 20 * u, h.lit(wood, 0.42))
    for i in range(int((w - 140 * u) / (120 * u))):
        tone = (s.palette.accent2, "#8d9aa5", s.palette.accent, "#d9c29c")[i % 4]
        if s.rng.random() < 0.78:
            high = s.rng.uniform(38, 70) * u
            c.rect(left + (90 + 120 * i) * u, foot - 70 * u - high, 92 * u, high, h.lit(tone, 0.36), r=4 * u)
            c.rect(left + (116 + 120 * i) * u, foot - 58 * u - high, 40 * u, 8 * u, h.shade, 0.4, r=4 * u)
    c.rect(
        left - 8 * u,
        top,
        w + 16 * u,
        34 * u,
        c.linear([(0, h.lit(blend(wood, h.glow, 0.34))), (1, h.lit(wood, 0.3))]),
        r=4 * u,
    )
    c.rect(left - 8 * u, top + 34 * u, w + 16 * u, 12 * u, h.shade, 0.24)
    plank = s.width * (0.5 - sign * 0.02)
    c.rect(plank - 210 * u * k, top - 26 * u, 420 * u * k, 26 * u, h.lit("#e6c08a", 0.05), r=3 * u)
    c.stroke(
        f"M{plank - 190 * u * k:.1f} {top - 16 * u:.1f}q{100 * u * k:.1f} {-8 * u:.1f} {200 * u * k:.1f} 0t{170 * u * k:.1f} {2 * u:.1f}",
        h.lit("#b98a52"),
        2 * u,
        0.7,
    )
    px, py = plank + sign * 60 * u * k, top - 26 * u
    c.path(
        f"M{px - 80 * u * k:.1f} {py:.1f}v{-26 * u * k:.1f}h{130 * u * k:.1f}q{30 * u * k:.1f} {2 * u:.1f} {32 * u * k:.1f} {26 * u * k:.1f}Z",
        handtools.grip(s),
    )
    c.rect(px - 66 * u * k, py - 66 * u * k, 22 * u * k, 48 * u * k, handtools.grip(s, s.palette.accent), r=9 * u * k)
    c.path(
        f"M{px - 10 * u * k:.1f} {py - 26 * u * k:.1f}l{-20 * u * k:.1f} {-44 * u * k:.1f}h{12 * u * k:.1f}l{26 * u * k:.1f} {44 * u * k:.1f}Z",
        handtools.steel(s),
    )
    c.circle(px + 40 * u * k, py - 36 * u * k, 16 * u * k, round_side(s, s.palette.accent))
    vx = s.width * (0.5 - sign * 0.36)
    iron = h.lit(s.palette.accent2, 0.25)
    c.rect(vx - 60 * u * k, top - 22 * u * k, 120 * u * k, 22 * u * k, blend(iron, h.shade, 0.3), r=4 * u)
    c.rect(vx - 54 * u * k, top - 84 * u * k, 44 * u * k, 66 * u * k, iron, r=6 * u)
    c.rect(vx + 12 * u * k, top - 84 * u * k, 40 * u * k, 66 * u * k, iron, r=6 * u)
    c.rect(vx - 10 * u * k, top - 56 * u * k, 26 * u * k, 16 * u * k, handtools.steel(s))
    c.stroke(
        f"M{vx + 52 * u * k:.1f} {top - 46 * u * k:.1f}h{42 * u * k:.1f}M{vx + 92 * u * k:.1f} {top - 76 * u * k:.1f}v{60 * u * k:.1f}",
        handtools.steel(s),
        8 * u * k,
    )
