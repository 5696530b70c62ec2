"""Display banners: every size too small or too long for a family's own layout, in that family's colours and motif.

Several arrangements are tried, from the richest to the barest; the one that says most in the largest type is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final, Literal

from tools.design import elements as el
from tools.design import labels, marks
from tools.design.canvas import Canvas, num
from tools.design.compose import Texts, finish
from tools.design.elements import Align, Block, Tone, tone_on
from tools.design.frame import Job, script_of
from tools.design.geometry import Box
from tools.design.hero import hero
from tools.design.motifs import ground_of, paint
from tools.design.placed import Composition, Issue, PlacedText

Shape = Literal["strip", "tower", "side", "corner"]
Part = Literal["brand", "badge", "headline", "sub", "cta", "legal"]

_LEAST: Final = 11.5
"""Least size of a headline; everything else keeps to ``Frame.smallest``."""
_WORTH: Final[dict[str, float]] = {"headline": 300, "cta": 120, "legal": 120, "brand": 60, "badge": 7, "sub": 5}
_MUST: Final[tuple[Part, ...]] = ("brand", "headline", "cta", "legal")
_HERO: Final = 20.0
_MOTIF: Final = 8.0
_SMALLER: Final = 5.0
"""What each step to a smaller picture costs."""
_TYPE: Final = 62.0
"""What the headline's size is worth: all of it where it is as large as one could wish."""
_COST: Final[dict[str, float]] = {"brand": 16.0, "cta": 30.0, "badge": 30.0}
"""What a word broken over two lines costs."""
_EXTRAS: Final[tuple[tuple[Part, ...], ...]] = (("badge", "sub"), ("badge",), ("sub",), ())
_SLANTED: Final = frozenset({"diagonal", "swiss", "split"})
_ROUND: Final = frozenset({"rings", "bigtype", "sunburst", "sticker", "arch", "ornament"})


@dataclass(frozen=True)
class _Plan:
    """One arrangement: where the picture stands and what the words are."""

    shape: Shape
    parts: frozenset[Part]
    stage: float
    """The picture's part of the frame along the long side, or of the short side in a corner; 0 for none."""
    gain: float = 0.0
    """What the picture is worth."""
    aside: bool = False
    """The name in a column of its own before the message."""


@dataclass(frozen=True)
class _Set:
    """Words that were put down, and how good that is."""

    texts: tuple[PlacedText, ...]
    issues: tuple[Issue, ...]
    worth: float
    box: Box


def suits(job: Job) -> bool:
    """Whether a frame is laid out here rather than by the direction's family."""
    return job.frame.shape in ("banner", "skyscraper") or job.frame.tiny


def lay(job: Job) -> Composition:
    """See the module. The composition keeps the direction's family as its name."""
    tried = [(plan, *_words(job, plan)) for plan in _plans(job)]
    plan, stage, words = max(tried, key=lambda t: t[2].worth)
    return _drawn(job, plan, stage, words)


def _plans(job: Job) -> Iterator[_Plan]:
    frame, texts = job.frame, job.texts
    have: list[Part] = [p for p in ("headline", "cta", "legal") if getattr(texts, p)]
    named = bool(texts.brand) or job.logo is not None
    brands: list[tuple[Part, ...]] = [("brand",), ()] if named else [()]
    extras = [e for e in _EXTRAS if all(getattr(texts, p) for p in e) and not ("sub" in e and _dense(job))]
    for shape, stages in _shapes(frame.width, frame.height).items():
        wanted = [(stage, (_HERO if job.has_hero else _MOTIF) - _SMALLER * i) for i, stage in enumerate(stages)]
        if not job.has_hero and not texts.sub and shape != "strip":
            wanted = wanted[:1]
        for (stage, gain), names, extra in product((*wanted, (0.0, 0.0)), brands, extras):
            yield _Plan(shape, frozenset((*have, *names, *extra)), stage, gain)
            if shape == "strip" and names:
                yield _Plan(shape, frozenset((*have, *names, *extra)), stage, gain, aside=True)


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


