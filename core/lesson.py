"""A lesson as data: what a writer gives back, every exporter sets and every lesson check reads.

Each statement, question and answer carries the spans of the source it rests on. Ids are stable under edits elsewhere.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.model import Frozen
from core.source import Span

Level = Literal["support", "core", "stretch"]
Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Phase = Literal["starter", "teach", "practice", "check", "exit"]
Id = str


class Statement(Frozen):
    """One plain sentence and its evidence. ``quoted``: word for word, to be set as a quotation."""

    text: str
    spans: tuple[Span, ...] = ()
    quoted: bool = False


class Objective(Frozen):
    """What learners can do afterwards: "Explain how ...". ``standard`` is a code that the brief gave, never another."""

    id: Id
    text: str
    verb: str
    bloom: Bloom
    standard: str = ""


class Term(Frozen):
    """A word of the vocabulary. ``icon`` names a drawing of the icon set, or is empty."""

    id: Id
    word: str
    meaning: Statement
    icon: str = ""


class Node(Frozen):
    """A box, step, event, layer, part or bar of a diagram."""

    id: Id
    text: str
    detail: str = ""
    when: str = ""
    value: float | None = None


class Link(Frozen):
    """An arrow between nodes, with the words on it."""

    start: Id
    end: Id
    label: str = ""


class Diagram(Frozen):
    """A drawing as data.

    concept_map: nodes and links, the first node in the middle. process, cycle, timeline, layers (the first on top): nodes in
    order. labelled: the first node is the whole, the others its parts. chart: nodes with values, ``unit`` on the axis.
    comparison: ``columns`` name what is compared, ``rows`` hold the aspect and one cell a column.
    """

    id: Id
    kind: Literal["concept_map", "process", "cycle", "timeline", "comparison", "layers", "labelled", "chart"]
    title: str
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    alt: str = ""
    """At most 150 characters: what it shows."""
    long: str = ""
    """All that it says, as text in the lesson's language."""
    spans: tuple[Span, ...] = ()


class Choice(Frozen):
    """An option of a question, with what is said to whoever picks it."""

    text: str
    right: bool = False
    feedback: str = ""
    spans: tuple[Span, ...] = ()


class Pair(Frozen):
    """Two things that belong together."""

    left: str
    right: str


class Question(Frozen):
    """A question in one of six forms.

    multiple_choice, multiple_answer: ``choices``. cloze: ``prompt`` holds ``[1]``, ``[2]``... and ``gaps`` the accepted words of
    each, the first the best. matching: ``pairs``. ordering: ``steps`` in the right order. short_answer: ``answers`` accepted,
    the first the best. numeric: ``number`` within ``tolerance``, worked out in ``working``.
    """

    id: Id
    kind: Literal["multiple_choice", "multiple_answer", "cloze", "matching", "ordering", "short_answer", "numeric"]
    prompt: str
    objective: Id
    level: Level = "core"
    points: int = Field(default=1, ge=1, le=20)
    choices: tuple[Choice, ...] = ()
    gaps: tuple[tuple[str, ...], ...] = ()
    pairs: tuple[Pair, ...] = ()
    steps: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    number: float | None = None
    tolerance: float = 0.0
    unit: str = ""
    working: str = ""
    feedback: str = ""
    """Said after an answer: why the right one is right, in words of the source."""
    spans: tuple[Span, ...] = ()
    diagram: Id = ""


class Section(Frozen):
    """A part of the lesson's reading text."""

    id: Id
    title: str
    statements: tuple[Statement, ...]
    heading: str = ""
    """The source's own heading above what it says; empty where the title was made."""
    diagram: Id = ""
    terms: tuple[Id, ...] = ()


class Stage(Frozen):
    """A part of the lesson's time. ``minutes`` of all stages add up to the lesson's."""

    phase: Phase
    title: str
    minutes: int = Field(ge=1)
    teacher: tuple[str, ...]
    learners: tuple[str, ...]
    objectives: tuple[Id, ...] = ()
    resources: tuple[str, ...] = ()


class Misconception(Frozen):
    """What learners may think, and what the source says instead."""

    wrong: str
    instead: Statement


class Support(Frozen):
    """How the same goal is reached at one level."""

    level: Level
    measures: tuple[str, ...]


class Slide(Frozen):
    """A slide. ``narration`` is what the film says over it; ``notes`` what the teacher reads under it."""

    id: Id
    kind: Literal["title", "objectives", "idea", "diagram", "terms", "example", "question", "summary"]
    title: str
    bullets: tuple[Statement, ...] = ()
    diagram: Id = ""
    question: Id = ""
    terms: tuple[Id, ...] = ()
    notes: str = ""
    narration: tuple[Statement, ...] = ()
    icon: str = ""


class Card(Frozen):
    """A flashcard. Its id never changes while the front stays."""

    id: Id
    front: str
    back: Statement
    icon: str = ""


class SourceNote(Frozen):
    """A source, named for readers."""

    name: str
    title: str
    language: str
    digest: str = ""


class Lesson(Frozen):
    """One lesson. All ids are unique in it and match ``[a-z][a-z0-9_-]*``."""

    id: Id
    title: str
    language: str
    summary: Statement
    audience: str = ""
    ages: tuple[int, int] | None = None
    minutes: int = Field(default=45, ge=5)
    number: int = Field(default=1, ge=1)
    of: int = Field(default=1, ge=1)
    prior: tuple[str, ...] = ()
    """What learners should know already, as the brief says."""
    grade: float | None = None
    """Reading level of the lesson's own text: school years (Flesch-Kincaid or the language's own formula)."""
    objectives: tuple[Objective, ...]
    terms: tuple[Term, ...] = ()
    sections: tuple[Section, ...]
    diagrams: tuple[Diagram, ...] = ()
    stages: tuple[Stage, ...]
    misconceptions: tuple[Misconception, ...] = ()
    support: tuple[Support, ...] = ()
    slides: tuple[Slide, ...]
    questions: tuple[Question, ...]
    cards: tuple[Card, ...] = ()
    exit_ticket: tuple[Id, ...] = ()
    """Questions asked at the door."""
    sources: tuple[SourceNote, ...] = ()
