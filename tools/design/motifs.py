"""The mark of each layout family in small: what fills the picture's corner of a banner so that a campaign stays one campaign."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Final

from . import colour as col
from .canvas import Canvas, line, num
from .confetti import dab, spots
from .frame import Job
from .geometry import Box

Motif = Callable[[Canvas, Job, Box, str], None]


def ground_of(job: Job, beside: str, button: str = "") -> str:
    """A palette colour that stands off the ground beside it, and off the button where there is a choice."""
    p = job.direction.palette
    seen = [c for c in (p.accent2, p.accent, p.deep, p.light) if col.contrast(c, beside) >= 1.4]
    return next((c for c in seen if c != button), seen[0] if seen else col.mix(beside, p.deep, 0.3))


def paint(c: Canvas, job: Job, box: Box, ground: str, outline: str = "") -> None:
    """Fill ``box`` (or ``outline``, path data inside it) with the ground and the family's motif on it."""
    shape = f'<path d="{outline}"/>' if outline else _rect(box)
    clip = c.clip(shape)
    c.add(f'<g clip-path="{clip}">')
    c.rect(box.x, box.y, box.w, box.h, ground)
    MOTIFS.get(job.direction.family, _rings)(c, job, box, ground)
    c.add("</g>")


def tints(job: Job, ground: str) -> tuple[str, str]:
    """A lighter and a darker neighbour of a ground."""
    p = job.direction.palette
    return col.mix(ground, p.light, 0.24), col.mix(ground, p.deep, 0.24)


def _rect(b: Box) -> str:
    return f'<rect x="{num(b.x)}" y="{num(b.y)}" width="{num(b.w)}" height="{num(b.h)}"/>'


