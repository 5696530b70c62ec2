"""The editor: cuts films, each line on screen while it is said. How it looks a package over is in `agents/reviewing.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agents import lessons
from agents.cuts import BREATH, LEAD_IN, PAUSE, REST, Take, says_when, spoken_seconds, told
from agents.deps import Deps, Work
from agents.writer import read_copy
from core.asset import Asset
from core.copydeck import Piece
from core.requests import DesignTexts, Insets, Scene, Timing, VideoRequest, Word
from tools.text.embedded.texts import bare, sentences

_CARD_LINE, _CARD_LINES = 60, 90
"""Characters of a line under an end card's headline that tells a fact, and of all of them together."""


async def cut(work: Work, deps: Deps) -> dict[str, Any]:
    """Make one video slot. Gives ``{"assets": {slot: asset}}``."""
    if work.slot.role == "lesson":
        asset = await lessons.cut_film(work, deps)
    else:
        asset = await deps.make(work, film_request(work, deps))
    return {"assets": {work.slot.id: asset.json_dict()}}


def film_request(work: Work, deps: Deps) -> VideoRequest:
    """The film of a slot: scenes follow the narration, so that a line is on screen while it is said."""
    spec = dict(work.slot.spec)
    words: dict[str, Any] = spec.pop("words")
    signs: dict[str, str] = spec.pop("signs", {})
    photos: list[str] = spec.pop("photos", [])
    within = float(spec.pop("within", 0.0))
    captioned = bool(spec.pop("captioned", True))
    script = read_copy(deps, work.need("script").digest("json")).pieces
    screen = read_copy(deps, work.need("onscreen").digest("json")).pieces
    mix = work.need("mix")
    seconds = float(mix.facts["seconds"])
    lines = [whole(screen[i].text if i < len(screen) else p.text, p.text, words) for i, p in enumerate(script)]
    takes = _takes(work, deps, script, lines, within or seconds, captioned)
    timing = narration(work, deps, takes, seconds)
    starts = _starts(timing, takes, seconds)
    untold = [line for i, line in enumerate(lines) if i not in {t.place for t in takes}]
    scenes = []
    for i, take in enumerate(takes):
        piece = script[take.place]
        role = piece.role or "benefit"
        icon = signs.get(piece.fact, "") if role in ("benefit", "proof") else ""
        scenes.append(
            Scene(
                start=starts[i],
                end=starts[i + 1],
                role=role,
                texts=scene_texts(role, lines[take.place], words, untold),
                icon=icon,
                photo=photos[i % len(photos)] if photos else "",
            )
        )
    return VideoRequest(
        **{**spec, "safe": Insets(**spec.get("safe", {}))},
        seconds=seconds,
        scenes=tuple(scenes),
        captions=tuple(line for line in timing.lines if line) if captioned else (),
        audio=mix.digest("wav"),
        bpm=_pace(work.need("music")),
        language=work.slot.language,
        seed=work.seed,
    )


def _pace(music: Asset) -> float:
    """Beats a minute, where the first beat falls on the film's first frame."""
    return float(music.facts.get("bpm", 0.0)) if float(music.facts.get("first_beat", 1.0)) < 0.04 else 0.0


def _takes(
    work: Work, deps: Deps, script: Sequence[Piece], lines: Sequence[str], seconds: float, captioned: bool
) -> tuple[Take, ...]:
    """The scenes of this film: what its narration says and leaves room for, or without one what can be read in its time."""
    voice = _voice(work)
    if voice is not None and "takes" in voice.facts:
        return tuple(Take(int(place), str(said), float(start)) for place, said, start in voice.facts["takes"])
    if voice is not None:
        spoken = _timing(deps, voice).lines
        begun = [line[0].start + LEAD_IN - BREATH if line else -1.0 for line in spoken]
        return tuple(Take(i, p.text, begun[i] if i < len(begun) else -1.0) for i, p in enumerate(script))
    ways = [(p.text,) if captioned else () for p in script]
    takes, _ = told(script, lines, ways, {p.text: spoken_seconds(p.text) for p in script}, seconds)
    return takes


