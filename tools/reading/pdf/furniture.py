"""What repeats at the head or foot of pages and is no part of the text: running titles, page numbers, stamps."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from tools.reading.lines import page_number

from .typeset import Line

_EDGE: Final = 3
"""Lines from the top and from the bottom that may be furniture."""
_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b")
_BAND: Final = 0.14
"""Share of the page's height at its top and bottom where furniture stands."""


def without(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """Each page's lines without those that other pages show at the same height with the same words, numbers aside.

    A running title is one that at least three pages have (two, where there are but two or three), whether facing pages share it or
    not. A page's number goes wherever it stands alone at the edge, and what shares its baseline with it.
    """
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, lines in enumerate(pages):
        for line in _edges(lines, heights[number]):
            for near in (-1, 0, 1):
                seen[(_mask(line.text), round(line.y / 4) + near)].add(number)
    enough = 2 if len(pages) <= 3 else 3
    out: list[list[Line]] = []
    for number, lines in enumerate(pages):
        edges = _edges(lines, heights[number])
        gone = [line for line in edges if _is_furniture(line, seen, enough, len(pages), heights[number])]
        numbers = [line.y for line in gone if page_number(line.text)]
        beside = [
            line
            for line in edges
            if len(pages) > 2 and len(line.text) < 90 and any(abs(line.y - y) < 2 for y in numbers)
        ]
        names = {id(line) for line in (*gone, *beside)}
        out.append([line for line in lines if id(line) not in names])
    return out


def _is_furniture(line: Line, seen: dict[tuple[str, int], set[int]], enough: int, pages: int, height: float) -> bool:
    at_edge = line.y < _BAND * height or line.y > (1 - _BAND) * height
    if at_edge and page_number(line.text) and (line.y < 0.1 * height or line.y > 0.9 * height):
        return True
    mask = _mask(line.text)
    if not re.search(r"[^\W\d_]{2}", mask) and not at_edge:
        return False
    return pages > 1 and at_edge and len(seen[(mask, round(line.y / 4))]) >= enough


def _edges(lines: list[Line], height: float) -> list[Line]:
    """The lines that stand highest and lowest: ``_EDGE`` baselines each."""
    levels = sorted({round(line.y) for line in lines})
    outer = {*levels[:_EDGE], *levels[-_EDGE:]}
    return [
        line for line in lines if round(line.y) in outer and (line.y < _BAND * height or line.y > (1 - _BAND) * height)
    ]


def _mask(text: str) -> str:
    return _DIGITS.sub("#", text.lower()).strip()
