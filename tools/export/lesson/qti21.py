"""The quiz as a QTI 2.1 package."""

from __future__ import annotations

from typing import Final

from .book import Book
from .qti_package import Edition, package

EDITION: Final = Edition(
    schema="QTIv2.1 Package",
    version="1.0.0",
    item_type="imsqti_item_xmlv2p1",
    test_type="imsqti_test_xmlv2p1",
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    location="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    package="http://www.imsglobal.org/xsd/imscp_v1p1",
    package_location="http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    named=lambda tree: tree,
)


def qti21(book: Book) -> bytes:
    """A zip with one item a question, a test over all and their pictures. Raises ``BadInput`` without questions."""
    return package(book, EDITION)
