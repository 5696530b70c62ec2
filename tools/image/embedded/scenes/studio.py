"""A maker's bright room that tells no trade: tall window, shelves of boxes and rolls, swatches on the wall."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import plant
from tools.image.embedded.shell import Shell, shelf, shell, window
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    u = s.u
    tone = blend(blend(s.palette.accent, s.palette.light, 0.76), "#efe8dc", 0.45)
    room = shell(s, tone, s.local("#b08a62", 0.12))
    w = min(s.width * 0.4, room.tall * 1.05)
    mid = s.width * (0.5 + room.sign * (0.22 if room.wide else 0.24))
    window(s, room, mid, w, room.tall * 0.9, 4)
    x, span = s.width * (0.5 - room.sign * (0.26 if room.wide else 0.27)), s.width * (0.36 if room.wide else 0.4)
    _store(s, room, x - span / 2, span)
    plant(s, s.width * (0.5 + room.sign * 0.45), room.floor + 14 * u, min(230 * u, room.tall * 0.6))


def _store(s: Stage, room: Shell, x: float, w: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    rows = 3 if room.tall > 380 * u else 2
    tints = (s.palette.accent, s.palette.accent2, "#e3c48a", blend(s.palette.accent2, "#ffffff", 0.45), s.palette.deep)
    for row in range(rows):
        y = room.top + room.tall * (row + 1) / (rows + 0.5)
        at = x + 14 * u
        while at < x + w - 60 * u:
            kind, tint = s.rng.randrange(3), s.rng.choice(tints)
            wide = s.rng.uniform(54, 92) * u
            if at + wide > x + w - 10 * u:
                break
            if kind == 0:  # a box with its label
                c.rect(at, y - 62 * u, wide, 62 * u, h.lit(tint, 0.08), r=4 * u)
                c.rect(at + wide * 0.26, y - 44 * u, wide * 0.48, 22 * u, h.lit("#fbf5e8"), r=3 * u)
            elif kind == 1:  # rolls lying on each other
                for k in range(3):
                    cx, cy = (
                        at + wide * (0.26 if k < 2 else 0.5) + (k == 1) * wide * 0.48,
                        y - (18 if k < 2 else 46) * u,
                    )
                    c.circle(cx, cy, 18 * u, h.lit(tints[(k + row) % 5], 0.06))
                    c.circle(cx, cy, 7 * u, h.lit("#fbf5e8", 0.2))
            else:  # a jar
                c.rect(at + wide * 0.2, y - 56 * u, wide * 0.6, 56 * u, h.lit("#dfe8ea", 0.06), r=9 * u)
                c.rect(at + wide * 0.2, y - 34 * u, wide * 0.6, 34 * u, h.lit(tint, 0.05), r=9 * u)
                c.rect(at + wide * 0.16, y - 64 * u, wide * 0.68, 14 * u, h.lit("#c98f52", 0.1), r=4 * u)
            at += wide + 20 * u
        shelf(s, x, y, w, "#b98450")
