"""A PDF read from end to end, in this process. Others call ``tools.reading.pdf.found``, which does it in a child."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any, Final

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from core.errors import BadInput
from tools.reading.clean import plain
from tools.reading.limits import broken
from tools.reading.mend import Words, ligatures, scanned
from tools.reading.pieces import Found, Piece

from .columns import in_order
from .finish import pieces, repaired
from .flow import parts
from .furniture import without
from .glyphs import LOST, Page, pages
from .rows import with_tables
from .style import body_of
from .typeset import Line, lines

_OCR: Final = "Run it through text recognition first (OCR, such as `ocrmypdf in.pdf out.pdf`) and give what comes out."
_FEWEST: Final = 20
"""Letters of a PDF that has text at all."""


def found_here(data: bytes, name: str) -> Found:
    """The pieces of a PDF. ``BadInput``: broken, locked, without text, or with text that no font table explains."""
    losses: list[str] = []
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        read = list(pages(document, losses))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise BadInput(
            "the PDF is locked by a password", which=name, remedy="Save a copy without a password."
        ) from error
    except (PDFException, PSException) as error:
        raise broken(name, "PDF") from error
    _refuse_wordless(read, name)
    losses += _lost(read)
    set_lines = [lines(page) for page in read]
    kept = without(set_lines, [page.height for page in read])
    ordered: list[Line] = []
    region = 0
    for page_lines in kept:
        placed, region = in_order(page_lines, region)
        ordered += placed
    scan = sum(p.unseen for p in read) * 2 > sum(len(p.glyphs) for p in read)
    items = with_tables(ordered)
    words = Words("\n".join(line.text for line in ordered))
    found = repaired(pieces(parts(items, body_of(items, scan)), words))
    found = [_mended(piece, words, scan) for piece in found]
    return Found(tuple(_titled(found)), title=_info(document), losses=tuple(losses))


def _refuse_wordless(read: list[Page], name: str) -> None:
    letters = sum(g.text.isalnum() for p in read for g in p.glyphs)
    unknown = sum(LOST in g.text for p in read for g in p.glyphs)
    if letters + unknown < _FEWEST and (not letters or any(p.pictures for p in read)):
        what = (
            "the PDF holds pictures of pages and no text" if any(p.pictures for p in read) else "the PDF holds no text"
        )
        raise BadInput(what, which=name, remedy=_OCR)
    if unknown > 0.3 * (letters + unknown):
        raise BadInput("the PDF's fonts do not say which letters they show", which=name, remedy=_OCR)


def _lost(read: list[Page]) -> list[str]:
    losses = []
    silent = [p.number for p in read if p.pictures and sum(g.text.isalnum() for g in p.glyphs) < _FEWEST]
    if silent:
        shown = ", ".join(map(str, silent[:20])) + (" and more" if len(silent) > 20 else "")
        losses.append(f"Pages that are pictures without text: {shown}.")
    unknown = sum(LOST in g.text for p in read for g in p.glyphs)
    if unknown > 20:
        losses.append(f"{unknown} letters could not be told, because their font does not name them.")
    return losses


def _mended(piece: Piece, words: Words, scan: bool) -> Piece:
    text = piece.text
    if LOST in text:
        text = ligatures(text, words)
    if scan and piece.kind not in ("code", "table"):
        text = scanned(text, words)
    return replace(piece, text=text) if text != piece.text else piece


def _titled(found: list[Piece]) -> list[Piece]:
    """The first heading of the highest level is the title, if it stands on the first two pages and no other has its level."""
    heads = [p for p in found if p.kind == "heading"]
    top = [p for p in heads if p.level == 1]
    if len(top) != 1 or top[0].page > 2 or len(heads) < 2 or len(top[0].text) > 200:
        return found
    lower = min(p.level for p in heads if p.level > 1)
    return [
        replace(p, kind="title", level=0)
        if p is top[0]
        else replace(p, level=p.level - lower + 1)
        if p.kind == "heading"
        else p
        for p in found
    ]


def _info(document: Any) -> str:
    """The title that the file declares."""
    for info in document.info:
        title = info.get("Title") if isinstance(info, dict) else None
        if isinstance(title, bytes):
            return re.sub(r"\s+", " ", plain(decode_text(title)))
    return ""
