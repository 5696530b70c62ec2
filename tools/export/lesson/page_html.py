"""The lesson as one accessible page: reading text, pictures, cards and a quiz that marks itself; nothing is loaded from elsewhere.

Each statement, question and answer carries the numbers of the places it rests on. A number leads to the passage at the end of
the page with the words marked; where scripts run it opens beside the text instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup

from core.lesson import Lesson, Question, Section, Statement, Term
from tools.export.languages import direction, primary
from tools.export.markup import json_script, shortened

from . import screen
from .asked import Asked, asked
from .book import Book
from .citing import SourceMap
from .quoting import credit, gap, passages, verse
from .shades import variables

PASS: Final = 0.6
"""Share of the points from which the quiz is passed."""
LONGEST: Final = 200
"""Characters that may be typed as an answer, at least."""
HINTS: Final = {
    "multiple_choice": "one",
    "multiple_answer": "several",
    "cloze": "fill",
    "matching": "match",
    "ordering": "order",
    "short_answer": "write",
    "numeric": "write",
}
_SAID: Final = ("check", "again", "right", "partly", "wrong", "points", "point", "answered", "score", "incomplete")
_SAID_TOO: Final = ("each_once", "passed", "failed", "done", "worth", "worth_one")


def lesson_page(
    book: Book, texts: Mapping[str, str] | None = None, report: tuple[str, Mapping[str, Any]] = ("", {})
) -> bytes:
    """The page as UTF-8 HTML.

    ``texts`` holds the sources' texts by name, so that a reference shows its words inside their paragraph. ``report`` is a
    script that tells a learning system about the answers, and what it is set up with; empty for a page that stands alone.
    """
    lesson, look = book.lesson, book.look
    values = context(book, texts)
    questions = asked(lesson.questions)
    script, setting = report
    scripts = [screen.tidy(code) for code in (script, screen.part("lesson.js")) if code]
    style = screen.tidy(screen.faces(look, *letters(lesson)) + variables(look.palette) + screen.part("page.css"))
    drawn = {d.id: d for d in lesson.diagrams}
    words = screen.ui(lesson.language)
    data = {
        "questions": [q.key() for q in questions],
        "words": {k: words[k] for k in _SAID + _SAID_TOO},
        "pass": PASS,
        "thousands": "." if primary(lesson.language) in ("de", "es", "fr") else ",",
        "report": dict(setting),
    }
    return screen.page(
        "page.html.j2",
        **values,
        title=screen.tab(lesson.title) or lesson.id,
        csp=_policy(style, scripts),
        style=Markup(style),
        scripts=[Markup(s) for s in scripts],
        data=json_script(data),
        tracked=bool(script),
        questions=questions,
        sections=[(s, drawn.get(s.diagram), terms_of(lesson, s)) for s in lesson.sections],
        other_terms=[t for t in lesson.terms if all(t.id not in s.terms for s in lesson.sections)],
        contents=_contents(values, bool(questions)),
        facts=facts(lesson),
        hints=HINTS,
        right_answer=right_answer,
        gap_size=lambda accepted: max(8, min(24, 2 + max(map(_width, accepted), default=8))),
        longest=max([LONGEST, *(len(t) for q in lesson.questions for g in (*q.gaps, q.answers) for t in g)]),
        blanked=lambda prompt: re.sub(r"\[\d{1,3}\]", "…", prompt),
    )  # fmt: skip


def context(book: Book, texts: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What every template of a lesson needs; the macros beside them say what each is for."""
    lesson = book.lesson
    words = screen.ui(lesson.language)
    shown = screen.spoken(lesson.language)
    return {
        "lesson": lesson,
        "maker": book.maker.strip(),
        "map": SourceMap(lesson, texts),
        "say": lambda key, **given: say(words[key], **given),
        "tongue": "" if shown == lesson.language or shown != "en" else Markup(' lang="en" dir="ltr"'),
        "turned": lambda text: screen.turned(text, lesson.language),
        "dir": direction(lesson.language),
        "direction": direction,
        "joiner": screen.joiner(lesson.language),
        "paragraphs": paragraphs,
        "verse": verse,
        "parted": lambda group, i: gap(group[i - 1] if i else None, group[i], lesson.language),
        "credit": lambda section, group: credit(lesson, section, group),
        "local": local,
        "short": lambda text, limit: shortened(" ".join(text.split()), limit),
        "notes": "",
        "noteref": "",
        "once": lambda number: "",
        "end": "",
        "pictures": {
            d.id: (screen.inside(made), made.width, made.height, d.alt or d.title)
            for d in lesson.diagrams
            if (made := book.drawing(d.id))
        },
        "icons": {n.removeprefix("icon-"): screen.inside(d) for n, d in sorted(book.drawings.items()) if n.startswith("icon-")},
    }  # fmt: skip


