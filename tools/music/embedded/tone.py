"""Long-term spectrum, and bringing a mix near the balance of finished records."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tools.sound.wav import RATE

from .synth.wave import Track, Wave

OCTAVES: Final = (62.5, 125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 16000.0)
"""Edges in Hz of the bands by which balance is judged."""
_THIRDS: Final = np.array([40.0 * 2 ** (i / 3) for i in range(26)])
_KNEE: Final = 300.0
_MOST_DB: Final = 8.0
_SHARE: Final = 0.88
"""How much of the way to the target is gone: the rest is the instruments' own colour."""
_TAPS: Final = 4097


def spectrum(mix: NDArray[np.floating[Any]]) -> tuple[Wave, Wave]:
    """Frequencies and mean power over a whole piece (Welch), both channels summed."""
    from scipy.signal import welch

    hertz, power = welch(mix, RATE, nperseg=min(8192, mix.shape[1]), noverlap=0)
    return hertz, power.sum(axis=0)


def bands(mix: NDArray[np.floating[Any]], edges: tuple[float, ...] = OCTAVES) -> tuple[float, ...]:
    """Level of each band in dB relative to the loudest."""
    hertz, power = spectrum(mix)
    levels = [power[(hertz >= a) & (hertz < b)].sum() for a, b in zip(edges, edges[1:], strict=False)]
    decibels = 10 * np.log10(np.maximum(levels, 1e-20))
    return tuple(round(float(d), 2) for d in decibels - decibels.max())


def centroid(mix: NDArray[np.floating[Any]]) -> float:
    """Mean frequency in Hz, weighted by magnitude: how bright it is."""
    hertz, power = spectrum(mix)
    weight = np.sqrt(power)
    return float((hertz * weight).sum() / max(float(weight.sum()), 1e-12))


def balancing(mix: Track, tilt: float, warmth: float) -> Wave:
    """Taps of a smooth linear-phase filter towards flat thirds up to 300 Hz, then ``tilt`` dB per octave.

    ``warmth`` moves what lies under 150 Hz. No band is moved by more than 8 dB, nothing under 70 Hz lifted by over 3.
    """
    from scipy.signal import firwin2

    curve = _curve(mix, tilt, warmth)
    points = np.concatenate([[0.0], _THIRDS, [RATE / 2]])
    gains = 10 ** (np.concatenate([[curve[0]], curve, [curve[-1]]]) / 20)
    taps: Wave = firwin2(_TAPS, points, gains, fs=RATE)
    return taps


def filtered(track: Track, taps: Wave, *, loop: bool) -> Track:
    """The track, as long as it was, through a filter of ``balancing``; a loop is filtered as if endless."""
    from scipy.signal import oaconvolve

    half = len(taps) // 2
    padded = np.pad(track, ((0, 0), (half, half)), mode="wrap" if loop else "constant")
    return np.stack([oaconvolve(channel, taps.astype(track.dtype), mode="valid") for channel in padded])


def _curve(mix: NDArray[np.floating[Any]], tilt: float, warmth: float) -> Wave:
    """Gain in dB at each third of an octave."""
    hertz, power = spectrum(mix)
    edge = 2 ** (1 / 6)
    level = np.array([power[(hertz >= f / edge) & (hertz < f * edge)].sum() for f in _THIRDS])
    measured = 10 * np.log10(np.maximum(level, level.max() * 1e-9))
    target = (
        tilt * np.maximum(0, np.log2(_THIRDS / _KNEE))
        - 8 * np.maximum(0, np.log2(55 / _THIRDS))
        - 1.0 * (_THIRDS < 110)
    )
    target += warmth * np.clip(np.log2(200 / _THIRDS), 0, 1)
    middle = (_THIRDS > 90) & (_THIRDS < 2500)
    wanted = (target - target[middle].mean()) - (measured - measured[middle].mean())
    smooth = np.convolve(np.pad(wanted, 2, mode="edge"), np.array([1, 2, 3, 2, 1]) / 9, mode="valid")
    return np.clip(smooth * _SHARE, -_MOST_DB, np.where(_THIRDS < 70, 3.0, _MOST_DB))
