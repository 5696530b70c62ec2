"""The words of a banner, put down in columns and judged: what is said, in what size, and what had to go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from . import elements as el
from . import labels, marks
from .elements import Align, Block, Tone
from .frame import Job, script_of
from .geometry import Box
from .placed import Issue, PlacedText

Part = Literal["brand", "badge", "line", "headline", "sub", "cta", "legal"]
"""Roles; ``line`` is the badge as a line of type, for where its label has no room."""
LEAST: Final = 11.5
"""Least size of a headline; everything else keeps to ``Frame.smallest``."""
WORTH: Final[dict[str, float]] = {"headline": 300, "cta": 120, "legal": 42, "brand": 160, "badge": 44, "sub": 5}
"""What it is worth that a role is there at all."""


@dataclass(frozen=True)
class Words:
    """Words that were put down, and how good that is."""

    texts: tuple[PlacedText, ...]
    issues: tuple[Issue, ...]
    worth: float
    box: Box


def body_size(job: Job) -> float:
    """Running text: a little larger than elsewhere, since a banner is glanced at."""
    frame = job.frame
    least = max(frame.smallest, 13.5) if _cjk(job) and frame.short > 60 else frame.smallest
    return max(least, min(frame.unit * 0.044, frame.short * 0.15, 22.0))


def _cjk(job: Job) -> bool:
    return script_of(job.texts.headline or job.texts.cta or job.texts.brand) == "cjk"


def dense(job: Job) -> bool:
    """Whether running text would be Chinese too small to be told apart."""
    return _cjk(job) and body_size(job) < 15


def blocks(job: Job, parts: list[Part], width: float, tone: Tone, body: float) -> list[Block]:
    return [_block(job, part, width, tone, body) for part in parts if part != "headline"]


def _block(job: Job, part: Part, width: float, tone: Tone, body: float) -> Block:
    if part == "brand":
        rows = int((job.frame.box.h + 2) / (job.frame.smallest * 1.16))
        return marks.brand(job, width, body, tone, lines=max(1, min(rows, 5 if job.frame.shape == "skyscraper" else 3)))
    if part == "badge":
        return labels.pill(job, width, max(job.frame.smallest, body * (1.0 if dense(job) else 0.9)), tone)
    if part == "line":
        return labels.line(job, width, body, tone)
    if part == "sub":
        return el.paragraph(job, width, body, tone, lines=3)
    if part == "legal":
        return el.legal(job, width, tone, height=job.frame.box.h * 0.4)
    size = max(job.frame.smallest, body)
    one = labels.button(job, width, size, tone, body > 15, lines=1)
    return one if not one.truncated else labels.button(job, width, size, tone, body > 15, lines=3)


def stack(
    job: Job,
    box: Box,
    parts: list[Part],
    tone: Tone,
    body: float,
    *,
    valign: str,
    lines: int,
    tight: bool = False,
    air: float = 1.0,
) -> Words:
    """Blocks under one another, ``air`` times the usual gap apart, the headline in whatever the others leave."""
    gap = body * (0.6 if tight else 0.85) * air
    order = blocks(job, parts, box.w, tone, body)
    if "headline" in parts:
        room = box.h - sum(b.height for b in order) - gap * len(order)
        most = min(job.frame.short * 0.52, job.frame.unit * 0.3)
        head = el.headline(job, box.w, max(1.0, room), tone, largest=most, least=LEAST, lines=lines)
        order.insert(parts.index("headline"), head)
    return put(job, order, box, gap, "start", valign)


def put(job: Job, rows: list[Block], box: Box, gap: float, align: Align, valign: str) -> Words:
    shown = [b for b in rows if b.width > 0]
    whole = len(shown)
    while len(shown) > 1 and sum(b.height for b in shown) + gap * (len(shown) - 1) > box.h + 0.5:
        shown.remove(min(shown, key=lambda b: WORTH.get(b.role, 0.0)))
    tall = sum(b.height for b in shown) + gap * max(0, len(shown) - 1)
    wide = max((b.width for b in shown), default=0.0)
    spare = max(0.0, box.h - tall)
    top = box.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[valign]
    texts: list[PlacedText] = []
    worth, y = 0.0, top
    for b in shown:
        texts += b.put(box.x, y, box.w, align)
        y += b.height + gap
    if len(shown) < whole or tall > box.h + 0.5 or wide > box.w + 0.5:
        worth -= 200.0
    return Words(tuple(texts), (), worth, Box(box.x, top, wide, tall if shown else 0.0))
