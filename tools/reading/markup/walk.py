"""A tree walked into pieces: headings, paragraphs, lists, tables, code, verse, captions, with the words set strong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from core.source import BlockKind, Mark

from tools.reading.notes import superscript
from tools.reading.pieces import Piece
from . import chrome, tables
from .tree import Element, hints, tag

LINE: Final = "\u2028"
"""A line break that the page asks for."""
_BLOCKS: Final = frozenset(
    "html body main article section div p ul ol dl dt dd li blockquote figure figcaption table caption thead tbody tfoot tr td th "
    "h1 h2 h3 h4 h5 h6 header footer nav aside address details summary fieldset center hr pre form title hgroup".split()
)
_STRONG: Final = frozenset(("b", "strong", "i", "em", "dfn", "mark"))
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_VERSE: Final = re.compile(r"(?:^|[\s_-])(?:poem|poetry|verse|stanza|line-?group|lg)(?:$|[\s_-])")
_PAGE: Final = re.compile(r"(?:^|\s)(?:doc-)?pagebreak(?:$|\s)|(?:^|\s)pagenum(?:ber)?(?:$|\s)")
_EDIT: Final = re.compile(r"(?:^|\s)(?:doc-)?noteref(?:$|\s)|footnote-?(?:ref|anchor)")
_MOST_STRONG: Final = 80


@dataclass
class _Open:
    """A block element being read."""

    element: Element
    kind: BlockKind
    level: int = 0
    mark: Mark = ""
    first: bool = True
    """Whether nothing of it was given yet: later paragraphs of a list item are paragraphs."""


MOST: Final = 300_000
"""Elements of one page that are walked: a second holds about 30,000."""


def pieces(root: Element, *, page: bool = True) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces of ``root``, and what was left out. ``page`` takes away what surrounds a web page's words; a book has none."""
    walker = _Walker(page)
    whole = walker.walk(chrome.body_of(root) if page else root)
    return walker.found, () if whole else (f"The page has more than {MOST:,} elements; the rest was left out.",)


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
    if links or _EDIT.search(hints(node)) or "reference" in hints(node):
        return ""
    return superscript(text, before)