def _tones(job: Job) -> tuple[Tone, str]:
    """Words' colours, and the ground of the picture's corner."""
    tone = tone_on(job.direction.palette.bg, job)
    tone = replace(tone, muted=tone.ink)  # small type is read at once or not at all
    return tone, ground_of(job, tone.ground, tone.button)


def _stage(job: Job, plan: _Plan) -> Box:
    """The picture's place, to the frame's edge; on the left where the text runs to the left."""
    w, h = float(job.frame.width), float(job.frame.height)
    if not plan.stage:
        return Box(0, 0, 0, 0)
    if plan.shape == "tower":
        return Box(0, h * (1 - plan.stage), w, h * plan.stage)
    if plan.shape == "corner":
        side = min(w, h) * plan.stage
        return Box(0 if job.rtl else w - side, h - side, side, side)
    wide = h * plan.stage if plan.shape == "strip" else w * plan.stage
    return Box(0 if job.rtl else w - wide, 0, wide, h)


def _words(job: Job, plan: _Plan) -> tuple[Box, _Set]:
    stage, box = _stage(job, plan), job.frame.box
    if plan.shape == "strip":
        return stage, _strip(job, plan, _beside(job, box, stage))
    if plan.shape == "side":
        return stage, _upright(job, plan, _beside(job, box, stage), 1.0)
    if plan.shape == "corner":
        return stage, _cornered(job, plan, box, stage)
    return stage, _tower(job, plan, box, stage)


def _beside(job: Job, box: Box, stage: Box) -> Box:
    """What a stage at one end leaves of a box."""
    if not stage.w:
        return box
    gap = job.frame.margin * 0.9
    if job.rtl:
        return Box(stage.right + gap, box.y, box.right - stage.right - gap, box.h)
    return Box(box.x, box.y, stage.x - gap - box.x, box.h)


def _strip(job: Job, plan: _Plan, box: Box) -> _Set:
    """Name over (or before) the message, the button at the far end, a badge over it."""
    tone, _ = _tones(job)
    body = _body(job)
    gap = max(8.0, box.h * 0.2)
    sets: list[_Set] = []
    ends = _blocks(job, _kept(plan, "badge", "cta"), box.w * 0.36, tone, body)
    wide = max((b.width for b in ends), default=0.0)
    first, last = _cut(box, wide, gap, not job.rtl)
    sets.append(_put(job, ends, last, body * 0.55, "middle", "middle"))
    parts = _kept(plan, "brand", "headline", "sub", "legal")
    if plan.aside:
        name = _blocks(job, ["brand"], box.w * 0.2, tone, body * 1.15)
        first, lead = _cut(first, max((b.width for b in name), default=0.0), gap * 1.5, job.rtl)
        sets.insert(0, _put(job, name, lead, 0.0, "start", "middle"))
        parts.remove("brand")
    sets.insert(-1, _stack(job, first, parts, tone, body, valign="middle", tight=True, lines=4 if box.h > 70 else 3))
    return _joined(job, sets, plan)


def _cut(box: Box, wide: float, gap: float, far: bool) -> tuple[Box, Box]:
    """What is left of a box, and a column of some width cut from its right (``far``) or left end."""
    if not wide:
        return box, Box(box.x, box.y, 0, box.h)
    rest = max(1.0, box.w - wide - gap)
    if far:
        return Box(box.x, box.y, rest, box.h), Box(box.right - wide, box.y, wide, box.h)
    return Box(box.x + wide + gap, box.y, rest, box.h), Box(box.x, box.y, wide, box.h)


