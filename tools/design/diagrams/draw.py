"""From a diagram's data to SVG: the layouts of its kind, the best first, and the first that the checker lets pass."""

from __future__ import annotations

import re
from unicodedata import normalize

from core.direction import Direction
from core.errors import BadInput
from core.lesson import Diagram
from tools.design.shaping import shape
from tools.design.svg import escape

from .board import Board
from .describe import describe
from .ground import ground, title
from .issues import issues
from .kinds import KINDS, Layout
from .sheet import Sheet, reads_leftward

LEAST_SIDE = 160
MOST_NODES = 24
_TRIES = 12


def draw(diagram: Diagram, look: Direction, width: int, height: int, language: str, seed: int = 0) -> str:
    """The diagram as an SVG document of ``width`` by ``height`` pixels (at least 160 each), its words outlined and searchable.

    Type is never smaller than 2.2% of the short side, no word is cut, and nothing lies on anything else. Smaller lines
    (``Node.detail``) are left out where the nodes' own words would not fit otherwise; ``describe`` still says them.
    Raises ``BadInput`` where there is nothing to draw, or more than can be set on such a sheet.
    """
    return document(compose(diagram, look, width, height, language, seed), diagram)


def document(board: Board, diagram: Diagram) -> str:
    """A finished board as SVG, with the diagram's title and description for those who listen."""
    s = board.sheet
    alt, long = describe(diagram, s.language)
    name, head, text = s.prefix, escape(diagram.title or alt), escape(diagram.long or long)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{s.width}" height="{s.height}" viewBox="0 0 {s.width} {s.height}" '
        f'role="img" aria-labelledby="{name}title {name}desc" lang="{escape(s.language)}"><title id="{name}title">{head}</title>'
        f'<desc id="{name}desc">{text}</desc>{board.canvas.markup()}</svg>'
    )


def compose(diagram: Diagram, look: Direction, width: int, height: int, language: str, seed: int = 0) -> Board:
    """The finished board, before it is written as SVG. Raises as ``draw`` does."""
    diagram = _clean(diagram, look)
    _check(diagram, width, height)
    words = diagram.title or " ".join((*(n.text for n in diagram.nodes), *diagram.columns))
    name = re.sub(r"[^a-z0-9]+", "-", diagram.id.lower()).strip("-") or "diagram"
    sheet = Sheet(
        width, height, look, language, reads_leftward(language, words), f"g-{name}-{seed}-" if seed else f"g-{name}-"
    )
    kind = KINDS[diagram.kind]
    for details, loose in ((True, False), (True, True), (False, False), (False, True)):
        if not details and not any(n.detail for n in diagram.nodes):
            break
        plain = Board(sheet)
        ground(plain)
        area = title(plain, diagram.title)
        found = sorted(kind(diagram, sheet, area, details, loose), key=lambda item: -item[0])
        for _, layout in found[:_TRIES]:
            board = _painted(diagram, sheet, layout)
            if not issues(board.parts, sheet):
                return board
    raise BadInput(
        "the diagram says more than the sheet can hold", which=diagram.title or diagram.id,
        remedy=f"At {width}x{height} words cannot be smaller than {sheet.floor:.0f} pixels: shorten them, or show fewer than {_count(diagram)} things.",
    )  # fmt: skip


def _painted(diagram: Diagram, sheet: Sheet, layout: Layout) -> Board:
    board = Board(sheet)
    ground(board)
    title(board, diagram.title)
    layout.paint(board)
    return board


def _count(diagram: Diagram) -> int:
    return len(diagram.nodes) or len(diagram.rows)


def _check(diagram: Diagram, width: int, height: int) -> None:
    if min(width, height) < LEAST_SIDE:
        raise BadInput(
            "the sheet is too small for a diagram", which=f"{width}x{height}", remedy=f"Ask for {LEAST_SIDE} pixels a side or more."
        )  # fmt: skip
    count = _count(diagram)
    if not count or diagram.kind == "comparison" and not (diagram.columns and diagram.rows):
        raise BadInput(
            "the diagram has nothing to show", which=diagram.id, remedy="Give it nodes, or columns and rows."
        )
    if count > MOST_NODES:
        raise BadInput(
            f"a diagram can show {MOST_NODES} things",
            which=f"{count} in {diagram.id}",
            remedy="Show fewer, or split it.",
        )


def _clean(diagram: Diagram, look: Direction) -> Diagram:
    """Single-spaced words without characters that no typeface can draw; nodes, columns and labels that say nothing go."""
    font = look.text

    def one(value: str) -> str:
        plain = " ".join(normalize("NFC", value).split())
        gone = set(shape(plain, font, 10.0).missing) if plain else set()
        return " ".join("".join(c for c in plain if c not in gone).split())

    nodes = tuple(
        n.model_copy(update={"text": one(n.text), "detail": one(n.detail), "when": one(n.when)}) for n in diagram.nodes
    )
    return diagram.model_copy(
        update={
            "title": one(diagram.title),
            "nodes": tuple(n for n in nodes if n.text),
            "links": tuple(link.model_copy(update={"label": one(link.label)}) for link in diagram.links),
            "columns": tuple(one(c) for c in diagram.columns),
            "rows": tuple(tuple(one(c) for c in row) for row in diagram.rows),
            "unit": one(diagram.unit),
        }
    )
