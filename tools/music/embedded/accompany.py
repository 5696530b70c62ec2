"""Pad, keys, bass and colour: patterns of ``moods.json`` laid over the harmony."""

from __future__ import annotations

import random
from typing import Final

from . import theory
from .harmony import Harmony, Measure
from .moods import Mood
from .score import Note

_LIGHT: Final = ("intro", "break")
_BASS_LOW: Final = 33
_BASS_HIGH: Final = 48


def pad(harmony: Harmony) -> list[Note]:
    """The chord held through each bar, softer where little else sounds."""
    out = []
    for measure in harmony.measures:
        velocity = {"intro": 58, "break": 60, "peak": 74}.get(measure.bar.section, 66)
        out += [Note("pad", measure.bar.start, measure.bar.beats + 0.05, p, velocity) for p in measure.voices]
    return out


def keys(harmony: Harmony, mood: Mood, rng: random.Random) -> list[Note]:
    """Broken or struck chords; contrast and break have a pattern of their own."""
    own, other = rng.sample(mood.keys, 2)
    out: list[Note] = []
    for measure in harmony.measures:
        pattern = (other if measure.bar.section in ("contrast", "break") else own).split()
        unit = mood.meter / len(pattern)
        tones = [*measure.voices, *(v + 12 for v in measure.voices)]
        for step, token in enumerate(pattern):
            if token in ".-" or step * unit >= measure.bar.beats:
                continue
            held = 1
            while step + held < len(pattern) and pattern[step + held] == "-":
                held += 1
            beat = measure.bar.start + step * unit
            base = 74 if step * unit % 1 == 0 else 62
            picked = [tones[int(token)]] if token.isdigit() else list(measure.voices)
            velocity = base + (12 if token == "C" or step == 0 else 0) - (6 if len(picked) > 1 else 0)
            late = 0.06 if token == "s" else 0.012
            length = held * unit * mood.gate
            out += [Note("keys", beat + late * i, length, p, velocity) for i, p in enumerate(picked)]
    return out


def bass(harmony: Harmony, mood: Mood, rng: random.Random) -> list[Note]:
    """Roots and what leads to the next one. Introductions hold the root alone, and only from their second bar."""
    own = rng.choice(mood.bass).split()
    out: list[Note] = []
    for at, measure in enumerate(harmony.measures):
        bar = measure.bar
        if bar.section == "intro" and bar.index == 0 and bar.of > 1:
            continue
        following = harmony.measures[at + 1].chord if at + 1 < len(harmony.measures) else harmony.last
        pattern = ["R"] + ["-"] * (len(own) - 1) if bar.section in _LIGHT else own
        out += _bass_bar(measure, pattern, mood.meter / len(pattern), following)
    return out


def _bass_bar(measure: Measure, pattern: list[str], unit: float, following: theory.Chord) -> list[Note]:
    root = low_root(measure.chord)
    aim = low_root(following)
    pitches = {"R": root, "5": root + 7 if root + 7 <= _BASS_HIGH else root - 5, "8": root + 12}
    pitches["a"] = aim + (2 if aim < root else -1)
    out = []
    for step, token in enumerate(pattern):
        if token in ".-" or step * unit >= measure.bar.beats:
            continue
        held = 1
        while step + held < len(pattern) and pattern[step + held] == "-":
            held += 1
        velocity = 92 if step == 0 else 80
        out.append(Note("bass", measure.bar.start + step * unit, held * unit * 0.94, pitches[token], velocity))
    return out


def low_root(chord: theory.Chord) -> int:
    """The chord's root in the range of the bass."""
    return theory.nearest((_BASS_LOW + _BASS_HIGH) / 2 - 2, (chord.root,), _BASS_LOW, _BASS_HIGH)


def colour(harmony: Harmony, melody: list[Note], rng: random.Random) -> list[Note]:
    """Sparks above: chord tones in lifts and contrasts, the melody's octave in peaks, a few notes in breaks."""
    out: list[Note] = []
    for measure in harmony.measures:
        bar, top = measure.bar, [v + 12 for v in measure.voices]
        if bar.section in ("lift", "break", "contrast"):
            for beat in range(0, bar.beats, 2 if bar.section == "lift" else 4):
                out.append(Note("colour", bar.start + beat + 0.5, 1.4, rng.choice(top), 62))
        elif bar.section == "peak":
            inside = [n for n in melody if bar.start <= n.start < bar.start + bar.beats]
            out += [Note("colour", n.start, n.beats, _octave(n.pitch), n.velocity - 16) for n in inside]
            if not inside:
                out += [Note("colour", bar.start + i, 0.9, top[i % len(top)], 60) for i in range(bar.beats)]
    return out


def _octave(pitch: int) -> int:
    return pitch + 12 if pitch < 84 else pitch
