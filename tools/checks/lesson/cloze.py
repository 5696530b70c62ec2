"""Gaps and their words: each gap has words, each word stands in the cited span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson, Question
from tools.checks.found import Say

from .walk import HAN, fold, quotes

CHECK: Final = "T2.lesson_cloze"
_say = Say(CHECK)


def check_cloze(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T2.lesson_cloze``: HOLD for gaps that are not numbered ``[1]``, ``[2]`` ... with one list of words each, and for a best word
    that is not in the span, or not as a word of its own.
    """
    return tuple(
        _say(Severity.HOLD, f"{what}: {q.prompt}", remedy, place={"part": f"questions/{q.id}"})
        for q in lesson.questions
        if q.kind == "cloze"
        for what, remedy in _faults(q)
    )


def _faults(q: Question) -> Iterator[tuple[str, str]]:
    marks = [int(m) for m in re.findall(r"\[(\d{1,3})\]", q.prompt)]
    if sorted(marks) != list(range(1, len(q.gaps) + 1)) or not marks:
        yield f"gaps {marks} for {len(q.gaps)} lists of words", "Number the gaps from 1, each once."
    said = fold(quotes(q.spans))
    for n, words in enumerate(q.gaps, start=1):
        if not words or not all(w.strip() for w in words):
            yield f"gap {n} has no word", "Give the word that belongs there."
        elif q.spans and not _stands(fold(words[0]), said):
            yield f"gap {n}: {words[0]!r} is not in the span", "Ask for a word of the cited sentence."
    if not q.spans:
        yield "no span is cited", "Cite the sentence that the gaps are cut from."


def _stands(word: str, text: str) -> bool:
    if re.search(f"[{HAN}]", word):
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
