"""What every page needs: strict templates, safe links, data for machines, and icons with nothing active in them."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from xml.etree import ElementTree

import jinja2
from markupsafe import Markup, escape

from core.errors import BadInput
from tools.design.breaks import bound, clauses, pieces
from tools.design.clusters import is_cjk

_FOLDER: Final = Path(__file__).parent
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
_SHAPES: Final = frozenset({"path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "g"})
_GEOMETRY: Final = frozenset(
    [
        "d",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "width",
        "height",
        "points",
        "transform",
        "opacity",
        "fill-rule",
        "clip-rule",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
    ]
)
_VALUE: Final = re.compile(r"^[A-Za-z0-9 ,.()+\-\n\t]*$")


def environment() -> jinja2.Environment:
    """Templates of this folder: everything escaped, a missing name is an error."""
    out = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    out.filters["numerals"] = numerals
    out.filters["bound"] = bound
    out.filters["headed"] = headed
    out.filters["worded"] = worded
    out.filters["unbroken"] = unbroken
    return out


def headed(text: str) -> Markup:
    """A heading that breaks between its sentences first, in Chinese between clauses and then words (the sheet sets ``keep-all``)."""
    chinese = any(is_cjk(c) for c in text)
    parts = [Markup("<wbr>").join(pieces(c)) if chinese else escape(bound(c)) for c in clauses(text)]
    if len(parts) < 2 and not chinese:
        return Markup(escape(bound(text)))
    return Markup("" if chinese else " ").join(Markup('<span class="clause">{}</span>').format(part) for part in parts)


def worded(text: str) -> Markup:
    """A running text whose lines end between words: in Chinese each break is marked, for a sheet that sets ``keep-all``."""
    if not any(is_cjk(c) for c in text):
        return escape(bound(text))
    return Markup("\n").join(Markup("<wbr>").join(pieces(line)) for line in text.split("\n"))


def unbroken(text: str, *, bold: bool = False) -> Markup:
    """The same for mail, whose programs know no ``keep-all``: Chinese words in spans of the class ``w`` that do not wrap.

    ``bold`` sets figures bold. Where a program drops the class, lines break as they always did.
    """
    shown = _numerals if bold else escape
    if not any(is_cjk(c) for c in text):
        return Markup(str(shown(bound(text))).replace(' class="figure"', ""))
    out = Markup()
    for piece in pieces(text):
        inner = Markup(str(shown(piece)).replace(' class="figure"', ""))
        out += Markup('<span class="w">{}</span>').format(inner) if sum(map(is_cjk, piece)) > 1 else inner
    return out


def render(template: str, **values: Any) -> bytes:
    """A page as UTF-8, without empty lines."""
    text = environment().get_template(template).render(**values)
    lines = (line.rstrip() for line in text.split("\n"))
    return ("\n".join(line for line in lines if line) + "\n").encode("utf-8", "replace")


def resource(name: str) -> str:
    """A text file beside the exporters."""
    return (_FOLDER / name).read_text("utf-8")


def visible(page: bytes) -> str:
    """All words that a page shows or reads out, without its tags, style and data."""
    text = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", page.decode("utf-8"))
    told = re.findall(r'\b(?:alt|aria-label|title|label)="([^"]*)"', text)
    return html.unescape(" ".join([re.sub(r"<[^>]+>", " ", text), *told]))


def safe_url(url: str) -> str:
    """The link, if it leads to a page, a mailbox or a telephone; else empty."""
    link = url.strip()
    if not link or re.search(r"[\s\x00-\x20\x7f\"<>\\^`{|}]", link):
        return ""
    try:
        parts = urlsplit(link)
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or (parts.scheme in ("http", "https") and not parts.hostname):
        return ""
    return link if parts.netloc or parts.path else ""


def relative(path: str) -> str:
    """A path that stays in the package; ``BadInput`` if it is absolute or names another host."""
    if not path or path.startswith(("/", "\\")) or ":" in path or "\\" in path or re.search(r"[\x00-\x1f\x7f]", path):
        raise BadInput("pages may link to files of their package alone", which=path[:120])
    return path


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut between words."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip(" ,;:–-") + "…"


def json_script(value: Any) -> Markup:
    """JSON that no parser of HTML can leave: safe inside a script element of a data type."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def numerals(text: str) -> Markup:
    """The text with each figure marked, with its sign or a French hour ("18 h 30"), so that a page can set it large."""
    if any(is_cjk(c) for c in text):
        return Markup("<wbr>").join(_numerals(piece) for piece in pieces(text))
    return _numerals(bound(text))


def _numerals(text: str) -> Markup:
    parts = re.split(r"(?<![A-Za-z\d])((?:[$€£¥]\s?)?\d[\d.,:]*\d|\d)(\s?[%€£¥]|\sh(?:\s\d\d)?(?!\w))?", text)
    out = Markup()
    for i in range(0, len(parts), 3):
        out += escape(parts[i])
        if i + 1 < len(parts):
            out += Markup('<b class="figure">{}</b>').format(parts[i + 1] + (parts[i + 2] or ""))
    return out


def icon(inner: str, box: int = 256) -> Markup:
    """An inline icon in the colour of its text. ``inner`` is SVG shapes; all else in it is dropped."""
    if not inner.strip():
        return Markup()
    if "<!" in inner or "<?" in inner:
        raise BadInput("an icon may hold shapes alone", which=inner[:60])
    try:
        root = ElementTree.fromstring(f"<g>{inner}</g>")
    except ElementTree.ParseError as error:
        raise BadInput("not an icon", which=inner[:60]) from error
    shapes = "".join(_shape(child) for child in root)
    head = f'<svg class="icon" viewBox="0 0 {box} {box}" fill="currentColor" aria-hidden="true" focusable="false">'
    return Markup(head + shapes + "</svg>")


def _shape(node: ElementTree.Element) -> str:
    name = node.tag.rsplit("}", 1)[-1]
    if name not in _SHAPES:
        return ""
    kept = {k: v for k, v in node.attrib.items() if k in _GEOMETRY and _VALUE.match(v)}
    kept.update({k: v for k in ("fill", "stroke") if (v := node.get(k, "")) in ("none", "currentColor")})
    attributes = "".join(f' {k}="{escape(v)}"' for k, v in kept.items())
    return f"<{name}{attributes}>{''.join(_shape(child) for child in node)}</{name}>"
