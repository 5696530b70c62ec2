"""Single voices that hold a tone and can carry a tune: winds, brass, solo strings, a synthesiser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.sound.wav import RATE

from .wave import Wave, band, drift, noise, oscillate, series, swell, table, time, vibrato


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
    body: tuple[tuple[float, float, float], ...] = ()
    """Resonances that stand still while the pitch moves: (Hz, width in octaves, dB)."""
    shimmer: float = 0.0
    """How far vibrato moves the loudness: much in a flute, little in a reed."""


def _saw(count: int, slope: float, corner: float = 1e9) -> tuple[float, ...]:
    return tuple(float(k**-slope / (1 + (k / corner) ** 3)) for k in range(1, count + 1))


_VIOLIN: Final = ((275, 0.25, 5), (460, 0.25, 6), (560, 0.2, 5), (800, 0.3, -4), (1250, 0.4, -3), (2500, 0.7, 6))
_CELLO: Final = ((105, 0.3, 4), (190, 0.25, 5), (230, 0.2, 4), (420, 0.3, -3), (700, 0.5, 3), (1800, 0.8, 5))
"""Air and wood modes, and the bridge hill (Fletcher and Rossing, 1998, chapter 10)."""
_SCOOP: Final = 30.0
_HUMAN: Final = 4.0
"""Cents under its pitch at which a note starts, and cents by which it wanders."""

_VOICES: Final[dict[str, Voice]] = {
    "flute": Voice(
        (1, 0.22, 0.08, 0.03, 0.01), (1, 0.62, 0.34, 0.2, 0.11, 0.06, 0.04, 0.02), 0.06, 0.06, 5.0, 12, 0.22, 0.11,
        body=((900, 1.2, 3), (2600, 0.8, 2)), shimmer=0.16,
    ),
    "whistle": Voice(
        (1, 0.1, 0.05, 0.02), (1, 0.34, 0.2, 0.1, 0.06, 0.03), 0.03, 0.05, 5.6, 12, 0.18, 0.06,
        body=((1800, 1.0, 3), (3900, 0.6, 2)), shimmer=0.1,
    ),
    "clarinet": Voice(
        (1, 0.03, 0.38, 0.04, 0.13, 0.03, 0.06, 0.03, 0.02),
        (1, 0.06, 0.7, 0.09, 0.42, 0.12, 0.28, 0.12, 0.17, 0.09, 0.1, 0.06, 0.05), 0.045, 0.05, 4.8, 5, 0.3, 0.03,
        body=((1500, 0.8, 4), (3200, 0.7, 3)), shimmer=0.04,
    ),
    "horn": Voice(_saw(8, 1.9), _saw(20, 1.0, 7), 0.09, 0.1, 4.6, 5, 0.35, 0.02, (-4, 3), ((450, 1.0, 4), (1100, 0.6, -3)), 0.04),
    "brass": Voice(_saw(10, 1.6), _saw(28, 0.7, 9), 0.035, 0.07, 5.0, 4, 0.3, 0.01, (-6, 0, 5), ((1200, 0.9, 4), (2300, 0.6, 2)), 0.03),
    "violin": Voice(_saw(24, 1.25, 12), _saw(40, 0.95, 14), 0.09, 0.1, 5.7, 18, 0.16, 0.03, (0.0,), _VIOLIN, 0.12),
    "cello": Voice(_saw(24, 1.3, 9), _saw(40, 0.95, 12), 0.10, 0.12, 5.1, 15, 0.2, 0.03, (0.0,), _CELLO, 0.1),
    "synth_lead": Voice(_saw(30, 1.35, 8), _saw(40, 1.0, 12), 0.012, 0.08, 5.4, 9, 0.25, 0.0, (-8, 0, 7)),
}  # fmt: skip
"""Levels of partials after published spectra of the instruments (Fletcher and Rossing, 1998), simplified."""


def _voice(name: str, frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A note that is found, swells, wavers and is let go: no two of its cycles are quite alike."""
    voice = _VOICES[name]
    t = time(seconds + 5 * voice.release)
    envelope = swell(t, voice.attack, seconds, voice.release) * _arc(t, seconds)
    push = 1 + 0.25 * np.exp(-((t - voice.attack) ** 2) / 0.004)
    wobble = rng.random()
    shake = np.sin(2 * np.pi * (voice.rate * t + wobble)) * np.clip((t - voice.delay) / 0.3, 0, 1)
    blend = np.clip(envelope * velocity * (push + 1.5 * voice.shimmer * shake), 0, 1)
    soft, loud = _coloured(voice.soft, frequency, voice), _coloured(voice.loud, frequency, voice)
    tone = np.zeros(len(t))
    for cents in voice.players:
        phase = vibrato(t, frequency * 2 ** (cents / 1200), voice.rate, voice.cents, voice.delay, wobble)
        phase += np.cumsum(_HUMAN * drift(len(t), rng) - _SCOOP * np.exp(-t / 0.03)) * (frequency / RATE / 1731)
        phase += rng.random()
        tone += oscillate(soft, loud, blend, phase)
    tone /= np.sqrt(len(voice.players))
    if voice.breath:
        air = band(noise(len(t), rng), frequency * 0.9, min(frequency * 4, 12000))
        tone += air * voice.breath * (1 + 2.5 * np.exp(-t * 22)) * (1 + 0.4 * shake)
    return tone * envelope * velocity * (1 + voice.shimmer * shake) * 0.4


def _coloured(partials: tuple[float, ...], frequency: float, voice: Voice) -> Wave:
    """One cycle whose partials are lifted where the body resonates, at the same energy."""
    levels = np.array(partials)
    octaves = np.log2(series(len(levels)) * frequency)
    lift = sum(
        (db * np.exp(-(((octaves - np.log2(f)) / width) ** 2)) for f, width, db in voice.body), np.zeros(len(levels))
    )
    bodied = levels * 10 ** (lift / 20)
    return table(bodied * np.sqrt(np.square(levels).sum() / np.square(bodied).sum()), frequency)


def _arc(t: Wave, seconds: float) -> Wave:
    """Long notes grow to their middle and ease off; short ones are left alone."""
    depth = 0.22 * float(np.clip((seconds - 0.35) / 0.8, 0, 1))
    return 1 - depth * np.cos(np.pi * np.clip(t / max(seconds, 1e-3), 0, 1)) ** 2


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
