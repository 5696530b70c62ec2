"""Voices placed along a long film, with music under them or silence between them: up to an hour in single precision.

What ``mix`` and ``master`` do for a spot, done in stretches: filters carry their state, the limiter looks a second beyond
both ends of its stretch (its recovery has then fallen to 1e-5), and nothing but the mix itself is held at full length.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.blobs import Read
from core.errors import ToolFailure
from core.requests import Placed, SoundRequest

from . import wav
from .duck import ATTACK, EARLY, HOLD, RELEASE, drop, lowering, spoken
from .level import SILENT, loudness, ratio, true_peak
from .mastering import limit
from .mix import MUSIC_LUFS, SPEECH_LUFS, Mixed, fitted, levelled, loaded, placed

Long = NDArray[np.float32]
"""Samples in [-1, 1], shape (samples, channels), single precision."""
_STRETCH: Final = 1 << 20
_BEYOND: Final = wav.RATE
_ROUNDS: Final = 5
_CLOSE: Final = 0.05
_MARGIN_DB: Final = 0.03
_MOST_GAIN_DB: Final = 30.0
"""A voice that is quieter than this allows is no voice."""


def narrated(request: SoundRequest, read: Read) -> Mixed:
    """The mix of a request with ``voices``. Raises ``ToolFailure`` if there is nothing to hear."""
    length = wav.samples(request.seconds)
    out, spans, cut = _voices(request, read, length)
    fell = 0.0
    if request.music:
        bed = _bed(read(request.music), length)
        fell = _ducked(bed, spans, request.duck_db)
        bed += out
        out = bed
    if not np.any(out):
        raise ToolFailure("there is nothing to mix", remedy="Give music or speech that sounds within the length.")
    made = _mastered(out, request.lufs, request.peak_db)
    return Mixed(np.broadcast_to(made, (length, 2)), fell, cut)


def _voices(request: SoundRequest, read: Read, length: int) -> tuple[Long, list[tuple[float, float]], float]:
    """All speech in one mono track, when it sounds (seconds), and the seconds of it that found no room."""
    track = np.zeros((length, 1), np.float32)
    every = [*request.voices]
    if request.speech:
        every.append(Placed(audio=request.speech, at=request.speech_at))
    spans: list[tuple[float, float]] = []
    lost = 0.0
    for voice in sorted(every, key=lambda v: (v.at, v.audio)):
        signal = _even(loaded(read(voice.audio), mono=True))
        start = min(round(voice.at * wav.RATE), length)
        kept, missing = placed(signal, min(len(signal), length - start), 0.0)
        track[start : start + len(kept), 0] += kept[:, 0].astype(np.float32)
        spans += [(start / wav.RATE + a, start / wav.RATE + b) for a, b in spoken(kept, wav.RATE)] if len(kept) else []
        lost += missing
    return track, _joined(spans), lost


def _even(signal: wav.Signal) -> wav.Signal:
    """A voice at its loudness in the mix; one that is all but silent is left as it is."""
    level = loudness(signal, wav.RATE) if len(signal) else SILENT
    return signal if SPEECH_LUFS - level > _MOST_GAIN_DB else levelled(signal, SPEECH_LUFS)


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches of speech in order, pauses up to ``HOLD`` bridged also between two voices."""
    out: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if out and start - out[-1][1] <= HOLD:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _bed(data: bytes, length: int) -> Long:
    """The music at its level, silence after it where it is shorter, faded where it is cut."""
    return fitted(levelled(loaded(data), MUSIC_LUFS), length).astype(np.float32)


def _ducked(bed: Long, spans: list[tuple[float, float]], depth_db: float) -> float:
    """Turn the bed down under the voices, in place; gives the fall there in dB."""
    if not spans or depth_db <= 0:
        return 0.0
    fell: list[tuple[float, float]] = []
    for first, last in _stretches(len(bed)):
        low, high = first / wav.RATE, last / wav.RATE
        near = [(a - low, b - low) for a, b in spans if b + RELEASE > low and a - EARLY - ATTACK < high]
        if not near:
            continue
        before = bed[first:last].astype(np.float64)
        bed[first:last] *= (10 ** (-depth_db * lowering(tuple(near), last - first, wav.RATE) / 20)).astype(np.float32)[
            :, None
        ]
        inside = tuple((max(0.0, a), b) for a, b in near if b > 0)
        took = drop(before, bed[first:last].astype(np.float64), inside, wav.RATE) if inside else 0.0
        if took:
            fell.append((sum(b - a for a, b in inside), took))
    weight = sum(w for w, _ in fell)
    return float(sum(w * took for w, took in fell) / weight) if weight else 0.0


def _mastered(mix: Long, lufs: float, peak_db: float) -> Long:
    """As ``mastering.master``, in stretches and in place. A mono mix is measured as the two equal channels that it will be."""
    _without_rumble(mix)
    doubled = 10 * np.log10(2) if mix.shape[1] == 1 else 0.0
    level = loudness(mix, wav.RATE) + doubled
    if level <= SILENT:
        return np.zeros_like(mix)
    ceiling = ratio(peak_db - _MARGIN_DB)
    gain_db = lufs - level
    out = np.empty_like(mix)
    for _ in range(_ROUNDS):
        _limited(mix, ratio(gain_db), ceiling, out)
        missing = lufs - loudness(out, wav.RATE) - doubled
        if abs(missing) < _CLOSE or gain_db > 60:
            break
        gain_db += missing
    out *= np.float32(min(1.0, ceiling / max(true_peak(out), 1e-9)))
    return out


def _without_rumble(mix: Long) -> None:
    from scipy.signal import butter, sosfilt

    sections = butter(2, 25, "high", fs=wav.RATE, output="sos")
    for channel in range(mix.shape[1]):
        state: Any = np.zeros((len(sections), 2))
        for first, last in _stretches(len(mix)):
            mix[first:last, channel], state = sosfilt(sections, mix[first:last, channel].astype(np.float64), zi=state)


def _limited(mix: Long, gain: float, ceiling: float, out: Long) -> None:
    """The limiter over each stretch, with what lies beyond its ends."""
    for first, last in _stretches(len(mix)):
        low, high = max(0, first - _BEYOND), min(len(mix), last + _BEYOND)
        made = limit(mix[low:high].astype(np.float64) * gain, wav.RATE, ceiling)
        out[first:last] = made[first - low : last - low]


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    for first in range(0, length, _STRETCH):
        yield first, min(length, first + _STRETCH)
