"""What all makers of questions stand on: the knowledge, the voice, and where each fact is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from core.canonical import derive_seed, key_of
from core.knowledge import Definition, Knowledge, Sentence
from core.lesson import Bloom, Choice, Level, Question
from core.source import Span

from .voice import Voice, capital, usable

_T = TypeVar("_T")
_PROMPT: Final = 420
"""Characters of a prompt that a learner still reads; the makers keep their parts far shorter."""
MOST: Final = 80
"""Pieces of one sort (definitions, causes, ...) that are looked at; a book holds more than any lesson asks."""
QUOTED_FROM: Final = 25
"""Words from which a run of the source is set in quotation marks."""


@dataclass(frozen=True)
class Draft:
    """A question before it has an objective. ``facts`` are the places of what it asks; ``about`` the words by which an objective claims it."""

    question: Question
    facts: frozenset[str]
    about: str
    blooms: tuple[Bloom, ...]
    weight: float
    answers: tuple[str, ...] = ()
    """What another prompt must not give away."""
    reserve: bool = False
    """Asked only where nothing else is left."""


@dataclass(frozen=True)
class Ground:
    """The knowledge with its sentences by place."""

    knowledge: Knowledge
    voice: Voice
    seed: int
    _sentences: tuple[Sentence, ...] = field(init=False)
    _starts: tuple[int, ...] = field(init=False)
    _where: dict[str, frozenset[int]] = field(init=False)
    terms: tuple[Definition, ...] = field(init=False)
    """Definitions that can be asked: one a term, the term not inside its own meaning; of a long source the weightiest."""

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.knowledge.sentences, key=lambda s: (s.span.start, s.span.end)))
        object.__setattr__(self, "_sentences", ordered)
        object.__setattr__(self, "_starts", tuple(s.span.start for s in ordered))
        object.__setattr__(self, "_where", self._index())
        object.__setattr__(self, "terms", self._askable())

    def _index(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for i, s in enumerate(self._sentences):
            for word in self.voice.content(s.text):
                found.setdefault(word, set()).add(i)
        return {word: frozenset(places) for word, places in found.items()}

    def together(self, *texts: str) -> tuple[Sentence, ...]:
        """The sentences that hold all the words of all the texts."""
        sets = [self._where.get(w, frozenset()) for t in texts for w in self.voice.content(t)]
        return tuple(self._sentences[i] for i in sorted(frozenset.intersection(*sets))) if sets else ()

    def _askable(self) -> tuple[Definition, ...]:
        found: dict[tuple[str, ...], Definition] = {}
        for d in self.knowledge.definitions:
            key = self.voice.content(d.term)
            fits = usable(d.term, 48) and usable(d.meaning, 200) and key and len(self.voice.content(d.meaning)) >= 2
            own = set(key) - set(self.voice.content(d.kind)) or set(key)
            if fits and not own & set(self.voice.content(d.meaning)):
                found.setdefault(key, d)
        best = sorted(found.values(), key=lambda d: (-self.weight(d.span), d.span.start))[:MOST]
        return tuple(sorted(best, key=lambda d: d.span.start))

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence in which a span begins."""
        at = bisect_right(self._starts, span.start) - 1
        held = self._sentences[at] if at >= 0 else None
        return held if held and span.start < held.span.end and held.span.source == span.source else None

    def fact(self, span: Span) -> str:
        """One name for all that is taken from the same sentence."""
        held = self.sentence(span)
        return f"{span.source}:{held.span.start if held else span.start}"

    def heading(self, span: Span) -> str:
        held = self.sentence(span)
        return held.heading if held else ""

    def weight(self, span: Span) -> float:
        held = self.sentence(span)
        return held.weight if held else 0.5

    def said(self, span: Span) -> str:
        """The source's own sentence, in quotation marks where it is long; cut nowhere."""
        held = self.sentence(span)
        text = re.sub(r"\s+", " ", held.text if held else span.quote).strip()
        return self.voice.say("quote", text=text) if count(text) > QUOTED_FROM else text

    def pick(self, *parts: object) -> int:
        """A number drawn from the seed and the parts."""
        return derive_seed(self.seed, *parts)

    def shuffled(self, values: Iterable[_T], *parts: object) -> tuple[_T, ...]:
        """The values in an order drawn from the seed."""
        listed = list(enumerate(values))
        return tuple(v for _, v in sorted(listed, key=lambda item: derive_seed(self.seed, *parts, item[0], item[1])))

    def draft(
        self,
        kind: str,
        level: Level,
        prompt: str,
        spans: tuple[Span, ...],
        *,
        about: Iterable[str],
        blooms: tuple[Bloom, ...],
        key: object,
        facts: Iterable[str] = (),
        gives: Iterable[str] = (),
        reserve: bool = False,
        **rest: Any,
    ) -> Draft | None:
        """A draft, or nothing where the prompt cannot stand. The id rests on ``key``, which is words of the source alone."""
        if len(prompt) > _PROMPT or any(ord(c) < 32 for c in prompt) or not spans:
            return None
        data = {"kind": kind, "level": level, "prompt": capital(prompt), "spans": spans, "objective": "none", **rest}
        question = Question(id=f"q-{key_of([kind, level, key])[:10]}", **data)
        headings = [self.heading(s) for s in spans[:6]]
        weight = sum(self.weight(s) for s in spans) / len(spans)
        named = frozenset(facts) or frozenset(self.fact(s) for s in spans)
        return Draft(question, named, " ".join([*about, *headings]), blooms, weight, tuple(gives), reserve)


def count(text: str) -> float:
    """Words; a Chinese character is 0.6 of one."""
    return len(re.findall("[\u3400-\u9fff]", text)) * 0.6 + len(re.findall(r"[^\W\u3400-\u9fff]+", text))


def mixed(ground: Ground, right: Choice, wrong: Iterable[Choice], key: object) -> tuple[Choice, ...]:
    """The options in an order drawn from the seed."""
    return ground.shuffled((right, *wrong), "options", key)


def even(right: str, wrong: Iterable[str]) -> bool:
    """Whether the right option cannot be told by its length: neither the longest nor the shortest by far."""
    lengths = [len(w) for w in wrong]
    if not lengths or max(len(right), *lengths) <= 16:
        return bool(lengths)
    return len(right) <= 1.6 * max(lengths) and 1.6 * len(right) >= min(lengths) and max(lengths) <= 2.6 * min(lengths)


def nearest(right: str, wrong: Iterable[tuple[int, str]], most: int) -> tuple[int, ...]:
    """Which of the candidates (rank, text), the lower rank first, are closest in length to the right one: their places."""
    listed = list(wrong)
    order = sorted(range(len(listed)), key=lambda i: (listed[i][0], abs(len(listed[i][1]) - len(right)), i))
    return tuple(order[:most])
