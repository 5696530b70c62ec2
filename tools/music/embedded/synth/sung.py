"""Single voices that hold a tone and can carry a tune: winds, brass, solo strings, a synthesiser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from .wave import Wave, band, noise, oscillate, swell, table, time, vibrato


@dataclass(frozen=True)
class Voice:
    """``soft`` and ``loud`` are levels of the partials, between which the envelope blends; ``cents`` of vibrato."""

    soft: tuple[float, ...]
    loud: tuple[float, ...]
    attack: float
    release: float
    rate: float
    cents: float
    delay: float
    breath: float = 0.0
    players: tuple[float, ...] = (0.0,)
    """Detuning in cents of each."""


def _saw(count: int, slope: float, corner: float = 1e9) -> tuple[float, ...]:
    return tuple(float(k**-slope / (1 + (k / corner) ** 3)) for k in range(1, count + 1))


_VOICES: Final[dict[str, Voice]] = {
    "flute": Voice((1, 0.18, 0.05, 0.01), (1, 0.42, 0.22, 0.09, 0.04), 0.06, 0.06, 5.0, 14, 0.22, 0.11),
    "whistle": Voice((1, 0.05, 0.02), (1, 0.2, 0.1, 0.03), 0.03, 0.05, 5.6, 12, 0.18, 0.06),
    "clarinet": Voice(
        (1, 0.02, 0.35, 0.02, 0.10, 0.01, 0.04), (1, 0.05, 0.62, 0.06, 0.34, 0.06, 0.2, 0.05, 0.1), 0.045, 0.05, 4.8, 5, 0.3, 0.03
    ),
    "horn": Voice(_saw(8, 1.9), _saw(20, 1.0, 7), 0.09, 0.1, 4.6, 5, 0.35, 0.02, (-4, 3)),
    "brass": Voice(_saw(10, 1.6), _saw(28, 0.7, 9), 0.035, 0.07, 5.0, 4, 0.3, 0.01, (-6, 0, 5)),
    "violin": Voice(_saw(24, 1.25, 12), _saw(40, 0.95, 14), 0.09, 0.1, 5.7, 22, 0.16, 0.015),
    "cello": Voice(_saw(24, 1.3, 9), _saw(40, 0.95, 12), 0.10, 0.12, 5.1, 17, 0.2, 0.015),
    "synth_lead": Voice(_saw(30, 1.35, 8), _saw(40, 1.0, 12), 0.012, 0.08, 5.4, 9, 0.25, 0.0, (-8, 0, 7)),
}  # fmt: skip
"""Levels of partials after published spectra of the instruments (Fletcher and Rossing, 1998), simplified."""


def _voice(name: str, frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    voice = _VOICES[name]
    t = time(seconds + 5 * voice.release)
    envelope = swell(t, voice.attack, seconds, voice.release)
    push = 1 + 0.25 * np.exp(-((t - voice.attack) ** 2) / 0.004)
    blend = np.clip(envelope * velocity * push, 0, 1)
    soft, loud = table(np.array(voice.soft), frequency), table(np.array(voice.loud), frequency)
    tone = np.zeros(len(t))
    for cents in voice.players:
        phase = vibrato(t, frequency * 2 ** (cents / 1200), voice.rate, voice.cents, voice.delay, rng.random())
        phase += rng.random()
        tone += oscillate(soft, loud, blend, phase)
    tone /= np.sqrt(len(voice.players))
    if voice.breath:
        air = band(noise(len(t), rng), frequency * 0.9, min(frequency * 4, 12000))
        tone += air * voice.breath * (1 + 2.5 * np.exp(-t * 22))
    return tone * envelope * velocity * 0.4


def flute(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Few partials and audible breath."""
    return _voice("flute", frequency, seconds, velocity, rng)


def whistle(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Purer and quicker than the flute."""
    return _voice("whistle", frequency, seconds, velocity, rng)


def clarinet(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Odd partials."""
    return _voice("clarinet", frequency, seconds, velocity, rng)


def horn(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Two French horns, brighter as they are pushed."""
    return _voice("horn", frequency, seconds, velocity, rng)


def brass(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Three trumpets and trombones, struck hard."""
    return _voice("brass", frequency, seconds, velocity, rng)


def violin(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Solo violin with wide vibrato."""
    return _voice("violin", frequency, seconds, velocity, rng)


def cello(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Solo cello."""
    return _voice("cello", frequency, seconds, velocity, rng)


def synth_lead(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Three detuned saws under a gentle filter."""
    return _voice("synth_lead", frequency, seconds, velocity, rng)
