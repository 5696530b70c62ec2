"""What the lesson's Word documents share: the page, fonts for every script, tables with a look, pictures with words, a footer."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from core.lesson import Statement
from tools.export import ooxml
from tools.export.colour import rgb
from tools.export.deck import Deck
from tools.export.docx_style import Ink, inked, set_styles, written
from tools.export.languages import CJK, direction, primary

from .book import Book, Drawing, words
from .pptx_template import asian_font, office_tag
from .tidy import tidy

WIDTH: Final = 16.6
"""Centimetres between the margins of A4."""


@dataclass(frozen=True)
class Paper:
    """A document under way, with what every part of it needs."""

    document: Any
    book: Book
    ink: Ink
    words: Mapping[str, str]
    language: str

    def heading(self, text: str, level: int = 1) -> Any:
        """A heading that stays with what follows."""
        paragraph = self.document.add_paragraph(style=f"Heading {level}")
        paragraph.paragraph_format.keep_with_next = True
        written(paragraph, tidy(text), self.language)
        return paragraph

    def title(self, text: str) -> None:
        """The document's title; a long one is set smaller."""
        size = 0 if len(text) <= 34 else 24 if len(text) <= 80 else 18
        written(self.document.add_paragraph(style="Title"), tidy(text), self.language, size=size)

    def text(self, text: str, **more: Any) -> Any:
        """A paragraph of running text."""
        paragraph = self.document.add_paragraph()
        written(paragraph, tidy(text), self.language, **more)
        return paragraph

    def bullet(self, text: str) -> None:
        """An item of a real list."""
        written(self.document.add_paragraph(style="List Bullet"), tidy(text), self.language)

    def said(self, statement: Statement) -> str:
        """A statement's words, in quotation marks where it is a quotation."""
        text = tidy(statement.text)
        return f"{self.words['open']}{text}{self.words['close']}" if statement.quoted else text

    def table(self, widths: Sequence[float], head: Sequence[str] = (), *, inner: bool = True) -> Any:
        """An empty table of so many columns, in centimetres; ``head`` becomes a header row that repeats on each page."""
        table = self.document.add_table(0, len(widths))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        ooxml.table_look(table, self.ink.line, inner)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        if direction(self.language) == "rtl":
            table._tbl.tblPr.insert(0, ooxml.element("w:bidiVisual"))
        if head:
            row = self.row(table, widths)
            for cell, text in zip(row.cells, head, strict=True):
                ooxml.shade(cell, self.ink.tint)
                self.cell(cell, text, colour=self.ink.brand, bold=True, size=9.5)
            row._tr.get_or_add_trPr().append(ooxml.element("w:tblHeader"))
        return table

    def row(self, table: Any, widths: Sequence[float], *, whole: bool = True) -> Any:
        """A new row of these widths; ``whole`` keeps it on one page."""
        row = table.add_row()
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
        if whole:
            ooxml.keep_whole(row)
        return row

    def cell(self, cell: Any, *texts: str, **more: Any) -> None:
        """Write the paragraphs of a cell."""
        for n, text in enumerate(texts or ("",)):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            written(paragraph, tidy(text), self.language, **more)

    def gap(self, points: float = 6) -> None:
        """Empty room, as one small paragraph: two tables in a row would be joined."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(points)

    def picture(self, drawing: Drawing, alt: str, width: float = WIDTH, most: float = 9.0) -> None:
        """A drawing in its own shape, at most so many centimetres wide and high, with its alternative text."""
        scale = min(width / drawing.width, most / drawing.height)
        shape = self.document.add_picture(io.BytesIO(drawing.png), width=Cm(drawing.width * scale))
        shape._inline.docPr.set("descr", tidy(alt))
        self.document.paragraphs[-1].paragraph_format.keep_together = True

    def close(self, title: str, kind: str) -> bytes:
        """The finished file, with its footer and fixed properties."""
        _footer(self, f"{title} · {kind}")
        return ooxml.settle(
            self.document,
            title=f"{title} – {kind}",
            author=self.book.maker,
            subject=kind,
            language=office_tag(self.language),
        )


def start(book: Book, *, body: float = 10.5) -> Paper:
    """A new A4 document in the lesson's look. ``body``: size of its text in points."""
    document = docx.Document()
    ink = Ink.of(Deck(book.lesson.title, book.maker, palette=book.look.palette))
    set_styles(document, ink)
    language = book.lesson.language
    normal = document.styles["Normal"]
    normal.font.size = Pt(body)
    heading = document.styles["Heading 1"]
    heading.font.size = Pt(15)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(18), Pt(6)
    foot = document.styles["Footer"]
    foot.font.size, foot.font.color.rgb = Pt(8.5), RGBColor(*rgb(ink.quiet))
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    for old in document.styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        old.getparent().remove(old)
    _speak(document, language)
    return Paper(document, book, ink, words("office", language), language)


def _speak(document: Any, language: str) -> None:
    """Fonts and language for the whole document: East Asian text has a typeface made for it."""
    asian = asian_font(language)
    for style in document.styles:
        fonts = style.element.find(qn("w:rPr") + "/" + qn("w:rFonts"))
        if fonts is not None:
            fonts.attrib.pop(qn("w:eastAsiaTheme"), None)
            fonts.set(qn("w:eastAsia"), asian)
    for tag in document.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:eastAsia" if primary(language) in CJK else "w:val"), office_tag(language))


def _footer(paper: Paper, text: str) -> None:
    paragraph = paper.document.sections[0].footer.paragraphs[0]
    short = text if len(text) <= 80 else text[:79].rstrip() + "…"
    inked(paragraph, f"{tidy(short)}\t", paper.language)
    ooxml.field(inked(paragraph, "", paper.language), "PAGE")
    inked(paragraph, " / ", paper.language)
    ooxml.field(inked(paragraph, "", paper.language), "NUMPAGES")
