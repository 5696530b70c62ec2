"""Questions made ready for a page: what is chosen from in its one order, keys for what is answered, and the key to mark by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from core.lesson import Choice, Question

from .ordered import letter, ordered

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"
_GAP: Final = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True)
class Option:
    """Something to choose, shown under ``letter``. ``key`` is its name in answers: one letter or digit for the first 36."""

    key: str
    letter: str
    text: str
    choice: Choice | None = None


@dataclass(frozen=True)
class Part:
    """A stretch of a cloze prompt: text, or the gap of that number (from 1) after it where ``gap`` is not 0."""

    text: str
    gap: int = 0


@dataclass(frozen=True)
class Asked:
    """A question with what a page shows. ``options`` are choices, right-hand sides or steps, in the order to be shown."""

    question: Question
    number: int
    options: tuple[Option, ...] = ()
    parts: tuple[Part, ...] = ()
    right: tuple[str, ...] = ()
    """Keys of the right choices as shown; of each pair's right-hand side in order; of the steps in their right order."""

    def key(self) -> dict[str, Any]:
        """What a script marks by: plain JSON."""
        q = self.question
        out: dict[str, Any] = {
            "id": q.id,
            "kind": q.kind,
            "points": q.points,
            "objective": q.objective,
            "prompt": _GAP.sub("___", q.prompt)[:240],
        }
        if q.kind == "cloze":
            out["gaps"] = [list(g) for g in q.gaps]
        elif q.kind == "short_answer":
            out["gaps"] = [list(q.answers)]
        elif q.kind == "numeric":
            out["number"], out["tolerance"] = q.number, abs(q.tolerance)
        else:
            out["right"] = list(self.right)
            out["options"] = [o.key for o in self.options]
        return out


def asked(questions: Sequence[Question]) -> tuple[Asked, ...]:
    """All questions that can be answered, numbered from 1: one without a right answer would be marked wrong for everybody."""
    ready = [q for q in questions if _answerable(q)]
    return tuple(_ready(q, n) for n, q in enumerate(ready, 1))


def option_key(row: int) -> str:
    """Key of the option in a row: SCORM 1.2 wants one letter or digit."""
    return _LETTERS[row] if row < len(_LETTERS) else f"x{row}"


def cloze_parts(prompt: str, gaps: int) -> tuple[Part, ...]:
    """The prompt cut at ``[1]``, ``[2]``...; numbers that are no gap stay text, gaps that are not in it follow it."""
    parts: list[Part] = []
    at, seen = 0, set()
    for found in _GAP.finditer(prompt):
        n = int(found.group(1))
        if 1 <= n <= gaps and n not in seen:
            parts.append(Part(prompt[at : found.start()], n))
            at = found.end()
            seen.add(n)
    parts.append(Part(prompt[at:]))
    parts += [Part(" ", n) for n in range(1, gaps + 1) if n not in seen]
    return tuple(parts)


def _answerable(q: Question) -> bool:
    if q.kind in ("multiple_choice", "multiple_answer"):
        return any(c.right for c in q.choices)
    if q.kind == "numeric":
        return q.number is not None
    lists = {"cloze": q.gaps, "matching": q.pairs, "ordering": q.steps, "short_answer": q.answers}
    return bool(lists[q.kind])


def _ready(q: Question, number: int) -> Asked:
    shown, all_texts = ordered(q), _texts(q)
    texts = [all_texts[i] for i in shown.order]
    # Steps that read alike are one answer.
    keys = [option_key(texts.index(text) if q.kind == "ordering" else row) for row, text in enumerate(texts)]
    choices = [q.choices[i] for i in shown.order] if q.choices else [None] * len(texts)
    options = tuple(Option(key, letter(row), texts[row], choices[row]) for row, key in enumerate(keys))
    right = [o.key for o in options if o.choice and o.choice.right] if q.choices else [keys[row] for row in shown.rows]
    parts = cloze_parts(q.prompt, len(q.gaps)) if q.kind == "cloze" else ()
    return Asked(q, number, options, parts, tuple(right))


def _texts(q: Question) -> list[str]:
    """What is ordered, as it stands in the lesson."""
    if q.kind == "matching":
        return [p.right for p in q.pairs]
    return list(q.steps) if q.kind == "ordering" else [c.text for c in q.choices]
