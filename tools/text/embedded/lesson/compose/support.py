"""How the same goal is reached at each level, and what the access needs that the brief names ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.lesson import Level, Question, Support, Term
from tools.text.embedded.lesson.questions.voice import capital

from .frames import Frames

_BANK = 8


def support(
    frames: Frames, levels: Sequence[Level], needs: Sequence[str], questions: Sequence[Question], terms: Sequence[Term]
) -> tuple[Support, ...]:
    """Measures for each level; those for access needs stand with the first."""
    out = []
    for i, level in enumerate(levels):
        measures = list(_measures(frames, level, sum(q.level == level for q in questions), terms))
        if i == 0:
            measures += [_need(frames, need) for need in needs]
        out.append(Support(level=level, measures=tuple(measures)))
    return tuple(out)


def _measures(frames: Frames, level: Level, count: int, terms: Sequence[Term]) -> Iterator[str]:
    if count:
        yield frames.say(f"tasks_{level}", n=count)
    if level == "support" and terms:
        yield frames.say("bank", terms=frames.listed([t.word for t in terms[:_BANK]]))
    yield frames.say(f"measure_{level}")


def _need(frames: Frames, need: str) -> str:
    """The measure that is known for a need; an unknown need is named, and what helps is left to the teacher."""
    plain = need.casefold()
    for pattern, measure in frames.table("needs").items():
        if any(word in plain for word in pattern.split("|")):
            return frames.say("need", need=capital(need), measure=measure)
    return frames.say("need_unknown", need=capital(need))
