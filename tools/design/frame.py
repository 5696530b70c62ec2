"""The frame of one layout, and everything a family may look at."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.direction import Direction
from core.requests import DesignTexts, Insets

from .geometry import Box
from .photo import Picture

Shape = Literal["banner", "wide", "square", "tall", "skyscraper"]

RTL_LANGUAGES = frozenset({"ar", "he", "fa", "ur", "yi"})


@dataclass(frozen=True)
class Frame:
    """Sizes that all families share, in pixels."""

    width: int
    height: int
    insets: Insets = Insets()

    @property
    def short(self) -> float:
        return float(min(self.width, self.height))

    @property
    def margin(self) -> float:
        """7.4% of the short side, never less than 8 pixels: what stays empty along the edges."""
        return max(8.0, self.short * 0.074) if self.short > 130 else max(6.0, self.short * 0.10)

    @property
    def unit(self) -> float:
        """Base of all type sizes: between the short and the long side."""
        return float(self.short**0.68 * max(self.width, self.height) ** 0.32)

    @property
    def smallest(self) -> float:
        """Least type size: 2.2% of the short side, never under 11 pixels, but for frames under 44 pixels high."""
        return max(11.0, self.short * 0.0222) if self.short >= 44 else max(8.0, self.short * 0.24)

    @property
    def body(self) -> float:
        """Type size of running text."""
        return max(self.smallest * 1.06, self.unit * 0.0305)

    @property
    def shape(self) -> Shape:
        ratio = self.width / self.height
        if ratio >= 2.6:
            return "banner"
        if ratio >= 1.28:
            return "wide"
        if ratio >= 0.9:
            return "square"
        return "tall" if ratio >= 0.42 else "skyscraper"

    @property
    def tiny(self) -> bool:
        """Too small for more than a headline, a mark and a button."""
        return self.short < 340

    @property
    def safe(self) -> Box:
        """Where text may stand at all: outside the platform's own interface, a little off the edges."""
        i, pad = self.insets, self.margin * 0.4
        left, top, right, bottom = (max(pad, float(v)) for v in (i.left, i.top, i.right, i.bottom))
        w, h = self.width - left - right, self.height - top - bottom
        if w < self.width * 0.2 or h < self.height * 0.2:  # insets that leave no room are not obeyed
            return Box(pad, pad, self.width - 2 * pad, self.height - 2 * pad)
        return Box(left, top, w, h)

    @property
    def box(self) -> Box:
        """Where the layout puts things: inside the margins and the insets."""
        i, m, s = self.insets, self.margin, self.safe
        left, top = max(m, i.left + m * 0.3 if i.left else 0.0), max(m, i.top + m * 0.2 if i.top else 0.0)
        right = max(m, i.right + m * 0.3 if i.right else 0.0)
        bottom = max(m, i.bottom + m * 0.2 if i.bottom else 0.0)
        w, h = self.width - left - right, self.height - top - bottom
        return Box(left, top, w, h) if w > s.w * 0.3 and h > s.h * 0.3 else s


@dataclass(frozen=True)
class Job:
    """What a family is given. Texts are cleaned and cut to what could ever be shown."""

    frame: Frame
    direction: Direction
    texts: DesignTexts
    full: DesignTexts
    """The words as they were asked for."""
    language: str
    seed: int
    rtl: bool = False
    logo: Picture | None = None
    photo: Picture | None = None
    moving: bool = False
    """Whether this is a scene of a film, which shares its picture with the others."""
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Characters of a role that no face can draw; they are already taken out."""

    @property
    def has_hero(self) -> bool:
        """Whether there is an icon or a picture to show."""
        return bool(self.direction.icon) or self.photo is not None


def script_of(text: str) -> Literal["latin", "cjk", "arabic", "hebrew"]:
    """The script that sets the line distance: the first letter's."""
    for char in text:
        if not char.isalpha():
            continue
        name = unicodedata.name(char, "")
        if name.startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL")):
            return "cjk"
        if name.startswith("ARABIC"):
            return "arabic"
        if name.startswith("HEBREW"):
            return "hebrew"
        return "latin"
    return "latin"
