"""Words on a ground of their own: buttons, small labels, stickers."""

from __future__ import annotations

import math
from dataclasses import replace

from . import colour as col
from .canvas import num
from .elements import Align, Block, Tone, leading_for, nothing, semi, set_lines, text_block
from .fonts import face
from .frame import Job, script_of
from .geometry import Box
from .placed import PlacedText, Plate
from .seals import Form, seal
from .shaping import measure
from .wrap import Fitted, fit

_RING = 0.78
"""Radius, in shares of a seal, that words keep within: its ring, where it has one, lies at 0.8."""


def button(job: Job, width: float, size: float, tone: Tone, arrow: bool = True, lines: int = 0) -> Block:
    """The call to action on its button, with an arrow that points the way the text runs.

    ``lines`` is the most it may take; 0 for two, or one in a tiny frame.
    """
    text, font = job.texts.cta, semi(job)
    pad_x = min(size * 1.15, max(size * 0.6, width * 0.09))
    pad_y = size * (0.74 if job.frame.shape != "banner" else 0.62)
    tip = size * 1.25 if arrow and not job.frame.tiny else 0.0
    room = max(size * 1.6, job.frame.safe.h - 2 * pad_y)  # three lines in a strip of 50 pixels stand out of it
    fitted = fit(
        text, font, max(size, width - 2 * pad_x - tip), room, max_lines=lines or (2 if not job.frame.tiny else 1), max_size=size,
        min_size=max(job.frame.smallest, size * 0.7), leading=leading_for(text, False) * 0.9,
    )  # fmt: skip
    metrics = face(font).metrics
    cap = metrics.cap_height / metrics.units_per_em * fitted.size
    inner = cap + (max(1, len(fitted.lines)) - 1) * fitted.leading * fitted.size
    wide, tall = fitted.width + 2 * pad_x + tip, inner + 2 * pad_y
    radius = {"pill": tall / 2, "soft": tall * 0.22, "square": 0.0}[tone.corner]
    if len(fitted.lines) > 1:
        radius = min(radius, size)

    def put(left: float, top: float, column: float, align: Align) -> tuple[PlacedText, ...]:
        x = left + (column - wide) / 2 if align == "middle" else (left + column - wide if job.rtl else left)
        box = Box(x, top, wide, tall)
        shade = f'<rect x="{num(x)}" y="{num(top + tall * 0.07)}" width="{num(wide)}" height="{num(tall)}" rx="{num(radius)}" fill="{job.direction.palette.deep}" opacity=".22"/>'
        plate = Plate(
            shade
            + f'<rect x="{num(x)}" y="{num(top)}" width="{num(wide)}" height="{num(tall)}" rx="{num(radius)}" fill="{tone.button}"/>',
            box,
            tone.button,
        )
        text_x = x + pad_x + (tip if job.rtl else 0.0) + (fitted.width / 2)
        placed = set_lines(
            job,
            "cta",
            job.full.cta,
            fitted,
            font,
            tone.button_ink,
            0.0,
            text_x,
            top + pad_y + cap,
            "middle",
            fitted.truncated or text != job.full.cta,
        )
        art, around = "", None
        if tip:
            ax = x + pad_x + fitted.width + tip * 0.30 if not job.rtl else x + pad_x + tip * 0.70
            art = _arrow(ax, top + tall / 2, size * 0.78 * (-1 if job.rtl else 1), tone.button_ink, size * 0.11)
            around = Box(ax - (size * 0.78 if job.rtl else 0.0), top + tall / 2 - size * 0.28, size * 0.78, size * 0.56)
        return (replace(placed, plate=plate, art=art, art_box=around),)

    return Block("cta", wide, tall, put, fitted.truncated) if fitted.lines else nothing("cta")


