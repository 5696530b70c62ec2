"""What all printed matter of a lesson shares: its data for Typst, words that fit any line, and drawings as files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree import ElementTree

from core.lesson import Diagram
from core.source import Span
from tools.design.clusters import split
from tools.export.colour import mix
from tools.export.lesson.book import Book, Drawing, words
from tools.export.paper import cut, sheet
from tools.export.pdf import ending, pdf

_LONG: Final = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]{31,}")
_PIECE: Final = 20
_WORD: Final = 45
"""The longest words of real languages still break by their syllables; what is longer, or is no word, breaks anywhere."""
_LIVE: Final = frozenset({"text", "image", "foreignObject", "script", "style", "use", "a"})
"""Elements of an SVG that need fonts, other files or a browser: such a drawing is printed from its PNG."""
_SIZES: Final = (1.0, 0.97, 0.94, 0.91, 0.88)
_SPARSE: Final = 0.24
"""A last page that is filled less than this, from its top edge, looks forgotten."""


def fixed(book: Book) -> dict[str, str]:
    """The fixed words of printed matter in the lesson's language; ``lang`` is the language they are really in."""
    return dict(words("paper", book.lesson.language))


def whole(text: str) -> str:
    """One line without control of its own: white space is one space, and no word is too long to be broken."""
    return _LONG.sub(lambda found: _pieces(found.group()), " ".join(text.split()))


def _pieces(word: str) -> str:
    if word.isalpha() and len(word) <= _WORD:
        return word
    parts = split(word)
    return "\u200b".join("".join(parts[i : i + _PIECE]) for i in range(0, len(parts), _PIECE))


def width(text: str) -> int:
    """Room in Latin letters: a Chinese character takes that of two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def filled(pattern: str, **values: object) -> str:
    """A fixed pattern such as "{a} of {b}" with its values; the values are never patterns."""
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found.group(1), "")), pattern)


def ground(book: Book, part: str, title: str = "") -> dict[str, Any]:
    """What every lesson template reads: look, language, fixed words, and how the document is called."""
    lesson, ui = book.lesson, fixed(book)
    name = whole(lesson.title) or ui["lesson"]
    label = title or ui[part]
    look = sheet(book.look.palette, book.look.display, book.look.text, lesson.language)
    colours = {**look["colours"], "rule": mix("#ffffff", look["colours"]["ink"], 0.42)}
    return {
        **look,
        "colours": colours,
        "ui": ui,
        "logo": "",
        "scale": 1.0,
        "brand": cut(book.maker, 80),
        "title": f"{cut(lesson.title, 160) or ui['lesson']} – {label}",
        "name": name,
        "short": cut(lesson.title, 70),
        "label": label,
        "title-size": 25 if width(name) <= 44 else 20 if width(name) <= 90 else 15 if width(name) <= 240 else 11,
    }


def said(book: Book, spans: Iterable[Span], room: int = 420) -> list[dict[str, str]]:
    """The source's own words, each with its language and the title of its source; the same words once.

    ``room`` is in Latin letters; longer words are cut and say so by an ellipsis.
    """
    notes = {note.name: note for note in book.lesson.sources}
    out: dict[tuple[str, str], dict[str, str]] = {}
    for span in spans:
        note = notes.get(span.source)
        language = note.language if note else book.lesson.language
        verse = "\n" in span.quote and "\t" not in span.quote
        quote = whole(cut(re.sub(r"\s*\n\s*", " / ", span.quote.strip()) if verse else span.quote, room))
        if quote:
            out[span.source, quote] = {
                "quote": quote,
                "lang": sheet_language(language),
                "source": whole(cut(note.title if note and note.title else span.source, 120)),
            }
    return list(out.values())


def sheet_language(language: str) -> str:
    """A tag as Typst wants it: two or three letters, English where it is none."""
    tag = language.replace("_", "-").partition("-")[0].lower()
    return tag if len(tag) in (2, 3) and tag.isascii() and tag.isalpha() else "en"


@dataclass
class Pictures:
    """Collects the drawings of one document under plain names of our own."""

    book: Book
    files: dict[str, bytes] = field(default_factory=dict)

    def diagram(self, made: Diagram) -> dict[str, Any]:
        """The figure as data: file, its shape (width by height), alternative text, title and long description."""
        drawn = self.book.drawing(made.id)
        return {
            **self._file(drawn),
            "alt": whole(made.alt) or whole(made.title) or cut(made.long, 150) or fixed(self.book)["pictures"],
            "title": whole(made.title),
            "long": whole(made.long),
        }

    def icon(self, name: str) -> str:
        """File of an icon, or empty."""
        return str(self._file(self.book.drawing(f"icon-{name}") if name else None)["file"])

    def _file(self, drawn: Drawing | None) -> dict[str, Any]:
        if drawn is None or not (drawn.png or drawn.svg):
            return {"file": "", "shape": 1.0}
        still = drawable_svg(drawn.svg)
        content, kind = (drawn.svg.encode("utf-8"), "svg") if still or not drawn.png else (drawn.png, "png")
        known = next((name for name, other in self.files.items() if other == content), "")
        name = known or f"picture-{len(self.files) + 1}.{kind}"
        self.files[name] = content
        return {"file": name, "shape": drawn.width / drawn.height if drawn.width > 0 < drawn.height else 1.0}


def drawable_svg(svg: str) -> bool:
    """Whether an SVG is outlines alone, so that it prints sharp and needs nothing from elsewhere."""
    if not svg or "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        return False
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError:
        return False
    return root.tag.rpartition("}")[2] == "svg" and not any(
        str(element.tag).rpartition("}")[2] in _LIVE or any(key.rpartition("}")[2] == "href" for key in element.attrib)
        for element in root.iter()
    )


def fitted(template: str, data: Mapping[str, Any], files: Mapping[str, bytes], most: int = 0) -> bytes:
    """The PDF in the largest type that leaves no forgotten last page and, if it can be, has at most ``most`` pages."""
    sizes: Sequence[float] = _SIZES
    tried = {}
    for size in sizes:
        pages, used = ending(template, {**data, "scale": size}, files)
        good = (pages == 1 or used >= _SPARSE) and (not most or pages <= most)
        if good:
            return pdf(template, {**data, "scale": size}, files)
        tried[size] = (bool(most) and pages > most, pages > 1 and used < _SPARSE)
    return pdf(template, {**data, "scale": min(sizes, key=lambda size: (tried[size], -size))}, files)
