"""The lesson's questions, checked and made ready for the quiz formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from core.errors import BadInput
from core.lesson import Question
from tools.export.ooxml import plain

from .book import Book
from .item import HOLE, Gap, Item, Option, Picture, decimal, folded, keys
from .ordered import bank, ordered

_MARK = re.compile(r"\[(\d{1,3})\]")


def items(book: Book) -> tuple[Item, ...]:
    """The lesson's questions in their order.

    Raises ``BadInput`` where there is none, so that no format writes an empty quiz, and where a question cannot be asked:
    no right option, a gap without its mark, fewer than two things to match or order.
    """
    if not book.lesson.questions:
        raise BadInput(
            "the lesson has no questions", which=book.lesson.id, remedy="Leave the quiz out, or ask for one."
        )
    taken = keys((q.id for q in book.lesson.questions), "q")
    return tuple(_item(book, q, key, n) for n, (q, key) in enumerate(zip(book.lesson.questions, taken, strict=True), 1))


def _item(book: Book, q: Question, key: str, number: int) -> Item:
    common = Item(
        key=key,
        id=q.id,
        number=number,
        kind=q.kind,
        prompt=_line(q.prompt) or "…",
        points=q.points,
        level=q.level,
        objective=q.objective,
        feedback="\n".join(t for t in (_line(q.working), _line(q.feedback)) if t),
        picture=None if _told(book, q) else _picture(book, q.diagram),
    )
    return _FILLED[q.kind](common, q)


def _line(text: str) -> str:
    return plain(text).strip()


def _picture(book: Book, name: str) -> Picture | None:
    drawing, known = book.drawing(name), {d.id: d for d in book.lesson.diagrams}
    if not name or drawing is None:
        return None
    diagram = known.get(name)
    alt = _line(diagram.alt or diagram.title) if diagram else ""
    long = _line(diagram.long) if diagram else ""
    return Picture(f"{keys([name], 'd')[0]}.png", drawing.png, alt, long, drawing.width, drawing.height)


def _told(book: Book, q: Question) -> bool:
    """Whether the drawing shows the very order that is asked for."""
    shown = {folded(n.text) for d in book.lesson.diagrams if d.id == q.diagram for n in d.nodes}
    return q.kind == "ordering" and {folded(step) for step in q.steps} <= shown


def _bad(q: Question, what: str) -> BadInput:
    return BadInput(f"this question cannot be asked: {what}", which=q.id, remedy="Mend or leave out the question.")


def _choices(common: Item, q: Question) -> Item:
    options = tuple(
        Option(f"c{n}", _line(c.text) or "…", c.right, "" if c.feedback == q.feedback else _line(c.feedback))
        for n, c in enumerate((q.choices[i] for i in ordered(q).order), 1)
    )
    right = sum(o.right for o in options)  # what is said to everybody is not said twice
    if not right or len(options) < 2 or (q.kind == "multiple_choice" and right != 1):
        raise _bad(q, "it needs two options, and one right one where one is asked")
    return replace(common, options=options)


def _cloze(common: Item, q: Question) -> Item:
    accepted = [_accepted(q, words) for words in q.gaps]
    words = [" ".join(plain(word).split()) for word in bank([q])]
    offered = q.level == "support" and len(words) > 1
    parts: list[str | Gap] = []
    for n, piece in enumerate(_MARK.split(plain(q.prompt))):
        number = int(piece) if n % 2 else 0
        if n % 2 and 1 <= number <= len(accepted):
            taken = accepted[number - 1]
            parts.append(Gap(number, taken, _offered(taken, words) if offered else ()))
        elif piece:
            parts.append(f"[{piece}]" if n % 2 else piece)
    if sorted(g.number for g in parts if isinstance(g, Gap)) != list(range(1, len(accepted) + 1)) or not accepted:
        raise _bad(q, "each gap needs its mark in the text, once")
    read = "".join(part if isinstance(part, str) else HOLE for part in parts)
    return replace(common, prompt=" ".join(read.split()), text=tuple(parts))


def _offered(accepted: tuple[str, ...], words: Sequence[str]) -> tuple[Option, ...]:
    taken = {folded(word) for word in accepted}
    return tuple(Option(f"w{n}", word, folded(word) in taken) for n, word in enumerate(words, 1))


def _accepted(q: Question, given: Sequence[str]) -> tuple[str, ...]:
    """What is taken for right: no doubles, the best first."""
    found = {folded(plain(word)): " ".join(plain(word).split()) for word in reversed(given) if plain(word).strip()}
    if not found:
        raise _bad(q, "no answer is given")
    return tuple(reversed(found.values()))


def _matching(common: Item, q: Question) -> Item:
    if len(q.pairs) < 2:
        raise _bad(q, "it needs two pairs")
    options = tuple(Option(f"l{n}", _line(p.left) or "…") for n, p in enumerate(q.pairs, 1))
    shown = ordered(q)
    targets = tuple(Option(f"r{n}", _line(q.pairs[i].right) or "…") for n, i in enumerate(shown.order, 1))
    links = tuple((o.key, targets[row].key) for o, row in zip(options, shown.rows, strict=True))
    return replace(common, options=options, targets=targets, links=links)


def _ordering(common: Item, q: Question) -> Item:
    if len(q.steps) < 2:
        raise _bad(q, "it needs two steps")
    shown = ordered(q)
    options = tuple(Option(f"s{n}", _line(q.steps[i]) or "…") for n, i in enumerate(shown.order, 1))
    return replace(common, options=options, targets=tuple(options[row] for row in shown.rows))


def _short(common: Item, q: Question) -> Item:
    return replace(common, accepted=_accepted(q, q.answers))


def _numeric(common: Item, q: Question) -> Item:
    if q.number is None:
        raise _bad(q, "it has no number")
    unit, text = _line(q.unit), decimal(q.number)
    asked = common.prompt if not unit or folded(unit) in folded(common.prompt) else f"{common.prompt} ({unit})"
    spelled = [text, text.replace(".", ","), *((f"{text} {unit}", f"{text}{unit}") if unit else ())]
    return replace(
        common, prompt=asked, value=q.number, tolerance=abs(q.tolerance), accepted=tuple(dict.fromkeys(spelled))
    )


_FILLED: Final[dict[str, Callable[[Item, Question], Item]]] = {
    "multiple_choice": _choices,
    "multiple_answer": _choices,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "short_answer": _short,
    "numeric": _numeric,
}
