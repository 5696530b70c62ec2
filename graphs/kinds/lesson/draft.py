"""A lesson's plan: sources, lessons, and for each its diagrams, slides, narration and film. Made before any source is read."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from core.brief import Brief
from core.canonical import derive_seed
from core.direction import Direction
from core.errors import BadInput
from core.plan import Plan, Slot
from core.taste import Taste
from graphs.kinds.lesson.details import Details
from tools.design.direction import choose
from tools.embed.choose import best
from tools.text.embedded.domains import detect

FRAME = (1920, 1080)
FPS = 12
"""Slides stand still but for a short change between them."""
PACE = 140
"""Words a minute of the narration: slower than a film's."""
MOST_SOURCES = 12


def draft(brief: Brief, taste: Taste, able: frozenset[str]) -> Plan:
    """The plan. ``BadInput`` where there is no source: the embedded writer knows nothing of its own."""
    details = Details.model_validate(brief.details)
    language, direction = brief.language, _direction(brief, taste, details)
    if len(brief.languages) > 1:
        raise BadInput("languages: a lesson is in one language", which=", ".join(brief.languages), remedy="Make one lesson for each, from a source in it.")  # fmt: skip
    read = _sources(brief, taste)
    slots = list(read)
    for n in range(1, details.lessons + 1):
        slots += _lesson(brief, details, direction, language, n, tuple(s.id for s in read), able)
    return Plan(
        kind="lesson",
        title=brief.title or brief.product[:120] or "Lesson",
        slots=tuple(slots),
        message={"audience": brief.audience, "minutes": details.minutes, "lessons": details.lessons},
        direction=direction.json_dict(),
    )


def _sources(brief: Brief, taste: Taste) -> list[Slot]:
    given = [a for name in brief.sources if (a := brief.attachment(name))]
    if len(given) > MOST_SOURCES:
        raise BadInput(
            "sources: too many files for one lesson", which=str(len(given)), remedy=f"Give at most {MOST_SOURCES}."
        )
    plain = [PurePosixPath(a.name.replace("\\", "/")).name for a in given]
    names = plain if len(set(plain)) == len(plain) else [a.name for a in given]
    specs: list[dict[str, Any]] = [
        {"name": name, "source": a.digest, "media": a.media} for name, a in zip(names, given, strict=True)
    ]
    notes = [r.text for r in taste.recalled if r.kind in ("fact", "source")]
    if not specs and notes:
        text = "\n\n".join(t if t.rstrip().endswith((".", "!", "?", "。")) else f"{t.rstrip()}." for t in notes)
        specs = [{"name": "notes", "text": f"{brief.title or brief.product}\n\n{text}"}]
    if not specs:
        raise BadInput(
            "sources: a lesson without a model needs a source, and the brief names none", which=brief.title or brief.product[:80],
            remedy="Add 'sources: [text.pdf]' (PDF, DOCX, EPUB, HTML, Markdown or text, beside the brief), or remember facts on the topic with `python main.py memory add --kind fact \"...\"`.",
        )  # fmt: skip
    return [
        _slot(f"source.{i}", "reading", "writer", "source", spec, (), "", brief.seed) for i, spec in enumerate(specs, 1)
    ]


def _lesson(
    brief: Brief, details: Details, direction: Direction, language: str, n: int, sources: tuple[str, ...], able: frozenset[str]
) -> list[Slot]:  # fmt: skip
    look = {"direction": direction.json_dict()}
    wide = {"width": FRAME[0], "height": FRAME[1]}

    def one(head: str, modality: Any, agent: str, spec: dict[str, Any], *needs: str) -> Slot:
        return _slot(f"{head}.{n}", modality, agent, "lesson", spec, needs, language, brief.seed)

    lesson = f"lesson.{n}"
    slots = [
        one("lesson", "lesson", "writer", _request(brief, details, n), *sources),
        one("diagrams", "diagram", "illustrator", {**look, "width": 1600, "height": 900}, lesson),
    ]
    if not details.film:
        return slots
    slots.append(one("slides", "slide", "illustrator", {**look, **wide}, lesson, f"diagrams.{n}"))
    needs = [lesson, f"slides.{n}"]
    if details.narration and "speech" in able:
        slots.append(one("voice", "speech", "composer", {"voice": details.voice, "words_per_minute": PACE}, lesson))
        slots.append(one("mix", "sound", "composer", {"lufs": -16.0}, lesson, f"voice.{n}"))
        needs += [f"voice.{n}", f"mix.{n}"]
    slots.append(one("film", "video", "editor", {**look, **wide, "fps": FPS}, *needs))
    return slots


def _request(brief: Brief, details: Details, n: int) -> dict[str, Any]:
    """All that the lesson's words depend on."""
    aims = [{"text": s.statement, "code": s.code, "framework": s.framework} for s in details.standards]
    return {
        "title": brief.title,
        "topic": brief.product,
        "audience": brief.audience,
        "ages": details.ages,
        "minutes": details.minutes,
        "number": n,
        "of": details.lessons,
        "prior": list(details.prior),
        "aims": [*aims, *({"text": text} for text in details.objectives)],
        "grade": details.reading_level,
        "levels": list(details.levels),
        "needs": list(details.needs),
        "tone": list(brief.tone),
    }


def _slot(
    name: str,
    modality: Any,
    agent: str,
    role: str,
    spec: dict[str, Any],
    needs: tuple[str, ...],
    language: str,
    seed: int,
) -> Slot:
    return Slot(
        id=name,
        modality=modality,
        agent=agent,
        role=role,
        spec=spec,
        needs=needs,
        language=language,
        seed=derive_seed(name, seed),
    )


def _direction(brief: Brief, taste: Taste, details: Details) -> Direction:
    text = " ".join([brief.title, brief.product])
    domain, _ = detect(text, brief.language)
    return choose(
        brand_colours=brief.brand.colours,
        mood=details.mood or "bright",
        domain="education" if domain == "plain" else domain,
        product=brief.product or brief.title,
        proofs=(),
        language=brief.language,
        seed=brief.seed,
        embedder=best(),
        preferred_palette=taste.palette,
        avoid_palettes=taste.colours,
        ground=taste.ground,
        fonts=brief.brand.fonts,
    ).model_copy(update={"icons": ()})
