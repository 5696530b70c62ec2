"""Scales, chords and voice leading. Pitches are MIDI numbers, intervals semitones."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

SCALES: Final[dict[str, tuple[int, ...]]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
}
_NAMES: Final = ("C", "D flat", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B")
_TOKEN: Final = re.compile(r"(b?)([1-7])(m|M|sus)?(7|9)?")
_QUALITY: Final[dict[str, tuple[int, ...]]] = {"m": (0, 3, 7), "M": (0, 4, 7), "sus": (0, 5, 7)}


@dataclass(frozen=True)
class Chord:
    """Pitch classes, the root first."""

    classes: tuple[int, ...]

    @property
    def root(self) -> int:
        return self.classes[0]


def key_name(tonic: int, scale: str) -> str:
    """``"D major"``."""
    return f"{_NAMES[tonic % 12]} {scale}"


def chord(token: str, tonic: int, scale: str) -> Chord:
    """A chord from its degree: ``5``, ``b7`` (lowered root, major), ``4m``, ``5M`` (forced quality), ``1sus``, ``29``.

    With no quality the thirds are stacked in the scale; a trailing 7 adds the seventh, 9 the ninth.
    Raises ``ValueError`` for another token.
    """
    match = _TOKEN.fullmatch(token)
    if match is None:
        raise ValueError(f"not a chord: {token!r}")
    flat, degree, quality, extension = match.groups()
    steps, index = SCALES[scale], int(degree) - 1
    root = steps[index] - (1 if flat else 0)

    def above(thirds: int) -> int:
        octave, at = divmod(index + thirds, 7)
        return steps[at] + 12 * octave - root

    forced = _QUALITY.get(quality or ("M" if flat else ""))
    intervals = list(forced or (0, above(2), above(4)))
    if extension == "7":
        intervals.append(10 if forced else above(6))
    elif extension == "9":
        intervals.append(14 if forced else above(8))
    return Chord(tuple((tonic + root + i) % 12 for i in intervals))


def voicing(chord_: Chord, before: tuple[int, ...], low: int, high: int) -> tuple[int, ...]:
    """The chord's tones between ``low`` and ``high``, closest to the voicing before: least total movement.

    With none before, the middle of the range is aimed at. Voices never cross and span 4 to 17 semitones.
    """
    choices = [[p for p in range(low, high + 1) if p % 12 == c] for c in chord_.classes]
    centre = (low + high) / 2

    def cost(voices: tuple[int, ...]) -> tuple[float, tuple[int, ...]]:
        drift = abs(sum(voices) / len(voices) - centre) / 4
        close = sum(1 for a, b in itertools.pairwise(voices) if b - a == 1)
        moved = sum(min(abs(v - b) for b in before) for v in voices) if before else 0
        return moved + drift + 2 * close, voices

    found = {tuple(sorted(v)) for v in itertools.product(*choices)}
    usable = [v for v in found if len(set(v)) == len(v) and 4 <= v[-1] - v[0] <= 17]
    return min(usable, key=cost)


def ladder(chord_: Chord, tonic: int, scale: str, low: int, high: int) -> tuple[int, ...]:
    """Pitches that a melody may step through over a chord: the scale, bent where the chord leaves it."""
    tones = set(chord_.classes)
    inside = {(tonic + s) % 12 for s in SCALES[scale]}
    bent = {t for t in tones if t not in inside}
    kept = {c for c in inside if c in tones or not any((c - b) % 12 in (1, 11) for b in bent)}
    return tuple(p for p in range(low, high + 1) if p % 12 in kept | bent)


def nearest(pitch: float, classes: tuple[int, ...], low: int, high: int) -> int:
    """The pitch of these classes in the range that is closest."""
    return min((p for p in range(low, high + 1) if p % 12 in classes), key=lambda p: (abs(p - pitch), p))
