"""Questions from definitions: which term fits, what a term means, the term to be written, and pairs to be matched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.knowledge import Definition
from core.lesson import Choice, Pair

from .ground import Draft, Ground, even, mixed, nearest
from .voice import capital

_OPTIONS: Final = 3
"""Wrong options of a question; two are enough where the source holds no more."""


def from_definitions(ground: Ground) -> Iterator[Draft | None]:
    """All that the definitions give."""
    for d in ground.terms:
        yield _term(ground, d)
        yield _meaning(ground, d)
        yield _written(ground, d)
    yield from _matching(ground)


def entry(ground: Ground, d: Definition) -> str:
    """A definition as feedback: the source's sentence, or term and meaning where that is long."""
    said = ground.said(d.span)
    return (
        said if len(said) <= 160 else ground.voice.say("entry", term=capital(d.term), meaning=d.meaning.rstrip(" .。"))
    )


def rivals(ground: Ground, right: Definition) -> list[tuple[int, Definition]]:
    """Terms that may stand beside the right one, those of its own kind first (0): none that means the same, is a part of it or its
    whole, or is a word of its meaning."""
    voice, found = ground.voice, []
    family = _family(ground, right)
    for d in ground.terms:
        if d is right or voice.within(d.term, right.term) or voice.within(right.term, d.term):
            continue
        if voice.close(d.meaning, right.meaning) or voice.within(d.term, right.meaning):
            continue
        if frozenset(voice.content(d.term)) in family or _same_sentence_as_synonym(ground, d, right):
            continue
        alike = bool(right.kind) and bool(set(voice.content(right.kind)) & set(voice.content(d.kind)))
        found.append((0 if alike else 1, d))
    return found


def _own_kind(found: list[tuple[int, Definition]]) -> list[tuple[int, Definition]]:
    """Those of the right term's own kind alone, where there are two: a stranger among them would be no choice."""
    own = [hit for hit in found if hit[0] == 0]
    return own if len(own) >= 2 else found


def _family(ground: Ground, right: Definition) -> set[frozenset[str]]:
    """Wholes and parts of a term by the source."""
    voice, own, found = ground.voice, frozenset(ground.voice.content(right.term)), set()
    for p in ground.knowledge.parts:
        members = [frozenset(voice.content(m)) for m in p.parts]
        if own == frozenset(voice.content(p.whole)):
            found |= set(members)
        elif own in members:
            found.add(frozenset(voice.content(p.whole)))
    return found


def _same_sentence_as_synonym(ground: Ground, one: Definition, two: Definition) -> bool:
    """Two terms defined by one stretch of words ("X, also called Y, is ...")."""
    return one.span.source == two.span.source and one.span.start < two.span.end and two.span.start < one.span.end


def _term(ground: Ground, d: Definition) -> Draft | None:
    if len(d.meaning) > 160:
        return None
    found = rivals(ground, d)
    found = _own_kind(found)
    wrong = [found[i][1] for i in nearest(d.term, [(rank, r.term) for rank, r in found], _OPTIONS)]
    if len(wrong) < 2 or not even(d.term, [w.term for w in wrong]):
        return None
    choices = [_choice(ground, w, capital(w.term)) for w in wrong]
    right = _choice(ground, d, capital(d.term), True)
    return ground.draft(
        "multiple_choice",
        "support",
        ground.voice.say("term_for_meaning", ground.pick(d.term), meaning=_cut(d.meaning)),
        (d.span,),
        key=["term", d.term, d.meaning],
        about=[d.term, d.meaning],
        blooms=("remember", "understand"),
        gives=(d.term,),
        choices=mixed(ground, right, choices, d.term),
        feedback=entry(ground, d),
    )


