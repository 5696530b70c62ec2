"""The smallest lesson, to which each test gives what it needs."""

from __future__ import annotations

from typing import Any

from core.lesson import Choice, Diagram, Lesson, Question, Statement
from core.source import Span

NAME = "source.txt"


def span(quote: str, start: int = 0) -> Span:
    return Span(source=NAME, start=start, end=start + len(quote), quote=quote)


def statement(text: str, quote: str = "", quoted: bool = False) -> Statement:
    return Statement(text=text, spans=(span(quote),) if quote else (), quoted=quoted)


def lesson(language: str = "en", **parts: Any) -> Lesson:
    """A lesson with nothing in it that any check minds, but for ``parts``."""
    given: dict[str, Any] = {
        "id": "small",
        "title": "?",
        "language": language,
        "summary": Statement(text="?", spans=(span("?"),)),
        "objectives": (),
        "sections": (),
        "stages": (),
        "slides": (),
        "questions": (),
    }
    return Lesson.model_validate({**given, **parts})


def question(kind: str, prompt: str, quote: str = "", **parts: Any) -> Question:
    spans = (span(quote),) if quote else ()
    return Question.model_validate(
        {"id": "q1", "kind": kind, "prompt": prompt, "objective": "o1", "spans": spans, **parts}
    )


def choices(*texts: str) -> tuple[Choice, ...]:
    """Options; a star before the words marks a right one."""
    return tuple(Choice(text=t.lstrip("*"), right=t.startswith("*")) for t in texts)


def asked(*questions: Question, language: str = "en", **parts: Any) -> Lesson:
    return lesson(language, questions=questions, **parts)


def diagram(kind: str, *nodes: str, **parts: Any) -> Diagram:
    made = tuple({"id": f"n{i}", "text": t} for i, t in enumerate(nodes, start=1))
    return Diagram.model_validate({"id": "d1", "kind": kind, "title": "Drawing", "nodes": made, **parts})
