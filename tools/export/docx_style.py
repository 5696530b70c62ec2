"""How a copy deck looks on white paper: colours made readable, and the styles of its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tools.export import ooxml
from tools.export.colour import mix, readable, rgb
from tools.export.deck import Deck

_BODY, _HEAD = "Calibri", "Georgia"


@dataclass(frozen=True)
class Ink:
    """Colours on white paper, made readable."""

    brand: str
    text: str
    quiet: str
    tint: str
    line: str
    alarm: str = "#b42318"

    @classmethod
    def of(cls, deck: Deck) -> Ink:
        accent = deck.palette.accent if deck.palette else "#1f4e79"
        ink = deck.palette.deep if deck.palette else "#1b1f24"
        tint = mix("#ffffff", accent, 0.09)
        return cls(
            brand=readable(accent, "#ffffff", tint),
            text=readable(ink, "#ffffff", tint, ratio=9),
            quiet=readable(mix(ink, "#ffffff", 0.4), "#ffffff", tint),
            tint=tint,
            line=mix("#ffffff", accent, 0.35),
        )


def set_styles(document: Any, ink: Ink) -> None:
    """Page, margins and the styles that the deck uses."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin, page.bottom_margin = Cm(2.2), Cm(2.0)
    shapes = {
        "Normal": (_BODY, 10.5, ink.text, False, 0, 4),
        "Title": (_HEAD, 30, ink.text, True, 0, 4),
        "Subtitle": (_BODY, 12, ink.quiet, False, 0, 14),
        "Heading 1": (_HEAD, 20, ink.brand, True, 26, 8),
        "Heading 2": (_BODY, 13, ink.text, True, 16, 5),
        "Caption": (_BODY, 9, ink.quiet, False, 2, 10),
    }
    for name, (font, size, colour, bold, before, after) in shapes.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.italic = font, Pt(size), bold, False
        style.font.color.rgb = RGBColor(*rgb(colour))
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn("w:" + theme), None)
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn("w:" + script), font)
        shape = style.paragraph_format
        shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.12
        border = style.element.pPr.find(qn("w:pBdr"))
        if border is not None:
            style.element.pPr.remove(border)


def inked(paragraph: Any, text: str, language: str, colour: str = "", *, bold: bool = False, size: float = 0) -> Any:
    """Add words to a paragraph in their language; gives the run. ``size`` in points; empty values leave the style's own."""
    run = paragraph.add_run(ooxml.plain(text))
    if bold:
        run.font.bold = True
    if colour:
        run.font.color.rgb = RGBColor(*rgb(colour))
    if size:
        run.font.size = Pt(size)
    ooxml.tag(run, language)
    return run


def written(paragraph: Any, text: str, language: str, colour: str = "", *, bold: bool = False, size: float = 0) -> None:
    """The same in a paragraph of its own, which runs from right to left where its language does."""
    ooxml.right_to_left(paragraph, language)
    inked(paragraph, text, language, colour, bold=bold, size=size)
