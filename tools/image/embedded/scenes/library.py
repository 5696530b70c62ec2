"""Walls of books round a window, a ladder leaning on them."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.shell import Shell, shell, spines, window
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    tone = blend(blend(s.palette.accent2, s.palette.light, 0.62), "#c9b79c", 0.4)
    room = shell(s, tone, s.local("#8a5a3a", 0.1))
    w = min(s.width * 0.24, room.tall * 0.62)
    mid = s.width * (0.5 + room.sign * (0.2 if room.wide else 0.16))
    window(s, room, mid, w, room.tall * 0.74, 2)
    left, right = mid - w * 0.72, mid + w * 0.72
    _case(s, room, 0 - 20 * s.u, left + 20 * s.u)
    _case(s, room, right, s.width - right + 20 * s.u)
    _ladder(s, room, left * 0.56 if room.sign > 0 else right + (s.width - right) * 0.4)


def _case(s: Stage, room: Shell, x: float, w: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    wood = s.local("#8d5f36", 0.1)
    c.rect(x, room.top, w, room.tall, h.lit(wood, 0.5))
    rows = max(2, round(room.tall / (118 * u)))
    step = room.tall / rows
    tints = (s.palette.accent, s.palette.accent2, "#d8a652", "#8f3b45", "#5d7a6a", "#e9dcc4", s.palette.deep)
    bays = max(1, round(w / (330 * u)))
    for row in range(rows):
        y = room.top + step * (row + 1) - 9 * u
        for bay in range(bays):
            spines(s, x + w * bay / bays + 12 * u, y, w / bays - 22 * u, step - 16 * u, tints)
        c.rect(x, y, w, 10 * u, h.lit(wood, 0.16))
    for bay in range(bays + 1):
        c.rect(x + w * bay / bays - 7 * u, room.top - 8 * u, 14 * u, room.tall + 8 * u, h.lit(wood, 0.2))
    c.rect(x - 12 * u, room.top - 16 * u, w + 24 * u, 18 * u, h.lit(blend(wood, h.glow, 0.2)), r=3 * u)


def _ladder(s: Stage, room: Shell, x: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    tone, lean = h.lit("#c9955f", 0.08), room.tall * 0.2
    for dx in (0.0, 62 * u):
        c.stroke(f"M{x + dx:.1f} {room.floor + 20 * u:.1f}l{lean:.1f} {-room.tall * 0.94:.1f}", tone, 11 * u)
    for i in range(1, 8):
        t = i / 8
        c.stroke(f"M{x + lean * t:.1f} {room.floor + 20 * u - room.tall * 0.94 * t:.1f}h{62 * u:.1f}", tone, 8 * u)
