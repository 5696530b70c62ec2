"""What of the sources one lesson is about: its parts in their order, and what was understood of just these."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from core.knowledge import Knowledge, Sentence
from core.source import Span
from tools.text.embedded.lesson.questions.voice import Voice, capital
from tools.text.embedded.lesson.understand.lines import dependent, personal
from tools.text.embedded.lesson.understand.verse import BREAK

from .frames import Frames, words_in

_CHUNK = 7
"""Sentences of a part that has no heading of its own."""
_HARD = 28
"""Words from which a sentence is left out where others say enough."""


@dataclass(frozen=True)
class Part:
    """Sentences under one heading of one source. ``title`` is the heading, or made of the weightiest word."""

    title: str
    source: int
    sentences: tuple[Sentence, ...]
    heading: str = ""
    """The source's own; empty where the title is made."""

    @property
    def span(self) -> tuple[int, int]:
        return self.sentences[0].span.start, self.sentences[-1].span.end


@dataclass(frozen=True)
class Matter:
    """The lesson's parts with the sentences that are told, and the knowledge of each source, cut down to them."""

    parts: tuple[Part, ...]
    knowledge: tuple[Knowledge, ...]
    language: str


def matter(
    sources: Sequence[Knowledge], language: str, *, number: int, of: int, minutes: int, wishes: Sequence[str],
    easy: bool = False,
) -> Matter:  # fmt: skip
    """Choose what lesson ``number`` of ``of`` tells.

    Args:
        wishes: topic and objectives; parts that share their words come first where not all fit.
        easy: long sentences stand back.
    """
    voice = Voice(language)
    found = [part for i, k in enumerate(sources) for part in _parts(k, i, language)]
    mine = _share(found, number, of)
    told = _told(mine, voice, sources, minutes=minutes, wishes=wishes, easy=easy)
    last = number == of
    return Matter(
        told, tuple(_cut(k, [p for p in told if p.source == i], voice, last) for i, k in enumerate(sources)), language
    )


def _parts(k: Knowledge, source: int, language: str) -> list[Part]:
    aside = {(s.span.start, s.span.end) for s in k.objectives}
    groups: list[tuple[str, list[Sentence]]] = []
    for s in k.sentences:
        if (s.span.start, s.span.end) in aside or not _states(s, k):
            continue
        heading = s.heading if re.search(r"[^\W\d_]", s.heading) else ""  # a page's number is no heading
        if not groups or groups[-1][0] != heading:
            groups.append((heading, []))
        groups[-1][1].append(s)
    out: list[Part] = []
    if len(groups) > 1 and not groups[0][0] and len(groups[0][1]) <= _CHUNK:  # what stands before the first heading
        title = Frames(language).say("intro") if source == 0 else k.title or capital(k.source)
        out.append(Part(title, source, tuple(groups.pop(0)[1])))
    for heading, held in groups:
        for piece in [held] if heading else _even(held, _CHUNK):
            out.append(Part(heading or _named(k, piece, {p.title for p in out}), source, tuple(piece), heading))
    return out


def _states(s: Sentence, k: Knowledge) -> bool:
    """A whole sentence or stanza, and no line of a word list."""
    if BREAK in s.text:
        return True
    if not re.search(r"[.!。！…][\"'”’»)]?$", s.text) or re.search("[?？]", s.text):
        return False
    return not any(d.span.start == s.span.start and re.match(rf"{re.escape(d.term)}\s*[:：–—-]", s.text, re.I) for d in k.definitions)  # fmt: skip


def _even(held: list[Sentence], size: int) -> list[list[Sentence]]:
    count = max(1, round(len(held) / size))
    bounds = [round(i * len(held) / count) for i in range(count + 1)]
    return [held[a:b] for a, b in zip(bounds, bounds[1:], strict=False) if b > a]


def _named(k: Knowledge, piece: Sequence[Sentence], taken: Collection[str]) -> str:
    """The weightiest keyword that stands in the piece and names no other, else the source's title."""
    text = " ".join(s.text for s in piece).casefold()
    names = (capital(w.word) for w in k.keywords if w.word.casefold() in text)
    return next((n for n in names if n not in taken), k.title or capital(k.source))


def _share(parts: list[Part], number: int, of: int) -> list[Part]:
    """The ``number``th of ``of`` runs of parts, each with about as many sentences; long parts are cut where there are too few."""
    while len(parts) < of and any(len(p.sentences) > 1 for p in parts):
        i = max(range(len(parts)), key=lambda j: len(parts[j].sentences))
        one, half = parts[i], len(parts[i].sentences) // 2
        halves = [Part(one.title, one.source, s, one.heading) for s in (one.sentences[:half], one.sentences[half:])]
        parts = [*parts[:i], *halves, *parts[i + 1 :]]
    total = sum(len(p.sentences) for p in parts)
    out, done = [], 0
    for i, part in enumerate(parts):
        middle = done + len(part.sentences) / 2
        place = min(of, int(middle * of / total) + 1) if len(parts) > of else i + 1
        done += len(part.sentences)
        if place == number:
            out.append(part)
    return out


