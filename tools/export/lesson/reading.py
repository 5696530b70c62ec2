"""The lesson's reading text as one plain page: for a course system that sets its own frame around it."""

from __future__ import annotations

import re
from typing import Final

from tools.export.languages import direction
from tools.export.markup import render, shortened

from .book import Book, words
from .item import Picture, keys
from .quoting import credit, gap, passages, verse

_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""What HTML may not hold."""


def reading(book: Book, pictures: str) -> bytes:
    """An HTML page; ``pictures`` is the path from it to the folder of the drawings that ``figures`` gives."""
    lesson = book.lesson
    shown = figures(book)
    title = " ".join(lesson.title.split()) or words("quiz", lesson.language)["lesson"]
    titles = {d.id: d.title for d in lesson.diagrams}
    used = {section.diagram for section in lesson.sections}
    page = render(
        "lesson_page.html.j2",
        lesson=lesson,
        title=title,
        short=shortened(title, 70),
        dir=direction(lesson.language),
        palette=book.look.palette,
        words=words("quiz", lesson.language),
        passages=passages,
        verse=verse,
        parted=lambda group, i: gap(group[i - 1] if i else None, group[i], lesson.language),
        credit=lambda section, group: credit(lesson, section, group),
        loose=[id for id in shown if id not in used],
        figures={
            id: {
                "path": f"{pictures}/{p.name}",
                "alt": p.alt,
                "long": p.long,
                "title": titles[id],
                "width": p.shown[0],
                "height": p.shown[1],
            }
            for id, p in shown.items()
        },
    )
    return _CONTROL.sub("", page.decode()).encode()


def figures(book: Book) -> dict[str, Picture]:
    """The diagrams that are drawn, by id."""
    drawn = [(d, b) for d in book.lesson.diagrams if (b := book.drawing(d.id)) is not None]
    names = keys((d.id for d, _ in drawn), "d")
    return {
        d.id: Picture(f"{name}.png", b.png, d.alt or d.title, d.long, b.width, b.height)
        for (d, b), name in zip(drawn, names, strict=True)
    }
