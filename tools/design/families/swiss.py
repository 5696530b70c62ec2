"""A strict grid on flat colour: one huge flat sign cropped by the edge, hairlines, words hard left and small."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.column import Part, Setting, column
from tools.design.compose import beside, finish, gather, pinned
from tools.design.elements import Tone, tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import ink_of_icon
from tools.design.icons import icon
from tools.design.photo import crop, duotone, image_tag
from tools.design.placed import Composition
from tools.design.shaping import shape
from tools.design.solids import hollow, solid
from tools.design.stage import alone


def lay(job: Job) -> Composition:
    """See the module."""
    p, frame = job.direction.palette, job.frame
    ground = p.accent if job.seed % 3 else p.bg
    tone = tone_on(ground, job, corner="square")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, ground)
    return _wide(job, c, tone) if frame.shape == "wide" else _tall(job, c, tone)


def _sign(job: Job, ground: str) -> str:
    """The colour of the huge sign."""
    p = job.direction.palette
    return max(
        (p.accent2, p.deep, p.light, p.accent), key=lambda x: min(col.contrast(x, ground), 3.2) + 0.2 * (x == p.accent2)
    )


def _wide(job: Job, c: Canvas, tone: Tone) -> Composition:
    frame = job.frame
    left, right = beside(job, frame.box, 0.55, frame.margin)
    texts = pinned(job, left, tone, Setting(valign="bottom", largest=alone(job, 4.2), lines=4))
    x = 0.0 if job.rtl else right.x
    area = Box(x, 0, right.right if job.rtl else frame.width - x, frame.height)
    _huge(c, job, area, tone.ground)
    y = (
        min((t.occupied.y for t in texts.texts if t.role not in ("brand", "legal")), default=left.bottom)
        - frame.body * 0.9
    )
    tops = [t.occupied.bottom for t in texts.texts if t.role == "brand"]
    if y > max(tops, default=0.0) + frame.body * 0.3:
        _rule(c, job, left.x, y, left.w, tone)
    return finish(job, "swiss", c.markup(), [texts])


def _tall(job: Job, c: Canvas, tone: Tone) -> Composition:
    frame, box = job.frame, job.frame.box
    top = pinned(job, Box(box.x, box.y, box.w, box.h * 0.2), tone, Setting(), (), bottom=False)
    head = max((t.occupied.bottom for t in top.texts), default=box.y - frame.body * 0.6) + frame.body * 0.7
    _rule(c, job, box.x, head, box.w, tone)
    low = Box(box.x, box.y + box.h * 0.68, box.w, box.h * 0.32)
    left, right = beside(job, low, 0.5, frame.margin * 0.7)
    columns = []
    if job.texts.legal:
        columns.append(column(job, low, ("legal",), tone, Setting(valign="bottom")))
        foot = columns[0].box.y - frame.body
        left, right = Box(left.x, left.y, left.w, foot - left.y), Box(right.x, right.y, right.w, foot - right.y)
    beside_sub = bool(job.texts.sub) and not job.texts.bullets
    one: tuple[Part, ...] = ("sub",) if beside_sub else ("sub", "cta")
    two: tuple[Part, ...] = ("cta",) if beside_sub else ("bullets",)
    a = column(job, left, one, tone, Setting(valign="bottom"))
    b = column(job, right, two, tone, Setting(valign="bottom"))
    tall = max(a.box.h, b.box.h)
    y = left.bottom - tall
    a = column(job, Box(left.x, y, left.w, tall), one, tone, Setting(valign="top"))
    b = column(job, Box(right.x, y, right.w, tall), two, tone, Setting(valign="top"))
    line = y - frame.body
    _rule(c, job, box.x, line, box.w, tone)
    room = line - head - frame.body * 1.8
    claim = column(
        job, Box(box.x, line - frame.body * 0.9 - room * 0.56, box.w, room * 0.56), ("badge", "headline"), tone,
        Setting(valign="bottom", largest=6.0, lines=4),
    )  # fmt: skip
    first = claim.box.y if claim.texts else line
    _huge(
        c,
        job,
        Box(0, head + frame.body * 0.35, frame.width, first - frame.body * 1.1 - head - frame.body * 0.35),
        tone.ground,
    )
    return finish(job, "swiss", c.markup(), [top, gather([claim, a, b, *columns])])


def _rule(c: Canvas, job: Job, x: float, y: float, w: float, tone: Tone) -> None:
    c.rect(x, y, w, max(1.5, job.frame.unit * 0.0028), tone.ink)


def _huge(c: Canvas, job: Job, b: Box, ground: str) -> None:
    """The photo in two colours; else the sign as large as the area and a little larger, running off the far edge."""
    if b.w < 20 or b.h < 20:
        return
    p = job.direction.palette
    fill = _sign(job, ground)
    if job.photo is not None:
        c.add(image_tag(duotone(crop(job.photo, b.w / b.h, round(min(b.w, 2200))), p.deep, p.light, 0.9), b))
        return
    clip = c.clip(f'<rect x="{num(b.x)}" y="{num(b.y)}" width="{num(b.w)}" height="{num(b.h)}"/>')
    c.add(f'<g clip-path="{clip}">')
    if job.direction.icon:
        ink = ink_of_icon(job.direction.icon)
        upright = b.h > b.w
        k = (b.w * 1.24 / ink.w) if upright else min(b.h * 0.94 / ink.h, b.w * 0.8 / ink.w)
        x = (
            b.x + (b.w * 0.06 if not job.rtl else b.w * 0.94 - ink.w * k)
            if upright
            else (b.x + b.w * 0.03 - ink.w * k * 0.08 if job.rtl else b.right - ink.w * k * 0.94)
        )
        y = b.y + (b.h - ink.h * k) / 2 + b.h * 0.01
        name, place = job.direction.icon, f"translate({num(x - ink.x * k)} {num(y - ink.y * k)}) scale({k:.4f})"
        if hollow(name):
            c.add(f'<g transform="{place}" fill="{col.mix(fill, ground, 0.66)}">{solid(name)}</g>')
        c.add(f'<g transform="{place}" fill="{fill}">{icon(name, "fill")}</g>')
    else:
        _letter(c, job, b, fill)
    c.add("</g>")


def _letter(c: Canvas, job: Job, b: Box, fill: str) -> None:
    """The offer's number, or the first letter of the name, taller than its area."""
    digits = next((w for w in job.full.badge.split() if any(ch.isdigit() for ch in w) and len(w) <= 4), "")
    mark = digits or next((ch for ch in job.full.brand + job.full.headline if ch.isalnum()), "O").upper()
    run = shape(mark, job.direction.display, 1000.0)
    ink = run.ink_box(0.0, 0.0, "start")
    if ink.empty:
        return
    size = 1000.0 * min(b.h * 1.3 / ink.h, b.w * 1.04 / ink.w)
    run = shape(mark, job.direction.display, size)
    ink = run.ink_box(0.0, 0.0, "start")
    x = b.x - ink.x + (-ink.w * 0.06 if job.rtl else b.w - ink.w * 0.94)
    c.path(run.path(x, b.y + (b.h - ink.h) / 2 - ink.y, "start"), fill)
