"""Lines under each other, each with its mark: a dot, a number, a check, a bar beside a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tools.design.diagrams.cells import drop
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from .board import Board, Look, Pen
from .page import Page, Tone
from .setting import best, small, squeezed, whole
from .words import Text

Mark = Literal["none", "dot", "number", "check"]
_INDENT = {"none": 0.0, "dot": 1.05, "number": 2.35, "check": 1.95}
"""Ems from the mark's start to the words."""
_DISC = {"none": 0.0, "dot": 0.0, "number": 1.62, "check": 1.3}
"""Diameter of the mark in ems; rows are at least as tall."""
_PAD = 0.5
"""Ems that a row's plate reaches beyond its words, above and below."""
_GAP = 0.32
"""Least ems between plates."""


@dataclass(frozen=True)
class Rows:
    """Lines set in one size."""

    size: float
    blocks: tuple[Fitted, ...]
    mark: Mark

    def tall(self, index: int) -> float:
        """Height of a row with its plate."""
        block = self.blocks[index]
        return max(block.height, _DISC[self.mark] * self.size) + 2 * _PAD * self.size

    @property
    def height(self) -> float:
        count = len(self.blocks)
        return sum(self.tall(i) for i in range(count)) + _GAP * self.size * max(0, count - 1)


def rows(
    page: Page, texts: Sequence[Text], font: str, width: float, height: float, most: float, mark: Mark
) -> Rows:  # fmt: skip
    """The lines in the largest size, ``most`` pixels at 1080p, at which they fit; cut at the least size where they do not."""

    def at(size: float) -> Rows | None:
        made = whole(texts, font, size, width - _INDENT[mark] * size)
        found = Rows(size, tuple(made), mark) if made is not None else None
        return found if found is not None and found.height <= height else None

    found = best(page.px(most), page.least, at)
    if found is not None:
        return found
    size = page.least
    made = squeezed(
        texts, font, size, width - _INDENT[mark] * size, lambda b: Rows(size, tuple(b), mark).height <= height
    )
    return Rows(size, tuple(made), mark)


def paint(
    board: Board, found: Rows, texts: Sequence[Text], font: str, box: Box, tone: Tone, *, middle: bool = True, air: float = 1.5
) -> float:  # fmt: skip
    """Put the rows into a box, in its middle or from its top, with up to ``air`` ems between them; gives where they end."""
    size, count = found.size, len(found.blocks)
    gap = _GAP * size
    if count > 1:
        gap = min(max(gap, (box.h * 0.94 - found.height) / (count - 1) + gap), air * size)
    total = sum(found.tall(i) for i in range(count)) + gap * max(0, count - 1)
    top = box.y + max(0.0, (box.h - total) / 2 if middle else -_PAD * size)
    for i, text in enumerate(texts):
        _row(board, found, i, text, font, Box(box.x, top, box.w, found.tall(i)), tone)
        top += found.tall(i) + gap
    return top - gap


def _row(board: Board, found: Rows, index: int, text: Text, font: str, box: Box, tone: Tone) -> None:
    size, block, quoted = found.size, found.blocks[index], board.words.quote(index)
    plate = Box(box.x - 0.62 * size, box.y, box.w + 1.24 * size, box.h)
    indent = _INDENT[found.mark] * size
    body = block.height - drop(block)
    home = Box(box.x + indent, box.y + (box.h - body) / 2, box.w - indent, block.height)
    first = home.y + block.ascent / 2

    def draw(pen: Pen, look: Look) -> None:
        if look == "now":
            pen.rect(plate, tone.plate, 0.42 * size)
            pen.rect(Box(plate.x, plate.y, 0.16 * size, plate.h), tone.fill, 0.08 * size)
        colour = tone.waiting if look == "waiting" else tone.ink
        if not quoted or found.mark != "dot":  # a quotation has its bar
            _mark(pen, found, index, Box(box.x, first, 0, 0), look, tone)
        if quoted and look != "now":
            bar = home.inset(0, -0.16 * size)
            at = Box(box.x - 0.62 * size, bar.y, 0.1 * size, body + 0.32 * size)
            pen.rect(at, tone.fill, 0.05 * size, 0.35 if look == "waiting" else 0.9)
        pen.write(
            "line",
            text,
            block,
            font,
            colour,
            home,
            (*tone.grounds, tone.plate) if look == "now" else tone.grounds,
            within=plate,
        )

    board.line(plate.inset(-2), draw)


def _mark(pen: Pen, found: Rows, index: int, at: Box, look: Look, tone: Tone) -> None:
    """The mark of a row, its middle at the height of the first line's letters."""
    size, y = found.size, at.y
    if found.mark == "dot":
        r = (0.19 if look == "now" else 0.155) * size
        pen.disc(
            at.x + 0.3 * size, y, r, tone.waiting if look == "waiting" else tone.fill, 0.6 if look == "waiting" else 1
        )
        return
    if found.mark == "none":
        return
    d = _DISC[found.mark] * size
    x = at.x + d / 2
    waits = look == "waiting"
    if waits:
        pen.ring(x, y, d / 2 - 0.04 * size, tone.waiting, 0.07 * size, 0.75)
    else:
        pen.disc(x, y, d / 2, tone.fill)
    ink = tone.waiting if waits else tone.fill_ink
    if found.mark == "check":
        pen.icon("check", Box(x - d * 0.27, y - d * 0.27, d * 0.54, d * 0.54), ink, style="bold")
        return
    label = Text(str(index + 1), str(index + 1))
    font = pen.page.strong
    made = small(label, font, d, max(size * 0.8, pen.page.least))
    home = Box(x - d / 2, y - made.height / 2, d, made.height)
    pen.write(
        "label",
        label,
        made,
        font,
        ink,
        home,
        tone.grounds if waits else (tone.fill,),
        align="middle",
        within=home.inset(-d, -d),
    )
