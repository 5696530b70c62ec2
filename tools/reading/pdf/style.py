"""The body type of a document, and which of its lines are headings of which level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tools.reading.lines import CAPTION, HEADING_WORD, contents_line, ends_sentence, listed, numbered_heading

from .rows import Item
from .typeset import Line

_LARGER: Final = 1.12
_LARGER_SCAN: Final = 1.4
"""A scan's text layer guesses sizes line by line."""
_LONGEST: Final = 160
_DEEPEST: Final = 6


@dataclass(frozen=True)
class Body:
    """The size (points), leading (points from baseline to baseline) and weight of the running text."""

    size: float
    leading: float
    bold: bool
    scan: bool
    indented: bool
    """Whether paragraphs open with an indent."""


def body_of(items: Sequence[Item], scan: bool) -> Body:
    """The body's type: what most letters are set in."""
    lines = [i for i in items if isinstance(i, Line)]
    sizes: Counter[float] = Counter()
    bold = total = 0.0
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
        bold += line.bold * len(line.text)
        total += len(line.text)
    size = max(sizes.items(), key=lambda kv: (kv[1], -kv[0]))[0] if sizes else 10.0
    if scan and sizes:
        size = _middle([line.size for line in lines for _ in range(1 + len(line.text) // 20)])
    gaps: Counter[float] = Counter()
    indents = fulls = 0
    for above, line in zip(lines, lines[1:], strict=False):
        if above.region == line.region and abs(line.size - size) < 0.6 and abs(above.size - size) < 0.6:
            gap = above.y - line.y
            if 0.8 * size < gap < 3 * size:
                gaps[round(gap * 2) / 2] += 1
            fulls += 1
            indents += bool(
                0.6 * size < line.x0 - line.left < 4 * size and above.x0 - above.left < 0.4 * size and gap < 1.5 * size
            )
    leading = max(gaps.items(), key=lambda kv: (kv[1], -kv[0]))[0] if gaps else 1.25 * size
    return Body(max(size, 1.0), leading, bold > 0.6 * total, scan, indents > 0.03 * max(fulls, 1))


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def heading_style(line: Line, body: Body, gap: float, after: Item | None) -> tuple[float, bool] | None:
    """Size and weight that set a line apart as a heading, or None.

    Args:
        gap: points from the baseline above; large at the top of a column.
        after: what comes next, since a heading has something below it in another style.
    """
    text = line.text
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 2 or len(text) > _LONGEST or line.mono > 0.5 or CAPTION.match(text) or contents_line(text):
        return None
    larger = line.size >= body.size * (_LARGER_SCAN if body.scan else _LARGER)
    bold = line.bold > 0.8 and not body.bold and line.size >= 0.95 * body.size
    if larger and not (len(text) > 100 and ends_sentence(text)):
        return round(line.size), line.bold > 0.5
    if text.endswith((",", ";", "-")) or (
        ends_sentence(text) and not text.endswith("?") and not (bold and len(text) < 40)
    ):
        return None
    apart = gap > 1.25 * body.leading
    short = line.x1 - line.x0 < 0.85 * (line.right - line.left) or len(text) < 60
    if listed(text) and not numbered_heading(text) and not bold:
        return None
    if bold and short and (apart or _differs(line, after)) and len(text) <= 120 and not text.endswith(":"):
        return round(body.size), True
    if not apart or not short:
        return None
    if numbered_heading(text) or HEADING_WORD.match(text):
        return round(body.size), line.bold > 0.5
    capitals = (
        len(letters) >= 4
        and all(c.isupper() for c in letters)
        and any(c.lower() != c for c in letters)
        and len(text) <= 70
    )
    slanted = (
        line.italic > 0.9
        and len(text) <= 60
        and text[0].isupper()
        and isinstance(after, Line)
        and after.italic < 0.5
        and not body.scan
    )
    return (round(body.size), False) if capitals or slanted else None


def _differs(line: Line, after: Item | None) -> bool:
    """Whether a bold line stands alone: what follows is set otherwise and opens a sentence."""
    return isinstance(after, Line) and after.bold < 0.5 and not after.text[:1].islower()


def levels(styles: Counter[tuple[float, bool]]) -> dict[tuple[float, bool], int]:
    """Heading levels by style: larger is higher, bold before plain of one size."""
    ranked = sorted(styles, key=lambda s: (-s[0], not s[1]))
    return {style: min(place, _DEEPEST) for place, style in enumerate(ranked, 1)}
