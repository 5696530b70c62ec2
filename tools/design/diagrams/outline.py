"""A concept map that says too much for a picture of threads: its statements one by one, each an arrow between two cards."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lesson import Diagram
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from .board import Board
from .cells import Cell, Content, cell, set_at
from .sheet import LARGEST, Sheet

_COLUMNS = (1, 2)
_LABELS = (6.0, 9.0, 13.0)


@dataclass(frozen=True)
class _Row:
    """A statement: two cards and what is said between them; a card alone where a node has no link."""

    start: Cell
    end: Cell | None
    label: tuple[Fitted, str] | None
    hues: tuple[int, int]
    height: float


@dataclass(frozen=True)
class Statements:
    """Statements that fit."""

    rows: list[_Row]
    columns: int
    column: float
    card: float
    gap: float
    area: Box
    size: float

    def paint(self, board: Board) -> None:
        each = math.ceil(len(self.rows) / self.columns)
        for c in range(self.columns):
            rows = self.rows[c * each : (c + 1) * each]
            x = self.area.x + c * (self.column + self.size * 2)
            spare = self.area.h - sum(r.height for r in rows) - self.gap * (len(rows) - 1)
            grow = min(spare / max(len(rows), 1), self.size * 1.4)
            y = self.area.y
            for row in rows:
                self._row(board, row, x, y, row.height + grow * 0.6)
                y += row.height + grow + self.gap

    def _row(self, board: Board, row: _Row, x: float, y: float, tall: float) -> None:
        s = board.sheet
        a = Box(x, y, self.card, tall)
        board.cell(row.start, a, s.hue(row.hues[0]), "solid" if row.hues[0] == 0 else "card", "middle")
        if row.end is None:
            return
        b = Box(x + self.column - self.card, y, self.card, tall)
        board.cell(row.end, b, s.hue(row.hues[1]), "solid" if row.hues[1] == 0 else "card", "middle")
        middle, off = y + tall / 2, self.size * 0.3
        board.arrow(((a.right + off, middle), (b.x - off, middle)), s.hue(max(row.hues)), self.size * 0.15)
        if row.label is not None:
            w, h = row.label[0].width + self.size * 0.5, row.label[0].height + self.size * 0.4
            board.pill(Box((a.right + b.x - w) / 2 - self.size * 0.2, middle - h / 2, w, h), *row.label, font=s.plain)


def layouts(
    diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool
) -> Iterator[tuple[float, Statements]]:
    """At most one: the largest type that fits."""
    place = {n.id: i for i, n in enumerate(diagram.nodes)}
    links = [
        (place[k.start], place[k.end], k.label)
        for k in diagram.links
        if k.start in place and k.end in place and k.start != k.end
    ]
    links = list(dict.fromkeys(links))
    told = {i for a, b, _ in links for i in (a, b)}
    links += [(i, -1, "") for i in range(len(diagram.nodes)) if i not in told]
    for size in sheet.sizes(0.8):
        for columns in _COLUMNS:
            for room in _LABELS:
                made = _statements(diagram, sheet, area, links, size, columns, room, details, loose)
                if made is not None:
                    yield size / (sheet.unit * LARGEST) - 2.0, made
                    return


def _statements(
    diagram: Diagram, sheet: Sheet, area: Box, links: Sequence[tuple[int, int, str]], size: float, columns: int, room: float,
    details: bool, loose: bool,
) -> Statements | None:  # fmt: skip
    column = (area.w - size * 2 * (columns - 1)) / columns
    small = max(sheet.floor, size * 0.8)
    card = min((column - small * room - size * 2.6) / 2, area.w * 0.4)
    if card < size * 4:
        return None
    rows: list[_Row] = []
    for a, b, label in links:
        ends = [
            cell(
                sheet,
                Content(diagram.nodes[i].text, diagram.nodes[i].detail if details else ""),
                size,
                card,
                "plain",
                loose,
                0.6,
            )
            for i in (a, b)
            if i >= 0
        ]
        fitted = set_at(label, sheet.plain, small, column - 2 * card - size * 2.6, loose) if label else None
        if any(e is None for e in ends) or label and fitted is None:
            return None
        real = [e for e in ends if e is not None]
        tall = max([e.height for e in real] + ([fitted.height + size * 0.4] if fitted else []))
        rows.append(
            _Row(real[0], real[1] if b >= 0 else None, (fitted, label) if fitted else None, (a, max(b, 0)), tall)
        )
    gap = size * 0.5
    each = math.ceil(len(rows) / columns)
    for c in range(columns):
        mine = rows[c * each : (c + 1) * each]
        if sum(r.height for r in mine) + gap * (len(mine) - 1) + sheet.unit * 0.006 > area.h:
            return None
    return Statements(rows, columns, column, card, gap, area, size)