def _arrow(x: float, y: float, length: float, colour: str, width: float) -> str:
    tip, head = x + length, abs(length) * 0.36
    back = tip - math.copysign(head, length)
    return (
        f'<path d="M{num(x)} {num(y)}H{num(tip)}M{num(back)} {num(y - head)}L{num(tip)} {num(y)}L{num(back)} {num(y + head)}" fill="none" '
        f'stroke="{colour}" stroke-width="{num(width)}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def pill(job: Job, width: float, size: float, tone: Tone) -> Block:
    """The offer as a small label."""
    p = job.direction.palette
    fill = p.accent2 if col.contrast(p.accent2, tone.ground) >= 1.6 and p.accent2 != tone.button else tone.ink
    ink = col.ensure(col.ink_on(fill, p.light, p.deep), fill, 4.6)
    text, font = job.texts.badge, semi(job)
    pad_x, pad_y = size * 0.85, size * 0.52
    fitted = _short_lines(text, font, max(size, width - 2 * pad_x), size, max(job.frame.smallest, size * 0.75))
    metrics = face(font).metrics
    cap = metrics.cap_height / metrics.units_per_em * fitted.size
    wide = fitted.width + 2 * pad_x
    tall = cap + max(0, len(fitted.lines) - 1) * fitted.leading * fitted.size + 2 * pad_y
    radius = {"pill": min(tall / 2, size * 1.2), "soft": tall * 0.24, "square": 0.0}[tone.corner]

    def put(left: float, top: float, column: float, align: Align) -> tuple[PlacedText, ...]:
        x = left + (column - wide) / 2 if align == "middle" else (left + column - wide if job.rtl else left)
        box = Box(x, top, wide, tall)
        plate = Plate(
            f'<rect x="{num(x)}" y="{num(top)}" width="{num(wide)}" height="{num(tall)}" rx="{num(radius)}" fill="{fill}"/>',
            box,
            fill,
        )
        placed = set_lines(
            job,
            "badge",
            job.full.badge,
            fitted,
            font,
            ink,
            0.0,
            x + wide / 2,
            top + pad_y + cap,
            "middle",
            fitted.truncated or text != job.full.badge,
        )
        return (replace(placed, plate=plate),)

    return Block("badge", wide, tall, put, fitted.truncated) if fitted.lines else nothing("badge")


def line(job: Job, width: float, size: float, tone: Tone) -> Block:
    """The offer as a line of heavier type, without a label of its own."""
    text, font = job.texts.badge, semi(job)
    fitted = _short_lines(text, font, width, size, max(job.frame.smallest, size * 0.9))
    colour = tone.mark if col.contrast(tone.mark, tone.ground) >= 4.6 else tone.ink
    return text_block(job, "badge", text, job.full.badge, fitted, font, colour, 0.0)


def _short_lines(text: str, font: str, width: float, size: float, least: float) -> Fitted:
    """The text in two lines; in a narrow column in three or four rather than cut."""
    for lines in (2, 3, 4):
        found = fit(text, font, width, 1e9, max_lines=lines, max_size=size, min_size=least, leading=1.2)
        if not found.truncated:
            break
    return found


def broken(text: str, lines: tuple[str, ...]) -> int:
    """How many pieces of words stand on the lines; scripts without spaces break anywhere."""
    whole = text.split()
    return 0 if script_of(text) == "cjk" else sum(p not in whole for line in lines for p in line.split())


def _round(text: str, font: str, radius: float, least: float) -> Fitted:
    """The text as large as it stays within the ring of a seal, corners too; a line at the top or foot has less room."""
    side, most = radius * 1.38, max(least, radius * 0.46)
    while True:
        found = fit(text, font, side, side * 0.86, max_lines=4, max_size=most, min_size=least, leading=1.12)
        reach = max((_corner(found, i, font) for i in range(len(found.lines))), default=0.0)
        if found.truncated or reach <= _RING * radius or most <= least:
            return found
        most = max(least, min(most, found.size) * 0.95)


def _corner(found: Fitted, i: int, font: str) -> float:
    """How far the outermost corner of a line lies from the middle of its block."""
    foot = found.baselines(0)[i] + found.size * 0.2 - found.height / 2
    top = found.baselines(0)[i] - found.size * 0.72 - found.height / 2
    return math.hypot(measure(found.lines[i], font) * found.size / 2, max(abs(top), abs(foot)))


def sticker(
    job: Job, cx: float, cy: float, radius: float, tone: Tone, rotate: float = -9.0, form: Form = "burst"
) -> PlacedText | None:
    """The offer on a seal. ``None`` when the words are too many for it."""
    p = job.direction.palette
    fill = next(
        (c for c in (p.accent2, p.accent, p.light, p.deep) if col.contrast(c, tone.ground) >= 1.8 and c != tone.button),
        tone.ink,
    )
    ink = col.ensure(col.ink_on(fill, p.light, p.deep), fill, 4.6)
    text, font = job.texts.badge, semi(job)
    fitted = _round(text, font, radius, max(job.frame.smallest, radius * 0.17))
    if fitted.truncated or not fitted.lines or broken(text, fitted.lines):
        return None
    placed = set_lines(
        job,
        "badge",
        job.full.badge,
        fitted,
        font,
        ink,
        0.0,
        cx,
        cy - fitted.height / 2 + fitted.baselines(0)[0],
        "middle",
        text != job.full.badge,
    )
    shift = cy - (placed.box.y + placed.box.h / 2)
    placed = replace(
        placed,
        baseline=placed.baseline + shift,
        box=Box(placed.box.x, placed.box.y + shift, placed.box.w, placed.box.h),
    )
    box = Box(cx - radius * 1.03, cy - radius * 1.03, radius * 2.06, radius * 2.06)
    return replace(placed, plate=Plate(seal(form, cx, cy, radius, fill, ink, p.deep), box, fill), rotate=rotate)
