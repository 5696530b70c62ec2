"""A ticket on patterned ground: words on the main part, offer and button on the stub, notches and a perforation between."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.column import Part, Setting, column
from tools.design.compose import Texts, finish, gather
from tools.design.elements import Tone, tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero, square_in
from tools.design.motifs import ground_of
from tools.design.patterns import choose, paint
from tools.design.placed import Composition


def lay(job: Job) -> Composition:
    """See the module."""
    p, frame = job.direction.palette, job.frame
    paper = p.bg
    cloth = ground_of(job, paper)
    tone = tone_on(paper, job, corner="soft")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, cloth)
    weave = paint(
        c,
        choose(job.seed),
        frame.unit * 0.06,
        col.mix(cloth, p.light if col.luminance(cloth) < 0.5 else p.deep, 0.16),
        0,
    )
    c.rect(0, 0, frame.width, frame.height, weave, 0.8)
    card = _card(job)
    return _wide(job, c, card, tone) if frame.shape == "wide" else _tall(job, c, card, tone)


def _card(job: Job) -> Box:
    box, frame = job.frame.box, job.frame
    pad = frame.margin * 0.25
    return Box(box.x - pad, box.y - pad * 0.6, box.w + 2 * pad, box.h + 1.2 * pad)


def _stub(job: Job) -> str:
    p = job.direction.palette
    return col.mix(p.bg, p.accent, 0.16)


def _wide(job: Job, c: Canvas, card: Box, tone: Tone) -> Composition:
    frame = job.frame
    pad = frame.margin * 0.8
    wide = card.w * 0.34
    stub = Box(card.x if job.rtl else card.right - wide, card.y, wide, card.h)
    main = Box(stub.right if job.rtl else card.x, card.y, card.w - wide, card.h)
    _draw(c, job, card, stub.x if not job.rtl else stub.right, True, stub)
    stub_tone = tone_on(_stub(job), job, corner="soft")
    inner = main.inset(pad * 1.15, pad)
    foot = column(job, inner, ("legal",), tone, Setting(valign="bottom"))
    room = Box(inner.x, inner.y, inner.w, (foot.box.y - frame.body if foot.texts else inner.bottom) - inner.y)
    words = column(
        job,
        room,
        ("brand", "headline", "sub", "bullets"),
        tone,
        Setting(valign="middle", largest=3.5 if job.texts.sub else 6.0),
    )
    side = stub.inset(pad * 0.8, pad)
    low = column(
        job,
        side,
        ("badge", "cta"),
        stub_tone,
        Setting(align="middle", valign="bottom" if job.has_hero else "middle", body=1.05),
    )
    top = Box(side.x, side.y, side.w, max(1.0, low.box.y - frame.body - side.y))
    drawn, hero_box = hero(job, square_in(top, 0.96), ground=_stub(job), halo=0.5)
    return finish(job, "ticket", c.markup(), [gather([words, foot, low])], drawn, hero_box)


def _tall(job: Job, c: Canvas, card: Box, tone: Tone) -> Composition:
    frame = job.frame
    pad = frame.margin * 0.75
    stub_tone = tone_on(_stub(job), job, corner="soft")
    area = card.inset(pad, pad * 0.9)
    half = Box(area.x, area.y + area.h * 0.62, area.w, area.h * 0.38)
    low = column(
        job,
        half,
        ("bullets", "badge", "cta", "legal"),
        stub_tone,
        Setting(align="middle", valign="bottom", chips=True, gap=0.9),
    )
    cut = (low.box.y if low.texts else area.bottom) - pad * 0.95
    stub = Box(card.x, cut, card.w, card.bottom - cut)
    top = column(job, Box(area.x, area.y, area.w, area.h * 0.2), ("brand",), tone, Setting(align="middle"))
    head = top.box.bottom + frame.body * 0.9 if top.texts else area.y
    floor = cut - pad * 0.85
    share = 0.52 if job.has_hero else 1.0
    room = Box(area.x, floor - (floor - head) * share, area.w, (floor - head) * share)
    parts: tuple[Part, ...] = ("headline", "sub")
    how = Setting(
        align="middle", valign="bottom" if job.has_hero else "middle", largest=4.4 if job.has_hero else 8.0, lines=3
    )
    words = column(job, room, parts, tone, how)
    _draw(c, job, card, cut, False, stub)
    art = Box(area.x, head, area.w, max(1.0, words.box.y - frame.body * 1.2 - head))
    drawn, hero_box = hero(
        job, square_in(art, 1.0) if job.photo is None else art, window="soft", ground=tone.ground, halo=0.55
    )
    texts: Texts = gather([top, words, low], main=1)
    return finish(job, "ticket", c.markup(), [texts], drawn, hero_box)


def _draw(c: Canvas, job: Job, card: Box, cut: float, upright: bool, stub: Box) -> None:
    """Shadow, paper, the tinted stub, and the perforation at ``cut`` (an x where the stub stands beside, else a y)."""
    p, unit = job.direction.palette, job.frame.unit
    r, notch = unit * 0.024, unit * 0.03
    d = _outline(card, cut, upright, r, notch)
    c.path(d, p.deep, 0.28, f'transform="translate({num(unit * 0.008)} {num(unit * 0.012)})"')
    c.path(d, p.bg)
    clip = c.clip(f'<path d="{d}"/>')
    c.add(f'<g clip-path="{clip}">')
    c.rect(stub.x, stub.y, stub.w, stub.h, _stub(job))
    c.add("</g>")
    ink = col.mix(tone_on(p.bg, job).ink, p.bg, 0.35)
    gap = notch * 1.5
    line = (
        f"M{num(cut)} {num(card.y + gap)}V{num(card.bottom - gap)}"
        if upright
        else f"M{num(card.x + gap)} {num(cut)}H{num(card.right - gap)}"
    )
    c.add(
        f'<path d="{line}" fill="none" stroke="{ink}" stroke-width="{num(max(1.5, unit * 0.0035))}" '
        f'stroke-linecap="round" stroke-dasharray="{num(unit * 0.001)} {num(unit * 0.0135)}"/>'
    )


def _outline(b: Box, cut: float, upright: bool, r: float, notch: float) -> str:
    """A rounded card with half discs bitten out at both ends of the cut."""
    n = num
    bite_x = f"H{n(cut - notch)}A{n(notch)} {n(notch)} 0 0 0 {n(cut + notch)} {n(b.y)}" if upright else ""
    back_x = f"H{n(cut + notch)}A{n(notch)} {n(notch)} 0 0 0 {n(cut - notch)} {n(b.bottom)}" if upright else ""
    bite_y = "" if upright else f"V{n(cut - notch)}A{n(notch)} {n(notch)} 0 0 0 {n(b.right)} {n(cut + notch)}"
    back_y = "" if upright else f"V{n(cut + notch)}A{n(notch)} {n(notch)} 0 0 0 {n(b.x)} {n(cut - notch)}"
    return (
        f"M{n(b.x + r)} {n(b.y)}{bite_x}H{n(b.right - r)}A{n(r)} {n(r)} 0 0 1 {n(b.right)} {n(b.y + r)}{bite_y}"
        f"V{n(b.bottom - r)}A{n(r)} {n(r)} 0 0 1 {n(b.right - r)} {n(b.bottom)}{back_x}H{n(b.x + r)}"
        f"A{n(r)} {n(r)} 0 0 1 {n(b.x)} {n(b.bottom - r)}{back_y}V{n(b.y + r)}A{n(r)} {n(r)} 0 0 1 {n(b.x + r)} {n(b.y)}Z"
    )
