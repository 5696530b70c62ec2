"""Stickers on a bright sheet: the hero die-cut with a pale rim, small ones of the benefits and loose shapes round it."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.compose import finish
from tools.design.confetti import dab, spots
from tools.design.elements import tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero_colours, ink_of_icon, picture_hero, square_in
from tools.design.icons import icon
from tools.design.placed import Composition, PlacedText
from tools.design.solids import hollow, solid
from tools.design.stage import Stage, seal_beside, staged


def lay(job: Job) -> Composition:
    """See the module."""
    p = job.direction.palette
    sheet = col.mix(p.bg, p.accent2, 0.26) if col.luminance(p.bg) > 0.45 else p.bg
    tone = tone_on(sheet, job)
    stage = staged(job, tone, tone, edge=1.6, largest=4.6, badge=False)
    extra: tuple[PlacedText, ...] = ()
    at = _hero_box(job, stage)
    if job.texts.badge:
        found = seal_beside(job, stage, at, tone, "scallop" if job.seed % 2 else "ribbon")
        if found is None:
            stage = staged(job, tone, tone, edge=1.6, largest=4.6)
            at = _hero_box(job, stage)
        else:
            extra = (found,)
    c = Canvas("b")
    c.rect(0, 0, job.frame.width, job.frame.height, sheet)
    taken = [t.occupied for t in (*stage.words, *extra)] + ([at] if at else [])
    _loose(c, job, stage, taken, sheet)
    return finish(job, "sticker", c.markup(), stage.texts, _die_cut(job, at), at, extra)


def _hero_box(job: Job, stage: Stage) -> Box | None:
    if not job.has_hero or min(stage.room.w, stage.room.h) < 24:
        return None
    return square_in(stage.room, 0.84 if stage.wide else 0.96)


def _die_cut(job: Job, at: Box | None) -> str:
    """The hero as a sticker: shadow, pale rim, flat body; tilted a little."""
    if at is None:
        return ""
    p = job.direction.palette
    c = Canvas("h")
    x, y = at.x + at.w / 2, at.y + at.h / 2
    if job.photo is not None:
        r = at.w / 2
        c.circle(x + r * 0.02, y + r * 0.03, r, p.deep, 0.25)
        c.circle(x, y, r, "#ffffff")
        c.add(picture_hero(job, at.inset(r * 0.07), "circle", "hp"))
        return c.markup()
    c.add(f'<g transform="rotate({-7 if job.seed % 2 else 6} {num(x)} {num(y)})">')
    _stuck(c, job, job.direction.icon, Box(at.x + at.w * 0.06, at.y + at.h * 0.06, at.w * 0.88, at.h * 0.88), 0)
    c.add("</g>")
    return c.markup()


def _stuck(c: Canvas, job: Job, name: str, at: Box, turn: int) -> None:
    p = job.direction.palette
    rim = "#ffffff"
    ink = ink_of_icon(name)
    width = 26.0
    k = min(at.w / (ink.w + width), at.h / (ink.h + width))
    x, y = at.x + at.w / 2 - (ink.x + ink.w / 2) * k, at.y + at.h / 2 - (ink.y + ink.h / 2) * k
    glyph = icon(name, "fill")
    whole = solid(name) if hollow(name) else glyph
    first, second = hero_colours(job, rim)
    body = (first, second)[turn % 2] if col.contrast((first, second)[turn % 2], rim) >= 1.3 else p.deep
    place = f"translate({num(x)} {num(y)}) scale({k:.4f})"
    stroke = f'stroke-width="{num(width)}" stroke-linejoin="round" stroke-linecap="round"'
    c.add(
        f'<g transform="translate({num(at.w * 0.014)} {num(at.w * 0.022)}) {place}" opacity=".24" fill="{p.deep}" stroke="{p.deep}" {stroke}>{whole}</g>'
        f'<g transform="{place}" fill="{rim}" stroke="{rim}" {stroke}>{whole}</g>'
        f'<g transform="{place}" fill="{col.mix(body, p.deep, 0.28)}">{glyph}</g>'
        f'<g transform="translate({num(-2.2 * k)} {num(-3.0 * k)}) {place}" fill="{body}">{glyph}</g>'
    )


def _loose(c: Canvas, job: Job, stage: Stage, taken: list[Box], sheet: str) -> None:
    """Shapes and small stickers all over the stage (and the foot of a story), none within reach of anything else."""
    p, frame = job.direction.palette, job.frame
    inks = [x for x in (p.accent, p.accent2, col.mix(p.accent, sheet, 0.45), p.light) if col.contrast(x, sheet) >= 1.12]
    inks = inks or [col.mix(sheet, p.deep, 0.25)]
    small = [n for n in dict.fromkeys(job.direction.icons) if n]
    placed = [b.inset(-frame.unit * 0.022) for b in taken]
    areas = [stage.box, *([stage.foot] if stage.foot is not None else [])]
    whole = Box(0, 0, frame.width, frame.height).inset(frame.unit * 0.012)
    for n, area in enumerate(areas):
        count = 72 if n == 0 else 30
        for i, (x, y, k) in enumerate(spots(job.seed + 31 * n, area, count)):
            big = bool(small) and i % 6 == 2 and i < 40
            r = frame.unit * (0.042 if big else 0.0165) * k
            room = Box(x - r, y - r, 2 * r, 2 * r)
            if (big and not whole.contains(room)) or any(room.overlaps(b, frame.unit * 0.012) for b in placed):
                continue
            placed.append(room)
            if big:
                turn = (-14, 9, -5, 16)[i % 4]
                c.add(f'<g transform="rotate({turn} {num(x)} {num(y)})">')
                _stuck(c, job, small[(i // 6) % len(small)], room, i)
                c.add("</g>")
            else:
                dab(c, i, x, y, r, inks[i % len(inks)])
