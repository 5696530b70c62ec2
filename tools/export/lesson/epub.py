"""The lesson as an EPUB 3 book: a chapter per section, questions and answers apart, and the sources as endnotes.

Written from W3C's EPUB 3.3 and EPUB Accessibility 1.1. No conformance is claimed in the metadata: that takes a person who certifies it.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from core.lesson import Diagram, Lesson, Section, Term
from tools.export.colour import readable
from tools.export.package_zip import DATE, member

from . import screen
from .asked import Asked, asked
from .book import Book
from .ordered import right_letters
from .page_html import HINTS, context, facts, right_answer, say, terms_of

MODIFIED: Final = "1980-01-01T00:00:00Z"
_NAMES: Final = uuid.UUID("6f1c9a52-5d0e-5f0b-9a53-2f8f3a7be001")
"""Name space of our book ids, so that a lesson keeps its id in every build."""


@dataclass(frozen=True)
class Chapter:
    """One file of the book: ``name`` without its ending."""

    kind: str
    name: str
    title: str
    number: int = 0
    section: Section | None = None
    diagram: Diagram | None = None
    terms: tuple[Term, ...] = ()
    questions: tuple[Asked, ...] = ()


def epub(book: Book, texts: Mapping[str, str] | None = None, modified: str = MODIFIED) -> bytes:
    """The book, the same bytes every time.

    ``texts`` are the sources' texts by name. ``modified`` is the date that readers' libraries compare, ``CCYY-MM-DDThh:mm:ssZ``.
    """
    lesson = book.lesson
    words = screen.ui(lesson.language, "epub")
    values = context(book, texts)
    pictures, files = _pictures(book)
    title = " ".join(lesson.title.split()) or lesson.id
    chapters = chaptered(lesson, words, title, bool(values["map"].passages))
    used: dict[int, str] = {}
    values |= {
        "say": lambda key, **given: say(words[key], **given),
        "title": title,
        "chapters": chapters,
        "facts": facts(lesson),
        "hints": HINTS,
        "lettered": lettered,
        "notes": "sources.xhtml",
        "noteref": Markup(' epub:type="noteref"'),
        "end": Markup("/"),
        "spoken": screen.spoken(lesson.language),
        "used": used,
        "pictures": pictures["diagrams"],
        "icons": pictures["icons"],
    }
    out = {"META-INF/container.xml": screen.page("epub_container.xml.j2"), "EPUB/style.css": _style(book)}
    for chapter in chapters:
        values |= {"chapter": chapter, "once": partial(_first, used, chapter.name)}
        out[f"EPUB/{chapter.name}.xhtml"] = screen.page("epub_chapter.xhtml.j2", **values)
    out["EPUB/nav.xhtml"] = screen.page("epub_nav.xhtml.j2", **values)
    out["EPUB/package.opf"] = screen.page(
        "epub_package.opf.j2",
        **values,
        identifier=uuid.uuid5(_NAMES, f"{lesson.id}\n{lesson.language}\n{title}".encode("utf-8", "replace").decode()),
        modified=modified,
        images=sorted(files),
        features=_features(lesson, bool(files)),
    )
    return _zip(out | {f"EPUB/{path}": data for path, data in files.items()})


def chaptered(lesson: Lesson, words: Mapping[str, str], title: str, cited: bool) -> list[Chapter]:
    """The chapters in reading order; those with nothing in them are left out."""
    drawn = {d.id: d for d in lesson.diagrams}
    out = [Chapter("title", "title", title)]
    for n, s in enumerate(lesson.sections, 1):
        name = " ".join(s.title.split()) or say(words["section"], n=n)
        out.append(Chapter("section", f"section-{n}", name, n, s, drawn.get(s.diagram), tuple(terms_of(lesson, s))))
    if lesson.misconceptions:
        out.append(Chapter("careful", "careful", words["careful"]))
    if lesson.terms:
        out.append(
            Chapter(
                "words", "words", words["words"], terms=tuple(sorted(lesson.terms, key=lambda t: t.word.casefold()))
            )
        )
    if questions := asked(lesson.questions):
        out.append(Chapter("questions", "questions", words["questions"], questions=questions))
        out.append(Chapter("answers", "answers", words["answers"], questions=questions))
    if cited:
        out.append(Chapter("sources", "sources", words["sources"]))
    return out


def lettered(ask: Asked) -> str:
    """The right answer in a line, with the letters under which the book shows the options."""
    q = ask.question
    if q.kind in ("multiple_choice", "multiple_answer"):
        return "; ".join(f"{o.letter} – {o.text}" for o in ask.options if o.choice and o.choice.right)
    if q.kind == "matching":
        return "; ".join(f"{p.left} – {x}" for p, x in zip(q.pairs, right_letters(q), strict=True))
    if q.kind == "ordering":
        return ", ".join(right_letters(q))
    return right_answer(ask)


def _first(used: dict[int, str], chapter: str, number: int) -> Markup:
    """An id for the first reference to a passage, to which its note leads back."""
    if number in used:
        return Markup()
    used[number] = chapter
    return Markup(' id="ref-{}"').format(number)


def _pictures(book: Book) -> tuple[dict[str, dict[str, Any]], dict[str, bytes]]:
    """What templates show, and the files: pixels, which every reading system can draw."""
    files: dict[str, bytes] = {}
    diagrams: dict[str, tuple[str, int, int, str]] = {}
    for n, d in enumerate(book.lesson.diagrams, 1):
        if made := book.drawing(d.id):
            files[f"images/diagram-{n}.png"] = made.png
            diagrams[d.id] = (f"images/diagram-{n}.png", made.width, made.height, d.alt or d.title)
    icons: dict[str, str] = {}
    wanted = {t.icon for t in book.lesson.terms if t.icon}
    for n, name in enumerate(sorted(wanted), 1):
        if made := book.drawing(f"icon-{name}"):
            files[f"images/icon-{n}.png"] = made.png
            icons[name] = f"images/icon-{n}.png"
    return {"diagrams": diagrams, "icons": icons}, files


def _features(lesson: Lesson, pictures: bool) -> list[str]:
    out = ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
    if pictures:
        out.append("alternativeText")
    if any(d.long.strip() for d in lesson.diagrams):
        out.append("longDescription")
    return sorted(out)


def _style(book: Book) -> bytes:
    look = book.look.palette
    css = screen.part("epub.css")
    accent = readable(look.accent, "#ffffff", ratio=4.6)
    for name, value in (("VAR_ACCENT", accent), ("VAR_ON", "#ffffff"), ("VAR_SECOND", look.accent2)):
        css = css.replace(name, value)
    return (css + "\n").encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    """OCF: ``mimetype`` first, stored and without extra fields; the rest sorted, as in every package of ours."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        first = zipfile.ZipInfo("mimetype", DATE)
        first.create_system, first.external_attr = 3, 0o100644 << 16
        archive.writestr(first, b"application/epub+zip")
        for path in sorted(files):
            archive.writestr(member(path), files[path], compresslevel=6)
    return out.getvalue()
