"""One request to its media: score, MIDI, sound and measured facts."""

from __future__ import annotations

from typing import Any, Final

from core.media import Media
from core.requests import MusicRequest
from tools.sound import wav
from tools.sound.measure import measure

from . import midi
from .compose import compose
from .mixdown import mixdown
from .moods import mood
from .score import Score

_BEATS: Final = 64


def render(request: MusicRequest) -> Media:
    """Parts ``wav`` and ``midi``; the wav has exactly ``round(seconds * 48000)`` samples."""
    score = compose(request)
    length = wav.samples(request.seconds)
    sound = mixdown(score, mood(request.mood), length, request.seed, loop=request.ending == "loop")
    data = wav.write(sound)
    name = f"{request.mood} in {score.key}"
    return Media(parts={"wav": data, "midi": midi.write(score, name)}, facts=_facts(request, score, data))


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
        "sections": [
            {"name": s.name, "start": round(s.start * beat, 4), "end": round(s.end * beat, 4)} for s in score.sections
        ],
        "events": len(score.notes),
        "instruments": dict(score.instruments),
    }
