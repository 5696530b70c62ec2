"""Plays each part of a score into its own stereo track."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tools.sound.wav import RATE

from .percussion import NAMES
from .score import Note, Part, Score
from .synth import player
from .synth.drums import strike
from .synth.wave import Track, Wave, panned

_SLOT: Final = 0.05
_FORCE: Final = 8
_KEEP: Final = 48_000 * 600
"""Samples of rendered notes that are kept for use again."""
_PLACE: Final[dict[Part, tuple[float, float]]] = {
    "keys": (-0.15, 0.4), "lead": (0.1, 0.0), "colour": (0.3, 0.5), "bass": (0.0, 0.0), "pad": (0.0, 0.0),
}  # fmt: skip
"""Pan of a part's middle C, and how far two octaves move it."""


@dataclass
class _Player:
    """Renders notes, and keeps them: a piece strikes the same few notes again and again."""

    score: Score
    kept: dict[tuple[int | str, ...], Track] = field(default_factory=dict)
    size: int = 0

    def play(self, note: Note, turn: int) -> Track:
        """Two channels of a note; ``turn`` alternates between two strokes, so that repeats are not copies."""
        seconds = note.beats * 60 / self.score.bpm
        slots, force = max(1, round(seconds / _SLOT)), max(1, round(note.velocity / _FORCE))
        name = NAMES[note.pitch] if note.part == "drums" else self.score.instruments[note.part]
        key = (note.part, name, note.pitch, slots, force, turn % 2)
        if key not in self.kept:
            if self.size > _KEEP:
                self.kept, self.size = {}, 0
            made = _sound(note, name, slots * _SLOT, force * _FORCE / 127, turn % 2)
            self.kept[key], self.size = made, self.size + made.shape[1]
        return self.kept[key]


def stem(score: Score, part: Part, length: int) -> Track:
    """One part, (2, length) samples; what rings beyond is cut."""
    track = np.zeros((2, length), dtype=np.float32)
    hand = _Player(score)
    for turn, note in enumerate(n for n in score.notes if n.part == part):
        start = round(note.start * 60 / score.bpm * RATE)
        sound = hand.play(note, turn)[:, : max(0, length - start)]
        track[:, start : start + sound.shape[1]] += sound
    return track


def _sound(note: Note, name: str, seconds: float, velocity: float, turn: int) -> Track:
    rng = np.random.default_rng(
        [zlib.crc32(name.encode()), note.pitch, round(seconds / _SLOT), round(velocity * 127), turn]
    )
    if note.part == "drums":
        return strike(name, seconds, velocity, rng).astype(np.float32)
    frequency = 440.0 * 2 ** ((note.pitch - 69) / 12)
    wave: Wave = player(name)(frequency, seconds, velocity, rng)
    if wave.ndim == 1:
        middle, spread = _PLACE[note.part]
        wave = panned(wave, float(np.clip(middle + spread * (note.pitch - 64) / 24, -0.7, 0.7)))
    return wave.astype(np.float32)
