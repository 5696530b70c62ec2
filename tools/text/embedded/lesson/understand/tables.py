"""Tables of the source, row by row."""

from __future__ import annotations

import re

from core.knowledge import Table
from core.source import Block, Reading

from .lines import one_line

_TITLE = 90
"""Characters of a short line right above a table that is no sentence: its title."""


def find_tables(reading: Reading) -> tuple[Table, ...]:
    """Tables of at least two columns and one row. ``title`` is the caption beside it or the short line above it, else the
    heading; short rows are filled with empty cells, and a table whose rows agree in no width is left out.
    """
    found: list[Table] = []
    run: list[Block] = []
    heading = before = ""
    blocks = [*reading.blocks, None]
    for block in blocks:
        if block is not None and block.kind == "table" and not (block.header and run and not run[-1].header):
            run.append(block)
            continue
        if run:
            after = one_line(reading.words_of(block)) if block is not None and block.kind == "caption" else ""
            made = _made(reading, run, before or after or heading)
            if made is not None:
                found.append(made)
        run = [block] if block is not None and block.kind == "table" else []
        if block is not None:
            text = one_line(reading.words_of(block))
            heading = text if block.kind in ("heading", "title") else heading
            titled = block.kind == "paragraph" and len(text) <= _TITLE and not re.search("[.。!！?？;；]$", text)
            before = text if block.kind == "caption" or titled else ""
    return tuple(found)


def _made(reading: Reading, run: list[Block], title: str) -> Table | None:
    cells = [tuple(one_line(cell) for cell in reading.words_of(block).split("\t")) for block in run]
    width = max(len(row) for row in cells)
    if width < 2 or sum(len(row) == width for row in cells) * 2 < len(cells):
        return None
    full = [row + ("",) * (width - len(row)) for row in cells]
    headed = run[0].header or (len(full) > 2 and _names_columns(full))
    rows = tuple(full[1:] if headed else full)
    if not rows:
        return None
    return Table(
        title=re.sub(r"\s*[.。:：]$", "", title),
        columns=full[0] if headed else (),
        rows=rows,
        span=reading.span(run[0].start, run[-1].end),
    )


def _names_columns(rows: list[tuple[str, ...]]) -> bool:
    """A first row without figures over columns with figures."""
    return not any(re.search(r"\d", cell) for cell in rows[0][1:]) and all(
        any(re.search(r"\d", cell) for cell in row[1:]) for row in rows[1:]
    )
