"""The editor: cuts the film, looks everything over, and asks for bounded remakes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agents import lessons
from agents.composer import LEAD_IN
from agents.cuts import pick
from agents.deps import Deps, Work
from agents.kind import Check, Dossier, Subject
from agents.writer import read_copy
from core.asset import Asset
from core.copydeck import Piece
from core.findings import Finding, Review, Severity
from core.requests import DesignTexts, Insets, Scene, Timing, VideoRequest, Word


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
    picked = _picked(work, script, within or seconds)
    timing = narration(work, deps, [script[i].text for i in picked], seconds)
    starts = _starts(timing, len(picked), seconds)
    scenes = []
    for i, place in enumerate(picked):
        piece = script[place]
        line = screen[place].text if place < len(screen) else piece.text
        role = piece.role or "benefit"
        icon = signs.get(piece.fact, "") if role in ("benefit", "proof") else ""
        scenes.append(
            Scene(
                start=starts[i],
                end=starts[i + 1],
                role=role,
                texts=_scene_texts(role, line, words),
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


def _picked(work: Work, script: Sequence[Piece], seconds: float) -> tuple[int, ...]:
    """The lines that this film tells: those its narration says, or, without one, those that can be read in its time."""
    voice = _voice(work)
    if voice is not None:
        return tuple(voice.facts.get("picked", range(len(script))))
    return pick(script, seconds - 2 * LEAD_IN, 0.3)


def _voice(work: Work) -> Asset | None:
    return next((a for a in work.assets.values() if "timing" in a.parts), None)


def narration(work: Work, deps: Deps, lines: Sequence[str], seconds: float) -> Timing:
    """Word times on the film's own clock; spread evenly where no voice spoke."""
    voice = _voice(work)
    if voice is not None:
        spoken = Timing.model_validate_json(deps.read(voice.digest("timing")))
        return Timing(
            lines=tuple(
                tuple(Word(text=w.text, start=w.start + LEAD_IN, end=w.end + LEAD_IN) for w in line)
                for line in spoken.lines
            ),
            seconds=seconds,
        )
    return silent_timing(lines, seconds)


def silent_timing(lines: Sequence[str], seconds: float) -> Timing:
    """Caption times without a voice: each line gets a share of the film by its length."""
    room = max(seconds - 2 * LEAD_IN, 1.0)
    total = sum(max(len(line), 1) for line in lines) or 1
    at = LEAD_IN
    out = []
    for line in lines:
        share = room * max(len(line), 1) / total
        words = line.split() if " " in line else [line[i : i + 4] for i in range(0, len(line), 4)]
        step = share * 0.92 / max(len(words), 1)
        out.append(
            tuple(
                Word(text=w, start=round(at + i * step, 3), end=round(at + (i + 1) * step, 3))
                for i, w in enumerate(words)
            )
        )
        at += share
    return Timing(lines=tuple(out), seconds=seconds)


def _starts(timing: Timing, count: int, seconds: float) -> list[float]:
    """Scene boundaries: a breath before each line's first word, 0 first, the film's end last."""
    starts = [0.0]
    for i in range(1, count):
        line = timing.lines[i] if i < len(timing.lines) else ()
        at = line[0].start - 0.2 if line else seconds * i / count
        starts.append(round(max(at, starts[-1] + 0.5), 3))
    last = min(starts[-1] + 1.0, seconds)
    return [*starts, max(seconds, last)]


def shown_url(url: str) -> str:
    """An address as people read it: no scheme, no trailing slash."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _scene_texts(role: str, line: str, words: dict[str, Any]) -> DesignTexts:
    brand = str(words.get("brand", ""))
    if role == "cta":
        return DesignTexts(
            brand=brand, headline=line, cta=str(words.get("cta", "")), sub=shown_url(str(words.get("url", ""))),
            legal=str(words.get("legal", "")),
        )  # fmt: skip
    return DesignTexts(brand=brand, headline=line)


def review(dossier: Dossier, checks: Sequence[Check], round_number: int, deps: Deps) -> Review:
    """Run every check once per subject. A check that fails to run is ``NOT_CHECKED``, never a pass."""
    findings: list[Finding] = []
    for check in checks:
        try:
            subjects = list(check.subjects(dossier))
        except Exception as error:  # noqa: BLE001 - any fault of a check must become a verdict
            findings.append(_not_checked(check, "", error))
            continue
        for subject in subjects:
            findings += _verdict(check, subject, deps)
    return Review(round=round_number, findings=tuple(findings), checks=tuple(c.id for c in checks))


def with_failures(found: Review, failures: dict[str, Any]) -> Review:
    """The review with a HOLD for each slot that could not be made."""
    lost = tuple(
        Finding(
            check="R1.made", severity=Severity.HOLD, slot=slot, evidence=str(why.get("what", "")),
            remedy=str(why.get("remedy") or "Run `resume` to try this slot again."),
        )
        for slot, why in sorted(failures.items())
    )  # fmt: skip
    return found.model_copy(update={"findings": lost + found.findings})


def _verdict(check: Check, subject: Subject, deps: Deps) -> list[Finding]:
    def look() -> list[dict[str, Any]]:
        return [f.json_dict() for f in check.look(subject, deps.read)]

    try:
        found = deps.cached(f"check:{check.id}@{check.version}", subject.inputs, look)
        return [Finding(**{**f, "slot": f["slot"] or subject.slot}) for f in found]
    except Exception as error:  # noqa: BLE001 - any fault of a check must become a verdict
        return [_not_checked(check, subject.slot, error)]


def _not_checked(check: Check, slot: str, error: Exception) -> Finding:
    return Finding(
        check=check.id,
        version=check.version,
        severity=Severity.NOT_CHECKED,
        slot=slot,
        evidence=f"the check could not run: {type(error).__name__}: {error}"[:300],
        remedy="Look at this by hand, or run `python main.py doctor` and try again.",
    )


def remakes(found: Review, remade: dict[str, Any]) -> dict[str, Any]:
    """Slots to make again, with what to avoid: those of findings that a remake can mend."""
    wanted: dict[str, Any] = {}
    for finding in found.open(Severity.BLOCK, Severity.HOLD):
        if not finding.slot or not finding.avoid:
            continue
        before = wanted.get(finding.slot) or remade.get(finding.slot, {"attempt": 0, "avoid": []})
        avoid = [*before["avoid"], *(a for a in finding.avoid if a not in before["avoid"])]
        attempt = remade.get(finding.slot, {"attempt": 0})["attempt"] + 1
        wanted[finding.slot] = {"attempt": attempt, "avoid": avoid, "because": finding.check}
    return wanted
