"""The parts that layouts are set from: brand, headline, running text, benefit rows, buttons, badges, legal lines.

Each function measures one element for a width and gives a ``Block`` that can then be put anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from . import colour as col
from .canvas import num
from .fonts import face
from .frame import Frame, Job, script_of
from .geometry import Box
from .icons import icon
from .photo import Picture, image_tag
from .placed import Anchor, PlacedText, Plate, Role
from .shaping import shape
from .wrap import Fitted, fit, wrap

Align = Literal["start", "middle"]
Corner = Literal["pill", "soft", "square"]


@dataclass(frozen=True)
class Tone:
    """Colours of words on one ground."""

    ground: str
    """The ground's own colour, for what must be judged before anything is drawn."""
    ink: str
    muted: str
    button: str
    button_ink: str
    mark: str
    """Icons, rules, small marks."""
    corner: Corner = "pill"


def tone_on(ground: str, job: Job, button: str = "", corner: Corner = "pill") -> Tone:
    """Readable colours for a ground of that colour, from the palette."""
    p = job.direction.palette
    ink = col.ensure(col.ink_on(ground, p.light, p.deep), ground, 7.0)
    muted = col.ensure(col.mix(ink, ground, 0.2), ground, 4.6)
    choices = (button,) if button else (p.accent, p.accent2, p.light, p.deep)
    shown = next((c for c in choices if col.contrast(c, ground) >= 1.7), None) or ink
    button_ink = col.ensure(col.ink_on(shown, p.light, p.deep), shown, 4.6)
    mark = next((c for c in (p.accent, p.accent2) if col.contrast(c, ground) >= 2.6), ink)
    return Tone(ground, ink, muted, shown, button_ink, mark, corner)


@dataclass(frozen=True)
class Block:
    """A measured element: put it with its top left corner at a point, inside a column of some width."""

    role: Role
    width: float
    height: float
    put: Callable[[float, float, float, Align], tuple[PlacedText, ...]]
    """``put(left, top, column_width, align)``."""
    truncated: bool = False
    size: float = 0.0
    """Type size in pixels."""


def _none(role: Role) -> Block:
    """An element of which not one line fits."""
    return Block(role, 0.0, 0.0, lambda left, top, width, align: (), truncated=True)


def text_block(
    job: Job,
    role: Role,
    text: str,
    full: str,
    fitted: Fitted,
    font: str,
    colour: str,
    tracking: float,
) -> Block:
    """Lines that were fitted, as a block."""
    cut = fitted.truncated or text != full

    def put(left: float, top: float, width: float, align: Align) -> tuple[PlacedText, ...]:
        x, anchor = _anchor(job, left, width, align)
        return (_lines(job, role, full, fitted, font, colour, tracking, x, fitted.baselines(top)[0], anchor, cut),)

    return Block(role, fitted.width, fitted.height, put, fitted.truncated, fitted.size) if fitted.lines else _none(role)


def _anchor(job: Job, left: float, width: float, align: Align) -> tuple[float, Anchor]:
    if align == "middle":
        return left + width / 2, "middle"
    return (left + width, "end") if job.rtl else (left, "start")


def _lines(
    job: Job,
    role: Role,
    full: str,
    f: Fitted,
    font: str,
    colour: str,
    tracking: float,
    x: float,
    baseline: float,
    anchor: Anchor,
    cut: bool,
) -> PlacedText:
    text = PlacedText(
        role=role,
        text=full,
        lines=f.lines,
        font=font,
        size=f.size,
        colour=colour,
        x=x,
        baseline=baseline,
        box=Box(x, baseline, 0, 0),
        anchor=anchor,
        leading=f.leading,
        tracking=tracking,
        direction="rtl" if f.rtl else "ltr",
        truncated=cut,
        missing=job.missing.get(role, ()),
    )
    return replace(text, box=ink_of(text))


def ink_of(text: PlacedText) -> Box:
    """Where the ink of all lines falls."""
    out = Box(text.x, text.baseline, 0.0, 0.0)
    for i, line in enumerate(text.lines):
        run = shape(line, text.font, text.size, tracking=text.tracking, direction=text.direction)
        out = out.union(run.ink_box(text.x, text.baseline + i * text.size * text.leading, text.anchor))
    return out


def leading_for(text: str, display: bool) -> float:
    """Line distance in ems by script: big Latin type tight, Arabic with room for its marks."""
    script = script_of(text)
    if display:
        return {"latin": 1.0, "cjk": 1.2, "arabic": 1.36, "hebrew": 1.14}[script]
    return {"latin": 1.34, "cjk": 1.5, "arabic": 1.6, "hebrew": 1.4}[script]


