"""Display banners: every size too small or too long for a family's own layout, in that family's colours and motif.

Several arrangements are tried, from the richest to the barest; the one that says most in the largest type is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
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
_EXTRAS: Final[tuple[tuple[Part, ...], ...]] = (("badge", "sub"), ("badge",), ("sub",), ())
_SLANTED: Final = frozenset({"diagonal", "swiss", "split"})
_ROUND: Final = frozenset({"rings", "bigtype", "sunburst", "sticker", "arch", "ornament"})


def suits(job: Job) -> bool:
    """Whether a frame is laid out here rather than by the direction's family."""
    return job.frame.shape in ("banner", "skyscraper") or job.frame.tiny


def lay(job: Job) -> Composition:
    """See the module. The composition keeps the direction's family as its name."""
    tried = [(plan, *arranged(job, plan)) for plan in _plans(job)]
    plan, stage, words = max(tried, key=lambda t: t[2].worth)
    return _drawn(job, plan, stage, words)


def _plans(job: Job) -> Iterator[Plan]:
    frame, texts = job.frame, job.texts
    have: list[Part] = [p for p in ("headline", "cta", "legal") if getattr(texts, p)]
    named = bool(texts.brand) or job.logo is not None
    brands: list[tuple[Part, ...]] = [("brand",), ()] if named else [()]
    extras = [e for e in _EXTRAS if all(getattr(texts, p) for p in e) and not ("sub" in e and dense(job))]
    for shape, stages in _shapes(frame.width, frame.height).items():
        wanted = [(stage, (_HERO if job.has_hero else _MOTIF) - _SMALLER * i) for i, stage in enumerate(stages)]
        if not job.has_hero and not texts.sub and shape != "strip":
            wanted = wanted[:1]
        for (stage, gain), names, extra in product((*wanted, (0.0, 0.0)), brands, extras):
            yield Plan(shape, frozenset((*have, *names, *extra)), stage, gain)
            if shape == "strip" and names:
                yield Plan(shape, frozenset((*have, *names, *extra)), stage, gain, aside=True)


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
