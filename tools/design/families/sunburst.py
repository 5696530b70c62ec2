"""Rays that break out behind the hero, above ground that bulges like a hill; the offer as a seal in the light."""

from __future__ import annotations

from math import hypot

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.compose import finish
from tools.design.elements import tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero, square_in
from tools.design.motifs import ground_of, rays
from tools.design.placed import Composition, PlacedText
from tools.design.stage import Stage, seal_beside, staged


def lay(job: Job) -> Composition:
    """See the module."""
    p = job.direction.palette
    tone = tone_on(p.bg, job)
    sky = ground_of(job, p.bg, tone.button)
    made = _attempt(job, sky, badge=False) if job.texts.badge else None
    if made is None:
        made = _attempt(job, sky, badge=True)
    assert made is not None
    stage, drawn, hero_box, extra = made
    c = Canvas("b")
    _burst(c, job, stage, sky, hero_box)
    if stage.foot is not None:
        _hill(c, job, stage.foot, sky)
    return finish(job, "sunburst", c.markup(), stage.texts, drawn, hero_box, extra)


def _attempt(job: Job, sky: str, badge: bool) -> tuple[Stage, str, Box | None, tuple[PlacedText, ...]] | None:
    tone, sky_tone = tone_on(job.direction.palette.bg, job), tone_on(sky, job)
    stage = staged(job, tone, sky_tone, align="middle", edge=3.0, badge=badge)
    room = stage.room
    if stage.wide and not badge:
        room = Box(room.x + (0 if job.rtl else room.w * 0.12), room.y, room.w * 0.88, room.h * 0.78)
    where = square_in(room, 0.94 if not stage.wide else 0.86)
    drawn, hero_box = hero(job, where, ground=sky, halo=0.0)
    if badge:
        return stage, drawn, hero_box, ()
    found = seal_beside(job, stage, hero_box, sky_tone, "burst")
    return (stage, drawn, hero_box, (found,)) if found else None


def _burst(c: Canvas, job: Job, stage: Stage, sky: str, hero_box: Box | None) -> None:
    frame, p = job.frame, job.direction.palette
    b, at = stage.box, hero_box or square_in(stage.room)
    x, y = at.x + at.w / 2, at.y + at.h / 2
    pale = col.luminance(tone_on(sky, job).ink) > 0.4  # pale words: rays and glow go darker, not lighter
    light = col.mix(sky, p.deep, 0.2) if pale else col.mix(sky, p.light, 0.2)
    glow = 0.16 if pale else 0.5
    corners = [(cx - x, cy - y) for cx in (b.x, b.right) for cy in (b.y, b.bottom)]
    c.rect(0, 0, frame.width, frame.height, sky)
    rays(c, x, y, 1.1 * max(hypot(*corner) for corner in corners), light, 16)
    c.circle(
        x,
        y,
        max(frame.width, frame.height) * 0.62,
        c.radial([(0, p.light, glow), (0.45, p.light, glow * 0.24), (1, p.light, 0)]),
    )
    c.circle(x, y, at.w * 0.5, col.mix(sky, p.light, 0.36))
    c.circle(x, y, at.w * 0.45, col.mix(sky, p.light, 0.16))
    # the paper is laid over the rays: a clip would cost the renderer a frame-wide layer
    lift, n = frame.unit * 0.014, num
    dx, dy = ((-lift if job.rtl else lift), 0.0) if stage.wide else (0.0, -lift)
    around = f"M-99 -99H{n(frame.width + 99)}V{n(frame.height + 99)}H-99Z{_edge(job, stage)}"
    shift = f'fill-rule="evenodd" transform="translate({n(dx)} {n(dy)})"'
    c.path(around, col.mix(sky, p.deep, 0.3), extra=shift)
    c.path(around, p.bg, extra='fill-rule="evenodd"')


def _hill(c: Canvas, job: Job, b: Box, sky: str) -> None:
    """What fills the foot of a story, where no words may stand."""
    p, n = job.direction.palette, num
    for at, fill in ((0.22, col.mix(sky, p.deep, 0.3)), (0.28, sky)):
        y = b.y + b.h * at
        c.path(
            f"M-9 {n(y + b.h * 0.22)}Q{n(b.w / 2)} {n(y - b.h * 0.22)} {n(b.right + 9)} {n(y + b.h * 0.22)}V{n(b.bottom + 9)}H-9Z",
            fill,
        )


def _edge(job: Job, stage: Stage) -> str:
    """The stage's outline: its inner edge swells toward the rays."""
    b, frame, n = stage.box, job.frame, num
    if stage.wide:
        near, far = (b.right, b.x - 9) if job.rtl else (b.x, b.right + 9)
        bend = frame.height * 0.11 * (-1 if job.rtl else 1)
        return f"M{n(near + bend)} -9H{n(far)}V{n(b.bottom + 9)}H{n(near + bend)}Q{n(near - bend * 0.9)} {n(b.h / 2)} {n(near + bend)} -9Z"
    bend = min(frame.unit * 0.05, b.h * 0.12)
    return f"M-9 -9H{n(b.right + 9)}V{n(b.bottom)}Q{n(b.w / 2)} {n(b.bottom - 2 * bend)} -9 {n(b.bottom)}Z"
