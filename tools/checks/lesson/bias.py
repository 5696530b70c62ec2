"""How often a lesson speaks of men and of women: counts for a person to look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from tools.checks.found import Say

from .walk import language_of, listed, texts, tokens

CHECK: Final = "T1.lesson_bias"
_say = Say(CHECK)
_FEWEST: Final = 5
"""Below this many, one side alone is chance."""
_LEAST: Final = 0.2
"""The part of the rarer side below which the counts are shown as a warning."""
_SUBJECTS: Final = frozenset({"de", "fr"})
"""Where "er" and "elle" stand for things as well, pronouns are counted in the line but alarm nobody."""


@dataclass(frozen=True)
class Counts:
    """Pronouns of men and women, and how often first names of each are used."""

    he: int
    she: int
    male: int
    female: int
    names: tuple[tuple[str, int], ...] = ()

    def line(self) -> str:
        """The counts in words."""
        named = ", ".join(f"{n} {c}" for n, c in self.names[:8])
        return f"he {self.he}, she {self.she}; first names of men {self.male}, of women {self.female}" + (
            f" ({named})" if named else ""
        )


def counts(lesson: Lesson) -> Counts:
    """Counted once for each different text, so that a slide that repeats a section does not weigh double."""
    language = language_of(lesson)
    he, she = set(listed(language, "he")), set(listed(language, "she"))
    male, female = set(listed("names", "he")), set(listed("names", "she"))
    tally: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for text in sorted({t for _, t in texts(lesson)}):
        if language == "zh":
            tally["he"] += len(re.findall("(?<!其)他(?!们?人)", text))
            tally["she"] += text.count("她")
        for word in tokens(text):
            tally["he"] += word in he and language != "zh"
            tally["she"] += word in she and language != "zh"
        for name in re.findall(r"(?<!\w)[^\W\d_a-zà-ÿ][^\W\d_]+", text):
            key = name.casefold()
            tally["male"] += key in male
            tally["female"] += key in female
            named[name] += key in male or key in female
    top = tuple((n, c) for n, c in sorted(named.items(), key=lambda item: (-item[1], item[0])) if c)
    return Counts(tally["he"], tally["she"], tally["male"], tally["female"], top)


def check_bias(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T1.lesson_bias``: WARN with the counts where five or more pronouns or first names are nearly all (over 80 %) of one side.

    Names are looked up in a short list of common first names; others are not counted.
    """
    c = counts(lesson)
    pairs = [(c.male, c.female)] + ([] if language_of(lesson) in _SUBJECTS else [(c.he, c.she)])
    skewed = [pair for pair in pairs if sum(pair) >= _FEWEST and min(pair) < _LEAST * sum(pair)]
    return (_say(Severity.WARN, c.line(), "See whether the source has others to name."),) if skewed else ()
