"""Who speaks: the logo, or the name in type behind a small sign."""

from __future__ import annotations

import math
from dataclasses import replace

from . import colour as col
from .canvas import num
from .elements import Align, Block, Tone, nothing, semi, set_lines
from .fonts import face
from .frame import Job
from .geometry import Box
from .photo import Picture, image_tag
from .placed import PlacedText, Plate
from .wrap import fit


def brand(job: Job, width: float, size: float, tone: Tone, lines: int = 2, height: float = math.inf) -> Block:
    """The logo, on a plate where it would not be seen; else the name in type behind a small mark, in at most so many lines.

    A logo is made smaller where that makes it fit ``height``, but not smaller than a line of type.
    """
    if job.logo is not None:
        return _logo(job, job.logo, width, size, tone, height)
    text, font = job.texts.brand, semi(job)
    mark = size * 0.92
    gap = size * 0.42
    room, least = max(1.0, width - mark - gap), max(job.frame.smallest, size * 0.72)
    fitted = fit(text, font, room, 1e9, max_lines=1, max_size=size, min_size=least, leading=1.1)
    if fitted.truncated:
        fitted = fit(
            text, font, room, 1e9, max_lines=lines, max_size=max(least, size * 0.9), min_size=least, leading=1.16
        )
    tall = max(mark, fitted.height)

    def put(left: float, top: float, column: float, align: Align) -> tuple[PlacedText, ...]:
        wide = mark + gap + fitted.width
        x0 = left + (column - wide) / 2 if align == "middle" else (left + column - wide if job.rtl else left)
        cap = face(font).metrics.cap_height / face(font).metrics.units_per_em * fitted.size
        baseline = top + tall / 2 + cap / 2 if len(fitted.lines) < 2 else top + fitted.baselines(0)[0]
        mark_x = x0 + wide - mark if job.rtl else x0
        text_x = x0 if job.rtl else x0 + mark + gap
        box = Box(mark_x, top + tall / 2 - mark / 2, mark, mark)
        placed = set_lines(
            job,
            "brand",
            job.full.brand,
            fitted,
            font,
            tone.ink,
            0.0,
            text_x,
            baseline,
            "start",
            fitted.truncated or text != job.full.brand,
        )
        return (replace(placed, art=_mark(job, box, tone), art_box=box),)

    return Block("brand", mark + gap + fitted.width, tall, put, fitted.truncated) if fitted.lines else nothing("brand")


def _mark(job: Job, box: Box, tone: Tone) -> str:
    """A small sign made of plain shapes, the same for one brand everywhere."""
    kind = sum(map(ord, job.full.brand)) % 4
    x, y, s = box.x, box.y, box.w
    a, b = tone.mark, tone.ink
    if kind == 0:
        return f'<path d="M{num(x)} {num(y + s)}A{num(s)} {num(s)} 0 0 1 {num(x + s)} {num(y)}V{num(y + s)}Z" fill="{a}"/><circle cx="{num(x + s * 0.25)}" cy="{num(y + s * 0.25)}" r="{num(s * 0.22)}" fill="{b}"/>'
    if kind == 1:
        return f'<circle cx="{num(x + s / 2)}" cy="{num(y + s / 2)}" r="{num(s / 2)}" fill="{a}"/><path d="M{num(x + s / 2)} {num(y)}A{num(s / 2)} {num(s / 2)} 0 0 1 {num(x + s / 2)} {num(y + s)}Z" fill="{b}"/>'
    if kind == 2:
        h = s / 2
        return f'<path d="M{num(x)} {num(y)}H{num(x + h)}A{num(h)} {num(h)} 0 0 1 {num(x)} {num(y + h)}Z" fill="{b}"/><path d="M{num(x + s)} {num(y + s)}H{num(x + h)}A{num(h)} {num(h)} 0 0 1 {num(x + s)} {num(y + h)}Z" fill="{b}"/><circle cx="{num(x + h)}" cy="{num(y + h)}" r="{num(s * 0.24)}" fill="{a}"/>'
    t = s / 3
    return f'<rect x="{num(x)}" y="{num(y + t)}" width="{num(t * 0.8)}" height="{num(2 * t)}" rx="{num(t * 0.4)}" fill="{b}"/><rect x="{num(x + 1.1 * t)}" y="{num(y)}" width="{num(t * 0.8)}" height="{num(s)}" rx="{num(t * 0.4)}" fill="{a}"/><rect x="{num(x + 2.2 * t)}" y="{num(y + t * 1.4)}" width="{num(t * 0.8)}" height="{num(s - t * 1.4)}" rx="{num(t * 0.4)}" fill="{b}"/>'


def _logo(job: Job, logo: Picture, width: float, size: float, tone: Tone, height: float) -> Block:
    tall = size * (1.9 if logo.ratio < 2.2 else 1.35)
    wide = tall * logo.ratio
    if wide > width * 0.8:
        wide, tall = width * 0.8, width * 0.8 / logo.ratio
    light = logo.light
    ground = col.luminance(tone.ground) ** 0.5
    opaque = logo.pixels.shape[2] == 3
    plain = not opaque and abs(light - ground) < 0.42
    edge = 0.22 if plain else 0.0
    small = max(min(1.0, height / (tall * (1 + 2 * edge))), min(1.0, 0.9 * size / tall))
    wide, tall = wide * small, tall * small
    pad = tall * edge
    plate_fill = "#ffffff" if light < 0.62 else job.direction.palette.deep

    def put(left: float, top: float, column: float, align: Align) -> tuple[PlacedText, ...]:
        w = wide + 2 * pad
        x = left + (column - w) / 2 if align == "middle" else (left + column - w if job.rtl else left)
        box = Box(x + pad, top + pad, wide, tall)
        plate = None
        if plain:
            around = box.inset(-pad)
            r = num(min(around.h * 0.22, 16.0))
            plate = Plate(
                f'<rect x="{num(around.x)}" y="{num(around.y)}" width="{num(around.w)}" height="{num(around.h)}" rx="{r}" fill="{plate_fill}"/>',
                around,
                plate_fill,
            )
        return (
            PlacedText(
                "brand",
                job.full.brand,
                (),
                job.direction.text,
                size,
                tone.ink,
                box.x,
                box.bottom,
                box,
                plate=plate,
                art=image_tag(logo, box),
                art_box=box,
            ),
        )

    return Block("brand", wide + 2 * pad, tall + 2 * pad, put)
