"""The page of a slide: its measures, after the lesson's deck, and the colours of words on each ground.

The deck is 13.333 by 7.5 inches; ``x`` and ``y`` take its inches, ``px`` pixels of a page 1080 pixels high.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tools.design import colour as col
from tools.design.diagrams.sheet import Sheet, readable
from tools.design.geometry import Box

WIDTH, HEIGHT = 13.333, 7.5
"""The deck's slide in inches (tools/export/lesson/pptx_place.py)."""
LEAST: Final = 28.0
"""Least type size in pixels of a page 1080 pixels high."""
TEXT, WAITING = 4.6, 3.15
"""Contrast of words that are said, and of words that are still to come: a little over 4.5 and 3."""
_SOFT: Final = 0.12


@dataclass(frozen=True)
class Page(Sheet):
    """One slide. ``rtl``: it is read from right to left."""

    @property
    def scale(self) -> float:
        """Pixels to one pixel of a 1080p page; narrower than 4:3 the width sets it."""
        return min(self.height / 1080, self.width / 1440)

    def px(self, value: float) -> float:
        return value * self.scale

    def x(self, inches: float) -> float:
        return inches / WIDTH * self.width

    def y(self, inches: float) -> float:
        return inches / HEIGHT * self.height

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        """A box of the deck, in inches."""
        return Box(self.x(left), self.y(top), self.x(width), self.y(height))

    @property
    def least(self) -> float:
        """Least type size."""
        return self.px(LEAST)

    @property
    def dark(self) -> str:
        """Ground of panels with light words."""
        deep = self.palette.deep
        return deep if col.luminance(deep) < 0.2 else col.mix(deep, "#000000", 0.6)

    @property
    def soft(self) -> str:
        """The page's ground with a breath of the accent."""
        return col.mix(self.palette.bg, self.palette.accent, _SOFT)


@dataclass(frozen=True)
class Tone:
    """Colours of words and marks on one ground."""

    grounds: tuple[str, ...]
    ink: str
    quiet: str
    """Foot and page number."""
    accent: str
    """Accent as text: kicker, labels, marks."""
    fill: str
    """Accent as a shape, and what is written on it."""
    fill_ink: str
    plate: str
    """Under the line that is being said."""
    waiting: str
    """Ink of lines that are still to come."""


def tone(page: Page, *grounds: str, plate: str = "") -> Tone:
    """Readable colours for words that stand on any of ``grounds``, the first of which is the ground itself."""
    p = page.palette
    night = col.luminance(grounds[0]) < 0.2
    ink = readable(p.light if night else p.ink, grounds, 7.0)
    if min(col.contrast(ink, g) for g in grounds) < TEXT:
        ink = readable(ink, grounds, TEXT)
    vivid = max((p.accent, p.accent2), key=lambda c: min(col.contrast(c, g) for g in grounds)) if night else p.accent
    fill = vivid if col.contrast(vivid, grounds[0]) >= 2.2 else col.ensure(vivid, grounds[0], 2.4)
    plate = plate or col.mix(grounds[0], p.light if night else fill, 0.14 if night else 0.15)
    every = (*grounds, plate)
    ink = ink if min(col.contrast(ink, g) for g in every) >= TEXT else readable(ink, every, TEXT)
    return Tone(
        grounds=grounds,
        ink=ink,
        quiet=readable(col.mix(ink, grounds[0], 0.3) if night else p.muted, grounds, TEXT),
        accent=readable(vivid, every, TEXT),
        fill=fill,
        fill_ink=readable(col.ink_on(fill, p.light, page.dark), (fill,), TEXT),
        plate=plate,
        waiting=faded(ink, grounds),
    )


def faded(ink: str, grounds: tuple[str, ...], ratio: float = WAITING) -> str:
    """``ink``, as near to the grounds as it can come while it holds ``ratio`` on each of them."""
    for step in range(18, 0, -1):
        found = col.mix(ink, grounds[0], step / 20)
        if min(col.contrast(found, g) for g in grounds) >= ratio:
            return found
    return ink
