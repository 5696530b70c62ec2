"""Steps with arrows: in a row, in a snake of several rows, or in a column, by what the sheet and the words allow."""

from __future__ import annotations

import math
from collections.abc import Iterator

from core.lesson import Diagram
from tools.design.geometry import Box

from .board import Board
from .cells import Cell, Content, Form, cells, largest
from .sheet import LARGEST, Sheet
from .signs import signs

Place = tuple[int, int]


def layouts(diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool) -> Iterator[tuple[float, Steps]]:
    """Ways to lay it out, each with how good it is (larger is better)."""
    icons = signs([n.text for n in diagram.nodes], sheet.language, 1.0)
    contents = [
        Content(n.text, n.detail if details else "", icon, str(i + 1))
        for i, (n, icon) in enumerate(zip(diagram.nodes, icons, strict=True))
    ]
    count = len(contents)
    forms: tuple[Form, ...] = ("row", "stack")
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        if columns > 1 and math.ceil(count / rows) != columns:
            continue  # the same number of rows with fewer columns is fuller
        for form in forms:

            def make(size: float, columns: int = columns, rows: int = rows, form: Form = form) -> Steps | None:
                return _fill(sheet, area, contents, columns, rows, size, form, loose)

            found = largest(sheet.sizes(), make)
            if found is not None:
                yield found[1].worth(count, sheet), found[1]


class Steps:
    """Steps on a grid, read in alternating directions."""

    def __init__(
        self,
        area: Box,
        columns: int,
        rows: int,
        size: float,
        form: Form,
        made: list[Cell],
        gap: tuple[float, float],
        loose: bool,
    ) -> None:
        self.area, self.columns, self.rows, self.size, self.form, self.made = area, columns, rows, size, form, made
        self.gap, self.loose = gap, loose
        self.width = (area.w - gap[0] * (columns - 1)) / columns
        self.heights = [max(c.height for c in made[r * columns : (r + 1) * columns]) for r in range(rows)]
        self.spare = area.h - sum(self.heights) - gap[1] * (rows - 1)

    def worth(self, count: int, sheet: Sheet) -> float:
        """Type size first, then how well the sheet is filled, then full rows."""
        used = min(1.0, (sum(self.heights) * 1.4 + self.gap[1] * (self.rows - 1)) / self.area.h)
        lone = (self.rows * self.columns - count) / (self.rows * self.columns)
        slim = max(0.0, self.width / max(max(self.heights), 1) - 7) * 0.02
        turns = 0.12 * (self.rows - 1) if self.columns > 1 else 0.0
        across = 0.3 if self.rows == 1 and sheet.wide else 0.0
        broken = 0.25 * self.columns if self.loose else 0.0
        form = 0.05 if (self.columns == 1) != (self.form == "row") else 0.0
        return self.size / (sheet.unit * LARGEST) + 0.45 * used - 0.3 * lone - slim - turns - broken - form + across

    def paint(self, board: Board) -> None:
        sheet = board.sheet
        grow = min(self.spare / self.rows, max(self.heights) * 0.7)
        heights = [min(h + grow, max(h, self.width * 1.15)) for h in self.heights]
        extra = (self.spare - grow * self.rows) / (self.rows + 1)
        gap = self.gap[1] + min(extra, self.gap[1]) if self.rows > 1 else 0.0
        total = sum(heights) + gap * (self.rows - 1)
        y, boxes = self.area.y + (self.area.h - total) * 0.45, []
        for row in range(self.rows):
            line = self.made[row * self.columns : (row + 1) * self.columns]
            for i in range(len(line)):
                column = i if row % 2 == 0 else self.columns - 1 - i
                boxes.append(Box(self.area.x + column * (self.width + self.gap[0]), y, self.width, heights[row]))
            y += heights[row] + gap
        thick, off = self.size * 0.24, self.size * 0.3
        for i, (made, box) in enumerate(zip(self.made, boxes, strict=True)):
            beside = self.made[i // self.columns * self.columns :][: self.columns]
            tall = max(c.stack_height for c in beside) if made.form == "stack" else 0.0
            board.cell(made, box, sheet.hue(i), tall=tall)
        for i, (a, b) in enumerate(zip(boxes, boxes[1:], strict=False)):
            board.arrow(_step(a, b, off), sheet.hue(i), thick)


def _step(a: Box, b: Box, off: float) -> tuple[tuple[float, float], ...]:
    """From one card to the next: sideways in a row, down between rows."""
    if abs(a.y - b.y) < 1:
        y = a.y + a.h / 2
        return ((a.right + off, y), (b.x - off, y)) if b.x > a.x else ((a.x - off, y), (b.right + off, y))
    x = b.x + b.w / 2
    return ((x, a.bottom + off), (x, b.y - off))


def _fill(
    sheet: Sheet, area: Box, contents: list[Content], columns: int, rows: int, size: float, form: Form, loose: bool
) -> Steps | None:
    for tight in (1.0, 0.72):
        gap = (size * 2.6 * tight, size * 2.1 * tight)
        width = (area.w - gap[0] * (columns - 1)) / columns
        made = cells(sheet, contents, size, width, form, loose, 0.9 * tight)
        if made is None:
            continue
        steps = Steps(area, columns, rows, size, form, made, gap, loose)
        if steps.spare >= 0:
            return steps
    return None
