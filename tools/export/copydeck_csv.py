"""The copy deck as a table for spreadsheets and upload tools."""

from __future__ import annotations

from tools.export.deck import Deck, cited
from tools.export.table import Cell, table_csv

COLUMNS = ("language", "role", "n", "text", "characters", "limit", "cites")


def copy_deck_csv(deck: Deck) -> bytes:
    """One row per text."""
    rows: list[tuple[Cell, ...]] = []
    for section in deck.sections:
        for copy in section.copies:
            limit = deck.limits.get(copy.role, 0) or ""
            for n, piece in enumerate(copy.pieces, 1):
                cites = " ".join(cited(piece))
                rows.append((section.language, copy.role, n, piece.text, len(piece.text), limit, cites))
    return table_csv(COLUMNS, rows)
