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
    """Parts ``wav``, ``midi`` and the stems of ``bus.STEMS`` that play; all have ``round(seconds * 48000)`` samples."""
    score = compose(request)
    length = wav.samples(request.seconds)
    mixed = mixdown(score, mood(request.mood), length, request.seed, loop=request.ending == "loop")
    data = wav.write(mixed.master)
    name = f"{request.mood} in {score.key}"
    stems = {stem: wav.flac(sound) for stem, sound in mixed.stems.items() if request.stems}
    return Media(parts={"wav": data, "midi": midi.write(score, name), **stems}, facts=_facts(request, score, data))


def _facts(request: MusicRequest, score: Score, data: bytes) -> dict[str, Any]:
    beat = 60 / score.bpm
    measured = measure(data)
    bars = range(0, _BEATS * score.meter, score.meter)
    landing = next((s.start for s in score.sections if s.name == "ending"), None)
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
        "first_beat": 0.0,
        "beats": [round(i * beat, 4) for i in range(min(_BEATS, int(score.beats) + 1)) if i * beat < request.seconds],
        "bars": [round(i * beat, 4) for i in bars if i < (score.beats if landing is None else landing)],
        "landing": None if landing is None else round(landing * beat, 4),
        "sections": [
            {"name": s.name, "start": round(s.start * beat, 4), "end": round(s.end * beat, 4)} for s in score.sections
        ],
        "events": len(score.notes),
        "instruments": dict(score.instruments),
    }
