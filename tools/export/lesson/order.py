"""Orders that look random and never change: of the options, pairs and steps of tasks on paper and on slides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from core.lesson import Question


def order_of(question: Question) -> tuple[int, ...]:
    """Places of the choices, right sides or steps as they are shown; empty for other kinds.

    Numbers rise; all else is mixed by a hash of the question's id. Pairs and steps never stand in the order of the answer.
    """
    if question.choices:
        texts = [c.text for c in question.choices]
        values = [_value(text) for text in texts]
        if all(v is not None for v in values):
            return tuple(sorted(range(len(texts)), key=lambda i: values[i] or 0.0))
        return mixed(texts, question.id)
    if question.kind == "matching":
        return _apart(mixed([p.right for p in question.pairs], question.id))
    return _apart(mixed(question.steps, question.id)) if question.kind == "ordering" else ()


def mixed(texts: Sequence[str], seed: str) -> tuple[int, ...]:
    """Places of the texts in an order that the seed and the texts decide."""
    marks = [sha256(f"{seed}\0{text}".encode("utf-8", "replace")).digest() for text in texts]
    return tuple(sorted(range(len(texts)), key=lambda i: (marks[i], i)))


def letter(index: int) -> str:
    """A, B ... Z, AA, AB ... for 0, 1 ..."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(65 + rest) + out
    return out


def _apart(order: tuple[int, ...]) -> tuple[int, ...]:
    """Turned on by one where it is the right order already."""
    return order[1:] + order[:1] if order == tuple(range(len(order))) else order


def _value(text: str) -> float | None:
    found = re.match(r"[-−]?\d+(?:[.,]\d+)?", text.strip())
    return float(found.group().replace("−", "-").replace(",", ".")) if found else None
