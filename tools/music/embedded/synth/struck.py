"""Keys and bars that are struck: pianos, electric piano, bells, marimba, vibraphone."""

from __future__ import annotations

import numpy as np

from .wave import Wave, damped, modes, series, time, touched


def piano(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Grand piano: stiff strings in detuned pairs, brighter when struck harder, and the hammer's knock."""
    return _strings(frequency, seconds, velocity, rng, bright=1.0, knock=0.05)


def felt_piano(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """An upright with felt before its strings: soft, close, some noise of the action."""
    return _strings(frequency, seconds, velocity * 0.8, rng, bright=0.35, knock=0.07)


def electric_piano(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Tine piano by frequency modulation: a warm pair of operators and a short bright one."""
    length = seconds + 0.35
    t = time(length)
    w = 2 * np.pi * frequency * t
    fall = np.exp(-t * (0.9 + frequency / 900))
    body = np.sin(w + (1.1 * velocity + 0.25) * np.exp(-t * 2.6) * np.sin(w)) * fall
    tine = np.sin(w + 0.6 * velocity * np.exp(-t * 9) * np.sin(14 * w if frequency * 14 < 9000 else 7 * w))
    tremolo = 0.16 * np.sin(2 * np.pi * 4.6 * t)
    mono = (0.75 * body + 0.35 * tine * fall) * np.clip(t / 0.002, 0, 1) * damped(t, seconds, 0.09) * velocity * 0.6
    return np.stack([mono * (1 + tremolo), mono * (1 - tremolo)])


def glockenspiel(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Steel bars: the modes of a free bar, long and clear."""
    return _bar(frequency, velocity, (1, 2.76, 5.4, 8.93), (1, 0.35, 0.2, 0.08), (2.2, 5, 9, 16), 1.8)


def celesta(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Steel bars over resonators, struck softly."""
    return _bar(frequency, velocity, (1, 2, 4.0, 6.9), (1, 0.12, 0.22, 0.04), (2.4, 3.2, 9, 18), 1.7)


def bell_lead(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """A soft electronic bell to carry a tune."""
    length = max(seconds, 1.2)
    tone = _bar(frequency, velocity, (1, 2.001, 3.5, 5.01), (1, 0.4, 0.16, 0.1), (1.6, 2.6, 7, 11), length + 0.6)
    return tone * damped(time(length + 0.6), length, 0.25)


def marimba(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Rosewood bars tuned 1 : 4 : 10, with the mallet's thump."""
    tone = _bar(frequency, velocity, (1, 3.98, 10.2), (1, 0.34, 0.1), (4 + frequency / 160, 14, 30), 0.9)
    return touched(tone, 300, 2400, 130, 0.12 * velocity, rng)


def vibraphone(frequency: float, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Aluminium bars with a slow tremolo from side to side."""
    length = max(seconds, 1.0) + 0.5
    tone = _bar(frequency, velocity, (1, 4.0, 9.9), (1, 0.2, 0.06), (1.1, 3.5, 9), length)
    t = time(length)
    tremolo = 0.3 * np.sin(2 * np.pi * 5.1 * t)
    mono = tone * damped(t, length - 0.5, 0.2)
    return np.stack([mono * (1 + tremolo), mono * (1 - tremolo)])


def _bar(
    frequency: float, velocity: float, ratios: tuple[float, ...], levels: tuple[float, ...],
    decays: tuple[float, ...], seconds: float,
) -> Wave:  # fmt: skip
    hard = np.array(levels) * np.array([velocity ** (1 + 0.5 * i) for i in range(len(levels))])
    tone = modes(frequency * np.array(ratios), hard * 0.5, np.array(decays, dtype=float), seconds)
    return tone * damped(time(seconds), seconds - 0.2, 0.08)


def _strings(
    frequency: float, seconds: float, velocity: float, rng: np.random.Generator, *, bright: float, knock: float
) -> Wave:
    """Two strings a little apart, each heard more on one side. Inharmonicity as Fletcher (1964): B grows with pitch."""
    length = seconds + 0.5
    k = series(24)
    stiff = 7e-5 * (frequency / 130) ** 1.4
    steep = 1.15 + (1.15 - 0.9 * velocity) * (1.6 - bright)
    amplitudes = k**-steep * (0.35 + np.abs(np.sin(np.pi * k / 7.7))) * velocity**1.2 * 0.45
    decays = (0.45 + frequency / 420) * (1 + 0.16 * k / (0.4 + bright)) + 0.01 * k**1.5
    t = time(length)
    sides = []
    for cents in (-0.9, 1.1):
        partials = frequency * 2 ** (cents / 1200) * k * np.sqrt(1 + stiff * k**2)
        sides.append(modes(partials, amplitudes, decays, length, rng.random(24) * 1.2))
    left, right = (0.8 * sides[0] + 0.35 * sides[1], 0.35 * sides[0] + 0.8 * sides[1])
    rung = np.stack([left, right]) * damped(t, seconds, 0.12)
    return touched(rung, 180, 2600, 70, knock * velocity, rng)
