"""A comparison where columns would be too narrow: a panel for each aspect, and a line in it for each thing compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lesson import Diagram
from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from .board import Board
from .cells import set_at
from .sheet import LARGEST, Sheet


@dataclass(frozen=True)
class _Panel:
    """One aspect: its words, and (column, cell) set beside each other."""

    aspect: tuple[Fitted, str] | None
    lines: list[tuple[Fitted, str, Fitted, str, float]]
    height: float


@dataclass(frozen=True)
class Panels:
    """Panels that fit, in one or two columns."""

    panels: list[list[_Panel]]
    width: float
    first: float
    area: Box
    size: float

    def paint(self, board: Board) -> None:
        x = self.area.x
        for column in self.panels:
            gap = self.size * 0.8
            spare = self.area.h - sum(p.height for p in column) - gap * (len(column) - 1)
            grow = max(0.0, min(spare / max(1, len(column)), self.size * 1.5))
            y = self.area.y
            for panel in column:
                self._panel(board, panel, Box(x, y, self.width, panel.height + grow * 0.5), grow * 0.25)
                y += panel.height + grow + gap
            x += self.width + self.size * 1.2

    def _panel(self, board: Board, panel: _Panel, box: Box, more: float) -> None:
        s, pad = board.sheet, self.size * 0.8
        grounds = board.card(box)
        y = box.y + pad + more
        if panel.aspect is not None:
            fitted, text = panel.aspect
            home = Box(box.x + pad, y, box.w - 2 * pad, fitted.height)
            board.words(home, fitted, text, s.strong, s.palette.accent, grounds, "start", "bullet", box)
            y += fitted.height + self.size * 0.7
        for i, (name, column, fitted, cell, tall) in enumerate(panel.lines):
            if i:
                rule = s.mirrored(Box(box.x + pad, y - self.size * 0.3, box.w - 2 * pad, 1.3))
                board.canvas.rect(*rule, col.mix(grounds[0], s.palette.ink, 0.12))
            d = self.size * 0.62
            dot = s.mirrored(Box(box.x + pad, y + (min(tall, name.height) - d) / 2, d, d))
            board.canvas.circle(dot.x + d / 2, dot.y + d / 2, d / 2, s.hue(i))
            left = box.x + pad + self.size * 1.1
            room = Box(left, y, self.first - self.size * 1.1, name.height)
            board.words(room, name, column, s.strong, s.palette.ink, grounds, "start", "bullet", box)
            right = box.x + pad + self.first + self.size * 0.7
            if cell:
                home = Box(right, y, box.right - pad - right, fitted.height)
                board.words(home, fitted, cell, s.plain, s.palette.ink, grounds, "start", "bullet", box)
            y += tall + self.size * 0.6


def layouts(
    diagram: Diagram, sheet: Sheet, area: Box, words: Sequence[tuple[str, ...]], loose: bool
) -> Iterator[tuple[float, Panels]]:
    """At most one: the largest type that fits."""
    for size in sheet.sizes(0.9):
        for columns in (1, 2):
            for share in (0.3, 0.4, 0.24):
                made = _panels(diagram, sheet, area, words, size, columns, share, loose)
                if made is not None:
                    yield size / (sheet.unit * LARGEST) - 0.35, made
                    return


def _panels(
    diagram: Diagram, sheet: Sheet, area: Box, words: Sequence[tuple[str, ...]], size: float, columns: int, share: float, loose: bool
) -> Panels | None:  # fmt: skip
    width = (area.w - size * 1.2 * (columns - 1)) / columns
    pad, first = size * 0.8, width * share
    small = max(sheet.floor, size * 0.9)
    made: list[_Panel] = []
    for row in words:
        aspect = set_at(row[0], sheet.strong, size, width - 2 * pad, loose) if row[0] else None
        lines = []
        for column, cell in zip(diagram.columns, row[1:], strict=True):
            name = set_at(column or "–", sheet.strong, small, first - size * 1.1, loose)
            fitted = set_at(cell or "–", sheet.plain, small, width - 2 * pad - first - size * 0.7, loose)
            if name is None or fitted is None:
                return None
            lines.append((name, column or "–", fitted, cell, max(name.height, fitted.height if cell else 0.0)))
        if row[0] and aspect is None:
            return None
        tall = 2 * pad + sum(line[4] for line in lines) + size * 0.6 * (len(lines) - 1)
        made.append(
            _Panel((aspect, row[0]) if aspect else None, lines, tall + (aspect.height + size * 0.7 if aspect else 0.0))
        )
    cut = len(made) if columns == 1 else _cut([p.height for p in made])
    parts = [p for p in (made[:cut], made[cut:]) if p]
    if any(sum(p.height for p in part) + size * 0.8 * (len(part) - 1) + sheet.unit * 0.01 > area.h for part in parts):
        return None
    return Panels(parts, width, first, area, size)


def _cut(heights: Sequence[float]) -> int:
    """Where to part a list so that both halves are as like as can be."""
    return min(range(1, len(heights) + 1), key=lambda k: max(sum(heights[:k]), sum(heights[k:])))
