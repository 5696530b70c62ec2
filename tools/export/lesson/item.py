"""One question as every quiz format takes it: clean text, safe keys, and a fixed order that gives nothing away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tools.export.package_zip import safe_name

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

    @property
    def shown(self) -> tuple[int, int]:
        """Width and height on a page, in its pixels: at most 640 wide."""
        width = min(self.width, 640)
        return width, max(1, round(self.height * width / max(1, self.width)))


@dataclass(frozen=True)
class Item:
    """One question. What its kind does not use is empty.

    Options and targets stand as ``ordered`` shows them, and their keys are numbered so (``c1`` is A): no key tells an answer.

    multiple_choice, multiple_answer: ``options``. cloze: ``text``, strings and gaps in reading order; ``prompt`` the same with holes; gaps that need no typing
    have options (at the support level). matching: ``options`` are the left sides, ``targets`` the right ones
    without doubles, ``links`` the right pairs of keys. ordering: ``options`` as shown, ``targets`` the same in the
    right order. short_answer: ``accepted``. numeric: ``number``, ``tolerance``; ``accepted`` its usual spellings.
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
