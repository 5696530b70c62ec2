"""The press sheet as a Word document: whole texts, headings by style, and valid by Microsoft's own reading."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.export.samples import photo
from tests.export.test_pdf import BARE, EN, HUGE, ZH
from tests.needs import find, node
from tools.export.press import about_text, about_title
from tools.export.press_docx import press_docx


def test_every_text_is_whole() -> None:
    document = docx.Document(io.BytesIO(press_docx(HUGE)))
    text = "\n".join(p.text for p in document.paragraphs)
    for wanted in (
        HUGE.headline,
        HUGE.lead,
        *HUGE.body,
        HUGE.facts[-1].text,
        HUGE.facts[-1].source,
        HUGE.about,
        *HUGE.legal,
    ):
        assert wanted in text
    assert "Source: " in text and "https://sunsip.example/press" in text


def test_headings_have_styles_and_pictures_have_words() -> None:
    document = docx.Document(io.BytesIO(press_docx(replace(EN, logo=photo()))))
    styles = {p.text: p.style.name for p in document.paragraphs if p.style is not None}
    assert styles[EN.headline] == "Title" and styles["Facts and sources"] == styles["About SunSip"] == "Heading 2"
    assert [s._inline.docPr.get("descr") for s in document.inline_shapes] == ["SunSip", "A lantern at dusk"]


def test_the_same_bytes_every_time_and_no_date() -> None:
    data = press_docx(ZH)
    assert data == press_docx(ZH)
    assert docx.Document(io.BytesIO(data)).core_properties.created.year == 2000


@pytest.mark.needs("node:ooxml-validator")
@pytest.mark.parametrize("press", [EN, ZH, BARE, replace(EN, language="ar", headline="ست ساعات\x0b")])
def test_word_would_open_it(press: object, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(press_docx(press))  # type: ignore[arg-type]
    done = node(find("node:ooxml-validator"), str(path))
    assert done.returncode == 0, done.stdout


def test_the_boilerplate_does_not_begin_with_its_heading() -> None:
    told = replace(EN, brand="Lumo", about="About Lumo: a lamp. More: lumo.example.")
    assert about_title(told) == "About Lumo" and about_text(told) == "A lamp. More: lumo.example."
    bare = replace(told, brand="", language="de", about="Kurz gefasst: Flussfahrten.")
    assert about_title(bare) == "Kurz gefasst" and about_text(bare) == "Flussfahrten."
    assert about_text(replace(told, about="A lamp.")) == "A lamp."


def test_pictures_stand_at_the_texts_edge() -> None:
    body = docx.Document(io.BytesIO(press_docx(EN))).element.body
    frames = [f for f in body.iter() if f.tag.endswith("}inline")]
    assert frames and all(f.get(f"dist{side}") == "0" for f in frames for side in "TBLR")
