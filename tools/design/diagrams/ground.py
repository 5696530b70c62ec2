"""What lies behind a diagram, and its title."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import num
from tools.design.elements import leading_for
from tools.design.geometry import Box
from tools.design.wrap import fit

from .board import Board, solid_fill
from .sheet import readable
from .signs import sign

_TITLE = 0.05
"""Largest title, as a part of ``Sheet.unit``."""


def ground(board: Board) -> None:
    """A quiet ground in the palette: a breath of light, and two soft hills. One flat colour where ink would suffer."""
    s, c, p = board.sheet, board.canvas, board.sheet.palette
    w, h = float(s.width), float(s.height)
    if len(s.tints) == 1:
        c.rect(0, 0, w, h, p.bg)
        return
    c.rect(0, 0, w, h, c.linear([(0, p.bg), (1, col.mix(p.bg, p.accent, 0.06))]))
    x = 0.06 * w if s.rtl else 0.94 * w
    c.circle(x, 0.04 * h, s.unit * 0.62, c.radial([(0, p.accent2, 0.09), (1, p.accent2, 0.0)]))
    hills = ((0.86, 0.80, 0.90, 0.07), (0.93, 0.955, 0.875, 0.13))
    for left, bend, right, strength in hills:
        a, b = (right, left) if s.rtl else (left, right)
        d = (
            f"M0 {num(h * a)}C{num(w * 0.3)} {num(h * bend)} {num(w * 0.62)} {num(h * (a + b - bend))} {num(w)} {num(h * b)}"
            f"V{num(h)}H0Z"
        )
        c.path(d, col.mix(p.bg, p.accent, strength))


def title(board: Board, text: str, icon: str = "") -> Box:
    """The title at the top, beside a small sign of its topic; gives the room that is left below."""
    s = board.sheet
    frame = s.frame.inset(s.margin)
    if not text:
        return frame
    most = 3 if s.tall else 2
    name = icon or sign(text, s.language)
    tile = s.unit * 0.078 if name else s.unit * 0.009
    gap = s.unit * (0.022 if name else 0.018)
    room = frame.w - tile - gap
    fitted = fit(
        text, s.display, room, s.height * 0.2, max_lines=most, max_size=max(s.unit * _TITLE, s.floor * 1.3),
        min_size=s.floor, leading=max(1.06, leading_for(text, True)), tracking=0.0,
    )  # fmt: skip
    tall = max(fitted.height, tile if name else 0.0)
    mark = Box(frame.x, frame.y + (tall - tile) / 2, tile, tile) if name else Box(frame.x, frame.y, tile, tall)
    fill = solid_fill(s, s.palette.accent)
    at = s.mirrored(mark)
    board.canvas.rect(
        at.x, at.y, at.w, at.h, board.canvas.linear([(0, fill[0]), (1, fill[1])]), 1.0, tile * (0.28 if name else 0.5)
    )
    if name:
        board.icon(name, mark.inset(tile * 0.2), readable(s.palette.light, fill))
    home = Box(frame.x + tile + gap, frame.y + (tall - fitted.height) / 2, room, fitted.height)
    board.words(home, fitted, text, s.display, s.ink, s.tints, "start", "headline")
    top = frame.y + tall + s.unit * 0.042
    return Box(frame.x, top, frame.w, frame.bottom - top)
