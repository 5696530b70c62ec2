"""Two grounds parted by a wave: the claim on the light one, its reasons on the deep one, the hero across both."""

from __future__ import annotations

import math

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.column import Setting
from tools.design.compose import beside, finish, pinned
from tools.design.elements import tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero, square_in
from tools.design.placed import Composition


def lay(job: Job) -> Composition:
    """See the module."""
    shape = job.frame.shape
    if shape == "wide":
        return _across(job)
    return _stacked(job)


def _deep(job: Job) -> str:
    p = job.direction.palette
    return p.deep if col.contrast(p.deep, p.bg) > 1.6 else col.mix(p.accent2, p.deep, 0.35)


def _across(job: Job) -> Composition:
    frame, p = job.frame, job.direction.palette
    tone, box = tone_on(p.bg, job), frame.box
    left, room = beside(job, box, 0.58 if job.has_hero else 0.8, frame.margin * 1.2)
    texts = pinned(job, left, tone, Setting(valign="middle", largest=3.5, lines=4))
    edge = room.x + room.w * 0.18 if not job.rtl else frame.width - (room.right - room.w * 0.18)
    c = Canvas("b")
    c.rect(
        0,
        0,
        frame.width,
        frame.height,
        c.radial([(0, col.mix(p.bg, p.light, 0.4 if col.luminance(p.bg) > 0.18 else 0.06)), (1, p.bg)], 0.25, 0.2, 0.9),
    )
    flip = f'transform="matrix(-1 0 0 1 {frame.width} 0)"' if job.rtl else ""
    for shift, fill in ((-0.035, p.accent2), (0.02, _deep(job))):
        x, bend = edge + shift * frame.width, frame.height * 0.09
        d = (
            f"M{num(x)} -4C{num(x - bend)} {num(frame.height * 0.26)} {num(x + bend * 1.6)} {num(frame.height * 0.48)} {num(x + bend * 0.3)} {num(frame.height * 0.72)}"
            f"S{num(x - bend * 0.4)} {num(frame.height * 0.94)} {num(x + bend * 0.1)} {frame.height + 4}H{frame.width + 4}V-4Z"
        )
        c.path(d, fill, 1, flip)
    drawn, hero_box = hero(job, room, window="circle", ground=_deep(job), share=0.88)
    if hero_box is not None:
        _dots(c, job, hero_box, col.mix(_deep(job), p.accent2, 0.45))
    return finish(job, "split", c.markup(), [texts], drawn, hero_box)


def _stacked(job: Job) -> Composition:
    frame, p = job.frame, job.direction.palette
    box, deep = frame.box, _deep(job)
    light_tone, dark_tone = tone_on(p.bg, job), tone_on(deep, job)
    lower_share = 0.40 if (job.texts.bullets or job.texts.sub) else 0.26
    low_box = Box(box.x, box.bottom - box.h * lower_share, box.w, box.h * lower_share)
    low = pinned(
        job,
        low_box,
        dark_tone,
        Setting(valign="bottom", largest=2.5, chips=frame.shape == "square"),
        ("sub", "bullets", "cta"),
        top=False,
    )
    lows = [t for t in low.texts]
    floor = min((t.occupied.y for t in lows), default=box.bottom)
    room_h = floor - frame.body * 1.6 - box.y
    top_parts = pinned(
        job, Box(box.x, box.y, box.w, room_h * (0.56 if job.has_hero else 0.78)), light_tone, Setting(valign="top", largest=4.0, lines=3),
        ("badge", "headline"), bottom=False,
    )  # fmt: skip
    head = max((t.occupied.bottom for t in top_parts.texts), default=box.y)
    space = Box(box.x, head + frame.body * 0.7, box.w, floor - head - frame.body * 2.0)
    side = square_in(space)
    hero_w = min(space.w, space.h * 1.0)
    x = box.x if job.rtl else box.right - hero_w
    room = Box(x, side.y, hero_w, side.h) if space.w > space.h * 1.25 else side
    drawn, hero_box = hero(job, room, window="circle", ground=deep)
    around = hero_box or room
    crest = around.y + around.h * 0.42 if hero_box else (head + floor) / 2
    crest = min(max(crest, head + frame.body * 1.2), floor - frame.body * 1.2)
    rise = min((crest - head) * 0.55, (floor - crest) * 0.6, frame.height * 0.045)
    c = Canvas("b")
    c.rect(
        0,
        0,
        frame.width,
        frame.height,
        c.linear([(0, col.mix(p.bg, p.light, 0.35 if col.luminance(p.bg) > 0.18 else 0.05)), (1, p.bg)]),
    )
    _wave(c, frame.width, frame.height, crest - rise * 0.5, rise, col.mix(p.accent2, p.bg, 0.25), 0.0)
    _wave(c, frame.width, frame.height, crest + rise * 0.1, rise * 0.9, p.accent2, 1.1)
    _wave(c, frame.width, frame.height, crest + rise * 0.8, rise, deep, 2.2)
    if hero_box is not None:
        c.circle(
            around.x + around.w / 2,
            around.y + around.h / 2,
            around.w * 0.62,
            c.radial([(0, p.accent, 0.4), (1, p.accent, 0)]),
        )
    return finish(job, "split", c.markup(), [top_parts, low], drawn, hero_box)


def _wave(c: Canvas, width: int, height: int, y: float, rise: float, fill: str, phase: float) -> None:
    points = [(width * i / 40, y + math.sin(phase + i / 40 * 2 * math.pi * 1.15) * rise) for i in range(-1, 42)]
    d = "M" + "L".join(f"{num(a)} {num(b)}" for a, b in points) + f"V{height + 4}H-30Z"
    c.path(d, fill)


def _dots(c: Canvas, job: Job, around: Box, fill: str) -> None:
    """A small field of dots behind the hero's far corner."""
    step = around.w * 0.055
    x0, y0 = around.right - step * 3.2, around.y - step * 1.2
    for r in range(5):
        for q in range(5):
            x, y = x0 + q * step, y0 + r * step
            if 0 < x < job.frame.width - step and 0 < y < job.frame.height:
                c.circle(x, y, step * 0.13, fill)
