"""From score to finished sound: stems to level, a room around them, balance, fade, master."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.sound.level import SILENT, loudness, ratio
from tools.sound.mastering import master
from tools.sound.wav import RATE, Signal

from .moods import Mood
from .room import reverberate
from .score import Part, Score
from .stems import stem
from .synth.wave import Track, Wave, band
from .tone import balancing, filtered

LUFS: Final = -16.0
PEAK_DB: Final = -1.0
_BUS: Final[dict[Part, tuple[float, float, float]]] = {
    "pad": (-24.0, 150.0, 0.45), "keys": (-21.0, 85.0, 0.30), "bass": (-22.5, 30.0, 0.03),
    "lead": (-20.0, 180.0, 0.40), "colour": (-26.0, 250.0, 0.55), "drums": (-21.5, 28.0, 0.14),
}  # fmt: skip
"""Loudness of each part in LUFS while it plays, its high-pass in Hz, and its send to the room."""
GROUPS: Final[dict[str, tuple[Part, ...]]] = {
    "drums": ("drums",), "bass": ("bass",), "chords": ("pad", "keys"), "melody": ("lead", "colour"),
}  # fmt: skip
"""What an editor wants to turn up or down on its own."""
_RELEASE: Final = 4.0
_GUARD: Final = 1.0
_WIDER: Final = 1.45


@dataclass(frozen=True)
class Mixdown:
    """``master``: (samples, 2), about -16 LUFS. ``stems``: the same piece by group of parts, before mastering."""

    master: Signal
    stems: dict[str, Track]
    """(2, samples) each; all at one gain, and their sum is what was mastered."""


def mixdown(score: Score, mood: Mood, length: int, seed: int, *, loop: bool) -> Mixdown:
    """The piece in ``length`` samples, true peak at most -1 dBFS, and its stems.

    All steps before the master are linear, so each group goes through them alone and the sum is the mix. A loop is
    played with its tail, which is then added onto its start, and treated as endless from there on.
    """
    room = mood.reverb
    played = length + (round((room.seconds + _RELEASE) * RATE) if loop else 0)
    heard = {name: _wet(score, mood, parts, played, seed) for name, parts in GROUPS.items()}
    stems = {name: wrapped(mix, length) if loop else mix for name, mix in heard.items() if mix is not None}
    if not stems:
        return Mixdown(np.zeros((length, 2)), {})
    taps = balancing(_sum(stems), mood.tilt, mood.warmth)
    stems = {name: filtered(mix, taps, loop=loop) for name, mix in stems.items()}
    if loop:
        return Mixdown(_endless(_sum(stems)), stems)
    fade = _fade(length, score).astype(np.float32)
    stems = {name: mix * fade for name, mix in stems.items()}
    mastered = master(_sum(stems).astype(np.float64).T, RATE, LUFS, PEAK_DB)
    return Mixdown(mastered * _edges(length)[:, None], stems)


def _sum(stems: dict[str, Track]) -> Track:
    total: Track = np.sum(list(stems.values()), axis=0, dtype=np.float32)
    return total


def _wet(score: Score, mood: Mood, parts: tuple[Part, ...], played: int, seed: int) -> Track | None:
    """Parts at their levels in their room; ``None`` where none of them plays."""
    dry, send, heard = np.zeros((2, played), dtype=np.float32), np.zeros((2, played), dtype=np.float32), False
    for part in parts:
        lufs, cut, share = _BUS[part]
        track = stem(score, part, played)
        level = loudness(track.T, RATE)
        if level <= SILENT:
            continue
        gain = ratio(min(24.0, lufs + mood.levels.get(part, 0.0) - level))
        track = (band(track.astype(np.float64), cut, 0) * gain).astype(np.float32)
        dry, send, heard = dry + track, send + np.float32(share) * track, True
    room = mood.reverb
    return _widened(dry + np.float32(room.level) * reverberate(send, room.seconds, seed)) if heard else None


def wrapped(mix: Track, length: int) -> Track:
    """What lies beyond ``length`` added onto the start."""
    rounds = -(-mix.shape[1] // length)
    padded = np.pad(mix, ((0, 0), (0, rounds * length - mix.shape[1])))
    folded: Track = padded.reshape(2, rounds, length).sum(axis=1)
    return folded


def _widened(mix: Track) -> Track:
    """A little more of what differs between the channels, where ears locate it: above 200 Hz."""
    middle, side = (mix[0] + mix[1]) / 2, (mix[0] - mix[1]) / 2
    side = (side + (_WIDER - 1) * band(side.astype(np.float64), 200, 0, 1)).astype(np.float32)
    return np.stack([middle + side, middle - side])


def _fade(length: int, score: Score) -> Wave:
    """One, falling to zero over the latter part of the last chord."""
    ring = score.beats - max((s.start for s in score.sections if s.name == "ending"), default=score.beats)
    seconds = max(0.05, ring * 60 / score.bpm * 0.6)
    end = length / RATE - min(0.04, 0.1 * seconds)
    t = np.arange(length) / RATE
    gone = np.clip((t - (end - seconds)) / seconds, 0, 1)
    return np.square(np.cos(gone * np.pi / 2))


def _edges(length: int) -> Wave:
    """Ramps of 1 ms at the start and 15 ms at the end, for what filters leave behind the fade."""
    t = np.arange(length) / RATE
    return np.clip((t + 1 / RATE) / 0.001, 0, 1) * np.clip((length / RATE - t - 1 / RATE) / 0.015, 0, 1)


def _endless(mix: Track) -> Signal:
    """A loop mastered with its own ends around it, so that filters and limiter meet themselves at the seam."""
    length = mix.shape[1]
    guard = max(round(_GUARD * RATE), RATE * 4 - length)
    around = np.pad(mix, ((0, 0), (guard, guard)), mode="wrap").astype(np.float64)
    return master(around.T, RATE, LUFS, PEAK_DB)[guard : guard + length]
