"""Stems: each group of parts to its level, with its share of the room around it."""

from __future__ import annotations

from typing import Final

import numpy as np

from tools.sound.level import SILENT, loudness, ratio
from tools.sound.wav import RATE

from .moods import Mood
from .room import reverberate
from .score import PARTS, Part, Score
from .stems import stem
from .synth.wave import Track, band

STEMS: Final[dict[str, tuple[Part, ...]]] = {
    "stem_drums": ("drums",), "stem_bass": ("bass",), "stem_chords": ("pad", "keys"), "stem_melody": ("lead", "colour"),
}  # fmt: skip
"""Parts of a score by the stem that holds them; together all of them."""
LONGEST: Final = 300.0
"""Seconds of music up to which stems are kept apart: each takes 23 MB of memory a minute."""
_BUS: Final[dict[Part, tuple[float, float, float]]] = {
    "pad": (-24.0, 150.0, 0.45), "keys": (-21.0, 85.0, 0.30), "bass": (-22.5, 30.0, 0.03),
    "lead": (-20.0, 180.0, 0.40), "colour": (-26.0, 250.0, 0.55), "drums": (-21.5, 28.0, 0.14),
}  # fmt: skip
"""Loudness of each part in LUFS while it plays, its high-pass in Hz, and its send to the room."""


def grouped(score: Score, mood: Mood, length: int, seed: int) -> dict[str, Track]:
    """(2, ``length``) samples of each stem that plays, with its room.

    A piece longer than ``LONGEST`` seconds is one group, under an empty name.
    """
    groups = STEMS if length <= LONGEST * RATE else {"": PARTS}
    made = {name: _group(score, mood, parts, length, seed) for name, parts in groups.items()}
    return {name: track for name, track in made.items() if track is not None}


def _group(score: Score, mood: Mood, parts: tuple[Part, ...], length: int, seed: int) -> Track | None:
    dry, send = np.zeros((2, length), dtype=np.float32), np.zeros((2, length), dtype=np.float32)
    for part in parts:
        lufs, cut, share = _BUS[part]
        track = stem(score, part, length)
        level = loudness(track.T, RATE)
        if level <= SILENT:
            continue
        gain = ratio(min(24.0, lufs + mood.levels.get(part, 0.0) - level))
        track = (band(track.astype(np.float64), cut, 0) * gain).astype(np.float32)
        dry += track
        send += share * track
    if not np.any(dry):
        return None
    wet: Track = dry + np.float32(mood.reverb.level) * reverberate(send, mood.reverb.seconds, seed)
    return wet
