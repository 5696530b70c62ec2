"""The copy deck, opened by python-docx, by the csv module and by real clients."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from core.copydeck import Cite, Copy, Piece
from tests.export.samples import deck, piece
from tests.needs import find, node
from tools.export.copydeck_csv import COLUMNS, copy_deck_csv
from tools.export.copydeck_docx import copy_deck_docx
from tools.export.deck import Section, runs
from tools.export.table import harmless


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_holds_every_text() -> None:
    data = copy_deck_csv(deck())
    assert data.startswith(b"\xef\xbb\xbf")
    table = rows(data)
    assert tuple(table[0]) == COLUMNS
    assert [r["language"] for r in table] == ["en", "en", "en", "zh", "ar"]
    assert table[0]["cites"] == "charge" and table[0]["limit"] == "40" and table[0]["characters"] == "33"
    assert table[2]["text"] == deck().sections[0].copies[1].pieces[0].text


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "  =1", "\n=1", "＝1", "\0=1"])
def test_formulas_are_neutralised(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@given(st.text(max_size=40))
def test_no_cell_starts_like_a_formula(text: str) -> None:
    source = replace(deck(), sections=(Section("en", (Copy(language="en", role="x", pieces=(Piece(text=text),)),)),))
    (row,) = rows(copy_deck_csv(source))
    assert not row["text"].lstrip().startswith(("=", "+", "-", "@"))


def test_runs_cut_at_citations_and_clip_them() -> None:
    both = Piece(text="abcdef", cites=(Cite(start=0, end=4, fact="a"), Cite(start=2, end=99, fact="b")))
    assert [(r.text, r.facts) for r in runs(both)] == [("ab", ("a",)), ("cd", ("a", "b")), ("ef", ("b",))]
    assert [r.text for r in runs(Piece(text=""))] == []


def opened() -> docx.document.Document:
    return docx.Document(io.BytesIO(copy_deck_docx(deck())))


def test_docx_has_real_headings_and_all_words() -> None:
    document = opened()
    headings = [p.text for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))]
    assert headings == ["SunSip <summer> & light", "Message house", "English", "Headlines", "Primary text", "中文", "Headlines", "العربية", "Headlines", "Facts"]  # fmt: skip
    words = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for section in deck().sections:
        for copy in section.copies:
            assert all(p.text in words for p in copy.pieces)
    assert "charge  Charges in 6 hours of sun" in words
    assert "59 / 40" in words


def test_docx_tags_languages_and_describes_pictures() -> None:
    body = opened().element.body
    assert {"en", "zh", "ar"} <= {v for lang in body.iter(qn("w:lang")) for v in lang.attrib.values()}
    assert [p.get("descr") for p in body.iter(qn("wp:docPr"))] == ["A lantern on a rock at dusk"]
    assert list(body.iter(qn("w:bidi"))) and list(body.iter(qn("w:rtl")))


def test_docx_underlines_what_rests_on_a_fact() -> None:
    cells = opened().tables[1].rows[1].cells
    assert [r.text for r in cells[1].paragraphs[0].runs if r.underline] == ["Six hours of sun"]


def test_docx_is_the_same_every_time() -> None:
    data = copy_deck_docx(deck())
    assert data == copy_deck_docx(deck())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
    assert opened().core_properties.created.year == 2000


def test_docx_takes_any_words() -> None:
    odd = replace(
        deck(), title="\x00\x1b[31m\ufffe" + "x" * 400, brand="\x07",
        sections=(Section("en", (Copy(language="en", role="", pieces=(piece("\x00]]>&<w:p/>"), Piece(text=""))),)),),
    )  # fmt: skip
    assert docx.Document(io.BytesIO(copy_deck_docx(odd))).tables


def broken(data: bytes) -> bytes:
    """The document with an attribute that no schema knows."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            body = source.read(name)
            if name == "word/document.xml":
                body = body.replace(b"<w:body>", b'<w:body w:bogus="1">', 1)
            target.writestr(name, body)
    return out.getvalue()


@pytest.mark.needs("node:ooxml-validator")
def test_open_xml_sdk_accepts_it_and_rejects_a_broken_one(tmp_path: Path) -> None:
    for name, data, good in (("good", copy_deck_docx(deck()), True), ("bad", broken(copy_deck_docx(deck())), False)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        done = node(find("node:ooxml-validator"), str(path))
        assert json.loads(done.stdout)["ok"] is good, done.stdout


def office(path: Path, kind: str, out: Path) -> Path:
    subprocess.run(
        [find("soffice"), "--headless", f"-env:UserInstallation=file://{out}/profile", "--convert-to", kind, "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return out / f"{path.stem}.{kind.split(':')[0]}"


@pytest.mark.needs("soffice")
def test_libreoffice_writer_reads_the_deck(tmp_path: Path) -> None:
    path = tmp_path / "deck.docx"
    path.write_bytes(copy_deck_docx(deck()))
    text = office(path, "txt:Text", tmp_path).read_text("utf-8-sig")
    assert "Six hours of sun. All night long." in text and "晒六小时" in text and "ست ساعات" in text