def _told(
    parts: list[Part], voice: Voice, sources: Sequence[Knowledge], *, minutes: int, wishes: Sequence[str], easy: bool
) -> tuple[Part, ...]:
    wanted = frozenset(w for wish in wishes for w in voice.content(wish))
    most, room = min(8, max(2, minutes // 6)), min(60, max(6, round(minutes * 0.8)))
    rank = {id(p): _worth(p, voice, wanted) for p in parts}
    kept = sorted(sorted(parts, key=lambda p: -rank[id(p)])[:most], key=parts.index)
    total = sum(len(p.sentences) for p in kept)
    out = []
    for part in kept:
        share = max(3, round(room * len(part.sentences) / total)) if total > room else len(part.sentences)
        chosen = _chosen(part, share, voice, sources[part.source], wanted, easy)
        if chosen:
            out.append(Part(part.title, part.source, chosen, part.heading))
    return tuple(out)


def _worth(part: Part, voice: Voice, wanted: frozenset[str]) -> float:
    best = sorted((s.weight for s in part.sentences), reverse=True)[:4]
    said = {w for s in part.sentences for w in voice.content(s.text)} | set(voice.content(part.title))
    asked = len(wanted & said) / len(wanted) if wanted else 0.0
    return sum(best) / 4 + 2 * asked


def _chosen(
    part: Part, most: int, voice: Voice, k: Knowledge, wanted: frozenset[str], easy: bool
) -> tuple[Sentence, ...]:
    """Whole runs: a sentence that points back comes with the one before it, or not at all."""
    runs: list[list[Sentence]] = []
    steps = [(p.steps[0].span.start, p.steps[-1].span.end) for p in k.processes]
    for s in part.sentences:
        inside = any(a < s.span.start < b for a, b in steps)
        if runs and (dependent(s.text, voice.language) or inside):
            runs[-1].append(s)
        else:
            runs.append([s])
    if not any(BREAK in s.text for s in part.sentences):  # a poem speaks as it likes
        runs = [r for r in runs if not dependent(r[0].text, voice.language) and not personal(r[0].text, voice.language)]
    if easy:
        runs = [r for r in runs if all(words_in(s.text) <= _HARD for s in r)] or runs
    facts = _places(k)

    def worth(run: list[Sentence]) -> float:
        told = sum(any(a < s.span.end and s.span.start < b for a, b in facts) for s in run) / len(run)
        asked = {w for s in run for w in voice.content(s.text)} & wanted
        return max(s.weight for s in run) + told + 0.2 * len(asked) - 0.1 * len(run)

    kept: list[list[Sentence]] = []
    for run in sorted(runs, key=lambda r: (-worth(r), r[0].span.start)):
        if sum(map(len, kept)) + len(run) <= most or not kept:
            kept.append(run[: max(1, most)])
    return tuple(sorted((s for run in kept for s in run), key=lambda s: s.span.start))


def _places(k: Knowledge) -> tuple[tuple[int, int], ...]:
    spans = [d.span for d in k.definitions] + [c.span for c in k.causes] + [e.span for e in k.events]
    spans += [c.span for c in k.contrasts] + [p.span for p in k.parts] + [f.span for f in k.figures]
    spans += [s.span for p in k.processes for s in p.steps] * 2
    return tuple((s.start, s.end) for s in spans)


def _cut(k: Knowledge, parts: Sequence[Part], voice: Voice, last: bool) -> Knowledge:
    """The knowledge of what the parts tell: single facts by their sentence; tables and processes by where they stand."""
    told = [(s.span.start, s.span.end) for p in parts for s in p.sentences]
    ranges = [p.span for p in parts]
    said = {w for p in parts for s in p.sentences for w in voice.content(s.text)}

    def at(span: Span, places: Iterable[tuple[int, int]]) -> bool:
        return any(a < span.end and span.start < b for a, b in places)

    near = [(a - 400, b + 1200) for a, b in ranges]
    return k.model_copy(
        update={
            "sentences": tuple(s for p in parts for s in p.sentences),
            "definitions": tuple(d for d in k.definitions if at(d.span, told) or set(voice.content(d.term)) & said),
            "figures": tuple(f for f in k.figures if at(f.span, told)),
            "processes": tuple(p for p in k.processes if all(at(s.span, ranges) for s in p.steps)),
            "causes": tuple(c for c in k.causes if at(c.span, told)),
            "events": tuple(e for e in k.events if at(e.span, told)),
            "contrasts": tuple(c for c in k.contrasts if at(c.span, told)),
            "parts": tuple(p for p in k.parts if at(p.span, told)),
            "tables": tuple(t for t in k.tables if at(t.span, near) or (last and not ranges)),
            "examples": tuple(e for e in k.examples if at(e.span, told)),
        }
    )
