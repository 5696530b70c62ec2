"""A column of elements that always fits its box: small type gives way first, then what may be left out, then words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from . import benefits, labels, marks
from . import elements as el
from .elements import Align, Block, Tone
from .frame import Job
from .geometry import Box
from .placed import Issue, PlacedText

Part = Literal["brand", "badge", "headline", "sub", "bullets", "cta", "legal"]
_SCALES = (1.0, 0.92, 0.84, 0.76, 0.68)
_GAPS: dict[tuple[str, str], float] = {
    ("brand", "headline"): 1.5,
    ("brand", "badge"): 1.3,
    ("badge", "headline"): 0.85,
    ("headline", "sub"): 1.3,
    ("headline", "bullet"): 1.4,
    ("headline", "cta"): 1.45,
    ("sub", "bullet"): 1.05,
    ("sub", "cta"): 1.25,
    ("bullet", "bullet"): 0.7,
    ("bullet", "cta"): 1.3,
    ("cta", "legal"): 1.0,
}
"""Space between two elements, in ems of running text."""
_LEAD = 2.5
"""How many times larger than running text a headline should be, where there is room."""


@dataclass(frozen=True)
class Column:
    """What was set, the room it takes, and what had to be left out."""

    texts: tuple[PlacedText, ...]
    box: Box
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True)
class Setting:
    """How a column is set. ``largest`` is the headline's size limit in ems of running text."""

    align: Align = "start"
    valign: Literal["top", "middle", "bottom", "spread"] = "top"
    largest: float = 4.4
    lines: int = 4
    arrow: bool = True
    sub_lines: int = 4
    body: float = 1.0
    """Running text as a multiple of the frame's."""
    gap: float = 1.0
    chips: bool = False
    """Benefits as a line of labels rather than one under another."""
    font: str = ""
    """Face of the headline where it is not the direction's display face."""


def column(job: Job, box: Box, parts: Sequence[Part], tone: Tone, setting: Setting | None = None) -> Column:
    """Set ``parts`` from top to bottom in ``box``. Every text that is shown lies inside it."""
    how = setting or Setting()
    if box.w < 8 or box.h < 8:
        return Column((), Box(box.x, box.y, 0, 0), tuple(Issue("dropped", p) for p in _present(job, parts)))
    kept = list(_present(job, parts))
    bullets = len(job.texts.bullets)
    dropped: list[Issue] = []
    while True:
        found = _best(job, box, kept, bullets, tone, how)
        if found is not None:
            return _stack(job, box, found[0], how, found[1], dropped)
        if "bullets" in kept and bullets > 0:
            bullets -= 1
            dropped.append(Issue("dropped", "bullet", job.full.bullets[bullets][:80]))
            if not bullets:
                kept.remove("bullets")
        elif leaves := [
            p
            for p in ("sub", "badge", "brand", "cta")
            if p in kept and (p != "cta" or job.frame.tiny) and len(kept) > 1
        ]:
            kept.remove(leaves[0])
            dropped.append(Issue("dropped", leaves[0], str(getattr(job.full, leaves[0]))[:80]))
        else:
            break
    blocks = _blocks(job, box, kept, bullets, tone, how, _SCALES[-1], final=True) or []
    shown = {b.role for b in blocks}
    dropped += [Issue("dropped", p) for p in kept if p not in shown and p != "bullets"]
    return _stack(job, box, blocks, how, _SCALES[-1], dropped)


def _best(
    job: Job, box: Box, parts: Sequence[Part], bullets: int, tone: Tone, how: Setting
) -> tuple[list[Block], float] | None:
    """The largest running text beside which the headline still leads by far; else the one where it leads most."""
    best: tuple[float, list[Block], float] | None = None
    for scale in _SCALES:
        blocks = _blocks(job, box, parts, bullets, tone, how, scale, final=False)
        if blocks is None:
            continue
        size = next((b.size for b in blocks if b.role == "headline"), 0.0)
        body = max(job.frame.smallest, job.frame.body * how.body * scale)
        lead = min(size / body, min(_LEAD, how.largest * 0.8)) if size else _LEAD
        if best is None or lead > best[0] + 0.12:
            best = (lead, blocks, scale)
    return (best[1], best[2]) if best else None


def _present(job: Job, parts: Sequence[Part]) -> tuple[Part, ...]:
    texts = job.texts
    have: dict[Part, bool] = {
        "brand": bool(texts.brand) or job.logo is not None,
        "badge": bool(texts.badge),
        "headline": bool(texts.headline),
        "sub": bool(texts.sub),
        "bullets": bool(texts.bullets),
        "cta": bool(texts.cta),
        "legal": bool(texts.legal),
    }
    return tuple(p for p in parts if have[p])


