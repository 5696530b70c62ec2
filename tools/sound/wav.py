"""WAV files as bytes. Written by hand (44-byte header, no date, no peak chunk), so that equal sound is equal bytes."""

from __future__ import annotations

import io
import struct
from math import gcd
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.errors import ToolFailure

Signal = NDArray[np.float64]
"""Samples in [-1, 1], shape (samples, channels)."""

_BLOCK: Final = 1 << 20
"""Samples that are rounded at once."""
RATE: Final = 48_000
"""Hz of every sound that Bottega hands on."""


def write(signal: NDArray[np.floating[Any]], rate: int = RATE) -> bytes:
    """16-bit PCM WAV of a signal (samples, channels). No dither: silence stays digital silence."""
    data = b"".join(_pcm(signal[at : at + _BLOCK]) for at in range(0, len(signal), _BLOCK))
    channels = signal.shape[1]
    header = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, channels, rate, rate * channels * 2, channels * 2, 16,
        b"data", len(data),
    )  # fmt: skip
    return header + data


def _pcm(signal: NDArray[np.floating[Any]]) -> bytes:
    return np.clip(np.round(signal * 32768.0), -32768, 32767).astype("<i2").tobytes()


def flac(signal: Signal, rate: int = RATE) -> bytes:
    """16-bit FLAC of a signal (samples, channels): the same samples as ``write``, in about half the bytes."""
    import soundfile

    out = io.BytesIO()
    pcm = np.clip(np.round(signal * 32768.0), -32768, 32767).astype("<i2")
    soundfile.write(out, pcm, rate, format="FLAC", subtype="PCM_16")
    return out.getvalue()


def read(data: bytes, *, single: bool = False) -> tuple[Signal, int]:
    """Samples (samples, channels) and rate of a sound file that libsndfile knows. Raises ``ToolFailure``.

    ``single`` gives them in single precision, in which 16 and 24 bits are exact: half the memory of a long file.
    """
    import soundfile

    try:
        signal, rate = soundfile.read(io.BytesIO(data), dtype="float32" if single else "float64", always_2d=True)
    except soundfile.SoundFileError as error:
        raise ToolFailure("a sound file cannot be read", which=str(error), remedy="Give a WAV or FLAC file.") from error
    return np.nan_to_num(signal, copy=False), int(rate)


def at_rate(signal: Signal, rate: int, wanted: int = RATE) -> Signal:
    """The signal resampled by a polyphase filter."""
    if rate == wanted or not len(signal):
        return signal
    from scipy.signal import resample_poly

    step = gcd(rate, wanted)
    out: Signal = resample_poly(signal, wanted // step, rate // step, axis=0)
    return out


def stereo(signal: Signal) -> Signal:
    """Two channels of any number: mono is doubled, more than two are averaged."""
    if signal.shape[1] == 2:
        return signal
    return np.repeat(signal.mean(axis=1, keepdims=True), 2, axis=1)


def samples(seconds: float, rate: int = RATE) -> int:
    """Exact number of samples in a length of time."""
    return max(1, round(seconds * rate))
