"""The source map of a lesson: every place that it rests on gets one number, and the passage around it with its words apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.lesson import Lesson, Statement
from core.source import Span

AROUND: Final = 360
"""Characters of the same paragraph that are shown before and after the words, at most."""


@dataclass(frozen=True)
class Passage:
    """``words`` as they stand in the source, between what the paragraph says ``before`` and ``after`` them."""

    number: int
    span: Span
    title: str
    language: str
    before: str = ""
    after: str = ""

    @property
    def words(self) -> str:
        return self.span.quote

    @property
    def anchor(self) -> str:
        return f"source-{self.number}"


class SourceMap:
    """Numbers from 1, in the order in which the lesson first rests on a place; with ``slides``, what these say comes last.

    ``texts`` holds the sources' texts by name. Where one is missing, or says something else at that place than the
    span does, the passage is the span's own words and nothing is put around them.
    """

    def __init__(self, lesson: Lesson, texts: Mapping[str, str] | None = None, slides: bool = False) -> None:
        named = {s.name: s for s in lesson.sources}
        self._numbers: dict[tuple[str, int, int], int] = {}
        made: list[Passage] = []
        for span in (*_spans(lesson), *(_slides(lesson) if slides else ())):
            key = (span.source, span.start, span.end)
            if key in self._numbers or not span.quote.strip():
                continue
            self._numbers[key] = len(made) + 1
            note = named.get(span.source)
            before, after = around(span, (texts or {}).get(span.source, ""))
            made.append(
                Passage(
                    len(made) + 1,
                    span,
                    note.title or note.name if note else span.source,
                    note.language if note else lesson.language,
                    before,
                    after,
                )
            )
        self.passages = tuple(made)

    def __call__(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        """The passages of some spans, each once, in the order given."""
        found = (self._numbers.get((s.source, s.start, s.end)) for s in spans)
        return tuple(self.passages[n - 1] for n in dict.fromkeys(n for n in found if n))


def around(span: Span, text: str) -> tuple[str, str]:
    """What the paragraph says before and after the span, cut between words with an ellipsis; both empty if it is not there."""
    if text[span.start : span.end] != span.quote:
        return "", ""
    first = text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0
    last = text.find("\n\n", span.end)
    before, after = text[first : span.start], text[span.end : last if last >= 0 else len(text)]
    if len(before) > AROUND:
        tail = before[-AROUND:]
        before = "…" + (tail[tail.find(" ") :] if " " in tail[: AROUND // 3] else tail)
    if len(after) > AROUND:
        head = after[:AROUND]
        after = (head[: head.rfind(" ") + 1] if " " in head[-AROUND // 3 :] else head) + "…"
    return before.lstrip("\n"), after.rstrip()


def _spans(lesson: Lesson) -> Iterator[Span]:
    """Every span of what learners read, in reading order."""
    words = {t.id: t for t in lesson.terms}
    drawn = {d.id: d for d in lesson.diagrams}
    yield from lesson.summary.spans
    for section in lesson.sections:
        yield from _said(section.statements)
        yield from drawn[section.diagram].spans if section.diagram in drawn else ()
        yield from _said(words[t].meaning for t in section.terms if t in words)
    yield from _said(t.meaning for t in lesson.terms)
    for diagram in lesson.diagrams:
        yield from diagram.spans
    yield from _said(m.instead for m in lesson.misconceptions)
    yield from _said(c.back for c in lesson.cards)
    for question in lesson.questions:
        for choice in question.choices:
            yield from choice.spans
        yield from question.spans


def _slides(lesson: Lesson) -> Iterator[Span]:
    for slide in lesson.slides:
        yield from _said((*slide.narration, *slide.bullets))


def _said(statements: Iterable[Statement]) -> Iterator[Span]:
    for statement in statements:
        yield from statement.spans
