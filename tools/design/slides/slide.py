"""From a request to a finished board."""

from __future__ import annotations

from typing import Final

from core.blobs import Read
from core.requests import SlideRequest
from tools.design.diagrams.sheet import reads_leftward
from tools.design.icons import names
from tools.design.photo import decode
from tools.design.svg import escape

from .board import Board
from .page import Page
from .roles import ROLES
from .words import words

_ICONS: Final = {
    "title": "book-open", "objectives": "target", "idea": "lightbulb", "diagram": "tree-structure", "terms": "book-bookmark",
    "example": "magnifying-glass", "question": "question-mark", "summary": "check-circle",
}  # fmt: skip


def compose(request: SlideRequest, read: Read) -> Board:
    """The slide, set. Raises ``BadInput`` for a picture that cannot be read."""
    r = request
    leads = " ".join((r.title, *r.lines))
    page = Page(r.width, r.height, r.direction, r.language, reads_leftward(r.language, leads), "s-")
    role = r.role if r.role in ROLES else "idea"
    picture = decode(read(r.picture), "picture") if r.picture else None
    if picture is not None:
        role = "diagram"
    known = names()
    own = r.icon if r.icon in known else ""
    fallback = r.direction.icon if role in ("title", "summary") and r.direction.icon in known else _ICONS[role]
    board = Board(page, words(r, page.display, page.plain, bool(own)), own or fallback, picture)
    if role == "question":
        board.right = frozenset(i for i in r.right if i < len(board.words.lines))
    ROLES[role](board)
    return board


def document(board: Board) -> str:
    """The slide as an SVG document, all lines said, its words outlined and searchable."""
    page, words = board.page, board.words
    title = escape(words.title.full[:400])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{page.width}" height="{page.height}" '
        f'viewBox="0 0 {page.width} {page.height}" lang="{escape(page.language)}"><title>{title}</title>{board.svg_body()}</svg>'
    )
