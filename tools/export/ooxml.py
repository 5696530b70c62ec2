"""Small things that python-docx has no call for: shading, borders, language tags, and a zip that never varies."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tools.export.languages import CJK, direction, primary
from tools.export.package_zip import member

FIXED = datetime(2000, 1, 1)
"""Date of every document: content depends on no clock."""


def element(tag: str, **attributes: str) -> Any:
    """An element such as ``w:shd`` with ``w:`` attributes."""
    out = OxmlElement(tag)
    for name, value in attributes.items():
        out.set(qn("w:" + name), value)
    return out


def shade(cell: Any, colour: str) -> None:
    """Fill a table cell with ``#rrggbb``."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour[1:]))


def rule(paragraph: Any, colour: str, side: str = "bottom", size: int = 12, space: int = 4) -> None:
    """A line beside a paragraph; ``size`` in eighths of a point."""
    borders = element("w:pBdr")
    borders.append(element(f"w:{side}", val="single", sz=str(size), space=str(space), color=colour[1:]))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
        "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing",
        "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection",
        "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
    )  # fmt: skip


def table_look(table: Any, line: str, inner: bool = True) -> None:
    """Hairlines between rows only, and room inside cells."""
    properties = table._tbl.tblPr
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        flat = side in ("left", "right", "insideV") or (side == "insideH" and not inner)
        borders.append(element(f"w:{side}", val="nil" if flat else "single", sz="4", space="0", color=line[1:]))
    margins = element("w:tblCellMar")
    for side, width in (("top", 70), ("left", 100), ("bottom", 70), ("right", 100)):
        margins.append(element(f"w:{side}", w=str(width), type="dxa"))
    layout = properties.find(qn("w:tblLayout"))
    at = list(properties).index(layout) if layout is not None else len(properties)
    properties.insert(at, borders)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.addprevious(margins)
    else:
        properties.append(margins)


def header_row(row: Any) -> None:
    """Repeat the row on each page and keep it whole."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("w:cantSplit"))
    properties.append(element("w:tblHeader"))


def keep_whole(row: Any) -> None:
    """Do not break the row across pages."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def tag(run: Any, language: str) -> None:
    """Mark a run's language, for spelling, speech and hyphenation; right-to-left where the language is."""
    properties = run._r.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    kind = "eastAsia" if primary(language) in CJK else "bidi" if direction(language) == "rtl" else "val"
    if kind == "bidi":
        properties.append(element("w:rtl"))
    properties.append(element("w:lang", **{kind: language}))


def right_to_left(paragraph: Any, language: str) -> None:
    """Set the paragraph's base direction where the language wants it."""
    if direction(language) == "rtl":
        properties = paragraph._p.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is not None:
            return
        properties.insert_element_before(
            element("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
            "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap",
            "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
        )  # fmt: skip


def field(run: Any, code: str) -> None:
    """A computed field such as ``PAGE``."""
    for kind in ("begin", "", "end"):
        if kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
        else:
            text = element("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = code
            run._r.append(text)


def plain(text: str) -> str:
    """Only what XML 1.0 can hold."""
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or (ord(c) >= 0x20 and not 0xD800 <= ord(c) <= 0xDFFF and ord(c) not in (0xFFFE, 0xFFFF))
    )


def settle(document: Any, *, title: str, author: str, subject: str, language: str) -> bytes:
    """Save with fixed properties, and write the zip again: sorted, dated 1980, content types first."""
    properties = document.core_properties
    properties.title, properties.author, properties.subject = (
        plain(title)[:255],
        plain(author)[:255],
        plain(subject)[:255],
    )
    properties.language, properties.keywords, properties.comments = language, "", ""
    properties.last_modified_by, properties.revision = plain(author)[:255], 1
    properties.created = properties.modified = FIXED
    for inline in document.element.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
    ):
        for side in ("distT", "distB", "distL", "distR"):  # without them LibreOffice sets pictures off the margin
            inline.set(side, "0")
    raw = io.BytesIO()
    document.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w") as archive:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n != "_rels/.rels", n)):
            info = member(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, source.read(name), compresslevel=6)
    return out.getvalue()
