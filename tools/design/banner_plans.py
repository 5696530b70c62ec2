"""Arrangements of a banner: where the picture stands, where the words run, and what the whole is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from . import labels
from .banner_words import WORTH, Part, Words, blocks, body_size, put, stack
from .elements import Tone, tone_on
from .frame import Job
from .geometry import Box
from .motifs import ground_of
from .placed import Issue

Shape = Literal["strip", "tower", "side", "corner"]
_MUST: Final = ("brand", "headline", "badge", "cta", "legal")
_TYPE: Final = 62.0
"""What the headline's size is worth: all of it where it is as large as one could wish."""
_COST: Final[dict[str, float]] = {"brand": 40.0, "cta": 30.0, "badge": 30.0, "headline": 40.0, "sub": 30.0}
"""What a word broken over two lines costs."""
_CUT: Final[dict[str, float]] = {"brand": 60.0, "badge": 120.0, "sub": 120.0}
"""What it costs that a text is cut, where that is not ``_CUT_ELSE``: half a name still says who, half an offer is none."""
_CUT_ELSE: Final = 90.0
_AIRY: Final = 1.7
"""How much further apart a tower's lines stand where there is room."""
_TALLEST: Final = 0.62
"""The most of a tower that its picture takes."""
_VOID: Final = 60.0
"""What a tower costs that is all empty between message and button."""


@dataclass(frozen=True)
class Plan:
    """One arrangement: where the picture stands and what the words are."""

    shape: Shape
    parts: frozenset[Part]
    stage: float
    """The picture's part of the frame along the long side, or of the short side in a corner; 0 for none."""
    gain: float = 0.0
    """What the picture is worth."""
    aside: bool = False
    """The name in a column of its own before the message."""
    untold: str = ""
    """What is sold, where no words of the plan say it."""


def tones(job: Job) -> tuple[Tone, str]:
    """Words' colours, and the ground of the picture's corner."""
    tone = tone_on(job.direction.palette.bg, job)
    tone = replace(tone, muted=tone.ink)  # small type is read at once or not at all
    return tone, ground_of(job, tone.ground, tone.button)


def stage_of(job: Job, plan: Plan) -> Box:
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


def arranged(job: Job, plan: Plan) -> tuple[Box, Words]:
    stage, box = stage_of(job, plan), job.frame.box
    if plan.shape == "strip":
        return stage, _strip(job, plan, _beside(job, box, stage))
    if plan.shape == "side":
        return stage, _upright(job, plan, _beside(job, box, stage), 1.0)
    if plan.shape == "corner":
        return stage, _cornered(job, plan, box, stage)
    return _tower(job, plan, box, stage)


def _beside(job: Job, box: Box, stage: Box) -> Box:
    """What a stage at one end leaves of a box."""
    if not stage.w:
        return box
    gap = job.frame.margin * 0.9
    if job.rtl:
        return Box(stage.right + gap, box.y, box.right - stage.right - gap, box.h)
    return Box(box.x, box.y, stage.x - gap - box.x, box.h)


def _strip(job: Job, plan: Plan, box: Box) -> Words:
    """Name over (or before) the message, the button at the far end, a badge over it."""
    tone, _ = tones(job)
    body = body_size(job)
    gap = max(8.0, box.h * 0.2)
    sets: list[Words] = []
    small = job.frame.short < 70
    ends = blocks(job, _kept(plan, "badge", "cta"), _end_width(job, box, tone), tone, body)
    wide = max((b.width for b in ends), default=0.0)
    first, last = _cut(box, wide, gap, not job.rtl)
    sets.append(put(job, ends, last, body * 0.55, "middle", "middle"))
    parts = _kept(plan, "brand", "headline", "sub", "line", "legal")
    if plan.aside:
        name = blocks(job, ["brand"], box.w * (0.26 if small else 0.2), tone, body * (1.0 if small else 1.15))
        first, lead = _cut(first, max((b.width for b in name), default=0.0), gap * 1.5, job.rtl)
        sets.insert(0, put(job, name, lead, 0.0, "start", "middle"))
        parts.remove("brand")
    sets.insert(
        -1,
        stack(
            job,
            first,
            parts,
            tone,
            body,
            valign="middle",
            tight=True,
            lines=4 if box.h > 70 else 3,
            air=0.6 if small else 1.0,
        ),
    )
    return _joined(job, sets, plan)


def _end_width(job: Job, box: Box, tone: Tone) -> float:
    """Room for the button at the far end: its words on one line, where that leaves the message its half."""
    button = labels.button(job, box.w * 0.5, job.frame.smallest, tone, False, lines=1)
    return max(box.w * 0.36, 0.0 if button.truncated else button.width + 1.0)


def _cut(box: Box, wide: float, gap: float, far: bool) -> tuple[Box, Box]:
    """What is left of a box, and a column of some width cut from its right (``far``) or left end."""
    if not wide:
        return box, Box(box.x, box.y, 0, box.h)
    rest = max(1.0, box.w - wide - gap)
    if far:
        return Box(box.x, box.y, rest, box.h), Box(box.right - wide, box.y, wide, box.h)
    return Box(box.x + wide + gap, box.y, rest, box.h), Box(box.x, box.y, wide, box.h)


