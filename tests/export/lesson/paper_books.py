"""Lessons that printed matter is tried on: long ones, bare ones, hostile ones, in five languages and one written from the right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.lesson import Lesson, Statement
from tests.lessonkit import book
from tools.export.lesson.book import Book

HOSTILE = (
    '#panic("x") $x^2$ @label <tag> \\ [1] [ ] *b* _i_ `r` #read("/etc/passwd") {n} {a} =1+1 ]]> <script>alert(1)</script> '
    "“q” 'q' // c /* d */ ~ - + / ⚗️👩‍🔬 שלום مرحبا ไทย\u202e x"
)
MONSTER = "w" * 2000
_PROSE = "Water evaporates from the warm sea, rises with the air, cools in the height and falls again as rain or snow. "


def changed(made: Book, **fields: Any) -> Book:
    """The book with other fields of its lesson, validated."""
    return replace(made, lesson=Lesson.model_validate({**made.lesson.model_dump(), **fields}))


def tongue(language: str) -> Book:
    """The sample, said to be in another language: the fixed words are, which is what is looked at."""
    made = book("zh" if language == "zh" else "en")
    return changed(made, language=language)


def bare() -> Book:
    """The least that a lesson can hold."""
    made = book("en")
    lesson = Lesson(
        id="x", title="X", language="en", summary=Statement(text=""), objectives=(), sections=(), stages=(), slides=(), questions=()
    )  # fmt: skip
    return replace(made, lesson=lesson, drawings={}, maker="")


def long(times: int = 9) -> Book:
    """A lesson as from a long source: many sections, terms, questions and cards, and long sentences."""
    made = book("en")
    data = made.lesson.model_dump()

    def many(name: str, **more: str) -> list[dict[str, Any]]:
        out = []
        for n in range(times):
            for item in data[name]:
                fresh = {**item, **({"id": f"{item['id']}-{n}"} if n and "id" in item else {})}
                out.append({**fresh, **{key: f"{item[key]} {words}" for key, words in more.items()}})
        return out

    sections = [
        {**s, "statements": [{"text": _PROSE * 2}, *s["statements"], {"text": _PROSE}] * 3, "diagram": s["diagram"] if i < 3 else ""}
        for i, s in enumerate(many("sections"))
    ]  # fmt: skip
    return changed(
        made, questions=many("questions"), cards=many("cards", front="and what follows from it"), sections=sections,
        terms=many("terms"), objectives=[*data["objectives"], *data["objectives"]][:3], title="The water cycle and all that moves with it, in the sea, in the air and on land",
        stages=[{**s, "teacher": [*s["teacher"], _PROSE, "Ask again."], "learners": [*s["learners"], _PROSE]} for s in data["stages"]],
        misconceptions=data["misconceptions"] * 5,
    )  # fmt: skip


def hostile(words: str = HOSTILE) -> Book:
    """The sample with ``words`` in every text that a source or a brief can reach."""
    made = book("en")
    keep = {
        "id",
        "language",
        "kind",
        "phase",
        "level",
        "bloom",
        "objective",
        "diagram",
        "question",
        "icon",
        "source",
        "verb",
    }

    def swap(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: swap(v, k) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return (
                [swap(v, key) for v in value]
                if key not in ("terms", "exit_ticket", "ages", "objectives")
                or isinstance(next(iter(value), None), dict)
                else list(value)
            )
        return f"{value} {words}" if isinstance(value, str) and key not in keep else value

    return replace(made, lesson=Lesson.model_validate(swap(made.lesson.model_dump())), maker=words)


def monster() -> Book:
    """The sample with a word of 2,000 letters in its title, its text, a question, a card and a stage."""
    made = book("en")
    data = made.lesson.model_dump()
    data["title"] = MONSTER
    data["sections"][0]["statements"][0]["text"] = MONSTER
    data["stages"][0]["teacher"] = [MONSTER]
    data["terms"][0]["word"] = MONSTER
    data["cards"][0].update(front=MONSTER, back={"text": MONSTER})
    data["questions"][0].update(
        prompt=MONSTER, choices=[{"text": MONSTER, "right": True}, {"text": "x", "feedback": MONSTER}]
    )
    data["questions"][3]["pairs"][0]["left"] = MONSTER
    return replace(made, lesson=Lesson.model_validate(data))
