"""Percussion from noise, sweeps and modes. Each takes velocity 0 to 1 and gives a stroke; the long ones take seconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from .wave import Wave, band, closed, modes, noise, panned, time

Stroke = Callable[[float, float, np.random.Generator], Wave]


def _drop(t: Wave, top: float, bottom: float, speed: float) -> Wave:
    """A sine whose pitch falls from ``top`` to ``bottom`` Hz."""
    return np.sin(2 * np.pi * (bottom * t + (top - bottom) / speed * (1 - np.exp(-speed * t))))


def kick(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.55)
    body = _drop(t, 120 + 60 * velocity, 49, 30) * np.exp(-t * 9)
    click = band(noise(len(t), rng), 1500, 6000) * np.exp(-t * 220) * 0.2 * velocity**2
    return np.tanh(1.5 * body * velocity) * 0.8 * closed(t) + click


def taiko(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(1.2)
    head = modes(np.array([62.0, 98, 142, 196, 248]), np.array([0.9, 0.5, 0.3, 0.18, 0.1]),
                 np.array([3.2, 5, 7, 10, 13]), 1.2)  # fmt: skip
    boom = _drop(t, 110, 58, 16) * np.exp(-t * 5) * 0.5
    stick = band(noise(len(t), rng), 350, 3200) * np.exp(-t * 55) * 0.25 * velocity
    return (head + boom + stick) * velocity * closed(t)


def snare(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.34)
    wires = band(noise(len(t), rng), 1100, 5000 + 6000 * velocity) * (np.exp(-t * 17) * 0.3 + np.exp(-t * 60) * 0.25)
    shell = modes(np.array([186.0, 332, 420]), np.array([0.5, 0.25, 0.1]), np.array([24.0, 30, 36]), 0.34)
    return (wires + shell) * float(velocity**1.2) * closed(t)


def soft_snare(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.3)
    wires = band(noise(len(t), rng), 900, 3500 + 3500 * velocity) * np.exp(-t * 20) * 0.25
    return (
        (wires + modes(np.array([172.0, 300]), np.array([0.35, 0.12]), np.array([22.0, 30]), 0.3))
        * velocity
        * closed(t)
    )


def brush(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.3)
    return band(noise(len(t), rng), 1400, 8000) * np.clip(t / 0.03, 0, 1) * np.exp(-t * 16) * 0.2 * velocity * closed(t)


def clap(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.3)
    hands = np.where(t >= 0.03, np.exp(-np.maximum(0, t - 0.03) * 18) * 0.7, 0.0)
    for late in (0.0, 0.011, 0.021):
        hands = hands + np.where(t >= late, np.exp(-np.maximum(0, t - late) * 160), 0.0)
    return band(noise(len(t), rng, 2), 850, 5200) * hands * 0.35 * velocity * closed(t)


def snap(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.16)
    body = modes(np.array([1750.0, 2600]), np.array([0.3, 0.2]), np.array([60.0, 80]), 0.16)
    return (body + band(noise(len(t), rng), 1800, 7000) * np.exp(-t * 70) * 0.3) * velocity * closed(t)


def rim(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.12)
    wood = modes(np.array([810.0, 1710, 2480]), np.array([0.4, 0.3, 0.15]), np.array([60.0, 70, 90]), 0.12)
    return (wood + band(noise(len(t), rng), 2000, 8000) * np.exp(-t * 200) * 0.1) * velocity * closed(t)


def hat(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.12)
    metal = sum(np.sign(np.sin(2 * np.pi * f * t + i)) for i, f in enumerate((2051, 3087, 4133, 5419, 6571, 8233)))
    sound = band(np.asarray(metal) * 0.14 + noise(len(t), rng) * 0.6, 6000, 16000)
    return sound * np.exp(-t * (75 - 35 * velocity)) * 0.5 * velocity * closed(t)


def tick(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.06)
    return band(noise(len(t), rng), 3800, 12000) * np.exp(-t * 130) * 0.5 * velocity * closed(t)


def shaker(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.13)
    return (
        band(noise(len(t), rng), 4200, 8000 + 7000 * velocity)
        * np.clip(t / 0.018, 0, 1)
        * np.exp(-t * 42)
        * 0.45
        * velocity
        * closed(t)
    )


def tambourine(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.3)
    jingles = modes(np.array([4120.0, 5230, 6480, 7710, 9050, 11200]), np.full(6, 0.08),
                    np.array([14.0, 16, 18, 20, 24, 28]), 0.3, rng.random(6) * 6)  # fmt: skip
    return (jingles + band(noise(len(t), rng), 5000, 15000) * np.exp(-t * 24) * 0.3) * velocity * closed(t)


def woodblock(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    return modes(np.array([880.0, 1420, 2310]), np.array([0.5, 0.25, 0.1]) * velocity, np.array([38.0, 52, 80]), 0.18)


def ride(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(1.1)
    ping = modes(np.array([3150.0, 4420, 5830, 7690]), np.full(4, 0.06), np.array([5.0, 6, 7, 8]), 1.1, rng.random(4))
    return (ping + band(noise(len(t), rng), 5000, 14000) * np.exp(-t * 4.5) * 0.12) * velocity * closed(t)


def crash(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(2.4)
    sizzle = band(noise(len(t), rng, 2), 3800, 15000) * (np.exp(-t * 2.4) * 0.32)
    low = band(noise(len(t), rng, 2), 700, 3800) * (np.exp(-t * 5.5) * 0.12)
    return (sizzle + low) * velocity * closed(t)


def splash(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    t = time(0.8)
    return band(noise(len(t), rng, 2), 4500, 15000) * (np.exp(-t * 6) * 0.3 * velocity * closed(t))


def swell(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    """A cymbal rolled up over ``seconds``, then let go."""
    t = time(seconds + 1.2)
    up = np.where(t < seconds, np.clip(t / seconds, 0, 1) ** 2.6, np.exp(-(t - seconds) * 4.5))
    return band(noise(len(t), rng, 2), 3000, 13000) * (up * 0.16 * velocity * closed(t))


def riser(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
    """Noise whose band climbs over ``seconds``, by blending fixed bands; it stops short."""
    t = time(seconds)
    raw = noise(len(t), rng, 2)
    centres = np.geomspace(400, 9000, 7)
    at = np.clip(t / seconds, 0, 1) * (len(centres) - 1)
    out = np.zeros_like(raw)
    for index, centre in enumerate(centres):
        weight = np.cos(np.clip(np.abs(at - index), 0, 1) * np.pi / 2)
        out += band(raw, centre * 0.7, centre * 1.4) * weight
    return out * (np.clip(t / seconds, 0, 1) ** 1.8 * 0.28 * velocity * closed(t, 0.02))


def _tom(top: float, bottom: float) -> Stroke:
    def stroke(velocity: float, seconds: float, rng: np.random.Generator) -> Wave:
        t = time(0.55)
        skin = band(noise(len(t), rng), 300, 1500 + 2000 * velocity) * np.exp(-t * 60) * 0.16
        return (
            (_drop(t, top * (0.9 + 0.2 * velocity), bottom, 18) * np.exp(-t * 7.5) * 0.7 + skin) * velocity * closed(t)
        )

    return stroke


KIT: Final[dict[str, tuple[Stroke, float, float]]] = {
    "kick": (kick, 0.0, 1.0), "taiko": (taiko, -0.1, 1.0), "snare": (snare, 0.05, 0.8), "clap": (clap, 0.0, 0.75),
    "soft_snare": (soft_snare, 0.05, 0.7), "brush": (brush, 0.2, 0.8), "snap": (snap, -0.25, 0.6),
    "rim": (rim, -0.3, 0.5), "hat": (hat, 0.28, 0.5), "tick": (tick, 0.3, 0.6), "shaker": (shaker, 0.4, 0.55),
    "tambourine": (tambourine, -0.4, 0.45), "woodblock": (woodblock, 0.35, 0.5), "ride": (ride, 0.35, 0.6),
    "crash": (crash, 0.0, 0.7), "splash": (splash, -0.2, 0.7), "swell": (swell, 0.0, 0.8), "riser": (riser, 0.0, 0.7),
    "tom_high": (_tom(210, 138), -0.35, 0.7), "tom_mid": (_tom(160, 104), 0.0, 0.7), "tom_low": (_tom(120, 78), 0.35, 0.75),
}  # fmt: skip
"""Stroke, place from left to right, and level of each sound."""


def strike(name: str, seconds: float, velocity: float, rng: np.random.Generator) -> Wave:
    """Two channels of one stroke."""
    stroke, pan, level = KIT[name]
    wave = stroke(velocity, seconds, rng) * level
    return wave if wave.ndim == 2 else panned(wave, pan)
