"""The parts that layouts are set from: brand, headline, running text, benefit rows, buttons, badges, legal lines.

Each function measures one element for a width and gives a ``Block`` that can then be put anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from . import colour as col
from .bidi import has_rtl
from .fonts import face
from .frame import Frame, Job, script_of
from .geometry import Box
from .placed import Anchor, PlacedText, Role
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
    shown = next((c for c in choices if col.contrast(c, ground) >= 1.45), None) or ink
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


def nothing(role: Role) -> Block:
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
        return (set_lines(job, role, full, fitted, font, colour, tracking, x, fitted.baselines(top)[0], anchor, cut),)

    return (
        Block(role, fitted.width, fitted.height, put, fitted.truncated, fitted.size) if fitted.lines else nothing(role)
    )


def _anchor(job: Job, left: float, width: float, align: Align) -> tuple[float, Anchor]:
    if align == "middle":
        return left + width / 2, "middle"
    return (left + width, "end") if job.rtl else (left, "start")


def set_lines(
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
        direction="rtl" if f.rtl or job.rtl and has_rtl(full) else "ltr",
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


def semi(job: Job) -> str:
    """The heavier cut of the text face."""
    family = job.direction.text.rsplit("-", 1)[0]
    heavy = {"outfit": "outfit-semi", "nunito": "nunito-semi", "inter": "inter-semi", "lora": "lora-bold"}
    return heavy.get(family, job.direction.text)


def least_headline(frame: Frame, small: float) -> float:
    """Least size of a headline beside running text of that size: hierarchy needs half as much again."""
    return max(small * 1.45, frame.smallest * 1.25)
