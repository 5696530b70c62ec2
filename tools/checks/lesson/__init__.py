"""Checks of a lesson: each is one function over a ``Lesson`` and its source texts by name, and says what does not hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from core.findings import Finding
from core.lesson import Lesson

from .alt import check_alt
from .bias import check_bias
from .claims import check_lesson_claims
from .cloze import check_cloze
from .coverage import check_coverage
from .distractors import check_distractors
from .key import check_key
from .minutes import check_minutes
from .options import check_options
from .order import check_order
from .places import check_places
from .readability import check_reading_level
from .references import check_references
from .suitability import check_suitability
from .verbatim import check_verbatim

__all__ = ["CHECKS", "LessonCheck", "check_lesson"]

LessonCheck = Callable[[Lesson, Mapping[str, str]], tuple[Finding, ...]]

CHECKS: Final[tuple[LessonCheck, ...]] = (
    check_lesson_claims,
    check_places,
    check_options,
    check_distractors,
    check_key,
    check_cloze,
    check_order,
    check_reading_level,
    check_verbatim,
    check_minutes,
    check_coverage,
    check_references,
    check_alt,
    check_suitability,
    check_bias,
)


def check_lesson(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """All checks over one lesson. ``sources`` maps each source's name to its text."""
    return tuple(f for check in CHECKS for f in check(lesson, sources))
