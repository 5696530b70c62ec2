"""What is learnt by heart: the lesson's cards, its words and its diagrams, each as two sides."""

from __future__ import annotations

from dataclasses import dataclass

from core.source import Span
from tools.export.ooxml import plain

from .book import Book, words
from .item import folded


@dataclass(frozen=True)
class TwoSides:
    """One card. ``drawing`` names a drawing of the book that stands on the back, ``icon`` one on the front."""

    id: str
    sort: str
    front: str
    back: str
    task: str = ""
    icon: str = ""
    drawing: str = ""
    alt: str = ""
    sources: tuple[str, ...] = ()


def two_sides(book: Book) -> tuple[TwoSides, ...]:
    """The lesson's own cards first, then words that no card asks for, then diagrams that are drawn. Empty sides are left out."""
    lesson = book.lesson
    out = [
        TwoSides(
            c.id, "card", plain(c.front).strip(), plain(c.back.text).strip(), icon=c.icon, sources=_names(c.back.spans)
        )
        for c in lesson.cards
    ]
    asked = {folded(card.front) for card in out}
    for term in lesson.terms:
        if folded(plain(term.word)) not in asked:
            back = plain(term.meaning.text).strip()
            out.append(
                TwoSides(
                    term.id, "term", plain(term.word).strip(), back, icon=term.icon, sources=_names(term.meaning.spans)
                )
            )
            asked.add(folded(plain(term.word)))
    for diagram in lesson.diagrams:
        if book.drawing(diagram.id) is not None:
            said = plain(diagram.long or diagram.alt).strip() or plain(diagram.title).strip()
            task = words("anki", lesson.language)["draw"]
            alt = plain(diagram.alt or diagram.title)
            front = plain(diagram.title).strip()
            out.append(
                TwoSides(
                    diagram.id, "diagram", front, said, task, drawing=diagram.id, alt=alt, sources=_names(diagram.spans)
                )
            )
    return tuple(card for card in out if card.front and card.back)


def _names(spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(span.source) for span in spans))
