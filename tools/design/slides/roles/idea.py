"""An idea: lines in large type; with an icon it stands as an object on a panel at the side, else the title does."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.slides.board import Board
from tools.design.slides.heads import foot, title
from tools.design.slides.page import tone
from tools.design.slides.rows import Mark, paint, rows
from tools.design.slides.shapes import confetti, medallion, page_ground, panel

from ._beside import beside


def lay(board: Board) -> None:
    if not board.words.own_icon:
        beside(board, deep=False, mark="dot", most=48)
        return
    page, pen, p = board.page, board.ground, board.page.palette
    grounds = page_ground(pen, p.bg, p.accent)
    wide = 8.95
    x, y = page.x(11.142), page.y(3.75)
    soft = col.mix(p.bg, p.accent, 0.24)
    panel(pen, page.box(wide, 0, 13.333 - wide, 7.5), soft, rings_at=(x, y), light=0.9)
    r = min(page.y(1.72), page.x(1.75))
    medallion(board, x, y, r)
    confetti(pen, x, y, r, (p.accent, p.accent2, p.accent))
    inks = tone(page, *grounds)
    left, right = page.x(0.75), page.x(wide - 0.7)
    pen.rect(Box(0, page.y(0.8), page.px(14), page.y(1.45)), p.accent)
    end = title(board, Box(left, page.y(0.8), right - left, page.y(1.95)), inks, most=88, least=48, lines=2)
    top = max(end + page.px(36), page.y(2.35))
    box = Box(left, top, right - left, page.y(6.62) - top)
    if board.words.lines:
        alone = len(board.words.lines) == 1
        mark: Mark = "none" if alone else "dot"
        found = rows(
            page,
            board.words.lines,
            page.plain,
            box.w,
            box.h,
            66 if alone else 56 if len(board.words.lines) < 4 else 48,
            mark,
        )
        paint(board, found, board.words.lines, page.plain, box, inks, middle=True)
    foot(board, left, right, inks)
