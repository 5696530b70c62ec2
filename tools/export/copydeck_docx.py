"""The copy deck as a Word document: every text with its length and the facts it rests on."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Cm, Pt, RGBColor

from core.copydeck import Copy, Piece
from tools.export.colour import rgb
from tools.export.deck import Deck, Section, cited, runs, source_name
from tools.export.labels import spoken, table
from tools.export.languages import own_name
from tools.export.markup import shortened

from . import ooxml
from .docx_style import Ink, inked, set_styles

_WIDTH = Cm(16.4)
_COLUMNS = (Cm(1.0), Cm(7.8), Cm(2.5), Cm(5.3))


def copy_deck_docx(deck: Deck) -> bytes:
    """A4, headings by style, language tags on every text, alternative texts on pictures.

    Evidence is shown where it counts: cited words are underlined in the brand's colour and the fact stands beside them.
    """
    document = docx.Document()
    ink = Ink.of(deck)
    set_styles(document, ink)
    _cover(document, deck, ink)
    facts = {fact.id: fact.text for fact in deck.facts}
    for section in deck.sections:
        _section(document, deck, section, facts, ink)
    _facts(document, deck, ink)
    _footer(document, deck, ink)
    named = _ui(deck)["deck"]
    return ooxml.settle(
        document, title=f"{deck.title} – {named}", author=deck.brand, subject=named, language=deck.language
    )


def _ui(deck: Deck) -> dict[str, Any]:
    return table("deck", deck.language)


def _tongue(deck: Deck) -> str:
    """The language of the labels."""
    return spoken("deck", deck.language)


def _cover(document: Any, deck: Deck, ink: Ink) -> None:
    if deck.brand:
        brand = document.add_paragraph()
        _write(brand, deck.brand.upper(), deck.language, colour=ink.brand, size=10, bold=True, spaced=True)
    title = document.add_paragraph(style="Title")
    _write(title, deck.title or deck.brand or _ui(deck)["deck"], deck.language)
    names = ", ".join(own_name(s.language) for s in deck.sections)
    line = document.add_paragraph(style="Subtitle")
    _write(line, f"{_ui(deck)['deck']}{' · ' + names if names else ''}", _tongue(deck))
    ooxml.rule(line, ink.brand, size=18, space=10)
    for picture in deck.pictures:
        _picture(document, picture.data, picture.alt, picture.caption)
    rows = deck.message.rows(deck.language)
    if rows:
        _write(document.add_paragraph(style="Heading 1"), _ui(deck)["house"], _tongue(deck))
        table = _table(document, (Cm(3.6), Cm(13.0)), ink)
        for label, lines in rows:
            cells = _row(table)
            ooxml.shade(cells[0], ink.tint)
            _write(cells[0].paragraphs[0], label, _tongue(deck), colour=ink.brand, bold=True)
            _lines(cells[1], lines, deck.language)


def _picture(document: Any, data: bytes, alt: str, caption: str) -> None:
    shape = document.add_picture(io.BytesIO(data), width=_WIDTH)
    limit = Cm(11)
    if shape.height > limit:
        shape.width, shape.height = int(shape.width * limit / shape.height), limit
    shape._inline.docPr.set("descr", ooxml.plain(alt))
    shape._inline.docPr.set("name", f"Picture {shape._inline.docPr.get('id')}")
    if caption:
        _write(document.add_paragraph(style="Caption"), caption, "en")


def _section(document: Any, deck: Deck, section: Section, facts: dict[str, str], ink: Ink) -> None:
    _write(document.add_paragraph(style="Heading 1"), own_name(section.language), section.language)
    for copy in section.copies:
        if copy.pieces:
            heading = document.add_paragraph(style="Heading 2")
            _write(heading, deck.name(copy.role), _tongue(deck))
            _pieces(document, deck, copy, section.language, facts, ink)


def _pieces(document: Any, deck: Deck, copy: Copy, language: str, facts: dict[str, str], ink: Ink) -> None:
    ui, tongue, limit = _ui(deck), _tongue(deck), deck.limits.get(copy.role, 0)
    table = _table(document, _COLUMNS, ink)
    head = _row(table)
    ooxml.header_row(table.rows[0])
    for cell, label in zip(head, ("#", ui["text"], ui["length"], ui["evidence"]), strict=True):
        ooxml.shade(cell, ink.tint)
        _write(cell.paragraphs[0], label, tongue, colour=ink.brand, size=9, bold=True)
    for n, piece in enumerate(copy.pieces, 1):
        cells = _row(table)
        if len(piece.text) < 600:
            ooxml.keep_whole(table.rows[-1])
        _write(cells[0].paragraphs[0], str(n), "en", colour=ink.quiet)
        _text(cells[1], piece, language, ink)
        over = bool(limit) and len(piece.text) > limit
        length = f"{len(piece.text)} / {limit}" if limit else str(len(piece.text))
        _write(cells[2].paragraphs[0], length, "en", colour=ink.alarm if over else ink.quiet, bold=over)
        _evidence(cells[3], deck, cited(piece), facts, language, ink)


def _text(cell: Any, piece: Piece, language: str, ink: Ink) -> None:
    paragraph = cell.paragraphs[0]
    ooxml.right_to_left(paragraph, language)
    for part in runs(piece):
        for i, line in enumerate(part.text.split("\n")):
            if i:
                paragraph = cell.add_paragraph()
                ooxml.right_to_left(paragraph, language)
            if line:
                run = _write(paragraph, line, language)
                if part.facts:
                    run.font.underline = True
                    run.font.color.rgb = RGBColor(*rgb(ink.brand))


_EVIDENCE = 240
"""Characters of a fact beside each line that rests on it; the whole of it stands in the list of facts."""


def _evidence(cell: Any, deck: Deck, ids: tuple[str, ...], facts: dict[str, str], language: str, ink: Ink) -> None:
    paragraph = cell.paragraphs[0]
    if not ids:
        _write(paragraph, _ui(deck)["none"], _tongue(deck), colour=ink.quiet, size=9)
    for i, fact in enumerate(ids):
        paragraph = cell.add_paragraph() if i else paragraph
        _write(paragraph, f"{fact}  ", "en", colour=ink.brand, size=9, bold=True)
        _write(paragraph, shortened(facts.get(fact, _ui(deck)["missing"]), _EVIDENCE), language, size=9)


def _facts(document: Any, deck: Deck, ink: Ink) -> None:
    if not deck.facts:
        return
    ui, tongue = _ui(deck), _tongue(deck)
    _write(document.add_paragraph(style="Heading 1"), ui["facts"], tongue)
    table = _table(document, (Cm(2.7), Cm(9.6), Cm(4.3)), ink)
    head = _row(table)
    ooxml.header_row(table.rows[0])
    for cell, label in zip(head, (ui["id"], ui["fact"], ui["source"]), strict=True):
        ooxml.shade(cell, ink.tint)
        _write(cell.paragraphs[0], label, tongue, colour=ink.brand, size=9, bold=True)
    for fact in deck.facts:
        cells = _row(table)
        _write(cells[0].paragraphs[0], fact.id, "en", colour=ink.brand, bold=True)
        _lines(cells[1], fact.text.split("\n"), deck.language)
        _write(cells[2].paragraphs[0], source_name(fact.source, deck.language), tongue, colour=ink.quiet, size=9)


def _footer(document: Any, deck: Deck, ink: Ink) -> None:
    line = document.sections[0].footer.paragraphs[0]
    _write(line, f"{deck.brand or deck.title} · {_ui(deck)['deck']} · ", _tongue(deck), colour=ink.quiet, size=8.5)
    ooxml.field(_write(line, "", "en", colour=ink.quiet, size=8.5), "PAGE")


def _table(document: Any, widths: tuple[Any, ...], ink: Ink) -> Any:
    table = document.add_table(rows=0, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    ooxml.table_look(table, ink.line)
    return table


def _row(table: Any) -> Any:
    cells = table.add_row().cells
    for cell, column in zip(cells, table.columns, strict=True):
        cell.width = column.width
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    return cells


def _lines(cell: Any, lines: Iterable[str], language: str) -> None:
    for i, line in enumerate(lines):
        paragraph = cell.add_paragraph() if i else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        ooxml.right_to_left(paragraph, language)
        _write(paragraph, line, language)


def _write(
    paragraph: Any,
    text: str,
    language: str,
    *,
    colour: str = "",
    size: float = 0,
    bold: bool = False,
    spaced: bool = False,
) -> Any:
    run = inked(paragraph, text, language, colour, bold=bold, size=size)
    if spaced:
        spacing = ooxml.element("w:spacing", val="40")
        run._r.get_or_add_rPr().insert_element_before(
            spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:lang"
        )
    return run
