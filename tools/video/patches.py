"""Where a drawing has edges, or differs from another, found on small rasters: only that need be rendered at full size.

A raster's price is its pixels: the renderer hands them over as PNG, packed and unpacked again, even where nothing is drawn.
What lies between edges is flat or a gradient, and as good when it is enlarged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Mask = NDArray[np.uint8]
"""1 where something is marked, else 0."""

_BEND: Final = 3
"""Levels by which a pixel may differ from the line through its neighbours in a gradient: rounding alone gives 2."""
_REACH: Final = 5
"""Side of the square around a bend that counts with it, in small pixels: enlarging mixes a pixel with the next ones."""
_GAP: Final = 6
"""Small pixels without an edge that make it worth parting two patches."""
_DEPTH: Final = 4


class Patch(NamedTuple):
    """Left, top, right and bottom in small pixels."""

    x0: int
    y0: int
    x1: int
    y1: int


def bent(small: Pixels) -> Mask:
    """Where neighbours in an ``h x w x 3`` raster are on no straight line, and what lies around that."""
    edge = cv2.copyMakeBorder(small, 1, 1, 1, 1, cv2.BORDER_REPLICATE).astype(np.int16)
    middle = 2 * edge[1:-1, 1:-1]
    across = np.abs(edge[1:-1, :-2] - middle + edge[1:-1, 2:])
    down = np.abs(edge[:-2, 1:-1] - middle + edge[2:, 1:-1])
    return _grown(np.maximum(across, down).max(axis=-1) >= _BEND)


def changed(small: Pixels, before: Pixels) -> Mask:
    """Where two rasters of one size differ at all, and what lies around that."""
    return _grown((small != before).any(axis=-1))


def patches(mask: Mask) -> tuple[Patch, ...]:
    """Boxes that hold all that is marked and lie apart from each other: what is connected crosses no seam."""
    return tuple(_parted(mask, 0, 0, _DEPTH))


def share(found: tuple[Patch, ...], mask: Mask) -> float:
    """Part of the raster that lies in the patches."""
    return sum((p.x1 - p.x0) * (p.y1 - p.y0) for p in found) / mask.size


def _grown(marked: NDArray[np.bool_]) -> Mask:
    grown: Mask = cv2.dilate(marked.astype(np.uint8), np.ones((_REACH, _REACH), np.uint8))
    return grown


def _parted(mask: Mask, x: int, y: int, depth: int) -> Iterator[Patch]:
    """The marked parts of a mask that stands at ``(x, y)``, cut along its clear rows, those along clear columns, and so on."""
    rows, columns = _spans(np.asarray(mask.any(axis=1))), _spans(np.asarray(mask.any(axis=0)))
    if not rows:
        return
    if depth == 0 or len(rows) == len(columns) == 1:
        yield Patch(x + columns[0][0], y + rows[0][0], x + columns[-1][1], y + rows[-1][1])
        return
    if len(rows) == 1:
        for left, right in columns:
            yield from _parted(mask[:, left:right], x + left, y, depth - 1)
        return
    for top, bottom in rows:
        yield from _parted(mask[top:bottom], x, y + top, depth - 1)


def _spans(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Starts and ends of what is marked, those closer than ``_GAP`` as one."""
    at = np.flatnonzero(marked)
    if not len(at):
        return []
    breaks = np.flatnonzero(np.diff(at) > _GAP)
    starts, ends = at[np.r_[0, breaks + 1]], at[np.r_[breaks, len(at) - 1]] + 1
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]
