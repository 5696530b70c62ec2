"""Palettes by role: made from a brand's colours or taken from the curated ones, and always legible."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from core.direction import Palette

from .oklab import (
    Oklab,
    Oklch,
    contrast,
    ensure,
    from_oklab,
    from_oklch,
    hexed,
    ink_on,
    luminance,
    mix,
    rgb,
    to_oklab,
    to_oklch,
)

__all__ = [
    "Oklab", "Oklch", "contrast", "curated", "curated_names", "ensure", "from_oklab", "from_oklch", "hexed", "ink_on", "luminance", "mix",
    "is_ground", "palette_from", "rgb", "to_oklab", "to_oklch",
]  # fmt: skip

_FILE: Final = Path(__file__).parent / "data" / "palettes.json"
INK: Final = 7.0
TEXT: Final = 4.5
SHAPE: Final = 1.25
"""Least contrast at which a button is still seen against its ground."""
_NEUTRAL: Final = 0.02
"""Chroma below which a colour has no hue to speak of."""

_PAPER: Final = 0.93
"""Lightness from which a later brand colour is the brand's own paper."""


@dataclass(frozen=True)
class _Mood:
    """How a mood tints what a brand leaves open: ground hue, its chroma, and where the second accent lies."""

    hue: float
    tint: float
    turn: tuple[float, ...]


_MOODS: Final[dict[str, _Mood]] = {
    "warm": _Mood(70, 0.030, (35, -35, 150)),
    "bright": _Mood(95, 0.018, (180, 120, 60)),
    "calm": _Mood(200, 0.016, (40, -40, 150)),
    "bold": _Mood(30, 0.045, (180, 150, 120)),
    "elegant": _Mood(80, 0.012, (25, -25, 180)),
    "playful": _Mood(90, 0.035, (120, -120, 180)),
    "epic": _Mood(280, 0.030, (150, 180, -60)),
    "dreamy": _Mood(300, 0.030, (60, -60, 90)),
    "serious": _Mood(240, 0.010, (180, 40, -150)),
    "tense": _Mood(20, 0.020, (150, -30, 180)),
}


def palette_from(brand_colours: Sequence[str], mood: str, dark: bool, seed: int) -> Palette:
    """A palette around a brand's colours.

    The first brand colour is kept exactly: as the accent, or as the ground when it is pale enough (or, in a dark palette,
    dark enough) to be one; then the second is the accent. A later one that is pale (or dark) enough is the ground too. Every text pair holds 4.5:1, ink on ground 7:1 where the ground
    allows it. With no colours, ``curated`` answers. Raises ``ValueError`` for a colour that is not ``#rrggbb``.
    """
    colours = [c.lower() for c in brand_colours]
    for colour in colours:
        rgb(colour)
    if not colours:
        return curated(mood, seed, dark=dark)
    first = to_oklch(colours[0])
    own = [c for c in colours if is_ground(c, dark)]
    ground = colours[0] in own
    rest = colours[1:]
    feel = _MOODS.get(mood, _MOODS["warm"])
    if ground:
        bg = colours[0]
        accent = next((c for c in rest if contrast(c, bg) >= SHAPE * 1.5), None) or _bright(first, feel, dark, seed)
        rest = [c for c in rest if c != accent]
    else:
        accent = colours[0]
        bg = next((c for c in own if contrast(accent, c) >= SHAPE * 1.5), "") or _ground(first, feel, dark, accent)
        rest = [c for c in rest if c != bg]
    main = to_oklch(accent)
    accent2 = next((c for c in rest if contrast(c, bg) >= SHAPE), None) or _second(main, feel, bg, seed)
    hue = first.h if first.c >= _NEUTRAL else feel.hue
    deep = from_oklch(min(0.2, to_oklch(bg).l) if dark else 0.22, 0.05, hue)
    light = from_oklch(max(0.975, to_oklch(bg).l) if not dark else 0.97, 0.012, hue)
    return _complete(bg, accent, accent2, deep, light)


