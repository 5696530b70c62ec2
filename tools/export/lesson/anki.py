"""Flashcards as an Anki package (.apkg), written with genanki, in memory.

A card's identity is made of the lesson's and the card's ids, so that a new import updates it and keeps what was learnt. Anki takes
a changed card only where its time is later than that of the one it has: ``edition`` is that time, and grows with each version.
"""

from __future__ import annotations

import hashlib
import html
import itertools
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from core.direction import Palette
from core.errors import BadInput
from core.lesson import Lesson
from tools.export.package_zip import safe_name, zip_bytes

from .book import Book, words
from .cards import TwoSides, two_sides
from .item import paragraphs

_STYLE: Final = Path(__file__).parent.parent / "data" / "lesson" / "anki.css"
_FIELDS: Final = ("Front", "Back", "Icon", "Task", "Picture", "Source")
_QUESTION: Final = '{{#Icon}}<div class="icon">{{Icon}}</div>{{/Icon}}<div class="front" dir="auto">{{Front}}</div>{{#Task}}<div class="task" dir="auto">{{Task}}</div>{{/Task}}'
_ANSWER: Final = '{{FrontSide}}<hr id="answer"><div class="back" dir="auto">{{Back}}</div>{{#Picture}}<div class="picture">{{Picture}}</div>{{/Picture}}{{#Source}}<div class="source" dir="auto">{{Source}}</div>{{/Source}}'
FIRST: Final = 1_600_000_000
"""Seconds since 1970 of edition 0: any fixed moment before Anki could hold the lesson."""


def anki(book: Book, edition: int = 1) -> bytes:
    """The deck with its pictures, the same bytes for the same book and edition.

    Args:
        edition: a whole number that grows whenever the lesson was made anew, 0 to 10^9: the seconds of the day would do.

    Raises:
        BadInput: the lesson has nothing to learn by heart.
    """
    import genanki

    cards = two_sides(book)
    if not cards:
        raise BadInput("the lesson has no cards", which=book.lesson.id, remedy="Leave the flashcards out.")
    lesson, fixed = book.lesson, words("anki", book.lesson.language)
    media: dict[str, bytes] = {}
    model: Any = genanki.Model(
        _number(lesson, "model"),
        f"Bottega: {lesson.title}"[:100],
        fields=[{"name": name, "font": "Arial"} for name in _FIELDS],
        templates=[{"name": "Card", "qfmt": _QUESTION, "afmt": _ANSWER}],
        css=style(book.look.palette),
    )
    deck: Any = genanki.Deck(_number(lesson, "deck"), _deck_name(lesson), html.escape(fixed["deck"]))
    titles = {s.name: s.title or s.name for s in lesson.sources}
    for card in cards:
        fields = _fields(book, card, media, titles, fixed)
        deck.add_note(genanki.Note(model, fields, guid=_guid(lesson, card), tags=_tags(lesson, card)))
    return _packed(genanki.Package(deck), media, _number(lesson, "note"), FIRST + edition)


def style(palette: Palette) -> str:
    """The cards' look, by day and by night."""
    text = _STYLE.read_text("utf-8")
    for name, colour in palette.json_dict().items():
        text = text.replace(f"%{name}%", colour)
    return text


def _fields(
    book: Book, card: TwoSides, media: dict[str, bytes], titles: Mapping[str, str], fixed: Mapping[str, str]
) -> list[str]:
    icon = _image(book, f"icon-{card.icon}", "", media) if card.icon else ""
    picture = _image(book, card.drawing, card.alt, media) if card.drawing else ""
    named = ", ".join(dict.fromkeys(titles.get(name, name) for name in card.sources))
    source = f"{fixed['source']}: {named}" if named else ""
    return [_html(card.front), _html(card.back), icon, _html(card.task), picture, _html(source)]


def _html(text: str) -> str:
    """Text that stays text: for HTML, and for Anki's own ``{{...}}``, ``[sound:...]`` and formulas."""
    said = "<br>".join(html.escape(line) for line in paragraphs(text))
    for start in ("{{", "}}", "[sound:", "[anki:", "[latex]", "[$"):
        said = said.replace(start, f"&#{ord(start[0])};{start[1:]}")
    return said.replace("\\(", "&#92;(").replace("\\[", "&#92;[").replace("\x1f", "")


def _image(book: Book, name: str, alt: str, media: dict[str, bytes]) -> str:
    """The picture's element; its file is named by its content, so that two lessons never share a name by chance."""
    drawing = book.drawing(name)
    if drawing is None:
        return ""
    file = f"bottega-{hashlib.sha256(drawing.png).hexdigest()[:24]}.png"
    media[file] = drawing.png
    return f'<img src="{file}" alt="{_html(" ".join(alt.split()))}">'


def _packed(package: Any, media: Mapping[str, bytes], start: int, moment: int) -> bytes:
    """The database is written in memory; notes and cards are numbered from ``start``, in milliseconds as Anki does."""
    database = sqlite3.connect(":memory:")
    try:
        package.write_to_db(database.cursor(), moment, itertools.count(1_000_000_000_000 + start))
        database.commit()
        files = {"collection.anki2": database.serialize()}
    finally:
        database.close()
    named = {str(n): name for n, name in enumerate(sorted(media))}
    files["media"] = json.dumps(named, sort_keys=True).encode()
    return zip_bytes({**files, **{number: media[name] for number, name in named.items()}})


def _number(lesson: Lesson, what: str) -> int:
    """A number that stays with the lesson: 2^30 to 2^31, as genanki asks for."""
    digest = hashlib.sha256(f"bottega\0{what}\0{lesson.language}\0{lesson.id}".encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


def _guid(lesson: Lesson, card: TwoSides) -> str:
    return hashlib.sha256(f"bottega\0{lesson.language}\0{lesson.id}\0{card.id}".encode()).hexdigest()[:20]


def _deck_name(lesson: Lesson) -> str:
    """``::`` would nest decks."""
    name = " ".join(lesson.title.replace("::", ": ").split()) or lesson.id
    return f"{name} {lesson.number}/{lesson.of}" if lesson.of > 1 else name


def _tags(lesson: Lesson, card: TwoSides) -> list[str]:
    return [safe_name(lesson.id), card.sort]
