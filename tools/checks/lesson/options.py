"""Exactly one right option where one is asked, at least one right and one wrong where several are, no option twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson, Question
from tools.checks.found import Say

from .walk import fold

CHECK: Final = "T2.lesson_options"
_say = Say(CHECK)


def check_options(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T2.lesson_options``: HOLD for each question whose key cannot be marked."""
    return tuple(
        _say(Severity.HOLD, f"{what}: {q.prompt}", remedy, place={"part": f"questions/{q.id}"})
        for q in lesson.questions
        for what, remedy in _faults(q)
    )


def _faults(q: Question) -> Iterator[tuple[str, str]]:
    rights = sum(c.right for c in q.choices)
    if q.kind == "multiple_choice" and rights != 1:
        yield f"{rights} right options where one is asked", "Mark exactly one option as right."
    if q.kind == "multiple_answer" and not 0 < rights < len(q.choices):
        yield f"{rights} right options of {len(q.choices)}", "Give at least one right and one wrong option."
    if q.kind in ("multiple_choice", "multiple_answer"):
        seen = [fold(c.text).rstrip(".。 ") for c in q.choices]
        if len(q.choices) < 2:
            yield "fewer than two options", "Give options to choose among."
        if len(set(seen)) < len(seen):
            yield "an option stands twice", "Give each option once."
        if not all(seen):
            yield "an empty option", "Give the option words."
    if q.kind == "matching":
        left, right = [fold(p.left) for p in q.pairs], [fold(p.right) for p in q.pairs]
        if len(q.pairs) < 2 or len(set(left)) < len(left) or len(set(right)) < len(right):
            yield "pairs that cannot be told apart", "Give at least two pairs, all their sides different."
    if q.kind == "short_answer" and not any(a.strip() for a in q.answers):
        yield "no accepted answer", "Give the answer that is right."
    if q.kind == "ordering" and (len(q.steps) < 2 or len({fold(s) for s in q.steps}) < len(q.steps)):
        yield "steps that cannot be told apart", "Give at least two steps, each once."
