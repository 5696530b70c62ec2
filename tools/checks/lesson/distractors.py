"""A wrong option that is right as well: the same as the right one, named beside it by the source, or of the meaning asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Choice, Lesson, Question
from tools.checks.claims.numbers import numbers
from tools.checks.found import Say

from .walk import HAN, fold, language_of, listed, quotes, tokens

CHECK: Final = "T2.lesson_distractors"
_say = Say(CHECK)


def check_distractors(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T2.lesson_distractors``: HOLD where a wrong option says the right one in other words, stands in one list with it in the
    cited span, or is a term whose own meaning the prompt asks for.
    """
    language = language_of(lesson)
    meanings = {fold(t.word): fold(t.meaning.text).rstrip(".。 ") for t in lesson.terms}
    return tuple(
        _say(
            Severity.HOLD,
            f"{wrong.text!r} is right as well ({why}): {q.prompt}",
            "Take another wrong option.",
            place={"part": f"questions/{q.id}"},
        )
        for q in lesson.questions
        if q.kind in ("multiple_choice", "multiple_answer")
        for wrong in q.choices
        if not wrong.right
        for why in _why(q, wrong, language, meanings)
    )


def _why(q: Question, wrong: Choice, language: str, meanings: Mapping[str, str]) -> Iterator[str]:
    for right in (c for c in q.choices if c.right):
        if _same(wrong.text, right.text, language):
            yield f"the same as {right.text!r}"
            return
        for quote in quotes((*q.spans, *right.spans)).split("\n"):
            if _beside(fold(right.text), fold(wrong.text), fold(quote), language):
                yield f"the source names it beside {right.text!r}"
                return
    meaning = meanings.get(fold(wrong.text), "")
    if len(meaning) > 8 and meaning in fold(q.prompt):
        yield "the prompt gives its meaning"
    elif meanings.get(fold(q.prompt).strip("?？ "), "") == fold(wrong.text):
        yield "it is the meaning asked for"


def _same(one: str, two: str, language: str) -> bool:
    if fold(one).strip(".。 ") == fold(two).strip(".。 "):
        return True
    figures = [[h.figure[0] for h in numbers(t, language, every=True)] for t in (one, two)]
    letters = [re.sub(r"[\d.,\s]+|\b(?:the|a|an|der|die|das|el|la|le|les|los)\b", "", fold(t)) for t in (one, two)]
    if figures[0] and figures[0] == figures[1] and letters[0] == letters[1]:
        return True
    content = [[w for w in tokens(t) if w not in listed(language, "list")] for t in (one, two)]
    return not figures[0] and content[0] == content[1] and len(content[0]) > 0 and not re.search(f"[{HAN}]", one)


def _beside(right: str, wrong: str, quote: str, language: str) -> bool:
    """Whether the two are items of one list: right after the one and right before the other stands a comma, an "and" or an "or"."""
    right, wrong = right.strip(" .。"), wrong.strip(" .。")
    edge = "" if language == "zh" else r"(?!\w)"
    start = "" if language == "zh" else r"(?<!\w)"
    words = sorted((w for w in listed(language, "list") if w != "、"), key=len, reverse=True)
    word = "|".join(map(re.escape, words)) or "(?!)"
    part = rf"(?:[,、，(（)）/]|{start}(?:{word}){edge})"
    joint = rf"(?:\s*{part}\s*)+"
    item = r"(?:[^,;.:、，；。]{1,40}?)"
    for one, two in ((right, wrong), (wrong, right)):
        lone = rf"{start}{re.escape(one)}{edge}(?:{joint}|{joint}{item}{joint}|{joint}{item}{joint}{item}{joint}){re.escape(two)}{edge}"
        m = re.search(lone, quote)
        if m and _listing(m[0], quote, m.start(), m.end(), language):
            return True
    return False


def _listing(found: str, quote: str, start: int, end: int, language: str) -> bool:
    """No word of contrast inside; and the second is not the subject of a clause of its own ("X does this, and Y does that")."""
    contrast = [
        w
        for w in listed(language, "but")
        if w not in ("and", "und", "y", "et", "which", "who", "that", "qui", "que", "da")
    ]
    edge = "" if language == "zh" else r"\b"
    return not any(re.search(f"{edge}{re.escape(w)}{edge}", found) for w in contrast)
