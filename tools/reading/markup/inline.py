"""Words inside one block of a page: raised numbers, strong words, lines of verse."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from tools.reading.notes import superscript

from . import chrome
from .tree import Element, hints, tag

LINE: Final = "\u2028"
"""A line break that the page asks for."""
MOST_STRONG: Final = 80
"""Characters of strong words that may be a term."""
NOTE: Final = re.compile(r"(?:^|\s)(?:doc-)?noteref(?:$|\s)|footnote-?(?:ref|anchor)")
"""Hints of what points to a note."""


def inline(element: Element, breaks: frozenset[str] = frozenset()) -> str:
    """The text inside an element as it is read: no script, no footnote number; a space at each of ``breaks``."""
    parts: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        name = tag(node)
        if event == "start":
            if name in breaks:
                parts.append(" ")
            if name in chrome.NEVER or chrome.hidden(node):
                walker.skip_subtree()
            elif name == "sup":
                parts.append(raised(node, "".join(parts[-3:])))
                walker.skip_subtree()
            elif node.text:
                parts.append(node.text)
        elif node is not element and node.tail:
            parts.append(node.tail)
    return "".join(parts)


def raised(node: Element, before: str) -> str:
    """What a raised text says: nothing if it points to a note, else its superscript."""
    text = "".join(node.itertext()).strip()
    links = any((a.get("href") or "").startswith("#") for a in node.iter("a"))
    if links or NOTE.search(hints(node)) or "reference" in hints(node):
        return ""
    return superscript(text, before)


def opening(node: Element) -> str:
    """An element's words, as many as tell that they are too many to be a term."""
    said = ""
    for text in node.itertext():
        said += text[: 2 * MOST_STRONG]
        if len(said) > 2 * MOST_STRONG:
            break
    return " ".join(said.split())


def lines_of_verse(text: str) -> bool:
    """At least three short lines that were broken on purpose, and no address: no line holds a digit."""
    lines = [line.strip() for line in text.split(LINE) if line.strip()]
    return len(lines) >= 3 and max(map(len, lines)) <= 70 and not any(c.isdigit() for c in text)
