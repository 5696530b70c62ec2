"""A tree walked into pieces: headings, paragraphs, lists, tables, code, verse, captions, with the words set strong."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from core.source import Mark
from tools.reading.pieces import Piece

from . import chrome, tables
from .inline import LINE, MOST_STRONG, NOTE, inline, lines_of_verse, opening, raised
from .kinds import BLOCKS, Open, kind_of
from .tree import Element, hints, tag

_STRONG: Final = frozenset(("b", "strong", "i", "em", "dfn", "mark"))
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_PAGE: Final = re.compile(r"(?:^|\s)(?:doc-)?pagebreak(?:$|\s)|(?:^|\s)pagenum(?:ber)?(?:$|\s)")


MOST: Final = 300_000
"""Elements of one page that are walked: a second holds about 30,000."""


def pieces(root: Element, *, page: bool = True) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces of ``root``, and what was left out. ``page`` takes away what surrounds a web page's words; a book has none."""
    walker = _Walker(page)
    whole = walker.walk(chrome.body_of(root) if page else root)
    return walker.found, () if whole else (f"The page has more than {MOST:,} elements; the rest was left out.",)


class _Walker:
    def __init__(self, page: bool) -> None:
        self.found: list[Piece] = []
        self._page = page
        self._open: list[Open] = []
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
        if name in BLOCKS:
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
            return bool(words and (NOTE.search(words) or _PAGE.search(words)))
        elif name in _STRONG and tag(node.getparent()) not in _STRONG:
            self._strong.append(opening(node))
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
        kind, level = kind_of(node, name, self._open[-1] if self._open else None, self._lists)
        self._bodies += chrome.is_body(node)
        if name in ("ul", "ol"):
            self._lists.append(name)
        mark = chrome.mark(node) or self._mark()
        above = self._open[-1] if self._open else None
        later = (
            above is not None and above.kind == kind and kind in ("item", "step") and name != "li" and not above.first
        )
        self._open.append(Open(node, kind, level, mark, first=not later))

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
        text, strong = "".join(self._text).strip(f" {LINE}"), tuple(s for s in self._strong if len(s) <= MOST_STRONG)
        self._text, self._strong = [], []
        if not text:
            return
        now = self._open[-1] if self._open else Open(None, "paragraph")
        if closing == "dt":
            self._term = text
            return
        if self._term:
            text, strong, self._term = f"{self._term.rstrip(' :')}: {text}", (*strong, self._term), ""
        kind: Any = now.kind
        if kind in ("item", "step") and not now.first:
            kind = "paragraph"
        if kind == "paragraph" and lines_of_verse(text):
            kind = "verse"
        level = now.level if kind in ("heading", "item", "step") else 0
        self.found.append(Piece(kind, text, level=level, mark=now.mark, strong=strong))
        now.first = False
