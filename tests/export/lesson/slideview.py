"""Slides drawn by a browser from the file alone: a second reading of placeholders, theme, sizes and bullets.

It knows nothing of the exporter. Where text runs over its box, the browser says so.
"""

from __future__ import annotations

import base64
import html
import io
from pathlib import Path
from typing import Any

import pptx
from lxml import etree

from tools.design.fonts import FONTS

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PX = 96 / 914400
_NAMES = {"Bottega Teatro": "Playfair Display", "Bottega Lettera": "Lora"}


def page(data: bytes) -> str:
    """All slides below each other as one HTML page; 1280 by 720 pixels each."""
    deck = pptx.Presentation(io.BytesIO(data))
    return (
        f"<!doctype html><meta charset=utf-8><style>{_faces()}*{{box-sizing:border-box}}body{{margin:0}}"
        ".s{position:relative;width:1280px;height:720px;overflow:hidden;margin-bottom:8px}.s>*{position:absolute}"
        ".b{display:flex;flex-direction:column}.b p{margin:0;overflow-wrap:anywhere}.b>div{width:100%}"
        "table{border-collapse:collapse;table-layout:fixed}</style>"
        + "".join(_slide(s, n) for n, s in enumerate(deck.slides, 1))
        + "<script>document.fonts.ready.then(()=>{const bad=[];for(const b of document.querySelectorAll('.b')){const i=b.firstElementChild;"
        "const s=getComputedStyle(b);const room=b.clientHeight-parseFloat(s.paddingTop)-parseFloat(s.paddingBottom);"
        "if(i.offsetHeight>room+2)bad.push([b.dataset.slide,b.dataset.name,Math.round(i.offsetHeight),Math.round(room)]);"
        "}for(const t of document.querySelectorAll('table'))if(t.offsetTop+t.offsetHeight>668)bad.push([t.dataset.slide,'table',t.offsetHeight]);"
        "document.title=JSON.stringify(bad)})</script>"
    )


def _faces() -> str:
    out = []
    for f in FONTS.values():
        family = _NAMES.get(f.family, f.family)
        weight = "700" if f.weight > 500 else "400"
        if f.role in ("display", "text") or f.id.startswith("noto-sc"):
            name = "CJK" if f.id.startswith("noto-sc") else family
            out.append(
                f"@font-face{{font-family:'{name}';font-weight:{weight};src:url('{f.path.resolve().as_uri()}')}}"
            )
    return "".join(out)


def _theme(slide: Any) -> Any:
    master = slide.slide_layout.slide_master
    part = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))
    return etree.fromstring(part.blob)


class _Look:
    def __init__(self, slide: Any) -> None:
        self.theme = _theme(slide)
        mapping = slide.slide_layout.slide_master.element.find(f"{P}clrMap").attrib
        self.colours = {k: self._scheme(v) for k, v in mapping.items()}
        self.fonts = {m[:2] + m[-1]: "" for m in ()}
        for short, tag in (("+mj", "majorFont"), ("+mn", "minorFont")):
            font = self.theme.find(f".//{A}{tag}")
            self.fonts[short] = font.find(f"{A}latin").get("typeface")

    def _scheme(self, name: str) -> str:
        return "#" + self.theme.find(f".//{A}clrScheme/{A}{name}/{A}srgbClr").get("val")

    def fill(self, owner: Any) -> str:
        found = owner.find(f"{A}solidFill") if owner is not None else None
        if found is None:
            return ""
        scheme, rgb = found.find(f"{A}schemeClr"), found.find(f"{A}srgbClr")
        return self.colours[scheme.get("val")] if scheme is not None else "#" + rgb.get("val")


