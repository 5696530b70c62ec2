"""Long runs of the source's own words that are not set as a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from tools.checks.found import Say

from .walk import HAN, statements, tokens

CHECK: Final = "T5.lesson_verbatim"
_say = Say(CHECK)
WORDS: Final = 25
"""Words in a row that may be the source's own."""
CHARACTERS: Final = 40
"""The same in Chinese characters: a Chinese word has about 1.6."""
_QUOTED: Final = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|\"[^\"]*\"")


def check_verbatim(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T5.lesson_verbatim``: HOLD for a statement or feedback that has over 25 words in a row from a source and is not marked as
    quoted or set in quotation marks; WARN where statements that follow each other make up such a run together.
    """
    grams = {size: _grams(sources, size) for size in (WORDS + 1, CHARACTERS + 1)}
    found: list[Finding] = []
    for where, text in _unquoted(lesson):
        if run := _run(text, grams):
            remedy = "Say it in the lesson's own words, or mark it as quoted."
            found.append(
                _say(Severity.HOLD, f"{run} words of a source in a row: {text}", remedy, place={"part": where})
            )
    for section in lesson.sections:
        own = [s.text if not s.quoted else "¶" for s in section.statements]
        joined = " ".join(own)
        if not any(_run(t, grams) for t in own) and (run := _run(joined, grams)):
            told = f"{run} words of a source in a row over several statements: {joined}"
            found.append(_say(Severity.WARN, told, "Break the run up.", place={"part": f"sections/{section.id}"}))
    return tuple(found)


def stretches(said: Sequence[str], source: str) -> list[tuple[int, int]]:
    """The first and the last of the texts that each run of over 25 words of the source touches, in order."""
    words: list[str] = []
    owner: list[int] = []
    for i, text in enumerate(said):
        mine = _words(text)
        words += mine
        owner += [i] * len(mine)
    size = _limit(words)
    grams = _grams({"": source.replace("¶", " zz¶zz ")}, size)
    found: list[tuple[int, int]] = []
    last = -2
    for i in range(len(words) - size + 1):
        if " ".join(words[i : i + size]) in grams:
            if i == last + 1:
                found[-1] = (found[-1][0], owner[i + size - 1])
            else:
                found.append((owner[i], owner[i + size - 1]))
            last = i
    return found


def _words(text: str) -> list[str]:
    """Words outside quotation marks. An arrow between steps ends a run, and so does the sign for a quotation."""
    return tokens(_QUOTED.sub(" ¶ ", text).replace("→", "¶").replace("¶", " zz¶zz "))


def _unquoted(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield from ((where, s.text) for where, s in statements(lesson) if not s.quoted)
    for q in lesson.questions:
        yield from ((f"questions/{q.id}", t) for t in (q.prompt, q.feedback, *(c.feedback for c in q.choices)) if t)
    yield from ((f"diagrams/{d.id}", d.long) for d in lesson.diagrams)
    yield from ((f"slides/{s.id}/notes", s.notes) for s in lesson.slides)


def _limit(words: list[str]) -> int:
    han = sum(1 for w in words if re.match(f"[{HAN}]", w))
    return CHARACTERS + 1 if han * 2 > len(words) else WORDS + 1


def _grams(sources: Mapping[str, str], size: int) -> frozenset[str]:
    found: set[str] = set()
    for _, text in sorted(sources.items()):
        words = tokens(text)
        found.update(" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
    return frozenset(found)


def _run(text: str, grams: Mapping[int, frozenset[str]]) -> int:
    """Length of the longest run of a source's words outside quotation marks, 0 where it is within the limit."""
    words = _words(text)
    size = _limit(words)
    best = now = 0
    for i in range(len(words) - size + 1):
        now = now + 1 if " ".join(words[i : i + size]) in grams[size] else 0
        best = max(best, now)
    return best + size - 1 if best else 0