def say(text: str, **values: object) -> str:
    """A fixed phrase with its ``{names}`` filled in; what is filled in is not read again."""
    return re.sub(r"\{(\w+)\}", lambda m: str(values.get(m.group(1), m.group())), text)


def local(name: str) -> str:
    """An id of the lesson as an id of the page, apart from the page's own."""
    return "x-" + re.sub(r"[^A-Za-z0-9_-]", lambda m: f"_{ord(m.group()):x}", name)


def facts(lesson: Lesson) -> list[str]:
    """What stands above the title: for whom, how long, which of how many."""
    words = screen.ui(lesson.language)
    out = [say(words["lesson_no"], n=lesson.number, of=lesson.of)] if lesson.of > 1 else []
    out += [lesson.audience] if lesson.audience.strip() else []
    out += [say(words["ages"], a=lesson.ages[0], b=lesson.ages[1])] if lesson.ages else []
    return [*out, say(words["minutes"], n=lesson.minutes)]


def paragraphs(statements: Sequence[Statement]) -> list[tuple[bool, list[Statement]]]:
    """Statements as paragraphs of at most three sentences and some 320 characters; a quotation stands alone."""
    out: list[tuple[bool, list[Statement]]] = []
    for is_quoted, group in passages(statements):
        last = out[-1] if out and not out[-1][0] and not is_quoted else None
        if last and len(last[1]) < 3 and sum(len(x.text) for x in last[1]) + len(group[0].text) <= 320:
            last[1].extend(group)
        else:
            out.append((is_quoted, group))
    return out


def terms_of(lesson: Lesson, section: Section) -> list[Term]:
    known = {t.id: t for t in lesson.terms}
    return [known[t] for t in section.terms if t in known]


def right_answer(ask: Asked) -> str:
    """The right answer in a line."""
    q: Question = ask.question
    if q.kind in ("multiple_choice", "multiple_answer"):
        return "; ".join(c.text for c in q.choices if c.right)
    if q.kind == "cloze":
        return "; ".join(f"({n}) {g[0]}" if len(q.gaps) > 1 else g[0] for n, g in enumerate(q.gaps, 1) if g)
    if q.kind == "matching":
        return "; ".join(f"{p.left} – {p.right}" for p in q.pairs)
    if q.kind == "ordering":
        return " ".join(f"{n}. {s}" for n, s in enumerate(q.steps, 1))
    if q.kind == "numeric" and q.number is not None:
        return f"{figure(q.number)} {q.unit}".strip()
    return q.answers[0] if q.answers else ""


def figure(value: float) -> str:
    """A number without needless zeros."""
    return f"{value:.10g}"


def letters(lesson: Lesson) -> tuple[str, str]:
    """Every character that the page may show, and those of its titles, for cutting typefaces down to them."""
    titles = [lesson.title, *(s.title for s in lesson.sections), *(c.front for c in lesson.cards)]
    own = "".join(screen.ui(lesson.language).values()) + "0123456789.,:;-–—…'’“”\"!?()/%&+=ABCDEFGHIJ"
    everything = lesson.model_dump_json() + own + lesson.model_dump_json().upper()
    return everything, "".join(titles) + own


def _width(text: str) -> int:
    return sum(2 if "\u2e80" <= c <= "\uffef" else 1 for c in text)


def _policy(style: str, scripts: list[str]) -> str:
    allowed = " ".join(screen.digest(s) for s in scripts)
    own = f"style-src {screen.digest(style)}; script-src {allowed}"
    return f"default-src 'none'; img-src data:; font-src data:; {own}; base-uri 'none'; form-action 'none'"


def _contents(values: Mapping[str, Any], quiz: bool) -> list[tuple[str, str]]:
    lesson: Lesson = values["lesson"]
    say_ = values["say"]
    loose = any(all(t.id not in s.terms for s in lesson.sections) for t in lesson.terms)
    listed: list[tuple[str, str, object]] = [("aims", say_("objectives"), lesson.objectives or lesson.prior)]
    listed += [(local(s.id), s.title, True) for s in lesson.sections]
    listed += [("careful", say_("careful"), lesson.misconceptions), ("words", say_("words"), loose)]
    listed += [("cards", say_("cards"), lesson.cards), ("quiz", say_("quiz"), quiz)]
    listed += [("sources", say_("sources"), values["map"].passages)]
    return [(anchor, name) for anchor, name, there in listed if there]
