"""The lesson as a Common Cartridge 1.3 (.imscc): a page, its drawings, and a quiz, in an outline that a course takes over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from tools.export.package_zip import zip_bytes

from .book import Book, words
from .item import keys
from .qti12 import assessment
from .reading import figures, reading
from .xml import document, tag

PAGE: Final = "lesson/index.html"
QUIZ: Final = "quiz/assessment.xml"
_CP: Final = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
_LOM: Final = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
_PROFILE: Final = "http://www.imsglobal.org/profile/cc/ccv1p3"
_QUIZ_TYPE: Final = "imsqti_xmlv1p2/imscc_xmlv1p3/assessment"


def cartridge(book: Book) -> bytes:
    """The archive. A lesson without questions gives one without a quiz; a question that cannot be asked raises ``BadInput``."""
    images = {f"images/{p.name}": p.png for p in figures(book).values()}
    files = {PAGE: reading(book, "../images"), **images}
    if book.lesson.questions:
        files[QUIZ] = assessment(book, "../images")
    files["imsmanifest.xml"] = document(_manifest(book, sorted(images)))
    return zip_bytes(files)


def _manifest(book: Book, images: Sequence[str]) -> ET.Element:
    schemas = (
        f"{_CP} {_PROFILE}/ccv1p3_imscp_v1p2_v1p0.xsd",
        f"{_LOM} {_PROFILE}/LOM/ccv1p3_lommanifest_v1p0.xsd",
    )
    return tag(
        "manifest",
        {
            "xmlns": _CP,
            "xmlns:lomimscc": _LOM,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": " ".join(schemas),
            "identifier": f"manifest-{keys([book.lesson.id], 'lesson')[0]}",
        },
        _metadata(book),
        tag("organizations", None, _outline(book)),
        tag("resources", None, *_resources(book, images)),
    )


def _metadata(book: Book) -> ET.Element:
    language = {"language": book.lesson.language}
    title = tag("lomimscc:title", None, tag("lomimscc:string", language, _title(book)))
    about = tag("lomimscc:description", None, tag("lomimscc:string", language, book.lesson.summary.text))
    spoken = tag("lomimscc:language", None, book.lesson.language)
    return tag(
        "metadata",
        None,
        tag("schema", None, "IMS Common Cartridge"),
        tag("schemaversion", None, "1.3.0"),
        tag("lomimscc:lom", None, tag("lomimscc:general", None, title, spoken, about)),
    )


def _title(book: Book) -> str:
    return book.lesson.title or words("quiz", book.lesson.language)["lesson"]


def _outline(book: Book) -> ET.Element:
    fixed = words("quiz", book.lesson.language)
    entries = [_entry("page", fixed["lesson"])]
    if book.lesson.questions:
        entries.append(_entry("quiz", fixed["quiz"]))
    module = tag("item", {"identifier": "item-module"}, tag("title", None, _title(book)), *entries)
    root = tag("item", {"identifier": "item-root"}, module)
    return tag("organization", {"identifier": "outline", "structure": "rooted-hierarchy"}, root)


def _entry(name: str, title: str) -> ET.Element:
    return tag("item", {"identifier": f"item-{name}", "identifierref": f"res-{name}"}, tag("title", None, title))


def _resources(book: Book, images: Sequence[str]) -> Iterator[ET.Element]:
    drawn = {path: f"res-image-{n}" for n, path in enumerate(images, 1)}
    yield _resource("res-page", "webcontent", PAGE, tuple(drawn.values()), linked=True)
    if book.lesson.questions:
        asked = {q.diagram for q in book.lesson.questions}
        needed = {f"images/{p.name}" for id, p in figures(book).items() if id in asked}
        yield _resource("res-quiz", _QUIZ_TYPE, QUIZ, [drawn[path] for path in images if path in needed])
    for path, name in drawn.items():
        yield _resource(name, "webcontent", path, (), linked=True)


def _resource(name: str, kind: str, path: str, needs: Sequence[str], linked: bool = False) -> ET.Element:
    return tag(
        "resource",
        {"identifier": name, "type": kind, **({"href": path} if linked else {})},
        tag("file", {"href": path}),
        *(tag("dependency", {"identifierref": need}) for need in needs),
    )