def _slide(slide: Any, n: int) -> str:
    look = _Look(slide)
    ground = look.fill(slide.slide_layout.element.find(f"{P}cSld/{P}bg/{P}bgPr"))
    out = [f'<div class=s style="background:{ground}">']
    for shape in slide.slide_layout.shapes:
        if not shape.is_placeholder:
            out.append(_flat(shape, look))
    for shape in slide.shapes:
        if shape.shape_type is not None and hasattr(shape, "image"):
            kind = shape.image.content_type
            uri = f"data:{kind};base64,{base64.b64encode(shape.image.blob).decode()}"
            out.append(f'<img style="{_box(shape)}" src="{uri}">')
        elif getattr(shape, "has_table", False):
            out.append(_table(shape, look, n))
        elif shape.has_text_frame:
            out.append(_text(shape, look, n))
    return "".join(out) + "</div>"


def _box(shape: Any) -> str:
    return f"left:{shape.left * PX:.1f}px;top:{shape.top * PX:.1f}px;width:{shape.width * PX:.1f}px;height:{shape.height * PX:.1f}px;"


def _flat(shape: Any, look: _Look) -> str:
    properties = shape.element.find(f"{P}spPr")
    round_ = "border-radius:50%;" if properties.find(f"{A}prstGeom").get("prst") == "ellipse" else ""
    return f'<div style="{_box(shape)}{round_}background:{look.fill(properties)}"></div>'


def _chain(shape: Any) -> list[Any]:
    """The shape and the layout's placeholder that it inherits from."""
    out = [shape.element]
    if shape.is_placeholder:
        own = shape.element.xpath(".//p:nvPr/p:ph")[0]
        for holder in shape.part.slide_layout.placeholders:
            ph = holder.element.xpath(".//p:nvPr/p:ph")[0]
            if ph.get("idx", "0") == own.get("idx", "0"):
                out.append(holder.element)
    return out


def _text(shape: Any, look: _Look, n: int) -> str:
    chain = _chain(shape)
    place = shape if shape.width else next(p for p in shape.part.slide_layout.placeholders)
    bodies = [e.find(f"{P}txBody/{A}bodyPr") for e in chain]
    inset = [next((int(b.get(k)) for b in bodies if b is not None and b.get(k)), d) * PX for k, d in (("tIns", 45720), ("rIns", 91440), ("bIns", 45720), ("lIns", 91440))]  # fmt: skip
    anchor = next((b.get("anchor") for b in bodies if b is not None and b.get("anchor")), "t")
    fill = next((f for e in chain if (f := look.fill(e.find(f"{P}spPr")))), "")
    rounded = any(e.find(f"{P}spPr/{A}prstGeom") is not None and e.find(f"{P}spPr/{A}prstGeom").get("prst") == "roundRect" for e in chain)  # fmt: skip
    style = (
        f"{_box(place)}padding:{' '.join(f'{v:.1f}px' for v in inset)};"
        f"justify-content:{ {'t': 'flex-start', 'ctr': 'center', 'b': 'flex-end'}[anchor] };"
        + (f"background:{fill};" if fill else "") + ("border-radius:12px;" if rounded else "")
    )  # fmt: skip
    counter = [0]
    paragraphs = "".join(_paragraph(p, chain, look, counter, i) for i, p in enumerate(shape.element.find(f"{P}txBody").findall(f"{A}p")))  # fmt: skip
    return f'<div class=b data-slide={n} data-name="{html.escape(shape.name)}" style="{style}"><div>{paragraphs}</div></div>'


