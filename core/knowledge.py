"""What was understood of a source, each piece with the place it rests on. Extraction alone: nothing is added to the source."""

from __future__ import annotations

from pydantic import Field

from core.model import Frozen
from core.source import Span


class Sentence(Frozen):
    """One sentence of the running text. ``weight`` 0-1 tells how much it matters to the whole."""

    text: str
    span: Span
    heading: str = ""
    """The nearest heading above it."""
    weight: float = Field(default=0.0, ge=0, le=1)


class Definition(Frozen):
    """``term`` is ``meaning``: ``meaning`` is a phrase that can follow "is" in the source's language, without a full stop."""

    term: str
    meaning: str
    span: Span
    kind: str = ""
    """The head noun of the meaning ("pigment"), by which terms of one sort are told; empty if not found."""


class Figure(Frozen):
    """A number that the source gives: ``value`` ``unit`` of ``what``."""

    value: float
    unit: str = ""
    what: str
    shown: str
    """As the source writes it, with its unit."""
    span: Span


class Step(Frozen):
    """One step of a process, as a short clause."""

    text: str
    span: Span


class Process(Frozen):
    """Steps in their order; ``cyclic`` where the source says that it begins again."""

    title: str
    steps: tuple[Step, ...]
    cyclic: bool = False


class Cause(Frozen):
    """``cause`` leads to ``effect``."""

    cause: str
    effect: str
    span: Span


class Event(Frozen):
    """Something at a time. ``when`` as the source writes it; ``year`` orders it, negative before our era."""

    when: str
    year: float
    what: str
    span: Span


class Contrast(Frozen):
    """Two things told apart in one respect."""

    first: str
    second: str
    first_says: str
    second_says: str
    span: Span


class Parts(Frozen):
    """A whole and what it consists of, or a class and its members."""

    whole: str
    parts: tuple[str, ...]
    span: Span


class Table(Frozen):
    """A table of the source: header cells, then rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    span: Span


class Example(Frozen):
    """An example that the source gives of ``of``."""

    of: str
    text: str
    span: Span


class Keyword(Frozen):
    """A term that matters. ``weight`` 0-1; ``sort`` is thing, person, place, time or number."""

    word: str
    weight: float = Field(ge=0, le=1)
    sort: str = "thing"
    spans: tuple[Span, ...] = ()


class Knowledge(Frozen):
    """All that was understood of one source."""

    source: str
    title: str
    language: str
    sentences: tuple[Sentence, ...] = ()
    definitions: tuple[Definition, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    figures: tuple[Figure, ...] = ()
    processes: tuple[Process, ...] = ()
    causes: tuple[Cause, ...] = ()
    events: tuple[Event, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    parts: tuple[Parts, ...] = ()
    tables: tuple[Table, ...] = ()
    examples: tuple[Example, ...] = ()
    objectives: tuple[Sentence, ...] = ()
    """What the source itself says that its readers shall learn."""
