"""The title: light words on the deep ground, the icon as an object where it meets the accent's panel."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.slides.board import Board
from tools.design.slides.heads import foot, title, title_height
from tools.design.slides.page import tone
from tools.design.slides.rows import paint, rows
from tools.design.slides.shapes import confetti, hills, medallion, panel


def lay(board: Board) -> None:
    page, pen, p = board.page, board.ground, board.page.palette
    dark = page.dark
    low = col.mix(dark, p.accent, 0.16)
    whole = Box(0, 0, page.width, page.height)
    at = page.mirrored(whole)
    pen.canvas.rect(at.x, at.y, at.w, at.h, pen.canvas.linear([(0, dark), (1, low)]))
    hill = col.mix(dark, p.accent, 0.24)
    hills(pen, page.box(0, 5.9, 8.7, 1.6), (col.mix(dark, p.accent, 0.18), hill))
    x, y = page.x(8.85), page.y(3.75)
    panel(pen, page.box(8.85, 0, 4.483, 7.5), p.accent, rings_at=(x, y))
    r = min(page.y(2.2), page.x(2.35))
    medallion(board, x, y, r)
    confetti(pen, x, y, r, (p.accent2, p.light, p.accent2))
    inks = tone(page, dark, low, hill)
    right = x - r - page.px(60)
    left = page.x(0.75)
    lines = board.words.lines
    top, bottom = page.y(0.95), page.y(6.55)
    room = (bottom - top) * (0.42 if len(lines) > 2 else 0.3) if lines else 0.0
    found = None
    if lines:
        found = rows(page, lines, page.plain, right - left, room, 42, "none")
        room = found.height
    space = page.px(82)
    box = Box(left, top, right - left, bottom - top - room - space)
    high = title_height(board, box, most=138, least=56, lines=4)
    start = top + max(0.0, (bottom - top - high - space - room) / 2)
    end = title(board, box._replace(y=start, h=bottom - start - room - space), inks, most=138, least=56, lines=4)
    pen.rect(Box(left, end + page.px(36), page.px(120), page.px(9)), inks.fill, page.px(4.5))
    if found is not None:
        paint(
            board,
            found,
            lines,
            page.plain,
            Box(left, end + space + 0.5 * found.size, right - left, room),
            inks,
            middle=False,
            air=0.4,
        )
    foot(board, left, right, inks)
