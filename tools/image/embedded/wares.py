"""What a shop shows: vases, parcels, books and bowls on two shelves."""

from __future__ import annotations

from dataclasses import replace

from .hour import blend
from .indoors import round_side
from .stage import Stage


def shelves(s: Stage, x: float, y: float, w: float, tall: float, k: float) -> None:
    """Two full shelves in a window ``w`` by ``tall`` whose upper left corner is (``x``, ``y``); ``k`` is their scale."""
    outside, s.hour = s.hour, replace(s.hour, dim=s.hour.dim * 0.3)  # the shop is lit
    c, h = s.canvas, s.hour
    tints = (s.palette.accent, s.palette.accent2, "#e3b45f", s.palette.deep, blend(s.palette.accent, "#ffffff", 0.4))
    for row, level in enumerate((y + tall * 0.46, y + tall - 22 * k)):
        c.rect(x, level, w, 9 * k, h.lit("#b88a5c", 0.05))
        n = int(w / (92 * k))
        for i in range(n):
            cx, tint = x + w * (i + 0.5) / n, tints[(i * 2 + row * 3) % 5]
            kind, high = (i + row) % 4, s.rng.uniform(46, 66) * k
            fill = round_side(s, tint)
            if kind == 0:  # a vase
                c.path(
                    f"M{cx - 16 * k:.1f} {level:.1f}C{cx - 44 * k:.1f} {level - high * 0.5:.1f} {cx - 20 * k:.1f} {level - high * 0.8:.1f} {cx - 13 * k:.1f} {level - high:.1f}h{26 * k:.1f}C{cx + 20 * k:.1f} {level - high * 0.8:.1f} {cx + 44 * k:.1f} {level - high * 0.5:.1f} {cx + 16 * k:.1f} {level:.1f}Z",
                    fill,
                )
            elif kind == 1:  # a parcel with its ribbon
                c.rect(cx - 28 * k, level - high * 0.8, 56 * k, high * 0.8, fill, r=3 * k)
                c.rect(cx - 5 * k, level - high * 0.8, 10 * k, high * 0.8, "#fff6e6", 0.85)
                c.stroke(
                    f"M{cx:.1f} {level - high * 0.8:.1f}q{-22 * k:.1f} {-20 * k:.1f} {-4 * k:.1f} {-2 * k:.1f}M{cx:.1f} {level - high * 0.8:.1f}q{22 * k:.1f} {-20 * k:.1f} {4 * k:.1f} {-2 * k:.1f}",
                    "#fff6e6",
                    4 * k,
                )
            elif kind == 2:  # a row of books
                for j in range(4):
                    c.rect(
                        cx + (j * 15 - 30) * k,
                        level - high * (0.82 + 0.09 * (j % 3)),
                        13 * k,
                        high * (0.82 + 0.09 * (j % 3)),
                        h.lit(tints[(i + j) % 5], 0.04),
                        r=2 * k,
                    )
            else:  # a bowl
                c.path(
                    f"M{cx - 34 * k:.1f} {level - 32 * k:.1f}h{68 * k:.1f}q{-4 * k:.1f} {30 * k:.1f} {-24 * k:.1f} {32 * k:.1f}h{-20 * k:.1f}q{-20 * k:.1f} {-2 * k:.1f} {-24 * k:.1f} {-32 * k:.1f}Z",
                    fill,
                )
                c.circle(cx - 12 * k, level - 40 * k, 14 * k, h.lit("#e3b45f"))
                c.circle(cx + 12 * k, level - 40 * k, 14 * k, h.lit("#d9653f"))
    s.hour = outside
