"""An example: on a large card of its own, a mark of quotation at its corner, the icon beside the title."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.slides.board import Board
from tools.design.slides.heads import foot, title
from tools.design.slides.page import tone
from tools.design.slides.rows import Mark, paint, rows
from tools.design.slides.shapes import card, page_ground

from ._tile import beside_title


def lay(board: Board) -> None:
    page, pen, p = board.page, board.ground, board.page.palette
    grounds = page_ground(pen, page.soft, p.accent)
    inks = tone(page, *grounds)
    left, right = page.x(0.75), page.x(12.58)
    top = page.y(0.5)
    text = beside_title(board, left, top)
    end = title(board, Box(text, top, right - text, page.px(176)), inks, most=72, least=44, lines=2)
    top = max(end, top + page.px(116)) + page.px(48)
    plate = Box(left, top, right - left, page.y(6.6) - top)
    surface = p.surface if col.contrast(p.surface, page.soft) > 1.02 else col.mix(p.surface, p.ink, 0.05)
    card(pen, plate, surface, 34)
    pen.rect(Box(plate.x, plate.y + page.px(34), page.px(14), plate.h - page.px(68)), p.accent, page.px(7))
    sign = page.px(150)
    pen.icon("quotes", Box(plate.right - sign - page.px(44), plate.y + page.px(36), sign, sign), p.accent, 0.12)
    body = tone(page, surface, col.mix(surface, p.accent, 0.12))
    lines = board.words.lines
    box = Box(plate.x + page.px(96), plate.y + page.px(40), plate.w - page.px(96 + 130), plate.h - page.px(80))
    if lines:
        mark: Mark = "none" if len(lines) == 1 else "dot"
        found = rows(page, lines, page.plain, box.w, box.h, 62 if len(lines) == 1 else 50, mark)
        paint(board, found, lines, page.plain, box, body)
    foot(board, left, right, inks)
