"""The number of a numeric question against its working, worked out again, and the working against the source's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson, Question
from tools.checks.claims.numbers import numbers
from tools.checks.found import Say

from .arithmetic import equations, holds
from .walk import language_of, quotes

CHECK: Final = "T2.lesson_key"
_say = Say(CHECK)
_CONSTANTS: Final = frozenset({1.0, 2.0, 7.0, 10.0, 12.0, 24.0, 30.0, 52.0, 60.0, 100.0, 365.0, 1000.0})
"""Numbers that a working may bring along: of clocks, calendars, percentages and metric units."""


def check_key(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T2.lesson_key``: BLOCK where the key is not what the working comes to; HOLD where an equation is wrong, a figure is not the
    source's or the key is nowhere; NOT_CHECKED where the working is no plain arithmetic.
    """
    language = language_of(lesson)
    return tuple(
        _say(severity, f"{what}: {q.prompt}", remedy, place={"part": f"questions/{q.id}"})
        for q in lesson.questions
        if q.kind == "numeric"
        for severity, what, remedy in _faults(q, language)
    )


def _faults(q: Question, language: str) -> Iterator[tuple[Severity, str, str]]:
    if q.number is None:
        yield Severity.BLOCK, "no number is given as the key", "Give the number."
        return
    if q.tolerance < 0:
        yield Severity.HOLD, f"tolerance {q.tolerance}", "Give a tolerance of 0 or more."
    cited = _cited(quotes(q.spans), language)
    if not q.working.strip():
        if q.number not in cited:
            yield (
                Severity.HOLD,
                f"{q.number:g} is neither worked out nor in the source",
                "Write down how it is worked out.",
            )
        return
    found = equations(q.working, language)
    if not found:
        yield Severity.NOT_CHECKED, f"working that cannot be read: {q.working}", "Write it as plain arithmetic."
        return
    if not all(holds(e) for e in found):
        yield Severity.HOLD, f"{q.working} does not hold", "Work it out again."
    last = found[-1]
    first, end = last[0].value, last[-1]
    slack = max(q.tolerance, 0.0) + 1e-9 * max(1.0, abs(first))
    rounded = 0.5 * 10.0**-end.decimals if end.decimals > 0 else 0.0
    if abs(q.number - end.value) > max(slack if q.tolerance else 1e-9, 1e-9) or abs(q.number - first) > slack + rounded:
        yield Severity.BLOCK, f"the key is {q.number:g}, the working comes to {first:g}", "Mend the key or the working."
    if q.spans:
        strange = [n for n in _inputs(q.working, language) if n not in cited | _CONSTANTS]
        if strange:
            yield (
                Severity.HOLD,
                f"{', '.join(f'{n:g}' for n in strange)} of the working is not in the span",
                "Use its figures.",
            )


def _cited(text: str, language: str) -> set[float]:
    """The figures of the spans, also without the "million" after them, which a working may leave to the unit."""
    bare = re.sub(r"[^\d.,'’\s\u00a0\u202f]+|\s{2,}|[\t\n]", " ; ", text)
    return {h.figure[0] for part in (text, bare) for h in numbers(part, language, every=True)}


def _inputs(working: str, language: str) -> list[float]:
    """The numbers before each equation's last sign, less those that an earlier equation came to."""
    made: set[float] = set()
    found: list[float] = []
    for line in re.split(r"[;；\n]+", working):
        sides = re.split(r"[=≈＝]", line)
        found += [h.figure[0] for h in numbers(re.sub(r"[()（）]", " ", sides[0]), language) if h.figure[0] not in made]
        made |= {h.figure[0] for side in sides[1:] for h in numbers(side, language)}
    return found