def _upright(job: Job, plan: Plan, box: Box, share: float) -> Words:
    """Name at the top, message in the middle, button at the bottom: for billboards and side by side."""
    tone, _ = tones(job)
    body = body_size(job)
    parts: list[Part] = ["badge", "headline", "sub", "line"]
    low = put(job, blocks(job, _kept(plan, "cta", "legal"), box.w, tone, body), box, body * 0.8, "start", "bottom")
    top = put(job, blocks(job, _kept(plan, "brand"), box.w, tone, body), box, 0.0, "start", "top")
    air = max(body * 0.95, box.h * 0.1)  # large type needs more of it
    y = top.box.bottom + air if top.texts else box.y
    foot = low.box.y - air if low.texts else box.bottom
    room = Box(box.x, y, box.w, max(1.0, (foot - y) * share))
    main = stack(job, room, [p for p in parts if p in plan.parts], tone, body, valign="middle", lines=5)
    return _joined(job, [top, main, low], plan)


def _kept(plan: Plan, *parts: Part) -> list[Part]:
    return [p for p in parts if p in plan.parts]


def _cornered(job: Job, plan: Plan, box: Box, stage: Box) -> Words:
    """The message across the whole width, button and picture side by side under it."""
    tone, _ = tones(job)
    body = body_size(job)
    under = _beside(job, box, stage)
    top = put(job, blocks(job, _kept(plan, "brand"), box.w, tone, body), box, 0.0, "start", "top")
    low = put(
        job,
        blocks(job, _kept(plan, "badge", "cta", "legal"), under.w, tone, body),
        under,
        body * 0.7,
        "start",
        "bottom",
    )
    y = top.box.bottom + body * 0.8 if top.texts else box.y
    foot = min(low.box.y if low.texts else box.bottom, stage.y if stage.w else box.bottom) - body * 0.8
    room = Box(box.x, y, box.w, max(1.0, foot - y))
    main = stack(
        job, room, _kept(plan, "headline", "sub", "line"), tone, body, valign="top" if stage.w else "middle", lines=4
    )
    return _joined(job, [top, main, low], plan)


def _tower(job: Job, plan: Plan, box: Box, stage: Box) -> tuple[Box, Words]:
    """Name, message and button down the column, the picture filling the foot.

    A short message leaves the column empty: its lines stand further apart then, and the picture rises to the button.
    """
    tone, _ = tones(job)
    body = body_size(job)
    parts = _kept(plan, "badge", "headline", "sub", "line")
    top = put(job, blocks(job, _kept(plan, "brand"), box.w, tone, body), box, 0.0, "start", "top")
    ends = blocks(job, _kept(plan, "cta", "legal"), box.w, tone, body)
    roof = box.y if not top.texts else top.box.bottom

    def filled(floor: float, air: float) -> tuple[Words, Words, float]:
        area = Box(box.x, box.y, box.w, floor - box.y)
        low = put(job, ends, area, body * 0.9, "start", "bottom")
        y = roof + body * 1.3 * air if top.texts else roof
        foot = low.box.y - body * 1.2 if low.texts else floor
        room = Box(box.x, y, box.w, max(1.0, foot - y))
        main = stack(job, room, parts, tone, body, valign="top", lines=12, air=air)
        return main, low, foot - main.box.bottom

    gap = job.frame.margin * 0.9 if stage.h else 0.0
    main, low, void = filled((stage.y if stage.h else box.bottom) - gap, 1.0)
    if void > body * 2:
        looser, below, rest = filled((stage.y if stage.h else box.bottom) - gap, _AIRY)
        if rest >= body and _size(looser) >= _size(main):
            main, low, void = looser, below, rest
        rise = min(max(0.0, void - body), job.frame.height * _TALLEST - stage.h) if stage.h else 0.0
        if rise > 0:
            stage = Box(stage.x, stage.y - rise, stage.w, stage.h + rise)
            low = put(job, ends, Box(box.x, box.y, box.w, stage.y - gap - box.y), body * 0.9, "start", "bottom")
            void -= rise
    words = _joined(job, [top, main, low], plan)
    return stage, replace(words, worth=words.worth - _VOID * max(0.0, void - body * 2) / job.frame.height)


def _size(words: Words) -> float:
    return next((t.size for t in words.texts if t.role == "headline"), 0.0)


def _joined(job: Job, sets: list[Words], plan: Plan) -> Words:
    """All words of a plan, with what is missing of them, and the worth of the whole."""
    texts = tuple(t for s in sets for t in s.texts)
    roles = {t.role for t in texts}
    issues = [
        Issue("dropped", r, str(getattr(job.full, r))[:80])
        for r in _MUST
        if (getattr(job.full, r) or (r == "brand" and job.logo is not None)) and r not in roles
    ]
    if plan.untold:
        issues.append(Issue("dropped", "sub", plan.untold[:80]))
    issues += [Issue("truncated", t.role, t.text[:80]) for t in texts if t.truncated]
    worth = plan.gain + sum(s.worth for s in sets) + sum(WORTH.get(r, 0.0) for r in roles)
    worth -= sum(_CUT.get(t.role, _CUT_ELSE) for t in texts if t.truncated)
    worth -= sum(_COST.get(t.role, 0.0) * labels.broken(t.text, t.lines) for t in texts)
    worth -= sum(9.0 * max(0, len(t.lines) - 2) for t in texts if t.role in ("cta", "brand"))
    worth -= sum(5.0 * (len(t.lines) - 1) for t in texts if t.role == "cta")
    head = next((t for t in texts if t.role == "headline"), None)
    if head is not None:
        wish = min(job.frame.short * 0.42, job.frame.unit * 0.16)
        worth += _TYPE * min(1.0, head.size / wish) ** 0.8
    body = Box(0, 0, 0, 0)
    for s in sets:
        body = body.union(s.box)
    return Words(texts, tuple(issues), worth, body)
