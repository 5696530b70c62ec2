"""A tune: a motif, its sequence, a variation and a cadence in each phrase."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

from . import theory
from .harmony import Harmony, Measure
from .moods import Mood
from .score import Note

_STEPS: Final = (-3, -2, -1, 0, 1, 2, 3)
_WEIGHTS: Final = (0.7, 2, 5, 0.8, 5, 2, 1)
_SPAN: Final = 10
"""Semitones that a melody may go from the middle of its range."""


@dataclass(frozen=True)
class Motif:
    """A bar's rhythm (beats; rests negative) and the steps of the scale between its notes."""

    rhythm: tuple[float, ...]
    steps: tuple[int, ...]


def sing(harmony: Harmony, mood: Mood, rng: random.Random) -> list[Note]:
    """The melody over all measures whose section sings, without the last note."""
    own = _motif(mood, rng)
    motifs = {"contrast": _motif(mood, rng), "break": _motif(mood, rng)}
    notes: list[Note] = []
    pitch = float(mood.middle)
    for measure in harmony.measures:
        if measure.bar.section not in mood.sing:
            continue
        motif = _shaped(motifs.get(measure.bar.section, own), measure, mood, rng)
        line = _bar(motif, measure, harmony.tonic, mood, pitch)
        if line:
            pitch = line[-1].pitch * 0.6 + mood.middle * 0.4
        notes += line
    return notes


def _motif(mood: Mood, rng: random.Random) -> Motif:
    lively = [r for r in mood.rhythms if sum(d > 0 for d in r) > 1] or list(mood.rhythms)
    rhythm = rng.choice(lively)
    steps = [0]
    for _ in rhythm[1:]:
        leaned = [w * (0.4 if steps[-1] and s * steps[-1] > 3 else 1) for s, w in zip(_STEPS, _WEIGHTS, strict=True)]
        steps.append(rng.choices(_STEPS, leaned)[0])
    return Motif(rhythm, tuple(steps))


def _shaped(motif: Motif, measure: Measure, mood: Mood, rng: random.Random) -> Motif:
    """The motif as it stands in this bar of the phrase: as it is, answered, varied, or brought to rest."""
    bar = measure.bar
    if bar.index == bar.of - 1 and bar.of > 1:
        close = (1.0, float(mood.meter - 1)) if rng.random() < 0.5 else (float(mood.meter),)
        return Motif(close, (0, rng.choice((-1, 1)))[: len(close)])
    if bar.index % 4 == 2:
        turned = tuple(-s for s in motif.steps) if rng.random() < 0.5 else motif.steps
        rhythm = rng.choice(mood.rhythms) if rng.random() < 0.5 else motif.rhythm
        return Motif(rhythm, (turned * len(rhythm))[: len(rhythm)])
    return motif


def _bar(motif: Motif, measure: Measure, tonic: int, mood: Mood, near: float) -> list[Note]:
    """One bar: strong beats and notes reached by a leap are chord tones, the others steps of the scale."""
    low, high = mood.middle - _SPAN, mood.middle + _SPAN
    rungs = theory.ladder(measure.chord, tonic, mood.scale, low, high)
    lift = 3 if measure.bar.section == "peak" else 0
    start = theory.nearest(near + lift, measure.chord.classes, low, high)
    at = rungs.index(start)
    notes: list[Note] = []
    offset = 0.0
    for length, step in zip(motif.rhythm, motif.steps, strict=True):
        if length > 0 and offset < measure.bar.beats:
            before = at
            at = at + step if 0 <= at + step < len(rungs) else at - step
            if offset % 2 == 0 or length >= 1.5 or abs(step) > 2:
                at = _settled(rungs, at, before if step and notes else -1, measure.chord)
            fits = min(length, measure.bar.beats - offset)
            velocity = 82 + (8 if offset == 0 else 0) + lift
            notes.append(Note("lead", measure.bar.start + offset, fits * 0.94, rungs[at], velocity))
        offset += abs(length)
    return notes


def _settled(rungs: tuple[int, ...], at: int, before: int, chord: theory.Chord) -> int:
    """The closest rung that is a chord tone, but not the rung before: a step that was meant must be heard."""
    tones = [i for i, pitch in enumerate(rungs) if pitch % 12 in chord.classes and i != before]
    return min(tones, key=lambda i: (abs(i - at), i))
