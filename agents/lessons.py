"""What the agents make for a lesson: reading, lesson, diagrams, slides, narration, sound and film."""

from __future__ import annotations

from typing import Any

from agents.deps import Deps, Work
from agents.script import SOLVED, Page, Stand, moments, pages, shifted, stands
from agents.series import digests, series
from core.asset import Asset
from core.lesson import Lesson
from core.requests import (
    Aim,
    Chapter,
    DesignTexts,
    DiagramRequest,
    LessonRequest,
    Placed,
    ReadingRequest,
    Request,
    Scene,
    SlideRequest,
    SoundRequest,
    SpeechRequest,
    Timing,
    VideoRequest,
)


async def read_source(work: Work, deps: Deps) -> Asset:
    """One source, read and understood."""
    return await deps.make(work, ReadingRequest(**work.slot.spec, seed=1))


async def plan_lesson(work: Work, deps: Deps) -> Asset:
    """The lesson itself."""
    spec = dict(work.slot.spec)
    aims = tuple(Aim(**a) for a in spec.pop("aims", ()))
    known = tuple(a.digest("knowledge") for a in work.assets.values() if "knowledge" in a.parts)
    request = LessonRequest(**spec, aims=aims, knowledge=known, language=work.slot.language, seed=work.slot.seed)
    return await deps.make(work, request)


BARE = "-bare"
"""Ending of the drawings without a title: for pages and slides that say it themselves."""


async def draw_diagrams(work: Work, deps: Deps) -> Asset:
    """Every diagram of the lesson, with its title and without. Where a source says a thing has no part in the drawing, so it is
    left out of the request."""
    lesson = read_lesson(work, deps)
    spec = dict(work.slot.spec)
    requests: dict[str, Request] = {}
    for d in lesson.diagrams:
        for ending, title in (("", d.title), (BARE, "")):
            drawn = d.model_copy(update={"spans": (), "title": title})
            requests[d.id + ending] = DiagramRequest(**spec, diagram=drawn, language=work.slot.language, seed=1)
    return await series(work, deps, requests) if requests else nothing(work)


async def draw_slides(work: Work, deps: Deps) -> Asset:
    """Every slide as a picture, with its states."""
    lesson = read_lesson(work, deps)
    drawn = digests(work.need("diagrams"), "png")
    spec = dict(work.slot.spec)
    told = pages(lesson)
    requests: dict[str, Request] = {
        page.id: SlideRequest(
            **spec, role=page.role, kicker=page.kicker, title=page.title, lines=page.lines, labels=page.labels, quoted=page.quoted, right=page.right,
            picture=drawn.get(page.diagram + BARE, ""), icon=page.icon, foot=lesson.title if page.role != "title" else "",
            number=n, of=len(told), language=work.slot.language, seed=1,
        )
        for n, page in enumerate(told, 1)
    }  # fmt: skip
    return await series(work, deps, requests)


async def narrate(work: Work, deps: Deps) -> Asset:
    """The narration of each slide."""
    requests: dict[str, Request] = {
        page.id: SpeechRequest(
            **work.slot.spec, lines=tuple(s.text for s in page.spoken), pause=page.pause, language=work.slot.language, seed=1
        )
        for page in pages(read_lesson(work, deps))
        if page.spoken
    }  # fmt: skip
    return await series(work, deps, requests)


async def mix_voices(work: Work, deps: Deps) -> Asset:
    """All narrations on the film's clock, at one loudness."""
    voice = work.need("voice")
    plan = timetable(pages(read_lesson(work, deps)), voice)
    wavs = digests(voice, "wav")
    placed = tuple(Placed(audio=wavs[s.page.id], at=s.voice) for s in plan if s.page.id in wavs)
    return await deps.make(work, SoundRequest(**work.slot.spec, voices=placed, seconds=plan[-1].end, seed=1))


async def cut_film(work: Work, deps: Deps) -> Asset:
    """The slides as a film that keeps pace with the words."""
    lesson = read_lesson(work, deps)
    voice = next((a for s, a in work.assets.items() if s.startswith("voice.")), None)
    mix = next((a for s, a in work.assets.items() if s.startswith("mix.")), None)
    slides = work.need("slides")
    plan = timetable(pages(lesson), voice)
    timings = _timings(voice, deps)
    scenes = [scene for stand in plan for scene in _scenes(stand, timings.get(stand.page.id), slides)]
    spoken = tuple(line for s in plan if s.page.id in timings for line in shifted(timings[s.page.id], s.voice) if line)
    request = VideoRequest(
        **work.slot.spec, seconds=plan[-1].end, scenes=tuple(scenes), audio=mix.digest("wav") if mix else "", title=lesson.title,
        chapters=tuple(chapters(plan)), subtitles=spoken, language=work.slot.language, seed=1,
    )  # fmt: skip
    return await deps.make(work, request)


def timetable(told: tuple[Page, ...], voice: Asset | None) -> tuple[Stand, ...]:
    """When each page stands in the film."""
    items: dict[str, Any] = voice.facts["items"] if voice else {}
    return stands(told, {name: float(facts.get("seconds", 0.0)) for name, facts in items.items()})


def chapters(plan: tuple[Stand, ...]) -> list[Chapter]:
    """A chapter for each page whose title differs from the one before."""
    out: list[Chapter] = []
    for stand in plan:
        title = stand.page.kicker or stand.page.title
        if not out or out[-1].title != title:
            out.append(Chapter(start=stand.start, title=title))
    return out


def read_lesson(work: Work, deps: Deps) -> Lesson:
    """The lesson that a slot needs."""
    return Lesson.model_validate_json(deps.read(work.need("lesson").digest("json")))


def nothing(work: Work) -> Asset:
    """A lesson without diagrams has an empty series, made of the lesson itself."""
    lesson = work.need("lesson")
    return Asset(
        slot=work.slot.id,
        key=lesson.key,
        main="none",
        parts={},
        facts={"items": {}, "failed": {}},
        origin=lesson.origin,
    )


def _timings(voice: Asset | None, deps: Deps) -> dict[str, Timing]:
    found = digests(voice, "timing") if voice else {}
    return {name: Timing.model_validate_json(deps.read(digest)) for name, digest in found.items()}


def _scenes(stand: Stand, timing: Timing | None, slides: Asset) -> list[Scene]:
    marks = [*moments(stand, timing), (stand.end, -1)]
    out = []
    for (start, state), (end, _) in zip(marks, marks[1:], strict=False):
        part = f"{stand.page.id}/{'solved' if state == SOLVED else f'state_{state}'}"
        still = slides.parts.get(part) or slides.parts.get(f"{stand.page.id}/png")
        if still is not None and end > start:
            out.append(
                Scene(
                    start=start, end=end, role="slide", texts=DesignTexts(headline=stand.page.title), still=still.digest
                )
            )
    return out
