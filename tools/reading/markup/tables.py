"""A table of a page as rows, if it is one of data and not of layout."""

from __future__ import annotations

from typing import Final

from tools.reading.pieces import Piece

from .inline import inline
from .tree import Element, tag

_LAYOUT: Final = frozenset(("table", "h1", "h2", "h3", "h4", "section", "article", "form", "blockquote", "pre"))
_BREAKS: Final = frozenset(("br", "p", "div", "li", "td", "th"))
_MOST_CELLS: Final = 60


def rows(table: Element) -> list[Piece] | None:
    """A row per piece, or None for a table that only lays things out: one column, other tables or headings inside, or long texts."""
    if table.get("role") in ("presentation", "none") or any(tag(e) in _LAYOUT for e in table.iterdescendants()):
        return None
    found: list[Piece] = []
    hanging: dict[int, tuple[int, str]] = {}
    widest, longest = 0, 0
    for line in table.iter("tr"):
        cells, names = _cells(line, hanging)
        if not any(cells):
            continue
        widest, longest = max(widest, sum(map(bool, cells))), max(longest, *map(len, cells))
        above = tag(line.getparent()) == "thead" or (names == len(cells) and not any(not p.header for p in found))
        found.append(Piece("table", "\t".join(cells), header=above))
    if widest < 2 or (longest > 1500 and len(found) < 3):
        return None
    return found


def _cells(line: Element, hanging: dict[int, tuple[int, str]]) -> tuple[list[str], int]:
    """The texts of a row's cells and how many of them are ``th``; cells that reach down from above are said again."""
    cells: list[str] = []
    names = 0
    for cell in line:
        if tag(cell) not in ("td", "th") or len(cells) >= _MOST_CELLS:
            continue
        _fill(cells, hanging)
        names += tag(cell) == "th"
        text = _text(cell)
        down = _span(cell, "rowspan") - 1
        for _ in range(_span(cell, "colspan")):
            if down > 0:
                hanging[len(cells)] = (down, text)
            cells.append(text if not cells or cells[-1] != text or _span(cell, "colspan") == 1 else "")
    _fill(cells, hanging)
    return cells, names


def _fill(cells: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    while len(cells) in hanging:
        place = len(cells)
        left, text = hanging[place]
        if left > 1:
            hanging[place] = (left - 1, text)
        else:
            del hanging[place]
        cells.append(text)


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), _MOST_CELLS) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _text(cell: Element) -> str:
    return " ".join(inline(cell, _BREAKS).replace("\t", " ").split())


def caption(table: Element) -> str:
    """The table's own caption."""
    return next((" ".join("".join(c.itertext()).split()) for c in table.iter("caption")), "")
