"""A room to put things in: wall, floor and lamps, and the stretch of wall that words leave free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .hour import blend
from .indoors import boards, lamps, pane, spill, turned, wall
from .stage import Stage


@dataclass(frozen=True)
class Shell:
    """The free stretch of wall: from ``top`` to ``floor``, and which side the light comes from."""

    floor: float
    top: float
    sign: int
    """1 where the light stands right."""
    wide: bool
    lit: str
    """The wall's lit tone."""

    @property
    def tall(self) -> float:
        return self.floor - self.top


def shell(s: Stage, tone: str, ground: str, *, hang: bool = True, low: float = 0.66) -> Shell:
    """Wall in ``tone``, a floor of boards in ``ground``, two lamps where there is room for them."""
    turned(s)
    floor = s.horizon + (s.height - s.horizon) * low
    lit = wall(s, tone, floor)
    u, wide = s.u, s.width > s.height
    top = max(s.quiet + 30 * u, s.height * 0.09, floor - 640 * u)
    if hang and floor - top > 330 * u:
        xs = lamp_spots(s)
        lamps(s, xs, top + 74 * u, 104 * u * min(1.0, s.width / (1000 * u)), s.palette.accent2)
        top += 104 * u
    boards(s, floor, ground, 90)
    s.canvas.rect(0, floor - 22 * u, s.width, 22 * u, blend(lit, s.hour.shade, 0.26))
    s.ground = floor + (s.height - floor) * 0.5
    return Shell(floor, top, 1 if s.light_x > s.width / 2 else -1, wide, lit)


def lamp_spots(s: Stage) -> list[float]:
    """Where lamps hang."""
    return [s.width * t for t in ((0.3, 0.5, 0.7) if s.width > s.height else (0.3, 0.7))]


def window(s: Stage, room: Shell, x: float, w: float, tall: float, bars: int = 3) -> None:
    """A window with its middle at ``x``, hanging a little under the free stretch's top."""
    high = min(tall, room.tall * 0.6)
    pane(s, x - w / 2, room.top + 20 * s.u, w, high, bars)


def shelf(s: Stage, x: float, y: float, w: float, tone: str) -> None:
    """A board on two brackets; what stands on it stands on ``y``."""
    c, h, u = s.canvas, s.hour, s.u
    for at in (0.1, 0.9):
        c.path(f"M{x + w * at:.1f} {y + 10 * u:.1f}v{26 * u:.1f}l{22 * u:.1f} {-26 * u:.1f}Z", h.lit(tone, 0.5))
    c.rect(x, y + 14 * u, w, 14 * u, h.shade, 0.18)
    c.rect(x, y, w, 14 * u, c.linear([(0, h.lit(blend(tone, h.glow, 0.25))), (1, h.lit(tone, 0.3))]), r=3 * u)


def spines(s: Stage, x: float, y: float, w: float, tall: float, tints: Sequence[str]) -> None:
    """A row of books ``w`` wide standing on ``y``, some leaning, some left out."""
    c, h, at = s.canvas, s.hour, x
    tall = max(tall, 0.04 * w)  # in a tiny frame a row has no room: never more books than can be told apart
    while at < x + w:
        thick, high = s.rng.uniform(0.12, 0.26) * tall, tall * s.rng.uniform(0.66, 0.94)
        if at + thick > x + w:
            break
        if s.rng.random() < 0.9:
            tint = s.rng.choice(list(tints))
            c.rect(at, y - high, thick - tall * 0.015, high, h.lit(tint, s.rng.uniform(0.02, 0.22)), r=thick * 0.12)
            c.rect(at + thick * 0.16, y - high * 0.82, thick * 0.62, tall * 0.035, "#fff6e6", 0.5)
        at += thick


def counter(s: Stage, y: float, foot: float, tone: str, top: str, *, doors: bool = True) -> None:
    """A counter across the whole frame, its top at ``y``."""
    c, h, u = s.canvas, s.hour, s.u
    c.rect(0, y, s.width, foot - y, c.linear([(0, h.lit(tone, 0.12)), (1, h.lit(tone, 0.46))]))
    step = 210 * u
    for i in range(int(s.width / step) + 1 if doors else 0):
        c.rect(i * step + 8 * u, y + 44 * u, step - 16 * u, max(0.0, foot - y - 60 * u), h.lit(blend(tone, "#ffffff", 0.1), 0.2), r=4 * u)  # fmt: skip
        c.rect(i * step + step * 0.38, y + 64 * u, step * 0.24, 8 * u, h.lit("#c9a24e", 0.1), r=4 * u)
    c.rect(0, y - 4 * u, s.width, 26 * u, c.linear([(0, h.lit(blend(top, h.glow, 0.3))), (1, h.lit(top, 0.25))]))
    c.rect(0, y + 22 * u, s.width, 14 * u, h.shade, 0.22)


__all__ = ["Shell", "counter", "lamp_spots", "shelf", "shell", "spill", "spines", "window"]
