"""Lessons that office files are tried on: rich, bare, long, hostile, and in five languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from core.lesson import (
    Choice,
    Lesson,
    Misconception,
    Objective,
    Pair,
    Question,
    Section,
    Slide,
    Stage,
    Statement,
    Support,
    Term,
)
from tests.lessonkit import LOOK, book
from tools.design.icons import icon
from tools.design.render import to_png
from tools.export.lesson.book import Book, Drawing

HOSTILE = (
    '<script>alert("x")</script>',
    "=1+1",
    "]]> &amp; \" ' `",
    "\x00\x0b\ud800\ufffe end",
    "مرحبا بالعالم with English inside",
    "🌧️👩🏽‍🔬 rain",
    "W" * 2000,
    "{{ 7*7 }} {% raw %} \\LaTeX $x$",
)


@cache
def icon_drawing(name: str) -> Drawing:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">'
        f'<g fill="{LOOK.palette.accent}">{icon(name)}</g></svg>'
    )
    return Drawing(to_png(svg), svg, 256, 256)


def rich() -> Book:
    """The sample with icons, a slide for each kind of question, and the comparison."""
    plain = book()
    lesson = plain.lesson
    extra = [Slide(id=f"x-{q.id}", kind="question", title="Your turn", question=q.id) for q in lesson.questions[1:]]
    shown = (
        *lesson.slides[:6],
        Slide(id="x-table", kind="diagram", title="Evaporation and condensation", diagram="d-heat"),
        Slide(id="x-example", kind="example", title="A puddle", bullets=(Statement(text="A puddle dries in the sun.", quoted=True),)),
        *extra,
        lesson.slides[6],
    )  # fmt: skip
    names = ("drop", "sun", "cloud", "cloud-rain")
    icons = {f"icon-{n}": icon_drawing(n) for n in names}
    return replace(plain, lesson=lesson.model_copy(update={"slides": shown}), drawings={**plain.drawings, **icons})


def bare(language: str = "en") -> Book:
    """The least that a lesson can be."""
    lesson = Lesson(
        id="bare", title="Tides", language=language, summary=Statement(text="The sea rises and falls."),
        objectives=(Objective(id="o1", text="Say what a tide is.", verb="say", bloom="remember"),),
        sections=(Section(id="s1", title="Tides", statements=()),),
        stages=(Stage(phase="teach", title="Talk", minutes=45, teacher=(), learners=()),),
        slides=(Slide(id="p1", kind="title", title="Tides"), Slide(id="p2", kind="diagram", title="Missing", diagram="nowhere")),
        questions=(),
    )  # fmt: skip
    return Book(lesson, LOOK)


def told(language: str, words: Mapping[str, str], *, repeat: int = 1) -> Book:
    """A lesson whose every part is made of the given words: ``title``, ``short``, ``long``, ``word``."""
    title, short, long, word = (words[k] for k in ("title", "short", "long", "word"))
    statements = tuple(Statement(text=f"{long}") for _ in range(3 * repeat))
    terms = tuple(Term(id=f"t{i}", word=word, meaning=Statement(text=long), icon="sun") for i in range(5 * repeat))
    choices = tuple(Choice(text=short, right=i == 0, feedback=long) for i in range(4))
    questions = (
        Question(id="q1", kind="multiple_choice", prompt=long, objective="o1", choices=choices, feedback=long),
        Question(id="q2", kind="cloze", prompt=f"{short} [1] {short} [2].", objective="o1", level="support", gaps=((word,), (title,))),
        Question(id="q3", kind="matching", prompt=short, objective="o1", pairs=tuple(Pair(left=word, right=f"{short} {i}") for i in range(4))),
        Question(id="q4", kind="ordering", prompt=short, objective="o1", level="stretch", steps=tuple(f"{short} {i}" for i in range(5))),
        Question(id="q5", kind="short_answer", prompt=long, objective="o1", answers=(word, short)),
        Question(id="q6", kind="numeric", prompt=short, objective="o1", level="stretch", number=12.5, tolerance=0.5, unit=word, working=short),
    )  # fmt: skip
    kinds = ("title", "objectives", "idea", "terms", "example", "summary")
    slides = tuple(
        Slide(id=f"p{i}", kind=k, title=title, bullets=statements if k in ("idea", "summary", "example") else (), notes=long, icon="sun", terms=tuple(t.id for t in terms))  # type: ignore[arg-type]
        for i, k in enumerate(kinds)
    )  # fmt: skip
    asked = tuple(Slide(id=f"s-{q.id}", kind="question", title=title, question=q.id) for q in questions)
    phases = ("starter", "teach", "practice", "check", "exit")
    lesson = Lesson(
        id="told", title=title, language=language, summary=Statement(text=long), audience=short, minutes=50, number=1, of=2,
        prior=(short,),
        objectives=tuple(Objective(id=f"o{i}", text=long, verb=word, bloom="apply", standard=word) for i in range(1, 3 * repeat + 1)),
        terms=terms, sections=(Section(id="s1", title=title, statements=statements),),
        stages=tuple(Stage(phase=p, title=short, minutes=10, teacher=(long,), learners=(short,), objectives=("o1",), resources=(word,)) for p in phases),  # type: ignore[arg-type]
        misconceptions=(Misconception(wrong=short, instead=Statement(text=long)),),
        support=tuple(Support(level=v, measures=(long,)) for v in ("support", "core", "stretch")),  # type: ignore[arg-type]
        slides=(*slides, *asked), questions=questions, exit_ticket=("q5",),
    )  # fmt: skip
    return Book(lesson, LOOK, {"icon-sun": icon_drawing("sun")}, maker=short)


WORDS = {
    "de": {"title": "Der Wasserkreislauf und die Niederschlagsverteilung", "short": "Wasser verdunstet über dem Meer", "long": "Die Sonne erwärmt das Meer, und an der Oberfläche verdunstet Wasser, das als unsichtbarer Dampf in die Luft aufsteigt.", "word": "Niederschlagswahrscheinlichkeit"},
    "es": {"title": "El ciclo del agua", "short": "El agua se evapora del mar", "long": "El sol calienta el mar y el agua se evapora de su superficie; el vapor sube, se enfría y forma gotas pequeñas alrededor del polvo.", "word": "Evaporación"},
    "fr": {"title": "Le cycle de l’eau", "short": "L’eau s’évapore de la mer", "long": "Le soleil réchauffe la mer et l’eau s’évapore de sa surface ; la vapeur monte, se refroidit et forme de petites gouttes.", "word": "Évaporation"},
    "zh": {"title": "水循环与降水分布", "short": "海水在阳光下蒸发", "long": "太阳使海水变暖，水从海面蒸发，变成看不见的水蒸气升到空中；水蒸气遇冷后围绕灰尘凝结成小水滴，许多水滴聚在一起就成了云。", "word": "降水"},
    "en": {"title": "The water cycle", "short": "Water rises from the sea", "long": "The sun warms the sea, and water evaporates from its surface; the vapour rises, cools and forms tiny drops around grains of dust.", "word": "Evaporation"},
}  # fmt: skip


def hostile(text: str) -> Book:
    """Every part is the hostile text."""
    return told("en", dict.fromkeys(("title", "short", "long", "word"), text))


def endless() -> Book:
    """Very long in every part."""
    words = WORDS["en"]
    return told("en", {**words, "title": words["long"] * 3, "long": words["long"] * 12}, repeat=4)
