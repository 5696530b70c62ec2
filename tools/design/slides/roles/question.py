"""A question: large, its options on tiles; without options it has the page to itself."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.slides.board import Board
from tools.design.slides.heads import foot, title, title_height
from tools.design.slides.page import tone
from tools.design.slides.shapes import badge, confetti, medallion, page_ground, panel
from tools.design.slides.tiles import Form, paint, tiles


def lay(board: Board) -> None:
    if not board.words.lines:
        _open(board)
        return
    page, pen, p = board.page, board.ground, board.page.palette
    grounds = page_ground(pen, page.soft, p.accent)
    inks = tone(page, *grounds)
    pen.canvas.rect(*page.mirrored(page.box(0, 0, 0.32, 7.5)), p.accent)
    left, right = page.x(0.95), page.x(12.58)
    r = page.px(80)
    asked = right - 2 * r - page.px(70)
    top = page.y(0.55)
    end = title(board, Box(left, top, asked - left, page.y(2.05)), inks, most=70, least=42, lines=3)
    badge(
        board, right - r, top + r, r, p.accent2, col.ensure(col.ink_on(p.accent2, p.light, page.dark), p.accent2, 3.2)
    )
    top = max(end, top + 2 * r) + page.px(50)
    lines, labels = board.words.lines, board.words.labels
    surface = p.surface if p.surface != page.soft else col.mix(p.surface, p.ink, 0.05)
    box = Box(left, top, right - left, page.y(6.62) - top)
    form: Form = "option" if labels else "plain"
    count = len(lines)
    wide = page.width / page.height > 1.5
    choices = (1, 3) if count == 3 and wide else (1,) if count < 4 else (2, 1) if count < 6 else (2, 3)
    found = tiles(page, labels, lines, box, form, 52, choices)
    paint(board, found, labels, lines, box, tone(page, surface), (p.accent,))
    foot(board, left, right, inks)


def _open(board: Board) -> None:
    page, pen, p = board.page, board.ground, board.page.palette
    grounds = page_ground(pen, page.soft, p.accent)
    x, y = page.x(10.05), page.y(3.75)
    panel(pen, page.box(10.05, 0, 13.333 - 10.05, 7.5), p.accent, rings_at=(x, y))
    r = min(page.y(1.6), page.x(1.65))
    medallion(board, x, y, r, name="" if board.words.own_icon else "chat-circle-dots")
    confetti(pen, x, y, r, (p.accent2, p.light, p.accent2))
    inks = tone(page, *grounds)
    left, right = page.x(0.75), x - r - page.px(70)
    box = Box(left, page.y(0.8), right - left, page.y(5.6))
    high = title_height(board, box, most=112, least=48, lines=7)
    down = max(0.0, (page.y(3.75) - high / 2 - box.y) * 0.92)
    title(board, box._replace(y=box.y + down, h=box.h - down), inks, most=112, least=48, lines=7)
    foot(board, left, right, inks)
