"""A magazine cover: the name as masthead across the top, the hero on a full field, cover lines down the side, the claim below."""

from __future__ import annotations

from tools.design import colour as col
from tools.design import elements as el
from tools.design.canvas import Canvas
from tools.design.column import Part, Setting, column
from tools.design.compose import Texts, beside, finish, gather
from tools.design.elements import Tone, tone_on
from tools.design.fonts import face
from tools.design.frame import Job, script_of
from tools.design.geometry import Box
from tools.design.hero import hero, square_in
from tools.design.motifs import ground_of
from tools.design.patterns import choose, paint
from tools.design.photo import crop, image_tag
from tools.design.placed import Composition, PlacedText
from tools.design.stage import alone
from tools.design.wrap import fit


def lay(job: Job) -> Composition:
    """See the module."""
    return _spread(job) if job.frame.shape == "wide" else _cover(job)


def _ground(job: Job) -> str:
    p = job.direction.palette
    return ground_of(job, p.bg, p.accent) if job.seed % 2 else p.bg


def _masthead(job: Job, box: Box, tone: Tone) -> PlacedText | None:
    """The name in the display face as wide as the page; ``None`` for a logo, or a name too long to be one."""
    text = job.texts.brand
    if not text or job.logo is not None:
        return None
    font = job.direction.display
    tight = -0.02 if script_of(text) == "latin" and face(font).weight >= 700 else 0.0
    shown = text.upper() if script_of(text) == "latin" and len(text) <= 12 and text.isascii() else text
    most = min(box.h, job.frame.unit * (0.24 if job.frame.shape == "tall" else 0.15))
    made = fit(
        shown,
        font,
        box.w,
        most * 1.2,
        max_lines=1,
        max_size=most,
        min_size=job.frame.body * 1.5,
        leading=1.0,
        tracking=tight,
    )
    if made.truncated or not made.lines:
        return None
    end = job.rtl
    placed = el.set_lines(
        job,
        "brand",
        job.full.brand,
        made,
        font,
        tone.ink,
        tight,
        box.right if end else box.x,
        box.y,
        "end" if end else "start",
        False,
    )
    return placed.moved(0.0, box.y - placed.box.y)


def _head(job: Job, box: Box, tone: Tone) -> tuple[Texts, float]:
    """Masthead, or the plain mark where the name makes none; and where the page goes on."""
    big = _masthead(job, box, tone)
    if big is not None:
        return Texts((big,), (), big.occupied), big.occupied.bottom
    plain = gather([column(job, box, ("brand",), tone, Setting())])
    return plain, max((t.occupied.bottom for t in plain.texts), default=box.y)


def _cover(job: Job) -> Composition:
    frame, box = job.frame, job.frame.box
    ground = _ground(job)
    tone = tone_on(ground, job, corner="square")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, ground)
    _frame(c, job, tone)
    top, head = _head(job, Box(box.x, box.y, box.w, box.h * 0.2), tone)
    low = Box(box.x, box.bottom - box.h * 0.5, box.w, box.h * 0.5)
    foot = column(job, low, ("sub", "cta", "legal"), tone, Setting(valign="bottom"))
    line = (foot.box.y if foot.texts else box.bottom) - frame.body * 0.9
    c.rect(box.x, line, box.w, max(1.5, frame.unit * 0.0022), tone.ink)
    room = line - head
    claim_box = Box(box.x, line - frame.body * 0.8 - room * 0.42, box.w, room * 0.42)
    claim = column(job, claim_box, ("headline",), tone, Setting(valign="bottom", largest=5.4, lines=3))
    first = claim.box.y if claim.texts else line
    area = Box(box.x, head + frame.body * 1.0, box.w, max(1.0, first - head - frame.body * 2.1))
    side, art = beside(job, area, 0.36, frame.margin * 0.5)
    parts: tuple[Part, ...] = ("badge", "bullets")
    lines = (
        column(job, side, parts, tone, Setting(valign="middle", body=0.94, gap=1.15))
        if job.texts.bullets or job.texts.badge
        else None
    )
    field = art if lines and lines.texts else area
    drawn, hero_box = _art(c, job, field, tone)
    return finish(
        job, "magazine", c.markup(), [top, gather([*([lines] if lines else []), claim, foot])], drawn, hero_box
    )


def _art(c: Canvas, job: Job, field: Box, tone: Tone) -> tuple[str, Box | None]:
    """The hero before a tall patterned panel; the photo in the whole of it."""
    if field.w < 30 or field.h < 30:
        return "", None
    p = job.direction.palette
    back = next((x for x in (p.accent2, p.accent, p.light, p.deep) if col.contrast(x, tone.ground) > 1.35), p.deep)
    if job.photo is not None:
        c.add(image_tag(crop(job.photo, field.w / field.h, round(min(field.w, 2200))), field))
        return "", field
    c.rect(field.x, field.y, field.w, field.h, back)
    tint = col.mix(back, p.light if col.luminance(back) < 0.5 else p.deep, 0.14)
    c.rect(field.x, field.y, field.w, field.h, paint(c, choose(job.seed + 4), job.frame.unit * 0.07, tint))
    disc = square_in(field, 0.86)
    c.circle(disc.x + disc.w / 2, disc.y + disc.h / 2, disc.w / 2, back)
    return hero(job, square_in(field, 0.8), ground=back, halo=0.0)


def _spread(job: Job) -> Composition:
    frame, box = job.frame, job.frame.box
    ground = _ground(job)
    tone = tone_on(ground, job, corner="square")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, ground)
    left, right = beside(job, box, 0.58, frame.margin)
    field = Box(0, 0, right.right, frame.height) if job.rtl else Box(right.x, 0, frame.width - right.x, frame.height)
    top, head = _head(job, Box(left.x, left.y, left.w, left.h * 0.24), tone)
    line = head + frame.body * 0.8
    c.rect(left.x, line, left.w, max(1.5, frame.unit * 0.0022), tone.ink)
    low = Box(left.x, line + frame.body, left.w, left.bottom - line - frame.body)
    foot = column(job, low, ("legal",), tone, Setting(valign="bottom"))
    rest = Box(low.x, low.y, low.w, (foot.box.y - frame.body * 0.8 if foot.texts else low.bottom) - low.y)
    words = column(
        job,
        rest,
        ("badge", "headline", "sub", "bullets", "cta"),
        tone,
        Setting(valign="middle", largest=alone(job, 3.6)),
    )
    drawn, hero_box = _art(c, job, field, tone)
    return finish(job, "magazine", c.markup(), [top, gather([words, foot])], drawn, hero_box)


def _frame(c: Canvas, job: Job, tone: Tone) -> None:
    """A hairline round the cover."""
    frame = job.frame
    pad, weight = frame.margin * 0.32, max(1.0, frame.unit * 0.002)
    c.add(
        f'<rect x="{pad:.1f}" y="{pad:.1f}" width="{frame.width - 2 * pad:.1f}" height="{frame.height - 2 * pad:.1f}" '
        f'fill="none" stroke="{tone.ink}" stroke-opacity=".5" stroke-width="{weight:.1f}"/>'
    )
