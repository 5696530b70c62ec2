"""PDF files, read in a process of their own: a hostile file costs that process, never this one.

Glyphs become lines (``glyphs``, ``typeset``), lines lose what repeats on every page (``furniture``), stand in reading order
(``columns``), become rows or paragraphs (``rows``, ``flow``), and these get their kinds and levels (``read``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from core.errors import BadInput, ToolCrash, ToolTimeout
from tools.child import Child
from tools.reading.limits import PDF_MEMORY_MB, PDF_SECONDS, broken
from tools.reading.pieces import Found, Piece

_REMEDY: Final = "Give the chapters that the lesson is about, or their text."


def found(data: bytes, name: str) -> Found:
    """The pieces of a PDF, each with its page.

    Raises ``BadInput``: broken, locked by a password, without text, or too much to read in ``PDF_SECONDS``.
    """
    child = Child("tools.reading.pdf.child", "the reader of PDF files")
    try:
        child.ask({"name": name, "memory_mb": PDF_MEMORY_MB}, data)
        header, _ = child.answer(PDF_SECONDS)
    except ToolTimeout as error:
        raise BadInput(f"the PDF is too much to read in {PDF_SECONDS:g} seconds", which=name, remedy=_REMEDY) from error
    except ToolCrash as error:
        raise broken(name, "PDF") from error
    finally:
        child.end(grace=0.2)
    if "error" in header:
        raise BadInput(header["error"]["what"], which=name, remedy=header["error"]["remedy"])
    return unpacked(header)


def packed(found: Found) -> dict[str, Any]:
    """As it crosses from the child."""
    return {
        "pieces": [vars(piece) for piece in found.pieces], "title": found.title, "language": found.language,
        "losses": found.losses,
    }  # fmt: skip


def unpacked(header: Mapping[str, Any]) -> Found:
    """What ``packed`` packed."""
    pieces = tuple(Piece(**{**told, "strong": tuple(told["strong"])}) for told in header["pieces"])
    return Found(pieces, header["title"], header["language"], tuple(header["losses"]))
