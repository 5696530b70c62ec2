"""What closes a tall layout below its words, where a platform lays its own interface and no word may stand."""

from __future__ import annotations

from typing import Final

from . import colour as col
from .canvas import Canvas
from .frame import Job
from .geometry import Box
from .patterns import choose, paint

_LEAST: Final = 0.16
"""Part of the short side under which the foot is a margin, and stays one."""


def foot_of(job: Job) -> Box | None:
    """The room below the words from edge to edge; ``None`` where that is but a margin."""
    frame = job.frame
    top = frame.box.bottom + frame.body * (0.2 if job.moving else 1.1)  # a film's captions stand in it
    room = frame.height - top
    return Box(0, top, frame.width, room) if room > frame.short * _LEAST else None


def close_with_colour(c: Canvas, job: Job, inset: float = 0.0) -> None:
    """A band of the brand's dark colour with a quiet pattern; ``inset`` from the edges where the picture above it is."""
    room, p = foot_of(job), job.direction.palette
    if room is None:
        return
    ground = p.deep if col.contrast(p.deep, p.bg) > 1.8 else col.mix(p.bg, p.accent, 0.3)
    band = Box(inset, room.y, room.w - 2 * inset, room.h - inset)
    radius = job.frame.short * 0.035 if inset else 0.0
    c.rect(band.x, band.y, band.w, band.h, ground, r=radius)
    if not job.moving:  # rows of one colour cost a slow zoom nothing, and captions stand on them
        figure = paint(c, choose(job.seed), job.frame.short * 0.075, col.mix(ground, p.accent, 0.5))
        c.rect(band.x, band.y, band.w, band.h, figure, 0.28, r=radius)
