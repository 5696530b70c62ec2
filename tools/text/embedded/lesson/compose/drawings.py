"""Which diagrams the knowledge is good for: steps, times, comparisons, wholes and parts, numbers, and a map of the terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from core.canonical import key_of
from core.knowledge import Contrast, Event, Knowledge
from core.lesson import Diagram, Link, Node
from core.source import Span
from tools.design.diagrams.describe import describe
from tools.text.embedded.lesson.questions.ground import Ground
from tools.text.embedded.lesson.questions.tables import Column, columns
from tools.text.embedded.lesson.questions.voice import Voice, capital

from .frames import Frames

_STEPS, _EVENTS, _PARTS, _BARS, _TERMS = (3, 8), (3, 8), (2, 8), (2, 8), (4, 6)
"""Fewest and most things of each sort that make a drawing."""
_LONG = 110
"""Characters of a step, event or cell."""


@dataclass(frozen=True)
class Sketch:
    """A diagram before it is chosen. ``at`` is the source and the place where it belongs; ``worth`` ranks."""

    diagram: Diagram
    at: tuple[int, int]
    worth: float


def sketches(knowledge: Sequence[Knowledge], frames: Frames, seed: int, title: str) -> list[Sketch]:
    """Every diagram that could be drawn, in the order of the sources."""
    voice = Voice(frames.language)
    found: list[Sketch] = []
    for i, k in enumerate(knowledge):
        made = [*_processes(k), *_timelines(k, frames), *_comparisons(k, frames, voice), *_wholes(k, voice)]
        made += [*_charts(k, Ground(k, voice, seed)), *_maps(k, frames, voice, title)]
        found += [Sketch(_described(d, frames.language), (i, at), worth) for d, at, worth in made]
    return found


_Made = Iterator[tuple[Diagram, int, float]]


def _described(d: Diagram, language: str) -> Diagram:
    alt, long = describe(d, language)
    return d.model_copy(update={"alt": alt, "long": long})


def _id(kind: str, *words: object) -> str:
    return f"d-{key_of([kind, *words])[:8]}"


def _nodes(texts: Sequence[str]) -> tuple[Node, ...]:
    return tuple(Node(id=f"n{i}", text=capital(t)) for i, t in enumerate(texts, 1))


def _processes(k: Knowledge) -> _Made:
    for p in k.processes:
        if not _STEPS[0] <= len(p.steps) <= _STEPS[1] or any(len(s.text) > _LONG for s in p.steps):
            continue
        texts = [s.text for s in p.steps]
        kind: Literal["cycle", "process"] = "cycle" if p.cyclic else "process"
        yield (
            Diagram(id=_id(kind, *texts), kind=kind, title=p.title or k.title, nodes=_nodes(texts), spans=tuple(s.span for s in p.steps)),
            p.steps[0].span.start,
            4.0,
        )  # fmt: skip


def _timelines(k: Knowledge, frames: Frames) -> _Made:
    events: dict[float, Event] = {}
    for e in k.events:
        if len(e.what) <= _LONG:
            events.setdefault(e.year, e)
    shown = [events[y] for y in sorted(events)]
    if len(shown) > _EVENTS[1]:
        step = len(shown) / _EVENTS[1]
        shown = [shown[int(i * step)] for i in range(_EVENTS[1])]
    if len(shown) < _EVENTS[0]:
        return
    nodes = tuple(Node(id=f"n{i}", text=capital(e.what), when=e.when) for i, e in enumerate(shown, 1))
    title = frames.say("timeline", title=k.title)
    spans = tuple(e.span for e in shown)
    yield Diagram(id=_id("timeline", *(n.text for n in nodes)), kind="timeline", title=title, nodes=nodes, spans=spans), sorted(s.start for s in spans)[len(spans) // 2], 3.0  # fmt: skip


def _comparisons(k: Knowledge, frames: Frames, voice: Voice) -> _Made:
    meanings = {voice.content(d.term): d for d in k.definitions}
    pairs: dict[tuple[str, str], list[Contrast]] = {}
    for c in k.contrasts:
        if c.first_says and c.second_says and max(map(len, (c.first_says, c.second_says))) <= _LONG:
            pairs.setdefault((voice.bare(c.first), voice.bare(c.second)), []).append(c)
    for (first, second), held in pairs.items():
        if max(len(first), len(second)) > 40:
            continue
        rows = [
            (frames.say("row_differ") if i == 0 else frames.say("row_also"), c.first_says, c.second_says)
            for i, c in enumerate(held[:4])
        ]
        spans = [c.span for c in held[:4]]
        known = [meanings.get(voice.content(x)) for x in (first, second)]
        if known[0] and known[1] and max(len(d.meaning) for d in known if d) <= _LONG:
            rows.insert(0, (frames.say("row_is"), known[0].meaning, known[1].meaning))
            spans += [known[0].span, known[1].span]
        title = frames.say("comparison", first=capital(first), second=second)
        yield (
            Diagram(
                id=_id("comparison", first, second), kind="comparison", title=title, columns=(capital(first), capital(second)),
                rows=tuple(tuple(capital(c) for c in row) for row in rows), spans=tuple(spans),
            ),
            held[0].span.start,
            2.6 + 0.3 * len(rows),
        )  # fmt: skip


def _wholes(k: Knowledge, voice: Voice) -> _Made:
    for p in k.parts:
        if _PARTS[0] + 1 <= len(p.parts) <= _PARTS[1] and all(len(x) <= 60 for x in (p.whole, *p.parts)):
            names = [voice.bare(p.whole), *(voice.bare(x) for x in p.parts)]
            if len({voice.content(n) for n in names}) == len(names):
                diagram = Diagram(id=_id("labelled", *names), kind="labelled", title=capital(names[0]), nodes=_nodes(names), spans=(p.span,))  # fmt: skip
                yield diagram, p.span.start, 2.2


def _charts(k: Knowledge, ground: Ground) -> _Made:
    for table in k.tables:
        found = columns(ground, table)
        if found and len(table.rows) <= _BARS[1]:
            column = max(found, key=_spread)
            nodes = tuple(
                Node(id=f"n{i}", text=label, value=float(value))
                for i, (label, value) in enumerate(zip(column.labels, column.values, strict=True), 1)
            )
            title = f"{table.title}: {column.name}" if table.title else column.name
            if ground.voice.language == "zh":
                title = title.replace(": ", "：")
            yield Diagram(id=_id("chart", title, *(n.text for n in nodes)), kind="chart", title=title, nodes=nodes, spans=(table.span,)), table.span.start, 2.9  # fmt: skip


def _spread(column: Column) -> float:
    high, low = float(max(column.values)), float(min(column.values))
    return (high - low) / (abs(high) or 1.0)


def _maps(k: Knowledge, frames: Frames, voice: Voice, title: str) -> _Made:
    """Terms around the topic, with an arrow from a cause to its effect where both are terms."""
    said = " ".join(s.text for s in k.sentences)
    counts = Counter(voice.content(said))
    terms = [d for d in k.definitions if len(d.term) <= 32]
    terms = sorted(terms, key=lambda d: -sum(counts[w] for w in voice.content(d.term)))[: _TERMS[1]]
    title = re.split(r"\s*[:：–—|]\s*", title)[0]
    middle = title
    terms = [d for d in terms if voice.content(d.term) != voice.content(middle)]
    if len(terms) < _TERMS[0] or len(middle) > 60:
        return
    terms.sort(key=lambda d: d.span.start)
    nodes = [
        Node(id="n0", text=middle),
        *(Node(id=f"n{i}", text=capital(voice.bare(d.term))) for i, d in enumerate(terms, 1)),
    ]
    links = [Link(start="n0", end=n.id) for n in nodes[1:]]
    spans: list[Span] = [d.span for d in terms]
    for i, one in enumerate(terms, 1):
        for j, two in enumerate(terms, 1):
            if i != j and voice.within(two.term, one.meaning) and len(links) < 2 * _TERMS[1]:
                links.append(Link(start=f"n{j}", end=f"n{i}"))
    names = [n.text for n in nodes]
    drawn = Diagram(id=_id("map", *names), kind="concept_map", title=frames.say("map", title=title), nodes=tuple(nodes), links=tuple(links), spans=tuple(spans))  # fmt: skip
    yield drawn, -1, 1.5
