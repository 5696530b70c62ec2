"""Loudness, peaks, clipping and dead air."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

import numpy as np
import pyloudnorm
import soundfile as sf
from numpy.typing import NDArray

from core.findings import Finding, Severity

from .found import Say

SHORTEST = 0.4
"""Seconds; a shorter sound has no integrated loudness (ITU-R BS.1770 block length)."""
FRAME = 0.02
QUIET_DB = -52.0
"""Frames under this level are dead air."""

_say = Say("A1.loudness")


def loudness(
    data: bytes,
    *,
    lufs: float = -14.0,
    tolerance: float = 0.5,
    peak_db: float = -1.0,
    gap: float = 2.0,
    slot: str = "",
) -> tuple[Finding, ...]:
    """``A1.loudness``: integrated loudness (ITU-R BS.1770-4) within ``tolerance``, true peak under ``peak_db``,
    no clipped runs (BLOCK), no dead air longer than ``gap`` seconds. Raises ``soundfile.LibsndfileError`` on no sound."""
    samples, rate = sf.read(io.BytesIO(data), dtype="float64", always_2d=True)
    return tuple(_findings(samples, rate, lufs, tolerance, peak_db, gap, slot))


def _findings(
    samples: NDArray[np.float64], rate: int, lufs: float, tolerance: float, peak_db: float, gap: float, slot: str
) -> Iterator[Finding]:
    clipped = clips(samples)
    if clipped:
        at = round(clipped[0] / rate, 3)
        yield _say(
            Severity.BLOCK, f"{len(clipped)} clipped stretches, the first at {at} s", "Mix it lower.", slot=slot,
            place={"time": [at, at]},
        )  # fmt: skip
    peak = true_peak(samples)
    if peak > peak_db + 0.1:
        yield _say(
            Severity.WARN, f"true peak is {peak:.1f} dBTP, over {peak_db:.1f}", "Limit it, or mix it lower.", slot=slot
        )
    if len(samples) / rate >= SHORTEST:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            measured = float(pyloudnorm.Meter(rate).integrated_loudness(samples))
        if not np.isfinite(measured) or abs(measured - lufs) > tolerance:
            yield _say(
                Severity.WARN,
                f"loudness is {measured:.1f} LUFS, wanted {lufs:.1f} ±{tolerance:g}",
                "Normalise it.",
                slot=slot,
            )
    for start, end in gaps(samples, rate, gap):
        yield _say(
            Severity.WARN, f"no sound from {start:.1f} to {end:.1f} s", "Fill or shorten the gap.", slot=slot,
            place={"time": [start, end]},
        )  # fmt: skip


def clips(samples: NDArray[np.float64]) -> list[int]:
    """Starts, in samples, of runs of three or more samples at full scale."""
    out: list[int] = []
    for channel in samples.T:
        flat = np.abs(channel) >= 0.9999
        edges = np.flatnonzero(np.diff(np.concatenate(([0], flat.astype(np.int8), [0]))))
        out += [int(a) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= 3]
    return sorted(out)


def true_peak(samples: NDArray[np.float64]) -> float:
    """dBTP of the loudest channel, four times oversampled (ITU-R BS.1770-4, annex 2). -120 for silence."""
    from scipy.signal import resample_poly

    loudest = 0.0
    for channel in samples.T:
        for start in range(0, len(channel), 480_000):  # in pieces that overlap, to bound memory
            piece = channel[max(start - 512, 0) : start + 480_000 + 512]
            if np.abs(piece).max(initial=0.0) * 2 > loudest:
                loudest = max(loudest, float(np.abs(resample_poly(piece, 4, 1)).max(initial=0.0)))
    return 20 * float(np.log10(max(loudest, 1e-6)))


def gaps(samples: NDArray[np.float64], rate: int, longest: float) -> list[tuple[float, float]]:
    """Stretches of dead air longer than ``longest`` seconds."""
    levels = envelope(samples, rate, FRAME)
    quiet = levels < 10 ** (QUIET_DB / 20)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], quiet.astype(np.int8), [0]))))
    runs = zip(edges[::2] * FRAME, edges[1::2] * FRAME, strict=True)
    return [(round(float(a), 2), round(float(b), 2)) for a, b in runs if b - a > longest]


def envelope(samples: NDArray[np.float64], rate: int, frame: float) -> NDArray[np.float64]:
    """Root mean square of each frame of ``frame`` seconds, all channels together."""
    step = max(round(rate * frame), 1)
    whole = len(samples) // step
    mono = (samples[: whole * step] ** 2).mean(axis=1)
    return np.asarray(np.sqrt(mono.reshape(whole, step).mean(axis=1)), dtype=np.float64)
