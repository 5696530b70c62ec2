"""The lesson's checks: its words against its sources, its drawings, its sound and film, and the package's files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from agents.kind import Check, Dossier, Subject
from agents.series import digests
from core.blobs import Read
from core.findings import Finding, Severity
from core.lesson import Lesson
from core.requests import Timing, Word
from core.source import Reading
from graphs.common_checks import package
from graphs.kinds.lesson.books import numbers, readings
from graphs.kinds.lesson.build import cues, spoken
from tools.checks.lesson import CHECKS as WORDS
from tools.checks.lesson import LessonCheck

Found = Sequence[Finding]


# -- words


def _lesson_subjects(job: Dossier) -> Iterator[Subject]:
    for n in numbers(job):
        slot = f"lesson.{n}"
        yield Subject(slot, {"lesson": job.assets[slot].digest("json"), "sources": readings(job)})


def _words(check: LessonCheck) -> Any:
    def look(subject: Subject, read: Read) -> Found:
        lesson = Lesson.model_validate_json(read(subject.inputs["lesson"]))
        sources = [Reading.model_validate_json(read(d)) for d in subject.inputs["sources"]]
        found = check(lesson, {r.name: r.text for r in sources})
        return [f.model_copy(update={"slot": subject.slot}) for f in found]

    return look


def _unread_subjects(job: Dossier) -> Iterator[Subject]:
    yield Subject("", {"lessons": [job.assets[f"lesson.{n}"].digest("json") for n in numbers(job)]})


def _unread(subject: Subject, read: Read) -> Found:
    return (
        Finding(
            check="T1.hazard", severity=Severity.NOT_CHECKED, evidence="no guard model has read the lesson for harm",
            remedy="Read it yourself, then approve the package.",
        ),
    )  # fmt: skip


def _losses_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in job.assets.items():
        if asset.facts.get("losses"):
            yield Subject(slot, {"losses": list(asset.facts["losses"])})


def _losses(subject: Subject, read: Read) -> Found:
    """What could not be read of a source is told, so that nobody takes the lesson for all of it."""
    return [
        Finding(
            check="T3.source_losses", severity=Severity.WARN, slot=subject.slot, evidence=loss,
            remedy="Look at that place of the source.",
        )
        for loss in subject.inputs["losses"]
    ]  # fmt: skip


def _level_subjects(job: Dossier) -> Iterator[Subject]:
    for subject in _lesson_subjects(job):
        wanted = list(job.plan.slot(subject.slot).spec["levels"])
        yield Subject(subject.slot, {"lesson": subject.inputs["lesson"], "levels": wanted})


def _levels(subject: Subject, read: Read) -> Found:
    """A worksheet that was asked for and could not be made is told, not left out in silence."""
    lesson = Lesson.model_validate_json(read(subject.inputs["lesson"]))
    asked = {q.level for q in lesson.questions}
    return [
        Finding(
            check="T4.lesson_levels", severity=Severity.WARN, slot=subject.slot,
            evidence=f"no worksheet for the level {level!r}: the sources do not hold what its tasks need",
            remedy="Give a source with more terms, comparisons or figures, or ask for fewer levels.",
        )
        for level in subject.inputs["levels"]
        if level not in asked
    ]  # fmt: skip


# -- pictures


def _drawn_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in job.assets.items():
        if slot.startswith(("diagrams.", "slides.")):
            yield Subject(slot, {"failed": dict(asset.facts.get("failed", {}))})


def _drawn(subject: Subject, read: Read) -> Found:
    return [
        Finding(
            check="M6.undrawn", severity=Severity.HOLD, slot=subject.slot, evidence=f"{name} could not be drawn: {why}",
            remedy="Shorten its words in the source, or waive it: the package does without the drawing.",
        )
        for name, why in sorted(subject.inputs["failed"].items())
    ]  # fmt: skip


def _contrast_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in job.assets.items():
        if slot.startswith("diagrams."):
            yield Subject(slot, {n: f.get("min_contrast", 0.0) for n, f in asset.facts.get("items", {}).items()})


def _contrast(subject: Subject, read: Read) -> Found:
    return [
        Finding(
            check="M3.contrast", severity=Severity.HOLD, slot=subject.slot, evidence=f"{name}: text at {ratio:.2f}:1",
            remedy="Choose colours with more contrast.",
        )
        for name, ratio in sorted(subject.inputs.items())
        if ratio and ratio < 4.5
    ]  # fmt: skip


# -- sound and film


def _mix_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in job.assets.items():
        if slot.startswith("mix."):
            yield Subject(slot, {"wav": asset.digest("wav")})


def _loudness(subject: Subject, read: Read) -> Found:
    from tools.checks.audio import loudness

    return loudness(read(subject.inputs["wav"]), lufs=-16.0, peak_db=-1.0, slot=subject.slot)


def _film_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in job.assets.items():
        if slot.startswith("film.") and "mp4" in asset.parts:
            spec = job.plan.slot(slot).spec
            given = {k: spec[k] for k in ("width", "height", "fps")}
            sound = f"mix.{slot.rpartition('.')[2]}" in job.assets
            given |= {"mp4": asset.digest("mp4"), "layout": asset.digest("layout") if not asset.pinned else ""}
            yield Subject(slot, {**given, "seconds": asset.facts.get("seconds", 0.0), "sound": sound})


def _film(subject: Subject, read: Read) -> Found:
    from tools.checks.video import film

    given = subject.inputs
    return film(
        read(given["mp4"]), width=given["width"], height=given["height"], seconds=float(given["seconds"]), fps=float(given["fps"]),
        audio=bool(given["sound"]), layout=json.loads(read(given["layout"])) if given["layout"] else None, slot=subject.slot,
    )  # fmt: skip


def _caption_subjects(job: Dossier) -> Iterator[Subject]:
    for n in numbers(job):
        if f"voice.{n}" not in job.assets or f"film.{n}" not in job.assets:
            continue
        lesson = Lesson.model_validate_json(job.read(job.assets[f"lesson.{n}"].digest("json")))
        words = [[w.text, w.start, w.end] for line in spoken(job, n, lesson) for w in line]
        yield Subject(
            f"film.{n}",
            {
                "cues": [list(c) for c in cues(job, n, lesson)],
                "words": words,
                "seconds": job.assets[f"film.{n}"].facts.get("seconds", 0.0),
                "language": lesson.language,
            },
        )


def _captions(subject: Subject, read: Read) -> Found:
    from tools.checks.captions import captions
    from tools.export.captions import Cue

    given = subject.inputs
    words = [Word(text=t, start=a, end=b) for t, a, b in given["words"]]
    return captions([Cue(*c) for c in given["cues"]], float(given["seconds"]), given["language"], words, subject.slot)


def _drift_subjects(job: Dossier) -> Iterator[Subject]:
    for slot, asset in job.assets.items():
        if slot.startswith("voice."):
            wavs, timings = digests(asset, "wav"), digests(asset, "timing")
            yield from (Subject(slot, {"wav": wavs[n], "timing": timings[n]}) for n in sorted(timings) if n in wavs)


def _drift(subject: Subject, read: Read) -> Found:
    from tools.checks.captions import drift

    timing = Timing.model_validate_json(read(subject.inputs["timing"]))
    return drift([w for line in timing.lines for w in line], read(subject.inputs["wav"]), slot=subject.slot)


# -- the package


def programs() -> tuple[str, ...]:
    """The one program that the lesson's page runs: its quiz."""
    from tools.export.lesson.screen import part

    return (hashlib.sha256(part("lesson.js").encode()).hexdigest(),)


def _names() -> Iterator[Check]:
    """One check for each property of the words, by the id that its findings carry."""
    for check in WORDS:
        module = __import__(check.__module__, fromlist=["CHECK"])
        name = str(module.CHECK)
        yield Check(id=name, subjects=_lesson_subjects, look=_words(check))


CHECKS: tuple[Check, ...] = (
    Check(id="T1.hazard", subjects=_unread_subjects, look=_unread),
    *_names(),
    Check(id="T4.lesson_levels", subjects=_level_subjects, look=_levels),
    Check(id="T3.source_losses", subjects=_losses_subjects, look=_losses),
    Check(id="M6.undrawn", subjects=_drawn_subjects, look=_drawn),
    Check(id="M3.contrast", subjects=_contrast_subjects, look=_contrast),
    Check(id="A1.loudness", subjects=_mix_subjects, look=_loudness),
    Check(id="V2.video", subjects=_film_subjects, look=_film, version=2),
    Check(id="V2.captions", subjects=_caption_subjects, look=_captions, version=2),
    Check(id="V2.drift", subjects=_drift_subjects, look=_drift, version=2),
    *package(programs),
)
