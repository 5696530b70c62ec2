"""The office corner of a small workshop: tools on the wall, a desk with folders and a lamp by the window."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.scenes.workshop import rack
from tools.image.embedded.shell import Shell, counter, shelf, shell, window
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    c, u = s.canvas, s.u
    tone = blend(blend(s.palette.accent, s.palette.light, 0.7), "#cdbfa8", 0.45)
    room = shell(s, tone, s.local("#8a6a4c", 0.12), hang=False)
    step = 70 * u
    rows = int((room.floor - s.quiet) / step)
    lines = "".join(f"M0 {room.floor - i * step:.1f}H{s.width}" for i in range(1, rows + 1) if room.floor - i * step > s.quiet + 6 * u)  # fmt: skip
    c.stroke(lines, blend(room.lit, s.hour.shade, 0.3), 2 * u, 0.35)
    base = room.floor - 116 * u
    tall = base - room.top
    w = min(s.width * 0.24, tall * 0.8)
    mid = s.width * (0.5 + room.sign * (0.14 if room.wide else 0.16))
    window(s, room, mid, w, tall * 0.8, 2)
    rack(s, s.width * (0.5 - room.sign * (0.22 if room.wide else 0.24)), room.top + 20 * u, min(s.width * 0.4, tall * 1.5), tall * 0.84)  # fmt: skip
    at = s.width * (0.5 + room.sign * (0.37 if room.wide else 0.39))
    span = s.width * 0.2
    for row in range(2):
        y = room.top + tall * (0.42 + 0.44 * row)
        _folders(s, at - span / 2 + 8 * u, y, span - 16 * u, min(96 * u, tall * 0.3))
        shelf(s, at - span / 2, y, span, "#a8713f")
    counter(s, base, s.height, s.local("#6d7f86", 0.3), "#c08a55")
    _things(s, room, base)


def _folders(s: Stage, x: float, y: float, w: float, tall: float) -> None:
    c, h = s.canvas, s.hour
    tints = (s.palette.accent, s.palette.accent2, "#8d97a3", s.palette.deep, "#d8a652")
    n = max(2, int(w / (tall * 0.32)))
    for i in range(n):
        at, wide = x + w * i / n, w / n * 0.9
        c.rect(at, y - tall, wide, tall, h.lit(tints[i % 5], 0.1), r=wide * 0.08)
        c.rect(at + wide * 0.2, y - tall * 0.86, wide * 0.6, tall * 0.34, h.lit("#fbf5e8", 0.05), r=wide * 0.06)
        c.circle(at + wide / 2, y - tall * 0.2, wide * 0.18, h.lit("#2f333d"))


def _things(s: Stage, room: Shell, y: float) -> None:
    """Rolled plans in a bucket, a helmet: whose desk it is."""
    c, h, u = s.canvas, s.hour, s.u
    k, x = min(1.0, room.tall / (460 * u)) * u, s.width * (0.5 + room.sign * 0.06)
    for i in range(3):
        c.stroke(f"M{x + (i - 1) * 8 * k:.1f} {y - 30 * k:.1f}l{(i - 1) * 22 * k:.1f} {-96 * k:.1f}", h.lit(("#e9eef0", "#cfe0ea", "#fbf5e8")[i], 0.06), 17 * k)  # fmt: skip
    c.rect(x - 30 * k, y - 66 * k, 60 * k, 66 * k, h.lit(s.palette.accent2, 0.14), r=6 * k)
    hx = s.width * (0.5 - room.sign * 0.06)
    c.path(f"M{hx - 60 * k:.1f} {y:.1f}q{4 * k:.1f} {-72 * k:.1f} {60 * k:.1f} {-72 * k:.1f}t{60 * k:.1f} {72 * k:.1f}Z", h.lit("#eab03a", 0.06))  # fmt: skip
    c.rect(hx - 76 * k, y - 14 * k, 152 * k, 14 * k, h.lit("#d89a24", 0.1), r=6 * k)
    c.rect(hx - 11 * k, y - 76 * k, 22 * k, 64 * k, h.lit("#f2c866", 0.05), r=9 * k)
