"""Slanted blocks of colour that meet at speed; the hero where they cross, words set hard to the edge."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import Canvas, line
from tools.design.compose import finish
from tools.design.elements import tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero, square_in
from tools.design.motifs import ground_of
from tools.design.patterns import paint
from tools.design.photo import crop, duotone, image_tag
from tools.design.placed import Composition, PlacedText
from tools.design.stage import Stage, seal_beside, staged


def lay(job: Job) -> Composition:
    """See the module."""
    p = job.direction.palette
    block = ground_of(job, p.bg, tone_on(p.bg, job).button)
    tone, block_tone = tone_on(p.bg, job, corner="square"), tone_on(block, job, corner="square")
    stage = staged(job, tone, block_tone, edge=3.2, largest=4.8, badge=False, split=0.54)
    room = _room(job, stage)
    drawn, hero_box = hero(job, room, ground=block, halo=0.0) if job.photo is None else ("", None)
    extra: tuple[PlacedText, ...] = ()
    if job.texts.badge:
        # on a photo nobody knows what a seal would hide
        found = seal_beside(job, stage, hero_box, block_tone, "scallop") if job.photo is None else None
        if found is None:
            stage = staged(job, tone, block_tone, edge=3.2, largest=4.8, badge=True, split=0.54)
            drawn, hero_box = hero(job, _room(job, stage), ground=block, halo=0.0) if job.photo is None else ("", None)
        else:
            extra = (found,)
    c = Canvas("b")
    c.rect(0, 0, job.frame.width, job.frame.height, p.bg)
    _blocks(c, job, stage, block, hero_box)
    return finish(job, "diagonal", c.markup(), stage.texts, drawn, hero_box, extra)


def _room(job: Job, stage: Stage) -> Box:
    if stage.wide:
        return square_in(stage.room, 0.82)
    side = square_in(stage.room, 0.98)
    x = stage.room.x if job.rtl else stage.room.right - side.w
    return Box((x + side.x) / 2 if job.has_hero else x, side.y, side.w, side.h)


def _slab(job: Job, stage: Stage, shift: float) -> list[tuple[float, float]]:
    """The stage with a slanted inner edge, moved inwards by so many pixels."""
    b, frame = stage.box, job.frame
    w, h = float(frame.width), float(frame.height)
    if stage.wide:
        lean = h * 0.2
        if job.rtl:
            edge = b.right - shift
            return [(-9, -9), (edge - lean, -9), (edge, h + 9), (-9, h + 9)]
        edge = b.x + shift
        return [(edge + lean, -9), (w + 9, -9), (w + 9, h + 9), (edge, h + 9)]
    low, high = b.bottom - shift, b.bottom - shift - w * 0.13
    left, right = (low, high) if not job.rtl else (high, low)
    return [(-9, -9), (w + 9, -9), (w + 9, right), (-9, left)]


def _blocks(c: Canvas, job: Job, stage: Stage, block: str, hero_box: Box | None) -> None:
    p, frame = job.direction.palette, job.frame
    second = next(
        (x for x in (p.accent, p.accent2, p.deep) if col.contrast(x, block) > 1.25 and x != block),
        col.mix(block, p.deep, 0.4),
    )
    step = frame.unit * 0.03
    c.path(line(_slab(job, stage, 0.0)), second)
    c.path(line(_slab(job, stage, step)), col.mix(second, p.light, 0.5))
    clip = c.clip(f'<path d="{line(_slab(job, stage, 1.7 * step))}"/>')
    c.add(f'<g clip-path="{clip}">')
    b = stage.box.inset(-9)
    c.rect(b.x, b.y, b.w, b.h, block)
    if job.photo is not None:
        part = duotone(crop(job.photo, stage.box.w / stage.box.h, round(min(stage.box.w, 2200))), p.deep, p.light, 0.18)
        c.add(image_tag(part, stage.box))
    else:
        _speed(c, job, b, block, hero_box or square_in(stage.room))
    c.add("</g>")
    if stage.foot is not None:
        f, lean = stage.foot, frame.width * 0.13
        a, z = (lean, 0.0) if not job.rtl else (0.0, lean)
        for down, fill in ((0.0, second), (step, col.mix(second, p.light, 0.5)), (1.7 * step, block)):
            y = f.y + f.h * 0.18 + down
            c.path(line([(-9, y + a), (f.right + 9, y + z), (f.right + 9, f.bottom + 9), (-9, f.bottom + 9)]), fill)


def _speed(c: Canvas, job: Job, b: Box, block: str, at: Box) -> None:
    """Parallel bands behind the hero, and a field of small marks that fades out along them."""
    p = job.direction.palette
    light, dark = col.mix(block, p.light, 0.22), col.mix(block, p.deep, 0.22)
    lean = -0.55 if job.rtl else 0.55
    cx = at.x + at.w / 2
    for k, fill in ((-0.62, dark), (0.1, light)):
        x = cx + at.w * k
        c.path(
            line(
                [
                    (x - b.h * lean, b.bottom),
                    (x - b.h * lean + at.w * 0.5, b.bottom),
                    (x + b.h * lean + at.w * 0.5, b.y),
                    (x + b.h * lean, b.y),
                ]
            ),
            fill,
            0.8,
        )
    c.rect(b.x, b.y, b.w, b.h, paint(c, "dots", job.frame.unit * 0.036, col.mix(block, p.light, 0.4)), 0.25)
