"""A bindery: sheets drying on a line, rolls of paper, shelves of bound books, a press by the window."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.shell import Shell, counter, shelf, shell, spines, window
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    u = s.u
    tone = blend(blend(s.palette.accent2, s.palette.light, 0.7), "#e6d9c2", 0.5)
    room = shell(s, tone, s.local("#8a6a4c", 0.12), hang=False)
    base = room.floor - 120 * u
    tall = base - room.top
    mid = s.width * (0.5 + room.sign * (0.26 if room.wide else 0.28))
    w = min(s.width * 0.32, tall * 0.9)
    window(s, room, mid, w, tall * 0.84, 3)
    span = s.width * (0.46 if room.wide else 0.46)
    x = s.width * 0.5 - room.sign * s.width * 0.21 - span / 2
    _sheets(s, x, room.top + 8 * u, span, min(130 * u, tall * 0.34))
    rows = 2 if tall > 300 * u else 1
    for row in range(rows):
        y = base - 40 * u - (rows - 1 - row) * min(124 * u, tall * 0.3)
        if row == 0 and rows > 1:
            _rolls(s, x + 20 * u, y, span - 40 * u, min(44 * u, tall * 0.11))
        else:
            tints = (s.palette.accent, s.palette.accent2, "#8f3b45", "#d8a652", "#efe3cc")
            spines(s, x + 20 * u, y, span - 40 * u, min(104 * u, tall * 0.3), tints)
        shelf(s, x, y, span, "#a8713f")
    counter(s, base, s.height, s.local("#8d5f36", 0.1), "#c9955f")
    _press(s, room, mid, base)


def _sheets(s: Stage, x: float, y: float, w: float, tall: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    c.stroke(f"M{x:.1f} {y:.1f}Q{x + w / 2:.1f} {y + 26 * u:.1f} {x + w:.1f} {y:.1f}", h.lit("#6d5a44"), 3 * u)
    n = max(3, int(w / (112 * u)))
    for i in range(n):
        t = (i + 0.5) / n
        cx, top = x + w * t, y + 26 * u * 2 * t * (1 - t) + 2 * u
        tint = ("#fbf5e8", blend(s.palette.accent, "#fbf5e8", 0.55), "#fbf5e8", blend(s.palette.accent2, "#fbf5e8", 0.5))[i % 4]  # fmt: skip
        c.path(f"M{cx - 40 * u:.1f} {top:.1f}h{80 * u:.1f}l{4 * u:.1f} {tall:.1f}q{-44 * u:.1f} {9 * u:.1f} {-88 * u:.1f} 0Z", h.lit(tint, 0.05))  # fmt: skip
        for k in (-28, 28):
            c.rect(cx + k * u - 4 * u, top - 9 * u, 8 * u, 20 * u, h.lit("#c98f52", 0.1), r=2 * u)


def _rolls(s: Stage, x: float, y: float, w: float, r: float) -> None:
    c, h = s.canvas, s.hour
    n = max(3, int(w / (r * 2.1)))
    tints = (s.palette.accent, "#e6d3b0", s.palette.accent2, "#8f3b45", "#d8a652")
    for i in range(n):
        cx = x + w * (i + 0.5) / n
        c.circle(cx, y - r, r, h.lit(tints[i % 5], 0.06))
        c.circle(cx, y - r, r * 0.72, h.lit(blend(tints[i % 5], "#ffffff", 0.3), 0.05))
        c.circle(cx, y - r, r * 0.3, h.lit("#6d4a30", 0.2))


def _press(s: Stage, room: Shell, x: float, y: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    k = min(1.0, room.tall / (520 * u)) * u
    iron = h.lit("#4a5260", 0.12)
    c.rect(x - 90 * k, y - 24 * k, 180 * k, 24 * k, iron, r=5 * k)
    for dx in (-74, 56):
        c.rect(x + dx * k, y - 190 * k, 18 * k, 170 * k, iron)
    c.rect(x - 84 * k, y - 204 * k, 168 * k, 26 * k, iron, r=8 * k)
    c.rect(x - 8 * k, y - 236 * k, 16 * k, 150 * k, h.lit("#aeb8c4", 0.1))
    c.rect(x - 62 * k, y - 246 * k, 124 * k, 13 * k, h.lit("#aeb8c4", 0.05), r=6 * k)
    c.rect(x - 52 * k, y - 92 * k, 104 * k, 16 * k, iron, r=4 * k)
    for i, tint in enumerate((s.palette.accent, "#efe3cc", s.palette.accent2)):
        c.rect(x - 46 * k, y - (42 + 18 * i) * k, 92 * k, 16 * k, h.lit(tint, 0.1), r=3 * k)
