"""Building blocks of the instruments: envelopes, modes, ensembles, oscillators, noise. All vectorised, at 48 kHz."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.sound.wav import RATE

Wave = NDArray[np.float64]
"""Samples: (count,) or, in two channels, (2, count)."""
Track = NDArray[np.float32]
"""The same, where there are many."""
_BLOCK: Final = 256
_SMALL: Final = 250_000
"""Multiplications in a product so small that OpenBLAS starts no threads for it: same sums on every machine."""
_TOP: Final = 18_000.0
_TABLE: Final = 2048
_ENSEMBLE: Final = 1 << 17


def series(count: int) -> Wave:
    """The numbers of the partials, 1 to ``count``."""
    return np.arange(1, count + 1, dtype=np.float64)


def time(seconds: float) -> Wave:
    """Sample times of a length, at least one sample."""
    return np.arange(max(1, round(seconds * RATE))) / RATE


def swell(t: Wave, attack: float, hold: float, release: float) -> Wave:
    """Up over ``attack`` seconds, level until ``hold``, then an exponential fall of time constant ``release``."""
    rising = min(len(t), max(1, round(attack * RATE)))
    out = damped(t, hold, release)
    out[:rising] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rising) / rising)
    return out


def closed(t: Wave, seconds: float = 0.01) -> Wave:
    """One, but falling to zero over the last 10 ms, so that no note ends in a click."""
    out: Wave = np.minimum(1.0, (t[-1] - t) / seconds)
    return out


def damped(t: Wave, hold: float, release: float) -> Wave:
    """One until ``hold`` seconds, then an exponential fall."""
    out = np.ones(len(t))
    held = min(len(t), max(0, round(hold * RATE)))
    out[held:] = np.exp((hold - t[held:]) / release)
    return out * closed(t)


def modes(frequencies: Wave, amplitudes: Wave, decays: Wave, seconds: float, phases: Wave | None = None) -> Wave:
    """Sum of exponentially decaying sines (Hz, linear, 1/s): struck and plucked bodies.

    Each mode is a power of one complex number, so blocks are a matrix product of block starts and one block.
    """
    keep = (frequencies < _TOP) & (np.abs(amplitudes) > 1e-6)
    poles = (-decays[keep] + 2j * np.pi * frequencies[keep]) / RATE
    turned = np.zeros(int(keep.sum())) if phases is None else phases[keep]
    count = max(1, round(seconds * RATE))
    blocks = -(-count // _BLOCK)
    first = amplitudes[keep] * np.exp(1j * (turned - np.pi / 2)) * np.exp(np.outer(np.arange(blocks) * _BLOCK, poles))
    inner = np.exp(np.outer(poles, np.arange(_BLOCK)))
    rows = np.concatenate([first.real, -first.imag], axis=1, dtype=np.float32)
    columns = np.concatenate([inner.real, inner.imag], dtype=np.float32)
    group = max(1, _SMALL // columns.size)
    real = np.concatenate([rows[i : i + group] @ columns for i in range(0, blocks, group)])
    return real.reshape(-1)[:count].astype(np.float64)


def ensemble(frequency: float, partials: Wave, cents: float, rng: np.random.Generator, width: float = 0.6) -> Track:
    """Two channels (2, 2**17) of an endless ensemble on one pitch: each partial a narrow band of random phases.

    It wraps without a seam. After Nasca Octavian Paul's PADsynth algorithm (2003).
    """
    bins = _ENSEMBLE // 2 + 1
    spectrum = np.zeros((2, bins), dtype=np.complex128)
    per_bin = RATE / _ENSEMBLE
    for index, level in enumerate(partials, 1):
        centre = frequency * index
        if centre > _TOP:
            break
        spread = max(centre * (2 ** (cents / 1200) - 1), 0.4) / per_bin
        low, high = max(1, int(centre / per_bin - 4 * spread)), min(bins - 1, int(centre / per_bin + 4 * spread) + 2)
        shape = np.exp(-0.5 * ((np.arange(low, high) - centre / per_bin) / spread) ** 2)
        shape *= level / np.sqrt(np.square(shape).sum())
        spectrum[:, low:high] += shape * np.exp(2j * np.pi * rng.random((2, high - low)))
    middle, side = np.fft.irfft(spectrum, _ENSEMBLE, axis=1)
    out: Wave = np.stack([middle + width * side, middle - width * side]) * (_ENSEMBLE / 2 / np.sqrt(2))
    return out.astype(np.float32)


def looped(endless: Track, place: float, count: int) -> Track:
    """``count`` samples of an endless sound in two channels, from ``place`` (0 to 1) on."""
    size = endless.shape[1]
    if count > size:
        endless = np.tile(endless, (1, -(-count // size)))
    start = int(place * (endless.shape[1] - count))
    return endless[:, start : start + count]


def table(partials: Wave, frequency: float) -> Wave:
    """One cycle of a harmonic sound, band-limited for this pitch."""
    usable = partials[: max(1, int(_TOP / frequency))]
    x = np.arange(_TABLE) / _TABLE
    cycle: Wave = np.sin(2 * np.pi * np.outer(x, np.arange(1, len(usable) + 1))) @ usable
    return cycle


def oscillate(soft: Wave, loud: Wave, blend: Wave, phase: Wave) -> Wave:
    """Two cycles of one length blended from ``soft`` (0) to ``loud`` (1), read at a phase in cycles, interpolated."""
    at = (phase - np.floor(phase)) * len(soft)
    index = at.astype(np.int32)
    at -= index
    low, high = _read(soft, index, at), _read(loud, index, at)
    return low + blend * (high - low)


def _read(cycle: Wave, index: NDArray[np.int32], part: Wave) -> Wave:
    around = np.append(cycle, cycle[:2])
    slope = np.diff(around)
    return np.take(around, index) + part * np.take(slope, index)


def vibrato(t: Wave, frequency: float, rate: float, cents: float, delay: float, start: float = 0.0) -> Wave:
    """Phase in cycles of a tone whose vibrato sets in after ``delay`` seconds; ``start`` is the wobble's own phase."""
    depth = cents / 1200 * np.log(2) * np.clip((t - delay) / 0.3, 0, 1)
    bent = 1 + depth * np.sin(2 * np.pi * (rate * t + start))
    return np.cumsum(bent) * (frequency / RATE)


