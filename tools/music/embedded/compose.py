"""Composes a score: form, harmony, melody, accompaniment, ending, and a human touch, all from one seed."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.errors import BadInput
from core.requests import MusicRequest

from . import accompany, theory
from .form import Form, plan
from .harmony import Harmony, harmonise
from .melody import sing
from .moods import Mood, mood
from .percussion import SOUNDS, drum
from .score import Note, Part, Score
from .signature import Signature, signature
from .sting import quoted, sting

ENDINGS: Final = ("cadence", "loop", "sting")
_LOOSE: Final[dict[Part, float]] = {
    "pad": 0.0, "keys": 0.009, "bass": 0.005, "lead": 0.012, "colour": 0.010, "drums": 0.006,
}  # fmt: skip
"""Standard deviation of a note's start in seconds."""


def compose(request: MusicRequest) -> Score:
    """The score of a request. Raises ``BadInput`` for an unknown mood or ending."""
    style = mood(request.mood)
    rng = random.Random(f"{request.mood} {request.seed}")
    if request.ending not in ENDINGS:
        raise BadInput("no such ending of music", which=request.ending, remedy=f"Choose one of: {', '.join(ENDINGS)}.")
    if request.ending == "sting":
        return sting(request, style)
    loop = request.ending == "loop"
    wanted = request.bpm or rng.uniform(*style.tempo)
    form = plan(request.seconds, style.meter, style.tempo, wanted, loop=loop, exact=bool(request.bpm))
    own = signature(request.motif_seed) if request.motif_seed else None
    harmony = harmonise(
        form, style, rng, loop=loop, key=own.tonic if own else None
    )  # in the key of the brand's sound logo
    palette = rng.choice(style.palettes)
    notes = _notes(form, harmony, style, rng)
    if not loop:
        notes += _ending(form, harmony, style, notes, own)
    length = form.played + form.ring
    humane = _single(_touched(note, form, style, rng, loop) for note in notes)
    return Score(
        bpm=form.bpm,
        meter=form.meter,
        key=theory.key_name(harmony.tonic, style.scale),
        beats=length,
        notes=tuple(sorted(humane, key=lambda n: (n.start, n.part, n.pitch, n.beats))),
        sections=form.sections(),
        instruments={"pad": palette["pad"], "keys": palette["keys"], "bass": palette["bass"],
                     "lead": palette["lead"], "colour": palette["colour"]},
    )  # fmt: skip


def _notes(form: Form, harmony: Harmony, style: Mood, rng: random.Random) -> list[Note]:
    melody = sing(harmony, style, rng)
    return [
        *accompany.pad(harmony),
        *accompany.keys(harmony, style, rng),
        *accompany.bass(harmony, style, rng),
        *melody,
        *accompany.colour(harmony, melody, rng),
        *drum(form.bars, style.drums, form.meter, rng),
    ]


def _ending(form: Form, harmony: Harmony, style: Mood, before: list[Note], own: Signature | None) -> list[Note]:
    """The last chord, rolled upwards, with the tonic below and on top; it rings until the end.

    A brand's signature is played over it in place of the top.
    """
    at, long = form.played, form.ring
    voices = harmony.last_voices
    out = [Note("pad", at, long, p, 70) for p in voices]
    out += [Note("keys", at + 0.05 * i, long, p, 80 - 3 * i) for i, p in enumerate((*voices, voices[0] + 12))]
    out.append(Note("bass", at, long, accompany.low_root(harmony.last), 92))
    sung = [n for n in before if n.part == "lead"]
    if own:
        out += quoted(own, harmony.last.root, style.middle, at, long)
    elif sung or not before:
        near = max(sung, key=lambda n: n.start).pitch if sung else style.middle
        top = theory.nearest(near, (harmony.last.root,), style.middle - 10, style.middle + 10)
        out.append(Note("lead", at, long * 0.8, top, 82))
    step = min(0.5, long / 8)
    out += [Note("colour", at + step * (i + 1), long / 2, p + 12, 66 - 4 * i) for i, p in enumerate(voices)]
    for sound in _last_strokes(before, style):
        out.append(Note("drums", at, min(2.0, long), SOUNDS[sound], 92))
    return out


def _last_strokes(before: list[Note], style: Mood) -> list[str]:
    played = {n.pitch for n in before if n.part == "drums"}
    low = next((s for s in ("taiko", "kick") if SOUNDS[s] in played), "")
    crash = style.drums.crash if style.drums.crash != "swell" and played else ""
    return [s for s in (low, crash) if s]


def _touched(note: Note, form: Form, style: Mood, rng: random.Random, loop: bool) -> Note:
    """Swing, a loose hand and uneven force. A loop wraps what starts early; a piece starts at 0."""
    start = _swung(note.start, style.swing) + rng.gauss(0, _LOOSE[note.part]) * form.bpm / 60
    start = start % (form.played or 1.0) if loop else max(0.0, start)
    velocity = note.velocity + round(rng.gauss(0, 3.5))
    return replace(note, start=start, velocity=max(12, min(124, velocity)))


def _single(notes: Iterable[Note]) -> list[Note]:
    """No part strikes a pitch twice within a hundredth of a beat: the first one stays."""
    found: dict[tuple[Part, int, int], Note] = {}
    for note in notes:
        found.setdefault((note.part, note.pitch, round(note.start * 100)), note)
    return list(found.values())


def _swung(beat: float, swing: float) -> float:
    """Off-beats moved later: by a sixth of a beat at swing 1 (a triplet's feel)."""
    whole, part = divmod(beat, 1.0)
    middle = 0.5 + swing / 6
    return whole + (part * 2 * middle if part <= 0.5 else middle + (part - 0.5) * 2 * (1 - middle))
