"""Tables for spreadsheets and upload tools: one way to write them, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
"""What a spreadsheet may run (OWASP, CSV injection), also behind white space and as full-width signs."""

Cell = str | int


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet could take the cell for a formula."""
    return bool(_FORMULA.match(cell))


def harmless(cell: str) -> str:
    """The cell, with a leading quote where a spreadsheet could take it for a formula."""
    return "'" + cell if is_formula(cell) else cell


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with byte order mark, CRLF: what Excel, Sheets and LibreOffice open as it is meant. Every text is made harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, int):
        return cell
    return harmless(cell.encode("utf-8", "replace").decode().replace("\0", ""))
