"""Drawings and tables on a slide: pictures with words for those who do not see them, cells with the theme's colours."""

from __future__ import annotations

import hashlib
import io
from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn

from .book import Drawing
from .pptx_place import Box, Place, emu
from .pptx_shapes import Grid, Line, move, write
from .tidy import tidy

_SVG: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NS: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DECORATIVE: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE_NS: Final = "http://schemas.microsoft.com/office/drawing/2017/decorative"


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
