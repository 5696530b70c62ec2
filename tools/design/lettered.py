"""Whether a logo spells its name, or is a sign alone that needs the name beside it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .photo import Picture

LONG: Final = 3.2
"""Width by height from which a logo is taken for lettering, joined letters too."""
_WIDE: Final = 168
"""Pixels across at which a logo is looked at: letters are still apart there."""
_FEWEST: Final = 3
_COLOURS: Final = 6


@lru_cache(maxsize=8)
def lettered(logo: Picture) -> bool:
    """Whether at least three shapes of one colour stand in a row like letters: of like height, on one line, side by side.

    A guess from the shapes alone: joined lettering in a compact logo counts as a sign, and then the name is said once more.
    """
    if logo.ratio >= LONG:
        return True
    tall = max(8, round(_WIDE / logo.ratio))
    image = Image.fromarray(logo.pixels).convert("RGBA").resize((_WIDE, tall))
    flat = Image.alpha_composite(Image.new("RGBA", image.size, "#ff00ff"), image).convert("RGB")
    plain = np.asarray(flat.quantize(_COLOURS))
    return any(_in_a_row(_shapes(plain == colour)) for colour in np.unique(plain))


def _in_a_row(shapes: list[tuple[int, int, int, int]]) -> bool:
    """Whether enough shapes (left, top, right, bottom) share a line."""
    for _, top, _, bottom in shapes:
        high = bottom - top
        row = [s for s in shapes if abs(s[3] - bottom) <= 0.18 * high + 1 and 0.6 <= (s[3] - s[1]) / high <= 1.6]
        row.sort()
        apart = sum(b[0] >= a[2] - 1 and b[0] - a[2] < 1.2 * high for a, b in zip(row, row[1:], strict=False))
        if apart >= _FEWEST - 1 and len({s[2] - s[0] for s in row}) > 1:
            return True
    return False


def _shapes(ink: NDArray[np.bool_]) -> list[tuple[int, int, int, int]]:
    """Bounding boxes of connected ink that could be letters: neither specks nor as tall as the whole."""
    left, found = ink.copy(), []
    rows, columns = ink.shape
    for y, x in zip(*np.nonzero(ink), strict=True):
        if not left[y, x]:
            continue
        left[y, x] = False
        heap, box = [(int(y), int(x))], [int(x), int(y), int(x) + 1, int(y) + 1]
        while heap:
            at, across = heap.pop()
            box = [min(box[0], across), min(box[1], at), max(box[2], across + 1), max(box[3], at + 1)]
            for j, i in ((at - 1, across), (at + 1, across), (at, across - 1), (at, across + 1)):
                if 0 <= j < rows and 0 <= i < columns and left[j, i]:
                    left[j, i] = False
                    heap.append((j, i))
        high = box[3] - box[1]
        if 0.07 * rows < high < 0.75 * rows and high >= 5 and box[2] - box[0] <= 2.2 * high:
            found.append((box[0], box[1], box[2], box[3]))
    return found
