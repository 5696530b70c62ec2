"""How much each sentence matters: what it shares with the whole, where it stands, and what the source marks."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from core.knowledge import Definition, Keyword, Sentence
from core.source import Reading

from .lexicon import cue, words
from .lines import Line, dependent, span_of
from .phrases import length, low, tokens


def weighted(
    reading: Reading, lines: list[Line], keywords: Iterable[Keyword], definitions: Iterable[Definition], language: str
) -> tuple[Sentence, ...]:
    """Declarative sentences in order, with weights 0-1 (the weightiest is 1). One that opens with a pronoun stays only right after a
    sentence of its own paragraph that stands by itself, at half its weight.
    """
    weights = {k.word.lower(): k.weight for k in keywords}
    defining = {d.span.start for d in definitions}
    kept: list[tuple[Line, float]] = []
    before: Line | None = None
    for line in lines:
        if line.kind == "quote" or line.mark in ("objectives", "terms") or not line.declares:
            before = None
            continue
        points = dependent(line.text, language)
        if not points or _clear(before, line, language):
            kept.append((line, _score(line, weights, defining, language) * (0.5 if points else 1.0)))
            before = line if not points else None
        else:
            before = None
    top = max((score for _, score in kept), default=1.0) or 1.0
    return tuple(
        Sentence(text=line.text, span=span_of(reading, line), heading=line.heading, weight=round(score / top, 4))
        for line, score in kept
    )


def _clear(before: Line | None, line: Line, language: str) -> bool:
    """The pronoun points at the sentence before: it is of the same paragraph and stands by itself."""
    if before is None or before.block != line.block:
        return False
    if language == "zh":
        return line.text.startswith(tuple(sorted(words(language, "clear"))))
    return low(tokens(line.text)[0]).rstrip("'") in words(language, "clear")


def _score(line: Line, weights: dict[str, float], defining: set[int], language: str) -> float:
    size = max(4.0, length(line.text, language) / (1.7 if language == "zh" else 1.0))
    text = line.text.lower()
    if language == "zh":
        shared = sum(w for k, w in weights.items() if k in text)
    else:
        found = [low(t) for t in tokens(text)]
        grams = {" ".join(found[i : i + n]) for n in range(1, 5) for i in range(len(found) - n + 1)}
        shared = sum(weights[g] for g in grams if g in weights)
    score = shared / math.sqrt(size) + 0.15 * line.first
    score += 0.5 * (line.mark == "summary" or bool(cue(language, "summary cue").match(line.text)))
    score += 0.3 * (line.start in defining) + 0.15 * min(2, len(line.strong))
    if size > 40 or size < 6:
        score *= 0.7
    score *= 0.5 if line.kind == "step" else 1.0
    return score if not re.search(r"[\[\]{}<>|\\]", line.text) else score * 0.5
