"""The quiz as QTI 1.2.1 in the Common Cartridge profile: one choice, several choices, or a word to type.

The profile knows no tolerance: a number is right in its usual spellings alone. Source: 1EdTech, "Common Cartridge Profile" 1.3 (2013).
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from .book import Book, words
from .item import decimal, paragraphs
from .items import items
from .single import Single, singles
from .xml import document, tag

NAMESPACE: Final = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_XSD: Final = "http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_qtiasiv1p2p1_v1p0.xsd"
_ASKED: Final = "response1"


def assessment(book: Book, pictures: str) -> bytes:
    """The assessment. ``pictures`` is the path from its own folder to the drawings. Raises ``BadInput`` as ``items`` does."""
    fixed = words("quiz", book.lesson.language)
    parts = [part for item in items(book) for part in singles(item, fixed)]
    title = f"{book.lesson.title}: {fixed['quiz']}" if book.lesson.title else fixed["quiz"]
    about = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
    }
    root = tag(
        "questestinterop",
        {
            "xmlns": NAMESPACE,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{NAMESPACE} {_XSD}",
        },
        tag(
            "assessment",
            {"ident": "quiz", "title": title, "xml:lang": book.lesson.language},
            _metadata(about),
            tag("section", {"ident": "root_section"}, *(_item(part, pictures) for part in parts)),
        ),
    )
    return document(root)


def _item(one: Single, pictures: str) -> ET.Element:
    kind = "multiple_response" if one.several else "multiple_choice" if one.options else "fib"
    about = {"cc_profile": f"cc.{kind}.v0p1", "cc_weighting": decimal(round(one.points, 5))}
    said = [(_said(o.key), o.feedback) for o in one.options if o.feedback]
    general = [("general_fb", one.feedback)] if one.feedback else []
    return tag(
        "item",
        {"ident": one.key, "title": one.prompt.splitlines()[-1][:120]},
        tag("itemmetadata", None, _metadata(about)),
        tag("presentation", None, _material(_shown(one, pictures)), _response(one)),
        _processing(one),
        *(
            tag("itemfeedback", {"ident": name}, tag("flow_mat", None, _material(_html(t))))
            for name, t in general + said
        ),
    )


def _metadata(fields: dict[str, str]) -> ET.Element:
    pairs = (
        tag("qtimetadatafield", None, tag("fieldlabel", None, name), tag("fieldentry", None, value))
        for name, value in fields.items()
    )
    return tag("qtimetadata", None, *pairs)


def _material(markup: str) -> ET.Element:
    return tag("material", None, tag("mattext", {"texttype": "text/html"}, markup))


def _html(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in paragraphs(text))


def _shown(one: Single, pictures: str) -> str:
    if one.picture is None:
        return _html(one.prompt)
    p = one.picture
    place = f"$IMS-CC-FILEBASE${pictures}/{p.name}"
    width, height = p.shown
    return f'{_html(one.prompt)}<p><img src="{place}" alt="{html.escape(p.alt)}" width="{width}" height="{height}"></p>'


def _response(one: Single) -> ET.Element:
    if not one.options:
        return tag("response_str", {"ident": _ASKED, "rcardinality": "Single"}, tag("render_fib"))
    labels = (tag("response_label", {"ident": o.key}, _material(_html(o.text))) for o in one.options)
    many = "Multiple" if one.several else "Single"
    return tag("response_lid", {"ident": _ASKED, "rcardinality": many}, tag("render_choice", None, *labels))


def _processing(one: Single) -> ET.Element:
    score = {"varname": "SCORE", "vartype": "Decimal", "minvalue": 0, "maxvalue": 100}
    return tag("resprocessing", None, tag("outcomes", None, tag("decvar", score)), *_conditions(one))


def _conditions(one: Single) -> Iterator[ET.Element]:
    """First what is said, whatever follows; then what is right."""
    if one.feedback:
        yield _condition([tag("other")], _shows("general_fb"), goes_on=True)
    for option in one.options:
        if option.feedback:
            yield _condition([_equal(option.key)], _shows(_said(option.key)), goes_on=True)
    if one.several:
        each = [_equal(o.key) if o.right else tag("not", None, _equal(o.key)) for o in one.options]
        yield _condition([tag("and", None, *each)], _full())
    else:
        right = [o.key for o in one.options if o.right] or list(one.accepted)
        for value in right:
            yield _condition([_equal(value, typed=not one.options)], _full())


def _condition(tests: Sequence[ET.Element], then: ET.Element, goes_on: bool = False) -> ET.Element:
    how = {"continue": "Yes" if goes_on else "No"}
    return tag("respcondition", how, tag("conditionvar", None, *tests), then)


def _full() -> ET.Element:
    return tag("setvar", {"action": "Set", "varname": "SCORE"}, "100")


def _equal(value: str, typed: bool = False) -> ET.Element:
    return tag("varequal", {"respident": _ASKED, **({"case": "No"} if typed else {})}, value)


def _shows(name: str) -> ET.Element:
    return tag("displayfeedback", {"feedbacktype": "Response", "linkrefid": name})


def _said(key: str) -> str:
    return f"{key}_fb"
