"""Tables: lines of one baseline that stand under one another are cells; anything else on one baseline is one line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from .typeset import Line

_ALIGNED: Final = 0.7
"""Of the size: how far cells of one column may stand out of line."""


@dataclass(frozen=True)
class Row:
    """A table's row: a text for each column."""

    cells: tuple[str, ...]
    page: int
    region: int
    header: bool = False


Item = Line | Row


def with_tables(lines: list[Line]) -> list[Item]:
    """The lines of a document in reading order, tables as rows, and what else shares a baseline joined."""
    out: list[Item] = []
    level: list[list[Line]] = []
    for line in lines:
        if (
            level
            and level[-1][0].region == line.region
            and level[-1][0].page == line.page
            and abs(level[-1][0].y - line.y) <= 0.35 * line.size
        ):
            level[-1].append(line)
        else:
            level.append([line])
    place = 0
    while place < len(level):
        end = _table_end(level, place)
        if end - place >= 2:
            out += _rows(level[place:end])
            place = end
        else:
            out.append(_one(level[place]))
            place += 1
    return out


def _one(cells: list[Line]) -> Line:
    """Stretches of one baseline as one line."""
    if len(cells) == 1:
        return cells[0]
    whole = sum(len(c.text) for c in cells)
    bold, italic, mono = (
        sum(v * len(c.text) for v, c in zip(values, cells, strict=True)) / whole for values in _faces(cells)
    )
    return replace(
        cells[0], x1=max(c.x1 for c in cells), text=" ".join(c.text for c in cells), bold=bold, italic=italic, mono=mono,
        strong=tuple(s for c in cells for s in c.strong),
    )  # fmt: skip


def _faces(cells: list[Line]) -> tuple[list[float], list[float], list[float]]:
    return [c.bold for c in cells], [c.italic for c in cells], [c.mono for c in cells]


def _table_end(level: list[list[Line]], start: int) -> int:
    """Where a table that begins at ``start`` ends; ``start`` itself where none begins. Code is never a table."""
    if len(level[start]) < 2 or level[start][0].mono > 0.7:
        return start
    columns = list(level[start])
    place, last, rows = start + 1, start + 1, 1
    while place < len(level):
        cells = level[place]
        if cells[0].region != columns[0].region or level[place - 1][0].y - cells[0].y > 4.5 * cells[0].size:
            break
        fit = sum(any(_under(cell, column) for column in columns) for cell in cells)
        if len(cells) >= 2 and fit >= max(2, len(cells) - 1):
            columns = [*columns, *(c for c in cells if not any(_overlap(c, k) for k in columns))]
            rows += 1
            last = place + 1
        elif len(cells) == 1 and not (fit and _short(cells[0], columns)) or len(cells) >= 2:
            break
        place += 1
    return last if rows >= 2 and _parted(level[start:last], rows) else start


def _parted(level: list[list[Line]], rows: int) -> bool:
    """Whether white space parts the columns all the way down; between two rows alone it must be wide, as no justified line's is."""
    found: list[tuple[float, float]] = []
    for cell in sorted((c for cells in level if len(cells) > 1 for c in cells), key=lambda c: c.x0):
        if found and cell.x0 < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], cell.x1))
        else:
            found.append((cell.x0, cell.x1))
    gap = max((b.x0 - a.x1 for cells in level for a, b in zip(cells, cells[1:], strict=False)), default=0.0)
    return len(found) >= 2 and (rows > 2 or gap > 1.4 * level[0][0].size)


def _under(cell: Line, column: Line) -> bool:
    """Whether a cell stands under another: their left edges, right edges or middles in line."""
    off = _ALIGNED * max(cell.size, column.size)
    middle = abs((cell.x0 + cell.x1) - (column.x0 + column.x1)) / 2
    return min(abs(cell.x0 - column.x0), abs(cell.x1 - column.x1), middle) <= off


def _overlap(a: Line, b: Line) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0


def _short(cell: Line, columns: list[Line]) -> bool:
    """Whether a lone stretch can be a cell's next line: no wider than the table's columns leave it."""
    ahead = [c.x0 for c in columns if c.x0 > cell.x0 + 1]
    return not ahead or cell.x1 < min(ahead)


def _rows(level: list[list[Line]]) -> list[Row]:
    columns = _columns([cell for cells in level for cell in cells])
    pitch = sorted(a[0].y - b[0].y for a, b in zip(level, level[1:], strict=False))
    wide = pitch[len(pitch) // 2]
    rows: list[list[str]] = []
    heads: list[bool] = []
    above = level[0][0].y
    for cells in level:
        texts = [""] * len(columns)
        for cell in cells:
            at = _column(cell, columns)
            texts[at] = f"{texts[at]} {cell.text}".strip()
        goes_on = (
            rows
            and above - cells[0].y <= 1.05 * wide
            and (not texts[0] or (len(cells) == 1 and len(columns) > 1 and texts[0][:1].islower()))
        )
        if goes_on:
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], texts, strict=True)]
        else:
            rows.append(texts)
            heads.append(all(c.bold > 0.6 for c in cells))
        above = cells[0].y
    numeric = [sum(any(ch.isdigit() for ch in t) for t in r[1:]) for r in rows]
    named = heads[0] and not all(heads) or (len(rows) > 2 and numeric[0] == 0 and all(numeric[1:]))
    return [Row(tuple(r), level[0][0].page, level[0][0].region, header=named and i == 0) for i, r in enumerate(rows)]


def _columns(cells: list[Line]) -> list[tuple[float, float]]:
    """Extents of the columns: cells that overlap, narrow ones first so that a wide heading does not swallow two."""
    found: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda c: (c.x1 - c.x0, c.x0)):
        hits = [i for i, (a, b) in enumerate(found) if min(b, cell.x1) - max(a, cell.x0) > 0]
        if not hits:
            found.append((cell.x0, cell.x1))
        elif len(hits) == 1:
            a, b = found[hits[0]]
            found[hits[0]] = (min(a, cell.x0), max(b, cell.x1))
    return sorted(found)


def _column(cell: Line, columns: list[tuple[float, float]]) -> int:
    return max(range(len(columns)), key=lambda i: (min(columns[i][1], cell.x1) - max(columns[i][0], cell.x0), -i))
