"""A diagram: as large as the words leave it, on a light surface; lines in a column beside it or a strip below."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.geometry import Box
from tools.design.photo import Picture, image_tag
from tools.design.slides.board import Board
from tools.design.slides.heads import foot, title
from tools.design.slides.page import tone
from tools.design.slides.picture import scaled
from tools.design.slides.rows import Mark, paint, rows
from tools.design.slides.shapes import card, page_ground

from ._beside import beside
from ._tile import beside_title

_FRAME = 16.0
"""Pixels of the surface that are seen around the picture."""


def lay(board: Board) -> None:
    if board.picture is None:
        beside(board, deep=False, mark="dot", most=48)
        return
    page, pen, p = board.page, board.ground, board.page.palette
    inks = tone(page, *page_ground(pen, p.bg, p.accent))
    left, right = page.x(0.55), page.x(12.783)
    text = beside_title(board, left, page.y(0.36), 92)
    end = title(board, Box(text, page.y(0.4), right - text, page.px(124)), inks, most=58, least=40, lines=2)
    top = max(end, page.y(0.36) + page.px(92)) + page.px(32)
    area = Box(left, top, right - left, page.height - page.px(98) - top)
    lines = board.words.lines
    if lines:
        column, strip = _column(area, board), _strip(area, board)
        ratio = board.picture.ratio
        room, words = max((column, strip), key=lambda pair: _inside(pair[0], ratio).w)
        mark: Mark = "none" if len(lines) == 1 else "dot"
        found = rows(page, lines, page.plain, words.w, words.h, 40 if words is column[1] else 36, mark)
        _show(board, room, board.picture)
        paint(board, found, lines, page.plain, words, inks)
    else:
        _show(board, area, board.picture)
    foot(board, left, right, inks)


def _column(area: Box, board: Board) -> tuple[Box, Box]:
    """Room for picture and words side by side; long words get more of it."""
    page = board.page
    letters = max(len(t.shown) for t in board.words.lines) + 0.4 * sum(len(t.shown) for t in board.words.lines)
    share = min(0.36, 0.235 + letters / 3200) if page.width > page.height * 1.5 else 0.36
    wide, gap = area.w * share, page.px(64)
    words = Box(area.x + page.px(22), area.y, wide - page.px(22), area.h)
    return Box(area.x + wide + gap, area.y, area.w - wide - gap, area.h), words


def _strip(area: Box, board: Board) -> tuple[Box, Box]:
    """Room for the picture above its words, which are measured as they would stand there."""
    page = board.page
    found = rows(page, board.words.lines, page.plain, area.w - page.px(60), area.h * 0.6, 32, "dot")
    high = found.height + page.px(26)
    words = Box(area.x + page.px(30), area.bottom - found.height, area.w - page.px(60), found.height)
    return area._replace(h=area.h - high), words


def _inside(box: Box, ratio: float) -> Box:
    """The largest box of that shape in the middle of another."""
    wide = min(box.w, box.h * ratio)
    high = wide / ratio
    return Box(box.x + (box.w - wide) / 2, box.y + (box.h - high) / 2, wide, high)


def _show(board: Board, room: Box, picture: Picture) -> None:
    page, pen, p = board.page, board.ground, board.page.palette
    edge = page.px(_FRAME)
    at = _inside(room.inset(edge), picture.ratio)
    at = Box(round(at.x), round(at.y), max(1.0, float(round(at.w))), max(1.0, float(round(at.h))))
    surface = p.surface if col.luminance(p.surface) > 0.4 else p.light
    card(pen, at.inset(-edge), surface, 24, edge=col.mix(surface, p.ink, 0.09))
    made, place = scaled(picture, round(at.w), round(at.h)), page.mirrored(at)
    clip = pen.canvas.clip(
        f'<rect x="{place.x:.0f}" y="{place.y:.0f}" width="{place.w:.0f}" height="{place.h:.0f}" rx="{page.px(12):.1f}"/>'
    )
    pen.canvas.add(image_tag(made, place, f'clip-path="{clip}"'))
    board.picture_box = place
