"""What shops show: vases, parcels, books and bowls in a window, cakes in a case."""

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


def cakes(s: Stage, x: float, y: float, w: float) -> None:
    """A glass case with two shelves of cakes."""
    c, h = s.canvas, s.hour
    tall = w * 0.52
    c.rect(x - w / 2, y - tall, w, tall, h.lamp if h.dark else h.lit("#fff4dc"), 0.75, r=w * 0.03)
    kinds = ("#c98a4a", "#7a4a30", s.palette.accent, "#f0d9b0", "#d9657a")
    for row, level in enumerate((y - tall * 0.5, y - w * 0.02)):
        c.rect(x - w * 0.47, level, w * 0.94, w * 0.015, h.lit("#b9a58c", 0.2))
        for i in range(5):
            cx, tint, r = x + w * (-0.37 + 0.185 * i), kinds[(i * 2 + row) % 5], w * 0.07
            if (i + row) % 2:
                c.path(
                    f"M{cx - r:.1f} {level:.1f}V{level - r * 0.7:.1f}A{r:.1f} {r * 0.8:.1f} 0 0 1 {cx + r:.1f} {level - r * 0.7:.1f}V{level:.1f}Z",
                    h.lit(tint, 0.05),
                )
                c.circle(cx, level - r * 1.5, r * 0.26, h.lit("#d9473f"))
            else:
                c.rect(cx - r, level - r * 1.1, 2 * r, r * 1.1, h.lit(tint, 0.05), r=r * 0.14)
                c.rect(cx - r, level - r * 1.2, 2 * r, r * 0.34, h.lit("#fff6e6"), r=r * 0.14)
    c.rect(
        x - w / 2,
        y - tall,
        w,
        tall,
        "none",
        1.0,
        w * 0.03,
        f'stroke="{h.lit("#5a4636", 0.1)}" stroke-width="{w * 0.018:.1f}"',
    )
    c.path(
        f"M{x - w * 0.44:.1f} {y - w * 0.04:.1f}L{x - w * 0.2:.1f} {y - tall * 0.95:.1f}h{w * 0.1:.1f}L{x - w * 0.34:.1f} {y - w * 0.04:.1f}Z",
        "#ffffff",
        0.22,
    )
