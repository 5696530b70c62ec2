"""Writing words into a slide: paragraphs with their language and size, notes, and the line at the foot."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from tools.design.bidi import is_rtl
from tools.export.languages import CJK, primary

from .pptx_place import Box, emu
from .tidy import tidy


@dataclass(frozen=True)
class Line:
    """A paragraph. ``size`` in points, 0 for the layout's; ``colour`` a theme role; ``level`` 0 or 1."""

    text: str
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    display: bool = False
    bullet: bool = True
    letter: int = 0
    """Place in the alphabet of a lettered option, from 1."""
    number: int = 0
    """Its number in a numbered list, from 1; 0 leaves it to the layout."""
    level: int = 0


@dataclass(frozen=True)
class Grid:
    """A table: ``size`` of its type in points, ``widths`` of its columns and ``heights`` of its rows in inches."""

    rows: tuple[tuple[str, ...], ...]
    size: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]


def write(shape: Any, texts: Sequence[Line], lang: str) -> None:
    """Put the paragraphs into a shape in place of what it holds."""
    body = shape.text_frame._txBody
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for line in texts:
        body.append(paragraph(line, lang))


def paragraph(line: Line, lang: str) -> Any:
    """An ``a:p`` with one run in the language, right to left where its words are."""
    out = etree.Element(qn("a:p"))
    properties = etree.SubElement(out, qn("a:pPr"))
    if line.level:
        properties.set("lvl", str(line.level))
    text = tidy(line.text)
    if is_rtl(text):
        properties.set("algn", "r")
        properties.set("rtl", "1")
    if not line.bullet:
        properties.set("marL", "0")
        properties.set("indent", "0")
        etree.SubElement(properties, qn("a:buNone"))
    elif line.letter or line.number:
        etree.SubElement(properties, qn("a:buFont")).set("typeface", "+mj-lt")
        auto = etree.SubElement(properties, qn("a:buAutoNum"))
        auto.set("type", "alphaUcPeriod" if line.letter else "arabicPeriod")
        auto.set("startAt", str(line.letter or line.number))
    run = etree.SubElement(out, qn("a:r"))
    run.append(_run(line, lang))
    etree.SubElement(run, qn("a:t")).text = text
    return out


def _run(line: Line, lang: str) -> Any:
    out = etree.Element(qn("a:rPr"))
    out.set("lang", lang)
    if primary(lang) in CJK:
        out.set("altLang", "en-US")
    if line.size:
        out.set("sz", str(round(line.size * 100)))
    if line.bold:
        out.set("b", "1")
    if line.italic:
        out.set("i", "1")
    out.set("dirty", "0")
    if line.colour:
        etree.SubElement(etree.SubElement(out, qn("a:solidFill")), qn("a:schemeClr")).set("val", line.colour)
    if line.display:
        for part, script in (("latin", "lt"), ("ea", "ea"), ("cs", "cs")):
            etree.SubElement(out, qn(f"a:{part}")).set("typeface", f"+mj-{script}")
    return out


def move(shape: Any, box: Box) -> None:
    """Give a placeholder a place of its own."""
    shape.left, shape.top, shape.width, shape.height = emu(box)


def indent(shape: Any, left: float, others: float) -> None:
    """Set the room inside a shape, in inches."""
    properties = shape.text_frame._txBody.bodyPr
    properties.set("lIns", str(round(left * 914400)))
    for side in ("tIns", "rIns", "bIns"):
        properties.set(side, str(round(others * 914400)))


def set_notes(slide: Any, parts: Sequence[Line], lang: str) -> None:
    """Write the speaker's notes."""
    frame = slide.notes_slide.notes_text_frame
    body = frame._txBody
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for line in parts or (Line(""),):
        body.append(paragraph(line, lang))


def footers(slide: Any, layout: Any, text: str, size: float, number: int, lang: str) -> None:
    """Copy the layout's footer and slide number to the slide: python-pptx leaves them out."""
    for holder in layout.placeholders:
        kind = holder.element.ph.get("type")
        if kind not in ("ftr", "sldNum"):
            continue
        shape = copy.deepcopy(holder.element)
        properties = shape.find(qn("p:spPr"))
        for child in list(properties):
            properties.remove(child)
        body = shape.find(qn("p:txBody"))
        for child in list(body.find(qn("a:lstStyle"))):
            body.find(qn("a:lstStyle")).remove(child)
        bounds = body.find(qn("a:bodyPr"))
        for key in list(bounds.attrib):
            del bounds.attrib[key]
        for child in list(bounds):
            bounds.remove(child)
        shape.nvSpPr.cNvPr.set("id", str(max(int(i) for i in slide.shapes._spTree.xpath("//@id") if i.isdigit()) + 1))
        slide.shapes._spTree.append(shape)
        if kind == "sldNum":
            body.find(".//" + qn("a:t")).text = str(number)
        else:
            for old in body.findall(qn("a:p")):
                body.remove(old)
            body.append(paragraph(Line(text, size), lang))
