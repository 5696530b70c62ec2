"""Basses: each with enough upper partials to be heard on small loudspeakers."""

from __future__ import annotations

import numpy as np

from .wave import Wave, damped, modes, series, time, touched


def finger_bass(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Electric bass played with the fingers."""
    k = series(16)
    amplitudes = np.abs(np.sin(np.pi * k * 0.21)) / k**1.1 * (0.6 + 0.4 * velocity)
    return _played(frequency * k, amplitudes, 0.9 + 0.55 * k, seconds, velocity, rng, 0.05)


def synth_bass(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A saw under a filter that closes, doubled by a sine, gently driven."""
    k = series(30)
    tone = _played(frequency * k, k**-0.95, 0.5 + 0.42 * k * (1.3 - velocity * 0.6), seconds, velocity, rng, 0.0)
    t = time(seconds + 0.25)
    driven = np.tanh(1.6 * (tone + 0.25 * np.sin(2 * np.pi * frequency * t) * damped(t, seconds, 0.03)))
    return driven * 0.7 * damped(t, seconds, 0.05)


def soft_bass(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Round and dark, for slow music."""
    k = series(8)
    return _played(frequency * k, k**-1.7, 0.35 + 0.45 * k, seconds, velocity, rng, 0.01, attack=0.03)


def contrabass(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A double bass, plucked."""
    k = series(14)
    amplitudes = np.abs(np.sin(np.pi * k * 0.31)) / k**1.2
    return _played(frequency * k, amplitudes, 1.3 + 0.8 * k, seconds, velocity, rng, 0.1, attack=0.008)


def _played(
    partials: Wave, amplitudes: Wave, decays: Wave, seconds: float, velocity: float, rng: np.random.Generator,
    finger: float, attack: float = 0.004,
) -> Wave:  # fmt: skip
    t = time(seconds + 0.25)
    tone = modes(partials, amplitudes * velocity * 0.6, decays, seconds + 0.25) * np.clip(t / attack, 0, 1)
    return touched(tone, 500, 3000, 90, finger * velocity, rng) * damped(t, seconds, 0.05)
