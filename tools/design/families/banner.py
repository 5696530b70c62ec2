"""Display banners: every size too small or too long for a family's own layout, in that family's colours and motif.

Several arrangements are tried, from the richest to the barest; the one that says most in the largest type is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from tools.design.banner_plans import Plan, Shape, arranged, tones
from tools.design.banner_words import Part, Words, dense
from tools.design.canvas import Canvas, num
from tools.design.compose import Texts, finish
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero
from tools.design.motifs import paint
from tools.design.placed import Composition

_HERO: Final = 20.0
_MOTIF: Final = 8.0
"""What a picture is worth, and what the motif alone."""
_SMALLER: Final = 5.0
"""What each step to a smaller picture costs."""
_SAID: Final = 42.0
"""What it is worth that what is sold is said, where the headline does not."""
_SWAPPED: Final = 20.0
"""What it costs that it takes the headline's place."""
_FEWER: Final = 2.0
"""What each step to a shorter form of offer or product costs, and an offer without its label."""
_FINALISTS: Final = 6
"""Choices of words that are tried with every picture."""
_SLANTED: Final = frozenset({"diagonal", "swiss", "split"})
_ROUND: Final = frozenset({"rings", "bigtype", "sunburst", "sticker", "arch", "ornament"})


def suits(job: Job) -> bool:
    """Whether a frame is laid out here rather than by the direction's family."""
    return job.frame.shape in ("banner", "skyscraper") or job.frame.tiny


def lay(job: Job) -> Composition:
    """See the module. The composition keeps the direction's family as its name."""
    shapes = _shapes(job.frame.width, job.frame.height)
    bare = (0.0,) if job.frame.short <= 100 else ()  # there a picture often costs words
    best = _ranked(t for s, stages in shapes.items() for t in _tried(job, s, (*bare, *stages[-1:]), _wordings(job)))
    if best[0][3].issues and "brand" in best[0][0].parts:  # the name may be what the rest has no room beside
        unnamed = [w.without("brand") for w in _wordings(job)]
        best = _ranked((*best, *(t for s in shapes for t in _tried(job, s, (0.0,), unnamed))))
    chosen = list(dict.fromkeys(t[0] for t in best))[:_FINALISTS]
    rest = (t for shape, stages in shapes.items() for t in _tried(job, shape, (*stages[:-1], 0.0), chosen))
    wording, plan, stage, words = _ranked((*best[:1], *rest))[0]
    return _drawn(wording.job, plan, stage, words)


def _ranked(tried: Iterable[_Tried]) -> list[_Tried]:
    """Best first; of equals the one that was tried first."""
    return sorted(tried, key=lambda t: -t[3].worth)


@dataclass(frozen=True, eq=False)
class _Wording:
    """What is said: the words themselves, the parts they make, and what that is worth."""

    job: Job
    parts: tuple[Part, ...]
    gain: float
    untold: str = ""

    def without(self, part: Part) -> _Wording:
        return replace(self, parts=tuple(p for p in self.parts if p != part))


_Tried = tuple[_Wording, Plan, Box, Words]


def _wordings(job: Job) -> list[_Wording]:
    """Choices of words: the product beside or in place of the headline, the offer whole, shorter, as a line or not at all."""
    texts = job.texts
    have: list[Part] = [p for p in ("headline", "cta") if getattr(texts, p)]
    name: tuple[Part, ...] = ("brand",) if texts.brand or job.logo is not None else ()
    small: list[tuple[Part, ...]] = [("legal",), ()] if texts.legal else [()]
    out = []
    for (told, what, gain), (said, offer, more) in product(_kinds(job), _offers(job)):
        new = (
            told.texts.model_copy(update={"badge": said}),
            told.full.model_copy(update={"badge": said or job.full.badge}),
        )
        worded = replace(told, texts=new[0], full=new[1])
        untold = texts.kinds[0] if texts.kinds and gain <= 0 else ""
        for legal in small:
            out.append(_Wording(worded, (*have, *name, *what, *offer, *legal), gain + more, untold))
    return out


def _kinds(job: Job) -> Iterator[tuple[Job, tuple[Part, ...], float]]:
    """What is sold as the supporting line, in place of the headline, or unsaid."""
    texts = job.texts
    for i, kind in enumerate(texts.kinds):
        yield _worded(job, "sub", kind), ("sub",), _SAID - _FEWER * i
    for i, kind in enumerate(texts.kinds):
        yield _worded(job, "headline", kind), (), _SAID - _SWAPPED - _FEWER * i
    yield job, (), 0.0
    if texts.sub and not texts.kinds and not dense(job):
        yield job, ("sub",), 0.0


