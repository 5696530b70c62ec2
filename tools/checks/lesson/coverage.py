"""Every objective is asked about and taught, every question tests an objective."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from tools.checks.found import Say

CHECK: Final = "T4.lesson_coverage"
_say = Say(CHECK)


def check_coverage(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T4.lesson_coverage``: HOLD for an objective without a question and a question without an objective; WARN for an objective that
    no stage names, where stages name any.
    """
    asked = {q.objective for q in lesson.questions}
    known = {o.id for o in lesson.objectives}
    staged = {o for s in lesson.stages for o in s.objectives}
    found: list[Finding] = []
    for o in lesson.objectives:
        place = {"part": f"objectives/{o.id}"}
        if o.id not in asked:
            found.append(_say(Severity.HOLD, f"no question tests: {o.text}", "Ask about it, or drop it.", place=place))
        if staged and o.id not in staged:
            found.append(_say(Severity.WARN, f"no stage serves: {o.text}", "Name it where it is taught.", place=place))
    for q in lesson.questions:
        if q.objective not in known:
            told = f"objective {q.objective!r} is none of the lesson's: {q.prompt}"
            found.append(_say(Severity.HOLD, told, "Tie it to an objective.", place={"part": f"questions/{q.id}"}))
    return tuple(found)
