"""Chords for every bar, and how they are voiced."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

from . import theory
from .form import Bar, Form
from .moods import Mood

LOW: Final = 52
HIGH: Final = 74
"""Range of the accompanying chords."""


@dataclass(frozen=True)
class Measure:
    """A bar with its harmony. ``voices`` are the chord's tones in the middle, lowest first."""

    bar: Bar
    chord: theory.Chord
    voices: tuple[int, ...]


@dataclass(frozen=True)
class Harmony:
    """All measures and the last chord."""

    tonic: int
    measures: tuple[Measure, ...]
    last: theory.Chord
    last_voices: tuple[int, ...]


def harmonise(form: Form, mood: Mood, rng: random.Random, *, loop: bool, key: int | None = None) -> Harmony:
    """A progression per kind of section, the same each time it comes back; a cadence before the end.

    ``key`` is the tonic (a pitch class) where a brand's notes give it; else the mood has several to draw from.
    """
    tonic = rng.choice(mood.tonics)
    tonic = tonic if key is None else key
    theme, contrast = rng.choice(mood.theme), rng.choice(mood.contrast)
    cadence = rng.choice(mood.cadence)
    measures: list[Measure] = []
    before: tuple[int, ...] = ()
    for at, bar in enumerate(form.bars):
        line = contrast if bar.section in ("contrast", "break") else theme
        token = line[_place(bar) % len(line)]
        if at == len(form.bars) - 1 and not loop:
            token = cadence
        chord = theory.chord(token, tonic, mood.scale)
        before = theory.voicing(chord, before, LOW, HIGH)
        measures.append(Measure(bar, chord, before))
    last = theory.chord(mood.last, tonic, mood.scale)
    return Harmony(tonic, tuple(measures), last, theory.voicing(last, before, LOW, HIGH))


def _place(bar: Bar) -> int:
    """Where in its progression a bar stands: short phrases end as long ones do, except introductions."""
    return bar.index if bar.section == "intro" or bar.of > 4 else bar.index + (4 - bar.of if bar.of == 2 else 0)
