"""Walking a lesson: its statements, its words for learners, its language, and its words as tokens."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from core.lesson import Lesson, Statement
from core.source import Span

HAN: Final = "\u3400-\u9fff"
_WORDS: Final = Path(__file__).parent.parent / "data" / "lesson" / "words.json"
_TOKEN: Final = re.compile(rf"[^\W\d_{HAN}]+(?:['’][^\W\d_{HAN}]+)*|\d+(?:[.,]\d+)*|[{HAN}]")


def language_of(lesson: Lesson) -> str:
    """The primary tag: ``en`` of ``en-GB``."""
    return lesson.language.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_WORDS.read_text("utf-8"))
    return found


def listed(language: str, name: str) -> Any:
    """A list of ``data/lesson/words.json``; empty where the language has none."""
    return _table().get(language, {}).get(name, ())


def statements(lesson: Lesson) -> Iterator[tuple[str, Statement]]:
    """Every statement with its place, such as ``sections/s1/0``."""
    yield "summary", lesson.summary
    for t in lesson.terms:
        yield f"terms/{t.id}", t.meaning
    for s in lesson.sections:
        for i, statement in enumerate(s.statements):
            yield f"sections/{s.id}/{i}", statement
    for i, m in enumerate(lesson.misconceptions):
        yield f"misconceptions/{i}", m.instead
    for p in lesson.slides:
        for i, statement in enumerate(p.bullets):
            yield f"slides/{p.id}/bullets/{i}", statement
        for i, statement in enumerate(p.narration):
            yield f"slides/{p.id}/narration/{i}", statement
    for c in lesson.cards:
        yield f"cards/{c.id}", c.back


def texts(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """All words that learners or teachers read, with their place."""
    yield "title", lesson.title
    yield from ((where, s.text) for where, s in statements(lesson))
    yield from ((f"objectives/{o.id}", o.text) for o in lesson.objectives)
    yield from ((f"terms/{t.id}/word", t.word) for t in lesson.terms)
    yield from ((f"sections/{s.id}/title", s.title) for s in lesson.sections)
    yield from ((f"misconceptions/{i}/wrong", m.wrong) for i, m in enumerate(lesson.misconceptions))
    for st in lesson.stages:
        yield from ((f"stages/{st.phase}", t) for t in (st.title, *st.teacher, *st.learners))
    for sl in lesson.slides:
        yield from ((f"slides/{sl.id}", t) for t in (sl.title, sl.notes))
    for q in lesson.questions:
        yield from ((f"questions/{q.id}", t) for t in (q.prompt, q.feedback, *q.steps, *q.answers))
        yield from ((f"questions/{q.id}", t) for c in q.choices for t in (c.text, c.feedback))
        yield from ((f"questions/{q.id}", t) for p in q.pairs for t in (p.left, p.right))
    for d in lesson.diagrams:
        yield from ((f"diagrams/{d.id}", t) for t in (d.title, d.alt, d.long))
        yield from ((f"diagrams/{d.id}", t) for n in d.nodes for t in (n.text, n.detail))
    yield from ((f"cards/{c.id}/front", c.front) for c in lesson.cards)


def quotes(spans: Sequence[Span]) -> str:
    """The words that spans cite, one a line."""
    return "\n".join(s.quote for s in spans)


def fold(text: str) -> str:
    """Composed, case folded, straight apostrophes, single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("’", "'").casefold()).strip()


def tokens(text: str) -> list[str]:
    """Words and numbers, folded; of Chinese text, each character."""
    return _TOKEN.findall(fold(text))


def stem(word: str) -> str:
    """A word without its ending: its first letters, accents left out."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return plain if len(plain) <= 4 else re.sub(r"(?:es|s|en|e|n|d|ed|ing)$", "", plain)[:8]


def stems(text: str) -> list[str]:
    """Stems of words of three letters and more, numbers and Chinese characters."""
    return [stem(t) for t in tokens(text) if len(t) > 2 or t.isdigit() or re.match(f"[{HAN}]", t)]


def shared(one: Sequence[str], two: Sequence[str]) -> float:
    """Part of the first's stems that the second holds, 0-1."""
    wanted = set(one)
    return len(wanted & set(two)) / len(wanted) if wanted else 0.0