def _meaning(ground: Ground, d: Definition) -> Draft | None:
    """The meaning chosen among meanings: for the middle level, as all of them must be read and told apart."""
    found = _own_kind([(rank, r) for rank, r in rivals(ground, d) if not ground.voice.within(d.term, r.meaning)])
    wrong = [found[i][1] for i in nearest(d.meaning, [(rank, r.meaning) for rank, r in found], _OPTIONS)]
    wrong = [w for i, w in enumerate(wrong) if not any(ground.voice.close(w.meaning, o.meaning) for o in wrong[:i])]
    if len(wrong) < 2 or len(d.meaning) > 120 or not even(d.meaning, [w.meaning for w in wrong]):
        return None
    choices = [_choice(ground, w, capital(_cut(w.meaning))) for w in wrong]
    right = _choice(ground, d, capital(_cut(d.meaning)), True)
    return ground.draft(
        "multiple_choice",
        "core",
        ground.voice.say("meaning_for_term", ground.pick(d.meaning), term=d.term),
        (d.span,),
        key=["meaning", d.term, d.meaning],
        about=[d.term, d.meaning],
        blooms=("understand", "remember"),
        gives=(d.meaning,),
        choices=mixed(ground, right, choices, d.meaning),
        feedback=entry(ground, d),
    )


def _written(ground: Ground, d: Definition) -> Draft | None:
    if (
        len(d.meaning) > 160
        or len(d.term.split()) > 3
        or any(ground.voice.close(d.meaning, o.meaning) for o in ground.terms if o is not d)
    ):
        return None
    return ground.draft(
        "short_answer",
        "core",
        ground.voice.say("name_it", ground.pick(d.term, "written"), meaning=_cut(d.meaning)),
        (d.span,),
        key=["written", d.term, d.meaning],
        about=[d.term, d.meaning],
        blooms=("remember", "understand"),
        gives=(d.term,),
        answers=spellings(ground, d.term),
        feedback=entry(ground, d),
    )


def spellings(ground: Ground, word: str) -> tuple[str, ...]:
    """The word as it stands, without its article, with hyphen or space, and with -ise for -ize: all are right."""
    bare = ground.voice.bare(word)
    found = [word, bare]
    if "-" in bare:
        found += [bare.replace("-", " "), bare.replace("-", "")]
    if ground.voice.language == "en":
        found += [re.sub(r"iz(?=(?:e[ds]?|ing|ation)s?$)", "is", bare), re.sub(r"is(?=(?:ing|ation)s?$)", "iz", bare)]
    return tuple(dict.fromkeys(w for w in found if w))


def _matching(ground: Ground) -> Iterator[Draft | None]:
    """Groups of three to five terms, near each other in the source, all their meanings apart.

    A group takes its terms from the other questions: where there are few, it is small, and kept in reserve below six.
    """
    fit = sorted((d for d in ground.terms if len(d.meaning) <= 110), key=lambda d: d.span.start)
    size = 3 if len(fit) < 9 else 4 if len(fit) < 14 else 5
    few = len(fit) < 6
    while len(fit) >= 3:
        group: list[Definition] = []
        for d in fit:
            if len(group) < size and not any(_clash(ground, d, o) for o in group):
                group.append(d)
        fit = [d for d in fit if d not in group]
        if len(group) >= 3:
            yield _matched(ground, group, few)


def _clash(ground: Ground, one: Definition, two: Definition) -> bool:
    voice = ground.voice
    return (
        voice.close(one.meaning, two.meaning)
        or voice.within(one.term, two.term)
        or voice.within(two.term, one.term)
        or voice.within(one.term, two.meaning)
        or voice.within(two.term, one.meaning)
    )


def _matched(ground: Ground, group: list[Definition], few: bool) -> Draft | None:
    return ground.draft(
        "matching",
        "support",
        ground.voice.say("match", ground.pick(group[0].term)),
        tuple(d.span for d in group),
        key=["match", [[d.term, d.meaning] for d in group]],
        about=[d.term for d in group],
        blooms=("remember", "understand"),
        pairs=tuple(
            Pair(left=capital(d.term), right=capital(_cut(d.meaning))) for d in ground.shuffled(group, "match")
        ),
        points=len(group),
        reserve=few,
        feedback=" ".join(ground.voice.say("entry", term=capital(d.term), meaning=_cut(d.meaning)) for d in group),
    )


def _choice(ground: Ground, d: Definition, text: str, right: bool = False) -> Choice:
    return Choice(text=text, right=right, feedback=entry(ground, d), spans=(d.span,))


def _cut(meaning: str) -> str:
    return meaning.strip().rstrip(".。;；,， ")
