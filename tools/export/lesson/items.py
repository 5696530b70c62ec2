"""Questions as every quiz format takes them: clean text, safe keys, pictures, and a fixed order that gives nothing away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from core.errors import BadInput
from core.lesson import Question
from tools.export.ooxml import plain
from tools.export.package_zip import safe_name

from .book import Book

_MARK = re.compile(r"\[(\d{1,3})\]")
HOLE = "_____"
"""A gap where nothing can be typed."""


@dataclass(frozen=True)
class Option:
    """Something that can be picked or put somewhere. ``key`` is a name in XML."""

    key: str
    text: str
    right: bool = False
    feedback: str = ""


@dataclass(frozen=True)
class Gap:
    """A hole in a text: the words it takes, the best first. ``options`` are offered where learners choose."""

    number: int
    accepted: tuple[str, ...]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A drawing beside a question. ``name`` is a file name."""

    name: str
    png: bytes
    alt: str
    long: str
    width: int
    height: int


@dataclass(frozen=True)
class Item:
    """One question. What its kind does not use is empty.

    multiple_choice, multiple_answer: ``options``. cloze: ``text``, strings and gaps in reading order; ``prompt`` the same with holes; gaps that need no typing
    have options (at the support level). matching: ``options`` are the left sides, ``targets`` the right ones in a fixed mixed
    order without doubles, ``links`` the right pairs of keys. ordering: ``options`` in a mixed order, ``targets`` the same in
    the right one. short_answer: ``accepted``. numeric: ``number``, ``tolerance``; ``accepted`` its usual spellings.
    """

    key: str
    id: str
    number: int
    kind: str
    prompt: str
    points: int
    level: str
    objective: str
    feedback: str
    options: tuple[Option, ...] = ()
    targets: tuple[Option, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    text: tuple[str | Gap, ...] = ()
    accepted: tuple[str, ...] = ()
    value: float = 0.0
    tolerance: float = 0.0
    picture: Picture | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(part for part in self.text if isinstance(part, Gap))


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


def keys(ids: Iterable[str], start: str) -> tuple[str, ...]:
    """For each id a name that is safe in XML and as a file name; ids that would become one stay apart."""
    out: list[str] = []
    for given in ids:
        name = safe_name(given, 48)
        name = name if name[0].isalpha() else f"{start}-{name}"
        if name in out:
            name = f"{name}-{len(out) + 1}"
        out.append(name)
    return tuple(out)


def mixed(things: Sequence[Option], seed: str) -> tuple[Option, ...]:
    """The same things in a fixed other order, decided by their words: never the given one where they differ."""
    told = sorted(things, key=lambda o: hashlib.sha256(f"{seed}\0{o.text}".encode()).digest())
    if len(told) > 1 and [o.text for o in told] == [o.text for o in things]:
        told = told[1:] + told[:1]
    return tuple(told)


def decimal(value: float) -> str:
    """A number without an exponent: ``14``, ``0.5``."""
    text = format(Decimal(repr(value + 0.0)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def folded(text: str) -> str:
    """Spaces made one and case folded: two answers that fold alike are one."""
    return " ".join(text.split()).casefold()


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def share(item: Item, parts: int) -> float:
    """The points of one of several equal parts."""
    return item.points / max(1, parts)


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
        for n, c in enumerate(q.choices, 1)
    )
    right = sum(o.right for o in options)  # what is said to everybody is not said twice
    if not right or len(options) < 2 or (q.kind == "multiple_choice" and right != 1):
        raise _bad(q, "it needs two options, and one right one where one is asked")
    return replace(common, options=options)


def _cloze(common: Item, q: Question) -> Item:
    accepted = [_accepted(q, words) for words in q.gaps]
    bank = {folded(words[0]): words[0] for words in accepted}
    offered = q.level == "support" and len(bank) > 1
    parts: list[str | Gap] = []
    for n, piece in enumerate(_MARK.split(plain(q.prompt))):
        number = int(piece) if n % 2 else 0
        if n % 2 and 1 <= number <= len(accepted):
            parts.append(
                Gap(number, accepted[number - 1], _offered(accepted[number - 1], bank, q.id) if offered else ())
            )
        elif piece:
            parts.append(f"[{piece}]" if n % 2 else piece)
    if sorted(g.number for g in parts if isinstance(g, Gap)) != list(range(1, len(accepted) + 1)) or not accepted:
        raise _bad(q, "each gap needs its mark in the text, once")
    read = "".join(part if isinstance(part, str) else HOLE for part in parts)
    return replace(common, prompt=" ".join(read.split()), text=tuple(parts))


def _offered(accepted: tuple[str, ...], bank: dict[str, str], seed: str) -> tuple[Option, ...]:
    taken = {folded(word) for word in accepted}
    return mixed([Option(f"w{n}", word, word_key in taken) for n, (word_key, word) in enumerate(bank.items(), 1)], seed)


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
    rights = {folded(plain(p.right)): _line(p.right) or "…" for p in reversed(q.pairs)}
    targets = {name: Option(f"r{n}", rights[name]) for n, name in enumerate(reversed(rights), 1)}
    links = tuple((o.key, targets[folded(plain(p.right))].key) for o, p in zip(options, q.pairs, strict=True))
    return replace(common, options=options, targets=mixed(tuple(targets.values()), q.id), links=links)


def _ordering(common: Item, q: Question) -> Item:
    if len(q.steps) < 2:
        raise _bad(q, "it needs two steps")
    steps = tuple(Option(f"s{n}", _line(text) or "…") for n, text in enumerate(q.steps, 1))
    shown = mixed(steps, q.id)
    # Numbered as shown, so that the keys do not tell the order.
    named = {o.key: replace(o, key=f"s{n}") for n, o in enumerate(shown, 1)}
    return replace(common, options=tuple(named.values()), targets=tuple(named[o.key] for o in steps))


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
