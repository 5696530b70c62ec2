"""The lesson plan on paper: what it is for, minute by minute, and what helps along the way."""

from __future__ import annotations

from typing import Any

from core.lesson import Lesson, Stage
from tools.export.lesson.book import Book
from tools.export.lesson.printed import filled, fitted, fixed, ground, whole
from tools.export.lesson.tasks import LEVELS, tasks

_PAGES = 4


def plan_pdf(book: Book) -> bytes:
    """A4, tagged PDF/UA-1, two to four pages for a usual lesson. A part of which the lesson says nothing is left out.

    Raises:
        ToolFailure: Typst cannot set it.
    """
    lesson, ui = book.lesson, fixed(book)
    places = where(lesson, ui)
    data: dict[str, Any] = {
        **ground(book, "plan"),
        "summary": whole(lesson.summary.text),
        "facts": _facts(lesson, ui),
        "objectives": [
            {"number": i, "text": whole(o.text), "bloom": ui[o.bloom], "standard": whole(o.standard),
             "checked": _checked(lesson, o.id, ui)}
            for i, o in enumerate(lesson.objectives, 1)
        ],
        "prior": [whole(p) for p in lesson.prior],
        "materials": _materials(lesson),
        "stages": _stages(lesson, ui),
        "misconceptions": [{"wrong": whole(m.wrong), "instead": whole(m.instead.text)} for m in lesson.misconceptions],
        "support": [{"label": ui[s.level], "measures": [whole(m) for m in s.measures]} for s in lesson.support],
        "terms": [{"word": whole(t.word), "meaning": whole(t.meaning.text)} for t in lesson.terms],
        "exit": tickets(lesson, places),
        "sources": [whole(s.title or s.name) for s in lesson.sources],
    }  # fmt: skip
    return fitted("lesson_plan", data, {}, most=_PAGES)


def where(lesson: Lesson, ui: dict[str, str]) -> dict[str, str]:
    """Question's id to its place on the worksheets, such as "Core 2"."""
    return {t.question.id: f"{ui[level]} {t.number}" for level in LEVELS for t in tasks(lesson, level)}


def _checked(lesson: Lesson, objective: str, ui: dict[str, str]) -> str:
    """The questions of an objective by worksheet, such as "Core 2, 3 · Stretch 1"."""
    by_level = {
        ui[level]: _spanned([t.number for t in tasks(lesson, level) if t.question.objective == objective])
        for level in LEVELS
    }
    return "\u00a0· ".join(f"{name}\u00a0{ui['comma'].join(found)}" for name, found in by_level.items() if found) or "–"


def _spanned(numbers: list[int]) -> list[str]:
    """Rising numbers with three and more in a row as a span: 1, 3–6, 8."""
    rows: list[list[int]] = []
    for n in numbers:
        if rows and rows[-1][-1] == n - 1:
            rows[-1].append(n)
        else:
            rows.append([n])
    spans = [[f"{row[0]}–{row[-1]}"] if len(row) > 2 else [str(n) for n in row] for row in rows]
    return [part for span in spans for part in span]


def tickets(lesson: Lesson, places: dict[str, str]) -> list[dict[str, str]]:
    """The exit ticket's questions with their places on the worksheets."""
    asked = {q.id: q for q in lesson.questions}
    return [{"text": whole(asked[i].prompt), "place": places[i]} for i in lesson.exit_ticket if i in asked]


def _facts(lesson: Lesson, ui: dict[str, str]) -> list[dict[str, str]]:
    pairs = [
        ("audience", whole(lesson.audience)),
        ("ages", "–".join(dict.fromkeys(map(str, lesson.ages))) if lesson.ages else ""),
        ("duration", filled(ui["minutes"], n=lesson.minutes)),
        ("lesson", filled(ui["of"], a=lesson.number, b=lesson.of) if lesson.of > 1 else ""),
        ("grade", filled(ui["school_year"], n=max(1, round(lesson.grade))) if lesson.grade is not None else ""),
    ]
    return [{"label": ui[key], "words": words} for key, words in pairs if words]


def _materials(lesson: Lesson) -> list[str]:
    found = (whole(r) for stage in lesson.stages for r in stage.resources)
    return list(dict.fromkeys(r for r in found if r))


def _stages(lesson: Lesson, ui: dict[str, str]) -> list[dict[str, Any]]:
    numbers = {o.id: i for i, o in enumerate(lesson.objectives, 1)}
    out, clock = [], 0
    for stage in lesson.stages:
        out.append(_stage(stage, clock, numbers, ui))
        clock += stage.minutes
    return out


def _stage(stage: Stage, clock: int, numbers: dict[str, int], ui: dict[str, str]) -> dict[str, Any]:
    served = ui["comma"].join(str(numbers[o]) for o in stage.objectives if o in numbers)
    return {
        "phase": stage.phase,
        "label": ui[stage.phase],
        "title": whole(stage.title),
        "minutes": stage.minutes,
        "from-to": f"{clock}–{clock + stage.minutes}",
        "length": filled(ui["minutes"], n=stage.minutes),
        "teacher": [whole(t) for t in stage.teacher],
        "learners": [whole(t) for t in stage.learners],
        "serves": f"{ui['objective']} {served}" if served else "",
        "resources": ui["comma"].join(whole(r) for r in stage.resources),
    }
