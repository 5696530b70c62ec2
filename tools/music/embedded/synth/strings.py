"""Ensembles and pads: many players on a pitch, by smeared partials that never repeat within a note."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .wave import Track, Wave, ensemble, looped, series, swell, time


@lru_cache(maxsize=96)
def _layer(kind: str, frequency: float) -> tuple[Track, Track]:
    """The dark and the bright half of an ensemble: bright is what opens as a note is louder or longer."""
    k = series(40)
    hertz = k * frequency
    cents = 22.0
    if kind == "strings":
        partials = k**-1.05 * (1 + 0.8 * np.exp(-(((hertz - 900) / 700) ** 2))) * np.exp(-hertz / 7000)
    elif kind == "low":
        partials, cents = k**-0.9 * np.exp(-hertz / 3600), 16.0
    elif kind == "choir":
        formants = ((650, 90, 1.0), (1080, 110, 0.55), (2650, 170, 0.22), (3300, 250, 0.12))
        shape = sum(a * np.exp(-(((hertz - f) / (2.2 * w)) ** 2)) for f, w, a in formants)
        partials, cents = k**-0.5 * (0.12 + shape), 30.0
    elif kind == "synth":
        partials, cents = k**-1.0 * np.exp(-hertz / 8000), 30.0
    else:
        partials, cents = k**-1.5 * np.exp(-hertz / 2600), 26.0
    split = 1 / (1 + np.exp((hertz - 1400) / 300))
    rng = np.random.default_rng([round(frequency * 100), len(kind), ord(kind[0])])
    unit = 0.2 / np.sqrt(np.square(partials).sum())
    dark = ensemble(frequency, partials * split * unit, cents, rng)
    return dark, ensemble(frequency, partials * (1 - split) * unit, cents, rng)


def _bowed(
    kind: str, frequency: float, seconds: float, velocity: float, rng: np.random.Generator,
    *, attack: float, release: float, open_: float,
) -> Wave:  # fmt: skip
    t = time(seconds + 4 * release)
    dark, bright = _layer(kind, frequency)
    place = rng.random()
    envelope = swell(t, min(attack, max(0.02, seconds * 0.6)), seconds, release)
    opened = envelope * (0.35 + open_ * np.clip(t / max(2.5 * attack, 0.05), 0, 1)) * (0.4 + 0.8 * velocity)
    slow = 1 + 0.07 * np.sin(2 * np.pi * (0.21 * t + rng.random()))
    out = looped(dark, place, len(t)) * envelope.astype(np.float32)
    out += looped(bright, place, len(t)) * (opened * slow).astype(np.float32)
    return (out * velocity).astype(np.float64)


def strings(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A string section, legato."""
    return _bowed("strings", frequency, seconds, velocity, rng, attack=0.28, release=0.22, open_=0.65)


def staccato(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A string section, short strokes."""
    return _bowed("strings", frequency, min(seconds, 0.6), velocity, rng, attack=0.025, release=0.07, open_=1.1)


def low_strings(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Celli and basses."""
    return _bowed("low", frequency, seconds, velocity, rng, attack=0.07, release=0.12, open_=0.8)


def choir(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Voices on an open vowel."""
    return _bowed("choir", frequency, seconds, velocity, rng, attack=0.32, release=0.3, open_=0.8)


def synth_pad(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A wide, slowly opening synthesiser pad."""
    return _bowed("synth", frequency, seconds, velocity, rng, attack=0.45, release=0.35, open_=0.9)


def warm_pad(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A dark, soft pad."""
    return _bowed("warm", frequency, seconds, velocity, rng, attack=0.5, release=0.4, open_=0.8)
