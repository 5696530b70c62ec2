"""What every ware is drawn with: lit faces, round bodies, soft shadows."""

from __future__ import annotations

from collections.abc import Sequence

from core.direction import Palette
from tools.design.canvas import Canvas, num
from tools.image.embedded.hour import Hour, blend

SQUASH = 0.17
"""Height of a circle that lies flat, as a part of its width: the eye is a little above the table."""


class Pen:
    """Draws one ware in a box of 400 by 400: its foot at y = 0, up is negative, the light from the upper right."""

    def __init__(self, canvas: Canvas, hour: Hour, palette: Palette, mirrored: bool = False) -> None:
        self.c, self.h, self.palette, self.mirrored = canvas, hour, palette, mirrored
        self.a, self.b, self.deep, self.light = palette.accent, palette.accent2, palette.deep, palette.light

    def t(self, tone: str, extra: float = 0.0) -> str:
        """A flat colour as the hour shows it; ``extra`` 0-1 for parts in shadow."""
        return self.h.lit(tone, extra)

    def lift(self, tone: str, amount: float = 0.25) -> str:
        """The colour where the light falls on it."""
        return blend(self.h.lit(tone), self.h.lamp if self.h.dark else "#ffffff", amount)

    def cyl(self, tone: str) -> str:
        """A round body standing up."""
        stops = [(0.0, self.t(tone, 0.46)), (0.28, self.t(tone, 0.2)), (0.6, self.t(tone)), (0.8, self.lift(tone)), (1.0, self.t(tone, 0.1))]  # fmt: skip
        return self.c.linear(stops, x2=1, y2=0)

    def ball(self, tone: str) -> str:
        """A round thing."""
        stops = [(0.0, self.lift(tone, 0.4)), (0.35, self.t(tone)), (0.75, self.t(tone, 0.2)), (1.0, self.t(tone, 0.42))]  # fmt: skip
        return self.c.radial(stops, cx=0.66, cy=0.3, r=0.74)

    def flat(self, tone: str) -> str:
        """A face turned to the eye."""
        return self.c.linear([(0, self.lift(tone, 0.16)), (0.5, self.t(tone)), (1, self.t(tone, 0.3))], x1=1, x2=0)

    def path(self, d: str, fill: str, opacity: float = 1.0) -> None:
        self.c.path(d, fill, opacity)

    def line(self, d: str, colour: str, width: float, opacity: float = 1.0) -> None:
        self.c.stroke(d, colour, width, opacity)

    def rect(self, x: float, y: float, w: float, h: float, fill: str, r: float = 0.0, opacity: float = 1.0) -> None:
        self.c.rect(x, y, w, h, fill, opacity, r)

    def disc(self, x: float, y: float, r: float, fill: str, opacity: float = 1.0) -> None:
        self.c.circle(x, y, r, fill, opacity)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0) -> None:
        self.c.ellipse(x, y, rx, ry, fill, opacity)

    def shadow(self, x: float, w: float, y: float = 0.0) -> None:
        """What a thing ``w`` wide throws on the table: dark under it, soft and long on the side away from the light."""
        soft = self.c.radial([(0, self.h.shade, 0.5), (0.6, self.h.shade, 0.2), (1, self.h.shade, 0)])
        self.oval(x - w * 0.1, y, w * 0.7, w * 0.12, soft)
        self.oval(x, y, w * 0.52, w * 0.075, self.c.radial([(0, self.h.shade, 0.8), (0.7, self.h.shade, 0.45), (1, self.h.shade, 0)]))  # fmt: skip

    def turned(self, profile: Sequence[tuple[float, float]], tone: str, x: float = 0.0, top: str = "") -> None:
        """A body turned on a wheel: (y, radius) from the top down, smooth through all points; a point twice is an edge.

        ``top`` is the colour of its mouth or lid, seen from a little above.
        """
        self.path(_outline(profile, x), self.cyl(tone) if not tone.startswith("url") else tone)
        if top:
            y, r = profile[0]
            self.oval(x, y, r, r * SQUASH, top)

    def gloss(self, x: float, y: float, w: float, h: float, opacity: float = 0.4) -> None:
        """A window's light on glass or glaze."""
        self.rect(x, y, w, h, "#ffffff", w / 2, opacity * (0.6 if self.h.dark else 1.0))

    def box(self, x: float, y: float, w: float, h: float, deep: float, tone: str, top: str = "") -> None:
        """A block whose front's lower left corner is at (``x``, ``y``), with its lid seen from above, ``deep`` high."""
        self.path(
            f"M{num(x)} {num(y - h)}L{num(x + deep)} {num(y - h - deep * 0.55)}H{num(x + w - deep)}L{num(x + w)} {num(y - h)}Z",
            self.lift(top or tone, 0.3),
        )
        self.rect(x, y - h, w, h, self.flat(tone), 2)

    def upright(self, middle: float) -> None:
        """Opens a group round ``middle`` that is the same wherever the light stands: rising curves still rise."""
        self.c.add(f'<g transform="translate({num(2 * middle)} 0) scale(-1 1)">' if self.mirrored else "<g>")

    def steam(self, x: float, y: float, tall: float) -> None:
        """Three wisps over something hot."""
        for k, dx in enumerate((-0.24, 0.0, 0.24)):
            up = tall * (0.8, 1.0, 0.7)[k]
            self.line(
                f"M{num(x + dx * tall)} {num(y)}q{num(up * 0.18)} {num(-up * 0.25)} 0 {num(-up * 0.5)}t0 {num(-up * 0.5)}",
                self.h.sun,
                tall * 0.07,
                0.38,
            )

    def glow(self, x: float, y: float, r: float, strength: float = 0.8) -> None:
        """Light round a flame or a lamp."""
        self.disc(x, y, r, self.c.radial([(0, self.h.lamp, 0.85), (0.35, self.h.lamp, 0.3), (1, self.h.lamp, 0)]), strength if self.h.dark else strength * 0.55)  # fmt: skip

    def leaf(self, x: float, y: float, dx: float, dy: float, tone: str, wide: float = 0.3) -> None:
        """One leaf from its stalk to its tip."""
        nx, ny = -dy * wide, dx * wide
        self.path(
            f"M{num(x)} {num(y)}Q{num(x + dx * 0.45 + nx)} {num(y + dy * 0.45 + ny)} {num(x + dx)} {num(y + dy)}"
            f"Q{num(x + dx * 0.45 - nx)} {num(y + dy * 0.45 - ny)} {num(x)} {num(y)}Z",
            tone,
        )
        self.line(f"M{num(x)} {num(y)}L{num(x + dx * 0.86)} {num(y + dy * 0.86)}", blend(tone, self.h.shade, 0.28) if tone.startswith("#") else self.h.shade, 1.6, 0.6)  # fmt: skip


