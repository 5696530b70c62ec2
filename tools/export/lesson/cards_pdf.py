"""Flashcards on paper: sheets of fronts and backs that meet when printed on both sides and flipped on the long edge."""

from __future__ import annotations

from typing import Any, Final

from tools.export.lesson.book import Book
from tools.export.lesson.printed import Pictures, filled, fixed, ground, whole
from tools.export.paper import cut
from tools.export.pdf import pdf

_GRIDS: Final = ((2, 1, 2), (4, 2, 2), (6, 2, 3))
"""Up to so many cards: columns and rows of a sheet. A few cards are large, so that no sheet is almost empty."""
_MANY: Final = (2, 4)
_FRONT, _BACK = 140, 420


def cards_pdf(book: Book) -> bytes:
    """A4, tagged PDF/UA-1: for each sheet a page of fronts, then its backs. Empty where the lesson has no cards.

    Words that are too long for a card even in small type are cut and say so by an ellipsis.

    Raises:
        ToolFailure: Typst cannot set it.
    """
    ui, pictures = fixed(book), Pictures(book)
    cards = [
        {"number": i, "front": whole(cut(c.front, _FRONT)), "back": whole(cut(c.back.text, _BACK)), "icon": pictures.icon(c.icon)}
        for i, c in enumerate(book.lesson.cards, 1)
    ]  # fmt: skip
    if not cards:
        return b""
    columns, rows = next(((c, r) for most, c, r in _GRIDS if len(cards) <= most), _MANY)
    per = columns * rows
    large = 1.5 if per <= 2 else 1.2 if per <= 4 else 1.0
    data: dict[str, Any] = {
        **ground(book, "cards"),
        "columns": columns,
        "rows": rows,
        "per": per,
        "front-sizes": [round(s * large, 1) for s in (24, 22, 20, 18, 16, 14, 12, 10.5, 9, 8, 7)],
        "back-sizes": [round(s * large, 1) for s in (14, 13, 12, 11, 10, 9, 8, 7, 6.5)],
        "sheets": [
            {
                "cards": cards[start : start + per],
                "fronts": filled(ui["fronts"], n=n),
                "backs": filled(ui["backs"], n=n),
            }
            for n, start in enumerate(range(0, len(cards), per), 1)
        ],
    }
    return pdf("lesson_cards", data, pictures.files)
