"""The minutes of the stages against the lesson's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from tools.checks.found import Say

CHECK: Final = "T4.lesson_minutes"
_say = Say(CHECK)
_ORDER: Final = {"starter": 0, "teach": 1, "practice": 1, "check": 2, "exit": 3}
"""Teaching and practice may take turns."""


def check_minutes(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T4.lesson_minutes``: BLOCK where the stages do not add up to the lesson's minutes; WARN where a starter is not at the
    beginning or an exit not at the end.
    """
    total = sum(s.minutes for s in lesson.stages)
    parts = " + ".join(str(s.minutes) for s in lesson.stages) or "0"
    found: list[Finding] = []
    if total != lesson.minutes:
        told = f"{parts} = {total} minutes, the lesson has {lesson.minutes}"
        found.append(_say(Severity.BLOCK, told, "Mend the minutes of a stage.", place={"part": "stages"}))
    ranks = [_ORDER[s.phase] for s in lesson.stages]
    if ranks != sorted(ranks):
        told = f"the phases stand as {', '.join(s.phase for s in lesson.stages)}"
        found.append(
            _say(Severity.WARN, told, "Begin with the starter and end with the exit.", place={"part": "stages"})
        )
    return tuple(found)
