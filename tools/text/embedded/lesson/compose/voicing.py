"""A section in the lesson's own words as far as rules are sure; where a long run of the source stays, it is set as a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.knowledge import Knowledge, Sentence
from core.lesson import Statement
from tools.checks.lesson.verbatim import stretches
from tools.text.embedded.lesson.understand.verse import BREAK

from .plain import statements
from .reword import reworded


@dataclass(frozen=True)
class _Told:
    """A sentence of the source with what is said of it."""

    sentence: Sentence
    said: tuple[Statement, ...]
    other: tuple[Statement, ...] = ()
    """The same in other words, where there are any."""


def voiced(told: Sequence[Sentence], knowledge: Knowledge, language: str, longest: int) -> tuple[Statement, ...]:
    """The sentences as statements of which no 25 words in a row are the source's, but for those that are quoted.

    A sentence is reworded only where it would make such a run with its neighbours; one that no rule can reword is quoted whole,
    and with it all the rest of the run, so that a quotation is a passage and not a scrap.
    """
    pieces = [_told(s, knowledge, language, longest) for s in told]
    text = _source(told)
    while run := next(iter(_runs(pieces, text)), None):
        inside = [i for i in run if pieces[i].other and pieces[i].said != pieces[i].other]
        if inside:
            best = min(inside, key=lambda i: (abs(2 * i - run[0] - run[-1]), i))
            pieces[best] = replace(pieces[best], said=pieces[best].other)
            continue
        plain = [i for i in run if pieces[i].said != pieces[i].other] or list(run)
        for i in plain:
            whole = pieces[i].sentence
            pieces[i] = replace(pieces[i], said=(Statement(text=whole.text, spans=(whole.span,), quoted=True),))
    return tuple(s for p in pieces for s in p.said)


def _told(sentence: Sentence, knowledge: Knowledge, language: str, longest: int) -> _Told:
    said = statements(sentence, language, longest)
    if BREAK in sentence.text or any(s.quoted for s in said):
        return _Told(sentence, said)
    mine = [d for d in knowledge.definitions if d.span.start < sentence.span.end and sentence.span.start < d.span.end]
    step = any(
        s.span.start <= sentence.span.start < s.span.end
        for p in knowledge.processes
        if len(p.steps) > 2
        for s in p.steps
    )
    other: list[Statement] = []
    changed = False
    for s in said:
        new = reworded(s.text, language, mine, step)
        changed |= bool(new)
        other += [s.model_copy(update={"text": t}) for t in new or (s.text,)]
    return _Told(sentence, said, tuple(other) if changed else ())


def _source(told: Sequence[Sentence]) -> str:
    """The sentences as the source has them, a mark where it says something between two of them."""
    out = []
    for before, s in zip((None, *told), told, strict=False):
        near = before is not None and 0 <= s.span.start - before.span.end <= 3
        out.append(s.text if near or before is None else f"¶ {s.text}")
    return " ".join(out)


def _runs(pieces: Sequence[_Told], text: str) -> list[range]:
    """Which pieces each long run of the source's words touches."""
    words: list[str] = []
    owner: list[int] = []
    for i, p in enumerate(pieces):
        for s in p.said:
            words.append("¶" if s.quoted else s.text)
            owner.append(i)
    return [range(owner[a], owner[b] + 1) for a, b in stretches(words, text)]
