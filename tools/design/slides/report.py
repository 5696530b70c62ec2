"""What stands where on a slide, as plain data."""

from __future__ import annotations

from typing import Any

from tools.design.placed import rounded

from .board import Board


def layout(board: Board, role: str) -> dict[str, Any]:
    """``width``, ``height``, ``role``, ``rtl``, ``picture`` and ``icon`` (boxes or none), ``dropped`` lines, and ``texts``: of each its
    ``role``, ``line`` (-1: none), ``text``, ``lines``, ``box``, ``size``, ``contrast``, ``waiting`` (contrast before it is said), ``cut``,
    ``missing``. Boxes are ``[x, y, w, h]`` in pixels."""
    return {
        "width": board.page.width,
        "height": board.page.height,
        "role": role,
        "rtl": board.page.rtl,
        "picture": rounded(board.picture_box) if board.picture_box else None,
        "icon": rounded(board.icon_box) if board.icon_box else None,
        "dropped": board.words.dropped,
        "texts": [
            {
                "role": seat.kind,
                "line": seat.line,
                "text": seat.placed.text,
                "lines": list(seat.placed.lines),
                "box": rounded(seat.placed.box),
                "font": seat.placed.font,
                "size": round(seat.placed.size, 2),
                "colour": seat.placed.colour,
                "contrast": round(seat.placed.contrast, 2),
                "waiting": round(seat.waiting, 2),
                "cut": seat.placed.truncated,
                "missing": list(seat.missing),
            }
            for seat in board.all_seats
        ],
    }