def drift(count: int, rng: np.random.Generator) -> Wave:
    """A slow wander about zero, RMS about 1: how a hand or a breath never quite holds still."""
    knots = rng.standard_normal(max(2, count * 6 // RATE + 2))
    at = np.linspace(0, len(knots) - 1, count)
    low = np.minimum(at.astype(np.int64), len(knots) - 2)
    part = 0.5 - 0.5 * np.cos(np.pi * (at - low))
    out: Wave = knots[low] + part * (knots[low + 1] - knots[low])
    return out


def band(sound: Wave, low: float, high: float, order: int = 2) -> Wave:
    """A sound between two frequencies in Hz; either may be 0 for none."""
    from scipy.signal import sosfilt

    out: Wave = sosfilt(_filter(low, min(high, 0.46 * RATE), order), sound)
    return out


@lru_cache(maxsize=256)
def _filter(low: float, high: float, order: int) -> Wave:
    from scipy.signal import butter

    if low and high:
        sos: Wave = butter(order, [low, high], "band", fs=RATE, output="sos")
    else:
        sos = butter(order, low or high, "high" if low else "low", fs=RATE, output="sos")
    return sos


def noise(count: int, rng: np.random.Generator, channels: int = 1) -> Wave:
    """White noise, RMS 1: (count,) or (channels, count)."""
    return rng.standard_normal(count if channels == 1 else (channels, count))


def touched(tone: Wave, low: float, high: float, fall: float, level: float, rng: np.random.Generator) -> Wave:
    """The tone with a short burst of noise at its start: hammer, mallet, finger or stick. ``fall`` in 1/s."""
    count = min(tone.shape[-1], round(7 / fall * RATE))
    burst = band(noise(count, rng), low, high) * np.exp(np.arange(count) * (-fall / RATE)) * level
    out = tone.copy()
    out[..., :count] += burst
    return out


def panned(wave: Wave, pan: float) -> Wave:
    """Two channels of a mono wave, constant power; -1 left to 1 right."""
    angle = (pan + 1) * np.pi / 4
    return np.outer(np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2), wave)
