"""The Common Cartridge: everything its manifest names is there, the page stands up to its checkers, the quiz to the lesson."""

from __future__ import annotations

import html
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.export.lesson.kit import LANGUAGES, empty, everything, hostile, opened
from tests.export.lesson.qti_read import package_faults
from tests.export.web import Reader, html_validate, looked_at, put, vnu
from tools.export.lesson.book import Book
from tools.export.lesson.cartridge import PAGE, QUIZ, cartridge
from tools.export.ooxml import plain

CP = "{http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1}"
Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
MADE = [*map(everything, LANGUAGES), hostile(), empty()]
NAMES = [*LANGUAGES, "hostile", "empty"]
PROFILES = {"cc.multiple_choice.v0p1", "cc.multiple_response.v0p1", "cc.fib.v0p1"}


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_everything_named_is_there(made: Book) -> None:
    files = opened(cartridge(made))
    assert package_faults(files) == []
    root = etree.fromstring(files["imsmanifest.xml"])
    assert root.findtext(f"{CP}metadata/{CP}schemaversion") == "1.3.0"
    kinds = {r.get("type") for r in root.iter(f"{CP}resource")}
    assert kinds <= {"webcontent", "imsqti_xmlv1p2/imscc_xmlv1p3/assessment"}
    assert (QUIZ in files) == bool(made.lesson.questions) == (len(kinds) == 2)
    outline = root.find(f"{CP}organizations/{CP}organization")
    assert outline is not None and outline.get("structure") == "rooted-hierarchy" and len(outline) == 1
    titles = [t.text for t in outline.iter(f"{CP}title")]
    assert titles[0] == plain(made.lesson.title) and len(titles) == (3 if made.lesson.questions else 2)
    for data in (d for p, d in files.items() if p.endswith(".xml")):
        assert b"<!DOCTYPE" not in data and b"<!ENTITY" not in data


def _fields(element: Any) -> dict[str, str]:
    return {f.findtext(f"{Q}fieldlabel"): f.findtext(f"{Q}fieldentry") for f in element.iter(f"{Q}qtimetadatafield")}


class _Text(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []  # type: ignore[var-annotated]
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def _words(element: Any) -> str:
    told = _Text(element.findtext(f".//{Q}mattext") or "")
    assert set(told.tags) <= {"p", "img"}
    return " ".join(told.text.split())


def _right(item: Any) -> list[str]:
    """The identifiers or words that the processing gives 100 for."""
    out = []
    for condition in item.iter(f"{Q}respcondition"):
        if condition.findtext(f"{Q}setvar") == "100":
            wrong = {v.text for n in condition.iter(f"{Q}not") for v in n}
            out += [v.text for v in condition.iter(f"{Q}varequal") if v.text not in wrong]
    return out


@pytest.mark.parametrize("made", [everything(), everything("zh"), hostile()], ids=["en", "zh", "hostile"])
def test_each_item_is_of_the_profile_and_right_where_the_lesson_is(made: Book) -> None:
    root = etree.fromstring(opened(cartridge(made))[QUIZ])
    found = list(root.iter(f"{Q}item"))
    parts = {"cloze": lambda q: len(q.gaps), "matching": lambda q: len(q.pairs), "ordering": lambda q: len(q.steps)}
    assert len(found) == sum(parts.get(q.kind, lambda q: 1)(q) for q in made.lesson.questions)
    idents = [item.get("ident") for item in found]
    assert len(set(idents)) == len(idents)
    rest = iter(found)
    for q in made.lesson.questions:
        mine = [next(rest) for _ in range(parts.get(q.kind, lambda q: 1)(q))]
        assert sum(float(_fields(i)["cc_weighting"]) for i in mine) == pytest.approx(q.points, abs=1e-3)
        for n, item in enumerate(mine):
            assert _fields(item)["cc_profile"] in PROFILES
            labels = {x.get("ident"): _words(x) for x in item.iter(f"{Q}response_label")}
            right = [labels.get(r, r) for r in _right(item)]
            flat = lambda text: " ".join(plain(text).split())
            if q.kind in ("multiple_choice", "multiple_answer"):
                assert sorted(right) == sorted(flat(c.text) for c in q.choices if c.right)
            elif q.kind == "matching":
                assert right == [flat(q.pairs[n].right)] and flat(q.pairs[n].left) in _words(item)
            elif q.kind == "ordering":
                assert right == [flat(q.steps[n])] and str(n + 1) in _words(item)
            elif q.kind == "cloze":
                assert right[0] == flat(q.gaps[n][0])
            elif q.kind == "short_answer":
                assert right == [flat(a) for a in q.answers]
            shown = {i.get("linkrefid") for i in item.iter(f"{Q}displayfeedback")}
            assert shown == {i.get("ident") for i in item.iter(f"{Q}itemfeedback")}


def test_a_picture_is_found_from_the_quiz_and_has_words() -> None:
    files = opened(cartridge(everything()))
    told = [m for m in etree.fromstring(files[QUIZ]).iter(f"{Q}mattext") if m.text and "<img" in m.text]
    assert len(told) == 1 and 'src="$IMS-CC-FILEBASE$../images/d-cycle.png"' in told[0].text
    assert 'alt="Cycle of four steps' in told[0].text and "images/d-cycle.png" in files


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_the_page_holds_the_lesson_and_nothing_active(made: Book) -> None:
    page = Reader(opened(cartridge(made))[PAGE])
    told = " ".join(page.text.split())
    for section in made.lesson.sections:
        assert all(" ".join(s.text.split()) in told for s in section.statements)
    for term in made.lesson.terms:
        assert " ".join(plain(term.word).split())[:60] in told
    assert not page.all("script") and all(i["alt"] for i in page.all("img"))
    assert page.all("html")[0]["lang"] == made.lesson.language
    assert html.escape("<script>") not in told


@pytest.mark.needs("node:html-validate", "node:vnu-jar")
def test_the_page_is_valid(tmp_path: Path) -> None:
    pages = []
    for name, made in zip(NAMES, MADE, strict=True):
        put(tmp_path / name, opened(cartridge(made)))
        pages.append(tmp_path / name / PAGE)
    assert html_validate(*pages) == "" and vnu(*pages) == ""


@pytest.mark.needs("node:html-validate")
def test_a_broken_page_is_refused(tmp_path: Path) -> None:
    page = opened(cartridge(everything()))[PAGE]
    (tmp_path / "x.html").write_bytes(page.replace(b"</h2>", b"", 1))
    assert html_validate(tmp_path / "x.html")


@pytest.mark.slow
@pytest.mark.needs("node:axe")
def test_the_page_is_open_to_everybody(tmp_path: Path) -> None:
    put(tmp_path, opened(cartridge(everything())))
    put(tmp_path / "h", opened(cartridge(hostile())))
    for seen in looked_at(tmp_path, PAGE, f"h/{PAGE}"):
        assert seen["violations"] == [] and seen["foreign"] == [] and seen["errors"] == [] and seen["broken"] == []
        assert seen["overflow"] <= 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'identifierref="res-quiz"', b'identifierref="res-quit"'),
        (b'href="images/d-cycle.png"', b'href="images/none.png"'),
        (b'href="lesson/index.html"', b'href="../index.html"'),
    ],
)
def test_a_spoilt_manifest_is_found(old: bytes, new: bytes) -> None:
    files = opened(cartridge(everything()))
    assert old in files["imsmanifest.xml"]
    files["imsmanifest.xml"] = files["imsmanifest.xml"].replace(old, new)
    assert package_faults(files)


def test_the_same_bytes_every_time() -> None:
    assert cartridge(hostile()) == cartridge(hostile())
