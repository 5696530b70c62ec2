"""What the report tells of a lesson besides its files: what it is for, how much it asks, and what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from agents.kind import Dossier
from core.brief import Fact
from core.lesson import Lesson
from graphs.kinds.lesson.books import lesson, numbers
from tools.checks.lesson.bias import counts


def report_facts(job: Dossier) -> tuple[Fact, ...]:
    """Rows for each lesson."""
    return tuple(row for n in numbers(job) for row in _rows(lesson(job, n)))


def _rows(made: Lesson) -> Iterator[Fact]:
    tail = f"-{made.number}" if made.of > 1 else ""

    def row(name: str, text: str, source: str = "") -> Fact:
        return Fact(id=f"{name}{tail}", text=text, source=source)

    names = {s.name: s.title for s in made.sources}
    yield row(
        "lesson", made.summary.text, ", ".join(dict.fromkeys(names.get(x.source, x.source) for x in made.summary.spans))
    )
    for i, o in enumerate(made.objectives, 1):
        yield row(f"objective{i}", o.text, " ".join(t for t in (o.standard, f"({o.bloom})") if t))
    levels = Counter(q.level for q in made.questions)
    told = ", ".join(f"{levels[level]} {level}" for level in ("support", "core", "stretch") if levels[level])
    yield row("questions", f"{len(made.questions)} in all: {told}" if told else "none that the sources could answer")
    if made.grade is not None:
        yield row("reading-level", f"school year {made.grade:.1f}, measured on the lesson's own text")
    cited = Counter(x.source for s in made.sections for t in s.statements for x in t.spans)
    for i, s in enumerate(made.sources, 1):
        yield row(f"source{i}", f"{s.title}: {cited[s.name]} places cited", s.name)
    yield row("people", counts(made).line(), "counted in all its words")
