"""The last step of every mix: rumble out, loudness to target, peaks under the ceiling."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from .level import SILENT, intersample_peaks, loudness, ratio, true_peak
from .wav import Signal

LOOK_AHEAD: Final = 0.006
"""Seconds by which the limiter turns down before a peak."""
RELEASE: Final = 0.09
"""Time constant in seconds of its recovery; long enough not to distort bass."""
_ROUNDS: Final = 8
_CLOSE: Final = 0.05
_MARGIN_DB: Final = 0.03
"""Kept under the ceiling for the rounding to 16 bit."""


def master(mix: Signal, sr: int, lufs: float, peak_db: float) -> Signal:
    """The mix (samples, channels) at ``lufs`` integrated, its true peak at most ``peak_db`` dBFS.

    Where both cannot be had, the peak wins and the result is quieter. Silence is given back as it is.
    """
    from scipy.signal import butter, sosfilt

    clean: Signal = sosfilt(butter(2, 25, "high", fs=sr, output="sos"), mix, axis=0)
    level = loudness(clean, sr)
    if level <= SILENT:
        return np.zeros_like(mix)
    ceiling = ratio(peak_db - _MARGIN_DB)
    gain_db = lufs - level
    out = clean
    for _ in range(_ROUNDS):
        out = limit(clean * ratio(gain_db), sr, ceiling)
        missing = lufs - loudness(out, sr)
        if abs(missing) < _CLOSE or gain_db > 60:
            break
        gain_db += missing
    return out * min(1.0, ceiling / max(true_peak(out), 1e-9))


def limit(signal: Signal, sr: int, ceiling: float) -> Signal:
    """A look-ahead limiter: no sample, nor the wave between samples, above ``ceiling`` (an amplitude).

    The gain is the lowest needed within the look-ahead, recovers exponentially, and is smoothed by a Hann window
    no longer than the look-ahead, so that the smoothed gain is never above the needed one.
    """
    from scipy.ndimage import maximum_filter1d
    from scipy.signal import oaconvolve

    over = intersample_peaks(signal, above=ceiling)
    if over.max(initial=0.0) <= ceiling:
        return signal
    half = max(1, int(LOOK_AHEAD * sr / 2))
    cut = 1.0 - np.minimum(1.0, ceiling / np.maximum(over, 1e-9))
    cut = maximum_filter1d(_recovering(cut, sr), 2 * half + 1, mode="nearest")
    window = np.hanning(2 * half + 1)
    smooth = oaconvolve(np.pad(cut, half, mode="edge"), window / window.sum(), mode="valid")
    held: Signal = signal * (1.0 - smooth)[:, None]
    return held


def _recovering(cut: NDArray[np.float64], sr: int) -> NDArray[np.float64]:
    """Each cut decays by ``RELEASE``: max over m <= n of cut[m] * k**(n - m), by a running maximum of logarithms."""
    slope = np.arange(len(cut)) / (RELEASE * sr)
    logs = np.log(np.maximum(cut, 1e-12)) + slope
    out: NDArray[np.float64] = np.exp(np.maximum.accumulate(logs) - slope)
    return out