def _voice(work: Work) -> Asset | None:
    return next((a for a in work.assets.values() if "timing" in a.parts), None)


def _timing(deps: Deps, voice: Asset) -> Timing:
    return Timing.model_validate_json(deps.read(voice.digest("timing")))


def narration(work: Work, deps: Deps, takes: Sequence[Take], seconds: float) -> Timing:
    """Word times on the film's own clock, a line for each scene; spread evenly over it where no voice speaks."""
    voice = _voice(work)
    if voice is None:
        return silent_timing(takes, seconds)
    spoken = iter(_timing(deps, voice).lines)
    lines = [next(spoken, ()) if t.said else () for t in takes]
    return Timing(
        lines=tuple(
            tuple(Word(text=w.text, start=w.start + LEAD_IN, end=w.end + LEAD_IN) for w in line) for line in lines
        ),
        seconds=seconds,
    )


def silent_timing(takes: Sequence[Take], seconds: float) -> Timing:
    """Caption times without a voice: the words of a scene share it evenly."""
    out = []
    for take, end in zip(takes, [*(t.start for t in takes[1:]), seconds - REST + PAUSE], strict=True):
        at = take.start + BREATH
        words = take.said.split() if " " in take.said else [take.said[i : i + 4] for i in range(0, len(take.said), 4)]
        step = max(end - PAUSE - at, 0.1) / max(len(words), 1)
        out.append(
            tuple(
                Word(text=w, start=round(at + i * step, 3), end=round(at + (i + 1) * step, 3))
                for i, w in enumerate(words)
            )
        )
    return Timing(lines=tuple(out), seconds=seconds)


def _starts(timing: Timing, takes: Sequence[Take], seconds: float) -> list[float]:
    """Scene boundaries: a breath before each line's first word, 0 first, the film's end last."""
    starts = [0.0]
    for i, take in enumerate(takes[1:], 1):
        line = timing.lines[i] if i < len(timing.lines) else ()
        even = seconds * i / len(takes)
        at = line[0].start - BREATH if line else take.start if take.start > 0 else even
        starts.append(round(max(at, starts[-1] + 0.5), 3))
    last = min(starts[-1] + 1.0, seconds)
    return [*starts, max(seconds, last)]


def shown_url(url: str) -> str:
    """An address as people read it: no scheme, no trailing slash."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def whole(line: str, spoken: str, words: dict[str, Any]) -> str:
    """A line for the screen that is not cut off: else a sentence of what is said, what is offered, or the name."""
    if not line.endswith("…") or spoken.rstrip().endswith("…"):
        return line
    short = [bare(s) for s in sentences(spoken) if len(s) <= _CARD_LINE]
    return next((w for w in (*short, str(words.get("what", "")), str(words.get("brand", ""))) if w), line)


def scene_texts(role: str, line: str, words: dict[str, Any], untold: Sequence[str] = ()) -> DesignTexts:
    """The words of a scene. The end card says what is offered where the name does not, and when, where no scene (``untold``) says it."""
    brand, what = str(words.get("brand", "")), str(words.get("what", ""))
    if role != "cta":
        return DesignTexts(brand=brand, headline=line)
    named = brand and line.casefold() == brand.casefold()
    head = what if what and (named or not line) else line
    known = f"{head} {brand}".casefold()
    when = next((w for w in untold if says_when(w) and len(w) <= _CARD_LINE), "")
    under = [w for w in (what, when, shown_url(str(words.get("url", "")))) if w and w.casefold() not in known]
    while len(under) > 1 and len(" · ".join(under)) > _CARD_LINES:
        under.pop(0)
    return DesignTexts(
        brand=brand, headline=head, cta=str(words.get("cta", "")), sub=" · ".join(under), legal=str(words.get("legal", "")),
    )  # fmt: skip
