"""Writing into a slide: text with its language and size, pictures with words for those who do not see them, tables, notes."""

from __future__ import annotations

import copy
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn

from tools.design.bidi import is_rtl
from tools.export.languages import CJK, primary

from .book import Drawing
from .pptx_layouts import Box, Place, emu
from .tidy import tidy

_SVG: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NS: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DECORATIVE: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE_NS: Final = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"


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


def inside(drawing: Drawing, box: Box) -> Box:
    """The largest box of the drawing's shape in the middle of another."""
    x, y, w, h = box
    scale = min(w / drawing.width, h / drawing.height)
    wide, high = drawing.width * scale, drawing.height * scale
    return x + (w - wide) / 2, y + (h - high) / 2, wide, high


def fill_picture(slide: Any, holder: Any, place: Place, drawing: Drawing, alt: str, name: str) -> None:
    """Set a drawing into a picture placeholder, whole and in its own shape, as PNG with the SVG beside it.

    ``alt`` empty marks it as decoration.
    """
    picture = holder.insert_picture(io.BytesIO(drawing.png))
    picture.crop_left = picture.crop_right = picture.crop_top = picture.crop_bottom = 0
    move(picture, inside(drawing, place.box))
    _described(slide, picture, drawing, alt, name)


def add_picture(slide: Any, drawing: Drawing, box: Box, alt: str, name: str) -> None:
    """Set a drawing on the slide."""
    left, top, wide, high = emu(inside(drawing, box))
    picture = slide.shapes.add_picture(io.BytesIO(drawing.png), left, top, wide, high)
    _described(slide, picture, drawing, alt, name)


def _described(slide: Any, picture: Any, drawing: Drawing, alt: str, name: str) -> None:
    properties = picture._element.nvPicPr.cNvPr
    properties.set("name", name)
    properties.set("descr", tidy(alt))
    if not alt.strip():
        extension = _extension(properties, _DECORATIVE)
        etree.SubElement(extension, f"{{{_DECORATIVE_NS}}}decorative", nsmap={"adec": _DECORATIVE_NS}).set("val", "1")
    if drawing.svg.strip():
        blip = picture._element.find(".//" + qn("a:blip"))
        node = etree.SubElement(_extension(blip, _SVG), f"{{{_SVG_NS}}}svgBlip", nsmap={"asvg": _SVG_NS})
        node.set(qn("r:embed"), slide.part.relate_to(_svg_part(slide, drawing.svg), RELATIONSHIP_TYPE.IMAGE))


def _extension(owner: Any, uri: str) -> Any:
    listed = owner.find(qn("a:extLst"))
    if listed is None:
        listed = etree.SubElement(owner, qn("a:extLst"))
    out = etree.SubElement(listed, qn("a:ext"))
    out.set("uri", uri)
    return out


def _svg_part(slide: Any, svg: str) -> Part:
    """The SVG as a part, once in the package however often it is shown."""
    data = svg.encode("utf-8", "replace")
    name = PackURI(f"/ppt/media/drawing-{hashlib.sha256(data).hexdigest()[:16]}.svg")
    package = slide.part.package
    for part in package.iter_parts():
        if part.partname == name:
            return part
    return Part(name, "image/svg+xml", package, data)


def fill_table(holder: Any, grid: Grid, lang: str) -> None:
    """A native table in its placeholder: the first row heads the columns, the first column the rows."""
    rows = grid.rows
    frame = holder.insert_table(len(rows), len(rows[0]))
    table = frame.table
    table._tbl.tblPr.set("bandRow", "0")
    table._tbl.tblPr.set("firstCol", "1")
    style = table._tbl.tblPr.find(qn("a:tableStyleId"))
    if style is not None:
        table._tbl.tblPr.remove(style)
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = round(width * 914400)
    for row_, high in zip(table.rows, grid.heights, strict=True):
        row_.height = round(high * 914400)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cell = table.cell(r, c)
            head = r == 0
            line = Line(text, grid.size, bold=head or c == 0, colour="accent6" if head else "tx1", display=head)
            write(cell, (line,), lang)
            _cell_look(cell, "tx2" if head else "accent5")
    frame.height = round(sum(grid.heights) * 914400)
    frame._element.nvGraphicFramePr.cNvPr.set("name", "Table")


def _cell_look(cell: Any, fill: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for side in ("marL", "marR"):
        properties.set(side, "150000")
    for side in ("marT", "marB"):
        properties.set(side, "90000")
    properties.set("anchor", "ctr")
    for old in list(properties):
        properties.remove(old)
    for side in ("lnL", "lnR", "lnT", "lnB"):
        line = etree.SubElement(properties, qn(f"a:{side}"))
        line.set("w", "0" if side in ("lnL", "lnR") else "12700")
        if side in ("lnL", "lnR"):
            etree.SubElement(line, qn("a:noFill"))
        else:
            etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:schemeClr")).set("val", "bg2")
    etree.SubElement(etree.SubElement(properties, qn("a:solidFill")), qn("a:schemeClr")).set("val", fill)


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
