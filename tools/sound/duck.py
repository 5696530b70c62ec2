"""Side-chain ducking with look-ahead: the music is down before the first word, and comes back after the last."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from .level import db
from .wav import Signal

ATTACK: Final = 0.08
RELEASE: Final = 0.4
"""Seconds down and up."""
EARLY: Final = 0.03
"""Seconds before a word by which the music is fully down."""
HOLD: Final = 0.6
"""Pauses up to this length are bridged, so that the music does not pump between words."""
_FRAME: Final = 0.01
_BELOW_DB: Final = 32.0
"""A frame this far under the loud frames of the speech is no speech."""


def duck(music: Signal, speech: Signal, sr: int, depth_db: float) -> tuple[Signal, float]:
    """The music turned down by ``depth_db`` while there is speech, and the drop measured there in dB.

    Both signals have the same number of samples.
    """
    words = spoken(speech, sr)
    if not words or depth_db <= 0:
        return music, 0.0
    ducked = music * 10 ** (-depth_db * lowering(words, len(music), sr) / 20)[:, None]
    return ducked, drop(music, ducked, words, sr)


def spoken(speech: Signal, sr: int) -> tuple[tuple[float, float], ...]:
    """(start, end) in seconds of each stretch of speech, pauses up to ``HOLD`` bridged."""
    frame = max(1, round(_FRAME * sr))
    count = -(-len(speech) // frame)
    mono = np.zeros(count * frame)
    mono[: len(speech)] = speech.mean(axis=1)
    level = np.sqrt(np.square(mono).reshape(count, frame).mean(axis=1))
    loud = float(np.quantile(level[level > 1e-5], 0.9)) if np.any(level > 1e-5) else 0.0
    active = np.flatnonzero(level > max(loud * 10 ** (-_BELOW_DB / 20), 1e-5))
    spans: list[tuple[float, float]] = []
    for index in active:
        start, end = index * frame / sr, (index + 1) * frame / sr
        if spans and start - spans[-1][1] <= HOLD:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def lowering(words: tuple[tuple[float, float], ...], length: int, sr: int) -> NDArray[np.float64]:
    """How far down at each sample, 0 to 1, along raised cosines in decibels."""
    out = np.zeros(length)
    for start, end in words:
        low, high = start - EARLY - ATTACK, end + RELEASE
        first, last = max(0, int(low * sr)), min(length, int(high * sr) + 1)
        time = np.arange(first, last) / sr
        ramp = np.minimum(np.clip((time - low) / ATTACK, 0, 1), np.clip((high - time) / RELEASE, 0, 1))
        out[first:last] = np.maximum(out[first:last], 0.5 - 0.5 * np.cos(np.pi * ramp))
    return out


def drop(before: Signal, after: Signal, words: tuple[tuple[float, float], ...], sr: int) -> float:
    """Fall in RMS level of the music while words are spoken, in dB."""
    spans = [slice(int(a * sr), int(b * sr)) for a, b in words]
    was = sum(float(np.square(before[s]).sum()) for s in spans)
    now = sum(float(np.square(after[s]).sum()) for s in spans)
    return db(float(np.sqrt(was / now))) if was > 0 and now > 0 else 0.0
