"""The quiz as a QTI 3.0 package: the items of QTI 2.1 under their new names."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

from .book import Book
from .qti_package import Edition, package

_HTML: Final = frozenset({"p", "img"})
_HEADED: Final = frozenset({"modalFeedback"})
"""Whose content lies in a ``qti-content-body`` of its own since QTI 3."""
_READ: Final = frozenset({"p", "prompt", "simpleChoice", "simpleAssociableChoice", "inlineChoice"})
"""Elements with words in them, whose direction is told from the words."""


def qti3(book: Book) -> bytes:
    """A zip with one item a question, a test over all and their pictures. Raises ``BadInput`` without questions."""
    return package(book, EDITION)


def renamed(tree: ET.Element) -> ET.Element:
    """``choiceInteraction`` becomes ``qti-choice-interaction``, its ``maxChoices`` ``max-choices``; HTML keeps its names."""
    name = tree.tag if tree.tag in _HTML else f"qti-{_kebab(tree.tag)}"
    out = ET.Element(name, {k if ":" in k else _kebab(k): v for k, v in tree.attrib.items()})
    if tree.tag in _READ:
        out.set("dir", "auto")
    inside = ET.SubElement(out, "qti-content-body") if tree.tag in _HEADED else out
    inside.text = tree.text
    inside.extend(renamed(child) for child in tree)
    out.tail = tree.tail
    return out


def _kebab(name: str) -> str:
    return re.sub(r"[A-Z]", lambda m: f"-{m.group().lower()}", name)


EDITION: Final = Edition(
    schema="QTI Package",
    version="3.0.0",
    item_type="imsqti_item_xmlv3p0",
    test_type="imsqti_test_xmlv3p0",
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    location="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    package="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    package_location="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
    named=renamed,
)