def _blocks(
    job: Job, box: Box, parts: Sequence[Part], bullets: int, tone: Tone, how: Setting, scale: float, final: bool
) -> list[Block] | None:
    """Blocks that fit, or ``None``. The headline takes what the others leave."""
    frame = job.frame
    body = max(frame.smallest, frame.body * how.body * scale)
    out: list[Block | None] = []
    for part in parts:
        if part == "brand":
            height = box.h if len(parts) == 1 else math.inf
            out.append(marks.brand(job, box.w, body * 1.02, tone, height=height))
        elif part == "badge":
            out.append(labels.pill(job, box.w, body * 0.88, tone))
        elif part == "sub":
            out.append(el.paragraph(job, box.w, body, tone, lines=how.sub_lines))
        elif part == "bullets":
            if how.chips:
                out.append(benefits.chips(job, bullets, box.w, max(frame.smallest, body * 0.82), tone, how.align))
            else:
                out += [benefits.row(job, i, box.w, max(frame.smallest, body * 0.94), tone) for i in range(bullets)]
        elif part == "cta":
            out.append(labels.button(job, box.w, body * 0.96, tone, how.arrow))
        elif part == "legal":
            out.append(el.legal(job, box.w, tone, height=box.h * 0.5))
        else:
            out.append(None)
    rest = [b for b in out if b is not None]
    if not final and any(b.truncated or b.width > box.w + 0.5 for b in rest):
        return None
    roles = ["headline" if b is None else b.role for b in out]
    gaps = sum(_gap(a, b, body, how) for a, b in zip(roles, roles[1:], strict=False))
    room = box.h - sum(b.height for b in rest) - gaps
    if "headline" not in roles:
        if room >= -0.5:
            return [b for b in rest if b.width > 0]
        return _cut_down(rest, box, body, how) if final else None
    least = el.least_headline(frame, body)
    if room < least * 0.7:
        if not final:
            return None
        rest = _cut_down(rest, Box(box.x, box.y, box.w, box.h - least * 1.3), body, how)
        room = (
            box.h
            - sum(b.height for b in rest)
            - sum(_gap(a, b, body, how) for a, b in zip(roles, roles[1:], strict=False))
        )
    head = el.headline(
        job,
        box.w,
        max(room, 1.0),
        tone,
        largest=body / scale * how.largest,
        least=least if not final else max(frame.smallest, least * 0.7),
        lines=how.lines + (3 if final else 0),
    )
    if head.truncated and not final:
        return None
    ordered: list[Block] = []
    left = list(rest)
    for b in out:
        if b is None:
            if head.width > 0:
                ordered.append(head)
        elif b in left and b.width > 0:
            ordered.append(b)
    return ordered


def _cut_down(blocks: list[Block], box: Box, body: float, how: Setting) -> list[Block]:
    """As many blocks as fit; legal lines and the button go last."""
    order = sorted(range(len(blocks)), key=lambda i: {"legal": 0, "cta": 1, "brand": 2}.get(blocks[i].role, 3))
    kept: set[int] = set()
    used = -body
    for i in order:
        need = blocks[i].height + body * 1.0
        if used + need <= box.h and blocks[i].width <= box.w + 0.5 and blocks[i].width > 0:
            kept.add(i)
            used += need
    return [b for i, b in enumerate(blocks) if i in kept]


def _gap(a: str, b: str, body: float, how: Setting) -> float:
    return body * _GAPS.get((a, b), 1.1) * how.gap


def _stack(job: Job, box: Box, blocks: list[Block], how: Setting, scale: float, dropped: list[Issue]) -> Column:
    body = max(job.frame.smallest, job.frame.body * how.body * scale)
    gaps = [_gap(a.role, b.role, body, how) for a, b in zip(blocks, blocks[1:], strict=False)]
    total = sum(b.height for b in blocks) + sum(gaps)
    spare = max(0.0, box.h - total)
    top = box.y + {"top": 0.0, "middle": spare / 2, "bottom": spare, "spread": 0.0}[how.valign]
    texts: list[PlacedText] = []
    y = top
    for i, block in enumerate(blocks):
        texts += block.put(box.x, y, box.w, how.align)
        y += block.height + (gaps[i] if i < len(gaps) else 0.0)
    issues = [*dropped, *(Issue("truncated", t.role, t.text[:80]) for t in texts if t.truncated)]
    return Column(tuple(texts), Box(box.x, top, box.w, total if blocks else 0.0), tuple(issues))
