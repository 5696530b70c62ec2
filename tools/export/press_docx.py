"""The press sheet as a Word document, for editors who take words out of it."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.shared import Cm, Pt

from tools.export import ooxml
from tools.export.deck import Deck
from tools.export.docx_style import Ink, set_styles, written
from tools.export.labels import labels, spoken
from tools.export.markup import safe_url
from tools.export.press import Press, about_text, about_title

_WIDTH = Cm(16.6)


def press_docx(press: Press) -> bytes:
    """A4 with headings by style, language tags and an alternative text. Every text is whole: nothing is shortened."""
    document = docx.Document()
    ink = Ink.of(Deck(press.headline, press.brand, palette=press.palette))
    set_styles(document, ink)
    ui, tongue = labels("press", press.language), spoken("press", press.language)
    if press.logo:
        shape = document.add_picture(io.BytesIO(press.logo), height=Cm(1.3))
        shape._inline.docPr.set("descr", ooxml.plain(press.brand))
        document.paragraphs[-1].paragraph_format.space_after = Pt(10)
    label = " · ".join(t for t in ("" if press.logo else press.brand, ui["kind"]) if t)
    written(document.add_paragraph(), label, tongue, colour=ink.brand, bold=True)
    written(document.add_paragraph(style="Title"), press.headline or ui["sheet"], press.language, size=24)
    if press.picture:
        shape = document.add_picture(io.BytesIO(press.picture), width=_WIDTH)
        shape._inline.docPr.set("descr", ooxml.plain(press.picture_alt or press.headline))
    if press.lead:
        written(document.add_paragraph(), press.lead, press.language, size=13, bold=True)
    for paragraph in press.body:
        written(document.add_paragraph(), paragraph, press.language, size=11)
    _section(document, ui["offer"], [press.offer] if press.offer else [], press.language, tongue)
    if press.facts:
        written(document.add_paragraph(style="Heading 2"), ui["facts"], tongue)
        for fact in press.facts:
            line = document.add_paragraph(style="List Bullet")
            written(line, fact.text, press.language)
            if fact.source:
                written(line, f" ({ui['source']}{fact.source})", press.language, colour=ink.quiet)
    _section(document, about_title(press), [about_text(press)] if press.about else [], press.language, press.language)
    link = safe_url(press.url)
    _section(document, ui["contact"], [link] if link else [], press.language, tongue)
    for line in press.legal:
        written(document.add_paragraph(style="Caption"), line, press.language)
    return ooxml.settle(
        document, title=press.headline or ui["sheet"], author=press.brand, subject=ui["sheet"], language=press.language
    )


def _section(document: Any, heading: str, lines: list[str], language: str, tongue: str) -> None:
    if lines:
        written(document.add_paragraph(style="Heading 2"), heading, tongue)
        for line in lines:
            written(document.add_paragraph(), line, language)
