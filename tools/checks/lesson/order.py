"""The order of an ordering question against the process it is taken from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Final

from core.findings import Finding, Severity
from core.lesson import Diagram, Lesson, Question
from core.source import Span
from tools.checks.found import Say

from .walk import HAN, fold, shared, stem, stems

CHECK: Final = "T2.lesson_order"
_say = Say(CHECK)
_KINDS: Final = frozenset({"process", "cycle", "timeline", "layers"})
_LIKE: Final = 0.6
"""Part of a step's words that must stand in what it is taken to be."""


def check_order(lesson: Lesson, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """``T2.lesson_order``: HOLD where the steps stand in another order than in the question's diagram (or another of the lesson that
    has them all), else by the years of the cited
    spans, else by their place in the source; a cycle may begin anywhere. NOT_CHECKED where none of the three tells.
    """
    diagrams = {d.id: d for d in lesson.diagrams}
    found: list[Finding] = []
    for q in lesson.questions:
        if q.kind != "ordering" or len(q.steps) < 2:
            continue
        drawn = [diagrams[q.diagram]] if q.diagram in diagrams else list(lesson.diagrams)
        ranks, cyclic = _ranks(q, drawn)
        place = {"part": f"questions/{q.id}"}
        if ranks is None:
            told = f"no order in the source was found for: {q.prompt}"
            found.append(_say(Severity.NOT_CHECKED, told, "Cite the steps, or give the diagram.", place=place))
        elif not (_rising(ranks) or (cyclic and _rising_round(ranks))):
            right = [s for _, s in sorted(zip(ranks, q.steps, strict=True), key=lambda pair: pair[0])]
            told = f"the source has another order: {' → '.join(right)}"
            found.append(_say(Severity.HOLD, told, "Give the steps in the source's order.", place=place))
    return tuple(found)


def _ranks(q: Question, diagrams: Sequence[Diagram]) -> tuple[list[float] | None, bool]:
    for diagram in (d for d in diagrams if d.kind in _KINDS):
        nodes = [_best(step, [f"{n.text} {n.detail}" for n in diagram.nodes]) for step in q.steps]
        if None not in nodes and len(set(nodes)) == len(nodes):
            return [float(n) for n in nodes if n is not None], diagram.kind == "cycle"
    spans = tuple(dict.fromkeys(q.spans))
    at = [_best(step, [s.quote for s in spans]) for step in q.steps]
    if None in at:
        return None, False
    held = [spans[i] for i in at if i is not None]
    years = [_year(s.quote) for s in held]
    if len(set(held)) == len(held) and None not in years:
        return [y for y in years if y is not None], False
    places = [_place(step, s) for step, s in zip(q.steps, held, strict=True)]
    return (places if len(set(places)) == len(places) else None), False


def _best(step: str, texts: Sequence[str]) -> int | None:
    """The text that holds most of a step's words, the shortest of equals; nothing where none holds enough."""
    own = stems(step)
    scores = [(shared(own, stems(t)), -len(t), -i) for i, t in enumerate(texts)]
    best = max(scores, default=(0.0, 0, 0))
    return -best[2] if best[0] >= _LIKE else None


def _year(quote: str) -> float | None:
    found = re.findall(r"(?<!\d)(\d{3,4})(?!\d)", quote)
    before = re.search(r"\b(?:BCE?|v\. ?Chr|a\. ?C|av\. ?J)|公元前", quote)
    return (-1.0 if before else 1.0) * float(found[0]) if len(found) == 1 else None


def _place(step: str, span: Span) -> float:
    """Where in the source a step's words stand: the middle of their places."""
    own = set(stems(step))
    words = [(m.start(), stem(m[0])) for m in re.finditer(rf"[^\W{HAN}]+|[{HAN}]", fold(span.quote))]
    seen = [at for at, word in words if word in own]
    return span.start + (float(median(seen)) if seen else 0.0)


def _rising(ranks: Sequence[float]) -> bool:
    return all(a < b for a, b in zip(ranks, ranks[1:], strict=False))


def _rising_round(ranks: Sequence[float]) -> bool:
    at = list(ranks).index(min(ranks))
    return _rising([*ranks[at:], *ranks[:at]])
