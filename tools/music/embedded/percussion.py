"""Drums: patterns by section, fills, crashes and risers. General MIDI percussion keys."""

from __future__ import annotations

import random
from typing import Final

from .form import Bar
from .moods import Drums
from .score import Note

SOUNDS: Final[dict[str, int]] = {
    "kick": 36, "rim": 37, "snare": 38, "clap": 39, "soft_snare": 40, "tom_low": 41, "hat": 42, "tick": 44,
    "tom_mid": 47, "crash": 49, "tom_high": 50, "ride": 51, "tambourine": 54, "splash": 55, "swell": 57,
    "snap": 31, "taiko": 35, "brush": 34, "riser": 30, "shaker": 70, "woodblock": 76,
}  # fmt: skip
"""GM keys; snap, brush and riser use the free low keys of GM2 percussion."""
NAMES: Final[dict[int, str]] = {key: name for name, key in SOUNDS.items()}
_FORCE: Final = {"X": 108, "x": 88, "o": 56}
_FULL: Final = ("lift", "peak")
_LIGHT: Final = ("theme", "contrast")


def drum(bars: tuple[Bar, ...], drums: Drums, meter: int, rng: random.Random) -> list[Note]:
    """The drums of a piece; introductions and breaks have none but a riser or swell towards what follows."""
    out: list[Note] = []
    for at, bar in enumerate(bars):
        ends = bar.index == bar.of - 1
        then = bars[at + 1].section if at + 1 < len(bars) else "ending"
        pattern = drums.full if bar.section in _FULL else drums.light if bar.section in _LIGHT else {}
        filled = ends and bool(drums.fills) and bool(pattern) and bar.beats > 1
        for sound, steps in pattern.items():
            unit = meter / len(steps)
            limit = bar.beats - 1 if filled and sound not in ("kick", "hat", "shaker", "tick") else bar.beats
            out += _steps(sound, steps, bar.start, unit, limit)
        if filled:
            for sound, steps in rng.choice(drums.fills).items():
                out += _steps(sound, steps, bar.start + bar.beats - 1, 0.25, 1)
        if ends and then in ("lift", "peak") and bar.section not in _FULL:
            out += _towards(drums, bar)
        if bar.index == 0 and bar.section in _FULL and drums.crash not in ("", "swell"):
            out.append(Note("drums", bar.start, 2.0, SOUNDS[drums.crash], 84))
    return out


def _steps(sound: str, steps: str, start: float, unit: float, limit: float) -> list[Note]:
    struck = ((i * unit, _FORCE[s]) for i, s in enumerate(steps) if s != ".")
    return [Note("drums", start + at, min(0.25, unit), SOUNDS[sound], v) for at, v in struck if at < limit]


def _towards(drums: Drums, bar: Bar) -> list[Note]:
    """What leads into a fuller section over the last bar."""
    sound = "riser" if drums.riser else "swell" if drums.crash == "swell" else ""
    return [Note("drums", bar.start, float(bar.beats), SOUNDS[sound], 80)] if sound else []
