"""The composer: narration, music and the mix."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from agents import lessons
from agents.cuts import LEAD_IN, Take, spread, told, voice_starts, wordings
from agents.deps import Deps, Work
from agents.writer import read_copy
from core.asset import Asset
from core.copydeck import Piece
from core.requests import MusicRequest, Pronunciation, SoundRequest, SpeechRequest, Timing

TAIL = 1.8
"""Seconds after the last word, in which the music lands."""
HURRY = (0, 15, 30)
"""Words a minute by which a cut's narration may be hurried, so that it says more."""
_HURRIED = 6.0
"""What each of these steps must be worth (``cuts.told``)."""


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
    """The whole script; for a cut, what can be said in its time. Where lines are set to times of a film, the facts name its ``takes``."""
    spec = dict(work.slot.spec)
    spec["lexicon"] = tuple(Pronunciation(**entry) for entry in spec.pop("lexicon", ()))
    within, least = float(spec.pop("within", 0.0)), float(spec.pop("least", 0.0))
    script = read_copy(deps, work.need("script").digest("json")).pieces

    async def speak(lines: Sequence[str], more: int = 0, starts: Sequence[float] = ()) -> Asset:
        pace = int(spec["words_per_minute"]) + more
        given = {**spec, "words_per_minute": pace, "lines": tuple(lines), "starts": tuple(starts)}
        return await deps.make(work, SpeechRequest(**given, language=work.slot.language, seed=work.seed))

    if within:
        takes, pace = await _cut(work, deps, script, within, speak)
    else:
        asset, pace = await speak([p.text for p in script]), 0
        if film_seconds(0.0, [float(asset.facts["seconds"])]) >= least:
            return asset
        takes = spread(script, _lengths(asset, [p.text for p in script], deps), least)
    asset = await speak([t.said for t in takes if t.said], pace, voice_starts(takes))
    return asset.model_copy(update={"facts": {**asset.facts, "takes": [list(t) for t in takes]}})


async def _cut(
    work: Work, deps: Deps, script: tuple[Piece, ...], seconds: float, speak: Callable[..., Awaitable[Asset]]
) -> tuple[tuple[Take, ...], int]:
    """The scenes of a cut, by the measured length of every wording, and the words a minute to add to its pace."""
    screen = read_copy(deps, work.need("onscreen").digest("json")).pieces
    shown = [screen[i].text if i < len(screen) else p.text for i, p in enumerate(script)]
    ways = [wordings(p, screen[i] if i < len(screen) else None, work.slot.language) for i, p in enumerate(script)]
    lines = tuple(dict.fromkeys(w for way in ways for w in way))
    best: tuple[float, tuple[Take, ...], int] | None = None
    for step, more in enumerate(HURRY):
        lengths = _lengths(await speak(lines, more), lines, deps)
        takes, worth = told(script, shown, ways, lengths, seconds)
        if best is None or worth - step * _HURRIED > best[0]:
            best = worth - step * _HURRIED, takes, more
        if [t.said for t in takes] == [way[0] for way in ways]:
            break  # all is said already
    assert best is not None
    return best[1], best[2]


def _lengths(asset: Asset, lines: Sequence[str], deps: Deps) -> dict[str, float]:
    """Seconds that each line takes to say."""
    timing = Timing.model_validate_json(deps.read(asset.digest("timing")))
    return {text: w[-1].end - w[0].start for text, w in zip(lines, timing.lines, strict=True) if w}


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
