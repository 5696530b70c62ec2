"""The fact sheet: every claim opens its evidence; nothing active, nothing remote, readable by all."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.brief import Fact
from core.copydeck import Cite, Copy, Piece
from core.errors import BadInput
from tests.export.ads_rules import rows
from tests.export.samples import PALETTE, piece
from tests.export.test_pdf import EN
from tests.export.web import Reader, html_validate, looked_at, put, vnu
from tools.checks.active import active
from tools.export.facts import FactSheet, evidence, fact_sheet, fact_sheet_csv, phrases, words_in
from tools.export.landing import Other
from tools.export.press import press_pdf
from tools.export.press_docx import press_docx

FACTS = (
    Fact(id="f1", text="Charges in 6 hours of sun", source="https://sunsip.example/test?a=1&b=2"),
    Fact(id="f2", text="Weighs 180 grams <b>", source="spec-sheet.pdf, page 2"),
    Fact(id="f3", text="3-year warranty", source="javascript:alert(1)"),
    Fact(id="f4", text="Made in Porto"),
    Fact.model_construct(id="offer", text="20% off", source="the brief"),
    Fact.model_construct(id="brand", text="SunSip", source="the brief"),
)
SHEET = FactSheet(
    language="en",
    title="Summer <launch>",
    brand="SunSip",
    facts=FACTS,
    copies=(
        Copy(language="en", role="headlines", pieces=(piece("SunSip charges in 6 hours of sun", brand="SunSip", f1="6 hours of sun"), piece("No claim here"), piece("20% off & <more>", offer="20% off"))),
        Copy(language="en", role="long", pieces=(piece("A story first. It weighs only 180 grams, with a 3-year warranty. Pack it.", f2="180 grams", f3="3-year warranty"),)),
        Copy(language="en", role="bullets", pieces=(piece("SunSip charges in 6 hours of sun.", f1="6 hours of sun"), piece("Wins a prize", f9="a prize"))),
        Copy(language="en", role="alt", pieces=(piece("A lantern of 180 grams", f2="180 grams"),)),
    ),
    shown={"images/en/square.png": "SUNSIP charges in 6 hours\nof sun", "web/index.html": words_in(b'<html><meta name="description" content="x &amp; y"><style>a{}</style><p>SunSip charges in <b class="figure">6</b> hours of sun.</p>')},
    palette=PALETTE,
    others=(Other("de", "fact-sheet-de.html"),),
)  # fmt: skip


def test_facts_carry_their_uses_and_files() -> None:
    found = {e.fact.id: e for e in evidence(SHEET)}
    assert list(found) == ["f1", "f2", "f3", "f4", "offer"], "the brand's name is no claim"
    (use,) = found["f1"].uses
    assert use.texts == (("headlines", 1), ("bullets", 1)) and use.files == ("images/en/square.png", "web/index.html")
    assert found["f2"].uses[0].text == "It weighs only 180 grams, with a 3-year warranty." and not found["f4"].uses


def test_every_claim_leads_to_its_evidence() -> None:
    page = Reader(fact_sheet(SHEET))
    anchors = {a.get("id") for _, a in page.tags if a.get("id")}
    cites = [a["href"] for a in page.all("a") if a.get("class") == "cite"]
    assert cites == ["#fact-f1", "#fact-offer", "#fact-f2", "#fact-f3", "#fact-f1"]
    assert {c[1:] for c in cites if c} <= anchors
    assert "no such fact in the brief: f9" in page.text and "Not said in any text." in page.text
    assert "../images/en/square.png" in page.links()


def test_only_web_addresses_become_links_and_nothing_is_loaded() -> None:
    data = fact_sheet(SHEET)
    page = Reader(data)
    away = [link for link in page.links() if ":" in link]
    assert away == ["https://sunsip.example/test?a=1&b=2"] and "javascript:alert(1)" in page.text
    assert (
        not [t for t, _ in page.tags if t in ("script", "img", "link", "iframe", "b>")]
        and active("facts/x.html", data) == ()
    )


def test_the_policy_lets_only_our_style_in() -> None:
    text = fact_sheet(SHEET).decode()
    style = re.search(r"<style>(.*?)</style>", text, re.S)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in Reader(text.encode()).all("meta")[1]["content"]  # type: ignore[operator]


def test_phrases_of_five_languages_and_english_for_others() -> None:
    assert {phrases(lang)["evidence"] for lang in ("en", "de", "es", "fr", "zh")} == {
        "Evidence",
        "Belege",
        "Pruebas",
        "Preuves",
        "依据",
    }
    assert all(set(phrases(lang)) == set(phrases("en")) for lang in ("de", "es", "fr", "zh"))
    assert b'<html lang="en" dir="rtl">' in fact_sheet(replace(SHEET, language="ar"))


def test_the_table_has_a_row_per_use() -> None:
    table = rows(fact_sheet_csv([SHEET]))
    assert [(r["fact"], r["texts"]) for r in table] == [("f1", "headlines 1, bullets 1"), ("f2", "long 1"), ("f3", "long 1"), ("offer", "headlines 3")]  # fmt: skip


def test_a_claim_is_in_a_file_only_where_its_own_sentence_stands() -> None:
    half = replace(SHEET, shown={"video/en/film.mp4": "It weighs only 180 grams, with a 3-year warranty.", "press/x.pdf": "weighs 180\ngrams <b>"})  # fmt: skip
    found = {e.fact.id: e for e in evidence(half)}
    assert found["f1"].uses[0].files == () and found["f2"].uses[0].files == ("video/en/film.mp4",)
    quoted = found["f2"].uses[1]
    assert (quoted.text, quoted.texts, quoted.files) == ("Weighs 180 grams <b>", (), ("press/x.pdf",))
    assert not found["f4"].uses, "no file says it"
    assert b'<p class="texts"></p>' not in fact_sheet(half)


def test_the_title_stands_once_where_there_is_no_brand() -> None:
    page = fact_sheet(replace(SHEET, brand="")).decode()
    shown = re.sub(r"<title>.*?</title>", "", page)
    assert shown.count(phrases("en")["title"]) == 1 and '<p class="brand">SunSip</p>' in fact_sheet(SHEET).decode()


def test_words_of_a_press_sheet_are_read_from_its_pdf_and_its_word_document() -> None:
    for data in (press_pdf(EN), press_docx(EN)):
        words = re.sub(r"\s+", " ", words_in(data))
        assert EN.headline in words and EN.facts[0].text in words and "<w:t" not in words


def test_a_file_outside_the_package_is_refused() -> None:
    with pytest.raises(BadInput):
        fact_sheet(replace(SHEET, shown={"https://x.example/a": "x"}))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=40))
def test_no_words_become_markup(text: str, fact: str, source: str) -> None:
    copy = Copy(language="en", role="sub", pieces=(Piece(text=text, cites=(Cite(start=0, end=len(text), fact="f1"),)),))
    sheet = replace(SHEET, facts=(Fact.model_construct(id="f1", text=fact, source=source),), copies=(copy,), title=text)
    data = fact_sheet(sheet)
    assert active("x.html", data) == () and data == fact_sheet(sheet)
    plain = Reader(fact_sheet(replace(sheet, title="x", facts=(Fact.model_construct(id="f1", text="x", source="x"),))))
    known = {t for t, _ in plain.tags} | {"a", "strong"}
    assert {t for t, _ in Reader(data).tags} <= known


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("facts")
    zh = replace(SHEET, language="zh", others=(Other("en", "fact-sheet.html"),))
    empty = FactSheet("fr", "", "", (), (), {})
    put(
        out,
        {
            "facts/fact-sheet.html": fact_sheet(SHEET),
            "facts/fact-sheet-de.html": fact_sheet(zh),
            "facts/empty.html": fact_sheet(empty),
        },
    )
    return out


@pytest.mark.needs("node:axe")
def test_a_browser_shows_it_to_everyone(folder: Path) -> None:
    bad = (
        fact_sheet(SHEET)
        .replace(b'lang="en" dir="ltr"', b"", 1)
        .replace(b"<h1>", b'<img src="https://x.example/a.png"><h1>')
    )
    put(folder, {"facts/bad.html": bad})
    for seen in looked_at(folder, "facts/fact-sheet.html", "facts/fact-sheet-de.html", "facts/empty.html"):
        assert seen["violations"] == [] and seen["foreign"] == [] and seen["errors"] == [] and seen["overflow"] <= 0, (
            seen
        )
    spoilt = looked_at(folder, "facts/bad.html")
    assert {"html-has-lang", "image-alt"} <= {v["id"] for v in spoilt[0]["violations"]}
    assert spoilt[0]["errors"], "the policy refuses the picture"


@pytest.mark.needs("node:html-validate", "node:vnu-jar")
def test_validators_accept_it_and_reject_a_broken_one(folder: Path) -> None:
    pages = sorted((folder / "facts").glob("fact-sheet*.html"))
    assert html_validate(*pages) == "" and vnu(*pages) == ""
    broken = folder / "broken.html"
    broken.write_bytes(fact_sheet(SHEET).replace(b"</article>", b"", 1))
    assert html_validate(broken) and vnu(broken)
