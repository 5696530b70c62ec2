"""What the reader gets: rows behind icons, or small outlined labels."""

from __future__ import annotations

from dataclasses import replace

from . import colour as col
from .canvas import num
from .elements import Align, Block, Tone, leading_for, nothing, semi, set_lines
from .fonts import face
from .frame import Job
from .geometry import Box
from .icons import icon
from .placed import PlacedText, Plate
from .wrap import Fitted, fit


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
        placed = set_lines(
            job, "bullet", job.full.bullets[index], fitted, font, tone.ink, 0.0, x0 if job.rtl else x0 + disc + gap,
            top + (tall - fitted.height) / 2 + ascent, "start", fitted.truncated or text != job.full.bullets[index],
        )  # fmt: skip
        return (replace(placed, art=art, art_box=Box(disc_x, cy - disc / 2, disc, disc)),)

    return (
        Block("bullet", disc + gap + fitted.width, tall, put, fitted.truncated) if fitted.lines else nothing("bullet")
    )


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
        return nothing("bullet")
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
    text = set_lines(
        job, "bullet", job.full.bullets[index], fitted, font, tone.ink, 0.0, tx, box.y + box.h / 2 + cap / 2, "start",
        fitted.truncated or job.texts.bullets[index] != job.full.bullets[index],
    )  # fmt: skip
    return replace(text, plate=plate, art=art)
