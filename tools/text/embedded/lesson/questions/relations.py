"""Questions from contrasts, causes and wholes: what is told apart, what leads to what, and what belongs where."""

from __future__ import annotations

from collections.abc import Iterator

from core.knowledge import Cause, Contrast, Parts
from core.lesson import Choice

from .ground import MOST, Draft, Ground, even, mixed, nearest
from .voice import capital, usable

_RIVALS = 12
"""Wrong options that are weighed for one question: those that stand nearest in the source."""


def from_contrasts(ground: Ground) -> Iterator[Draft | None]:
    """The right line among lines whose sides are swapped."""
    for c in ground.knowledge.contrasts[:MOST]:
        yield _contrast(ground, c)


def _contrast(ground: Ground, c: Contrast) -> Draft | None:
    voice = ground.voice
    sides = (c.first, c.second, c.first_says, c.second_says)
    if not all(usable(s, 90) for s in sides) or voice.close(c.first, c.second):
        return None
    if voice.content(c.first_says) == voice.content(c.second_says) or c.first_says == c.second_says:
        return None
    first, second = set(voice.content(c.first_says)), set(voice.content(c.second_says))
    if first < second or second < first:
        return None  # one says more than the other: the swapped line may hold as well
    for who, says in ((c.first, c.second_says), (c.second, c.first_says)):
        if _stands(ground, who, says, c):
            return None
    flip = ground.pick(c.first, c.second) % 2
    who, says = (c.second, c.second_says) if flip else (c.first, c.first_says)
    wrong = [(c.first, c.second_says), (c.second, c.first_says)]
    said = ground.said(c.span)
    choices = [Choice(text=_line(ground, *w), feedback=said, spans=(c.span,)) for w in wrong]
    right = Choice(text=_line(ground, who, says), right=True, feedback=said, spans=(c.span,))
    if not even(right.text, [w.text for w in choices]):
        return None
    return ground.draft(
        "multiple_choice",
        "stretch",
        voice.say("contrast", ground.pick(c.first), first=c.first, second=c.second),
        (c.span,),
        key=["contrast", *sides],
        about=sides,
        blooms=("analyse", "understand", "evaluate"),
        gives=(c.first_says, c.second_says),
        choices=mixed(ground, right, choices, c.first),
        feedback=said,
    )


def _line(ground: Ground, who: str, says: str) -> str:
    return ground.voice.say("entry", term=capital(who), meaning=says).rstrip(".。")


def _stands(ground: Ground, who: str, says: str, c: Contrast) -> bool:
    """Whether another sentence tells of ``who`` what the swapped line says."""
    return any(
        not (s.span.start <= c.span.start < s.span.end or c.span.start <= s.span.start < c.span.end)
        for s in ground.together(who, says)
    )


def from_causes(ground: Ground) -> Iterator[Draft | None]:
    """Which cause an effect has, and which effect a cause."""
    fit = [c for c in ground.knowledge.causes[:MOST] if usable(c.cause, 110) and usable(c.effect, 110)]
    fit = [c for c in fit if not ground.voice.close(c.cause, c.effect)]
    for c in fit:
        yield _caused(ground, c, fit, backward=True)
        yield _caused(ground, c, fit, backward=False)


