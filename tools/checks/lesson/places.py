"""Every span points to the words that it quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from core.source import Span
from tools.checks.found import Say

from .walk import statements

CHECK: Final = "T2.lesson_places"
_say = Say(CHECK)


def check_places(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T2.lesson_places``: BLOCK where the characters ``start:end`` of the source are not the span's quote, or the quote is empty;
    NOT_CHECKED where the source's text was not given.
    """
    found: list[Finding] = []
    for where, span in _spans(lesson):
        text, place = sources.get(span.source), {"part": where, "span": [span.start, span.end]}
        if text is None:
            told = f"the text of {span.source!r} was not there to look it up"
            found.append(_say(Severity.NOT_CHECKED, told, "Give the source's text.", place=place))
        elif not span.quote.strip() or text[span.start : span.end] != span.quote:
            told = f"{span.source} has {text[span.start : span.end][:120]!r} where {span.quote[:120]!r} is cited"
            found.append(_say(Severity.BLOCK, told, "Cite the place where the words stand.", place=place))
    return tuple(found)


def _spans(lesson: Lesson) -> Iterator[tuple[str, Span]]:
    for where, s in statements(lesson):
        yield from ((where, span) for span in s.spans)
    for q in lesson.questions:
        yield from ((f"questions/{q.id}", span) for span in q.spans)
        yield from ((f"questions/{q.id}/choices/{i}", span) for i, c in enumerate(q.choices) for span in c.spans)
    for d in lesson.diagrams:
        yield from ((f"diagrams/{d.id}", span) for span in d.spans)
