"""What stands on a card: a disc with an icon or a number, the node's words, and a smaller line under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.design.elements import leading_for
from tools.design.frame import script_of
from tools.design.lines import greedy
from tools.design.wrap import Fitted, fit

from .sheet import Sheet

Form = Literal["row", "stack", "plain"]
"""Disc beside the words, disc above them, or words alone."""
_LINES = 80
_TIGHT = 0.9
"""Line distance on a card, as a part of that of running text."""


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
    def words_height(self) -> float:
        return self.text.height + (self.detail.height + self.size * 0.42 if self.detail else 0.0)


def set_at(text: str, font: str, size: float, width: float, loose: bool = False) -> Fitted | None:
    """The text in lines of one size; ``None`` where it does not fit the width, or only by breaking a word and not ``loose``."""
    if width < size:
        return None
    _, broken = greedy(text, font, width / size, 0.0)
    if broken and not loose:
        return None
    lead = leading_for(text, False) * (_TIGHT if script_of(text) != "arabic" else 0.96)
    made = fit(text, font, width, 1e9, max_lines=_LINES, max_size=size, min_size=size, leading=lead)
    return None if made.truncated or made.width > width + 0.5 else made


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
