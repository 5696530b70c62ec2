"""An invitation: double frame with worked corners, everything on one axis, the hero in a medallion, a small divider."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.column import Part, Setting, column
from tools.design.compose import beside, finish, gather
from tools.design.elements import Tone, tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero, square_in
from tools.design.patterns import paint
from tools.design.placed import Composition, PlacedText
from tools.design.stage import alone


def lay(job: Job) -> Composition:
    """See the module."""
    p, frame = job.direction.palette, job.frame
    paper = col.mix(p.bg, p.light, 0.5) if col.luminance(p.bg) > 0.2 else p.bg
    tone = tone_on(paper, job)
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, col.mix(paper, p.accent2, 0.3))
    weave = paint(c, "petals" if job.seed % 2 else "scales", frame.unit * 0.05, col.mix(paper, p.accent2, 0.46))
    c.rect(0, 0, frame.width, frame.height, weave)
    card = _card(job)
    metal = next((x for x in (p.accent, p.accent2) if col.contrast(x, paper) >= 1.6), tone.ink)
    _frame(c, job, card, paper, metal)
    return _wide(job, c, card, tone, metal) if frame.shape == "wide" else _tall(job, c, card, tone, metal)


def _card(job: Job) -> Box:
    frame, i = job.frame, job.frame.insets
    pad = frame.margin * 0.62
    reach = 0.97 if job.moving else 0.9  # captions begin at a film's inset
    top, bottom = max(pad, i.top * 0.9), max(pad, i.bottom * reach)
    return Box(pad, top, frame.width - 2 * pad, frame.height - top - bottom)


def _tall(job: Job, c: Canvas, card: Box, tone: Tone, metal: str) -> Composition:
    frame = job.frame
    inner = card.inset(frame.margin * 1.25, frame.margin * 1.05)
    low = column(
        job,
        Box(inner.x, inner.y + inner.h * 0.45, inner.w, inner.h * 0.55),
        ("legal",),
        tone,
        Setting(align="middle", valign="bottom"),
    )
    foot = low.box.y - frame.body * 0.9 if low.texts else inner.bottom
    top = column(job, Box(inner.x, inner.y, inner.w, inner.h * 0.2), ("brand",), tone, Setting(align="middle"))
    head = top.box.bottom + frame.body if top.texts else inner.y
    share = 0.62 if job.has_hero else 1.0
    room = foot - head
    parts: tuple[Part, ...] = ("badge", "headline", "sub", "bullets", "cta")
    how = Setting(
        align="middle",
        valign="bottom" if job.has_hero else "middle",
        largest=alone(job, 4.0 if job.has_hero else 5.0),
        lines=3,
        chips=True,
    )
    words = column(job, Box(inner.x, foot - room * share, inner.w, room * share), parts, tone, how)
    art = Box(inner.x, head, inner.w, max(1.0, words.box.y - frame.body * 2.3 - head))
    drawn, hero_box = _medallion(c, job, art, tone, metal)
    if hero_box is not None or not job.has_hero:
        _divider(
            c,
            inner.x + inner.w / 2,
            words.box.y - frame.body * 1.25,
            min(inner.w * 0.44, frame.unit * 0.4),
            frame.unit * 0.012,
            metal,
        )
    _corners(c, job, card, metal, (*top.texts, *words.texts, *low.texts))
    return finish(job, "ornament", c.markup(), [gather([top, words, low], main=1)], drawn, hero_box)


def _wide(job: Job, c: Canvas, card: Box, tone: Tone, metal: str) -> Composition:
    frame = job.frame
    inner = card.inset(frame.margin * 1.25, frame.margin * 0.95)
    left, right = beside(job, inner, 0.6, frame.margin) if job.has_hero else (inner, inner)
    low = column(job, left, ("legal",), tone, Setting(align="middle", valign="bottom"))
    foot = low.box.y - frame.body * 0.8 if low.texts else left.bottom
    parts: tuple[Part, ...] = ("brand", "badge", "headline", "sub", "bullets", "cta")
    how = Setting(align="middle", valign="middle", largest=alone(job, 3.5), chips=True)
    words = column(job, Box(left.x, left.y, left.w, foot - left.y), parts, tone, how)
    drawn, hero_box = _medallion(c, job, right, tone, metal) if job.has_hero else ("", None)
    _corners(c, job, card, metal, (*words.texts, *low.texts))
    return finish(job, "ornament", c.markup(), [gather([words, low])], drawn, hero_box)


def _medallion(c: Canvas, job: Job, art: Box, tone: Tone, metal: str) -> tuple[str, Box | None]:
    """The hero inside a beaded ring with a wreath of leaves."""
    if min(art.w, art.h) < job.frame.short * 0.09 or not job.has_hero:
        return "", None
    p = job.direction.palette
    at = square_in(art)
    x, y, r = at.x + at.w / 2, at.y + at.h / 2, at.w / 2
    inside = col.mix(tone.ground, metal, 0.14)
    c.circle(x, y, r * 0.8, inside)
    for k, w in ((0.8, 0.014), (0.75, 0.006)):
        c.add(
            f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r * k)}" fill="none" stroke="{metal}" stroke-width="{num(max(1.0, r * w))}"/>'
        )
    for i in range(40):
        a = i * math.pi / 20
        px, py = x + math.cos(a) * r * 0.9, y + math.sin(a) * r * 0.9
        leaf = f"M0 {num(-r * 0.085)}Q{num(r * 0.045)} 0 0 {num(r * 0.085)}Q{num(-r * 0.045)} 0 0 {num(-r * 0.085)}Z"
        turn = math.degrees(a) + (28 if i % 2 else -28)
        c.path(
            leaf, metal if i % 2 else p.accent2, 0.9, f'transform="translate({num(px)} {num(py)}) rotate({turn:.1f})"'
        )
    box = Box(x - r * 0.74, y - r * 0.74, r * 1.48, r * 1.48)
    return hero(job, box, window="circle", ground=inside, halo=0.0, share=0.72 if job.photo is None else 1.0)


def _divider(c: Canvas, x: float, y: float, w: float, s: float, metal: str) -> None:
    """A line with a diamond in its middle."""
    t = max(1.0, s * 0.16)
    for k in (-1, 1):
        c.path(
            f"M{num(x + k * s * 2)} {num(y - t)}L{num(x + k * w / 2)} {num(y)}L{num(x + k * s * 2)} {num(y + t)}Z",
            metal,
        )
    c.path(f"M{num(x)} {num(y - s)}L{num(x + s)} {num(y)}L{num(x)} {num(y + s)}L{num(x - s)} {num(y)}Z", metal)


def _frame(c: Canvas, job: Job, card: Box, paper: str, metal: str) -> None:
    """Card with hollow corners, a strong and a fine line inside it."""
    p, unit = job.direction.palette, job.frame.unit
    r = unit * 0.05
    c.path(_hollow(card, r), p.deep, 0.22, f'transform="translate(0 {num(unit * 0.008)})"')
    c.path(_hollow(card, r), paper)
    for pad, w in ((0.016, 0.0042), (0.026, 0.0016)):
        c.stroke(_hollow(card.inset(unit * pad), r), metal, max(1.0, unit * w))


def _corners(c: Canvas, job: Job, card: Box, metal: str, texts: Sequence[PlacedText]) -> None:
    """A bead in every corner, and a curl in those above or below where none would run into words."""
    unit = job.frame.unit
    a, b = unit * 0.034, unit * 0.1
    taken = [t.occupied for t in texts]
    for fx, fy in ((0, 0), (1, 0), (0, 1), (1, 1)):
        x, y = card.x + fx * card.w, card.y + fy * card.h
        sx, sy = (1 if not fx else -1), (1 if not fy else -1)
        c.circle(x + sx * a * 0.5, y + sy * a * 0.5, unit * 0.008, metal)
        ends = (Box(card.x, y if sy > 0 else y - b, b, b), Box(card.right - b, y if sy > 0 else y - b, b, b))
        if any(end.overlaps(t, unit * 0.006) for end in ends for t in taken):
            continue
        curl = f"M{num(x + sx * a * 1.9)} {num(y + sy * b)}C{num(x + sx * a * 1.9)} {num(y + sy * a * 2.2)} {num(x + sx * a * 2.2)} {num(y + sy * a * 1.9)} {num(x + sx * b)} {num(y + sy * a * 1.9)}"
        c.stroke(curl, metal, max(1.0, unit * 0.003))
        for px, py in ((a * 1.9, b), (b, a * 1.9), (a * 2.35, a * 2.35)):
            c.circle(x + sx * px, y + sy * py, unit * 0.0052, metal)


def _hollow(b: Box, r: float) -> str:
    """A rectangle whose corners are hollowed by quarter circles."""
    n = num
    arc = f"A{n(r)} {n(r)} 0 0 0"
    return (
        f"M{n(b.x + r)} {n(b.y)}H{n(b.right - r)}{arc} {n(b.right)} {n(b.y + r)}V{n(b.bottom - r)}{arc} {n(b.right - r)} {n(b.bottom)}"
        f"H{n(b.x + r)}{arc} {n(b.x)} {n(b.bottom - r)}V{n(b.y + r)}{arc} {n(b.x + r)} {n(b.y)}Z"
    )