def _worded(job: Job, role: str, text: str) -> Job:
    changed = {role: text}
    return replace(job, texts=job.texts.model_copy(update=changed), full=job.full.model_copy(update=changed))


def _offers(job: Job) -> Iterator[tuple[str, tuple[Part, ...], float]]:
    """The offer in each of its forms, on its label or as a line; then none."""
    forms = (job.texts.badge, *job.texts.offers) if job.texts.badge else ()
    for i, form in enumerate(forms):
        yield form, ("badge",), -_FEWER * i
        yield form, ("line",), -_FEWER * (i + 1)
    yield "", (), 0.0


def _tried(job: Job, shape: Shape, stages: Iterable[float], wordings: Iterable[_Wording]) -> Iterator[_Tried]:
    """Every choice of words with every picture of a shape."""
    sizes = _shapes(job.frame.width, job.frame.height)[shape]
    for wording, stage in product(wordings, stages):
        picture = (_HERO if job.has_hero else _MOTIF) - _SMALLER * sizes.index(stage) if stage else 0.0
        gain, parts = wording.gain + picture, frozenset(wording.parts)
        for aside in (False, True) if shape == "strip" and "brand" in parts else (False,):
            plan = Plan(shape, parts, stage, gain, aside, wording.untold)
            yield wording, plan, *arranged(wording.job, plan)


def _shapes(width: int, height: int) -> dict[Shape, tuple[float, ...]]:
    """Arrangements for a frame, each with the picture's parts of it that are tried."""
    ratio = width / height
    if ratio >= 2.2 and height < 170:
        return {"strip": (1.45, 1.1)}
    if ratio >= 1.5:
        return {"side": (0.36, 0.3)}
    if ratio < 0.68:
        return {"tower": (0.42, 0.34, 0.26)}
    return {"corner": (0.58, 0.48), "side": (0.40,)}


def _drawn(job: Job, plan: Plan, stage: Box, words: Words) -> Composition:
    frame, p = job.frame, job.direction.palette
    _, ground = tones(job)
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, p.bg)
    drawn, hero_box = "", None
    if stage.w and stage.h:
        if job.photo is not None:
            drawn, hero_box = hero(job, stage, window="square")
        else:
            paint(c, job, stage, ground, _outline(job, plan, stage))
            room = _middle(plan, stage, job)
            drawn, hero_box = hero(job, room, ground=ground, share=0.8, halo=0)
    texts = Texts(words.texts, words.issues, words.box)
    return finish(job, job.direction.family, c.markup(), [texts], drawn, hero_box)


def _middle(plan: Plan, stage: Box, job: Job) -> Box:
    if plan.shape != "corner":
        return stage.inset(min(stage.w, stage.h) * 0.02)
    k = 0.86
    side = stage.w * k
    return Box(stage.x + (0 if job.rtl else stage.w - side), stage.bottom - side, side, side)


def _outline(job: Job, plan: Plan, b: Box) -> str:
    """The stage's inner edge: slanted, round or straight, as the family is; a corner is a quarter disc."""
    family = job.direction.family
    n = num
    if plan.shape == "corner":
        r = b.w
        if job.rtl:
            return f"M0 {n(b.bottom)}V{n(b.y)}A{n(r)} {n(r)} 0 0 1 {n(b.right)} {n(b.bottom)}Z"
        return f"M{n(b.right)} {n(b.y)}V{n(b.bottom)}H{n(b.x)}A{n(r)} {n(r)} 0 0 1 {n(b.right)} {n(b.y)}Z"
    if plan.shape == "tower":
        if family in _SLANTED:
            return f"M0 {n(b.y + b.w * 0.2)}L{n(b.right)} {n(b.y)}V{n(b.bottom)}H0Z"
        if family in _ROUND:
            return f"M0 {n(b.bottom)}V{n(b.y + b.w * 0.22)}Q{n(b.w / 2)} {n(b.y - b.w * 0.22)} {n(b.right)} {n(b.y + b.w * 0.22)}V{n(b.bottom)}Z"
        return ""
    near, far = (b.right, b.x) if job.rtl else (b.x, b.right)
    bend = b.h * 0.16 * (-1 if job.rtl else 1)
    if family in _SLANTED:
        return f"M{n(near + bend)} {n(b.y)}H{n(far)}V{n(b.bottom)}H{n(near)}Z"
    if family in _ROUND:
        return f"M{n(near + bend)} {n(b.y)}H{n(far)}V{n(b.bottom)}H{n(near + bend)}Q{n(near - bend)} {n(b.h / 2)} {n(near + bend)} {n(b.y)}Z"
    return ""
