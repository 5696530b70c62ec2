"""Text to lines at a measure in ems: greedy, and evened out by dynamic programming."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from . import breaks
from .shaping import measure

SLACK: Final = 1e-6


@lru_cache(maxsize=4096)
def greedy(text: str, font_id: str, measure_em: float, tracking: float) -> tuple[tuple[str, ...], bool]:
    """Lines, and whether a word had to be broken."""
    lines: list[str] = []
    broken = False
    for paragraph in breaks.paragraphs(text):
        line = ""
        for piece in breaks.pieces(paragraph):
            if not line or _fits(line + piece, font_id, measure_em, tracking):
                line += piece
            else:
                lines.append(line.rstrip())
                line = piece
            while not _fits(line, font_id, measure_em, tracking) and len(line.rstrip()) > 1:
                head = _head(line, font_id, measure_em, tracking)
                if head == len(line):
                    break
                lines.append(line[:head].rstrip())
                line, broken = line[head:], True
        if line.rstrip():
            lines.append(line.rstrip())
    return tuple(lines), broken


def _fits(line: str, font_id: str, measure_em: float, tracking: float) -> bool:
    return measure(line.rstrip(), font_id, tracking=tracking) <= measure_em + SLACK


def _head(word: str, font_id: str, measure_em: float, tracking: float) -> int:
    """How many characters of a word that is too wide go on this line: at least one cluster, a good place if one fits."""
    good, every = breaks.inside(word)
    for places in (good, every):
        low, high = -1, len(places) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if _fits(word[: places[middle]], font_id, measure_em, tracking):
                low = middle
            else:
                high = middle - 1
        if low >= 0:
            return places[low]
    return every[0] if every else len(word)


@lru_cache(maxsize=4096)
def even(text: str, font_id: str, measure_em: float, tracking: float) -> tuple[str, ...]:
    """As many lines as ``greedy`` gives, of like length where that can be done."""
    lines, broken = greedy(text, font_id, measure_em, tracking)
    if broken or not 2 <= len(lines) <= 12 or len(breaks.paragraphs(text)) > 1:
        return lines
    pieces = breaks.pieces(breaks.paragraphs(text)[0])
    found = _least_uneven(pieces, font_id, measure_em, tracking, len(lines))
    if found and all(_fits(line, font_id, measure_em, tracking) for line in found):
        return found
    return lines


def _least_uneven(pieces: list[str], font_id: str, measure_em: float, tracking: float, count: int) -> tuple[str, ...]:
    """Exactly ``count`` lines with the least unevenness (least squares over line widths, by dynamic programming)."""
    cell = [measure(p, font_id, tracking=tracking) + tracking for p in pieces]
    bare = [measure(p.rstrip(), font_id, tracking=tracking) for p in pieces]
    before = [0.0]
    for value in cell:
        before.append(before[-1] + value)
    goal = before[-1] / count
    total = len(pieces)
    cost: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for number in range(1, count + 1):
        row: dict[int, tuple[float, int]] = {}
        for end in range(number, total + 1) if number < count else (total,):
            for start in range(end - 1, number - 2, -1):
                width = before[end - 1] - before[start] + bare[end - 1]
                if width > measure_em:
                    break
                if start in cost[-1]:
                    penalty = breaks.penalty(pieces, start, end, number == count) * goal * goal
                    value = cost[-1][start][0] + (width - goal) ** 2 + penalty
                    if end not in row or value < row[end][0]:
                        row[end] = (value, start)
        cost.append(row)
    if total not in cost[-1]:
        return ()
    lines, end = [], total
    for row in reversed(cost[1:]):
        start = row[end][1]
        lines.append("".join(pieces[start:end]).rstrip())
        end = start
    return tuple(reversed(lines))