def _upright(job: Job, plan: _Plan, box: Box, share: float) -> _Set:
    """Name at the top, message in the middle, button at the bottom: for billboards and side by side."""
    tone, _ = _tones(job)
    body = _body(job)
    parts: list[Part] = ["badge", "headline", "sub"]
    low = _put(job, _blocks(job, _kept(plan, "cta", "legal"), box.w, tone, body), box, body * 0.8, "start", "bottom")
    top = _put(job, _blocks(job, _kept(plan, "brand"), box.w, tone, body), box, 0.0, "start", "top")
    y = top.box.bottom + body * 0.8 if top.texts else box.y
    foot = low.box.y - body * 0.95 if low.texts else box.bottom
    room = Box(box.x, y, box.w, max(1.0, (foot - y) * share))
    main = _stack(job, room, [p for p in parts if p in plan.parts], tone, body, valign="middle", lines=5)
    return _joined(job, [top, main, low], plan)


def _kept(plan: _Plan, *parts: Part) -> list[Part]:
    return [p for p in parts if p in plan.parts]


def _cornered(job: Job, plan: _Plan, box: Box, stage: Box) -> _Set:
    """The message across the whole width, button and picture side by side under it."""
    tone, _ = _tones(job)
    body = _body(job)
    under = _beside(job, box, stage)
    top = _put(job, _blocks(job, _kept(plan, "brand"), box.w, tone, body), box, 0.0, "start", "top")
    low = _put(
        job,
        _blocks(job, _kept(plan, "badge", "cta", "legal"), under.w, tone, body),
        under,
        body * 0.7,
        "start",
        "bottom",
    )
    y = top.box.bottom + body * 0.8 if top.texts else box.y
    foot = min(low.box.y if low.texts else box.bottom, stage.y if stage.w else box.bottom) - body * 0.8
    room = Box(box.x, y, box.w, max(1.0, foot - y))
    main = _stack(job, room, _kept(plan, "headline", "sub"), tone, body, valign="top" if stage.w else "middle", lines=4)
    return _joined(job, [top, main, low], plan)


def _tower(job: Job, plan: _Plan, box: Box, stage: Box) -> _Set:
    """Name, message and button down the column, the picture filling the foot."""
    tone, _ = _tones(job)
    body = _body(job)
    floor = stage.y - job.frame.margin * 0.9 if stage.h else box.bottom
    area = Box(box.x, box.y, box.w, floor - box.y)
    top = _put(job, _blocks(job, _kept(plan, "brand"), box.w, tone, body), area, 0.0, "start", "top")
    low = _put(job, _blocks(job, _kept(plan, "cta", "legal"), box.w, tone, body), area, body * 0.9, "start", "bottom")
    y = top.box.bottom + body * 1.3 if top.texts else box.y
    foot = low.box.y - body * 1.2 if low.texts else floor
    room = Box(box.x, y, box.w, max(1.0, foot - y))
    main = _stack(job, room, _kept(plan, "badge", "headline", "sub"), tone, body, valign="top", lines=12)
    return _joined(job, [top, main, low], plan)


def _body(job: Job) -> float:
    """Running text: a little larger than elsewhere, since a banner is glanced at."""
    frame = job.frame
    least = max(frame.smallest, 13.5) if _cjk(job) and frame.short > 60 else frame.smallest
    return max(least, min(frame.unit * 0.044, frame.short * 0.15, 22.0))


def _cjk(job: Job) -> bool:
    return script_of(job.texts.headline or job.texts.cta or job.texts.brand) == "cjk"


def _dense(job: Job) -> bool:
    """Whether running text would be Chinese too small to be told apart."""
    return _cjk(job) and _body(job) < 15


def _blocks(job: Job, parts: list[Part], width: float, tone: Tone, body: float) -> list[Block]:
    made: dict[Part, Block] = {}
    for part in parts:
        if part == "brand":
            made[part] = marks.brand(job, width, body, tone, lines=3)
        elif part == "badge":
            made[part] = labels.pill(job, width, max(job.frame.smallest, body * (1.0 if _dense(job) else 0.9)), tone)
        elif part == "sub":
            made[part] = el.paragraph(job, width, body, tone, lines=3)
        elif part == "cta":
            made[part] = labels.button(job, width, max(job.frame.smallest, body), tone, body > 15, lines=3)
        elif part == "legal":
            made[part] = el.legal(job, width, tone, height=job.frame.box.h * 0.4)
    return [made[p] for p in parts if p in made]


