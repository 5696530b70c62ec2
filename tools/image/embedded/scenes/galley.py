"""A restaurant's kitchen: steel hood over the range, pans on a rail, plates in the pass."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import tiles
from tools.image.embedded.shell import Shell, shelf, shell
from tools.image.embedded.stage import Stage, pool

_STEEL = "#a9b3bd"


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u = s.canvas, s.hour, s.u
    tone = blend(blend(s.palette.accent2, "#e9eef0", 0.8), s.palette.light, 0.3)
    room = shell(s, tone, "#77706c", hang=False)
    h, base = s.hour, room.floor - 130 * u
    tall = base - room.top
    tiles(s, 0, base - min(tall * 0.72, 330 * u), s.width, min(tall * 0.72, 330 * u), blend(tone, "#ffffff", 0.4), 64 * u)  # fmt: skip
    mid = s.width * (0.5 - room.sign * (0.2 if room.wide else 0.22))
    wide = min(s.width * (0.46 if room.wide else 0.56), tall * 1.9)
    _shelves(s, room, s.width * (0.5 + room.sign * (0.27 if room.wide else 0.29)), s.width * 0.36, base, tall)
    _hood(s, room, mid, wide, tall)
    steel = c.linear([(0, h.lit(blend(_STEEL, h.glow, 0.4))), (0.2, h.lit(_STEEL)), (1, h.lit(_STEEL, 0.46))])
    c.rect(0, base, s.width, s.height - base, steel)
    c.rect(0, base - 6 * u, s.width, 22 * u, h.lit(blend(_STEEL, "#ffffff", 0.45)))
    for i in range(int(s.width / (260 * u)) + 1):
        c.rect(i * 260 * u + 14 * u, base + 48 * u, 232 * u, 260 * u, h.lit(_STEEL, 0.26), r=8 * u)
        c.rect(i * 260 * u + 44 * u, base + 70 * u, 172 * u, 12 * u, h.lit(blend(_STEEL, "#ffffff", 0.4)), r=6 * u)
    for k, at in enumerate((-0.3, 0.02, 0.32)):
        _pan(s, mid + wide * at, base - 6 * u, wide * (0.12, 0.17, 0.1)[k], k)
    if h.dark:
        pool(s, mid, base, wide * 0.6, 60 * u, 0.7, h.lamp)


def _hood(s: Stage, room: Shell, x: float, w: float, tall: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    top, low = room.top, room.top + tall * 0.34
    fill = c.linear([(0, h.lit(_STEEL, 0.3)), (0.5, h.lit(blend(_STEEL, "#ffffff", 0.36))), (1, h.lit(_STEEL, 0.4))], x2=1, y2=0)  # fmt: skip
    duct = top if s.quiet else 0.0
    c.rect(x - w * 0.14, duct, w * 0.28, low - duct, fill)
    c.path(f"M{x - w * 0.2:.1f} {top + tall * 0.06:.1f}H{x + w * 0.2:.1f}L{x + w * 0.5:.1f} {low:.1f}H{x - w * 0.5:.1f}Z", fill)  # fmt: skip
    c.rect(x - w * 0.5, low, w, 30 * u, h.lit(blend(_STEEL, "#ffffff", 0.3), 0.1), r=3 * u)
    light = h.lamp if h.dark else h.glow
    c.path(f"M{x - w * 0.46:.1f} {low + 30 * u:.1f}H{x + w * 0.46:.1f}L{x + w * 0.58:.1f} {low + tall * 0.62:.1f}H{x - w * 0.58:.1f}Z", c.linear([(0, light, 0.55), (1, light, 0)]), 0.8 if h.dark else 0.35)  # fmt: skip
    rail = low + 46 * u
    c.rect(x - w * 0.44, rail, w * 0.88, 6 * u, h.lit("#4a4d57", 0.1))
    n = 7
    for i in range(n):
        hx, drop = x - w * 0.38 + w * 0.76 * i / (n - 1), tall * (0.16, 0.2, 0.13)[i % 3]
        c.rect(hx - 3 * u, rail, 6 * u, drop, h.lit(_STEEL, 0.1))
        tone = (s.palette.accent, _STEEL, "#c98f52")[i % 3]
        if i % 3 == 1:
            c.ellipse(hx, rail + drop + 12 * u, 18 * u, 22 * u, h.lit(tone, 0.05))
        else:
            c.circle(hx, rail + drop + 16 * u, 26 * u, h.lit(tone, 0.1))
            c.circle(hx, rail + drop + 16 * u, 19 * u, h.lit(tone, 0.32))


def _shelves(s: Stage, room: Shell, x: float, w: float, base: float, tall: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    rows = 3 if tall > 340 * u else 2
    for row in range(rows):
        y = room.top + 40 * u + (tall - 70 * u) * (row + 1) / (rows + 0.35)
        if y > base - 30 * u:
            break
        n = max(2, int(w / (96 * u)))
        for i in range(n):
            cx = x - w / 2 + w * (i + 0.5) / n
            if (i + row) % 3 == 0:  # plates
                for k in range(5):
                    c.rect(cx - 36 * u, y - (8 + 8 * k) * u, 72 * u, 6 * u, h.lit("#fbf8f2", 0.06 * (k % 2)), r=3 * u)
            elif (i + row) % 3 == 1:  # a pot
                c.rect(cx - 32 * u, y - 48 * u, 64 * u, 48 * u, h.lit(_STEEL, 0.08), r=5 * u)
                c.rect(cx - 44 * u, y - 40 * u, 88 * u, 7 * u, h.lit("#4a4d57", 0.1), r=3 * u)
            else:  # boxes of spice
                for k in (-1, 0, 1):
                    c.rect(cx + k * 24 * u - 10 * u, y - 42 * u, 20 * u, 42 * u, h.lit((s.palette.accent, "#d9b23c", s.palette.accent2)[k + 1], 0.1), r=4 * u)  # fmt: skip
        shelf(s, x - w / 2, y, w, _STEEL)


def _pan(s: Stage, x: float, y: float, w: float, kind: int) -> None:
    c, h, u = s.canvas, s.hour, s.u
    tall = w * (0.5, 0.9, 0.7)[kind]
    fill = c.linear([(0, h.lit("#5d6672", 0.3)), (0.6, h.lit(blend("#8d97a3", "#ffffff", 0.2))), (1, h.lit("#5d6672", 0.2))], x2=1, y2=0)  # fmt: skip
    c.rect(x - w, y - tall - 8 * u, 2 * w, tall, fill, r=w * 0.1)
    c.rect(x - w * 1.2, y - tall * 0.9 - 8 * u, w * 2.4, w * 0.12, h.lit("#3c3f49"), r=w * 0.06)
    for k in (-1, 1):
        c.stroke(f"M{x + k * w * 0.3:.1f} {y - tall - 16 * u:.1f}q{k * w * 0.3:.1f} {-w * 0.5:.1f} 0 {-w:.1f}", h.sun, w * 0.12, 0.32)  # fmt: skip
