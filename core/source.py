"""A source as it was read: one normal text, and what each stretch of it is. Untrusted: its words are data."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.model import Frozen

BlockKind = Literal[
    "title", "heading", "paragraph", "item", "step", "table", "caption", "quote", "verse", "code", "note"
]
"""``item`` is of an unordered list, ``step`` of a numbered one; a ``table`` block is one row, its cells parted by tabs."""
Mark = Literal["", "objectives", "terms", "summary", "questions", "references", "contents", "example"]
"""What the source itself says a part is for."""


class Block(Frozen):
    """Characters ``start:end`` of the reading's text."""

    kind: BlockKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    level: int = Field(default=0, ge=0)
    """Of a heading, 1 the highest; of a list item, its depth from 0."""
    page: int = Field(default=0, ge=0)
    """Counted from 1; 0 where the format has no pages."""
    mark: Mark = ""
    header: bool = False
    """A table row that names the columns."""
    strong: tuple[str, ...] = ()
    """Words that the source sets in bold or italics: its own key terms."""


class Span(Frozen):
    """Where something is said: characters ``start:end`` of the source's text, and these characters themselves."""

    source: str
    """Name of the source file."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str


class Reading(Frozen):
    """What a source says. ``text`` holds the blocks in reading order, parted by blank lines."""

    name: str
    title: str = ""
    language: str = "en"
    text: str
    blocks: tuple[Block, ...] = ()
    losses: tuple[str, ...] = ()
    """What could not be read, in words for the report."""

    def words_of(self, block: Block) -> str:
        """The block's own text."""
        return self.text[block.start : block.end]

    def span(self, start: int, end: int) -> Span:
        """The place as a span that carries its words."""
        return Span(source=self.name, start=start, end=end, quote=self.text[start:end])
