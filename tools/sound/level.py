"""How loud and how high: integrated loudness (ITU-R BS.1770-4) and true peak (four times oversampled)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

SILENT: Final = -70.0
"""LUFS given for silence: the absolute gate of BS.1770."""
_BLOCK: Final = 0.4
_OVERLAP: Final = 4
_CHUNK: Final = 1 << 13
_STRETCH: Final = 1 << 20
"""Samples that are filtered at once: a long film's sound needs no second copy of itself."""
_MARGIN: Final = 32
_HALF: Final = 40


def db(ratio: float) -> float:
    """Decibels of an amplitude ratio, never under -120."""
    return float(20 * np.log10(max(ratio, 1e-6)))


def ratio(decibels: float) -> float:
    """Amplitude ratio of decibels."""
    return float(10 ** (decibels / 20))


def loudness(signal: NDArray[np.floating[Any]], rate: int) -> float:
    """Integrated loudness in LUFS, K-weighted and gated; sound under 0.4 s is measured repeated. ``SILENT`` at least.

    pyloudnorm's K-weighting and its meter's gates, with the blocks of 0.4 s, 75 % overlapped, summed at once.
    """
    if not np.any(signal):
        return SILENT
    step = int(_BLOCK * rate) // _OVERLAP
    if len(signal) < step * _OVERLAP:
        signal = np.tile(signal, (-(-step * _OVERLAP // len(signal)), 1))
    count = len(signal) // step
    power = np.zeros(count)
    for channel in signal.T:
        for first, weighted in _k_weighted(channel[: count * step], rate, step):
            power[first : first + len(weighted)] += np.einsum("ij,ij->i", weighted, weighted)
    blocks = np.convolve(power, np.ones(_OVERLAP), mode="valid") / (step * _OVERLAP)
    blocks = blocks[blocks > _power(SILENT)]
    if not len(blocks):
        return SILENT
    kept = blocks[blocks > blocks.mean() / 10]
    return max(SILENT, float(-0.691 + 10 * np.log10(kept.mean())))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


@lru_cache(maxsize=4)
def _weighting(rate: int) -> NDArray[np.float64]:
    """The K-weighting as second-order sections."""
    from pyloudnorm import IIRfilter

    stages = (IIRfilter(4.0, 1 / np.sqrt(2), 1500.0, rate, "high_shelf"), IIRfilter(0.0, 0.5, 38.0, rate, "high_pass"))
    return np.array([np.concatenate([stage.b, stage.a]) for stage in stages])


def _k_weighted(channel: NDArray[np.floating[Any]], rate: int, step: int) -> Iterator[tuple[int, NDArray[np.float64]]]:
    """The channel K-weighted, as rows of ``step`` samples, a stretch at a time: the first row's number, and the rows."""
    from scipy.signal import sosfilt

    sections, rows = _weighting(rate), max(1, _STRETCH // step)
    state: Any = np.zeros((len(sections), 2))
    for first in range(0, len(channel) // step, rows):
        part = np.ascontiguousarray(channel[first * step : (first + rows) * step], np.float64)
        weighted, state = sosfilt(sections, part, zi=state)
        yield first, weighted.reshape(-1, step)


def highest(signal: NDArray[np.floating[Any]]) -> NDArray[Any]:
    """Largest magnitude over the channels, by sample."""
    out: NDArray[Any] = np.abs(signal[:, 0])
    for channel in range(1, signal.shape[1]):
        np.maximum(out, np.abs(signal[:, channel]), out=out)
    return out


def intersample_peaks(signal: NDArray[np.floating[Any]], above: float = 0.0) -> NDArray[Any]:
    """Highest magnitude near each sample over all channels, between samples too. Shape (samples,).

    Stretches whose samples all lie under ``0.6 * above`` are not oversampled: real programme overshoots its samples
    by far less than 4 dB, so they cannot matter to a limiter at ``above``.
    """
    from scipy.signal import upfirdn

    out = highest(signal)
    taps = _interpolator()
    for start in range(0, len(signal), _CHUNK):
        stop = min(start + _CHUNK, len(signal))
        if out[start:stop].max() < 0.6 * above:
            continue
        low, high = max(0, start - _MARGIN), min(len(signal), stop + _MARGIN)
        for channel in signal[low:high].T:
            fine = np.abs(upfirdn(taps, channel, 4)[_HALF : _HALF + 4 * (high - low)]).reshape(-1, 4)
            near = np.maximum(np.maximum(fine[:, 0], fine[:, 1]), np.maximum(fine[:, 2], fine[:, 3]))
            near[1:] = np.maximum(near[1:], np.maximum(fine[:-1, 2], fine[:-1, 3]))
            out[start:stop] = np.maximum(out[start:stop], near[start - low : start - low + stop - start])
    return out


@lru_cache(maxsize=1)
def _interpolator() -> NDArray[np.float64]:
    """Low-pass for four times oversampling, 81 taps, as ``scipy.signal.resample_poly`` would choose."""
    from scipy.signal import firwin

    taps: NDArray[np.float64] = firwin(2 * _HALF + 1, 1 / 4, window=("kaiser", 5.0)) * 4
    return taps


def true_peak(signal: NDArray[np.floating[Any]]) -> float:
    """Highest magnitude of the signal at four times its rate, as an amplitude."""
    if not len(signal):
        return 0.0
    return float(intersample_peaks(signal, above=float(highest(signal).max())).max())
