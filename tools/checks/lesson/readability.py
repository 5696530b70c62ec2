"""The reading level of a lesson's own text, by each language's own formula, against the ages it is for.

English: grade of Flesch and Kincaid (Kincaid et al. 1975, Navy report 8-75). German: first Vienna text formula (Bamberger and Vanecek
1984), which gives a school year too, and Amstad's ease (1978). Spanish: ease of Fernández Huerta (1959), its sentence term as corrected
by Law (2011). French: ease of Kandel and Moles (1958). Ease becomes a school year by Flesch's table (1949): 90 and over 5, 80 6, 70 7,
60 8, 50 10, 30 13, 0 17. Chinese has no settled formula: the year is (characters to a clause - 4) / 1.25 + 1, a rough scale of our own
that counts clauses between any two marks, so it only warns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from tools.checks.found import Say

from .syllables import syllables
from .walk import HAN, language_of

CHECK: Final = "T3.lesson_reading_level"
_say = Say(CHECK)
_FEWEST: Final = 40
"""Words (Chinese characters) below which a formula says nothing."""
_EASE: Final = (
    (100.0, 4.0),
    (90.0, 5.0),
    (80.0, 6.0),
    (70.0, 7.0),
    (60.0, 8.0),
    (50.0, 10.0),
    (30.0, 13.0),
    (0.0, 17.0),
)
_OVER: Final = 2.0
"""School years above the oldest learners' from which a text is too hard."""
_STATED: Final = 1.0
"""School years by which the lesson's stated level may differ from its own text's."""


@dataclass(frozen=True)
class Reading:
    """A text's level: ``grade`` in school years, and the formula's own figure with its name."""

    grade: float
    figure: float
    formula: str


def check_reading_level(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T3.lesson_reading_level`` of the sections' text: HOLD where the stated grade is not the text's own, WARN where it is over two
    school years above the oldest learners (age less five), NOT_CHECKED where the text is too short or its language has no formula.
    """
    if lesson.grade is None and lesson.ages is None:
        return ()
    text = "\n".join(s.text for part in lesson.sections for s in part.statements)
    read = reading_level(text, language_of(lesson))
    if read is None:
        return (
            _say(
                Severity.NOT_CHECKED,
                f"too short, or no formula for {lesson.language!r}",
                "Read it with a learner in mind.",
            ),
        )
    shown = f"school year {read.grade:.1f} ({read.formula} {read.figure:.1f})"
    found: list[Finding] = []
    if lesson.grade is not None and abs(lesson.grade - read.grade) > _STATED:
        told = f"the lesson states school year {lesson.grade:.1f}, its text reads as {shown}"
        found.append(_say(Severity.HOLD, told, "State the level that was measured."))
    if lesson.ages is not None and read.grade > lesson.ages[1] - 5 + _OVER:
        told = f"{shown} for ages {lesson.ages[0]}-{lesson.ages[1]}"
        found.append(_say(Severity.WARN, told, "Use shorter sentences and plainer words."))
    return tuple(found)


def reading_level(text: str, language: str) -> Reading | None:
    """The level of a text; nothing for under 40 words (Chinese characters) or a language without a formula."""
    if language == "zh":
        return _chinese(text)
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    if len(words) < _FEWEST or language not in ("en", "es", "de", "fr"):
        return None
    sentences = max(1, len([s for s in re.split(r"[.!?…]+(?=\s|$)|\n+", text) if re.search(r"[^\W\d_]", s)]))
    counts = [syllables(w, language) for w in words]
    length, beats = len(words) / sentences, sum(counts) / len(words)
    if language == "en":
        grade = 0.39 * length + 11.8 * beats - 15.59
        return Reading(_bounded(grade), grade, "Flesch-Kincaid")
    if language == "de":
        long = 100 * sum(len(w) > 6 for w in words) / len(words)
        many, one = (100 * sum(hit) / len(words) for hit in ([c >= 3 for c in counts], [c == 1 for c in counts]))
        grade = 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * one - 0.875
        return Reading(_bounded(grade), grade, "Vienna text formula")
    if language == "es":
        ease = 206.84 - 60 * beats - 1.02 * length
        return Reading(_year(ease), ease, "Fernández Huerta")
    ease = 207 - 1.015 * length - 73.6 * beats
    return Reading(_year(ease), ease, "Kandel-Moles")


def amstad(text: str) -> float | None:
    """Amstad's ease of a German text: 180 - words to a sentence - 58.5 syllables to a word; higher is easier."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len([s for s in re.split(r"[.!?…]+(?=\s|$)|\n+", text) if s.strip()]))
    if not words:
        return None
    return 180 - len(words) / sentences - 58.5 * sum(syllables(w, "de") for w in words) / len(words)


def _chinese(text: str) -> Reading | None:
    characters = len(re.findall(f"[{HAN}]", text))
    clauses = len([c for c in re.split(r"[，。；：！？、\n]+", text) if re.search(f"[{HAN}]", c)])
    if characters < _FEWEST:
        return None
    length = characters / clauses
    return Reading(_bounded((length - 4) / 1.25 + 1), length, "characters to a clause")


def _year(ease: float) -> float:
    if ease >= _EASE[0][0]:
        return _bounded(_EASE[0][1] - (ease - 100) / 10)
    for (high, low_year), (low, high_year) in zip(_EASE, _EASE[1:], strict=False):
        if ease >= low:
            return low_year + (high - ease) / (high - low) * (high_year - low_year)
    return _EASE[-1][1]


def _bounded(grade: float) -> float:
    return min(max(grade, 1.0), 18.0)
