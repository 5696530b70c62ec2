"""One request to its media: score, MIDI, sound and measured facts."""

from __future__ import annotations

from math import ceil
from typing import Any, Final

import numpy as np

from core.media import Media
from core.requests import MusicRequest
from tools.sound import wav
from tools.sound.level import ratio
from tools.sound.measure import measure

from . import midi
from .compose import compose
from .mixdown import mixdown
from .moods import mood
from .score import Score
from .synth.wave import Track

_BEATS: Final = 64
_BARS: Final = 512


def render(request: MusicRequest) -> Media:
    """Parts ``wav``, ``midi`` and stems; the wav has exactly ``round(seconds * 48000)`` samples."""
    score = compose(request)
    length = wav.samples(request.seconds)
    sound = mixdown(score, mood(request.mood), length, request.seed, loop=request.ending == "loop")
    data = wav.write(sound.master)
    name = f"{request.mood} in {score.key}"
    stems = _stems(sound.stems) if request.stems else {}
    return Media(parts={"wav": data, "midi": midi.write(score, name), **stems}, facts=_facts(request, score, data))


def _stems(stems: dict[str, Track]) -> dict[str, bytes]:
    """FLAC of each stem, all at the one gain that brings the highest peak, of a stem or of their sum, to -1 dBFS."""
    highest = max([float(np.abs(s).max()) for s in [*stems.values(), sum(stems.values())]], default=0.0)
    gain = ratio(-1.0) / max(highest, 1e-9)
    return {f"stem_{name}": wav.flac(stem.T.astype(np.float64) * gain) for name, stem in stems.items()}


def _facts(request: MusicRequest, score: Score, data: bytes) -> dict[str, Any]:
    beat = 60 / score.bpm
    measured = measure(data)
    return {
        "seconds": measured.seconds,
        "bpm": round(score.bpm, 3),
        "meter": score.meter,
        "key": score.key,
        "mood": request.mood,
        "lufs": measured.lufs,
        "peak_db": measured.peak_db,
        "true_peak_db": measured.true_peak_db,
        "beat_seconds": round(beat, 6),
        "beats": [round(i * beat, 4) for i in range(min(_BEATS, int(score.beats) + 1)) if i * beat < request.seconds],
        "first_beat": 0.0,
        "bars": [round(t, 4) for t in _bars(score, beat)],
        "last_chord": round(next((s.start for s in score.sections if s.name == "ending"), score.beats) * beat, 4),
        "sections": [
            {"name": s.name, "start": round(s.start * beat, 4), "end": round(s.end * beat, 4)} for s in score.sections
        ],
        "events": len(score.notes),
        "instruments": dict(score.instruments),
    }


def _bars(score: Score, beat: float) -> list[float]:
    """Downbeats in seconds, the last chord's among them: where a film may cut."""
    ending = [s.start for s in score.sections if s.name == "ending"]
    played = ending[0] if ending else score.beats
    starts = [float(b) for b in range(0, ceil(played), score.meter)]
    return [b * beat for b in [*starts, *ending]][:_BARS]