def _paragraph(p: Any, chain: list[Any], look: _Look, counter: list[int], index: int) -> str:
    own = p.find(f"{A}pPr")
    level = int(own.get("lvl", "0")) if own is not None else 0
    styles = [e.find(f"{P}txBody/{A}lstStyle/{A}lvl{level + 1}pPr") for e in chain]
    sources = [s for s in (own, *styles) if s is not None]

    def first(key: str, default: str) -> str:
        return next((s.get(key) for s in sources if s.get(key)), default)

    left, hang = int(first("marL", "0")) * PX, int(first("indent", "0")) * PX
    spacing = next((int(v.get("val")) for s in sources if (v := s.find(f"{A}lnSpc/{A}spcPct")) is not None), 100000)
    gap = next((int(v.get("val")) for s in sources if (v := s.find(f"{A}spcBef/{A}spcPts")) is not None), 0) / 100
    bullet = _bullet(sources, counter)
    mark = next((c for s in sources if (c := s.find(f"{A}buClr/{A}schemeClr")) is not None), None)
    colour = look.colours[mark.get("val")] if mark is not None else "inherit"
    runs, size, own_colour = "", 18.0, ""
    for r in p.findall(f"{A}r") + p.findall(f"{A}fld"):
        css, size, own_colour = _run(r.find(f"{A}rPr"), styles, look, spacing)
        runs += f'<span style="{css}">{html.escape(r.find(f"{A}t").text or "")}</span>'
    rtl = "direction:rtl;" if own is not None and own.get("rtl") == "1" else ""
    align = {"l": "left", "r": "right", "ctr": "center"}[first("algn", "l")]
    shown = f'<span style="position:absolute;left:{left + hang:.1f}px;color:{colour if colour != "inherit" else own_colour};font:700 {size}pt \'{look.fonts["+mj"]}\',CJK">{bullet}</span>' if bullet else ""  # fmt: skip
    return (
        f'<p style="position:relative;padding-left:{left:.1f}px;{rtl}text-align:{"left" if rtl and align == "left" else align};'
        f'margin-top:{gap if index else 0}pt;font-size:{size}pt;line-height:0">{shown}{runs}</p>'
    )


def _bullet(sources: list[Any], counter: list[int]) -> str:
    for s in sources:
        if s.find(f"{A}buNone") is not None:
            return ""
        if (auto := s.find(f"{A}buAutoNum")) is not None:
            start = auto.get("startAt")
            counter[0] = int(start) if start else counter[0] + 1
            return f"{chr(64 + counter[0])}." if auto.get("type", "").startswith("alpha") else f"{counter[0]}."
        if (char := s.find(f"{A}buChar")) is not None:
            return str(char.get("char"))
    return ""


def _run(own: Any, styles: list[Any], look: _Look, spacing: int) -> tuple[str, float, str]:
    sources = [s for s in (own, *(s.find(f"{A}defRPr") for s in styles if s is not None)) if s is not None]
    size = next((int(s.get("sz")) for s in sources if s.get("sz")), 1800) / 100
    bold = next((s.get("b") for s in sources if s.get("b")), "0") == "1"
    italic = next((s.get("i") for s in sources if s.get("i")), "0") == "1"
    colour = next((f for s in sources if (f := look.fill(s))), look.colours["tx1"])
    latin = next((v.get("typeface") for s in sources if (v := s.find(f"{A}latin")) is not None), "+mn-lt")
    css = (
        f"font-family:'{look.fonts[latin[:3]]}',CJK,sans-serif;font-size:{size}pt;font-weight:{700 if bold else 400};"
        f"color:{colour};line-height:{1.24 * spacing / 100000:.3f};{'font-style:italic;' if italic else ''}"
    )
    return css, size, colour


def _table(shape: Any, look: _Look, n: int) -> str:
    rows = ""
    for row in shape.table.rows:
        cells = ""
        for cell in row.cells:
            tc = cell._tc.tcPr
            text = "".join(_paragraph(p, [], look, [0], i) for i, p in enumerate(cell._tc.txBody.findall(f"{A}p")))
            cells += f'<td style="background:{look.fill(tc)};vertical-align:middle;padding:9px 15px;border-bottom:1px solid {look.colours["bg2"]}">{text}</td>'
        rows += f'<tr style="height:{row.height * PX:.1f}px">{cells}</tr>'
    columns = "".join(f'<col style="width:{c.width * PX:.1f}px">' for c in shape.table.columns)
    return f'<table data-slide={n} style="left:{shape.left * PX:.1f}px;top:{shape.top * PX:.1f}px;width:{shape.width * PX:.1f}px">{columns}{rows}</table>'


def write(data: bytes, path: Path) -> str:
    """Write the page beside its test and give its address."""
    path.write_text(page(data), "utf-8")
    return path.resolve().as_uri()
