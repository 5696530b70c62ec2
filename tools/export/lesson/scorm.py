"""The lesson for a learning system: SCORM 1.2 and SCORM 2004 (4th edition) packages with one page that reports what learners do.

Written from the two run-time and content-packaging books by ADL: status, score, each first answer as an interaction, and the
answers kept as suspend data, so that a learner who left half-way goes on there. The packages hold no schema files, which
belong to their makers; learning systems bring their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from tools.export.markup import shortened
from tools.export.package_zip import zip_bytes

from . import screen
from .book import Book
from .page_html import PASS, lesson_page, local

Version = Literal["1.2", "2004"]
_MANIFESTS: Final = {"1.2": "scorm12.xml.j2", "2004": "scorm2004.xml.j2"}


def scorm(book: Book, version: Version, texts: Mapping[str, str] | None = None, passing: float = PASS) -> bytes:
    """The package as a zip, the same bytes every time.

    ``texts`` are the sources' texts by name, as ``lesson_page`` takes them. ``passing`` is the share of the points (0-1) from
    which the lesson is passed, unless the learning system asks for another. A lesson without questions is completed by the
    learner's own word.
    """
    lesson = book.lesson
    setting = {"version": version, "pass": passing, "lesson": local(lesson.id)}
    page = lesson_page(book, texts, (screen.part("scorm.js"), setting))
    title = shortened(" ".join(lesson.title.split()), 200) or lesson.id
    manifest = screen.page(_MANIFESTS[version], id=local(lesson.id), title=title)
    return zip_bytes({"imsmanifest.xml": manifest, "index.html": page})
