"""A school room: a board with figures drawn on it, tall windows, a globe and books, rows of desks."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import beam, boards, lamps, pane, room_for, turned, wall
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    turned(s)
    floor = s.horizon + (s.height - s.horizon) * 0.36
    tone = blend(blend(s.palette.accent2, s.palette.light, 0.72), "#ffffff", 0.15)
    lit = wall(s, tone, floor)
    c, h, u = s.canvas, s.hour, s.u
    k, sign = min(1.0, s.width / (1000 * u)), 1 if s.light_x > s.width / 2 else -1
    c.rect(0, floor - 130 * u, s.width, 130 * u, blend(lit, h.lit(s.palette.accent2), 0.22))
    c.rect(0, floor - 136 * u, s.width, 8 * u, blend(lit, "#ffffff", 0.35))
    c.rect(0, floor - 16 * u, s.width, 18 * u, blend(lit, "#ffffff", 0.35))
    tall = room_for(s, min(390 * u, floor * 0.7), floor - 110 * u)
    wide = s.width > s.height
    top = floor - 110 * u - tall
    board = s.width * 0.5 - sign * s.width * (0.16 if wide else 0.14)
    panes = (0.72, 0.9) if wide else (0.87,)
    for at in panes:
        w = min(210 * u, s.width * (0.14 if wide else 0.2))
        x = s.width * at if sign > 0 else s.width * (1 - at)
        pane(s, x - w / 2, top, w, tall, 2, light=at == panes[0])
    _board(s, board, top + tall * 0.04, min(tall * 1.75, s.width * (0.5 if wide else 0.6)), tall * 0.86)
    lamps(s, [s.width * t for t in (0.2, 0.5, 0.8)], top - 60 * u, 110 * u * k, s.palette.light)
    boards(s, floor, s.local("#b98a5c", 0.12))
    for at in panes:
        x = s.width * at if sign > 0 else s.width * (1 - at)
        beam(s, x - 60 * u, 120 * u, floor, -sign * 190 * u)
    desk = s.width * 0.5 - sign * s.width * (0.36 if wide else 0.3)
    _teacher(s, desk, floor + 30 * u, 300 * u * k)
    deep = s.height - floor
    for row, (t, size) in enumerate(((0.36, 0.62), (0.62, 0.9), (1.0, 1.4))):
        n = (5, 4, 3)[row] if wide else (4, 3, 2)[row]
        for i in range(n):
            x = s.width * ((i + 0.5) / n + (0.02 if row % 2 else 0.0))
            _place(s, x, floor + deep * t, min(190 * u * k * size, s.width / n * 0.74))
    s.ground = floor + deep * 0.7


def _board(s: Stage, x: float, y: float, w: float, tall: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    left, wood = x - w / 2, h.lit(s.local("#a97b4e", 0.1))
    c.rect(left - 14 * u, y - 14 * u, w + 28 * u, tall + 28 * u, wood, r=4 * u)
    c.rect(left - 14 * u, y + tall + 14 * u, w + 28 * u, 9 * u, h.shade, 0.2)
    green = h.lit(s.local("#2f5f50", 0.2), 0.1)
    c.rect(left, y, w, tall, c.linear([(0, blend(green, h.glow, 0.12)), (1, blend(green, h.shade, 0.25))], x2=1, y2=1))
    for _ in range(4):  # where it was wiped
        cx, cy = left + w * s.rng.uniform(0.2, 0.8), y + tall * s.rng.uniform(0.3, 0.8)
        c.ellipse(cx, cy, w * 0.16, tall * 0.1, "#ffffff", 0.045)
    chalk, pen = blend("#ffffff", green, 0.1), max(1.4, 4.5 * u)
    cx, cy, r = left + w * 0.2, y + tall * 0.46, min(w * 0.13, tall * 0.28)
    marks = f"M{cx - r:.1f} {cy:.1f}a{r:.1f} {r:.1f} 0 1 1 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 1 {-2 * r:.1f} 0M{cx:.1f} {cy:.1f}L{cx + r * 0.8:.1f} {cy - r * 0.6:.1f}"
    marks += f"M{left + w * 0.4:.1f} {y + tall * 0.74:.1f}h{w * 0.2:.1f}l{-w * 0.1:.1f} {-tall * 0.5:.1f}Zm{w * 0.1:.1f} {-tall * 0.06:.1f}v{-tall * 0.34:.1f}"
    marks += f"M{left + w * 0.68:.1f} {y + tall * 0.18:.1f}v{tall * 0.6:.1f}h{w * 0.26:.1f}"
    c.stroke(marks, chalk, pen, 0.85)
    x0, y0, step = left + w * 0.68, y + tall * 0.66, w * 0.05
    curve = f"M{x0:.1f} {y0:.1f}C{x0 + 2 * step:.1f} {y0:.1f} {x0 + 2.5 * step:.1f} {y0 - tall * 0.42:.1f} {x0 + 5 * step:.1f} {y0 - tall * 0.42:.1f}"
    c.stroke(curve, blend(s.palette.accent, "#ffffff", 0.35), pen * 1.2, 0.95)
    c.stroke(f"M{cx - r * 0.9:.1f} {y + tall * 0.87:.1f}h{1.8 * r:.1f}", chalk, pen, 0.5)
    c.rect(left + w * 0.62, y + tall + 2 * u, w * 0.07, 8 * u, "#ffffff", 0.9, r=3 * u)
    c.rect(left + w * 0.72, y + tall + 2 * u, w * 0.04, 8 * u, blend(s.palette.accent, "#ffffff", 0.3), 0.9, r=3 * u)


def _teacher(s: Stage, x: float, y: float, w: float) -> None:
    """The teacher's desk with a globe, books and a plant."""
    c, h = s.canvas, s.hour
    wood, tall = s.local("#9a6a42", 0.1), w * 0.42
    c.ellipse(x, y + 2, w * 0.6, w * 0.06, h.shade, 0.35)
    c.rect(x - w / 2, y - tall, w, tall, c.linear([(0, h.lit(wood)), (1, h.lit(wood, 0.45))]))
    c.rect(x - w * 0.54, y - tall - w * 0.04, w * 1.08, w * 0.05, h.lit(blend(wood, h.glow, 0.3)), r=w * 0.01)
    for side in (-0.44, 0.06):
        c.rect(x + w * side, y - tall * 0.86, w * 0.38, tall * 0.7, h.lit(wood, 0.32), r=w * 0.01)
    top = y - tall - w * 0.04
    r = w * 0.13
    c.ellipse(x - w * 0.24, top, r * 0.8, r * 0.14, h.lit("#6b4a2f", 0.2))
    c.rect(x - w * 0.255, top - r * 0.5, w * 0.03, r * 0.5, h.lit("#6b4a2f", 0.2))
    gx, gy = x - w * 0.24, top - r * 1.4
    sea = c.radial([(0, h.lit(blend("#4f93b8", "#ffffff", 0.35))), (1, h.lit("#2f6f9a", 0.3))], cx=0.62, cy=0.35, r=0.7)
    c.circle(gx, gy, r, sea)
    for dx, dy, rx, ry in (
        (-0.3, -0.3, 0.4, 0.26),
        (-0.1, 0.3, 0.24, 0.36),
        (0.45, -0.1, 0.24, 0.34),
        (0.5, 0.5, 0.2, 0.14),
    ):
        c.ellipse(gx + dx * r, gy + dy * r, rx * r, ry * r, h.lit(s.local("#7aa35a", 0.1)))
    c.stroke(
        f"M{gx - r * 0.5:.1f} {gy - r * 1.1:.1f}A{r * 1.2:.1f} {r * 1.2:.1f} 0 0 1 {gx + r * 0.4:.1f} {gy + r * 1.15:.1f}",
        h.lit("#c79a4b"),
        r * 0.11,
    )
    level = top
    for part, high, tone in (
        (0.3, 0.05, s.palette.accent2),
        (0.26, 0.04, s.palette.accent),
        (0.28, 0.055, s.palette.deep),
    ):
        level -= w * high
        c.rect(x + w * (0.18 - part / 2), level, w * part, w * high, h.lit(tone, 0.1), r=w * 0.006)
    apple = x + w * 0.18
    c.circle(apple, level - w * 0.035, w * 0.04, h.lit("#d9473f"))
    c.stroke(
        f"M{apple:.1f} {level - w * 0.07:.1f}q{w * 0.005:.1f} {-w * 0.03:.1f} {w * 0.02:.1f} {-w * 0.04:.1f}",
        h.lit("#4b3a26"),
        w * 0.008,
    )