def is_ground(colour: str, dark: bool) -> bool:
    """Whether a brand's colour is pale enough to be a light page (or dark enough to be a dark one)."""
    lightness = to_oklch(colour).l
    return lightness < 0.34 if dark else lightness > 0.90


def curated(mood: str, seed: int, *, dark: bool | None = None) -> Palette:
    """One of the curated palettes that suit the mood (any, for an unknown one); ``dark`` asks for a dark or light ground."""
    found = [p for p in _curated() if mood in p["moods"]] or list(_curated())
    if dark is not None:
        found = [p for p in found if (luminance(p["bg"]) < 0.18) == dark] or [
            p for p in _curated() if (luminance(p["bg"]) < 0.18) == dark
        ]
    chosen = found[seed % len(found)]
    return _complete(*(chosen[role] for role in ("bg", "accent", "accent2", "deep", "light")))


def curated_names() -> tuple[str, ...]:
    """Names of the curated palettes, in file order."""
    return tuple(p["name"] for p in _curated())


@lru_cache(maxsize=1)
def _curated() -> tuple[dict[str, str], ...]:
    return tuple(json.loads(_FILE.read_text("utf-8"))["palettes"])


def _ground(first: Oklch, feel: _Mood, dark: bool, accent: str) -> str:
    hue = first.h if first.c >= _NEUTRAL else feel.hue
    levels = (0.19, 0.14, 0.26, 0.08) if dark else (0.965, 0.99, 0.93, 1.0)
    for level in levels:
        tint = feel.tint if level not in (0.08, 1.0) else 0.0
        bg = from_oklch(level, tint * (1.4 if dark else 1.0), hue)
        if contrast(accent, bg) >= SHAPE:
            return bg
    return "#ffffff" if luminance(accent) < 0.5 else "#0b0b0d"


def _bright(first: Oklch, feel: _Mood, dark: bool, seed: int) -> str:
    hue = (first.h if first.c >= _NEUTRAL else feel.hue) + feel.turn[seed % len(feel.turn)]
    return from_oklch(0.78 if dark else 0.55, 0.16, hue % 360)


def _second(main: Oklch, feel: _Mood, bg: str, seed: int) -> str:
    hue = (main.h if main.c >= _NEUTRAL else feel.hue) + feel.turn[seed % len(feel.turn)]
    lightness = min(0.8, max(0.45, main.l + (0.12 if main.l < 0.6 else -0.14)))
    return ensure(from_oklch(lightness, max(0.08, min(0.17, main.c)), hue % 360), bg, SHAPE * 1.3)


def _complete(bg: str, accent: str, accent2: str, deep: str, light: str) -> Palette:
    """Fill in the roles that carry text, so that every promise of ``Palette`` holds."""
    ink = _text(ink_on(bg, light, deep), bg, INK)
    toward = "#ffffff" if luminance(bg) < 0.18 else "#000000"
    surface = mix(bg, toward, 0.06) if luminance(bg) < 0.18 else mix(bg, ink_on(ink, "#ffffff", "#000000"), 0.5)
    if contrast(ink, surface) < TEXT:
        surface = bg
    muted = mix(ink, bg, 0.28)
    for ground in (bg, surface, bg):
        muted = _text(muted, ground, TEXT)
    if contrast(muted, surface) < TEXT or contrast(muted, bg) < TEXT:
        muted = ink
    accent_ink = _text(ink_on(accent, light, deep), accent, TEXT)
    return Palette(
        bg=bg,
        surface=surface,
        ink=ink,
        muted=muted,
        accent=accent,
        accent_ink=accent_ink,
        accent2=accent2,
        deep=deep,
        light=light,
    )


def _text(fg: str, bg: str, ratio: float) -> str:
    found = ensure(fg, bg, ratio)
    return found if contrast(found, bg) >= TEXT else ink_on(bg, "#ffffff", "#000000")
