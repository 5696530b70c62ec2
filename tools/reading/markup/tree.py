"""HTML text to a tree, by libxml2's forgiving parser: no network, no entity of the document's own, no recursion of ours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from tools.reading.limits import MAX_CHARACTERS

_VOID: Final = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_SELF_CLOSED: Final = re.compile(rf"<(?!(?:{_VOID})[\s/>])([A-Za-z][\w:.-]*)(?=[\s/])([^<>]*)/>")
_DECLARATIONS: Final = re.compile(r"<\?xml[^<>]*\?>|<!DOCTYPE[^\[<>]*(?:\[[^\]]*\]\s*)?>", re.I)

_EMBEDDED: Final = re.compile(r"data:[\w/+.;=-]{0,80},[^\"'\s<>]{200,}")
_PROLOGUE: Final = 4000
"""Characters within which a document's declarations stand."""
MOST: Final = 4 * MAX_CHARACTERS
"""Characters of markup that are looked at, embedded pictures left out."""

Element = Any
"""An lxml element; lxml carries no types."""


def tree(text: str, *, xhtml: bool = False) -> tuple[Element | None, tuple[str, ...]]:
    """The root element, None where there is none, and what was lost on the way.

    ``xhtml`` lets ``<title/>`` close itself, which HTML does not know.
    """
    text = _EMBEDDED.sub("", text.replace("\x00", ""))
    text = _DECLARATIONS.sub("", text[:_PROLOGUE]) + text[_PROLOGUE:]
    losses = []
    if len(text) > MOST:
        text = text[:MOST]
        losses.append(f"The page is longer than {MOST:,} characters of markup; the rest was left out.")
    if xhtml:
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    if not text.strip():
        return None, tuple(losses)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    if any(entry.type_name in _STOPPED for entry in parser.error_log):
        losses.append("The page nests its parts too deeply; what comes after that was left out.")
    return root, tuple(losses)


_STOPPED: Final = frozenset(("ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR", "ERR_NAME_TOO_LONG"))


def tag(element: Element) -> str:
    """Its name in lower case without a prefix; empty for what is no element."""
    name = element.tag
    return _plain(name) if isinstance(name, str) else ""


@lru_cache(maxsize=512)
def _plain(name: str) -> str:
    return name.rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower()


def hints(element: Element) -> str:
    """What its attributes say it is for: id, class, role and EPUB type, in lower case, parted by spaces."""
    get = element.get
    if not element.attrib:
        return ""
    return " ".join(filter(None, (get("id"), get("class"), get("role"), get("epub:type"), get("data-type")))).lower()
