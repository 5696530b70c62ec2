"""Parts set together from lines to pieces: their kinds, levels, depths and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from core.source import BlockKind
from tools.reading.mend import Words, joined
from tools.reading.notes import without_notes
from tools.reading.pieces import Piece

from .rows import Row
from .style import levels
from .typeset import Line

FLOATS: Final = frozenset(("caption", "note", "table"))
"""What may stand in the middle of a paragraph that goes on elsewhere."""


@dataclass
class Part:
    """A piece being set together."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    style: tuple[float, bool] | None = None
    row: Row | None = None
    text: str = ""
    depth: float = 0.0
    """Left edge of a list entry's mark."""
    contents: bool = False


def pieces(parts: Sequence[Part], words: Words) -> list[Piece]:
    """The pieces of the whole document."""
    ranks = levels(Counter(p.style for p in parts if p.kind == "heading" and p.style))
    return [_piece(part, ranks, depth, words) for part, depth in zip(parts, _depths(parts), strict=True)]


def _depths(parts: Sequence[Part]) -> list[int]:
    """How deep each list entry is among the entries that it follows, by how far its mark is set in."""
    out: list[int] = []
    edges: list[float] = []
    for part in parts:
        if part.kind not in ("item", "step") or part.contents:
            edges = [] if part.kind not in FLOATS else edges
            out.append(0)
            continue
        while edges and part.depth < edges[-1] - 5:
            edges.pop()
        if not edges or part.depth > edges[-1] + 5:
            edges.append(part.depth)
        out.append(len(edges) - 1)
    return out


def _piece(part: Part, ranks: dict[tuple[float, bool], int], depth: int, words: Words) -> Piece:
    if part.row is not None:
        return Piece("table", "\t".join(part.row.cells), page=part.row.page, header=part.row.header)
    page = part.lines[0].page
    if part.kind == "code":
        return Piece("code", _code(part.lines), page=page)
    if part.kind == "paragraph" and _verse(part.lines):
        return Piece("verse", "\n".join(line.text for line in part.lines), page=page)
    text = joined([part.text or part.lines[0].text, *(line.text for line in part.lines[1:])], words)
    strong = tuple(dict.fromkeys(s for line in part.lines for s in line.strong))
    if part.contents:
        return Piece("item", text, page=page, mark="contents")
    if part.kind == "heading":
        return Piece("heading", text, level=ranks.get(part.style, 3) if part.style else 3, page=page)
    if sum(line.bold * len(line.text) for line in part.lines) > 0.8 * len(text):
        strong = ()
    return Piece(part.kind, without_notes(text), level=min(depth, 8), page=page, strong=strong)


def _code(lines: list[Line]) -> str:
    left = min(line.x0 for line in lines)
    return "\n".join(" " * min(int((line.x0 - left) / (0.6 * max(line.size, 1.0))), 40) + line.text for line in lines)


def _verse(lines: list[Line]) -> bool:
    """Lines that end well before the column does, each with a capital, at least three."""
    if len(lines) < 3:
        return False
    width = max(lines[0].right - lines[0].left, 1.0)
    reach = sum(line.x1 - line.left for line in lines) / len(lines)
    capital = sum(line.text.lstrip("\"“‘«'—–¿¡([")[:1].isupper() for line in lines)
    ragged = max(line.x1 for line in lines) - min(line.x1 for line in lines)
    return (
        capital >= 0.9 * len(lines)
        and reach < 0.75 * width
        and ragged > 0.08 * width
        and max(len(x.text) for x in lines) <= 65
    )


def repaired(found: list[Piece]) -> list[Piece]:
    """Neighbouring pieces of verse as one; a heading with nothing but a number joined to the next."""
    out: list[Piece] = []
    for piece in found:
        if (
            out
            and out[-1].kind == piece.kind == "heading"
            and out[-1].page == piece.page
            and out[-1].text.rstrip(".").replace(".", "").isdigit()
        ):
            out[-1] = replace(piece, text=f"{out[-1].text} {piece.text}", level=out[-1].level)
        else:
            out.append(piece)
    return out
