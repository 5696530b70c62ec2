"""A campaign's sound and film slots: narration, music, mix, the film in each ratio and its shorter cuts, and the sound logo.

The film follows its narration. A cut of 15 seconds tells the lines of the same script that fit, with a narration and a
piece of music of its own length; one of 6 seconds has no voice: its words are read.
"""

from __future__ import annotations

from typing import Any

from core.brief import Brief
from core.canonical import derive_seed
from core.direction import Direction
from core.plan import Slot
from graphs.kinds.campaign.details import Details
from graphs.kinds.campaign.formats import FILMS
from graphs.kinds.campaign.slots import frame, photos, signs, slot
from tools.text.embedded.shorter import kinds

SILENT = 10.0
"""Cuts shorter than this have no narration: two spoken lines take longer."""
WHAT = 56
"""Letters of what an end card says is offered, a Chinese sign counting two."""
_STING = 2.5
_PEAK = -2.0
"""Highest true peak of a mix in dBFS: coding it for a film adds up to one."""


def sounds(brief: Brief, direction: Direction, details: Details, narrated: bool) -> list[Slot]:
    """The sound logo, the music and the mixes of all languages."""
    motif = derive_seed("motif", brief.brand.name or brief.title)
    bed = {"mood": direction.mood, "motif_seed": motif}
    slots = [
        _audio("soundlogo", "music", "logo", {**bed, "seconds": _STING, "ending": "sting", "stems": False}, brief=brief)
    ]
    if details.ratios:
        slots += _length(brief, details, {**bed, "seconds": details.seconds}, "", narrated)
    for seconds in sorted({cut_seconds(cut) for cut in details.cuts}):
        spec = {**bed, "seconds": float(seconds), "exact": True, "stems": False}
        slots += _length(brief, details, spec, f".{seconds}", narrated and seconds >= SILENT)
    return slots


def _length(brief: Brief, details: Details, music: dict[str, Any], tail: str, narrated: bool) -> list[Slot]:
    """Narrations, music and mixes of one length; ``tail`` tells it from the others in the slots' names."""
    slots, voices = [], []
    spec: dict[str, Any] = {"voice": details.voice, "words_per_minute": 150, "pause": 0.45}
    spec |= {"within": music["seconds"], "pause": 0.3} if tail else {"least": music["seconds"]}
    for language in brief.languages if narrated else ():
        voices.append(f"voice{tail}.{language}")
        needs: tuple[str, ...] = (f"script.{language}", *((f"onscreen.{language}",) if tail else ()))
        slots.append(_audio(voices[-1], "speech", "narration", spec, needs, language, brief))
    slots.append(_audio(f"music{tail}", "music", "bed", music, tuple(voices), "", brief))
    for language in brief.languages:
        needs = (f"music{tail}", *(v for v in voices if v.endswith("." + language)))
        slots.append(_audio(f"mix{tail}.{language}", "sound", "mix", {"peak_db": _PEAK}, needs, language, brief))
    return slots


def _audio(
    name: str,
    modality: Any,
    role: str,
    spec: dict[str, Any],
    needs: tuple[str, ...] = (),
    language: str = "",
    brief: Brief | None = None,
) -> Slot:
    return slot(name, modality, "composer", role, spec, needs, language, brief.seed if brief else 1)


def films(brief: Brief, direction: Direction, language: str, details: Details, narrated: bool) -> list[Slot]:
    """The films of one language, the long ones first."""
    whole = [_film(brief, direction, language, ratio, "", narrated) for ratio in details.ratios]
    cuts = [
        _film(
            brief,
            direction,
            language,
            cut.split("-")[1],
            f".{cut_seconds(cut)}",
            narrated and cut_seconds(cut) >= SILENT,
        )
        for cut in details.cuts
    ]
    return whole + cuts


def cut_seconds(cut: str) -> int:
    """Length of a cut by its name, ``"15-9x16"``."""
    return int(cut.split("-")[0])


def _film(brief: Brief, direction: Direction, language: str, ratio: str, tail: str, narrated: bool) -> Slot:
    shape = FILMS[ratio]
    needs = [f"script.{language}", f"onscreen.{language}", f"mix{tail}.{language}", f"music{tail}"]
    if narrated:
        needs.append(f"voice{tail}.{language}")
    spec: dict[str, Any] = {
        **frame(brief, direction),
        "width": shape.width,
        "height": shape.height,
        "safe": shape.safe.json_dict(),
        "signs": signs(brief, direction),
        "photos": photos(brief),
        "words": {
            "brand": brief.brand.name,
            "what": next(iter(kinds(brief.product, brief.brand.name, language, WHAT)), ""),
            "cta": brief.cta,
            "url": brief.url,
            "legal": " ".join(brief.brand.legal),
        },
    }
    if tail:
        spec["within"] = float(tail[1:])
        spec["captioned"] = narrated
    name = f"video.{tail[1:]}-{ratio}" if tail else f"video.{ratio}"
    return slot(f"{name}.{language}", "video", "editor", "film", spec, tuple(needs), language, brief.seed)
