"""The right answer of a question in words, the same on paper, in notes and in keys."""

from __future__ import annotations

import re
from typing import Final

from core.lesson import Question
from tools.export.languages import primary

from .ordered import ordered

GAP: Final = re.compile(r"\[(\d+)\]")


def figure(value: float, language: str = "en") -> str:
    """A number without needless zeros, with the decimal comma where the language writes one."""
    text = f"{value:.10g}"
    return text.replace(".", ",") if primary(language) in ("de", "es", "fr") else text


def blanked(prompt: str, blank: str) -> str:
    """A cloze prompt with ``blank`` for each gap; ``{n}`` in it becomes the gap's number."""
    return GAP.sub(lambda found: blank.replace("{n}", found.group(1)), prompt)


def filled(question: Question) -> str:
    """A cloze prompt with the best answer in each gap."""

    def word(found: re.Match[str]) -> str:
        at = int(found.group(1)) - 1
        return question.gaps[at][0] if 0 <= at < len(question.gaps) and question.gaps[at] else found.group(0)

    return GAP.sub(word, question.prompt)


def answer_lines(question: Question, language: str = "en") -> list[str]:
    """The right answer, a line for each part of it. Letters are those of ``ordered``."""
    shown = ordered(question)
    if question.choices:
        return [f"{shown.letter(i)}. {question.choices[i].text}" for i in shown.order if question.choices[i].right]
    if question.kind == "cloze":
        return [f"{n}. {' / '.join(gap)}" for n, gap in enumerate(question.gaps, 1)]
    if question.kind == "matching":
        return [f"{i + 1} – {shown.letter(i)}: {p.left} – {p.right}" for i, p in enumerate(question.pairs)]
    if question.kind == "ordering":
        return [f"{n}. {step} ({shown.letter(n - 1)})" for n, step in enumerate(question.steps, 1)]
    if question.kind == "numeric" and question.number is not None:
        value = f"{figure(question.number, language)} {question.unit}".strip()
        return [f"{value} (± {figure(question.tolerance, language)})" if question.tolerance else value]
    return [" / ".join(question.answers)] if question.answers else []
