"""What is shown and said on each slide of a lesson, line by line, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.lesson import Lesson, Question, Slide, Statement
from core.requests import Timing, Word
from core.source import Span

LEAD = 0.6
"""Seconds from a slide's appearance to its first word."""
REST = 0.9
"""Seconds that a slide stays after its last word."""
SOLVED = -2
"""State of a question's slide in which its right answers are marked."""
TELLS = 0.6
"""Part of a silent question's time after which its answer is marked."""
SILENT_RATE = 2.4
"""Words a second at which a slide is read where nobody speaks."""
_GAP = re.compile(r"\s*\[\d+\]\s*")


@dataclass(frozen=True)
class Spoken:
    """A line of narration. ``shown``: how many of the slide's lines have been said when it begins; -1 shows all of them alike, ``SOLVED`` marks the right one."""

    text: str
    shown: int


@dataclass(frozen=True)
class Page:
    """A slide as it is shown and told."""

    id: str
    role: str
    title: str
    kicker: str = ""
    lines: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    quoted: tuple[bool, ...] = ()
    right: tuple[int, ...] = ()
    """Of a question's lines those that are right."""
    diagram: str = ""
    icon: str = ""
    spoken: tuple[Spoken, ...] = ()
    pause: float = 0.5
    """Seconds between spoken lines."""


@dataclass(frozen=True)
class Stand:
    """When a page stands in the film: seconds from its start. ``voice`` is when its narration begins."""

    page: Page
    start: float
    voice: float
    end: float


def pages(lesson: Lesson) -> tuple[Page, ...]:
    """Every slide in order."""
    return tuple(_page(lesson, slide) for slide in lesson.slides)


def stands(told: Sequence[Page], seconds: Mapping[str, float]) -> tuple[Stand, ...]:
    """The pages one after another. ``seconds``: length of each page's narration; one without is shown as long as it is read."""
    out, at = [], 0.0
    for page in told:
        length = seconds.get(page.id) or _read(page)
        end = round(at + LEAD + length + REST, 2)
        out.append(Stand(page, at, round(at + LEAD, 2), end))
        at = end
    return tuple(out)


def moments(stand: Stand, timing: Timing | None) -> tuple[tuple[float, int], ...]:
    """When which state of a page is shown: second and lines said; -1 for the whole page, ``SOLVED`` for the right answer. The first
    is the page's start."""
    page = stand.page
    if not page.lines:
        return ((stand.start, -1),)
    if timing is None or not page.spoken:
        solved = ((round(stand.start + TELLS * (stand.end - stand.start), 2), SOLVED),) if page.right else ()
        return ((stand.start, -1), *solved)
    out = [(stand.start, 0)]
    for line, words in zip(page.spoken, timing.lines, strict=False):
        if words and line.shown != out[-1][1]:
            out.append((round(stand.voice + words[0].start - 0.1, 2), line.shown))
    return tuple(m for i, m in enumerate(out) if i + 1 == len(out) or out[i + 1][0] - m[0] > 0.2)


def shifted(timing: Timing, by: float) -> tuple[tuple[Word, ...], ...]:
    """The lines of a narration on the film's clock."""
    return tuple(
        tuple(Word(text=w.text, start=round(w.start + by, 3), end=round(w.end + by, 3)) for w in line)
        for line in timing.lines
    )


def _read(page: Page) -> float:
    text = " ".join([page.title, *page.labels, *page.lines])
    words = len(text.split()) + len(re.findall("[\u3400-\u9fff]", text)) / 1.6
    return max(3.0, words / SILENT_RATE)


def _page(lesson: Lesson, slide: Slide) -> Page:
    base = Page(slide.id, slide.kind, slide.title, icon=slide.icon)
    said = tuple(Spoken(_aloud(s.text), 0) for s in slide.narration)
    if slide.kind == "objectives":
        texts = tuple(o.text for o in lesson.objectives)
        return replace(base, lines=texts, spoken=_each(texts))
    if slide.kind == "terms":
        terms = [t for i in slide.terms for t in lesson.terms if t.id == i]
        told = [f"{t.word}{_colon(lesson)}{t.meaning.text}" for t in terms]
        return replace(
            base, lines=tuple(t.meaning.text for t in terms), labels=tuple(t.word for t in terms), spoken=_each(told)
        )
    if slide.kind == "question":
        return _question(lesson, slide)
    if slide.kind == "diagram":
        return replace(base, diagram=slide.diagram, spoken=said)
    if slide.kind == "title":
        return replace(base, spoken=(Spoken(_ended(slide.title), 0), *said))
    lines = slide.bullets
    return replace(
        base,
        lines=tuple(b.text for b in lines),
        quoted=tuple(b.quoted for b in lines),
        spoken=_paced(slide.narration, lines) or _each([b.text for b in lines]),
    )


def _aloud(text: str) -> str:
    """Verse is quoted with strokes between its lines; a reader makes a short pause there."""
    return re.sub(r"[,;]? / ", ", ", text)


def _colon(lesson: Lesson) -> str:
    return "：" if lesson.language.startswith("zh") else ": "


def _each(texts: Sequence[str]) -> tuple[Spoken, ...]:
    return tuple(Spoken(t, i) for i, t in enumerate(texts, 1))


def _paced(narration: Sequence[Statement], lines: Sequence[Statement]) -> tuple[Spoken, ...]:
    """A line of the slide counts as said when the sentence begins that tells what it rests on."""
    out, shown = [], 0
    for s in narration:
        while shown < len(lines) and _meet(lines[shown].spans, s.spans):
            shown += 1
            if shown < len(lines) and lines[shown].spans == lines[shown - 1].spans:
                break  # two lines of one sentence: the second comes with the sentence's second statement
        out.append(Spoken(_aloud(s.text), shown))
    if out and shown < len(lines):
        out[-1] = Spoken(out[-1].text, len(lines))
    return tuple(out)


def _meet(one: Sequence[Span], two: Sequence[Span]) -> bool:
    return any(a.source == b.source and a.start < b.end and b.start < a.end for a in one for b in two)


def _right(question: Question) -> tuple[int, ...]:
    """Which of the options, in the order in which they are shown, are right."""
    from tools.export.lesson.ordered import ordered

    return tuple(row for row, i in enumerate(ordered(question).order) if question.choices and question.choices[i].right)


def _ended(text: str) -> str:
    """With a stop, so that a voice pauses and a transcript can be read."""
    if text.rstrip()[-1:] in ".!?…。！？":
        return text
    return text + ("。" if re.search("[\u3400-\u9fff]", text) else ".")


def _question(lesson: Lesson, slide: Slide) -> Page:
    from tools.export.lesson.ordered import letter, ordered  # late: it loads what Office files are made with

    q = next(q for q in lesson.questions if q.id == slide.question)
    prompt = _GAP.sub(" … ", q.prompt).strip()
    options = [q.choices[i].text for i in ordered(q).order] if q.choices else []
    colon = _colon(lesson)
    said = [Spoken(prompt, 0), *(Spoken(_ended(f"{letter(i)}{colon}{t}"), i + 1) for i, t in enumerate(options))]
    if q.feedback:
        said.append(Spoken(q.feedback, SOLVED if _right(q) else -1))
    return Page(
        id=slide.id, role="question", title=prompt, kicker=slide.title, lines=tuple(options),
        labels=tuple(letter(i) for i in range(len(options))), spoken=tuple(said), pause=0.9, icon=slide.icon, right=_right(q),
    )  # fmt: skip
