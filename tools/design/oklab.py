"""Colour by perception (OKLab, Ottosson 2020) and by legibility (WCAG 2.2 relative luminance)."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple


class Oklch(NamedTuple):
    """Lightness 0..1, chroma 0..about 0.37, hue in degrees."""

    l: float  # noqa: E741 - the letter of the standard
    c: float
    h: float


class Oklab(NamedTuple):
    l: float  # noqa: E741
    a: float
    b: float


def rgb(colour: str) -> tuple[int, int, int]:
    """``#rrggbb`` to 0..255. Raises ``ValueError`` for anything else."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"{colour!r} is not a colour such as '#12633f'")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexed(red: float, green: float, blue: float) -> str:
    """0..1 sRGB to ``#rrggbb``, clipped."""
    return "#" + "".join(f"{min(255, max(0, math.floor(v * 255 + 0.5))):02x}" for v in (red, green, blue))


@lru_cache(maxsize=4096)
def to_oklab(colour: str) -> Oklab:
    r, g, b = (_linear(v / 255) for v in rgb(colour))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return Oklab(
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_oklab(lab: Oklab) -> str:
    """To ``#rrggbb``; what lies outside sRGB is clipped by channel."""
    return hexed(*_srgb(lab))


def to_oklch(colour: str) -> Oklch:
    lab = to_oklab(colour)
    return Oklch(lab.l, math.hypot(lab.a, lab.b), math.degrees(math.atan2(lab.b, lab.a)) % 360)


def from_oklch(l: float, c: float, h: float) -> str:  # noqa: E741
    """To ``#rrggbb``; chroma is lowered until the colour lies inside sRGB, lightness and hue stay."""
    if not 0 < l < 1:
        return "#000000" if l <= 0 else "#ffffff"
    angle = math.radians(h)

    def at(chroma: float) -> Oklab:
        return Oklab(l, chroma * math.cos(angle), chroma * math.sin(angle))

    low, high = 0.0, max(0.0, c)
    if _inside(at(high)):
        return from_oklab(at(high))
    for _ in range(14):
        middle = (low + high) / 2
        low, high = (middle, high) if _inside(at(middle)) else (low, middle)
    return from_oklab(at(low))


def mix(a: str, b: str, t: float) -> str:
    """``t`` of the way from ``a`` to ``b`` in OKLab."""
    if t <= 0:
        return a
    if t >= 1:
        return b
    first, second = to_oklab(a), to_oklab(b)
    return from_oklab(Oklab(*(x + (y - x) * t for x, y in zip(first, second, strict=True))))


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """WCAG relative luminance, 0..1."""
    r, g, b = (_linear(v / 255) for v in rgb(colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    """WCAG contrast ratio, 1..21."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(bg: str, light: str, dark: str) -> str:
    """Whichever of the two reads better on ``bg``."""
    return light if contrast(light, bg) >= contrast(dark, bg) else dark


def ensure(fg: str, bg: str, ratio: float) -> str:
    """``fg`` moved in lightness until it holds ``ratio`` on ``bg``: the nearest such colour, hue kept.

    Where no lightness holds it (nothing holds 15:1 on mid-grey) the better of black and white is given.
    """
    if contrast(fg, bg) >= ratio:
        return fg
    start = to_oklch(fg)
    found = [c for up in (True, False) if (c := _toward(start, bg, ratio, up)) is not None]
    if found:
        return min(found, key=lambda c: abs(to_oklch(c).l - start.l))
    return ink_on(bg, "#ffffff", "#000000")


def _toward(start: Oklch, bg: str, ratio: float, up: bool) -> str | None:
    end = 1.0 if up else 0.0
    if contrast("#ffffff" if up else "#000000", bg) < ratio:
        return None
    low, high = 0.0, 1.0
    best = "#ffffff" if up else "#000000"
    if not _on_side(start.l, bg, up):
        start = Oklch(to_oklch(bg).l, start.c, start.h)
    for _ in range(16):
        middle = (low + high) / 2
        colour = from_oklch(start.l + (end - start.l) * middle, start.c, start.h)
        if contrast(colour, bg) >= ratio and (luminance(colour) > luminance(bg)) == up:
            best, high = colour, middle
        else:
            low = middle
    return best


def _on_side(lightness: float, bg: str, up: bool) -> bool:
    return (lightness >= to_oklch(bg).l) == up


def _inside(lab: Oklab) -> bool:
    return all(-0.001 <= v <= 1.001 for v in _srgb(lab))


def _linear(v: float) -> float:
    return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4


def _gamma(v: float) -> float:
    return 12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055


def _srgb(lab: Oklab) -> tuple[float, float, float]:
    long = (lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b) ** 3
    medium = (lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b) ** 3
    short = (lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )
