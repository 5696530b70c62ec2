"""What most slides have in common: kicker and title at the top, source and page number at the foot."""

from __future__ import annotations

from tools.design.geometry import Box

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
    return top + made.height + page.px(24)


def kicker_height(board: Board) -> float:
    """Room that the kicker takes above a title."""
    if not board.words.kicker:
        return 0.0
    return small(board.words.kicker, board.page.strong, 1e6, board.page.least).height + board.page.px(24)


def title(
    board: Board, box: Box, tone: Tone, *, most: float, least: float = 40.0, lines: int = 2, foot: bool = False
) -> float:
    """Kicker and title from the top of the box, or standing on its foot; gives where they end. Sizes at 1080p."""
    page, words = board.page, board.words
    above = kicker_height(board)
    made = headline(
        words.title, page.display, box.w, box.h - above, page.px(most), max(page.least, page.px(least)), lines
    )
    if made.truncated:
        made = headline(words.title, page.display, box.w, box.h - above, page.px(least), page.least, lines + 2)
    top = box.bottom - made.height - above if foot else box.y
    top = kicker(board, box.x, top, box.w, tone)
    home = Box(box.x, top, box.w, made.height)
    board.ground.write(
        "title", words.title, made, page.display, tone.ink, home, tone.grounds,
        tracking=tracking(words.title, page.display) if made.size > 1 else 0.0,
    )  # fmt: skip
    return top + made.height


def foot(board: Board, left: float, right: float, tone: Tone) -> None:
    """The lesson's title and the page number, both small, between two edges."""
    page, words = board.page, board.words
    base = page.height - page.px(46)
    wide = 0.0
    if words.number:
        number = Text(words.number, words.number)
        made = small(number, page.strong, page.px(260), page.least)
        wide = made.width + page.px(40)
        home = Box(right - made.width, base - made.height, made.width, made.height)
        board.ground.write("number", number, made, page.strong, tone.quiet, home, tone.grounds, align="start")
    if words.foot:
        made = small(words.foot, page.plain, right - left - wide, page.least)
        drop = made.height - made.ascent
        home = Box(left, base - made.height + drop, right - left - wide, made.height)
        board.ground.write("foot", words.foot, made, page.plain, tone.quiet, home, tone.grounds)
