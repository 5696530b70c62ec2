"""The narration as text: what is said on each slide, and what is shown there for those who do not see it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from core.lesson import Diagram, Lesson, Slide, Statement, Term
from tools.export.languages import CJK, primary

from . import screen
from .book import Book
from .citing import SourceMap
from .page_html import context, say
from .shades import variables

WIDTH: Final = 78
"""Characters a line of the plain text holds, where the script has spaces."""


@dataclass(frozen=True)
class Part:
    """A slide of the transcript. ``time`` is when it begins (``"1:05"``), or empty."""

    title: str
    said: tuple[Statement, ...]
    lines: tuple[Statement, ...] = ()
    terms: tuple[Term, ...] = ()
    diagram: Diagram | None = None
    time: str = ""


def parts(
    lesson: Lesson, starts: Sequence[float] = (), spoken: Mapping[str, Sequence[Statement]] | None = None
) -> list[Part]:
    """One part for each slide that says or shows something.

    Args:
        starts: seconds from the film's start, one a slide, or none.
        spoken: what is said over a slide, by its id, where that is more than its narration.
    """
    terms = {t.id: t for t in lesson.terms}
    drawn = {d.id: d for d in lesson.diagrams}
    out = []
    for n, slide in enumerate(lesson.slides):
        said = tuple(s for s in (spoken or {}).get(slide.id, slide.narration) if s.text.strip())
        told = {_bare(s.text) for s in said}
        places = {(x.source, x.start) for s in said for x in s.spans}
        lines = tuple(
            b
            for b in _lines(lesson, slide)
            if _bare(b.text) and _bare(b.text) not in told and not any((x.source, x.start) in places for x in b.spans)
        )
        shown = tuple(terms[t] for t in slide.terms if t in terms and not (spoken or {}).get(slide.id))
        diagram = drawn.get(slide.diagram)
        if said or lines or shown or diagram:
            time = clock(starts[n]) if n < len(starts) else ""
            out.append(Part(" ".join(slide.title.split()), said, lines, shown, diagram, time))
    return out


def _bare(text: str) -> str:
    return text.strip().rstrip(".。")


def transcript_text(
    book: Book, starts: Sequence[float] = (), spoken: Mapping[str, Sequence[Statement]] | None = None
) -> bytes:
    """Plain text, UTF-8, with the times of the slides where they are known."""
    lesson = book.lesson
    words = screen.ui(lesson.language, "transcript")
    title = " ".join(lesson.title.split())
    blocks = [f"{title}\n{words['transcript']}"]
    for part in parts(lesson, starts, spoken):
        blocks.append(f"[{part.time}] {part.title}" if part.time else f"— {part.title} —")
        if part.said:
            blocks.append(screen.joiner(lesson.language).join(s.text.strip() for s in part.said))
        if shown := _shown(part, words):
            blocks.append(f"({words['shown']}: {shown})")
    text = "\n\n".join(_fold(b, lesson.language) for b in blocks) + "\n"
    return screen.fit(text).encode("utf-8", "replace")


def transcript_page(
    book: Book,
    texts: Mapping[str, str] | None = None,
    starts: Sequence[float] = (),
    spoken: Mapping[str, Sequence[Statement]] | None = None,
) -> bytes:
    """The same as an accessible page without scripts, each sentence with the numbers of its sources."""
    lesson, look = book.lesson, book.look
    words = screen.ui(lesson.language, "transcript")
    style = screen.tidy(variables(look.palette) + screen.part("page.css") + screen.part("transcript.css"))
    values, places = context(book, texts), SourceMap(lesson, texts, slides=True)
    made = parts(lesson, starts, spoken)
    cited = {
        p.number
        for part in made
        for s in (*part.said, *part.lines, *(t.meaning for t in part.terms))
        for p in places(s.spans)
    } | {p.number for part in made if part.diagram for p in places(part.diagram.spans)}
    values |= {
        "map": places,
        "say": lambda key, **given: say(words[key], **given),
        "title": screen.tab(f"{words['transcript']} – {lesson.title}"),
        "csp": f"default-src 'none'; img-src data:; style-src {screen.digest(style)}; base-uri 'none'; form-action 'none'",
        "style": Markup(style),
        "parts": made,
        "passages": [p for p in places.passages if p.number in cited],
        "icons": {},
    }
    return screen.page("transcript.html.j2", **values)


def clock(seconds: float) -> str:
    """``1:05`` or ``1:02:03``."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def _lines(lesson: Lesson, slide: Slide) -> tuple[Statement, ...]:
    """What stands on the slide: its bullets, the objectives or the question."""
    if slide.kind == "objectives" and not slide.bullets:
        return tuple(Statement(text=o.text) for o in lesson.objectives)
    asked = tuple(Statement(text=q.prompt) for q in lesson.questions if q.id == slide.question)
    return (*slide.bullets, *asked)


def _shown(part: Part, words: Mapping[str, str]) -> str:
    lines = [s.text.strip() for s in part.lines]
    lines += [f"{t.word.strip()}: {t.meaning.text.strip()}" for t in part.terms]
    if part.diagram:
        lines.append((part.diagram.long or part.diagram.alt or part.diagram.title).strip())
    return " ".join(line if line[-1:] in ".!?。！？…" else f"{line}{words['stop']}" for line in lines if line)


def _fold(text: str, language: str) -> str:
    if primary(language) in CJK:
        return text
    return "\n".join(
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )
