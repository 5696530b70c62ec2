"""Words that are not for the lesson's ages: a list to look at again, no judgement of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from tools.checks.found import Say
from tools.checks.wording import banned_in

from .walk import language_of, listed, texts

CHECK: Final = "T1.lesson_suitability"
_say = Say(CHECK)
_UNTOLD: Final = 12
"""The age that a lesson without ages is read for."""
_NEVER: Final = 18


def check_suitability(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T1.lesson_suitability``: HOLD for a word of the list whose age is above the youngest learners' (12 where no ages are given);
    vulgar words at any age. NOT_CHECKED for a language without a list.
    """
    language = language_of(lesson)
    by_age: Mapping[str, list[str]] = listed(language, "suitability") or {}
    if not by_age:
        return (_say(Severity.NOT_CHECKED, f"no list of words for {lesson.language!r}", "Let a teacher read it."),)
    youngest = lesson.ages[0] if lesson.ages else _UNTOLD
    seen: set[tuple[str, str]] = set()
    found: list[Finding] = []
    for age, words in sorted(by_age.items()):
        if youngest >= int(age) and int(age) < _NEVER:
            continue
        for where, text in texts(lesson):
            for word, start, end in banned_in(_without(text, language), words):
                if (where, word) not in seen:
                    seen.add((where, word))
                    told = (
                        f"{word!r} for learners of {youngest} (list: from {age}): {text[max(0, start - 40) : end + 40]}"
                    )
                    found.append(
                        _say(Severity.HOLD, told, "Leave it out, or let a teacher decide.", place={"part": where})
                    )
    return tuple(found)


def _without(text: str, language: str) -> str:
    """The text with words blanked that only look like one of the list ("heroine")."""
    for word in listed(language, "not these"):
        text = re.sub(rf"\b{word}\b", lambda m: " " * len(m[0]), text, flags=re.I)
    return text
