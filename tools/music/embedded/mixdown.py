"""From score to finished sound: stems in a room, width, balance, fade, master.

Every step before the master is linear and the same for all stems, so that they add up to the mix.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.sound.level import SILENT, loudness, ratio
from tools.sound.mastering import master
from tools.sound.wav import RATE, Signal

from .bus import grouped
from .moods import Mood
from .score import Score
from .synth.wave import Track, Wave, band
from .tone import balancing, filtered

LUFS: Final = -16.0
PEAK_DB: Final = -1.0
WIDEST_DB: Final = -7.5
NARROWEST_DB: Final = -12.0
"""Limits of the energy of the sides against that of the middle: wide on loudspeakers, whole when summed to mono."""
_RELEASE: Final = 4.0
_GUARD: Final = 1.0
_WIDER: Final = 1.45
_CEILING: Final = 0.98


@dataclass(frozen=True)
class Mixdown:
    """``master`` (length, 2) is finished; ``stems`` (length, 2) add up to the mix before its limiter.

    The stems stand at the mix's own level in ``master``, or lower by one gain for all where one would clip.
    """

    master: Signal
    stems: dict[str, Signal]


def mixdown(score: Score, mood: Mood, length: int, seed: int, *, loop: bool) -> Mixdown:
    """A master of ``length`` samples, about -16 LUFS, true peak at most -1 dBFS, and its stems.

    A loop is played with its tail, which is then added onto its start, and treated as endless from there on.
    """
    room = mood.reverb
    played = length + (round((room.seconds + _RELEASE) * RATE) if loop else 0)
    tracks = grouped(score, mood, played, seed)
    if loop:
        tracks = {name: wrapped(track, length) for name, track in tracks.items()}
    sides = _sides(sum(tracks.values(), np.zeros((2, length), dtype=np.float32)))
    tracks = {name: _widened(track, sides) for name, track in tracks.items()}
    mix = sum(tracks.values(), np.zeros((2, length), dtype=np.float32))
    taps = balancing(mix, mood.tilt, mood.warmth)
    shape = np.ones(length) if loop else _fade(length, score) * _edges(length)
    stems = {name: (filtered(track, taps, loop=loop) * shape).T.astype(np.float64) for name, track in tracks.items()}
    whole = sum(stems.values(), np.zeros((length, 2)))
    finished = _endless(whole) if loop else master(whole, RATE, LUFS, PEAK_DB) * _edges(length)[:, None]
    return Mixdown(finished, _handed(stems, whole) if "" not in stems else {})


def wrapped(mix: Track, length: int) -> Track:
    """What lies beyond ``length`` added onto the start."""
    rounds = -(-mix.shape[1] // length)
    padded = np.pad(mix, ((0, 0), (0, rounds * length - mix.shape[1])))
    folded: Track = padded.reshape(2, rounds, length).sum(axis=1)
    return folded


def _handed(stems: dict[str, Signal], whole: Signal) -> dict[str, Signal]:
    """The stems by one gain that brings their sum to the master's loudness, none of them over full scale."""
    level = loudness(whole, RATE)
    highest = max((float(np.abs(s).max()) for s in stems.values()), default=0.0)
    if level <= SILENT or not highest:
        return {}
    gain = min(ratio(LUFS - level), _CEILING / highest)
    return {name: s * gain for name, s in stems.items()}


def _sides(mix: Track) -> tuple[float, float]:
    """Gains of the sides below and above 200 Hz, where ears locate sound: a little wider, within the limits."""
    middle, side = (mix[0] + mix[1]) / 2, (mix[0] - mix[1]) / 2
    high = band(side.astype(np.float64), 200, 0, 1)
    wider = side + (_WIDER - 1) * high
    energy = float(np.square(wider, dtype=np.float64).sum())
    if not energy:
        return 1.0, 1.0
    width = 10 * np.log10(energy / max(float(np.square(middle, dtype=np.float64).sum()), 1e-12))
    gain = ratio(float(np.clip(width, NARROWEST_DB, WIDEST_DB) - width)) if width > -40 else 1.0
    return gain, gain * (_WIDER - 1)


def _widened(track: Track, sides: tuple[float, float]) -> Track:
    middle, side = (track[0] + track[1]) / 2, (track[0] - track[1]) / 2
    side = (sides[0] * side + sides[1] * band(side.astype(np.float64), 200, 0, 1)).astype(np.float32)
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


def _endless(mix: Signal) -> Signal:
    """A loop mastered with its own ends around it, so that filters and limiter meet themselves at the seam."""
    length = len(mix)
    guard = max(round(_GUARD * RATE), RATE * 4 - length)
    around = np.pad(mix, ((guard, guard), (0, 0)), mode="wrap")
    return master(around, RATE, LUFS, PEAK_DB)[guard : guard + length]
