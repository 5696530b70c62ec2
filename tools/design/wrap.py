"""Breaking text into lines, and finding the size at which it fits a box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from . import breaks
from .clusters import is_cjk
from .fonts import face
from .lines import SLACK, even, greedy
from .shaping import is_rtl, measure, shape

ELLIPSIS: Final = "…"
_STEP: Final = 0.5
_HEADLINE: Final = 64
"""Characters up to which a text is set as a headline."""
_WORTH: Final = (0.8, 0.7)
"""Share of the size that must be left when lines end with sentences; in Chinese, where words are not marked, less."""

_COMPANY: Final = 0.74
"""What is left at least of a size, so that no small word has a line to itself."""
_TORN: Final = 0.2
"""How much smaller still it may be where the largest size takes more lines than there are clauses."""


@dataclass(frozen=True)
class Fitted:
    """Text set to a box. ``height`` is what is drawn: from the top of the first line's capitals (or its tallest
    accent) to the bottom of the last line's lowest stroke; ``width`` is the widest line's advance."""

    lines: tuple[str, ...]
    size: float
    leading: float
    width: float
    height: float
    truncated: bool
    ascent: float = 0.0
    """Pixels from the top of the block to the first baseline."""
    rtl: bool = False
    """Whether the paragraph runs from right to left: shape its lines with that direction."""

    def baselines(self, top: float) -> tuple[float, ...]:
        """Baseline of each line when the block's top stands at ``top``."""
        return tuple(top + self.ascent + i * self.leading * self.size for i in range(len(self.lines)))


def wrap(text: str, font_id: str, size: float, width: float, *, tracking: float = 0) -> list[str]:
    """Greedy lines no wider than ``width`` pixels (a single character that is wider stands alone).

    Keeps numbers with their units, follows kinsoku in Chinese and Japanese, breaks a word only when it is wider
    than the whole line. Line breaks in ``text`` are kept.
    """
    return list(greedy(text, font_id, width / size, float(tracking))[0])


def balanced(text: str, font_id: str, size: float, width: float, *, tracking: float = 0) -> list[str]:
    """As many lines as ``wrap`` needs, but of like length, without a lone short word at the end."""
    return list(even(text, font_id, width / size, float(tracking)))


@lru_cache(maxsize=4096)
def fit(
    text: str,
    font_id: str,
    width: float,
    height: float,
    *,
    max_lines: int,
    max_size: float,
    min_size: float,
    leading: float = 1.1,
    tracking: float = 0,
) -> Fitted:
    """The largest size, in half pixels from ``min_size`` to ``max_size``, at which the text fits without breaking a word.

    ``leading`` is the distance of baselines in ems. When the text does not even fit at ``min_size`` it is cut with an
    ellipsis and ``truncated`` is set; when not one line fits, ``lines`` is empty. What is given back always fits.
    """

    def at(size: float) -> Fitted | None:
        return _at(text, font_id, size, width, height, max_lines, leading, float(tracking))

    steps = max(0, int((max_size - min_size) / _STEP))
    low, high, best = 0, steps, None
    while low <= high:
        middle = (low + high) // 2
        found = at(min_size + middle * _STEP)
        if found is None:
            high = middle - 1
        else:
            best, low = found, middle + 1
    if best is not None:
        best = _gathered(at, best, min_size)
        return _by_clause(text, font_id, width, height, max_lines, min_size, leading, float(tracking), best)
    return _cut(text, font_id, min_size, width, height, max_lines, leading, float(tracking))


def _at(
    text: str, font_id: str, size: float, width: float, height: float, most: int, leading: float, tracking: float
) -> Fitted | None:
    lines, broken = greedy(text, font_id, width / size, tracking)
    if broken or len(lines) > most:
        return None
    found = _block(even(text, font_id, width / size, tracking), text, font_id, size, leading, tracking)
    return found if found.height <= height + SLACK and found.width <= width + SLACK else None


def _gathered(at: Callable[[float], Fitted | None], best: Fitted, least: float) -> Fitted:
    """A little smaller where that gives a small word company: it had a line to itself."""
    size = best.size
    while breaks.stray(best.lines) and (size := size - _STEP) >= max(least, best.size * _COMPANY):
        found = at(size)
        if found and not breaks.stray(found.lines):
            return found
    return best


def _by_clause(
    text: str,
    font_id: str,
    width: float,
    height: float,
    most: int,
    least: float,
    leading: float,
    tracking: float,
    best: Fitted,
) -> Fitted:
    """A short headline of several sentences, each on its own line, where that costs little size."""
    parts = breaks.clauses(text)
    if len(best.lines) < 2 or not 2 <= len(parts) <= most or len(text) > _HEADLINE or "\n" in text:
        return best
    widest = max(measure(part, font_id, tracking=tracking) for part in parts)
    size = min(best.size, (width / widest) // _STEP * _STEP)
    worth = _WORTH[any(is_cjk(char) for char in text)]
    if len(best.lines) > len(parts):  # lines that begin in the middle of one clause and end in the next read badly
        worth -= _TORN
    while size >= max(least, best.size * worth):
        found = _block(tuple(parts), text, font_id, size, leading, tracking)
        if found.height <= height + SLACK and found.width <= width + SLACK:
            return found
        size -= _STEP
    return best


def _cut(
    text: str, font_id: str, size: float, width: float, height: float, most: int, leading: float, tracking: float
) -> Fitted:
    lines, _ = greedy(text, font_id, width / size, tracking)
    for count in range(min(most, len(lines)), 0, -1):
        kept = list(lines[:count])
        if count < len(lines):
            kept[-1] = _ellipsised(kept[-1], font_id, width / size, tracking)
        found = _block(tuple(kept), text, font_id, size, leading, tracking, count < len(lines))
        if found.height <= height + SLACK and found.width <= width + SLACK:
            return found
    return Fitted((), size, leading, 0.0, 0.0, bool(lines), rtl=is_rtl(text))


def _ellipsised(line: str, font_id: str, measure_em: float, tracking: float) -> str:
    """The line with an ellipsis, cut at a word where that leaves most of it."""
    kept = line.rstrip(" ,;:.，、；。")
    while kept and measure(kept + ELLIPSIS, font_id, tracking=tracking) > measure_em:
        words = kept.rsplit(" ", 1)
        shorter = words[0] if len(words) == 2 and len(words[0]) > len(line) * 0.5 else kept[:-1]
        kept = shorter.rstrip(" ,;:.，、；。")
    return kept + ELLIPSIS


def _block(
    lines: tuple[str, ...],
    text: str,
    font_id: str,
    size: float,
    leading: float,
    tracking: float,
    truncated: bool = False,
) -> Fitted:
    rtl = is_rtl(text)
    lines = tuple(line.removesuffix(" ·") for line in lines)  # where a line ends, nothing else parts two things
    if not lines:
        return Fitted((), size, leading, 0.0, 0.0, truncated, rtl=rtl)
    runs = [shape(line, font_id, size, tracking=tracking, direction="rtl" if rtl else "ltr") for line in lines]
    metrics = face(font_id).metrics
    ascent = max(metrics.cap_height / metrics.units_per_em * size, -runs[0].ink_box(0, 0).y)
    descent = max(0.0, runs[-1].ink_box(0, 0).bottom)
    height = ascent + (len(lines) - 1) * leading * size + descent
    return Fitted(lines, size, leading, max(r.width for r in runs), height, truncated, ascent, rtl)
