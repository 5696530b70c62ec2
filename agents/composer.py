"""The composer: narration, music and the mix."""

from __future__ import annotations

import math
from typing import Any

from agents.deps import Deps, Work
from agents.writer import read_copy
from core.requests import MusicRequest, Pronunciation, SoundRequest, SpeechRequest

LEAD_IN = 0.6
"""Seconds of music before the first word."""
TAIL = 1.8
"""Seconds after the last word, in which the music lands."""


async def compose(work: Work, deps: Deps) -> dict[str, Any]:
    """Make one speech, music or sound slot. Gives ``{"assets": {slot: asset}}``."""
    makers = {"speech": _speech, "music": _music, "sound": _mix}
    asset = await deps.make(work, makers[work.slot.modality](work, deps))
    return {"assets": {work.slot.id: asset.json_dict()}}


def film_seconds(least: float, voices: list[float]) -> float:
    """Whole seconds that hold every narration with its lead-in and tail, and at least ``least``."""
    longest = max(voices, default=0.0)
    return float(max(math.ceil(least), math.ceil(LEAD_IN + longest + TAIL) if longest else 0))


def _speech(work: Work, deps: Deps) -> SpeechRequest:
    spec = dict(work.slot.spec)
    lexicon = tuple(Pronunciation(**entry) for entry in spec.pop("lexicon", ()))
    lines = tuple(piece.text for piece in read_copy(deps, work.need("script").digest("json")).pieces)
    return SpeechRequest(**spec, lines=lines, lexicon=lexicon, language=work.slot.language, seed=work.seed)


def _music(work: Work, deps: Deps) -> MusicRequest:
    voices = [float(a.facts.get("seconds", 0.0)) for a in work.assets.values() if "timing" in a.parts]
    spec = dict(work.slot.spec)
    spec["seconds"] = film_seconds(float(spec["seconds"]), voices)
    return MusicRequest(**spec, seed=work.seed)


def _mix(work: Work, deps: Deps) -> SoundRequest:
    music = work.need("music")
    voice = next((a.digest("wav") for a in work.assets.values() if "timing" in a.parts), "")
    return SoundRequest(
        **work.slot.spec,
        music=music.digest("wav"),
        speech=voice,
        speech_at=LEAD_IN if voice else 0.0,
        seconds=float(music.facts["seconds"]),
        seed=work.seed,
    )
