"""A title on a panel of its own at the side, lines beside it, the icon in the corner where both meet."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.slides.board import Board
from tools.design.slides.heads import foot, title
from tools.design.slides.page import tone
from tools.design.slides.rows import Mark, paint, rows
from tools.design.slides.shapes import badge, page_ground, panel, panel_end, watermark


def beside(board: Board, *, deep: bool, mark: Mark, most: float) -> None:
    """Lay the slide out: ``deep`` is the dark panel with light words, else a soft one with the accent's."""
    page, pen, p = board.page, board.ground, board.page.palette
    grounds = page_ground(pen, p.bg, p.accent)
    wide = 4.75
    side = page.box(0, 0, wide, 7.5)
    x, y = page.x(wide), page.y(6.05)
    fill = page.dark if deep else p.accent
    if not deep and col.contrast(p.light, fill) >= 3:  # a little darker, so that light words hold on its rings too
        fill = col.ensure(fill, p.light, 6.4)
    light = 0.07 if deep else 0.1
    panel(pen, side, fill, rings_at=(x, y), light=light)
    mark_box = Box(page.x(0.35), page.y(4.35), page.y(2.9), page.y(2.9))
    watermark(board, mark_box, p.light, 0.06)
    inks = tone(page, fill, panel_end(page, fill), col.mix(fill, p.light, 0.13))
    head = Box(page.x(0.65), page.y(0.95), page.x(wide - 0.65 - 0.5), page.y(3.35))
    pen.rect(
        Box(head.x, page.y(0.95) - page.px(50), page.px(84), page.px(9)), inks.fill if deep else p.accent2, page.px(4.5)
    )
    title(board, head, inks, most=84, least=44, lines=5)
    badge(board, x, y, page.px(84), p.accent2, col.ensure(col.ink_on(p.accent2, p.light, page.dark), p.accent2, 3.2))
    body = tone(page, *grounds)
    left, right = page.x(wide + 1.0), page.x(12.58)
    lines = board.words.lines
    box = Box(left, page.y(0.85), right - left, page.y(5.75))
    if lines:
        alone = len(lines) == 1
        kind: Mark = "none" if alone else mark
        font = page.plain
        found = rows(page, lines, font, box.w, box.h, most * (1.3 if alone else 1.15 if len(lines) < 4 else 1.0), kind)
        paint(board, found, lines, font, box, body)
    foot(board, left, right, body)
