"""The copy deck as a table for spreadsheets and upload tools."""

from __future__ import annotations

from tools.export.deck import Deck, cited
from tools.export.labels import table as labels
from tools.export.languages import primary
from tools.export.table import Cell, table_csv

COLUMNS = ("language", "role", "n", "text", "characters", "limit", "cites")


def copy_deck_csv(deck: Deck) -> bytes:
    """One row per text, headed in the deck's first language; ``COLUMNS`` in English."""
    rows: list[tuple[Cell, ...]] = []
    for section in deck.sections:
        for copy in section.copies:
            named = copy.role if primary(deck.language) == "en" else deck.name(copy.role)
            limit = deck.limits.get(copy.role, 0) or ""
            for n, piece in enumerate(copy.pieces, 1):
                cites = " ".join(cited(piece))
                rows.append((section.language, named, n, piece.text, len(piece.text), limit, cites))
    return table_csv(labels("deck", deck.language)["columns"], rows)
