"""The composer: narration, music and the mix."""

from __future__ import annotations

import math
from typing import Any

from agents import lessons
from agents.cuts import pick, without_one
from agents.deps import Deps, Work
from agents.writer import read_copy
from core.asset import Asset
from core.requests import MusicRequest, Pronunciation, SoundRequest, SpeechRequest

LEAD_IN = 0.6
"""Seconds of music before the first word."""
TAIL = 1.8
"""Seconds after the last word, in which the music lands."""
FASTEST = 180
"""Words a minute that a cut's narration may be hurried to, when two lines are too long for it."""


async def compose(work: Work, deps: Deps) -> dict[str, Any]:
    """Make one speech, music or sound slot. Gives ``{"assets": {slot: asset}}``."""
    if work.slot.role == "lesson":
        asset = await (lessons.narrate if work.slot.modality == "speech" else lessons.mix_voices)(work, deps)
    elif work.slot.modality == "speech":
        asset = await _narration(work, deps)
    else:
        asset = await deps.make(work, _music(work) if work.slot.modality == "music" else _mix(work))
    return {"assets": {work.slot.id: asset.json_dict()}}


def film_seconds(least: float, voices: list[float]) -> float:
    """Whole seconds that hold every narration with its lead-in and tail, and at least ``least``."""
    longest = max(voices, default=0.0)
    return float(max(math.ceil(least), math.ceil(LEAD_IN + longest + TAIL) if longest else 0))


async def _narration(work: Work, deps: Deps) -> Asset:
    """The whole script; for a cut, the lines that can be said in its time, named in the facts as ``picked``."""
    spec = dict(work.slot.spec)
    spec["lexicon"] = tuple(Pronunciation(**entry) for entry in spec.pop("lexicon", ()))
    within = float(spec.pop("within", 0.0))
    script = read_copy(deps, work.need("script").digest("json")).pieces

    def request(picked: tuple[int, ...], pace: int) -> SpeechRequest:
        lines = tuple(script[i].text for i in picked)
        return SpeechRequest(
            **{**spec, "words_per_minute": pace}, lines=lines, language=work.slot.language, seed=work.seed
        )

    pace = int(spec["words_per_minute"])
    if not within:
        return await deps.make(work, request(tuple(range(len(script))), pace))
    room = within - LEAD_IN - TAIL
    picked = pick(script, room, float(spec["pause"]))
    while True:
        asset = await deps.make(work, request(picked, pace))
        if float(asset.facts.get("seconds", 0.0)) <= room or (len(picked) <= 2 and pace >= FASTEST):
            return asset.model_copy(update={"facts": {**asset.facts, "picked": list(picked)}})
        if len(picked) > 2:
            picked = without_one(script, picked)
        else:
            pace = min(FASTEST, pace + 15)


def _music(work: Work) -> MusicRequest:
    voices = [float(a.facts.get("seconds", 0.0)) for a in work.assets.values() if "timing" in a.parts]
    spec = dict(work.slot.spec)
    if not spec.pop("exact", False) and work.slot.role == "bed":
        spec["seconds"] = film_seconds(float(spec["seconds"]), voices)
    return MusicRequest(**spec, seed=work.seed)


def _mix(work: Work) -> SoundRequest:
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
