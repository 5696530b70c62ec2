"""The summary: checked lines on the deep ground, the icon where it meets the accent's panel."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.slides.board import Board
from tools.design.slides.heads import foot, title
from tools.design.slides.page import tone
from tools.design.slides.rows import paint, rows
from tools.design.slides.shapes import confetti, hills, medallion, panel


def lay(board: Board) -> None:
    page, pen, p = board.page, board.ground, board.page.palette
    dark = page.dark
    low, hill = col.mix(dark, p.accent, 0.12), col.mix(dark, p.accent, 0.2)
    pen.canvas.rect(0, 0, page.width, page.height, pen.canvas.linear([(0, dark), (1, low)]))
    hills(pen, page.box(0, 6.1, 10.5, 1.4), (col.mix(dark, p.accent, 0.15), hill))
    x, y = page.x(10.55), page.y(3.75)
    panel(pen, page.box(10.55, 0, 13.333 - 10.55, 7.5), p.accent, rings_at=(x, y))
    r = min(page.y(1.2), page.x(1.25))
    medallion(board, x, y, r)
    confetti(pen, x, y, r, (p.accent2, p.light, p.accent2))
    inks = tone(page, dark, low, hill)
    left, right = page.x(0.75), x - r - page.px(64)
    end = title(board, Box(left, page.y(0.8), right - left, page.y(1.8)), inks, most=84, least=48, lines=2)
    pen.rect(Box(left, end + page.px(30), page.px(120), page.px(9)), inks.fill, page.px(4.5))
    top = max(end + page.px(74), page.y(2.2))
    box = Box(left, top, right - left, page.y(6.55) - top)
    if board.words.lines:
        found = rows(
            page, board.words.lines, page.plain, box.w, box.h, 52 if len(board.words.lines) < 4 else 46, "check"
        )
        paint(board, found, board.words.lines, page.plain, box, inks, middle=len(board.words.lines) < 5)
    foot(board, left, right, inks)
