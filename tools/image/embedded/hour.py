"""The light of an hour: sky, haze, shade and glow, bent towards a palette.

Natural ramps are kept in lightness; only hue and chroma lean to the brand, round the OKLCH circle, because a straight
mix of a blue and an orange goes through grey. OKLCH after B. Ottosson, 2020.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.direction import Palette

Oklch = tuple[float, float, float]

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


def oklch(colour: str) -> Oklch:
    """Lightness 0-1, chroma, hue in radians of a ``#rrggbb``."""
    r, g, b = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    l_ = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m_ = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s_ = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    light = 0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_
    a = 1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_
    bb = 0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_
    return light, math.hypot(a, bb), math.atan2(bb, a)


def from_oklch(colour: Oklch) -> str:
    """Back to ``#rrggbb``; chroma is taken in until the colour fits the screen."""
    light, chroma, hue = colour
    light = min(1.0, max(0.0, light))
    for _ in range(24):
        rgb = _rgb(light, chroma * math.cos(hue), chroma * math.sin(hue))
        if all(-0.002 <= v <= 1.002 for v in rgb):
            break
        chroma *= 0.92
    return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, v)))):02x}" for v in rgb)


def lean(natural: str, brand: str, amount: float) -> str:
    """``natural`` with its lightness, its hue turned towards ``brand`` and its chroma halfway there."""
    light, chroma, hue = oklch(natural)
    _, brand_chroma, brand_hue = oklch(brand)
    pull = amount * min(1.0, brand_chroma / 0.06)
    turn = (brand_hue - hue + math.pi) % (2 * math.pi) - math.pi
    return from_oklch((light, chroma + (brand_chroma - chroma) * pull * 0.5, hue + turn * pull))


def blend(a: str, b: str, t: float) -> str:
    """Straight mix in OKLab: no hue is invented."""
    (la, ca, ha), (lb, cb, hb) = oklch(a), oklch(b)
    ax, ay, bx, by = ca * math.cos(ha), ca * math.sin(ha), cb * math.cos(hb), cb * math.sin(hb)
    x, y = ax + (bx - ax) * t, ay + (by - ay) * t
    return from_oklch((la + (lb - la) * t, math.hypot(x, y), math.atan2(y, x)))


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
    _, chroma, hue = oklch(colour)
    return chroma * math.cos(hue - 1.05)


def _linear(v: float) -> float:
    return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4


def _gamma(v: float) -> float:
    return 12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055


def _rgb(light: float, a: float, b: float) -> tuple[float, float, float]:
    l_ = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_,
        -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_,
        -0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_,
    )
