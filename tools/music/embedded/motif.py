"""A brand's few notes: the tune of its sound logo, quoted where its music ends."""

from __future__ import annotations

import random
from typing import Final

from . import theory
from .form import SLOWEST, Bar, Form, folded
from .harmony import Harmony
from .moods import Mood
from .score import Note

BEATS: Final = 2.0
"""Length of the notes before the last, which falls on the last chord."""
SHORTEST: Final = 1.0
LONGEST: Final = 6.0
"""Seconds of a sting."""
_QUICKEST: Final = 160.0
_SHARE: Final = 0.38
"""Part of a sting that comes before its last chord."""
_RHYTHMS: Final = (
    (1.0, 0.5, 0.5), (0.5, 0.5, 1.0), (0.5, 1.0, 0.5), (0.75, 0.75, 0.5), (0.5, 0.5, 0.5, 0.5), (1.0, 0.25, 0.75),
    (0.75, 0.25, 0.5, 0.5), (0.5, 0.25, 0.25, 1.0), (0.25, 0.25, 0.5, 0.5, 0.5),
)  # fmt: skip
_OPENINGS: Final = (-3, 0, 2, 4)
"""First note in steps of the scale from the tonic."""
_MOVES: Final = (-3, -2, -1, 1, 2, 3)


def figure(seed: int) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """Lengths in beats, and steps of the scale from the tonic, of a seed's notes: the same in every mood.

    The step before the last chord is no tonic, so that coming home is heard.
    """
    rng = random.Random(f"motif {seed}")
    rhythm = rng.choice(_RHYTHMS)
    steps = [rng.choice(_OPENINGS)]
    for _ in rhythm[1:]:
        steps.append(rng.choice([steps[-1] + m for m in _MOVES if -4 <= steps[-1] + m <= 7]))
    if steps[-1] % 7 == 0:
        steps[-1] += 1 if steps[-1] < 7 else -1
    return rhythm, tuple(steps)


def tune(seed: int, harmony: Harmony, mood: Mood, start: float) -> list[Note]:
    """The motif in the lead from ``start`` (beats) on, its last note left to the last chord."""
    rhythm, steps = figure(seed)
    home = theory.nearest(mood.middle, (harmony.tonic % 12,), mood.middle - 6, mood.middle + 6)
    out: list[Note] = []
    at = start
    for index, (length, step) in enumerate(zip(rhythm, steps, strict=True)):
        pitch = home + degree(step, mood.scale)
        out.append(Note("lead", at, length * 0.94, pitch, 88 + (6 if index == 0 else 0)))
        at += length
    return out


def degree(step: int, scale: str) -> int:
    """Semitones from the tonic of a step of the scale; steps may be negative or beyond an octave."""
    octave, place = divmod(step, len(theory.SCALES[scale]))
    return 12 * octave + theory.SCALES[scale][place]


def quoted(notes: list[Note], motif: list[Note], start: float) -> list[Note]:
    """The notes with the motif in place of what the lead has from ``start`` on; the colour steps aside as well."""
    kept = [n for n in notes if n.part not in ("lead", "colour") or n.start < start - 1e-6]
    return [*kept, *motif]


def sting_form(seconds: float, mood: Mood, wanted: float) -> Form:
    """Two beats and a chord that rings for the rest."""
    bpm = folded(wanted) if wanted else min(_QUICKEST, max(SLOWEST, BEATS * 60 / (_SHARE * seconds)))
    bpm = max(bpm, BEATS * 60 / (0.6 * seconds))
    return Form(bpm, mood.meter, (Bar(0.0, int(BEATS), "motif", 0, 1),), seconds * bpm / 60 - BEATS)
