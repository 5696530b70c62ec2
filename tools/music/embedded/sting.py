"""A sound logo: a brand's signature in a mood's instruments, two or three seconds long."""

from __future__ import annotations

import random
from typing import Final

from core.errors import BadInput
from core.requests import MusicRequest

from . import accompany, theory
from .form import folded
from .harmony import HIGH, LOW
from .moods import Mood
from .percussion import SOUNDS
from .score import Note, Score, Section
from .signature import Signature, signature

SHORTEST: Final = 1.0
LONGEST: Final = 8.0
_ARRIVES: Final = 0.42
_LATEST: Final = 0.7
"""Shares of its length by which the last note is struck, and is at the latest with a tempo that was asked for."""


def sting(request: MusicRequest, style: Mood) -> Score:
    """The score of a logo; the same notes for a ``motif_seed`` in every mood. Raises ``BadInput`` for a length."""
    if not SHORTEST <= request.seconds <= LONGEST:
        raise BadInput(
            "a sound logo has another length", which=f"{request.seconds:g} s",
            remedy=f"Ask for {SHORTEST:g} to {LONGEST:g} seconds; two or three are usual.",
        )  # fmt: skip
    own = signature(request.motif_seed)
    palette = random.Random(f"sting {request.mood} {request.seed}").choice(style.palettes)
    bpm = _tempo(own, request)
    length = request.seconds * bpm / 60
    scale = "minor" if theory.SCALES[style.scale][2] == 3 else "major"
    notes = [*_tune(own, style, length), *_ground(own, scale, length), *_strokes(own, style, length)]
    return Score(
        bpm=bpm, meter=4, key=theory.key_name(own.tonic, scale), beats=length,
        notes=tuple(sorted(notes, key=lambda n: (n.start, n.part, n.pitch, n.beats))),
        sections=(Section("motif", 0.0, own.beats), Section("ending", own.beats, length)),
        instruments={"pad": palette["pad"], "keys": palette["keys"], "bass": palette["bass"],
                     "lead": palette["lead"], "colour": palette["colour"]},
    )  # fmt: skip


def quoted(own: Signature, tonic: int, middle: int, at: float, room: float) -> list[Note]:
    """The signature as a melody in a bed's key from beat ``at``; ``room`` beats are left for it and its last note."""
    base = theory.nearest(middle - 6, (tonic % 12,), middle - 14, middle + 2)
    unit = min(1.0, 0.45 * room / own.beats)
    ends = [*own.starts[1:], own.starts[-1] + 0.4 * room / unit]
    return [
        Note("lead", at + start * unit, max(0.1, (end - start) * unit * 0.96), base + pitch, 84 + 3 * index)
        for index, (start, end, pitch) in enumerate(zip(own.starts, ends, own.pitches, strict=True))
    ]


def _tempo(own: Signature, request: MusicRequest) -> float:
    """One at which the last note is struck in good time: the wanted one if it can be."""
    wanted = folded(request.bpm) if request.bpm else 0.0
    if wanted and own.beats * 60 / wanted <= _LATEST * request.seconds:
        return wanted
    return own.beats * 60 / (_ARRIVES * request.seconds)


def _tune(own: Signature, style: Mood, length: float) -> list[Note]:
    """The lead, an octave under it the keys, and one above it the colour, from the second note on."""
    base = theory.nearest(style.middle - 6, (own.tonic,), style.middle - 14, style.middle + 2)
    ends = (*own.starts[1:], length)
    out: list[Note] = []
    for index, (start, end, pitch) in enumerate(zip(own.starts, ends, own.pitches, strict=True)):
        held, force = (end - start) * 0.96, 92 + 5 * index
        out.append(Note("lead", start, held, base + pitch, min(118, force)))
        out.append(Note("keys", start, max(held, 0.5), base + pitch - 12, min(108, force - 8)))
        if index:
            out.append(Note("colour", start, max(held, 0.5), base + pitch + 12, min(96, force - 22)))
    return out


def _ground(own: Signature, scale: str, length: float) -> list[Note]:
    """A soft chord that opens into the last note, where bass and keys join it."""
    chord = theory.chord("1", own.tonic, scale)
    voices = theory.voicing(chord, (), LOW, HIGH)
    root, at = accompany.low_root(chord), own.beats
    soft = [Note("pad", 0.0, at, p, 52) for p in voices]
    full = [Note("pad", at, length - at, p, 78) for p in voices]
    struck = [Note("keys", at + 0.02 * i, length - at, p, 84) for i, p in enumerate(voices)]
    return [*soft, *full, *struck, Note("bass", 0.0, at * 0.9, root, 74), Note("bass", at, length - at, root, 100)]


def _strokes(own: Signature, style: Mood, length: float) -> list[Note]:
    """A cymbal rolled towards the last note, and the mood's lowest drum and crash on it; nothing where it has none."""
    drums = style.drums
    if not drums.full:
        return []
    low = next((s for s in ("taiko", "kick") if s in drums.full), "")
    crash = drums.crash if drums.crash not in ("", "swell") else ""
    out = [Note("drums", own.beats, min(2.0, length - own.beats), SOUNDS[s], 96) for s in (low, crash) if s]
    rolled = Note("drums", 0.0, own.beats, SOUNDS["swell"], 54)
    return [rolled, *out]
