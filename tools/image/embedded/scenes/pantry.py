"""A kitchen of preserves: shelves of jars, herbs drying on a rail, a window over the counter."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import round_side
from tools.image.embedded.shell import counter, shelf, shell, window
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    c, u = s.canvas, s.u
    tone = blend(blend(s.palette.accent2, s.palette.light, 0.72), "#efe3cc", 0.5)
    room = shell(s, tone, s.local("#a8794c", 0.1))
    base = room.floor - 120 * u
    tall = base - room.top
    w = min(s.width * 0.26, tall * 0.9)
    mid = s.width * (0.5 + room.sign * (0.27 if room.wide else 0.3))
    window(s, room, mid, w, tall * 0.8, 2)
    span = s.width * (0.5 if room.wide else 0.46)
    x = s.width * 0.5 - room.sign * s.width * 0.18 - span / 2
    rows = 3 if tall > 330 * u else 2
    step = (tall - 30 * u) / rows
    for row in range(rows):
        y = room.top + step * (row + 1) - 22 * u
        _jars(s, x + 16 * u, y, span - 32 * u, min(96 * u, step * 0.72), row)
        shelf(s, x, y, span, "#b98450")
    counter(s, base, s.height, s.local("#6f8f86", 0.4), "#c9955f")
    for i in range(3):  # fruit waiting on the counter
        fx = mid + (i - 1) * 46 * u
        c.circle(fx, base - 22 * u, 24 * u, round_side(s, ("#e58a1f", "#b5364a", "#e58a1f")[i]))


def _jars(s: Stage, x: float, y: float, w: float, tall: float, row: int) -> None:
    c, h = s.canvas, s.hour
    fruit = ("#e58a1f", "#8e2f3f", "#c9473a", "#d9b23c", "#5d7a3c", "#6d3a63")
    n = max(2, int(w / (tall * 0.86)))
    for i in range(n):
        cx, jw = x + w * (i + 0.5) / n, tall * 0.6
        high = tall * (0.82 if (i + row) % 3 else 0.98)
        c.rect(cx - jw / 2, y - high, jw, high, round_side(s, fruit[(i * 5 + row * 2) % 6]), r=jw * 0.2)
        c.rect(cx - jw * 0.36, y - high * 0.66, jw * 0.72, high * 0.34, h.lit("#fbf3e2", 0.04), r=jw * 0.06)
        c.rect(cx - jw * 0.44, y - high - tall * 0.05, jw * 0.88, tall * 0.17, h.lit((s.palette.accent, s.palette.accent2, "#c9a24e")[(i + row) % 3], 0.05), r=jw * 0.08)  # fmt: skip
        c.rect(cx + jw * 0.3, y - high * 0.86, jw * 0.07, high * 0.66, "#ffffff", 0.35, r=jw * 0.03)