def _caused(ground: Ground, c: Cause, pool: list[Cause], backward: bool) -> Draft | None:
    """``backward``: from the effect to its cause. A rival may not be another link of the same chain."""
    voice = ground.voice
    answer, asked = (c.cause, c.effect) if backward else (c.effect, c.cause)
    near = [o for o in pool if voice.close(o.cause, c.cause) or voice.close(o.effect, c.effect)]
    if any(o is not c and voice.close(asked, o.effect if backward else o.cause) for o in near):
        return None  # the source names another right answer
    rivals: list[tuple[str, Cause]] = []
    for o in sorted(pool, key=lambda o: abs(o.span.start - c.span.start)):
        if len(rivals) >= _RIVALS:
            break
        text = o.cause if backward else o.effect
        chained = any(voice.close(a, b) for a in (o.cause, o.effect) for b in (c.cause, c.effect))
        if o is c or chained or any(voice.close(text, t) for t, _ in rivals) or voice.within(text, asked):
            continue
        rivals.append((text, o))
    picked = [rivals[i] for i in nearest(answer, [(0, t) for t, _ in rivals], 3)]
    if len(picked) < 2 or not even(answer, [t for t, _ in picked]):
        return None
    choices = [
        Choice(text=capital(t), feedback=voice.say("leads", cause=o.cause, effect=o.effect), spans=(o.span,))
        for t, o in picked
    ]
    right = Choice(text=capital(answer), right=True, feedback=ground.said(c.span), spans=(c.span,))
    frame = "cause_of" if backward else "effect_of"
    return ground.draft(
        "multiple_choice",
        "core" if backward else "stretch",
        voice.say(frame, ground.pick(c.cause), **{"effect" if backward else "cause": asked}),
        (c.span,),
        key=[frame, c.cause, c.effect],
        about=[c.cause, c.effect],
        blooms=("understand", "analyse", "apply"),
        gives=(answer,),
        choices=mixed(ground, right, choices, c.effect),
        feedback=ground.said(c.span),
    )


def from_parts(ground: Ground) -> Iterator[Draft | None]:
    """All parts of a whole among parts of other wholes and other terms."""
    for p in ground.knowledge.parts[:MOST]:
        yield _parts(ground, p)


def _parts(ground: Ground, p: Parts) -> Draft | None:
    voice = ground.voice
    rights = [x for i, x in enumerate(p.parts) if usable(x, 70) and not any(voice.close(x, o) for o in p.parts[:i])]
    if len(rights) < 2 or len(rights) != len(p.parts) or not usable(p.whole, 70):
        return None
    rights = list(ground.shuffled(rights, p.whole, "parts"))[:4]
    wrong: list[Choice] = []
    pool = [
        (x, voice.say("belongs", part=x, whole=o.whole), o.span)
        for o in ground.knowledge.parts[:MOST]
        for x in o.parts
        if o is not p
    ]
    pool += [(d.term, voice.say("entry", term=capital(d.term), meaning=d.meaning), d.span) for d in ground.terms]
    pool.sort(key=lambda item: abs(item[2].start - p.span.start))
    for text, feedback, span in ground.shuffled(pool[: 3 * _RIVALS], p.whole, "wrong"):
        if len(wrong) >= 3:
            break
        mine = [p.whole, *p.parts, *(w.text for w in wrong)]
        clash = any(voice.close(text, m) or voice.within(text, m) or voice.within(m, text) for m in mine)
        if not clash and usable(text, 70) and not _together(ground, text, p):
            wrong.append(Choice(text=capital(text), feedback=feedback, spans=(span,)))
    wrong = wrong[: 2 if len(rights) < 3 else 3]
    if len(wrong) < 2:
        return None
    said = ground.said(p.span)
    choices = [Choice(text=capital(x), right=True, feedback=said, spans=(p.span,)) for x in rights]
    return ground.draft(
        "multiple_answer",
        "core",
        voice.say("parts", ground.pick(p.whole), whole=p.whole),
        (p.span,),
        key=["parts", p.whole, sorted(p.parts)],
        about=[p.whole, *p.parts],
        blooms=("understand", "remember", "analyse"),
        gives=tuple(rights),
        choices=ground.shuffled([*choices, *wrong], p.whole),
        points=2,
        feedback=said,
    )


def _together(ground: Ground, text: str, p: Parts) -> bool:
    """Whether a sentence names ``text`` beside the whole: it may belong there after all."""
    voice = ground.voice
    return bool(ground.together(text, p.whole)) or voice.within(text, p.span.quote)
