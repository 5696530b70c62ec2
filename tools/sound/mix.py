"""Music and speech into one finished stereo mix of an exact length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.errors import ToolFailure
from core.requests import SoundRequest

from . import wav
from .duck import duck
from .level import SILENT, loudness, ratio
from .mastering import master

SPEECH_LUFS: Final = -16.0
MUSIC_LUFS: Final = -20.0
"""Levels before the master: with 11 dB of ducking the bed lies 15 LU under the voice."""
FADE: Final = 1.5
"""Longest fade in seconds of music that is cut."""


@dataclass(frozen=True)
class Mixed:
    """A mastered mix (samples, 2) at 48 kHz."""

    signal: wav.Signal
    duck_db: float
    """Measured fall of the music under the speech; 0 where one is missing."""
    speech_cut: float
    """Seconds of speech that found no room at the end."""


def mix(request: SoundRequest, music: bytes, speech: bytes) -> Mixed:
    """Mix WAV bytes, either of which may be empty, as asked. Raises ``ToolFailure`` if there is nothing to hear."""
    length = wav.samples(request.seconds)
    bed, voice, cut = np.zeros((length, 2)), np.zeros((length, 2)), 0.0
    if music:
        bed = fitted(levelled(loaded(music), MUSIC_LUFS), length)
    if speech:
        voice, cut = placed(levelled(loaded(speech, mono=True), SPEECH_LUFS), length, request.speech_at)
    if not np.any(bed) and not np.any(voice):
        raise ToolFailure("there is nothing to mix", remedy="Give music or speech that sounds within the length.")
    bed, fell = duck(bed, voice, wav.RATE, request.duck_db) if music and speech else (bed, 0.0)
    return Mixed(master(bed + voice, wav.RATE, request.lufs, request.peak_db), fell, cut)


def loaded(data: bytes, *, mono: bool = False) -> wav.Signal:
    """Stereo samples at 48 kHz; ``mono`` first averages all channels, so that a voice stands in the middle."""
    signal, rate = wav.read(data)
    if mono:
        signal = signal.mean(axis=1, keepdims=True)
    return wav.stereo(wav.at_rate(signal, rate))


def levelled(signal: wav.Signal, lufs: float) -> wav.Signal:
    """The signal at a loudness; silence stays silence."""
    level = loudness(signal, wav.RATE) if len(signal) else SILENT
    return signal if level <= SILENT else signal * ratio(lufs - level)


def fitted(signal: wav.Signal, length: int) -> wav.Signal:
    """Cut (with a fade) or padded with silence to ``length`` samples."""
    if len(signal) <= length:
        return np.pad(signal, ((0, length - len(signal)), (0, 0)))
    out = signal[:length].copy()
    fade = min(int(FADE * wav.RATE), length // 4)
    if fade and len(signal) - length > 0.01 * wav.RATE:
        out[-fade:] *= (0.5 + 0.5 * np.cos(np.pi * np.arange(1, fade + 1) / fade))[:, None]
    return out


def placed(signal: wav.Signal, length: int, at: float) -> tuple[wav.Signal, float]:
    """The speech from ``at`` seconds on, within ``length`` samples, and the seconds cut off at the end."""
    start = min(round(at * wav.RATE), length)
    room = length - start
    out = np.zeros((length, 2))
    kept = signal[:room].copy()
    lost = len(signal) - len(kept)
    if lost:
        fade = min(len(kept), int(0.02 * wav.RATE))
        kept[len(kept) - fade :] *= np.linspace(1, 0, fade)[:, None]
    out[start : start + len(kept)] = kept
    return out, lost / wav.RATE
