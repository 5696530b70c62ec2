"""Questions as paper sets them: numbered by level, their parts in an order that does not give the answer away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil, isfinite
from typing import Any, Final

from core.lesson import Diagram, Lesson, Level, Question
from tools.export.lesson.ordered import Ordered, ordered
from tools.export.lesson.printed import whole, width

LEVELS: Final[tuple[Level, ...]] = ("support", "core", "stretch")
_GAP: Final = re.compile(r"\[(\d{1,3})\]")
_ORDERED: Final = frozenset({"process", "cycle", "timeline", "layers"})
"""Diagrams that show an order."""
_LETTER_MM: Final = 3.9
"""Room that a child's hand takes for one letter; a Chinese character takes two."""
_GAP_MM: Final = (20, 110)


@dataclass(frozen=True)
class Task:
    """A question of a worksheet and how its parts are shown."""

    number: int
    question: Question
    shown: Ordered


def tasks(lesson: Lesson, level: Level) -> tuple[Task, ...]:
    """The questions of one worksheet in the lesson's order, numbered from 1."""
    asked = [q for q in lesson.questions if q.level == level]
    return tuple(Task(i, q, ordered(q)) for i, q in enumerate(asked, 1))


def runs(question: Question) -> list[dict[str, Any]]:
    """A cloze as text and gaps: ``text``, or ``gap`` its number and ``room`` the line's length in millimetres."""
    out: list[dict[str, Any]] = []
    done = 0
    for found in _GAP.finditer(question.prompt):
        number = int(found.group(1))
        if 1 <= number <= len(question.gaps):
            out += [
                {"text": _inner(question.prompt[done : found.start()])},
                {"gap": number, "room": _room(question, number)},
            ]
            done = found.end()
    out.append({"text": _inner(question.prompt[done:])})
    return [run for run in out if "gap" in run or run["text"]]


def _inner(text: str) -> str:
    """``whole``, but a space at either end stays: a gap follows or went before."""
    body = whole(text)
    left, right = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if left else ''}{body}{' ' if right and body else ''}"


def _room(question: Question, number: int) -> float:
    best = max((width(word) for word in question.gaps[number - 1][:1]), default=8)
    return round(min(max(best * _LETTER_MM + 8, _GAP_MM[0]), _GAP_MM[1]), 1)


def lines(question: Question) -> int:
    """How many lines to write on: twice what the model answer takes in a learner's hand, at least 2, at most 9."""
    best = max((width(answer) for answer in question.answers[:1]), default=60)
    floor = 3 if question.level == "stretch" else 2
    return min(max(ceil(best * 2 / 42), floor), 9)


def gives_away(question: Question, diagram: Diagram) -> bool:
    """Whether a learner could read the answer off the diagram."""
    if question.kind == "ordering":
        return diagram.kind in _ORDERED
    cells = [diagram.title, *diagram.columns, *(cell for row in diagram.rows for cell in row)]
    cells += [part for node in diagram.nodes for part in (node.text, node.detail, node.when)]
    cells += [link.label for link in diagram.links]
    shown = "\n".join([*cells, diagram.alt]).casefold()
    answers = [word for gap in question.gaps for word in gap] + list(question.answers)
    answers += [pair.right for pair in question.pairs]
    return any(answer.strip() and answer.strip().casefold() in shown for answer in answers)


def shown_number(value: float, language: str) -> str:
    """A number as the language writes it: a decimal comma in German, Spanish and French."""
    if not isfinite(value):
        return "–"
    text = str(int(value)) if value == int(value) and abs(value) < 1e15 else format(value, ".10g")
    return text.replace(".", ",") if language.partition("-")[0] in ("de", "es", "fr") else text
