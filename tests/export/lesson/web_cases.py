"""Lessons that try the pages, books and packages: hostile words, missing parts, and languages of both directions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.lesson import Lesson, Section, Slide, Stage, Statement
from tests import lessonkit
from tools.export.lesson.book import Book, Drawing

ATTACK = " </script><script>alert(1)</script> ]]> <!-- \"'&amp; {{7*7}} \u202e\x07\x85\ufffe =1+1 {case_matters=true}[,] שלום 😀"
LONG = "x" * 2000
_WORDS = frozenset(
    ["title", "text", "word", "prompt", "feedback", "left", "right", "alt", "long", "detail", "front", "wrong", "audience"]
    + ["working", "unit", "answers", "gaps", "steps", "columns", "rows", "prior", "standard", "quote", "notes", "label"]
)  # fmt: skip


def texts(language: str = "en") -> dict[str, str]:
    """The sample's source by name."""
    return {f"water.{language}.txt": lessonkit.source(language)}


def spoken(language: str) -> Book:
    """The English sample, said to be in another language."""
    book = lessonkit.book("en")
    return replace(book, lesson=book.lesson.model_copy(update={"language": language}))


def hostile() -> Book:
    """The sample with an attack after every text, a word of 2,000 letters, and icons drawn."""
    book = lessonkit.book("en")
    data = _spoilt(book.lesson.model_dump(mode="json"), "")
    data["sections"][0]["title"] += LONG
    data["questions"][0]["choices"][1]["text"] += LONG
    data["questions"][3]["pairs"][0]["right"] += LONG
    icon = next(iter(book.drawings.values()))
    drawings: dict[str, Drawing] = {**book.drawings, "icon-sun": icon, "icon-cloud": icon}
    return replace(book, lesson=Lesson.model_validate(data), drawings=drawings, maker="A & B <i>school</i>" + ATTACK)


def bare() -> Book:
    """A lesson with nothing in it that may be missing."""
    made = Lesson(
        id="bare",
        title="Bare",
        language="fr",
        summary=Statement(text=""),
        objectives=(),
        sections=(Section(id="s1", title="Seule", statements=(Statement(text="Une phrase."), Statement(text=" "))),),
        stages=(Stage(phase="teach", title="x", minutes=45, teacher=(), learners=()),),
        slides=(Slide(id="p1", kind="title", title="Bare"),),
        questions=(),
    )
    return Book(made, lessonkit.LOOK)


def cases() -> dict[str, Book]:
    """Every lesson by name."""
    out = {"en": lessonkit.book("en"), "zh": lessonkit.book("zh"), "hostile": hostile(), "bare": bare()}
    return out | {language: spoken(language) for language in ("es", "de", "fr", "ar", "it")}


def _spoilt(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {k: _spoilt(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_spoilt(v, key) for v in value]
    return value + ATTACK if isinstance(value, str) and key in _WORDS else value
