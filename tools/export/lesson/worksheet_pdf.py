"""Worksheets on paper, one for each level that has questions, with room to answer by hand."""

from __future__ import annotations

from typing import Any

from core.lesson import Level, Question
from tools.export.lesson.book import Book
from tools.export.lesson.ordered import bank
from tools.export.lesson.printed import Pictures, fixed, ground, whole
from tools.export.lesson.tasks import LEVELS, Task, gives_away, lines, runs, tasks
from tools.export.pdf import pdf

_BODY = {"support": 12.5, "core": 11.0, "stretch": 11.0}
"""Size of the questions in points."""
_GAP = {"support": 11.0, "core": 9.5, "stretch": 9.0}
"""Millimetres between the lines to write on."""


def worksheet_pdfs(book: Book) -> dict[str, bytes]:
    """Level to its worksheet: A4, tagged PDF/UA-1. A level without questions has none.

    Raises:
        ToolFailure: Typst cannot set one.
    """
    return {level: worksheet_pdf(book, level) for level in LEVELS if tasks(book.lesson, level)}


def worksheet_pdf(book: Book, level: Level) -> bytes:
    """One worksheet; without questions it is a sheet for notes. Errors as in ``worksheet_pdfs``."""
    ui, asked, pictures = fixed(book), tasks(book.lesson, level), Pictures(book)
    title = f"{ui['worksheet']} · {ui[level]}"
    data: dict[str, Any] = {
        **ground(book, "worksheet", title),
        "body": _BODY[level],
        "gap": _GAP[level],
        "points": sum(t.question.points for t in asked),
        "bank": word_bank(asked) if level == "support" else [],
        "tasks": [_set(task, pictures, ui) for task in asked],
    }
    return pdf("lesson_worksheet", data, pictures.files)


def word_bank(asked: tuple[Task, ...]) -> list[str]:
    """The words of the sheet's bank; none where one word would be all there is to choose from."""
    found = [whole(word) for word in bank([t.question for t in asked])]
    return found if len(found) > 1 else []


def _set(task: Task, pictures: Pictures, ui: dict[str, str]) -> dict[str, Any]:
    """A task as the template wants it: its parts in the order in which they are shown."""
    q = task.question
    return {
        "number": task.number,
        "kind": q.kind,
        "task": ui[f"do_{q.kind}"],
        "points": q.points,
        "prompt": whole(q.prompt),
        "letters": list(task.shown.letters),
        "choices": [whole(q.choices[i].text) for i in task.shown.order] if q.choices else [],
        "runs": runs(q) if q.kind == "cloze" else [],
        "numbered": len(q.gaps) > 1,
        "left": [whole(p.left) for p in q.pairs],
        "right": [whole(q.pairs[i].right) for i in task.shown.order] if q.kind == "matching" else [],
        "steps": [whole(q.steps[i]) for i in task.shown.order] if q.kind == "ordering" else [],
        "lines": lines(q),
        "unit": whole(q.unit),
        "picture": _picture(q, pictures),
    }


def _picture(question: Question, pictures: Pictures) -> dict[str, Any] | None:
    """The question's drawing, where there is one and the answer cannot be read off it."""
    for made in pictures.book.lesson.diagrams:
        if made.id == question.diagram and not gives_away(question, made):
            found = pictures.diagram(made)
            return found if found["file"] else None
    return None
