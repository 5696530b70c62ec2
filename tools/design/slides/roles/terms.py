"""New words: a card each, the word over its meaning."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.slides.board import Board
from tools.design.slides.heads import foot, title
from tools.design.slides.page import tone
from tools.design.slides.shapes import page_ground
from tools.design.slides.tiles import Form, paint, tiles

from ._tile import beside_title


def lay(board: Board) -> None:
    page, pen, p = board.page, board.ground, board.page.palette
    grounds = page_ground(pen, page.soft, p.accent)
    inks = tone(page, *grounds)
    left, right = page.x(0.75), page.x(12.58)
    text = beside_title(board, left, page.y(0.5))
    end = title(board, Box(text, page.y(0.5), right - text, page.px(150)), inks, most=72, least=44, lines=2)
    top = max(end, page.y(0.5) + page.px(116)) + page.px(46)
    lines, labels = board.words.lines, board.words.labels
    if lines:
        surface = p.surface if p.surface != page.soft else col.mix(p.surface, p.ink, 0.05)
        box = Box(left, top, right - left, page.y(6.62) - top)
        form: Form = "term" if labels else "plain"
        count = len(lines)
        wide = page.width / page.height > 1.5
        choices = {1: (1,), 2: (2, 1), 3: (3, 1) if wide else (1,), 4: (2,)}.get(count, (3, 2) if wide else (2,))
        found = tiles(page, labels, lines, box, form, 54 if count < 3 else 47, choices)
        paint(board, found, labels, lines, box, tone(page, surface), page.hues)
    foot(board, left, right, inks)