def _stack(
    job: Job, box: Box, parts: list[Part], tone: Tone, body: float, *, valign: str, lines: int, tight: bool = False
) -> _Set:
    """Blocks under one another, the headline in whatever the others leave."""
    gap = body * (0.42 if tight else 0.85)
    others = _blocks(job, [p for p in parts if p != "headline"], box.w, tone, body)
    blocks: dict[str, Block] = {b.role: b for b in others}
    if "headline" in parts:
        room = box.h - sum(b.height for b in others) - gap * len(others)
        most = min(job.frame.short * 0.52, job.frame.unit * 0.3)
        head = el.headline(job, box.w, max(1.0, room), tone, largest=most, least=_LEAST, lines=lines)
        blocks["headline"] = head
    order = [blocks[p] for p in parts if p in blocks]
    return _put(job, order, box, gap, "start", valign)


def _put(job: Job, blocks: list[Block], box: Box, gap: float, align: Align, valign: str) -> _Set:
    shown = [b for b in blocks if b.width > 0]
    whole = len(shown)
    while len(shown) > 1 and sum(b.height for b in shown) + gap * (len(shown) - 1) > box.h + 0.5:
        shown.remove(min(shown, key=lambda b: _WORTH.get(b.role, 0.0)))
    tall = sum(b.height for b in shown) + gap * max(0, len(shown) - 1)
    wide = max((b.width for b in shown), default=0.0)
    spare = max(0.0, box.h - tall)
    top = box.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[valign]
    texts: list[PlacedText] = []
    worth, y = 0.0, top
    for b in shown:
        texts += b.put(box.x, y, box.w, align)
        y += b.height + gap
    if len(shown) < whole or tall > box.h + 0.5 or wide > box.w + 0.5:
        worth -= 200.0
    return _Set(tuple(texts), (), worth, Box(box.x, top, wide, tall if shown else 0.0))


def _joined(job: Job, sets: list[_Set], plan: _Plan) -> _Set:
    """All words of a plan, with what is missing of them, and the worth of the whole."""
    texts = tuple(t for s in sets for t in s.texts)
    roles = {t.role for t in texts}
    issues = [
        Issue("dropped", r, str(getattr(job.full, r))[:80])
        for r in _MUST
        if (getattr(job.full, r) or (r == "brand" and job.logo is not None)) and r not in roles
    ]
    issues += [Issue("truncated", t.role, t.text[:80]) for t in texts if t.truncated]
    worth = plan.gain + sum(s.worth for s in sets) + sum(_WORTH.get(r, 0.0) for r in roles)
    worth -= sum(90.0 for t in texts if t.truncated)
    worth -= sum(_COST.get(t.role, 0.0) * labels.broken(t.text, t.lines) for t in texts)
    worth -= sum(9.0 * max(0, len(t.lines) - 2) for t in texts if t.role in ("cta", "brand"))
    head = next((t for t in texts if t.role == "headline"), None)
    if head is not None:
        wish = min(job.frame.short * 0.42, job.frame.unit * 0.16)
        worth += _TYPE * min(1.0, head.size / wish) ** 0.8
    body = Box(0, 0, 0, 0)
    for s in sets:
        body = body.union(s.box)
    return _Set(texts, tuple(issues), worth, body)


def _drawn(job: Job, plan: _Plan, stage: Box, words: _Set) -> Composition:
    frame, p = job.frame, job.direction.palette
    _, ground = _tones(job)
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


def _middle(plan: _Plan, stage: Box, job: Job) -> Box:
    if plan.shape != "corner":
        return stage.inset(min(stage.w, stage.h) * 0.02)
    k = 0.86
    side = stage.w * k
    return Box(stage.x + (0 if job.rtl else stage.w - side), stage.bottom - side, side, side)


def _outline(job: Job, plan: _Plan, b: Box) -> str:
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
