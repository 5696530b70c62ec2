"""In which order a question's options, right-hand sides, steps and words are shown, and under which letter each stands.

Every format asks here, so that a class can speak of "B" whatever each learner has before them, and the key is the key of all.
An order looks random and never changes: the question's id and the words decide it, not the place in which a writer put them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from core.lesson import Question
from tools.export.ooxml import plain

from .item import folded

_LONGEST: Final = 40
"""Characters of a short answer that may stand in a word bank: a longer one is a sentence, which gives itself away."""
_NUMBER: Final = re.compile(r"\s*([-−–]?)(\d{1,3}(?:([.,'’ \u00a0\u202f])\d{3})+|\d+)(?:[.,](\d+))?(?!\d)(\D{0,16})")


@dataclass(frozen=True)
class Ordered:
    """What is shown of a question, top down. ``order`` holds places in the lesson (of choices, pairs or steps).

    ``rows`` says for each place of the lesson in which row, from 0, it is shown: right-hand sides that read alike are shown
    once and share a row. Both are empty for a question with nothing to choose from or to put in order.
    """

    order: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()

    def letter(self, place: int) -> str:
        """The letter under which the choice, right-hand side or step of that place in the lesson is shown."""
        return letter(self.rows[place])

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters top down."""
        return tuple(map(letter, range(len(self.order))))


def ordered(question: Question) -> Ordered:
    """The one order of a question.

    Numbers with one unit rise; all else is mixed. Pairs and steps never stand solved if they can be told apart.
    """
    if question.kind in ("multiple_choice", "multiple_answer"):
        texts = [c.text for c in question.choices]
        return _shown(_risen(texts) or mixed(texts, question.id))
    if question.kind == "ordering":
        return _shown(apart(mixed(question.steps, question.id), question.steps))
    if question.kind == "matching":
        alike: dict[str, int] = {}
        first = [alike.setdefault(_read(p.right), i) for i, p in enumerate(question.pairs)]
        places = list(alike.values())
        rights = [question.pairs[i].right for i in places]
        order = tuple(places[i] for i in apart(mixed(rights, question.id), rights))
        return Ordered(order, tuple(order.index(i) for i in first))
    return Ordered()


def right_letters(question: Question) -> tuple[str, ...]:
    """The key: letters of the right choices top down; of each pair's right-hand side; of the steps as they follow."""
    shown = ordered(question)
    if question.choices and shown.order:
        return tuple(shown.letter(i) for i in shown.order if question.choices[i].right)
    return tuple(shown.letter(i) for i in range(len(shown.rows)))


def bank(questions: Sequence[Question]) -> tuple[str, ...]:
    """The words that fill the gaps of these questions and answer the short ones, each once, never in the order of the gaps."""
    found = [next((w for w in gap if _read(w)), "") for q in questions if q.kind == "cloze" for gap in q.gaps]
    found += [
        q.answers[0] for q in questions if q.kind == "short_answer" and q.answers and len(q.answers[0]) <= _LONGEST
    ]
    once = {_read(word): word for word in reversed(found)}
    words = [once[key] for key in dict.fromkeys(map(_read, found)) if key]
    seed = "\0".join(q.id for q in questions if q.kind in ("cloze", "short_answer"))
    return tuple(words[i] for i in apart(mixed(words, seed), words))


def mixed(texts: Sequence[str], seed: str) -> tuple[int, ...]:
    """Places of the texts in an order that the seed and the words decide."""
    marks = [sha256(f"{seed}\0{_read(text)}".encode("utf-8", "replace")).digest() for text in texts]
    return tuple(sorted(range(len(texts)), key=lambda i: (marks[i], i)))


def apart(order: tuple[int, ...], texts: Sequence[str]) -> tuple[int, ...]:
    """Turned on by one where the texts would stand as they were given, as far as they can be told apart."""
    told = [_read(text) for text in texts]
    return order[1:] + order[:1] if [told[i] for i in order] == told else order


def letter(row: int) -> str:
    """A, B ... Z, AA, AB ... for 0, 1 ..."""
    out = ""
    row += 1
    while row:
        row, rest = divmod(row - 1, 26)
        out = chr(65 + rest) + out
    return out


def _shown(order: tuple[int, ...]) -> Ordered:
    return Ordered(order, tuple(order.index(i) for i in range(len(order))))


def _read(text: str) -> str:
    """As it is read: two texts that are one here cannot be told apart."""
    return folded(plain(text))


def _risen(texts: Sequence[str]) -> tuple[int, ...]:
    """Places by size where every text is a number and no two have different units; empty otherwise."""
    found = [_NUMBER.fullmatch(text) for text in texts]
    if not all(found) or len({folded(m[5]) for m in found if m} - {""}) > 1:
        return ()
    values = [_value(m) for m in found if m]
    return tuple(sorted(range(len(texts)), key=lambda i: (values[i], i)))


def _value(found: re.Match[str]) -> float:
    """A point or comma before three digits parts thousands, as in "1,000"; a number that starts with 0 has none."""
    whole, rest = found[2], found[4] or ""
    if found[3] in (".", ",") and whole.startswith("0"):
        whole, rest = whole.replace(found[3], ".", 1).split(".", 1)
    value = float("".join(c for c in whole if c.isdigit()) + (f".{rest}" if rest else ""))
    return -value if found[1] else value