def headline(
    job: Job, width: float, height: float, tone: Tone, *, largest: float, least: float, lines: int, font: str = ""
) -> Block:
    """The headline, as large as it goes."""
    text, face_id = job.texts.headline, font or job.direction.display
    tracking = -0.022 if script_of(text) == "latin" and face(face_id).weight >= 700 else 0.0
    if face_id == "archivo-condensed":
        tracking = -0.012
    lead = leading_for(text, True) * (
        0.96 if face_id.startswith(("bricolage", "archivo", "outfit", "nunito")) and script_of(text) == "latin" else 1.0
    )
    fitted = fit(
        text,
        face_id,
        width,
        height,
        max_lines=lines,
        max_size=max(largest, least),
        min_size=least,
        leading=lead,
        tracking=tracking,
    )
    return text_block(job, "headline", text, job.full.headline, fitted, face_id, tone.ink, tracking)


def paragraph(job: Job, width: float, size: float, tone: Tone, *, lines: int = 4, height: float = 1e9) -> Block:
    """The supporting sentence, set at one size to a readable measure."""
    text = job.texts.sub
    measure = min(width, size * (27 if script_of(text) != "cjk" else 24))
    lines = lines if measure > size * 18 else lines * 2
    needed = len(wrap(text, job.direction.text, size, measure))  # prose: never more lines than it takes
    fitted = fit(
        text,
        job.direction.text,
        measure,
        height,
        max_lines=min(lines, max(1, needed)),
        max_size=size,
        min_size=size,
        leading=leading_for(text, False),
    )
    return text_block(job, "sub", text, job.full.sub, fitted, job.direction.text, tone.muted, 0.0)


def legal(job: Job, width: float, tone: Tone, *, height: float = 1e9) -> Block:
    """Lines that must stand there, at the least readable size."""
    text, size = job.texts.legal, job.frame.smallest
    fitted = fit(
        text,
        job.direction.text,
        width,
        height,
        max_lines=12,
        max_size=size,
        min_size=size,
        leading=leading_for(text, False) * 0.94,
    )
    return text_block(job, "legal", text, job.full.legal, fitted, job.direction.text, tone.muted, 0.0)