def _outline(profile: Sequence[tuple[float, float]], x: float) -> str:
    """Catmull-Rom through the points, down the left side, round the foot, and up the right."""
    points = [(x - r, y) for y, r in profile]
    n, left, right = len(points), "", []
    for i in range(n - 1):
        p0, p1, p2, p3 = points[max(0, i - 1)], points[i], points[i + 1], points[min(n - 1, i + 2)]
        a = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        b = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        if p0 == p1:
            a = (p1[0] + (p2[0] - p1[0]) / 3, p1[1] + (p2[1] - p1[1]) / 3)
        if p2 == p3:
            b = (p2[0] - (p2[0] - p1[0]) / 3, p2[1] - (p2[1] - p1[1]) / 3)
        if p1 == p2:
            continue
        left += f"C{num(a[0])} {num(a[1])} {num(b[0])} {num(b[1])} {num(p2[0])} {num(p2[1])}"
        right.append(((2 * x - b[0], b[1]), (2 * x - a[0], a[1]), (2 * x - p1[0], p1[1])))
    (top, r0), (foot, r1) = profile[0], profile[-1]
    back = "".join(f"C{num(a[0])} {num(a[1])} {num(b[0])} {num(b[1])} {num(q[0])} {num(q[1])}" for a, b, q in reversed(right))  # fmt: skip
    return (
        f"M{num(x - r0)} {num(top)}{left}A{num(r1)} {num(r1 * SQUASH)} 0 0 0 {num(x + r1)} {num(foot)}{back}"
        f"A{num(r0)} {num(max(0.1, r0 * SQUASH))} 0 0 0 {num(x - r0)} {num(top)}Z"
    )
