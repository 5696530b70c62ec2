"""What most slides have in common: kicker and title at the top, source and page number at the foot."""

from __future__ import annotations

from tools.design.geometry import Box
from tools.design.wrap import Fitted

from .board import Board
from .page import Tone
from .setting import headline, small, tracking
from .words import Text, upper

_KICKER = 0.07
"""Tracking of a Latin kicker in ems."""


def kicker(board: Board, left: float, top: float, width: float, tone: Tone) -> float:
    """The kicker's line; gives where it ends, or ``top`` where there is none."""
    page, words = board.page, board.words
    if not words.kicker:
        return top
    text = Text(upper(words.kicker.shown), words.kicker.full, words.kicker.missing)
    spaced = _KICKER if text.shown.isupper() else 0.0
    made = small(text, page.strong, width, page.least, spaced=spaced)
    home = Box(left, top, width, made.height)
    board.ground.write("kicker", text, made, page.strong, tone.accent, home, tone.grounds, tracking=spaced)
    return top + made.height + page.px(30)


def kicker_height(board: Board) -> float:
    """Room that the kicker takes above a title."""
    if not board.words.kicker:
        return 0.0
    return small(board.words.kicker, board.page.strong, 1e6, board.page.least).height + board.page.px(30)


def title_height(board: Board, box: Box, *, most: float, least: float, lines: int) -> float:
    """How tall kicker and title will be."""
    return _fitted(board, box, most, least, lines).height + kicker_height(board)


def _fitted(board: Board, box: Box, most: float, least: float, lines: int) -> Fitted:
    """The title below its kicker; one that does not go on so many lines is set smaller on two more."""
    page, text = board.page, board.words.title
    room = box.h - kicker_height(board)
    made = headline(text, page.display, box.w, room, page.px(most), max(page.least, page.px(least)), lines)
    if made.truncated:
        made = headline(text, page.display, box.w, room, page.px(least), page.least, lines + 2)
    return made


def title(board: Board, box: Box, tone: Tone, *, most: float, least: float = 40.0, lines: int = 2) -> float:
    """Kicker and title from the top of the box; gives where they end. Sizes at 1080p."""
    page, words = board.page, board.words
    made = _fitted(board, box, most, least, lines)
    top = kicker(board, box.x, box.y, box.w, tone)
    home = Box(box.x, top, box.w, made.height)
    board.ground.write(
        "title", words.title, made, page.display, tone.ink, home, tone.grounds,
        tracking=tracking(words.title, page.display) if made.size > 1 else 0.0,
    )  # fmt: skip
    return top + made.height


def foot(board: Board, left: float, right: float, tone: Tone) -> None:
    """The lesson's title and the page number, both small, between two edges."""
    page, words = board.page, board.words
    base = page.height - page.px(54)
    wide = 0.0
    if words.number:
        number = Text(words.number, words.number)
        made = small(number, page.strong, page.px(260), page.least)
        wide = made.width + page.px(40)
        home = Box(right - made.width, base - made.ascent, made.width, made.height)
        board.ground.write("number", number, made, page.strong, tone.quiet, home, tone.grounds, align="start")
    if words.foot:
        made = small(words.foot, page.plain, right - left - wide, page.least)
        home = Box(left, base - made.ascent, right - left - wide, made.height)
        board.ground.write("foot", words.foot, made, page.plain, tone.quiet, home, tone.grounds)
