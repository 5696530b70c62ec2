"""Nested arches like a doorway or a rainbow, the hero standing in the innermost one."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.column import Part, Setting
from tools.design.compose import beside, finish, pinned
from tools.design.elements import tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero
from tools.design.placed import Composition


def lay(job: Job) -> Composition:
    """See the module."""
    frame, p = job.frame, job.direction.palette
    box, tone = frame.box, tone_on(p.bg, job)
    c = Canvas("b")
    dark = col.luminance(p.bg) < 0.18
    c.rect(
        0, 0, frame.width, frame.height, c.linear([(0, col.mix(p.bg, p.light, 0.45 if not dark else 0.07)), (1, p.bg)])
    )
    if frame.shape == "wide":
        left, right = beside(job, box, 0.54, frame.margin)
        texts = pinned(job, left, tone, Setting(valign="middle", largest=3.5))
        tall = min(frame.height * 0.86, right.w * 1.28)
        room = Box(right.x, frame.height - tall, right.w, tall + 2)
    else:
        share = 0.58 if frame.shape == "square" else 0.54
        low = Box(box.x, box.bottom - box.h * share, box.w, box.h * share)
        parts: tuple[Part, ...] = ("brand", "badge", "headline", "sub", "bullets", "cta")
        how = Setting(align="middle", valign="bottom", largest=4.2, lines=3, chips=True)
        texts = pinned(job, low, tone, how, parts, top=False)
        first = min((t.occupied.y for t in texts.texts), default=box.bottom)
        y, foot = box.y, first - frame.body * 1.5
        wide = min(box.w, (foot - y) * 1.3)
        room = Box(box.x + (box.w - wide) / 2, y, wide, foot - y)
        ground = foot - 1
        c.rect(0, ground, frame.width, max(2.0, frame.unit * 0.0022), tone.ink, 0.8)
    inner = _arches(c, job, room)
    if job.photo is not None:
        drawn, hero_box = hero(job, inner, window="arch")
    else:
        side = min(inner.w * 0.82, inner.h * 0.7)
        seat = Box(inner.x + (inner.w - side) / 2, inner.bottom - side - inner.h * 0.06, side, side)
        drawn, hero_box = hero(job, seat, ground=_inside(job), halo=0, standing=True)
        if hero_box is not None:
            c.ellipse(
                seat.x + side / 2,
                seat.bottom - side * 0.02,
                side * 0.5,
                side * 0.05,
                c.radial([(0, p.deep, 0.5), (1, p.deep, 0)]),
            )
        else:
            r = inner.w * 0.24
            c.circle(inner.x + inner.w / 2, inner.y + inner.h * 0.52, r, p.accent)
    return finish(job, "arch", c.markup(), [texts], drawn, hero_box)


def _inside(job: Job) -> str:
    p = job.direction.palette
    return col.mix(p.light, p.accent2, 0.10) if col.luminance(p.bg) > 0.18 else col.mix(p.deep, p.bg, 0.4)


def _arches(c: Canvas, job: Job, room: Box) -> Box:
    """Bands from the outside in; gives the opening."""
    p = job.direction.palette
    bands = (p.accent2, col.mix(p.accent2, p.light, 0.5), p.accent, col.mix(p.accent, p.light, 0.55), _inside(job))
    step = room.w * 0.046
    box = room
    for i, fill in enumerate(bands):
        d = room.w / 2 - i * step
        box = Box(room.x + i * step, room.y + i * step, 2 * d, room.h - i * step)
        r = min(d, box.h)
        glow = (
            c.linear([(0, col.mix(fill, p.light, 0.22)), (1, fill)])
            if i < len(bands) - 1
            else c.linear([(0, fill), (1, col.mix(fill, p.accent, 0.22))])
        )
        c.path(
            f"M{num(box.x)} {num(box.bottom)}V{num(box.y + r)}A{num(d)} {num(r)} 0 0 1 {num(box.right)} {num(box.y + r)}V{num(box.bottom)}Z",
            glow,
        )
    return box
