"""Ids: each once, well formed, and all that is referred to is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Lesson
from tools.checks.found import Say

CHECK: Final = "T6.lesson_references"
_say = Say(CHECK)
_ID: Final = re.compile(r"[a-z][a-z0-9_-]*")


def check_references(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T6.lesson_references``: BLOCK for an id that is used twice (nodes: within their diagram), is not ``[a-z][a-z0-9_-]*``, or is
    referred to and not there. A question's objective is ``coverage``'s.
    """
    ids = list(_ids(lesson))
    found: list[Finding] = []
    for where, name in ids:
        if not _ID.fullmatch(name):
            found.append(_fault(where, f"the id {name!r} is not well formed", "Use small letters, digits, - and _."))
    for name, count in sorted(Counter(name for _, name in ids).items()):
        if count > 1:
            found.append(_fault(name, f"the id {name!r} stands {count} times", "Give each part an id of its own."))
    for d in lesson.diagrams:
        names = Counter(n.id for n in d.nodes)
        found += [
            _fault(f"diagrams/{d.id}", f"the node {n!r} stands {c} times", "Rename one.")
            for n, c in names.items()
            if c > 1
        ]
        found += [
            _fault(f"diagrams/{d.id}", f"a link to {end!r}, which is no node", "Link nodes of the diagram.")
            for link in d.links
            for end in (link.start, link.end)
            if end not in names
        ]
    for where, kind, name, known in _references(lesson):
        if name not in known:
            found.append(_fault(where, f"{kind} {name!r} is not in the lesson", "Name one that is there."))
    return tuple(found)


def _fault(where: str, what: str, remedy: str) -> Finding:
    return _say(Severity.BLOCK, f"{what} ({where})", remedy, place={"part": where})


def _ids(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield "lesson", lesson.id
    yield from ((f"objectives/{x.id}", x.id) for x in lesson.objectives)
    yield from ((f"terms/{x.id}", x.id) for x in lesson.terms)
    yield from ((f"sections/{x.id}", x.id) for x in lesson.sections)
    yield from ((f"diagrams/{x.id}", x.id) for x in lesson.diagrams)
    yield from ((f"slides/{x.id}", x.id) for x in lesson.slides)
    yield from ((f"questions/{x.id}", x.id) for x in lesson.questions)
    yield from ((f"cards/{x.id}", x.id) for x in lesson.cards)


def _references(lesson: Lesson) -> Iterator[tuple[str, str, str, frozenset[str]]]:
    """Place, kind, id and the ids that there are."""
    diagrams = frozenset(d.id for d in lesson.diagrams)
    questions = frozenset(q.id for q in lesson.questions)
    terms = frozenset(t.id for t in lesson.terms)
    objectives = frozenset(o.id for o in lesson.objectives)
    for s in lesson.sections:
        yield from ((f"sections/{s.id}", "diagram", x, diagrams) for x in (s.diagram,) if x)
        yield from ((f"sections/{s.id}", "term", x, terms) for x in s.terms)
    for p in lesson.slides:
        yield from ((f"slides/{p.id}", "diagram", x, diagrams) for x in (p.diagram,) if x)
        yield from ((f"slides/{p.id}", "question", x, questions) for x in (p.question,) if x)
        yield from ((f"slides/{p.id}", "term", x, terms) for x in p.terms)
    for q in lesson.questions:
        yield from ((f"questions/{q.id}", "diagram", x, diagrams) for x in (q.diagram,) if x)
    for stage in lesson.stages:
        yield from ((f"stages/{stage.phase}", "objective", x, objectives) for x in stage.objectives)
    yield from (("exit_ticket", "question", x, questions) for x in lesson.exit_ticket)
