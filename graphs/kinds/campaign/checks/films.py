"""How a campaign sounds and moves: loudness, the films as they are coded, their captions."""

from __future__ import annotations

import json
from collections.abc import Iterator

from agents.cuts import LEAD_IN
from agents.kind import Check, Dossier, Subject
from core.blobs import Read
from core.requests import Timing, Word
from graphs.kinds.campaign.captions import film_cues
from graphs.kinds.campaign.checks.subjects import Found, assets, check


def _mix_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in assets(job, "mix"):
        yield Subject(slot, {"wav": asset.digest("wav")})


def _loudness(subject: Subject, read: Read) -> Found:
    from tools.checks.audio import loudness

    return loudness(read(subject.inputs["wav"]), lufs=-14.0, peak_db=-1.0, slot=subject.slot)


def _film_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in assets(job, "video"):
        spec = job.plan.slot(slot).spec
        given = {"mp4": asset.digest("mp4"), "width": spec["width"], "height": spec["height"]}
        given |= {"seconds": asset.facts.get("seconds", 0.0), "fps": asset.facts.get("fps", 30)}
        layout = asset.digest("layout") if "layout" in asset.parts and not asset.pinned else ""
        yield Subject(slot, {**given, "layout": layout})


def _film(subject: Subject, read: Read) -> Found:
    from tools.checks.video import film

    given = subject.inputs
    return film(
        read(given["mp4"]), width=given["width"], height=given["height"], seconds=float(given["seconds"]),
        fps=float(given["fps"]), layout=json.loads(read(given["layout"])) if given["layout"] else None, slot=subject.slot,
    )  # fmt: skip


def _caption_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in assets(job, "video"):
        language = slot.rsplit(".", 1)[-1]
        seconds, dash, _ = slot.split(".")[1].partition("-")
        voice = job.assets.get(f"voice.{seconds}.{language}" if dash else f"voice.{language}")
        cues = [list(c) for c in film_cues(asset)]
        timing = voice.digest("timing") if voice and not asset.pinned else ""
        yield Subject(
            slot, {"cues": cues, "seconds": asset.facts.get("seconds", 0.0), "language": language, "timing": timing}
        )


def _captions(subject: Subject, read: Read) -> Found:
    from tools.checks.captions import captions
    from tools.export.captions import Cue

    given = subject.inputs
    words: list[Word] = []
    if given["timing"]:
        timing = Timing.model_validate_json(read(given["timing"]))
        words = [Word(text=w.text, start=w.start + LEAD_IN, end=w.end + LEAD_IN) for line in timing.lines for w in line]
    return captions([Cue(*c) for c in given["cues"]], float(given["seconds"]), given["language"], words, subject.slot)


def _drift_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in assets(job, "voice"):
        if "timing" in asset.parts and not asset.pinned:
            yield Subject(slot, {"wav": asset.digest("wav"), "timing": asset.digest("timing")})


def _drift(subject: Subject, read: Read) -> Found:
    from tools.checks.captions import drift

    timing = Timing.model_validate_json(read(subject.inputs["timing"]))
    return drift([w for line in timing.lines for w in line], read(subject.inputs["wav"]), slot=subject.slot)


FILMS: tuple[Check, ...] = (
    check("A1.loudness", _mix_subjects, _loudness),
    check("V2.video", _film_subjects, _film, version=2),
    check("V2.captions", _caption_subjects, _captions, version=2),
    check("V2.drift", _drift_subjects, _drift, version=2),
)
