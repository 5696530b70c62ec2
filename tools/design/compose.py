"""What families share in putting a layout together: pinned edges, halves, and the finished composition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .column import Column, Part, Setting, column
from .elements import Tone
from .frame import Job
from .geometry import Box
from .placed import Composition, Issue, PlacedText


@dataclass(frozen=True)
class Texts:
    """Columns gathered, in reading order."""

    texts: tuple[PlacedText, ...]
    issues: tuple[Issue, ...]
    body: Box
    """Room of the main column, without what is pinned above and below it."""


def gather(columns: Sequence[Column], main: int = 0) -> Texts:
    """Columns as one; ``main`` is the one whose room matters to the picture."""
    return Texts(
        tuple(t for c in columns for t in c.texts),
        tuple(i for c in columns for i in c.issues),
        columns[main].box,
    )


def pinned(
    job: Job, box: Box, tone: Tone, setting: Setting, parts: Sequence[Part] = ("badge", "headline", "sub", "bullets", "cta"),
    *, top: bool = True, bottom: bool = True, top_tone: Tone | None = None, bottom_tone: Tone | None = None,
) -> Texts:  # fmt: skip
    """Brand at the top edge, legal lines at the bottom edge, the rest in the room between them."""
    body, frame = job.frame.body, job.frame
    columns: list[Column] = []
    inner = box
    if bottom and job.texts.legal:
        low = column(
            job,
            Box(box.x, box.y + box.h * 0.5, box.w, box.h * 0.5),
            ("legal",),
            bottom_tone or tone,
            replace(setting, valign="bottom"),
        )
        columns.append(low)
        inner = Box(inner.x, inner.y, inner.w, max(0.0, low.box.y - body * 0.9 - inner.y))
    if top and (job.texts.brand or job.logo is not None) and not (frame.tiny and parts and inner.h < body * 9):
        high = column(
            job,
            Box(inner.x, inner.y, inner.w, inner.h * 0.4),
            ("brand",),
            top_tone or tone,
            replace(setting, valign="top"),
        )
        columns.append(high)
        edge = high.box.bottom + body * 1.1
        inner = Box(inner.x, edge, inner.w, max(0.0, inner.bottom - edge))
    elif top:
        parts = ("brand", *parts)
    main = column(job, inner, parts, tone, setting)
    return gather([*columns, main], main=len(columns))


def beside(job: Job, box: Box, share: float, gap: float) -> tuple[Box, Box]:
    """A box cut in two side by side: words where reading starts, the picture across from them."""
    text_w = box.w * share - gap / 2
    rest_w = box.w - text_w - gap
    if job.rtl:
        return Box(box.x + rest_w + gap, box.y, text_w, box.h), Box(box.x, box.y, rest_w, box.h)
    return Box(box.x, box.y, text_w, box.h), Box(box.x + text_w + gap, box.y, rest_w, box.h)


def finish(
    job: Job,
    family: str,
    background: str,
    texts: Sequence[Texts],
    hero: str = "",
    hero_box: Box | None = None,
    extra: Sequence[PlacedText] = (),
    stage: str = "",
) -> Composition:
    """The composition, unchecked. ``stage`` is the part of the background that other layouts may share."""
    frame = job.frame
    seen: dict[tuple[str, str, str], Issue] = {}
    for t in texts:
        for issue in t.issues:
            if issue.kind == "dropped" and any(p.text and p.text[:80] == issue.detail for p in extra):
                continue
            seen[(issue.kind, issue.role, issue.detail)] = issue
    for role, chars in job.missing.items():
        seen[("tofu", role, "")] = Issue("tofu", role, " ".join(f"U+{ord(c):04X}" for c in chars[:20]))
    return Composition(
        width=frame.width,
        height=frame.height,
        family=family,
        background=background,
        stage=stage,
        hero=hero,
        hero_box=hero_box,
        texts=(*(p for t in texts for p in t.texts), *extra),
        safe=frame.safe,
        issues=tuple(seen.values()),
        title=" ".join(v for v in (job.full.brand, job.full.headline) if v),
    )
