"""An illustrated landscape: the claim in its sky, the product standing in its light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tools.design import colour as col
from tools.design.canvas import Canvas
from tools.design.column import Part, Setting
from tools.design.compose import beside, finish, pinned
from tools.design.elements import Tone, tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import picture_hero
from tools.design.placed import Composition
from tools.design.scrim import look, mean_colour, under, unrest, veil_needed
from tools.image.embedded.front import halo, in_front
from tools.image.embedded.painting import Painting, paint

_FILM_HORIZON = 0.56


def lay(job: Job) -> Composition:
    """See the module."""
    frame = job.frame
    if frame.shape == "wide":
        return _across(job)
    return _upright(job)


def _painting(job: Job, horizon: float, light_x: float, quiet: float = 0.0) -> Painting:
    d = job.direction
    return paint(
        d.scene or "waves",
        job.frame.width,
        job.frame.height,
        d.palette,
        d.time,
        job.seed,
        horizon=horizon,
        light_x=light_x,
        quiet=quiet,
        ware=job.has_hero,
    )


@dataclass(frozen=True)
class Veil:
    """What a stretch of the picture needs so that words can be read on it."""

    colour: str
    need: float


def _tone(job: Job, painting: Painting, boxes: Sequence[Box]) -> tuple[Tone, Veil]:
    """Colours for words on those parts of the picture, and the veil that they need there."""
    p = job.direction.palette
    small = look(painting.markup, painting.width, painting.height, 320 if job.frame.tiny else 140)
    parts = [under(small, painting.width, b) for b in boxes]
    ground = mean_colour(np.concatenate(parts))
    light = col.luminance(ground) < 0.30
    veil = col.mix(painting.hour.shade, p.deep, 0.4) if light else col.mix(p.light, "#ffffff", 0.3)
    ink = col.mix(p.light, "#ffffff", 0.35) if light else col.ensure(p.deep, ground, 7.0)
    need = max(veil_needed(ink, pixels, veil, 5.3) for pixels in parts)
    base = tone_on(col.mix(ground, veil, need), job)
    return Tone(base.ground, ink, ink, base.button, base.button_ink, base.mark), Veil(veil, need)


def _upright(job: Job) -> Composition:
    frame = job.frame
    box = frame.box
    side = 0.34 if job.rtl else 0.66
    sky = Box(box.x, box.y, box.w, box.h * (0.54 if job.has_hero else 0.64))
    how = Setting(valign="top", largest=4.3 if frame.shape != "square" else 3.8, lines=3, chips=True)
    parts: tuple[Part, ...] = ("badge", "headline", "sub", "bullets")
    rough = pinned(job, sky, tone_on(job.direction.palette.deep, job), how, parts, bottom=False)
    edge = max((t.occupied.bottom for t in rough.texts), default=box.y)
    horizon = min(0.74, max(0.5, (edge + frame.short * 0.10) / frame.height))
    if job.moving:  # all scenes of a film play in one place
        horizon, quiet = _FILM_HORIZON, sky.bottom / frame.height
    else:
        quiet = edge / frame.height
    picture = _painting(job, horizon, side, quiet)
    tone, veil = _tone(job, picture, [t.occupied for t in rough.texts] or [sky])
    top = pinned(job, sky, tone, how, parts, bottom=False)
    low_box = Box(box.x, box.bottom - box.h * 0.3, box.w, box.h * 0.3)
    low_tone, low_veil = _tone(job, picture, [Box(box.x, box.bottom - box.h * 0.10, box.w, box.h * 0.10)])
    low = pinned(job, low_box, low_tone, Setting(valign="bottom"), ("cta",), top=False)
    c = Canvas("b")
    c.add(picture.markup)
    reach = min(frame.height, edge + frame.short * 0.16)
    _veil(c, veil, Box(0, 0, frame.width, reach), min(0.98, (edge + 4) / reach))
    legal = [t for t in low.texts if t.role == "legal"]
    if legal:
        first = legal[0].occupied.y - frame.body
        _veil_up(c, low_veil, Box(0, first - frame.body * 2, frame.width, frame.height - first + frame.body * 2))
    room = _place(job, picture.ground, edge, [t.occupied for t in low.texts], side)
    hero, hero_box = _standing(job, c, picture, room)
    return finish(job, "scene", c.markup(), [top, low], hero, hero_box, stage=picture.markup)


def _place(job: Job, ground: float, edge: float, low: Sequence[Box], side: float) -> Box:
    """Where the hero stands: on the ground beside the button, or above it where there is no room beside."""
    frame = job.frame
    box = frame.box
    for below in (True, False):
        floor = min((b.y for b in low if not below or b.w > box.w * 0.5), default=box.bottom) - frame.body * 0.6
        foot = min(max(ground, edge + 10), floor)
        tall = min(foot - edge - frame.body * 0.9, frame.short * 0.5, box.w * 0.62)
        x = min(max(frame.width * side - tall / 2, box.x), box.right - tall)
        room = Box(x, foot - tall, tall, tall)
        if not any(room.overlaps(b, frame.body * 0.5) for b in low):
            break
    return room


def _across(job: Job) -> Composition:
    frame = job.frame
    box = frame.box
    side = 0.24 if job.rtl else 0.77
    picture = _painting(job, 0.60, side)
    share = 0.56 if job.has_hero else 0.66
    left, right = beside(job, box, share, frame.margin)
    tone, veil = _tone(job, picture, [left])
    c = Canvas("b")
    c.add(picture.markup)
    colour, strength = veil.colour, max(veil.need, 0.5)
    # words can be read on a busy picture, but not at ease
    busy = unrest(look(picture.markup, picture.width, picture.height, 140), picture.width, left)
    strength = max(strength, min(0.86, 0.5 + (busy - 0.032) * 8))
    reach = left.right if not job.rtl else frame.width - left.x
    width = min(reach + frame.width * 0.28, frame.width)
    ends = _eased(colour, strength, (reach + frame.margin * 0.3) / width)
    fill = c.linear(ends, x1=1 if job.rtl else 0, x2=0 if job.rtl else 1, y2=0)
    c.rect(frame.width - width if job.rtl else 0, 0, width, frame.height, fill)
    texts = pinned(job, left, tone, Setting(valign="middle", largest=3.5))
    tall = min(right.w, right.h * 0.62)
    foot = min(picture.ground, box.bottom)
    room = Box(right.x + (right.w - tall) / 2, max(box.y, foot - tall), tall, tall)
    hero, hero_box = _standing(job, c, picture, room)
    return finish(job, "scene", c.markup(), [texts], hero, hero_box, stage=picture.markup)


def _standing(job: Job, c: Canvas, picture: Painting, room: Box) -> tuple[str, Box | None]:
    """The hero on the ground, lit by the scene."""
    if room.w < 24 or not job.has_hero:
        return "", None
    if job.photo is None:
        return in_front(picture, job.direction, room, "h"), room
    halo(c, picture, room)
    return picture_hero(job, room, "circle"), room


def _eased(colour: str, strength: float, full: float) -> list[tuple[float, str, float]]:
    """Gradient stops: full strength up to ``full``, then out along a smooth curve, so that no edge shows."""
    full = min(full, 0.9)
    curve = [(t / 8, 1 - (t / 8) ** 2 * (3 - 2 * t / 8)) for t in range(9)]
    return [(0.0, colour, strength), *((full + (1 - full) * t, colour, strength * left) for t, left in curve)]


def _veil(c: Canvas, veil: Veil, box: Box, full: float) -> None:
    colour, strength = veil.colour, veil.need
    if strength < 0.02:
        return
    c.rect(
        box.x,
        box.y,
        box.w,
        box.h,
        c.linear(
            [(0, colour, strength), (full, colour, strength), ((1 + full) / 2, colour, strength * 0.42), (1, colour, 0)]
        ),
    )


def _veil_up(c: Canvas, veil: Veil, box: Box) -> None:
    colour, strength = veil.colour, veil.need
    if strength < 0.02:
        return
    c.rect(box.x, box.y, box.w, box.h, c.linear([(0, colour, 0), (0.4, colour, strength), (1, colour, strength)]))
