"""Lessons that try the quiz and card formats: everything at once, hostile words, five languages, nothing at all."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

from core.lesson import Choice, Pair, Question
from tests.lessonkit import book
from tools.export.lesson.book import Book

LANGUAGES = ("en", "es", "de", "fr", "zh")
HOSTILE = (
    "~a = b # c { d } e : f \\ g \\n %50% -> [html] ]]> <script>alert(1)</script> </p> &amp; \"q\" 'p' * / | {{c1::x}} $$ @@ // שלום 🌊",
    "=1+1",
    "%25% of it",
    "[html]<b>x</b>",
    "\u202eRTL\u202c עברית",
    "\x00\x0b\ud800control",
    "x" * 2000,
    "//a comment",
    "::title::",
    "$CATEGORY: mine",
    "{T}",
    "####",
)


def everything(language: str = "en") -> Book:
    """The sample lesson, with a gap to type in and a question beside a picture, in any of the five languages."""
    made = book("zh" if language == "zh" else "en")
    more = (
        Question(id="x1", kind="cloze", objective="o1", prompt="[1] fall as [2]. [9]", points=3, gaps=(("Drops", "drop"), ("rain", "hail", "snow"))),
        Question(id="x2", kind="short_answer", objective="o1", prompt="What does the picture show?", answers=("a circle",), diagram="d-cycle"),
        Question(id="x3", kind="numeric", objective="o1", prompt="How cold is it?", number=-0.75, tolerance=0.25, unit="°C"),
    )  # fmt: skip
    lesson = book("en").lesson if language == "zh" else made.lesson
    every = made.lesson.questions if language != "zh" else (*made.lesson.questions, *_renamed(lesson.questions))
    known = {d.id: d for d in (*made.lesson.diagrams, *lesson.diagrams)}
    return replace(
        made,
        lesson=made.lesson.model_copy(
            update={"language": language, "questions": (*every, *more), "diagrams": tuple(known.values())}
        ),
        drawings={**book("en").drawings, **made.drawings},
    )


def _renamed(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(q.model_copy(update={"id": f"e-{q.id}"}) for q in questions)


def hostile() -> Book:
    """Every kind of question, card and word, made of words that would break a careless format."""
    h = HOSTILE
    common: dict[str, Any] = {"objective": h[0], "feedback": h[0]}
    choices = tuple(Choice(text=t, right=n == 1, feedback=h[-1 - n]) for n, t in enumerate(h))
    several = tuple(Choice(text=t, right=n % 2 == 0, feedback=t) for n, t in enumerate(h))
    questions = (
        Question(id="../../etc/passwd", kind="multiple_choice", prompt=h[0], choices=choices, **common),
        Question(id="Q <1>", kind="multiple_answer", prompt=h[8], choices=several, **common),
        Question(id="q 1", kind="cloze", prompt=f"{h[0]}[1]{h[7]} [2]", gaps=(h[:6], h[6:]), **common),
        Question(id="q-1", kind="cloze", level="support", prompt=f"[1]{h[0]} [2]", gaps=(h[:6], h[6:]), **common),
        Question(id="水", kind="matching", prompt=h[9], pairs=tuple(Pair(left=a, right=b) for a, b in zip(h, h[::-1], strict=True)), **common),
        Question(id="雨", kind="ordering", prompt=h[7], steps=h, **common),
        Question(id="", kind="short_answer", prompt=h[2], answers=h, diagram="../x", **common),
        Question(id="n", kind="numeric", prompt=h[10], number=1e-7, tolerance=1e-8, unit=h[0], **common),
    )  # fmt: skip
    made = book()
    known = made.lesson.diagrams[0].model_copy(update={"id": "../x", "title": h[0], "alt": h[0], "long": h[0]})
    terms = tuple(
        t.model_copy(update={"word": w, "meaning": t.meaning.model_copy(update={"text": w}), "icon": "../y"})
        for t, w in zip(made.lesson.terms, h, strict=False)
    )
    cards = tuple(
        made.lesson.cards[0].model_copy(
            update={"id": f"c{n}", "front": w, "back": made.lesson.cards[0].back.model_copy(update={"text": w})}
        )
        for n, w in enumerate(h)
    )
    lesson = made.lesson.model_copy(
        update={
            "id": "a/../b ]",
            "title": h[0],
            "questions": questions,
            "diagrams": (known,),
            "terms": terms,
            "cards": cards,
        }
    )
    picture = made.drawings["d-cycle"]
    return replace(made, lesson=lesson, drawings={"../x": picture, "icon-../y": picture})


def empty() -> Book:
    """A lesson without questions, cards, words and drawings."""
    made = book()
    bare: dict[str, Any] = {"questions": (), "cards": (), "terms": (), "diagrams": (), "exit_ticket": ()}
    return replace(made, lesson=made.lesson.model_copy(update=bare), drawings={})


def with_question(question: Question) -> Book:
    made = book()
    return replace(made, lesson=made.lesson.model_copy(update={"questions": (question,)}))


def changed(made: Book, **fields: Any) -> Book:
    return replace(made, lesson=made.lesson.model_copy(update=fields))


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
