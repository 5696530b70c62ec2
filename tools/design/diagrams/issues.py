"""What does not hold on a finished board: the checker that every drawing has passed before it leaves.

Contrast is WCAG 2.2: 4.5:1 for all words, whatever their size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from tools.design.geometry import Box
from tools.design.placed import overlap

from .arrows import hits, length
from .board import Part
from .sheet import Sheet

_SLACK = 1.5
_LAP = 1.0
CONTRAST = 4.5


@dataclass(frozen=True)
class Issue:
    """One thing that is wrong, and where."""

    kind: Literal["overlap", "overflow", "small", "contrast", "cut", "pierced", "hidden"]
    detail: str


def issues(parts: Sequence[Part], sheet: Sheet) -> tuple[Issue, ...]:
    """All that is wrong with the parts; empty for a good drawing."""
    return (*_alone(parts, sheet), *_together(parts), *_arrows(parts))


def _alone(parts: Sequence[Part], sheet: Sheet) -> Iterator[Issue]:
    for part in parts:
        if not sheet.frame.contains(part.box, _SLACK):
            yield Issue("overflow", f"{part.kind} {_said(part)}")
        if part.text is None:
            continue
        if part.within is not None and not part.within.contains(part.box, _SLACK):
            yield Issue("overflow", _said(part))
        if part.text.size < sheet.floor - 0.05:
            yield Issue("small", f"{part.text.size:.1f} {_said(part)}")
        if part.text.contrast < CONTRAST:
            yield Issue("contrast", f"{part.text.contrast:.2f} {_said(part)}")
        if part.text.truncated or not part.text.lines:
            yield Issue("cut", _said(part))


def _together(parts: Sequence[Part]) -> Iterator[Issue]:
    solid = [p for p in parts if p.kind in ("words", "card", "icon")]
    for a, b in combinations(solid, 2):
        if not _laps(a.box, b.box):
            continue
        kinds = {a.kind, b.kind}
        if kinds == {"words"} or kinds == {"words", "icon"} or kinds == {"icon"} or kinds == {"card"}:
            yield Issue("overlap", f"{a.kind} {_said(a)} / {b.kind} {_said(b)}")
        elif "card" in kinds:  # words and icons lie wholly on a card or wholly off it
            card, other = (a, b) if a.kind == "card" else (b, a)
            if other.kind == "words" and other.text is not None and other.text.role == "badge":
                continue  # a badge sits on the edge of its card; what it covers is told by words and icons
            if not card.box.contains(other.box, _SLACK):
                yield Issue("overlap", f"card / {_said(other)}")


def _arrows(parts: Sequence[Part]) -> Iterator[Issue]:
    for part in parts:
        if part.kind != "arrow":
            continue
        if part.head and length(part.way) < part.head * 1.15:
            yield Issue("hidden", "an arrow too short to be seen")
        tip = part.way[-1]
        for other in parts:
            if part.head and other.kind == "words" and other.box.contains(Box(*tip, 0, 0), part.head * 0.3):
                yield Issue("hidden", f"an arrow's head under {_said(other)}")
            if other.kind == "card" and any(
                hits(a, b, other.box.inset(_SLACK)) for a, b in zip(part.way, part.way[1:], strict=False)
            ):
                yield Issue("pierced", "an arrow runs through a card")
            if other.kind == "words" and other.text is not None and other.text.role != "badge" and any(
                hits(a, b, other.box) for a, b in zip(part.way, part.way[1:], strict=False)
            ):  # fmt: skip
                yield Issue("overlap", f"an arrow over {_said(other)}")


def _laps(a: Box, b: Box) -> bool:
    lap = overlap(a, b)
    return lap.w > _LAP and lap.h > _LAP


def _said(part: Part) -> str:
    return part.text.text[:40] if part.text is not None else " ".join(f"{v:.0f}" for v in part.box)
