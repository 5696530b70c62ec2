"""Questions made ready for a page: an order for what is chosen from, keys for what is answered, and the key to mark by.

The order is shuffled by the question's own id, so it is the same in every build and no place is right more often than another.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from core.lesson import Choice, Question

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"
_GAP: Final = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True)
class Option:
    """Something to choose. ``key`` is its name in answers: one letter (the first 36), by its place in the lesson."""

    key: str
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
    """Keys of the right choices; of each pair's right-hand side in order; of the steps in their right order."""

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


def letter(index: int) -> str:
    """Key of the option at an index: SCORM 1.2 wants one letter or digit."""
    return _LETTERS[index] if index < len(_LETTERS) else f"x{index}"


def shuffled(texts: Sequence[str], seed: str) -> tuple[int, ...]:
    """An order of the indices that is not the given one (if there are two different texts), the same for the same seed."""
    order = sorted(
        range(len(texts)), key=lambda i: hashlib.sha256(f"{seed}\0{i}\0{texts[i]}".encode("utf-8", "replace")).digest()
    )
    if [texts[i] for i in order] == list(texts) and len(set(texts)) > 1:
        order = order[1:] + order[:1]
    return tuple(order)


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
    if q.kind in ("multiple_choice", "multiple_answer"):
        order = _choices(q)
        options = tuple(Option(letter(i), q.choices[i].text, q.choices[i]) for i in order)
        return Asked(q, number, options, right=tuple(letter(i) for i, c in enumerate(q.choices) if c.right))
    if q.kind in ("matching", "ordering"):
        texts = [p.right for p in q.pairs] if q.kind == "matching" else list(q.steps)
        keys = [letter(texts.index(t)) for t in texts]  # two that read alike are one answer
        order = shuffled(texts, q.id)
        if q.kind == "matching":
            order = tuple(i for i in order if texts.index(texts[i]) == i)
        return Asked(q, number, tuple(Option(keys[i], texts[i]) for i in order), right=tuple(keys))
    return Asked(q, number, parts=cloze_parts(q.prompt, len(q.gaps)) if q.kind == "cloze" else ())


def _choices(q: Question) -> tuple[int, ...]:
    """Numbers by size, as a reader expects them; all else shuffled."""
    texts = [c.text for c in q.choices]
    sizes = [re.fullmatch(r"\s*([-−]?\d+(?:[.,]\d+)?)\D{0,12}", t) for t in texts]
    if all(sizes):
        values = [float(m.group(1).replace("−", "-").replace(",", ".")) for m in sizes if m]
        return tuple(sorted(range(len(texts)), key=lambda i: values[i]))
    order = shuffled(texts, q.id)
    return order