def _place(s: Stage, x: float, y: float, w: float) -> None:
    """A pupil's desk and its chair, seen from behind."""
    c, h = s.canvas, s.hour
    wood, iron = s.local("#c79a63", 0.1), h.lit("#3a4150", 0.3)
    tall = w * 0.52
    c.ellipse(x, y, w * 0.56, w * 0.07, h.shade, 0.3)
    legs = "".join(
        f"M{x + dx * w:.1f} {y - tall:.1f}V{y - (0.05 if abs(dx) < 0.4 else 0.0) * w:.1f}" for dx in (-0.44, 0.44)
    )
    c.stroke(legs, iron, w * 0.035)
    c.rect(x - w / 2, y - tall - w * 0.05, w, w * 0.07, h.lit(blend(wood, h.glow, 0.3)), r=w * 0.02)
    c.rect(x - w / 2, y - tall + w * 0.02, w, w * 0.09, h.lit(wood, 0.35))
    c.rect(x - w * 0.3, y - tall - w * 0.075, w * 0.26, w * 0.03, "#ffffff", 0.85)
    c.rect(x + w * 0.12, y - tall - w * 0.09, w * 0.24, w * 0.045, h.lit(s.palette.accent2), r=w * 0.01)
    back = h.lit(s.palette.accent, 0.12)
    c.stroke(
        "".join(
            f"M{x + dx * w:.1f} {y - tall * 0.86:.1f}L{x + dx * w * 1.2:.1f} {y + w * 0.1:.1f}" for dx in (-0.2, 0.2)
        ),
        iron,
        w * 0.03,
    )
    c.rect(x - w * 0.24, y - tall * 0.98, w * 0.48, w * 0.2, back, r=w * 0.05)
    c.rect(x - w * 0.26, y - tall * 0.42, w * 0.52, w * 0.07, blend(back, h.shade, 0.25), r=w * 0.03)
