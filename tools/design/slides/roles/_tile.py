"""The icon on a small tile beside a title."""

from __future__ import annotations

from tools.design.geometry import Box
from tools.design.slides.board import Board
from tools.design.slides.page import tone
from tools.design.slides.shapes import shadow


def beside_title(board: Board, left: float, top: float, side: float = 116.0) -> float:
    """Draw the tile with its corner there; gives where the title begins."""
    page, pen, _p = board.page, board.ground, board.page.palette
    inks = tone(page, page.soft)
    box = Box(left, top, page.px(side), page.px(side))
    shadow(pen, box, page.px(28), page.px(4))
    pen.rect(box, inks.fill, page.px(28))
    pen.icon(board.icon, box.inset(page.px(side * 0.2)), inks.fill_ink)
    board.icon_box = page.mirrored(box)
    return box.right + page.px(40)
