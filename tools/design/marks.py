"""Who speaks: the logo, or the name in type behind a sign."""

from __future__ import annotations

import math
from dataclasses import replace

from . import colour as col
from .canvas import num
from .elements import Align, Block, Tone, nothing, semi, set_lines
from .fonts import face
from .frame import Job
from .geometry import Box
from .labels import broken
from .lettered import lettered
from .photo import Picture, image_tag
from .placed import PlacedText, Plate
from .wrap import Fitted, fit


def brand(job: Job, width: float, size: float, tone: Tone, lines: int = 2, height: float = math.inf) -> Block:
    """Who speaks, in at most so many lines: a logo that spells the name; else the name in type behind a sign.

    A logo is made smaller where that makes it fit ``height``, but not smaller than a line of type.
    """
    if job.logo is not None and (not job.texts.brand or lettered(job.logo)):
        return _logo(job, job.logo, width, size, tone, height)
    text, font = job.texts.brand, semi(job)
    least = max(job.frame.smallest, size * 0.72)
    tall, wide = _sign_size(job, size, width)
    gap = size * 0.42
    fitted = _named(text, font, width - wide - gap, size, least, lines)
    if not _whole(text, fitted) and job.logo is None:  # the name is worth more than the sign before it
        bare = _named(text, font, width, size, least, lines)
        if not _whole(text, bare):
            bare = _named(text, font, width, job.frame.smallest, job.frame.smallest, lines)
        if _whole(text, bare) or len("".join(bare.lines)) > len("".join(fitted.lines)):
            fitted, tall, wide, gap = bare, 0.0, 0.0, 0.0
    high = max(tall, fitted.height)

    def put(left: float, top: float, column: float, align: Align) -> tuple[PlacedText, ...]:
        whole = wide + gap + fitted.width
        x0 = left + (column - whole) / 2 if align == "middle" else (left + column - whole if job.rtl else left)
        cap = face(font).metrics.cap_height / face(font).metrics.units_per_em * fitted.size
        first = top + (high - fitted.height) / 2
        baseline = top + high / 2 + cap / 2 if len(fitted.lines) < 2 else fitted.baselines(first)[0]
        mark_x = x0 + whole - wide if job.rtl else x0
        text_x = x0 if job.rtl else x0 + wide + gap
        placed = set_lines(
            job, "brand", job.full.brand, fitted, font, tone.ink, 0.0, text_x, baseline, "start",
            fitted.truncated or text != job.full.brand,
        )  # fmt: skip
        if not wide:
            return (placed,)
        box = Box(mark_x, top + high / 2 - tall / 2, wide, tall)
        art = _sign(job, job.logo, box, tone) if job.logo is not None else _mark(job, box, tone)
        return (replace(placed, art=art, art_box=box),)

    return Block("brand", wide + gap + fitted.width, high, put, fitted.truncated) if fitted.lines else nothing("brand")


def _named(text: str, font: str, width: float, size: float, least: float, lines: int) -> Fitted:
    """A name on one line where that can be, else on several; its words whole if any size keeps them so."""
    room = max(1.0, width)
    one = fit(text, font, room, 1e9, max_lines=1, max_size=size, min_size=least, leading=1.1)
    if not one.truncated or lines < 2:
        return one
    return fit(text, font, room, 1e9, max_lines=lines, max_size=max(least, size * 0.9), min_size=least, leading=1.16)


def _whole(text: str, fitted: Fitted) -> bool:
    """Whether a name is all there, no word of it over two lines."""
    return bool(fitted.lines) and not fitted.truncated and not broken(text, fitted.lines)


def _sign_size(job: Job, size: float, width: float) -> tuple[float, float]:
    """Height and width of what stands before the name."""
    if job.logo is None:
        return size * 0.92, size * 0.92
    tall = size * 1.6
    wide = min(tall * job.logo.ratio, width * 0.4)
    return wide / job.logo.ratio, wide


def _sign(job: Job, logo: Picture, box: Box, tone: Tone) -> str:
    """A logo without letters, on a plate where it would not be seen."""
    fill = _plate(job, logo, tone)
    if not fill:
        return image_tag(logo, box)
    plate = f'<rect x="{num(box.x)}" y="{num(box.y)}" width="{num(box.w)}" height="{num(box.h)}" rx="{num(box.h * 0.2)}" fill="{fill}"/>'
    return plate + image_tag(logo, box.inset(min(box.w, box.h) * 0.12))


def _plate(job: Job, logo: Picture, tone: Tone) -> str:
    """Colour of the plate that a logo needs on its ground; empty for none."""
    ground = col.luminance(tone.ground) ** 0.5
    if logo.pixels.shape[2] == 3 or abs(logo.light - ground) >= 0.42:
        return ""
    return "#ffffff" if logo.light < 0.62 else job.direction.palette.deep


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
    plate_fill = _plate(job, logo, tone)
    edge = 0.22 if plate_fill else 0.0
    small = max(min(1.0, height / (tall * (1 + 2 * edge))), min(1.0, 0.9 * size / tall))
    wide, tall = wide * small, tall * small
    pad = tall * edge

    def put(left: float, top: float, column: float, align: Align) -> tuple[PlacedText, ...]:
        w = wide + 2 * pad
        x = left + (column - w) / 2 if align == "middle" else (left + column - w if job.rtl else left)
        box = Box(x + pad, top + pad, wide, tall)
        plate = None
        if plate_fill:
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
