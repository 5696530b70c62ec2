"""Word documents: paragraphs by their styles and numbering, tables, captions, footnotes, text boxes; deleted text stays out."""

from __future__ import annotations

import io
import re
from typing import Any, Final

from .archive import Archive
from .docx_styles import Styles
from .docx_text import Said, said, tables_of
from .limits import PARSER_FAILURES, broken
from .lines import CAPTION, contents_line, listed
from .pieces import Found, Piece

_KIND: Final = "a Word document"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST: Final = 100_000
"""Paragraphs that are read."""
_PARTS: Final = re.compile(r"^(?:word/[^/]+\.xml|docProps/core\.xml|\[Content_Types\]\.xml|.*\.rels)$")


def found(data: bytes, name: str) -> Found:
    """The pieces of a document, its footnotes at the end."""
    from docx import Document

    archive = Archive(data, name, _KIND)
    for path in sorted(archive.names):
        if _PARTS.match(path):
            archive.xml(path)
    try:
        document = Document(io.BytesIO(data))
        reader = _Reader(document)
        reader.body(document.element.body)
        reader.notes()
        properties = document.core_properties
        return Found(
            tuple(reader.found), title=properties.title or "", language=reader.language(), losses=tuple(reader.losses)
        )
    except PARSER_FAILURES as error:
        raise broken(name, _KIND) from error


class _Reader:
    """Walks a document's body."""

    def __init__(self, document: Any) -> None:
        self.found: list[Piece] = []
        self.losses: list[str] = []
        self._document = document
        self._styles = Styles(document)
        self._count = 0

    def body(self, container: Any) -> None:
        """Every paragraph and table of a container in order; content controls and insertions are looked into."""
        stack = [iter(container)]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                continue
            name = node.tag.removeprefix(_W) if isinstance(node.tag, str) else ""
            if name == "p":
                self._paragraph(node)
            elif name == "tbl":
                self._table(node)
            elif name in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo"):
                stack.append(iter(node))

    def _paragraph(self, node: Any) -> None:
        self._count += 1
        if self._count > _MOST:
            if self._count == _MOST + 1:
                self.losses.append(f"The document has more than {_MOST:,} paragraphs; the rest was left out.")
            return
        words = said(node)
        if words.text.strip():
            self.found.append(self._piece(node, words))
        for box in words.boxes:
            self.body(box)

    def _piece(self, node: Any, words: Said) -> Piece:
        text, styles = words.text, self._styles
        style = styles.of(node)
        if style.contents or contents_line(text):
            return Piece(
                "item", re.sub(r"[\s.…]*\d*$", "", text.split("\t")[0] if "\t" in text[-6:] else text), mark="contents"
            )
        if style.title:
            return Piece("title", text) if not self.found else Piece("heading", text, level=1)
        level = styles.outline(node) or self._bold_heading(node, words)
        if level:
            return Piece("heading", text, level=level)
        if numbering := styles.numbering(node):
            kind, depth = numbering
            return Piece("step" if kind == "step" else "item", text, level=depth, strong=words.strong)
        if style.caption or (CAPTION.match(text) and len(text) < 300 and words.short):
            return Piece("caption", text)
        if style.quote:
            return Piece("quote", text, strong=words.strong)
        if style.code:
            return Piece("code", text)
        if entry := listed(text):
            kind, rest = entry
            return Piece("item" if kind == "item" else "step", rest, strong=words.strong)
        return Piece("paragraph", text, strong=words.strong)

    def _bold_heading(self, node: Any, words: Said) -> int:
        """A short line all in bold or larger type, without a full stop, in a document that has no heading styles."""
        text = words.text.strip()
        if (
            self._styles.has_headings
            or not words.short
            or len(text) > 80
            or text[-1] in ".,;:。，；"
            or not any(c.isalpha() for c in text)
        ):
            return 0
        ratio = words.size / self._styles.size if words.size else 1.0
        if ratio >= 1.15 or words.all_bold:
            return 1 if ratio >= 1.5 else 2 if ratio >= 1.15 else 3
        return 0

    def _table(self, node: Any) -> None:
        for kind, text, header in tables_of(node):
            self._count += 1
            if self._count <= _MOST:
                self.found.append(Piece("table" if kind == "row" else "paragraph", text, header=header))

    def notes(self) -> None:
        """Footnotes and endnotes as notes."""
        from docx.oxml import parse_xml

        for relation in self._document.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
                continue
            root = parse_xml(relation.target_part.blob)
            for note in root:
                text = " ".join(said(p).text for p in note.iter(f"{_W}p")).strip()
                if note.get(f"{_W}type") in (None, "normal") and text:
                    self.found.append(Piece("note", text))

    def language(self) -> str:
        """The language of the document's default style."""
        for node in self._document.styles.element.iter(f"{_W}lang"):
            return str(node.get(f"{_W}val") or "")
        return ""
