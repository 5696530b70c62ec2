"""Which of the drafts are asked: tied to an objective, of many kinds, no fact twice, none that another gives away."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from core.lesson import Level, Objective, Question

from .ground import Draft, Ground
from .voice import Voice, fold

_LEVELS: Final[tuple[Level, ...]] = ("stretch", "core", "support")
"""The scarce ones choose first in each round."""
_GIVEN: Final = 0.5
"""Part of a question's words in another's prompt from which an answer that stands there too is given away."""
_SHARE: Final = 0.3
"""Part of an objective's words, by weight, that one word alone must make up."""
_FITS: Final = 1.6
"""How much more an objective claims a question whose form fits its verb."""


def tied(ground: Ground, drafts: Iterable[Draft], objectives: tuple[Objective, ...]) -> list[Draft]:
    """The drafts that test an objective, each with the one it tests best; those that test none are left out.

    Words count by how rare they are among the drafts, those of the answer twice.
    """
    pool = list(drafts)
    stems = [frozenset(ground.voice.content(d.about)) for d in pool]
    common = Counter(w for held in stems for w in held)
    worth = {w: math.log(1 + (len(pool) + 1) / n) for w, n in common.items()}
    task = frozenset(w for word in ground.voice.listed("task") for w in ground.voice.content(word))
    wanted = [frozenset(ground.voice.content(o.text)) - set(ground.voice.content(o.verb)) - task for o in objectives]
    goals = [frozenset(w for w in goal if w in worth) for goal in wanted]
    found: list[Draft] = []
    for draft, held in zip(pool, stems, strict=True):
        focus = frozenset(ground.voice.content(" ".join(draft.answers))) & held
        scores = [
            _fit(goal, held, focus, worth) * (_FITS if o.bloom in draft.blooms else 1.0)
            for goal, o in zip(goals, objectives, strict=True)
        ]
        best = max(range(len(scores)), key=lambda i: (round(scores[i], 9), -i))
        if scores[best] > 0:
            asked = draft.question.model_copy(update={"objective": objectives[best].id})
            found.append(replace(draft, question=asked, weight=draft.weight + scores[best]))
    return found


def _fit(goal: frozenset[str], held: frozenset[str], focus: frozenset[str], worth: Mapping[str, float]) -> float:
    """How well a draft's words serve an objective; 0 where they share one everyday word alone."""
    shared = goal & held
    whole = sum(worth[w] for w in sorted(goal))
    mass = sum(worth[w] for w in sorted(shared))
    if not shared or (len(shared) < 2 and mass < _SHARE * whole):
        return 0.0
    return (mass + sum(worth[w] for w in sorted(shared & focus))) / math.sqrt(len(goal))


def diversify(ground: Ground, drafts: list[Draft], wanted: Mapping[Level, int]) -> tuple[Question, ...]:
    """Up to ``wanted`` questions of each level: in turn, each time the kind and the objective that have been asked least.

    The result stands by level (support, core, stretch) and, within it, in the order of the source.
    """
    chosen: list[Draft] = []
    open_levels = [level for level in _LEVELS if wanted.get(level, 0) > 0]
    rank = {d.question.id: (-round(d.weight, 6), ground.pick(d.question.id)) for d in drafts}
    left = sorted(drafts, key=lambda d: (*rank[d.question.id], d.question.id))
    while open_levels:
        for level in list(open_levels):
            have = sum(d.question.level == level for d in chosen)
            draft = _next(ground.voice, left, chosen, level) if have < wanted[level] else None
            if draft is None:
                open_levels.remove(level)
                continue
            chosen.append(draft)
            left = [d for d in left if d is not draft]
    order = {level: i for i, level in enumerate(reversed(_LEVELS))}
    chosen.sort(key=lambda d: (order[d.question.level], d.question.spans[0].start, d.question.id))
    return tuple(d.question for d in chosen)


def _next(voice: Voice, left: list[Draft], chosen: list[Draft], level: Level) -> Draft | None:
    kinds = Counter(d.question.kind for d in chosen)
    here = Counter(d.question.kind for d in chosen if d.question.level == level)
    goals = Counter(d.question.objective for d in chosen)
    pool = [(i, d) for i, d in enumerate(left) if d.question.level == level]
    key = lambda item: (
        item[1].reserve,
        goals[item[1].question.objective] > 0,
        here[item[1].question.kind],
        kinds[item[1].question.kind],
        goals[item[1].question.objective],
        item[0],
    )
    for _, draft in sorted(pool, key=key):
        if all(_apart(voice, draft, other) for other in chosen):
            return draft
    return None


def _apart(voice: Voice, one: Draft, two: Draft) -> bool:
    """Whether two questions can stand in one quiz."""
    shared = len(one.facts & two.facts)
    if shared * 2 > min(len(one.facts), len(two.facts)) or one.question.id == two.question.id:
        return False
    if fold(one.question.prompt) == fold(two.question.prompt) and one.question.kind not in ("matching", "ordering"):
        return False
    options = [sorted(c.text for c in d.question.choices) for d in (one, two)]
    if 0 < len(options[0]) < 4 and options[0] == options[1]:
        return False  # the second would be answered by leaving out the first
    return not _gives(voice, one, two) and not _gives(voice, two, one)


def _gives(voice: Voice, teller: Draft, asked: Draft) -> bool:
    """Whether what ``teller`` shows holds an answer of ``asked`` together with what ``asked`` is about."""
    told = " ".join([teller.question.prompt, *teller.question.steps])
    words = set(voice.content(told))
    for answer in asked.answers:
        if not voice.within(answer, told):
            continue
        rest = set(voice.content(asked.question.prompt)) - set(voice.content(answer))
        frame = {w for w in rest if w not in set(voice.content(asked.about))}
        rest -= frame
        if rest and len(rest & words) >= _GIVEN * len(rest):
            return True
    return False
