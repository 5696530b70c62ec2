"""A room, as an impulse response of shaped noise."""

from __future__ import annotations

import numpy as np

from tools.sound.wav import RATE

from .synth.wave import Track, Wave, band

PREDELAY = 0.014
"""Seconds before the first reflection."""


def impulse(seconds: float, seed: int) -> Wave:
    """Two channels, unit energy each: a bright early part and a longer dark tail that falls 60 dB in ``seconds``."""
    rng = np.random.default_rng([seed, 77])
    count = int(seconds * RATE)
    t = np.arange(count) / RATE
    raw = rng.standard_normal((2, count))
    early = raw * np.exp(-6.9 * t / (0.45 * seconds)) * 0.5
    tail = band(raw, 0, 2600, 1) * np.exp(-6.9 * t / seconds) * 1.3
    room = band(early + tail, 180, 0, 1) * np.clip(t / 0.012, 0, 1)
    room /= np.sqrt(np.square(room).sum(axis=1, keepdims=True))
    return np.concatenate([np.zeros((2, int(PREDELAY * RATE))), room], axis=1)


def reverberate(dry: Track, seconds: float, seed: int) -> Track:
    """The sound of the room alone, as long as ``dry``."""
    from scipy.signal import oaconvolve

    room = impulse(seconds, seed).astype(dry.dtype)
    return np.stack([oaconvolve(d, r)[: dry.shape[1]] for d, r in zip(dry, room, strict=True)])
