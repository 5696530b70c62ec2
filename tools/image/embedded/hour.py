"""The light of an hour: sky, haze, shade and glow, bent towards a palette.

Natural ramps are kept in lightness; only hue and chroma lean to the brand, round the OKLCH circle, because a straight
mix of a blue and an orange goes through grey. OKLCH after B. Ottosson, 2020.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.direction import Palette
from tools.design.oklab import from_oklch, to_oklch
from tools.design.oklab import mix as blend

__all__ = ["Hour", "blend", "hour", "lean"]


_SKIES: dict[str, tuple[str, ...]] = {
    "dawn": ("#4c5a9c", "#8a78b8", "#dd93a8", "#f8b894", "#ffe2b8"),
    "day": ("#4f9fdc", "#86c3ec", "#b8dff2", "#dcf0f0", "#fdf5df"),
    "dusk": ("#191c46", "#43296b", "#96406f", "#e26a50", "#f8a24d", "#ffd480"),
    "night": ("#080c26", "#101a44", "#1c2c64", "#2f4585", "#5570a6"),
}
_SHADE = {"dawn": "#54456f", "day": "#26415c", "dusk": "#1d1136", "night": "#070a20"}
_DIM = {"dawn": 0.30, "day": 0.0, "dusk": 0.52, "night": 0.66}
_HAZE = {"dawn": "#f6c3a4", "day": "#d7ebef", "dusk": "#e88a5c", "night": "#41588f"}
_SUN = {"dawn": "#fff0d0", "day": "#fff6d6", "dusk": "#fff0c4", "night": "#eef2ff"}
_GLOW = {"dawn": "#ffd2a0", "day": "#fff3c4", "dusk": "#ffb765", "night": "#a9bdf0"}


def lean(natural: str, brand: str, amount: float) -> str:
    """``natural`` with its lightness, its hue turned towards ``brand`` and its chroma halfway there."""
    light, chroma, hue = to_oklch(natural)
    _, brand_chroma, brand_hue = to_oklch(brand)
    pull = amount * min(1.0, brand_chroma / 0.06)
    turn = (brand_hue - hue + 180) % 360 - 180
    return from_oklch(light, chroma + (brand_chroma - chroma) * pull * 0.5, hue + turn * pull)


@dataclass(frozen=True)
class Hour:
    """Colours of one hour of the day under one palette."""

    name: str
    sky: tuple[str, ...]
    """From the zenith down to the horizon."""
    haze: str
    shade: str
    sun: str
    glow: str
    lamp: str
    """Warm light of windows, lanterns, fires."""
    dim: float
    """How far local colours sink into ``shade``: 0 at noon."""

    @property
    def dark(self) -> bool:
        """Whether lamps are lit."""
        return self.name in ("dusk", "night")

    def lit(self, colour: str, extra: float = 0.0) -> str:
        """A local colour as this hour shows it; ``extra`` 0-1 for parts in shadow."""
        return blend(colour, self.shade, min(1.0, self.dim + extra * (1 - self.dim)))

    def far(self, colour: str, distance: float) -> str:
        """Aerial perspective: ``distance`` 0 (here) to 1 (gone in the haze)."""
        return blend(self.lit(colour), self.haze, distance)


def hour(name: str, palette: Palette) -> Hour:
    """The hour of that name ('day' if it is unknown), leaning to the palette."""
    name = name if name in _SKIES else "day"
    natural = _SKIES[name]
    warm, cool = sorted((palette.accent, palette.accent2), key=_warmth, reverse=True)
    last = len(natural) - 1
    pull = 0.30 if name in ("day", "night") else 0.16
    sky = tuple(lean(c, warm if i > last * 0.55 else cool, pull) for i, c in enumerate(natural))
    return Hour(
        name=name,
        sky=sky,
        haze=lean(_HAZE[name], warm, pull),
        shade=lean(_SHADE[name], palette.deep, 0.45),
        sun=_SUN[name],
        glow=lean(_GLOW[name], warm, 0.25),
        lamp="#ffd07a",
        dim=_DIM[name],
    )


def _warmth(colour: str) -> float:
    _, chroma, hue = to_oklch(colour)
    return chroma * math.cos(math.radians(hue - 60))
