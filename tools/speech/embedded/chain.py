"""From the synthesiser's buzz to a voice that sits in a film: equaliser, compression, a small room, loudness.

With pocketsphinx as a relative measure (10 sentences, 110 words) the voice en-us+f2 has a word error rate of 42 % bare,
39 % with all but the room, 34 % with a room of 1 % of the energy and 56 % with one of 4 %: more reverberation
hurts. Biquads after R. Bristow-Johnson's Audio EQ Cookbook; loudness after ITU-R BS.1770.
"""

from __future__ import annotations

import math
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
import pyloudnorm
from scipy import ndimage, signal

HZ: Final = 48_000
TAIL: Final = 0.25
"""Seconds of room after a line."""
LOUDNESS: Final = -18.0
PEAK_DB: Final = -2.0
Audio = npt.NDArray[np.float64]


def biquad(
    kind: Literal["high_pass", "peak", "low_shelf", "high_shelf"], hz: float, gain_db: float = 0.0, q: float = 0.707
) -> Audio:
    """One second-order section at 48 kHz. Shelves use slope 1."""
    amp, w = 10 ** (gain_db / 40), 2 * math.pi * hz / HZ
    cos, sin = math.cos(w), math.sin(w)
    alpha = sin / (2 * q)
    if kind == "high_pass":
        b = [(1 + cos) / 2, -(1 + cos), (1 + cos) / 2]
        a = [1 + alpha, -2 * cos, 1 - alpha]
    elif kind == "peak":
        b = [1 + alpha * amp, -2 * cos, 1 - alpha * amp]
        a = [1 + alpha / amp, -2 * cos, 1 - alpha / amp]
    else:
        side = 1 if kind == "low_shelf" else -1
        root = 2 * math.sqrt(amp) * sin / math.sqrt(2)
        up, down = amp + 1, amp - 1
        b = [
            amp * (up - side * down * cos + root),
            side * 2 * amp * (down - side * up * cos),
            amp * (up - side * down * cos - root),
        ]
        a = [up + side * down * cos + root, -side * 2 * (down + side * up * cos), up + side * down * cos - root]
    return np.array([*b, *a]) / a[0]


_EQUALISER: Final = np.array([
    biquad("high_pass", 80), biquad("low_shelf", 200, 3), biquad("peak", 3000, -4, 1.0), biquad("high_shelf", 6500, -3),
])  # fmt: skip


def warm(samples: npt.NDArray[np.float32], hz: int) -> Audio:
    """One line at 48 kHz through the chain, followed by ``TAIL`` seconds of room; same start, no delay."""
    up, down = HZ // math.gcd(HZ, hz), hz // math.gcd(HZ, hz)
    line = signal.resample_poly(samples.astype(np.float64), up, down) if len(samples) else np.zeros(0)
    fade = np.ones(len(line))
    ramp = np.linspace(0, 1, HZ // 200)[: len(line) // 2]
    fade[: len(ramp)] = ramp
    fade[len(fade) - len(ramp) :] = ramp[::-1]
    dry = np.concatenate([line * fade, np.zeros(round(TAIL * HZ))])
    return _room(_compressed(signal.sosfilt(_EQUALISER, dry)))


def _compressed(x: Audio, threshold_db: float = -24.0, ratio: float = 2.5) -> Audio:
    """Level over 5 ms steps, attack 8 ms, release 120 ms, gain between steps interpolated."""
    step = HZ // 200
    count = -(-len(x) // step)
    power = np.pad(x * x, (0, count * step - len(x))).reshape(count, step).mean(axis=1)
    level = 10 * np.log10(np.maximum(power, 1e-10))
    wanted = np.minimum(0.0, (threshold_db - level) * (1 - 1 / ratio))
    attack, release = math.exp(-5 / 8), math.exp(-5 / 120)
    gain, now = np.empty(count), 0.0
    for i, target in enumerate(wanted):
        keep = attack if target < now else release
        now = keep * now + (1 - keep) * target
        gain[i] = now
    smooth = np.interp(np.arange(len(x)), np.arange(count) * step + step / 2, gain)
    return np.asarray(x * 10 ** (smooth / 20))


def _room(x: Audio, wet: float = 0.01) -> Audio:
    """A small room: decaying noise of 0.2 s, dulled above 5 kHz, ``wet`` of the dry energy."""
    count = round(0.2 * HZ)
    time = np.arange(count) / HZ
    noise = np.random.Generator(np.random.PCG64(7)).standard_normal(count) * np.exp(-time / 0.035)
    noise[: HZ // 125] = 0
    tail = signal.sosfilt(signal.butter(2, 5000, fs=HZ, output="sos"), noise)
    tail *= math.sqrt(wet) / np.sqrt((tail * tail).sum())
    return np.asarray(x + signal.oaconvolve(x, tail)[: len(x)])


def level(track: Audio) -> tuple[Audio, float, float]:
    """The track at ``LOUDNESS`` LUFS or as near as ``PEAK_DB`` lets it, its loudness and its peak in dBFS.

    Silence stays silence, with loudness and peak -120.
    """
    if not len(track) or np.abs(track).max() < 1e-6:
        return track, -120.0, -120.0
    ceiling = 10 ** (PEAK_DB / 20)
    out = track
    for _ in range(2):
        out = _limited(out * 10 ** ((LOUDNESS - loudness(out)) / 20), ceiling * 0.999)
    return out, loudness(out), float(20 * np.log10(np.abs(out).max()))


def loudness(track: Audio) -> float:
    """Integrated loudness in LUFS; for less than a gating block, of the track repeated."""
    least = round(0.5 * HZ)
    heard = np.tile(track, -(-least // len(track))) if len(track) < least else track
    meter: Any = pyloudnorm.Meter(HZ)
    found = float(meter.integrated_loudness(heard))
    return found if math.isfinite(found) else float(10 * np.log10(np.mean(track * track) + 1e-12))


def _limited(x: Audio, ceiling: float) -> Audio:
    """No sample above ``ceiling``: gain falls 2 ms ahead of a peak and comes back as gently."""
    if np.abs(x).max() <= ceiling:
        return x
    width = HZ // 250 + 1
    gain = np.minimum(1.0, ceiling / np.maximum(np.abs(x), 1e-9))
    low = ndimage.minimum_filter1d(gain, width, mode="nearest")
    return np.asarray(np.clip(x * ndimage.uniform_filter1d(low, width, mode="nearest"), -ceiling, ceiling))


def sounding(samples: npt.NDArray[np.floating[Any]], hz: int) -> tuple[npt.NDArray[np.bool_], int]:
    """Which 5 ms frames hold sound (above -34 dB of the loudest frame, so the echo of a voice is none), and samples in a frame."""
    step = hz // 200
    count = len(samples) // step
    rms = np.sqrt(np.mean(np.square(samples[: count * step].reshape(count, step), dtype=np.float64), axis=1))
    return rms > max(1e-4, 0.02 * float(rms.max(initial=0.0))), step
