"""Measures a finished WAV, as a judge would: nothing here knows how it was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from . import wav
from .level import db, highest, loudness, true_peak

QUIET_DB: Final = -60.0
"""RMS in dBFS under which a frame counts as silent."""
LEAST_GAP: Final = 0.35
"""Seconds of silence that make a gap."""
_FRAME: Final = 0.01
_LARGE: Final = 1 << 26
"""Bytes of a file above which it is read in single precision."""
_FULL: Final = 32766.5 / 32768


@dataclass(frozen=True)
class Loudness:
    """What was measured. Decibels are relative to full scale; ``silences`` are (start, end) in seconds."""

    seconds: float
    lufs: float
    peak_db: float
    true_peak_db: float
    silences: tuple[tuple[float, float], ...]
    clipped: int
    """Samples at full scale."""


def measure(data: bytes) -> Loudness:
    """Loudness, peaks, gaps and clipping of WAV bytes. Raises ``ToolFailure`` if they are no sound file."""
    signal, rate = wav.read(data, single=len(data) > _LARGE)
    magnitude = highest(signal)
    return Loudness(
        seconds=len(signal) / rate,
        lufs=round(loudness(signal, rate), 2),
        peak_db=round(db(float(magnitude.max(initial=0.0))), 2),
        true_peak_db=round(db(true_peak(signal)), 2),
        silences=silences(signal, rate),
        clipped=sum(int((np.abs(channel) >= _FULL).sum()) for channel in signal.T),
    )


def silences(signal: wav.Signal, rate: int) -> tuple[tuple[float, float], ...]:
    """Stretches of at least ``LEAST_GAP`` seconds whose 10 ms frames all lie under ``QUIET_DB``."""
    frame = max(1, round(_FRAME * rate))
    count = len(signal) // frame
    if not count:
        return ()
    power = np.square(signal[: count * frame]).reshape(count, -1).mean(axis=1)
    quiet = np.concatenate([[False], power < 10 ** (QUIET_DB / 10), [False]])
    edges = np.flatnonzero(np.diff(quiet.astype(int)))
    spans = ((int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return tuple(
        (round(a * frame / rate, 3), round(b * frame / rate, 3))
        for a, b in spans
        if (b - a) * frame / rate >= LEAST_GAP
    )
