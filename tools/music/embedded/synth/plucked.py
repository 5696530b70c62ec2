"""Strings that are plucked: guitars by Karplus-Strong, harp and pizzicato by their modes."""

from __future__ import annotations

import numpy as np

from tools.sound.wav import RATE

from .wave import Wave, band, damped, modes, series, time


def guitar(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Nylon strings: round, fast to darken."""
    return _string(frequency, max(seconds, 1.0), velocity, rng, bright=0.32, sustain=2.2, pick=0.17) + _body(
        frequency, max(seconds, 1.0), velocity, rng
    )


def steel_guitar(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Steel strings: brighter, longer."""
    return _string(frequency, seconds, velocity, rng, bright=0.7, sustain=3.0, pick=0.11)


def ukulele(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Short, small-bodied."""
    return _string(frequency, max(seconds, 0.5), velocity, rng, bright=0.4, sustain=0.8, pick=0.2)


def pluck(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A bright electronic pluck: a saw whose upper partials die first."""
    k = series(24)
    return modes(frequency * k, k**-1.0 * velocity, 3.5 + 1.1 * k * (1.4 - velocity), seconds + 0.4) * damped(
        time(seconds + 0.4), seconds, 0.12
    )


def harp(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Gut strings plucked near the middle, ringing on."""
    k = series(20)
    length = max(seconds, 1.6)
    amplitudes = np.abs(np.sin(k * np.pi * 0.37)) / k**1.35 * velocity
    tone = modes(frequency * k * np.sqrt(1 + 4e-5 * k**2), amplitudes, 1.1 + 0.35 * k + frequency / 700, length)
    return tone * damped(time(length), length - 0.3, 0.1)


def pizzicato(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Bowed strings plucked: a short, woody tone of several players."""
    out = np.zeros(round(0.9 * RATE))
    k = series(14)
    for cents in (-5.0, 0.0, 6.0):
        amplitudes = np.abs(np.sin(k * np.pi * 0.23)) / k**1.3 * velocity * 0.5
        detuned = frequency * 2 ** (cents / 1200)
        out += modes(detuned * k, amplitudes, 5.5 + 1.3 * k, 0.9, rng.random(14) * 0.6)
    return out * damped(time(0.9), 0.6, 0.1)


def _string(
    frequency: float, seconds: float, velocity: float, rng: np.random.Generator,
    *, bright: float, sustain: float, pick: float,
) -> Wave:  # fmt: skip
    """Karplus-Strong, one period at a time: each period is the one before, low-passed, a little quieter.

    The loop's three taps hold both the low-pass and the fractional delay (Jaffe and Smith, 1983). ``sustain`` is
    the time constant in seconds of the fundamental; ``pick`` the place on the string.
    """
    count = max(1, round(seconds * RATE))
    soft = 0.5 * (1 - bright) + 0.04
    period = RATE / frequency - soft
    whole = int(period)
    part = period - whole
    burst = rng.uniform(-1, 1, whole)
    burst = band(np.tile(burst, 2), 0, 1800 + 9000 * bright * velocity, 1)[whole:]
    burst = burst - np.roll(burst, max(1, int(whole * pick))) * 0.75
    burst -= burst.mean()
    loss = np.exp(-1 / (frequency * sustain))
    near, far = (1 - soft), soft
    taps = loss * np.array([near * (1 - part), near * part + far * (1 - part), far * part])
    out = np.zeros(whole + 2 + count + whole)
    out[2 : whole + 2] = burst
    at = whole + 2
    while at < whole + 2 + count:
        back = at - whole
        out[at : at + whole] = (
            taps[0] * out[back:at] + taps[1] * out[back - 1 : at - 1] + taps[2] * out[back - 2 : at - 2]
        )
        at += whole
    tone = out[2 : 2 + count]
    level = 0.25 * float(velocity**1.2) / max(float(np.sqrt(np.square(tone[: whole * 8]).mean())), 1e-6)
    return tone * level * damped(time(count / RATE), max(0.05, seconds - 0.08), 0.04)


def _body(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """The knock of the box: its first two resonances."""
    return modes(np.array([104.0, 212.0]), np.array([0.10, 0.07]) * velocity, np.array([24.0, 30.0]), seconds)
