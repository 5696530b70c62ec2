"""XML written from data: nothing in a text can become markup, and nothing that XML cannot hold gets in."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from tools.export.ooxml import plain

Piece = ET.Element | str


def tag(name: str, attributes: Mapping[str, object] | None = None, /, *children: Piece) -> ET.Element:
    """An element; children are elements and texts in their order. Truth values become ``true`` and ``false``."""
    out = ET.Element(name, {key: _value(value) for key, value in (attributes or {}).items()})
    last: ET.Element | None = None
    for child in children:
        if not isinstance(child, str):
            out.append(child)
            last = child
        elif last is None:
            out.text = (out.text or "") + plain(child)
        else:
            last.tail = (last.tail or "") + plain(child)
    return out


def document(root: ET.Element) -> bytes:
    """The document as UTF-8 with its declaration."""
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=False, short_empty_elements=True)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else plain(str(value))