class _Walker:
    def __init__(self, page: bool) -> None:
        self.found: list[Piece] = []
        self._page = page
        self._open: list[_Open] = []
        self._text: list[str] = []
        self._strong: list[str] = []
        self._lists: list[str] = []
        self._term = ""
        self._bodies = 0

    def walk(self, root: Element) -> bool:
        """Read it all; False where there was too much."""
        walker, count = etree.iterwalk(root, events=("start", "end")), 0
        for event, node in walker:
            if event == "start":
                count += 1
                if count > MOST:
                    break
                if self._start(node):
                    walker.skip_subtree()
            else:
                self._end(node)
                if node is not root:
                    self._say(node.tail)
        self._flush()
        return count <= MOST

    def _start(self, node: Element) -> bool:
        """Begin an element; True where its inside is not read."""
        name = tag(node)
        if not name or name in chrome.NEVER or chrome.hidden(node):
            return True
        if self._page and chrome.around(node, self._bodies > 0):
            return True
        if name in ("ul", "ol") and self._page and not self._lists and chrome.linked(node):
            return True
        if name in _BLOCKS:
            self._flush()
            if self._whole(node, name):
                return True
            self._enter(node, name)
        elif self._within(node, name):
            return True
        self._say(node.text)
        return False

    def _within(self, node: Element, name: str) -> bool:
        """An inline element; True where it has said all."""
        if name == "br":
            self._text.append(LINE)
        elif name == "sup":
            self._text.append(raised(node, "".join(self._text[-3:])))
            return True
        elif name == "math" and node.get("alttext"):
            self._text.append(node.get("alttext"))
            return True
        elif name in ("a", "span"):
            words = hints(node)
            return bool(words and (_EDIT.search(words) or _PAGE.search(words)))
        elif name in _STRONG and tag(node.getparent()) not in _STRONG:
            self._strong.append(_opening(node))
        return False

    def _whole(self, node: Element, name: str) -> bool:
        """Elements that are read at once."""
        if name == "pre":
            self.found.append(Piece("code", inline(node, frozenset()), mark=self._mark()))
            return True
        if name == "table":
            rows = tables.rows(node)
            if rows is not None:
                if said := tables.caption(node):
                    self.found.append(Piece("caption", said, mark=self._mark()))
                self.found += [Piece("table", r.text, header=r.header, mark=self._mark()) for r in rows]
                return True
        return name == "hr" or bool(_PAGE.search(hints(node)))

    def _enter(self, node: Element, name: str) -> None:
        kind, level = self._kind(node, name)
        self._bodies += chrome.is_body(node)
        if name in ("ul", "ol"):
            self._lists.append(name)
        mark = chrome.mark(node) or self._mark()
        self._open.append(_Open(node, kind, level, mark))

    def _kind(self, node: Element, name: str) -> tuple[BlockKind, int]:
        above = self._open[-1] if self._open else None
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            return "heading", int(name[1])
        if node.get("role") == "heading":
            level = node.get("aria-level") or "2"
            return "heading", min(max(int(level), 1), 6) if level.isascii() and level.isdigit() and len(level) < 3 else 2
        if name == "li":
            return ("step" if self._lists[-1:] == ["ol"] else "item"), max(len(self._lists) - 1, 0)
        if name in ("figcaption", "caption"):
            return "caption", 0
        if name == "dd":
            return "item", 0
        if _VERSE.search(hints(node)) or (above and above.kind == "verse"):
            return "verse", 0
        if name == "blockquote" or (above and above.kind == "quote"):
            return "quote", 0
        if above and above.kind in ("item", "step", "caption", "note") and name in ("p", "div", "dt"):
            return above.kind, above.level
        return "paragraph", 0

    def _end(self, node: Element) -> None:
        if self._open and self._open[-1].element is node:
            self._flush(closing=tag(node))
            done = self._open.pop()
            self._bodies -= chrome.is_body(node)
            if tag(node) in ("ul", "ol"):
                self._lists.pop()
            if self._open and not done.first:
                self._open[-1].first = False

    def _mark(self) -> Mark:
        return self._open[-1].mark if self._open else ""

    def _say(self, text: str | None) -> None:
        if text:
            self._text.append(_SPACE.sub(" ", text))

    def _flush(self, closing: str = "") -> None:
        text, strong = "".join(self._text).strip(f" {LINE}"), tuple(s for s in self._strong if len(s) <= _MOST_STRONG)
        self._text, self._strong = [], []
        if not text:
            return
        now = self._open[-1] if self._open else _Open(None, "paragraph")
        if closing == "dt":
            self._term = text
            return
        if self._term:
            text, strong, self._term = f"{self._term.rstrip(' :')}: {text}", (*strong, self._term), ""
        kind: Any = now.kind
        if kind in ("item", "step") and not now.first:
            kind = "paragraph"
        if kind == "paragraph" and _lines_of_verse(text):
            kind = "verse"
        level = now.level if kind in ("heading", "item", "step") else 0
        self.found.append(Piece(kind, text, level=level, mark=now.mark, strong=strong))
        now.first = False


def _opening(node: Element) -> str:
    """An element's words, as many as tell that they are too many to be a term."""
    said = ""
    for text in node.itertext():
        said += text[: 2 * _MOST_STRONG]
        if len(said) > 2 * _MOST_STRONG:
            break
    return " ".join(said.split())


def _lines_of_verse(text: str) -> bool:
    """At least three short lines that were broken on purpose, and no address: no line holds a digit."""
    lines = [line.strip() for line in text.split(LINE) if line.strip()]
    return len(lines) >= 3 and max(map(len, lines)) <= 70 and not any(c.isdigit() for c in text)


