"""The terms that matter: frequency, spread over the text, and what the source itself marks up."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import islice

from core.knowledge import Definition, Keyword
from core.source import Reading, Span

from .counts import Count, chinese_counted, counted, is_noun, key_of, runs_of
from .lines import Line, one_line
from .mentions import Mentions
from .names import sort_of
from .phrases import low, tokens, without_article

_MOST = 40
_SPANS = 12


def find_keywords(
    reading: Reading, lines: list[Line], definitions: Iterable[Definition], language: str
) -> tuple[Keyword, ...]:
    """At most 40 keywords, the weightiest (1.0) first. Spans are the first twelve places of each, whole words only."""
    defined = [d.term for d in definitions]
    counts = chinese_counted(lines, defined) if language == "zh" else counted(lines, language)
    _mark(counts, reading, defined, language)
    blocks = max(1, len({line.block for line in lines}))
    scored = {}
    for key, count in counts.items():
        total = sum(count.forms.values())
        if (total < 2 and count.marks < 1.5) or not is_noun(key, count, language):
            continue
        many = 1 + 0.7 * (len(key.split()) - 1) if language != "zh" else 1 + 0.25 * (len(key) - 2)
        spread = 0.5 + 0.5 * math.log1p(len(count.blocks)) / math.log1p(blocks)
        scored[key] = (math.log1p(total) * many * spread) * (1 + count.marks)
    kept = _without_parts(counts, scored, language)[:_MOST]
    top = max((scored[key] for key in kept), default=1.0)
    made = []
    mentions = Mentions(reading.text)
    for key in kept:
        form = min(counts[key].forms, key=lambda f: (-counts[key].forms[f], len(f), f))
        spans = _places(reading, form, language)
        if spans:
            sort = sort_of(form, mentions, language)
            made.append(Keyword(word=form, weight=round(scored[key] / top, 4), sort=sort, spans=spans))
    return tuple(made)


def _mark(counts: dict[str, Count], reading: Reading, defined: list[str], language: str) -> None:
    """The source's own signs: defined 1.0, bold 0.8, in the title 0.6, in a heading 0.4."""

    def add(phrase: str, worth: float, whole: bool) -> None:
        for key in _inside(without_article(one_line(phrase), language), counts, language, whole):
            counts[key].marks += worth if counts[key].marks < 3 else 0

    for term in defined:
        add(term, 1.0, True)
    for block in reading.blocks:
        for strong in sorted(set(block.strong)):
            add(strong, 0.8, True)
        if block.kind in ("title", "heading"):
            add(reading.words_of(block), 0.6 if block.kind == "title" else 0.4, False)
    if not any(block.kind == "title" for block in reading.blocks):
        add(reading.title, 0.6, False)


def _inside(phrase: str, counts: dict[str, Count], language: str, whole: bool) -> list[str]:
    if language == "zh":
        return [phrase] if phrase in counts else [] if whole else sorted(k for k in counts if k in phrase)
    key = key_of([low(t) for t in tokens(phrase)], language)
    if whole:
        return [key] if key in counts else []
    return sorted({k for run in runs_of(phrase, language) for k in _keys(run, language)} & set(counts))


def _keys(run: list[re.Match[str]], language: str) -> list[str]:
    found = [low(t) for t in run]
    return [key_of(found[i : i + n], language) for n in range(1, 5) for i in range(len(found) - n + 1)]


def _without_parts(counts: dict[str, Count], scored: dict[str, float], language: str) -> list[str]:
    """By weight, without pieces that occur only inside a longer keyword, and without longer ones that are chance neighbours."""
    order = sorted(scored, key=lambda k: (-scored[k], k))[: 8 * _MOST]
    totals = {key: sum(counts[key].forms.values()) for key in order}
    kept: list[str] = []
    for key in order:
        longer = [o for o in order if o != key and _holds(o, key, language)]
        if (
            any(totals[o] >= 0.6 * totals[key] and scored[o] >= 0.5 * scored[key] for o in longer)
            and counts[key].marks < 1
        ):
            continue
        if any(_holds(key, k, language) and totals[k] > 4 * totals[key] for k in kept) and counts[key].marks < 1:
            continue
        kept.append(key)
    return kept


def _holds(longer: str, shorter: str, language: str) -> bool:
    return shorter in longer if language == "zh" else f" {shorter} " in f" {longer} "


def _places(reading: Reading, form: str, language: str) -> tuple[Span, ...]:
    body = re.escape(form).replace(r"\ ", r"\s+")
    pattern = re.compile(body if language == "zh" else rf"(?<!\w){body}(?!\w)", re.IGNORECASE)
    return tuple(reading.span(m.start(), m.end()) for m in islice(pattern.finditer(reading.text), _SPANS))
