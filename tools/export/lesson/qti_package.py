"""What holds QTI items together: the test, the manifest, the pictures, the archive."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tools.export.package_zip import zip_bytes

from .book import Book, words
from .item import Item, keys
from .items import items
from .qti import PICTURES, assessment_item
from .xml import document, tag

_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True)
class Edition:
    """One version of QTI: its namespaces, its schema's places, the names of its parts."""

    schema: str
    version: str
    item_type: str
    test_type: str
    namespace: str
    location: str
    package: str
    package_location: str
    named: Callable[[ET.Element], ET.Element]
    """The tree of QTI 2.1 in the names of this version."""


def package(book: Book, edition: Edition) -> bytes:
    """A content package: ``imsmanifest.xml``, ``test.xml``, ``items/KEY.xml``, ``images/NAME.png``.

    Raises ``BadInput`` as ``items`` does.
    """
    asked = items(book)
    language, fixed = book.lesson.language, words("quiz", book.lesson.language)
    files: dict[str, bytes] = {
        f"{PICTURES}/{item.picture.name}": item.picture.png for item in asked if item.picture is not None
    }
    for item in asked:
        files[_path(item)] = _document(assessment_item(item, language, fixed), edition)
    title = book.lesson.title or fixed["quiz"]
    files["test.xml"] = _document(_test(title, keys([book.lesson.id], "lesson")[0], asked, edition), edition)
    files["imsmanifest.xml"] = document(_manifest(keys([book.lesson.id], "lesson")[0], asked, edition))
    return zip_bytes(files)


def _path(item: Item) -> str:
    return f"items/{item.key}.xml"


def _document(root: ET.Element, edition: Edition) -> bytes:
    named = edition.named(root)
    named.set("xmlns", edition.namespace)
    named.set("xmlns:xsi", _XSI)
    named.set("xsi:schemaLocation", f"{edition.namespace} {edition.location}")
    return document(named)


def _test(title: str, key: str, asked: Sequence[Item], edition: Edition) -> ET.Element:
    refs = (tag("assessmentItemRef", {"identifier": f"ref-{i.key}", "href": _path(i)}) for i in asked)
    section = tag("assessmentSection", {"identifier": "section", "title": title, "visible": True}, *refs)
    part = {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"}
    total = tag(
        "setOutcomeValue",
        {"identifier": "SCORE"},
        tag("sum", None, tag("testVariables", {"variableIdentifier": "SCORE"})),
    )
    score = {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}
    return tag(
        "assessmentTest",
        {"identifier": f"test-{key}", "title": title},
        tag("outcomeDeclaration", score, tag("defaultValue", None, tag("value", None, "0"))),
        tag("testPart", part, section),
        tag("outcomeProcessing", None, total),
    )


def _manifest(key: str, asked: Sequence[Item], edition: Edition) -> ET.Element:
    head: Mapping[str, object] = {
        "xmlns": edition.package,
        "xmlns:xsi": _XSI,
        "xsi:schemaLocation": f"{edition.package} {edition.package_location}",
        "identifier": f"manifest-{key}",
    }
    test = tag(
        "resource",
        {"identifier": "res-test", "type": edition.test_type, "href": "test.xml"},
        tag("file", {"href": "test.xml"}),
        *(tag("dependency", {"identifierref": f"res-{item.key}"}) for item in asked),
    )
    return tag(
        "manifest",
        head,
        tag("metadata", None, tag("schema", None, edition.schema), tag("schemaversion", None, edition.version)),
        tag("organizations"),
        tag("resources", None, test, *(_resource(item, edition) for item in asked)),
    )


def _resource(item: Item, edition: Edition) -> ET.Element:
    pictures = [] if item.picture is None else [f"{PICTURES}/{item.picture.name}"]
    return tag(
        "resource",
        {"identifier": f"res-{item.key}", "type": edition.item_type, "href": _path(item)},
        *(tag("file", {"href": path}) for path in (_path(item), *pictures)),
    )
