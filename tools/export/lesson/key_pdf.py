"""The answer key on paper: for each question of each worksheet its answer, how it is got, and the source's words."""

from __future__ import annotations

from typing import Any

from core.lesson import Question
from tools.export.lesson.answers import blanked
from tools.export.lesson.book import Book
from tools.export.lesson.plan_pdf import tickets, where
from tools.export.lesson.printed import Pictures, fitted, fixed, ground, said, whole
from tools.export.lesson.tasks import LEVELS, Task, gives_away, shown_number, tasks

Lines = list[dict[str, str]]
_QUOTES = 3
"""At most so many passages of the source for one question."""


def key_pdf(book: Book) -> bytes:
    """A4, tagged PDF/UA-1; numbers and letters are those of ``worksheet_pdfs``. Empty where the lesson asks nothing.

    Raises:
        ToolFailure: Typst cannot set it.
    """
    lesson, ui, pictures = book.lesson, fixed(book), Pictures(book)
    sheets = [
        {"label": f"{ui['worksheet']} · {ui[level]}", "entries": [_entry(t, pictures, ui) for t in asked]}
        for level in LEVELS
        if (asked := tasks(lesson, level))
    ]
    if not sheets:
        return b""
    data = {**ground(book, "key"), "sheets": sheets, "exit": tickets(lesson, where(lesson, ui))}
    return fitted("lesson_key", data, pictures.files)


def _entry(task: Task, pictures: Pictures, ui: dict[str, str]) -> dict[str, Any]:
    q, book = task.question, pictures.book
    spans = list(q.spans) + [s for c in q.choices if c.right for s in c.spans]
    return {
        "number": task.number,
        "prompt": whole(blanked(q.prompt, "____") if q.kind == "cloze" else q.prompt),
        "points": f"{ui['points']}{ui['colon']}{q.points}",
        "answers": answers(task, book.lesson.language, ui),
        "boxes": _boxes(task, ui) if q.kind == "ordering" else "",
        "working": whole(q.working),
        "feedback": whole(q.feedback) if whole(q.feedback) != whole(q.working) else "",
        "others": [
            {"label": task.shown.letter(i), "text": whole(c.feedback)}
            for i, c in sorted(enumerate(q.choices), key=lambda x: task.shown.rows[x[0]])
            if not c.right and c.feedback.strip()
        ],
        "quotes": said(book, spans)[:_QUOTES],
        "picture": _picture(q, pictures),
    }


def answers(task: Task, language: str, ui: dict[str, str]) -> Lines:
    """The right answers as label and words, in the order of the worksheet."""
    q = task.question
    if q.choices:
        return [_line(task.shown.letter(i), q.choices[i].text) for i in task.shown.order if q.choices[i].right]
    if q.kind == "cloze":
        return [_line(f"({n})" if len(q.gaps) > 1 else "", _first_and_rest(gap, ui)) for n, gap in enumerate(q.gaps, 1)]
    if q.kind == "matching":
        return [_line(f"{i + 1} – {task.shown.letter(i)}", f"{p.left} – {p.right}") for i, p in enumerate(q.pairs)]
    if q.kind == "ordering":
        return [_line(f"{n} – {task.shown.letter(n - 1)}", step) for n, step in enumerate(q.steps, 1)]
    if q.kind == "numeric" and q.number is not None:
        return [_line("", _measured(q, q.number, language))]
    return [_line("", _first_and_rest(q.answers, ui))] if q.answers else []


def _line(label: str, words: str) -> dict[str, str]:
    return {"label": label, "text": whole(words)}


def _first_and_rest(accepted: tuple[str, ...], ui: dict[str, str]) -> str:
    rest = ui["comma"].join(accepted[1:])
    return f"{accepted[0]} ({ui['also']}{rest})" if rest else "".join(accepted[:1])


def _measured(q: Question, number: float, language: str) -> str:
    slack = f" (± {shown_number(q.tolerance, language)})" if q.tolerance else ""
    return f"{shown_number(number, language)} {q.unit}".strip() + slack


def _boxes(task: Task, ui: dict[str, str]) -> str:
    return ui["comma"].join(str(place + 1) for place in task.shown.order)


def _picture(question: Question, pictures: Pictures) -> dict[str, Any] | None:
    """The drawing that the worksheet leaves out because it shows the answer."""
    for made in pictures.book.lesson.diagrams:
        if made.id == question.diagram and gives_away(question, made):
            found = pictures.diagram(made)
            return found if found["file"] else None
    return None