def brand(job: Job, width: float, size: float, tone: Tone) -> Block:
    """The logo, on a plate where it would not be seen; else the name in type behind a small mark."""
    if job.logo is not None:
        return _logo(job, job.logo, width, size, tone)
    text, font = job.texts.brand, semi(job)
    mark = size * 0.92
    gap = size * 0.42
    room, least = max(1.0, width - mark - gap), max(job.frame.smallest, size * 0.72)
    fitted = fit(text, font, room, 1e9, max_lines=1, max_size=size, min_size=least, leading=1.1)
    if fitted.truncated:
        fitted = fit(text, font, room, 1e9, max_lines=2, max_size=max(least, size * 0.9), min_size=least, leading=1.16)
    tall = max(mark, fitted.height)

    def put(left: float, top: float, column: float, align: Align) -> tuple[PlacedText, ...]:
        wide = mark + gap + fitted.width
        x0 = left + (column - wide) / 2 if align == "middle" else (left + column - wide if job.rtl else left)
        cap = face(font).metrics.cap_height / face(font).metrics.units_per_em * fitted.size
        baseline = top + tall / 2 + cap / 2 if len(fitted.lines) < 2 else top + fitted.baselines(0)[0]
        mark_x = x0 + wide - mark if job.rtl else x0
        text_x = x0 if job.rtl else x0 + mark + gap
        box = Box(mark_x, top + tall / 2 - mark / 2, mark, mark)
        placed = _lines(
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

    return Block("brand", mark + gap + fitted.width, tall, put, fitted.truncated) if fitted.lines else _none("brand")


def semi(job: Job) -> str:
    """The heavier cut of the text face."""
    family = job.direction.text.rsplit("-", 1)[0]
    heavy = {"outfit": "outfit-semi", "nunito": "nunito-semi", "inter": "inter-semi", "lora": "lora-bold"}
    return heavy.get(family, job.direction.text)


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


def _logo(job: Job, logo: Picture, width: float, size: float, tone: Tone) -> Block:
    tall = size * (1.9 if logo.ratio < 2.2 else 1.35)
    wide = tall * logo.ratio
    if wide > width * 0.8:
        wide, tall = width * 0.8, width * 0.8 / logo.ratio
    light = logo.light
    ground = col.luminance(tone.ground) ** 0.5
    opaque = logo.pixels.shape[2] == 3
    plain = not opaque and abs(light - ground) < 0.42
    pad = tall * 0.22 if plain else 0.0
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


def button(job: Job, width: float, size: float, tone: Tone, arrow: bool = True) -> Block:
    """The call to action on its button, with an arrow that points the way the text runs."""
    text, font = job.texts.cta, semi(job)
    pad_x, pad_y = size * 1.15, size * (0.74 if job.frame.shape != "banner" else 0.62)
    tip = size * 1.25 if arrow and not job.frame.tiny else 0.0
    fitted = fit(
        text, font, max(size, width - 2 * pad_x - tip), 1e9, max_lines=2 if not job.frame.tiny else 1, max_size=size,
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
        placed = _lines(
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
        art = ""
        if tip:
            ax = x + pad_x + fitted.width + tip * 0.30 if not job.rtl else x + pad_x + tip * 0.70
            art = _arrow(ax, top + tall / 2, size * 0.78 * (-1 if job.rtl else 1), tone.button_ink, size * 0.11)
        return (replace(placed, plate=plate, art=art, art_box=None),)

    return Block("cta", wide, tall, put, fitted.truncated) if fitted.lines else _none("cta")


def _arrow(x: float, y: float, length: float, colour: str, width: float) -> str:
    tip, head = x + length, abs(length) * 0.36
    back = tip - math.copysign(head, length)
    return (
        f'<path d="M{num(x)} {num(y)}H{num(tip)}M{num(back)} {num(y - head)}L{num(tip)} {num(y)}L{num(back)} {num(y + head)}" fill="none" '
        f'stroke="{colour}" stroke-width="{num(width)}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def row(job: Job, index: int, width: float, size: float, tone: Tone, numbered: bool = False) -> Block:
    """One benefit behind its icon in a disc (or its number)."""
    text, font = job.texts.bullets[index], semi(job)
    disc = size * 1.72
    gap = size * 0.62
    fitted = fit(
        text, font, max(size, width - disc - gap), 1e9, max_lines=2, max_size=size, min_size=max(job.frame.smallest, size * 0.85),
        leading=leading_for(text, False) * 0.9,
    )  # fmt: skip
    tall = max(disc, fitted.height)
    name = job.direction.icons[index] if index < len(job.direction.icons) else ""
    sign_ink = col.ensure(
        col.ink_on(tone.mark, job.direction.palette.light, job.direction.palette.deep), tone.mark, 3.0
    )

    def put(left: float, top: float, column: float, align: Align) -> tuple[PlacedText, ...]:
        wide = disc + gap + fitted.width
        x0 = left + (column - wide) / 2 if align == "middle" else (left + column - wide if job.rtl else left)
        disc_x = x0 + wide - disc if job.rtl else x0
        cx, cy = disc_x + disc / 2, top + tall / 2
        art = f'<circle cx="{num(cx)}" cy="{num(cy)}" r="{num(disc / 2)}" fill="{tone.mark}"/>'
        k = disc * 0.6 / 256
        sign = name or "check"
        art += f'<g transform="translate({num(cx - 128 * k)} {num(cy - 128 * k)}) scale({k:.4f})" fill="{sign_ink}">{icon(sign, "fill" if name else "bold")}</g>'
        ascent = fitted.baselines(0)[0]
        placed = _lines(
            job, "bullet", job.full.bullets[index], fitted, font, tone.ink, 0.0, x0 if job.rtl else x0 + disc + gap,
            top + (tall - fitted.height) / 2 + ascent, "start", fitted.truncated or text != job.full.bullets[index],
        )  # fmt: skip
        return (replace(placed, art=art, art_box=Box(disc_x, cy - disc / 2, disc, disc)),)

    return Block("bullet", disc + gap + fitted.width, tall, put, fitted.truncated) if fitted.lines else _none("bullet")


def chips(job: Job, count: int, width: float, size: float, tone: Tone, align: Align) -> Block:
    """Benefits as small outlined labels, as many to a line as fit."""
    font = semi(job)
    pad, gap, tall, sign = size * 0.75, size * 0.5, size * 2.15, size * 1.25
    made: list[tuple[int, Fitted, float]] = []
    for i in range(count):
        most = width - 2 * pad - sign * 1.4
        fitted = fit(
            job.texts.bullets[i],
            font,
            max(size, most),
            1e9,
            max_lines=1,
            max_size=size,
            min_size=max(job.frame.smallest, size * 0.8),
        )
        made.append((i, fitted, fitted.width + 2 * pad + sign * 1.4))
    lines: list[list[tuple[int, Fitted, float]]] = []
    for item in made:
        if lines and sum(w for _, _, w in lines[-1]) + gap * len(lines[-1]) + item[2] <= width:
            lines[-1].append(item)
        else:
            lines.append([item])
    wide = max((sum(w for _, _, w in line) + gap * (len(line) - 1) for line in lines), default=0.0)

    def put(left: float, top: float, column: float, align_: Align) -> tuple[PlacedText, ...]:
        out: list[PlacedText] = []
        for n, line in enumerate(lines):
            span = sum(w for _, _, w in line) + gap * (len(line) - 1)
            x = left + (column - span) / 2 if align_ == "middle" else (left + column - span if job.rtl else left)
            for i, fitted, w in reversed(line) if job.rtl else line:
                out.append(_chip(job, i, fitted, Box(x, top + n * (tall + gap), w, tall), pad, sign, tone, font))
                x += w + gap
        return tuple(out)

    if not all(f.lines for _, f, _ in made):
        return _none("bullet")
    height = len(lines) * tall + max(0, len(lines) - 1) * gap
    return Block("bullet", wide, height, put, any(f.truncated for _, f, _ in made))


def _chip(job: Job, index: int, fitted: Fitted, box: Box, pad: float, sign: float, tone: Tone, font: str) -> PlacedText:
    name = job.direction.icons[index] if index < len(job.direction.icons) else ""
    metrics = face(font).metrics
    cap = metrics.cap_height / metrics.units_per_em * fitted.size
    k = sign / 256
    sx = box.right - pad - sign if job.rtl else box.x + pad
    tx = box.x + pad if job.rtl else box.x + pad + sign * 1.4
    art = f'<g transform="translate({num(sx)} {num(box.y + (box.h - sign) / 2)}) scale({k:.4f})" fill="{tone.mark}">{icon(name or "check", "fill" if name else "bold")}</g>'
    plate = Plate(
        f'<rect x="{num(box.x)}" y="{num(box.y)}" width="{num(box.w)}" height="{num(box.h)}" rx="{num(box.h / 2)}" fill="{tone.ink}" fill-opacity=".09" stroke="{tone.ink}" stroke-opacity=".38" stroke-width="{max(1.0, box.h * 0.024):.1f}"/>',
        box,
    )
    text = _lines(
        job, "bullet", job.full.bullets[index], fitted, font, tone.ink, 0.0, tx, box.y + box.h / 2 + cap / 2, "start",
        fitted.truncated or job.texts.bullets[index] != job.full.bullets[index],
    )  # fmt: skip
    return replace(text, plate=plate, art=art)


def pill(job: Job, width: float, size: float, tone: Tone) -> Block:
    """The offer as a small label."""
    p = job.direction.palette
    fill = p.accent2 if col.contrast(p.accent2, tone.ground) >= 1.6 and p.accent2 != tone.button else tone.ink
    ink = col.ensure(col.ink_on(fill, p.light, p.deep), fill, 4.6)
    text, font = job.texts.badge, semi(job)
    pad_x, pad_y = size * 0.85, size * 0.52
    fitted = fit(
        text,
        font,
        max(size, width - 2 * pad_x),
        1e9,
        max_lines=2,
        max_size=size,
        min_size=max(job.frame.smallest, size * 0.75),
        leading=1.2,
    )
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
        placed = _lines(
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

    return Block("badge", wide, tall, put, fitted.truncated) if fitted.lines else _none("badge")


def sticker(job: Job, cx: float, cy: float, radius: float, tone: Tone, rotate: float = -9.0) -> PlacedText | None:
    """The offer on a starburst. ``None`` when the words are too many for it."""
    p = job.direction.palette
    fill = next(
        (c for c in (p.accent2, p.accent, p.light, p.deep) if col.contrast(c, tone.ground) >= 1.8 and c != tone.button),
        tone.ink,
    )
    ink = col.ensure(col.ink_on(fill, p.light, p.deep), fill, 4.6)
    text, font = job.texts.badge, semi(job)
    side = radius * 1.38
    fitted = fit(
        text,
        font,
        side,
        side * 0.86,
        max_lines=4,
        max_size=radius * 0.46,
        min_size=max(job.frame.smallest, radius * 0.17),
        leading=1.12,
    )
    if fitted.truncated or not fitted.lines:
        return None
    teeth = 20
    points = "".join(
        f"{'L' if i else 'M'}{num(cx + math.cos(i * math.pi / teeth) * radius * (1 if i % 2 else 0.91))} {num(cy + math.sin(i * math.pi / teeth) * radius * (1 if i % 2 else 0.91))}"
        for i in range(2 * teeth)
    )
    shade = f'<path d="{points}Z" transform="translate({num(radius * 0.05)} {num(radius * 0.07)})" fill="{p.deep}" opacity=".25"/>'
    body = f'<path d="{points}Z" fill="{fill}" stroke="{fill}" stroke-width="{num(radius * 0.06)}" stroke-linejoin="round"/>'
    placed = _lines(
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
    return replace(placed, plate=Plate(shade + body, box, fill), rotate=rotate)


def least_headline(frame: Frame, small: float) -> float:
    """Least size of a headline beside running text of that size: hierarchy needs half as much again."""
    return max(small * 1.45, frame.smallest * 1.25)
