"""The copy deck as a table for spreadsheets and upload tools."""

from __future__ import annotations

import csv
import io
import re

from tools.export.deck import Deck, cited

COLUMNS = ("language", "role", "n", "text", "characters", "limit", "cites")

_FORMULA = re.compile(r"^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
"""What a spreadsheet may run (OWASP, CSV injection), also behind white space and as full-width signs."""


def harmless(cell: str) -> str:
    """The cell, with a leading quote where a spreadsheet could take it for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def copy_deck_csv(deck: Deck) -> bytes:
    """UTF-8 with byte order mark, CRLF, one row per text: what Excel, Sheets and LibreOffice open as it is meant."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    rows.writerow(COLUMNS)
    for section in deck.sections:
        for copy in section.copies:
            for n, piece in enumerate(copy.pieces, 1):
                text = piece.text.encode("utf-8", "replace").decode().replace("\0", "")
                limit = deck.limits.get(copy.role, 0) or ""
                cites = " ".join(cited(piece))
                rows.writerow(
                    [
                        harmless(section.language),
                        harmless(copy.role),
                        n,
                        harmless(text),
                        len(piece.text),
                        limit,
                        harmless(cites),
                    ]
                )
    return out.getvalue().encode("utf-8-sig")