def _rings(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, _ = tints(job, ground)
    reach = math.hypot(b.w, b.h) / 2
    for i in range(5, 0, -1):
        c.circle(b.x + b.w / 2, b.y + b.h / 2, reach * i / 5, light if i % 2 else ground, 0.75)


def _sun(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, _ = tints(job, ground)
    c.circle(b.x + b.w / 2, b.y + b.h / 2, min(b.w, b.h) * 0.46, light)


def _half(c: Canvas, job: Job, b: Box, ground: str) -> None:
    _, dark = tints(job, ground)
    if b.w > b.h:
        c.rect(b.x, b.y + b.h / 2, b.w, b.h / 2 + 1, dark)
    else:
        c.rect(b.x + b.w / 2, b.y, b.w / 2 + 1, b.h, dark)


def _arches(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, dark = tints(job, ground)
    wide = min(b.w, b.h * 1.1)
    for i, fill in enumerate((dark, light, ground)):
        r = wide / 2 * (1 - 0.2 * i)
        top = max(b.y + b.h * 0.04 + i * wide * 0.09, b.bottom - 2.6 * r) + r
        x = b.x + b.w / 2
        c.path(
            f"M{num(x - r)} {num(b.bottom)}V{num(top)}A{num(r)} {num(r)} 0 0 1 {num(x + r)} {num(top)}V{num(b.bottom)}Z",
            fill,
        )


def _tiles(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, dark = tints(job, ground)
    rng = random.Random(job.seed * 31 + 5)
    cell = max(12.0, min(b.w, b.h) / 4)
    for y in range(math.ceil(b.h / cell)):
        for x in range(math.ceil(b.w / cell)):
            px, py = b.x + x * cell, b.y + y * cell
            fill = rng.choice((light, dark))
            if rng.random() < 0.5:
                turn = rng.randrange(4) * 90
                d = f"M{num(px)} {num(py + cell)}A{num(cell)} {num(cell)} 0 0 1 {num(px + cell)} {num(py)}V{num(py + cell)}Z"
                c.path(d, fill, extra=f'transform="rotate({turn} {num(px + cell / 2)} {num(py + cell / 2)})"')
            elif rng.random() < 0.5:
                c.circle(px + cell / 2, py + cell / 2, cell * 0.34, fill)
    side = min(b.w, b.h) * 0.78
    c.circle(b.x + b.w / 2, b.y + b.h / 2, side / 2, ground)


def _land(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, dark = tints(job, ground)
    c.rect(b.x, b.y, b.w, b.h, c.linear([(0, ground), (1, light)]))
    c.circle(b.x + b.w * 0.5, b.y + b.h * 0.55, min(b.w, b.h) * 0.4, light)
    for k, (fill, at) in enumerate(((col.mix(ground, dark, 0.5), 0.68), (dark, 0.8))):
        points = [
            (b.x + b.w * i / 12, b.y + b.h * at + b.h * 0.06 * math.sin(i * 0.9 + job.seed + k * 2)) for i in range(13)
        ]
        c.path(line([*points, (b.right, b.bottom + 1), (b.x, b.bottom + 1)]), fill)


def _stripes(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, dark = tints(job, ground)
    step = max(b.w, b.h) / 5
    for i, fill in ((0, dark), (2, light)):
        x = b.x + b.w * 0.1 + i * step
        c.path(
            line([(x, b.bottom), (x + step, b.bottom), (x + step + b.h * 0.5, b.y), (x + b.h * 0.5, b.y)]), fill, 0.85
        )


def _rays(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, _ = tints(job, ground)
    rays(c, b.x + b.w / 2, b.y + b.h / 2, math.hypot(b.w, b.h), light, 12)


def rays(c: Canvas, x: float, y: float, reach: float, fill: str, count: int, turn: float = 0.0) -> None:
    """Wedges that run out from a point, as wide as the gaps between them."""
    step = math.pi / count
    wedges = []
    for i in range(count):
        a = 2 * i * step + turn
        far = reach / math.cos(step / 2)
        wedges.append(
            line(
                [
                    (x, y),
                    (x + far * math.cos(a), y + far * math.sin(a)),
                    (x + far * math.cos(a + step), y + far * math.sin(a + step)),
                ]
            )
        )
    c.path("".join(wedges), fill)


def _border(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, _ = tints(job, ground)
    pad = max(3.0, min(b.w, b.h) * 0.06)
    for i, weight in enumerate((1.6, 0.8)):
        at = b.inset(pad * (1 + i * 0.7))
        c.add(
            f'<rect x="{num(at.x)}" y="{num(at.y)}" width="{num(at.w)}" height="{num(at.h)}" fill="none" '
            f'stroke="{light}" stroke-width="{num(max(0.8, pad * 0.16 * weight))}"/>'
        )


def _grid(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, _ = tints(job, ground)
    step = max(14.0, min(b.w, b.h) / 5)
    for y in range(1, math.ceil(b.h / step)):
        for x in range(1, math.ceil(b.w / step)):
            px, py, r = b.x + x * step, b.y + y * step, step * 0.1
            c.rect(px - r, py - r / 3, 2 * r, r / 1.5, light)
            c.rect(px - r / 3, py - r, r / 1.5, 2 * r, light)


def _scatter(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, dark = tints(job, ground)
    p = job.direction.palette
    fills = [f for f in (light, dark, p.accent, p.accent2, p.light) if f != ground]
    for i, (x, y, k) in enumerate(spots(job.seed, b, 16)):
        dab(c, i, x, y, min(b.w, b.h) * 0.055 * k, fills[i % len(fills)])
    c.circle(b.x + b.w / 2, b.y + b.h / 2, min(b.w, b.h) * 0.38, ground)


def _punched(c: Canvas, job: Job, b: Box, ground: str) -> None:
    light, _ = tints(job, ground)
    at = b.inset(max(3.0, min(b.w, b.h) * 0.07))
    c.add(
        f'<rect x="{num(at.x)}" y="{num(at.y)}" width="{num(at.w)}" height="{num(at.h)}" rx="{num(min(at.w, at.h) * 0.08)}" '
        f'fill="none" stroke="{light}" stroke-width="{num(max(1.0, min(b.w, b.h) * 0.016))}" stroke-dasharray="{num(max(2.0, b.h * 0.03))}"/>'
    )


MOTIFS: Final[dict[str, Motif]] = {
    "rings": _rings,
    "split": _half,
    "bauhaus": _tiles,
    "bigtype": _sun,
    "scene": _land,
    "photo": _sun,
    "editorial": _sun,
    "arch": _arches,
    "ticket": _punched,
    "magazine": _half,
    "swiss": _grid,
    "diagonal": _stripes,
    "ornament": _border,
    "sticker": _scatter,
    "sunburst": _rays,
}
