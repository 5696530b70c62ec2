"""Things side by side: a header each, the aspects in rows, yes and no as signs beside their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lesson import Diagram
from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from . import comparison_list
from .board import Board, solid_fill
from .cells import Cell, Content, cell, set_at
from .sheet import LARGEST, Sheet
from .signs import signs

_YES = frozenset(
    ["yes", "true", "ja", "wahr", "oui", "vrai", "sí", "si", "verdadero", "是", "有", "对", "✓", "✔", "نعم", "כן"]
)
_NO = frozenset(
    ["no", "false", "nein", "falsch", "non", "faux", "falso", "否", "无", "没有", "不是", "✗", "✘", "لا", "לא"]
)


@dataclass(frozen=True)
class Table:
    """A comparison that fits. ``side``: aspects stand beside their rows, else above them."""

    heads: list[Cell]
    aspects: list[Fitted | None]
    rows: list[list[Fitted | None]]
    words: list[tuple[str, ...]]
    area: Box
    side: bool
    first: float
    column: float
    gap: float
    tall: list[float]
    head: float
    size: float

    def paint(self, board: Board) -> None:
        sheet, a = board.sheet, self.area
        x0 = a.x + (self.first + self.gap if self.side else 0.0)
        spare = a.h - self.head - sum(self.tall) - self.gap * len(self.tall)
        grow = min(spare / (len(self.tall) + 1), self.size * 3.2)
        top = a.y + (spare - grow * (len(self.tall) + 1)) * 0.3
        bottom = top + self.head + sum(self.tall) + self.gap * len(self.tall) + grow * (len(self.tall) + 1)
        lefts = [x0 + i * (self.column + self.gap) for i in range(len(self.heads))]
        grounds: list[tuple[str, ...]] = []
        for i, (made, x) in enumerate(zip(self.heads, lefts, strict=True)):
            grounds.append(board.card(Box(x, top, self.column, bottom - top), "card", sheet.hue(i)))
            fill = solid_fill(sheet, sheet.hue(i))
            _cap(board, Box(x, top, self.column, self.head + grow), fill)
            board.content(made, Box(x, top, self.column, self.head + grow), sheet.hue(i), fill, "middle")
        y = top + self.head + grow + self.gap
        for r, (row, words, tall) in enumerate(zip(self.rows, self.words, self.tall, strict=True)):
            self._row(board, r, row, words, y, tall + grow, lefts, grounds)
            y += tall + grow + self.gap

    def _row(self, board: Board, r: int, row: list[Fitted | None], words: tuple[str, ...], y: float, tall: float, lefts: Sequence[float], grounds: Sequence[tuple[str, ...]]) -> None:  # fmt: skip
        sheet, aspect, pad = board.sheet, self.aspects[r], self.size * 0.7
        over = 0.0
        if aspect is not None and self.side:
            home = Box(self.area.x, y, self.first, tall)
            board.words(
                Box(home.x, y + (tall - aspect.height) / 2, home.w, aspect.height),
                aspect,
                words[0],
                sheet.strong,
                sheet.ink,
                sheet.tints,
                "start",
                "bullet",
                home,
            )
        for i, (x, fitted) in enumerate(zip(lefts, row, strict=True)):
            if r:
                at = sheet.mirrored(Box(x + pad, y - self.gap / 2, self.column - 2 * pad, 1.5))
                board.canvas.rect(*at, col.mix(grounds[i][0], sheet.palette.ink, 0.13))
            over = self._aspect_over(board, r, words, x, y, grounds[i]) if aspect is not None and not self.side else 0.0
            if fitted is None:
                continue
            text, sign = words[i + 1], _sign(words[i + 1])
            d = self.size * 1.5 if sign else 0.0
            room = Box(x + pad, y + over, self.column - 2 * pad, tall - over)
            middle = room.y + (room.h - fitted.height) / 2
            wide = fitted.width + (d + self.size * 0.45 if sign else 0.0)
            left = room.x + (room.w - wide) / 2
            if sign:
                _mark(board, sign, Box(left, room.y + room.h / 2 - d / 2, d, d), sheet.hue(i))
                left += d + self.size * 0.45
            board.words(
                Box(left, middle, fitted.width, fitted.height),
                fitted,
                text,
                sheet.plain,
                sheet.palette.ink,
                grounds[i],
                "middle",
                "bullet",
                Box(x, y, self.column, tall),
            )

    def _aspect_over(
        self, board: Board, r: int, words: tuple[str, ...], x: float, y: float, grounds: tuple[str, ...]
    ) -> float:
        aspect = self.aspects[r]
        if aspect is None:
            return 0.0
        home = Box(x + self.size * 0.7, y + self.size * 0.2, self.column - self.size * 1.4, aspect.height)
        board.words(
            home, aspect, words[0], board.sheet.strong, board.sheet.palette.muted, grounds, "middle", "sub", None
        )
        return aspect.height + self.size * 0.3


def layouts(
    diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool
) -> Iterator[tuple[float, Table | comparison_list.Panels]]:
    """Aspects beside the rows where that fits, above them, or each in a panel of its own."""
    columns = diagram.columns
    words = [(row + ("",) * (len(columns) + 1))[: len(columns) + 1] for row in diagram.rows]
    icons = signs(columns, sheet.language, 1.0)
    for side in (True, False):
        for size in sheet.sizes():
            made = next(
                (
                    t
                    for first in (0.2, 0.16, 0.25)
                    if (t := _table(sheet, area, columns, words, icons, size, first, side, loose)) is not None
                ),
                None,
            )
            if made is not None:
                yield size / (sheet.unit * LARGEST) + (0.2 if side else 0.0), made
                break
    yield from comparison_list.layouts(diagram, sheet, area, words, loose)


def _table(
    sheet: Sheet, area: Box, columns: Sequence[str], words: list[tuple[str, ...]], icons: Sequence[str], size: float, first: float,
    side: bool, loose: bool,
) -> Table | None:  # fmt: skip
    gap = size * 0.55
    side = side and any(row[0] for row in words)
    wide = area.w * first if side else 0.0
    column = (area.w - wide - gap * (len(columns) - (0 if side else 1))) / len(columns)
    heads: list[Cell] = []
    for name, icon in zip(columns, icons, strict=True):
        made = cell(sheet, Content(name or "–", icon=icon), size * 1.06, column, "row", loose)
        if made is None:
            return None
        heads.append(made)
    small = max(sheet.floor, size * 0.9)
    aspects: list[Fitted | None] = []
    rows: list[list[Fitted | None]] = []
    tall: list[float] = []
    for row in words:
        over = max(sheet.floor, size * (0.92 if side else 0.76))
        aspect = (
            set_at(row[0], sheet.strong, over, wide - size * 0.3 if side else column - size * 1.4, loose)
            if row[0]
            else None
        )
        if row[0] and aspect is None:
            return None
        line: list[Fitted | None] = []
        for text in row[1:]:
            room = column - size * 1.4 - (size * 1.95 if _sign(text) else 0.0)
            made_ = set_at(text, sheet.plain, small, room, loose) if text else None
            if text and made_ is None:
                return None
            line.append(made_)
        highest = max([f.height for f in line if f] + [size * 1.5 if any(map(_sign, row[1:])) else 0.0])
        beside = aspect.height if aspect and side else 0.0
        stacked = aspect.height + size * 0.3 if aspect and not side else 0.0
        tall.append(max(highest + stacked, beside) + size * 0.7)
        aspects.append(aspect)
        rows.append(line)
    head = max(h.height for h in heads)
    if head + sum(tall) + gap * len(tall) > area.h:
        return None
    return Table(heads, aspects, rows, words, area, side, wide, column, gap, tall, head, size)


def _sign(text: str) -> str:
    word = text.casefold().strip(" .!。")
    return "check" if word in _YES else "x" if word in _NO else ""


def _mark(board: Board, sign: str, box: Box, hue: str) -> None:
    sheet = board.sheet
    at = sheet.mirrored(box)
    tint = col.mix(
        sheet.palette.surface, hue if sign == "check" else sheet.palette.ink, 0.18 if sign == "check" else 0.1
    )
    board.canvas.circle(at.x + at.w / 2, at.y + at.h / 2, at.w / 2, tint)
    board.icon(
        sign, box.inset(box.w * 0.27), col.ensure(hue if sign == "check" else sheet.palette.muted, tint, 3.1), "bold"
    )


def _cap(board: Board, box: Box, fill: tuple[str, str]) -> None:
    """The coloured head of a column: round above, straight below."""
    at, r = board.sheet.mirrored(box), min(board.sheet.unit * 0.016, box.h / 2)
    d = (
        f"M{at.x:.1f} {at.bottom:.1f}V{at.y + r:.1f}Q{at.x:.1f} {at.y:.1f} {at.x + r:.1f} {at.y:.1f}H{at.right - r:.1f}"
        f"Q{at.right:.1f} {at.y:.1f} {at.right:.1f} {at.y + r:.1f}V{at.bottom:.1f}Z"
    )
    board.canvas.path(d, board.canvas.linear([(0, fill[0]), (1, fill[1])]))
