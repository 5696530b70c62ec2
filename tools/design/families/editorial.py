"""A magazine page: hairlines, a large serif claim, small columns, and one colour block that holds the hero."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import Canvas
from tools.design.column import Setting, column
from tools.design.compose import Texts, beside, finish, gather, pinned
from tools.design.elements import tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero
from tools.design.placed import Composition


def lay(job: Job) -> Composition:
    """See the module."""
    shape = job.frame.shape
    return _wide(job) if shape == "wide" else _page(job)


def _paper(job: Job) -> str:
    p = job.direction.palette
    return col.mix(p.bg, p.light, 0.5) if col.luminance(p.bg) > 0.2 else p.bg


def _block(job: Job) -> str:
    p = job.direction.palette
    paper = _paper(job)
    return next((x for x in (p.accent2, p.accent, p.deep) if col.contrast(x, paper) > 1.5), p.deep)


def _rule(c: Canvas, job: Job, x: float, y: float, w: float, weight: float = 1.0) -> None:
    ink = tone_on(_paper(job), job).ink
    c.rect(x, y, w, max(1.0, job.frame.unit * 0.0016 * weight), ink, 0.85)


def _wide(job: Job) -> Composition:
    frame = job.frame
    box, paper = frame.box, _paper(job)
    tone = tone_on(paper, job, corner="square")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, paper)
    share = 0.60 if job.has_hero else 0.86
    left, right = beside(job, box, share, frame.margin * 1.4)
    texts = pinned(job, left, tone, Setting(valign="bottom", largest=3.8, lines=4))
    block = Box(0, 0, right.right, frame.height) if job.rtl else Box(right.x, 0, frame.width - right.x, frame.height)
    if not job.has_hero:
        block = (
            Box(0, 0, frame.width * 0.045, frame.height)
            if job.rtl
            else Box(frame.width * 0.955, 0, frame.width * 0.045, frame.height)
        )
    c.rect(block.x, block.y, block.w, block.h, _block(job))
    brand = [t for t in texts.texts if t.role == "brand"]
    body = [t for t in texts.texts if t.role not in ("brand", "legal")]
    if brand and body:
        y = brand[0].occupied.bottom + frame.body * 0.55
        if y < min(t.occupied.y for t in body) - frame.body * 0.4:
            _rule(c, job, left.x, y, left.w)
    drawn, hero_box = "", None
    if job.photo is not None:
        drawn, hero_box = hero(job, block, window="square")
    elif job.has_hero:
        _half_sun(c, job, block)
        drawn, hero_box = hero(job, block, ground=_block(job), share=0.66, halo=0)
    return finish(job, "editorial", c.markup(), [texts], drawn, hero_box)


def _half_sun(c: Canvas, job: Job, block: Box) -> None:
    p = job.direction.palette
    fill = col.mix(_block(job), p.light, 0.26)
    clip = c.clip(f'<rect x="{block.x:.1f}" y="{block.y:.1f}" width="{block.w:.1f}" height="{block.h:.1f}"/>')
    c.circle(block.x + block.w / 2, block.y + block.h / 2, min(block.w, block.h) * 0.44, fill, 1, f'clip-path="{clip}"')


def _page(job: Job) -> Composition:
    frame = job.frame
    box, paper = frame.box, _paper(job)
    tone = tone_on(paper, job, corner="square")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, paper)
    top = pinned(job, Box(box.x, box.y, box.w, box.h * 0.2), tone, Setting(), (), bottom=False)
    head = max((t.occupied.bottom for t in top.texts), default=box.y - frame.body * 0.6) + frame.body * 0.7
    if top.texts:
        _rule(c, job, box.x, head, box.w)
    low = _foot(job, c, Box(box.x, box.y + box.h * 0.5, box.w, box.h * 0.5))
    floor = min((t.occupied.y for t in low.texts), default=box.bottom)
    if low.texts:
        floor -= frame.body * 0.95
        _rule(c, job, box.x, floor, box.w)
    room = floor - head - frame.body * 2.0
    share = (0.48 if frame.shape == "tall" else 0.5) if job.has_hero else 1.0
    claim_box = Box(box.x, floor - frame.body * 1.1 - room * share, box.w, room * share)
    how = Setting(
        valign="bottom" if job.has_hero else "middle",
        largest=(5.2 if frame.shape == "tall" else 4.1) if job.has_hero else 6.4,
        lines=4,
        font=_serif(job),
    )
    claim = gather([column(job, claim_box, ("badge", "headline"), tone, how)])
    first = min((t.occupied.y for t in claim.texts), default=floor)
    drawn, hero_box = "", None
    if job.has_hero:
        block = Box(box.x, head + frame.body * 0.9, box.w, first - head - frame.body * 2.1)
        if block.h > frame.short * 0.12:
            if job.photo is not None:
                drawn, hero_box = hero(job, block, window="square")
            else:
                c.rect(block.x, block.y, block.w, block.h, _block(job))
                _half_sun(c, job, block)
                drawn, hero_box = hero(job, block, ground=_block(job), share=0.8, halo=0)
    else:
        _corner(c, job, head, first)
    return finish(job, "editorial", c.markup(), [top, claim, low], drawn, hero_box)


def _serif(job: Job) -> str:
    return (
        job.direction.display
        if job.direction.display in ("fraunces-black", "playfair-black", "lora-bold")
        else job.direction.display
    )


def _corner(c: Canvas, job: Job, head: float, first: float) -> None:
    """A quarter disc in the upper corner where no picture stands."""
    box, room = job.frame.box, first - head
    r = min(room * 0.72, box.w * 0.3)
    if r < job.frame.body * 1.5:
        return
    x = box.x if job.rtl else box.right
    y = head + job.frame.unit * 0.0016
    sweep = 0 if job.rtl else 1
    away = r if job.rtl else -r
    c.path(f"M{x:.1f} {y:.1f}H{x + away:.1f}A{r:.1f} {r:.1f} 0 0 {1 - sweep} {x:.1f} {y + r:.1f}Z", _block(job))


def _foot(job: Job, c: Canvas, box: Box) -> Texts:
    """Supporting words in two columns, the button under the first."""
    tone, frame = tone_on(_paper(job), job, corner="square"), job.frame
    if not job.texts.bullets:
        return pinned(job, box, tone, Setting(valign="bottom"), ("sub", "bullets", "cta"), top=False)
    inner = box
    columns = []
    if job.texts.legal:
        low = column(job, box, ("legal",), tone, Setting(valign="bottom"))
        columns.append(low)
        inner = Box(box.x, box.y, box.w, low.box.y - frame.body - box.y)
    left, right = beside(job, inner, 0.52, frame.margin * 0.9)
    a = column(job, left, ("sub", "cta"), tone, Setting(valign="bottom"))
    b = column(job, right, ("bullets",), tone, Setting(valign="bottom", body=0.94))
    tall = max(a.box.h, b.box.h)
    low_y = inner.bottom - tall
    a = column(job, Box(left.x, low_y, left.w, tall), ("sub", "cta"), tone, Setting(valign="top"))
    b = column(job, Box(right.x, low_y, right.w, tall), ("bullets",), tone, Setting(valign="top", body=0.94))
    return gather([a, b, *columns])
