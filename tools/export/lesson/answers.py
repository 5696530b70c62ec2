"""The right answer of a question in words, the same on paper, in notes and in keys."""

from __future__ import annotations

import re
from typing import Final

from core.lesson import Question

from .order import letter, mixed

GAP: Final = re.compile(r"\[(\d+)\]")


def figure(value: float) -> str:
    """A number without needless zeros."""
    return f"{value:.10g}"


def blanked(prompt: str, blank: str) -> str:
    """A cloze prompt with ``blank`` for each gap; ``{n}`` in it becomes the gap's number."""
    return GAP.sub(lambda found: blank.replace("{n}", found.group(1)), prompt)


def filled(question: Question) -> str:
    """A cloze prompt with the best answer in each gap."""

    def word(found: re.Match[str]) -> str:
        at = int(found.group(1)) - 1
        return question.gaps[at][0] if 0 <= at < len(question.gaps) and question.gaps[at] else found.group(0)

    return GAP.sub(word, question.prompt)


def bank(question: Question) -> list[str]:
    """The words that go into a cloze, mixed, each once."""
    words = list(dict.fromkeys(gap[0] for gap in question.gaps if gap))
    return [words[i] for i in mixed(words, question.id)]


def answer_lines(question: Question) -> list[str]:
    """The right answer, a line for each part of it. Letters and mixed orders are those of ``mixed`` by the question's id."""
    if question.kind in ("multiple_choice", "multiple_answer"):
        return [f"{letter(i)}. {c.text}" for i, c in enumerate(question.choices) if c.right]
    if question.kind == "cloze":
        return [f"{n}. {' / '.join(gap)}" for n, gap in enumerate(question.gaps, 1)]
    if question.kind == "matching":
        places = mixed(question.pairs, question.id)
        return [f"{i + 1}{letter(places.index(i))}. {p.left} – {p.right}" for i, p in enumerate(question.pairs)]
    if question.kind == "ordering":
        return [f"{i}. {step}" for i, step in enumerate(question.steps, 1)]
    if question.kind == "numeric" and question.number is not None:
        value = f"{figure(question.number)} {question.unit}".strip()
        return [f"{value} (± {figure(question.tolerance)})" if question.tolerance else value]
    return [" / ".join(question.answers)] if question.answers else []
