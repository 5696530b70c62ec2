"""Reading order: gutters part a page into columns, wide lines part it into bands, and each column is read down."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from .typeset import Line

_CROSSING: Final = 0.2
"""Share of the lines that may cross a gutter: headlines, wide figures' captions."""
_NARROWEST: Final = 90.0
"""Points of a column: about 18 letters of 9 point type."""
_LEAST_LINES: Final = 5


def in_order(lines: list[Line], region: int) -> tuple[list[Line], int]:
    """The lines in reading order, each with the edges of its column, regions numbered from ``region``; and the next number."""
    if not lines:
        return [], region
    cut = _gutter(lines)
    if cut is None:
        left, right = _edges(lines)
        ordered = sorted(lines, key=lambda line: (-line.y, line.x0))
        return [replace(line, left=left, right=right, region=region) for line in ordered], region + 1
    out: list[Line] = []
    for wide, band in _bands(lines, cut):
        if wide:
            left, right = _edges(lines)
            out += [replace(line, left=left, right=right, region=region) for line in band]
            region += 1
            continue
        for side in ([x for x in band if x.x1 <= cut + 2], [x for x in band if x.x1 > cut + 2]):
            ordered, region = in_order(side, region) if len(side) < len(lines) else (side, region + 1)
            out += ordered
    return out, region


def _edges(lines: list[Line]) -> tuple[float, float]:
    """Where the column's lines begin and end, outliers aside."""
    return float(np.percentile([line.x0 for line in lines], 10)), float(np.percentile([line.x1 for line in lines], 90))


def _bands(lines: list[Line], cut: float) -> list[tuple[bool, list[Line]]]:
    """The lines from the top: runs that cross the gutter, and runs that keep to a side."""
    out: list[tuple[bool, list[Line]]] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.x0)):
        wide = line.x0 < cut - 2 and line.x1 > cut + 2
        if out and out[-1][0] == wide:
            out[-1][1].append(line)
        else:
            out.append((wide, [line]))
    return out


def _gutter(lines: list[Line]) -> float | None:
    """Where a gutter stands between two columns of text, or None: few lines cross it, and both sides hold lines of running text side by side."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    x0, x1 = np.array([line.x0 for line in lines]), np.array([line.x1 for line in lines])
    low, high = float(x0.min()), float(x1.max())
    bins = np.arange(low + _NARROWEST, high - _NARROWEST, 1.5)
    if not len(bins):
        return None
    crossing = ((x0[None, :] < bins[:, None]) & (x1[None, :] > bins[:, None])).sum(axis=1)
    best = int(crossing.min())
    if best > _CROSSING * len(lines):
        return None
    free = crossing <= best
    runs = _stretches(free)
    for start, end in sorted(runs, key=lambda r: (r[0] - r[1], abs(r[0] + r[1] - len(bins)))):
        cut = float(bins[(start + end) // 2])
        if _two_columns(lines, cut):
            return cut
    return None


def _stretches(free: np.ndarray) -> list[tuple[int, int]]:
    """Runs of True as first and last place."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], free.astype(np.int8), [0]))))
    return [(int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _two_columns(lines: list[Line], cut: float) -> bool:
    sides = [line for line in lines if line.x1 <= cut], [line for line in lines if line.x0 >= cut]
    if min(map(len, sides)) < _LEAST_LINES:
        return False
    for side in sides:
        left, right = _edges(side)
        widths = sorted(line.x1 - line.x0 for line in side)
        words = sorted(len(line.text) for line in side)
        if (
            right - left < _NARROWEST * 0.8
            or widths[len(widths) // 2] < 0.6 * (right - left)
            or words[len(words) // 2] < 14
        ):
            return False
    tops, bottoms = [max(x.y for x in s) for s in sides], [min(x.y for x in s) for s in sides]
    shared = min(tops) - max(bottoms)
    return shared >= 0.4 * min(tops[0] - bottoms[0], tops[1] - bottoms[1])
