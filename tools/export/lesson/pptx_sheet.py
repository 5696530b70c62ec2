"""What stands on one slide, before any file is written: the plan of a deck is a list of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from core.lesson import Statement
from core.source import Span

from .book import Book, Drawing, words
from .pptx_fit import Type, clip, pages, size_for
from .pptx_layouts import layout
from .pptx_place import Box, Place
from .pptx_shapes import Grid, Line
from .tidy import tidy

QUOTE = 240
"""Characters of a source that are quoted in notes."""


@dataclass(frozen=True)
class Picture:
    """A drawing and its alternative text; empty for decoration."""

    drawing: Drawing
    alt: str = ""


@dataclass(frozen=True)
class Sheet:
    """One slide: the words, pictures and table of its placeholders by index, and the notes."""

    layout: str
    title: Line
    texts: Mapping[int, tuple[Line, ...]] = field(default_factory=dict)
    boxes: Mapping[int, Box] = field(default_factory=dict)
    icons: Mapping[int, Picture] = field(default_factory=dict)
    """Small pictures in the left of a card."""
    picture: Picture | None = None
    table: Grid | None = None
    notes: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Studio:
    """The book with what planning a deck needs of it."""

    book: Book

    @cached_property
    def words(self) -> Mapping[str, str]:
        return words("deck", self.book.lesson.language)

    @property
    def type(self) -> Type:
        return Type(self.book.look.display, self.book.look.text)

    def title(self, key: str, text: str) -> Line:
        """The title in the size that its layout has room for."""
        place = layout(key).place(0)
        kept, size = clip(tidy(text), place, self.type.display)
        return Line(kept, size, bold=True)

    def one(self, place: Place, text: str, **more: object) -> Line:
        """A single paragraph, as large as its place allows; cut where it cannot be held."""
        kept, size = clip(tidy(text), place, self.type.of(place))
        return Line(kept, size, **more)  # type: ignore[arg-type]

    def said(self, statement: Statement) -> str:
        """The words of a statement, in the language's quotation marks where it is a quotation."""
        text = tidy(statement.text)
        return f"{self.words['open']}{text}{self.words['close']}" if statement.quoted else text

    def running(
        self, key: str, title: str, texts: Sequence[str], notes: tuple[Line, ...], picture: Picture | None = None
    ) -> list[Sheet]:
        """Paragraphs on as many slides of a layout as they need."""
        place, font = layout(key).place(20), self.type.text
        texts = [text for text in map(tidy, texts) if text]
        if len(texts) == 1:
            place = replace(place, bullet="", most=34)
        dealt = pages(texts, place, font, most=5, comfortable=max(place.least, 20)) or [[]]
        size = min(size_for(part, place, font) or place.least for part in dealt)
        out = []
        for n, part in enumerate(dealt, 1):
            heading = f"{title} ({n}/{len(dealt)})" if len(dealt) > 1 else title
            lines = tuple(Line(text, size, bullet=bool(place.bullet)) for text in part)
            out.append(
                Sheet(key, self.title(key, heading), {20: lines}, picture=picture, notes=notes if n == 1 else ())
            )
        return out

    def quotes(self, spans: Sequence[Span]) -> tuple[Line, ...]:
        """The source's own words, for the notes."""
        found = dict.fromkeys((tidy(s.quote)[:QUOTE], s.source) for s in spans if s.quote.strip())
        if not found:
            return ()
        open_, close = self.words["open"], self.words["close"]
        lines = tuple(Line(f"{open_}{quote}{close} ({tidy(source)})") for quote, source in found)
        return Line(self.words["sources"], bold=True), *lines

    def part(self, heading: str, *texts: str) -> tuple[Line, ...]:
        """A headed part of the notes; nothing where it says nothing."""
        kept = tuple(Line(text) for text in map(tidy, texts) if text)
        return (Line(self.words[heading], bold=True), *kept) if kept else ()
