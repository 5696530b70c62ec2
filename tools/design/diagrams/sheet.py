"""The sheet that a diagram is drawn on: its measures, its colours, and which way it reads.

Sizes are pixels. Layouts are computed as if they were read from left to right; the board mirrors them where they are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from core.direction import Direction, Palette
from tools.design import colour as col
from tools.design.fonts import FONTS
from tools.design.frame import RTL_LANGUAGES
from tools.design.geometry import Box
from tools.design.shaping import is_rtl

LEAST = 0.022
"""Least type size, as a part of the short side."""
LARGEST = 0.04
"""Largest type size of a node, as a part of ``Sheet.unit``."""
_STEP = 0.93
_HEAVY = {"outfit": "outfit-semi", "nunito": "nunito-semi", "inter": "inter-semi", "lora": "lora-bold"}


@dataclass(frozen=True)
class Sheet:
    """One sheet. ``rtl``: it is read from right to left, so that starts are on the right."""

    width: int
    height: int
    look: Direction
    language: str
    rtl: bool
    prefix: str
    """What the ids of this drawing start with, so that several can stand in one page."""

    @property
    def short(self) -> float:
        return float(min(self.width, self.height))

    @property
    def unit(self) -> float:
        """Base of type sizes, between the short and the long side."""
        return float(self.short**0.68 * max(self.width, self.height) ** 0.32)

    @property
    def floor(self) -> float:
        """Least type size."""
        return self.short * LEAST

    @property
    def margin(self) -> float:
        return self.short * 0.052

    @property
    def wide(self) -> bool:
        return self.width >= self.height * 1.2

    @property
    def tall(self) -> bool:
        return self.height >= self.width * 1.2

    @property
    def frame(self) -> Box:
        return Box(0, 0, float(self.width), float(self.height))

    @property
    def palette(self) -> Palette:
        return self.look.palette

    @property
    def strong(self) -> str:
        """Face of what nodes say."""
        family = self.plain.rsplit("-", 1)[0]
        return _HEAVY.get(family, self.plain)

    @property
    def plain(self) -> str:
        """Face of running text."""
        return self.look.text if self.look.text in FONTS else "outfit-regular"

    @property
    def display(self) -> str:
        """Face of the title."""
        return self.look.display if self.look.display in FONTS else "outfit-bold"

    def sizes(self, share: float = 1.0) -> Iterator[float]:
        """Type sizes from the largest (times ``share``) down to the least."""
        size = max(self.unit * LARGEST * share, self.floor)
        while size > self.floor * 1.001:
            yield size
            size *= _STEP
        yield self.floor

    @cached_property
    def tints(self) -> tuple[str, ...]:
        """Colours that the ground may have anywhere: its own, and its soft shapes'. Ink is read on all of them."""
        p = self.palette
        soft = (p.bg, col.mix(p.bg, p.accent, 0.07), col.mix(p.bg, p.accent2, 0.09), col.mix(p.bg, p.accent, 0.13))
        ink = readable(p.ink, soft)
        return soft if min(col.contrast(ink, g) for g in soft) >= 4.5 else (p.bg,)

    @cached_property
    def ink(self) -> str:
        """Ink of words that stand on the ground itself."""
        return readable(self.palette.ink, self.tints)

    @cached_property
    def hues(self) -> tuple[str, ...]:
        """Colours that tell nodes apart: the accents, what lies between and beside them; each 3:1 on card and ground."""
        p = self.palette
        a, b = col.to_oklch(p.accent), col.to_oklch(p.accent2)
        turn = ((b.h - a.h + 180) % 360) - 180
        chroma = max(0.07, min(0.15, (a.c + b.c) / 2))
        light = (a.l + min(b.l, 0.68)) / 2
        between = col.from_oklch(light, chroma, (a.h + turn / 2) % 360)
        beside = col.from_oklch(light, chroma, (a.h - (38 if turn > 0 else -38)) % 360)
        found = []
        for colour in (p.accent, p.accent2, between, beside):
            shown = col.ensure(colour, p.surface, 3.05)
            found.append(shown if col.contrast(shown, p.bg) >= 3 else col.ensure(shown, p.bg, 3.05))
        return tuple(found)

    def hue(self, index: int) -> str:
        return self.hues[index % len(self.hues)]

    def mirrored(self, box: Box) -> Box:
        """The box where it stands on this sheet."""
        return Box(self.width - box.right, box.y, box.w, box.h) if self.rtl else box


def readable(colour: str, grounds: tuple[str, ...], ratio: float = 4.6) -> str:
    """The colour, or the nearest one that holds the ratio on every ground; failing that, the better of black and white."""
    found = colour
    for _ in range(2):
        for ground in grounds:
            found = col.ensure(found, ground, ratio)
    if min(col.contrast(found, g) for g in grounds) >= ratio - 0.05:
        return found
    return max(("#ffffff", "#0b0b0d"), key=lambda c: min(col.contrast(c, g) for g in grounds))


def reads_leftward(language: str, words: str) -> bool:
    """Whether a diagram is read from right to left: by its language, or by its words where the language says nothing."""
    return language.split("-")[0].lower() in RTL_LANGUAGES or is_rtl(words)
