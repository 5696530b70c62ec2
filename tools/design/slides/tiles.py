"""Lines as cards in a grid: new words with their meanings, options of a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tools.design import colour as col
from tools.design.diagrams.cells import drop
from tools.design.diagrams.sheet import readable
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from .board import Board, Look, Pen
from .page import TEXT, Page, Tone, faded
from .setting import NOTHING, best, cut, small, squeezed, whole
from .shapes import card
from .words import Text

Form = Literal["term", "option", "plain"]
"""The label over the line; a letter in a disc before it; the line alone."""
_PAD_X, _PAD_Y, _BETWEEN = 1.0, 0.85, 0.72
_LABEL = 1.16
"""Size of a term beside that of its meaning."""
_GREEN = "#1b7f4b"
"""The right answer, in every palette: white stands on it at 5:1."""
_SIGN = 1.9
"""Diameter of an option's disc in ems."""


@dataclass(frozen=True)
class Tiles:
    """Lines set for a grid of so many columns. ``tall``: height that each row of cards needs."""

    size: float
    form: Form
    columns: int
    labels: tuple[Fitted, ...]
    blocks: tuple[Fitted, ...]
    gap: float

    def needs(self, index: int) -> float:
        label = self.labels[index].height + _BETWEEN * self.size if self.form == "term" else 0.0
        least = _SIGN * self.size if self.form == "option" else 0.0
        return max(label + self.blocks[index].height, least) + 2 * _PAD_Y * self.size

    @property
    def rows(self) -> int:
        return -(-len(self.blocks) // self.columns)

    @property
    def tall(self) -> float:
        return max(self.needs(i) for i in range(len(self.blocks)))

    @property
    def height(self) -> float:
        return self.rows * self.tall + (self.rows - 1) * self.gap


def boxes(count: int, columns: int, box: Box, gap: float, tall: float) -> list[Box]:
    """Cells of a grid from the top of a box; those of a last row that is not full share its width."""
    out = []
    for i in range(count):
        row = i // columns
        here = min(columns, count - row * columns)
        wide = (box.w - gap * (here - 1)) / here
        out.append(Box(box.x + (i % columns) * (wide + gap), box.y + row * (tall + gap), wide, tall))
    return out


def tiles(
    page: Page, labels: Sequence[Text], texts: Sequence[Text], box: Box, form: Form, most: float, choices: Sequence[int]
) -> Tiles:
    """The grid of those ``choices`` of columns that holds the texts in the largest size; full rows go before others."""
    found: list[tuple[float, Tiles]] = []
    for columns in choices:
        made = _grid(page, labels, texts, box, form, most, columns)
        if made is not None:
            found.append((made.size * (1.0 if len(texts) % columns == 0 else 0.84), made))
    if found:
        return max(found, key=lambda item: (round(item[0], 1), -item[1].columns))[1]
    return _cut(page, labels, texts, box, form, max(choices))


def _gap(page: Page) -> float:
    return page.px(28)


def _room(page: Page, box: Box, form: Form, size: float, columns: int) -> float:
    wide = (box.w - _gap(page) * (columns - 1)) / columns - 2 * _PAD_X * size
    return wide - (_SIGN + 0.6) * size if form == "option" else wide


def _grid(
    page: Page, labels: Sequence[Text], texts: Sequence[Text], box: Box, form: Form, most: float, columns: int
) -> Tiles | None:
    def at(size: float) -> Tiles | None:
        width = _room(page, box, form, size, columns)
        if width < 4 * size:
            return None
        blocks = whole(texts, page.plain if form == "term" else page.strong, size, width)
        named = whole(labels, page.display, size * _LABEL, width) if form == "term" else []
        if blocks is None or named is None:
            return None
        made = Tiles(size, form, columns, tuple(named), tuple(blocks), _gap(page))
        return made if made.height <= box.h else None

    return best(page.px(most), page.least, at)


def _cut(page: Page, labels: Sequence[Text], texts: Sequence[Text], box: Box, form: Form, columns: int) -> Tiles:
    size = page.least
    width = _room(page, box, form, size, columns)
    named = tuple(cut(t, page.display, size * _LABEL, width, 1) for t in labels) if form == "term" else ()

    def fits(blocks: Sequence[Fitted]) -> bool:
        return Tiles(size, form, columns, named, tuple(blocks), _gap(page)).height <= box.h

    blocks = squeezed(texts, page.plain if form == "term" else page.strong, size, width, fits)
    return Tiles(size, form, columns, named, tuple(blocks), _gap(page))


def paint(
    board: Board, found: Tiles, labels: Sequence[Text], texts: Sequence[Text], box: Box, tone: Tone, hues: Sequence[str]
) -> None:
    """Draw the cards in a box: as tall as their words want with some air, the grid a little above the middle."""
    count, rows = len(texts), found.rows
    most = (box.h - found.gap * (rows - 1)) / rows
    tall = min(most, max(found.tall * 1.16 + board.page.px(16), min(most, board.page.px(150))))
    spare = box.h - rows * tall - found.gap * (rows - 1)
    grid = boxes(count, found.columns, box._replace(y=box.y + spare * 0.36), found.gap, tall)
    for i, at in enumerate(grid):
        hue = hues[i % len(hues)]
        label = labels[i] if i < len(labels) else Text("", "")
        _tile(board, found, i, label, texts[i], at, tone, hue)


def _tile(board: Board, found: Tiles, index: int, label: Text, text: Text, box: Box, tone: Tone, hue: str) -> None:
    page = board.page
    fill = tone.grounds[0]
    card(board.ground, box, fill, edge=col.mix(fill, page.palette.ink, 0.07))
    accent = page_hue(hue, (fill, tone.plate))

    def draw(pen: Pen, look: Look) -> None:
        r = page.px(22)
        ground = tone.plate if look == "now" else fill
        if look == "right":
            ground = col.mix(fill, _GREEN, 0.16)
        if look in ("now", "right"):
            wide = page.px(8 if look == "right" else 4)
            pen.rect(box.inset(-wide), _GREEN if look == "right" else tone.fill, r + wide)
            pen.rect(box, ground, r)
        ink = tone.waiting if look == "waiting" else tone.ink
        strong = faded(accent, (fill,)) if look == "waiting" else accent
        if found.form == "term":
            _term(pen, found, index, label, text, box, ground, ink, strong)
        else:
            shade = _GREEN if look == "right" else accent
            _option(pen, found, index, label, text, box, ground, readable(ink, (ground,), TEXT), shade, look)

    board.line(box.inset(-page.px(8 if board.right else 4) - 2), draw)


def page_hue(hue: str, grounds: tuple[str, ...]) -> str:
    """A hue as text on a card, said or being said."""
    return readable(hue, grounds, TEXT)


def _term(
    pen: Pen, found: Tiles, index: int, label: Text, text: Text, box: Box, ground: str, ink: str, strong: str
) -> None:
    page, size = pen.page, found.size
    head, body = found.labels[index], found.blocks[index]
    named = head.height - drop(head)  # without what hangs below, so that neighbours are spaced alike
    total = named + _BETWEEN * size + body.height - drop(body)
    top = box.y + (box.h - total) / 2
    left, width = box.x + _PAD_X * size, box.w - 2 * _PAD_X * size
    pen.rect(Box(box.x, top, 0.2 * size, total), strong, 0.0)
    pen.write("label", label, head, page.display, strong, Box(left, top, width, head.height), (ground,), within=box)
    top += named + _BETWEEN * size
    pen.write("line", text, body, page.plain, ink, Box(left, top, width, body.height), (ground,), within=box)


def _option(
    pen: Pen, found: Tiles, index: int, label: Text, text: Text, box: Box, ground: str, ink: str, accent: str, look: Look
) -> None:  # fmt: skip
    page, size = pen.page, found.size
    body = found.blocks[index]
    left = box.x + _PAD_X * size
    if found.form == "option":
        d = _SIGN * size
        x, y = left + d / 2, box.y + box.h / 2
        tint = col.mix(ground, accent, 0.08 if look == "waiting" else 0.14)
        solid = look in ("now", "right")
        pen.disc(x, y, d / 2, accent if solid else tint)
        colour = (
            page_hue("#ffffff", (accent,))
            if solid
            else page_hue(accent, (tint,))
            if look == "said"
            else faded(accent, (tint,))
        )
        if look == "right":
            pen.icon("check", Box(x - d * 0.29, y - d * 0.29, d * 0.58, d * 0.58), colour, style="bold")
            label = Text("", "")
        made = small(label, page.display, d * 0.86, max(page.least, size * 0.86)) if label else NOTHING
        home = Box(x - d / 2, y - (made.height - drop(made)) / 2 if made.lines else y, d, made.height)
        pen.write(
            "label",
            label,
            made,
            page.display,
            colour,
            home,
            (accent,) if solid else (tint,),
            align="middle",
            within=box,
        )
        left += d + 0.6 * size
    home = Box(left, box.y + (box.h - (body.height - drop(body))) / 2, box.right - _PAD_X * size - left, body.height)
    pen.write("line", text, body, page.strong, ink, home, (ground,), within=box)
