"""What stands on a card: a disc with an icon or a number, the node's words, and a smaller line under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

from tools.design.clusters import is_cjk
from tools.design.elements import leading_for
from tools.design.fonts import face
from tools.design.frame import script_of
from tools.design.geometry import Box
from tools.design.lines import even, greedy
from tools.design.shaping import is_rtl, measure, shape
from tools.design.wrap import Fitted

from .sheet import Sheet

T = TypeVar("T")
Form = Literal["row", "stack", "plain"]
"""Disc beside the words, disc above them, or words alone."""
_EVEN = 6
"""Lines up to which a text is set in lines of like length; longer ones are prose."""
_SHORTEST = 4
"""Characters that the longest line of a broken Chinese text must have: shorter words stay in one line."""
_TIGHT = 0.9
"""Line distance on a card, as a part of that of running text."""


def drop(fitted: Fitted) -> float:
    """How far the last line hangs below its baseline: words are centred without it, so that neighbours share a baseline."""
    return fitted.height - fitted.ascent - (len(fitted.lines) - 1) * fitted.leading * fitted.size


@dataclass(frozen=True)
class Content:
    """What a card says. ``mark`` is a number; ``icon`` goes before it in the disc, and the number then sits on its edge."""

    text: str
    detail: str = ""
    icon: str = ""
    mark: str = ""

    @property
    def disc(self) -> bool:
        return bool(self.icon or self.mark)


@dataclass(frozen=True)
class Cell:
    """A content set at one size. ``width`` and ``height`` are what it needs, with its padding."""

    content: Content
    form: Form
    size: float
    width: float
    height: float
    text: Fitted
    detail: Fitted | None
    disc: float
    """Diameter; 0 where there is none."""
    pad: float

    @property
    def gap(self) -> float:
        """Between disc and words."""
        return self.size * 0.5

    @property
    def stack_height(self) -> float:
        """Of disc and words over each other."""
        return self.words_height + self.disc + self.size * 0.5

    @property
    def words_height(self) -> float:
        return self.text.height + (self.detail.height + self.size * 0.42 if self.detail else 0.0)


@lru_cache(maxsize=16384)
def set_at(text: str, font: str, size: float, width: float, loose: bool = False) -> Fitted | None:
    """The text in lines of one size; ``None`` where it does not fit the width, or only by breaking a word and not ``loose``."""
    if width < size:
        return None
    lines, broken = greedy(text, font, width / size, 0.0)
    if broken and not loose:
        return None
    lead = leading_for(text, False) * (_TIGHT if script_of(text) != "arabic" else 0.96)
    if not broken and len(lines) <= _EVEN:
        lines = even(text, font, width / size, 0.0)
    made = _block(lines, text, font, size, lead)
    torn = len(made.lines) > 1 and is_cjk(text[0]) and max(map(len, made.lines)) < _SHORTEST and not loose
    return None if torn or made.width > width + 0.5 else made


def _block(lines: tuple[str, ...], text: str, font: str, size: float, lead: float) -> Fitted:
    """Lines with their measures, as ``tools.design.wrap`` gives them, at exactly that size."""
    rtl = is_rtl(text)
    if not lines:
        return Fitted((), size, lead, 0.0, 0.0, True, rtl=rtl)
    way: Literal["rtl", "ltr"] = "rtl" if rtl else "ltr"
    runs = [shape(line, font, size, direction=way) for line in lines]
    metrics = face(font).metrics
    ascent = max(metrics.cap_height / metrics.units_per_em * size, -runs[0].ink_box(0, 0).y)
    height = ascent + (len(lines) - 1) * lead * size + max(0.0, runs[-1].ink_box(0, 0).bottom)
    return Fitted(lines, size, lead, max(r.width for r in runs), height, False, ascent, rtl)


def sizes(sheet: Sheet, area: Box, texts: Sequence[str], share: float, room: float) -> Iterator[float]:
    """Type sizes to try, without those at which the words alone would cover more than ``room`` of the area."""
    ems = sum(measure(t, sheet.strong) for t in texts if t)
    for size in sheet.sizes(share):
        if ems * size * size * 1.15 <= room * area.w * area.h:
            yield size


def largest(found: Iterator[float], make: Callable[[float], T | None]) -> tuple[float, T] | None:
    """The largest size at which ``make`` gives something, and what it gives: by halving, since what fits large fits small."""
    steps = list(found)
    best: tuple[float, T] | None = None
    low, high = 0, len(steps) - 1
    while low <= high:
        middle = (low + high) // 2
        made = make(steps[middle])
        if made is None:
            low = middle + 1
        else:
            best, high = (steps[middle], made), middle - 1
    return best


def cell(
    sheet: Sheet, content: Content, size: float, width: float, form: Form = "row", loose: bool = False, pad: float = 0.7
) -> Cell | None:
    """A content for a card at most ``width`` pixels wide; ``None`` where it cannot be set so. ``pad`` is in ems."""
    form = form if content.disc else "plain"
    inside = pad * size
    disc = size * (2.0 if form == "row" else 2.5) if form != "plain" else 0.0
    beside = disc + size * 0.5 if form == "row" else 0.0
    room = width - 2 * inside - beside
    text = set_at(content.text, sheet.strong, size, room, loose)
    if text is None or not text.lines:
        return None
    small = max(sheet.floor, size * 0.78)
    detail = set_at(content.detail, sheet.plain, small, room, loose) if content.detail else None
    if content.detail and detail is None:
        return None
    made = Cell(content, form, size, 0.0, 0.0, text, detail, disc, inside)
    words = max(text.width, detail.width if detail else 0.0)
    wide = max(words, disc if form == "stack" else 0.0) + beside + 2 * inside
    tall = made.words_height + (disc + size * 0.5 if form == "stack" else 0.0)
    height = max(tall, disc if form == "row" else 0.0) + 2 * inside * 0.86
    return Cell(content, form, size, wide, height, text, detail, disc, inside)


def cells(
    sheet: Sheet,
    contents: list[Content],
    size: float,
    width: float,
    form: Form = "row",
    loose: bool = False,
    pad: float = 0.7,
) -> list[Cell] | None:
    """All of them, or ``None`` where one cannot be set."""
    out = []
    for content in contents:
        made = cell(sheet, content, size, width, form, loose, pad)
        if made is None:
            return None
        out.append(made)
    return out
