"""The seam to Typst: data in, the same tagged PDF out, and nothing in the data is ever code or a path."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput, ToolFailure
from tests.export.samples import PALETTE, photo
from tools.design.oklab import contrast
from tools.export.landing import Proof
from tools.export.paper import cut, paper
from tools.export.pdf import drawable, faces, pages_png, pdf
from tools.export.pictures import jpeg
from tools.export.press import Press, press_pdf, press_png

EN = Press(
    language="en",
    brand="SunSip",
    palette=PALETTE,
    display="fraunces-black",
    text="inter-regular",
    headline='#panic("x") *bold* $x^2$ @label <tag>',
    lead="A lantern that charges by day and lights all night.",
    body=("The light goes.", 'Yours does not: #read("/etc/passwd").'),
    facts=(Proof("Charges in 6 hours of sun", "spec sheet, page 2"), Proof("3-year warranty")),
    offer="15% off until 30 June",
    about="SunSip makes lanterns.",
    url="https://sunsip.example/press",
    legal=("Measured at 20 °C.",),
    picture=jpeg(photo(), 1600, 900),
    picture_alt="A lantern at dusk",
)
ZH = replace(EN, language="zh", brand="山雨茶馆", headline="水开了，心就静了", lead="每天现泡十二种台湾高山茶。", body=("窗外落着雨，龘靐犇。",), facts=(Proof("营业到晚上十一点", "茶单"),), offer="", about="", legal=())  # fmt: skip
BARE = Press("de", "", PALETTE, "archivo-condensed", "lora-regular", "")
HUGE = replace(
    EN,
    headline="Versorgungsunterbrechungsdauer " * 30,
    lead="Ein sehr langer Satz. " * 200,
    body=("Absatz mit vielen Wörtern. " * 200,) * 12,
    facts=(Proof("Eine Tatsache, die lang ist. " * 30, "Quelle " * 60),) * 20,
    offer="Angebot " * 90,
    about="Über uns. " * 300,
    legal=("Kleingedrucktes. " * 60,) * 15,
)


def text_of(data: bytes, folder: Path) -> str:
    """What another reader of PDFs finds, in reading order."""
    (folder / "x.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(folder / "x.pdf"), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def facts_of(data: bytes, folder: Path) -> dict[str, str]:
    """``pdfinfo`` by key."""
    (folder / "x.pdf").write_bytes(data)
    done = subprocess.run(["pdfinfo", str(folder / "x.pdf")], capture_output=True, check=True)
    lines = done.stdout.decode("utf-8").splitlines()
    return {k.strip(): v.strip() for k, _, v in (line.partition(":") for line in lines)}


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_same_bytes_every_time_and_no_trace_of_where() -> None:
    data = press_pdf(EN)
    assert data == press_pdf(EN) and data[:5] == b"%PDF-"
    assert b"/tmp" not in data and b"bottega-pdf" not in data and b"CreationDate" not in data


@pytest.mark.parametrize("template", ["", "no_such", "../press", "press.typ", "/etc/passwd"])
def test_templates_come_from_the_folder_alone(template: str) -> None:
    with pytest.raises(BadInput):
        pdf(template, {})


@pytest.mark.parametrize("name", ["", "../x.png", "/x.png", "a/b.png", "data.json", "kit.typ", "press.typ", ".."])
def test_pictures_have_plain_names(name: str) -> None:
    with pytest.raises(BadInput):
        pdf("press", {}, {name: b"x"})


def test_what_cannot_be_set_is_said() -> None:
    with pytest.raises(ToolFailure, match="press"):
        pdf("press", {})
    with pytest.raises(ToolFailure):
        press_pdf(replace(EN, picture=b"no picture"))


def test_letters_that_no_face_has_become_one_box() -> None:
    assert drawable("a\u0e44\u0e17\u0e22b\x00\u202e\u0e31\r\nc 茶 ж ש ع ½ →") == "a\u25a1b\nc 茶 ж ש ع ½ →"
    assert drawable("\u25a1") == "\u25a1", "the box itself can be drawn"


@given(st.text(max_size=40))
def test_a_cut_text_keeps_its_room(text: str) -> None:
    assert len(cut(text, 12)) <= max(12, 8)
    assert len(cut("茶" * 60, 20)) == 10


def test_colours_can_be_read_on_paper() -> None:
    for accent in ("#ffe600", "#12263a", "#ff2d78", "#ffffff"):
        c = paper(PALETTE.model_copy(update={"accent": accent}))
        for name, ground in (("ink", "#ffffff"), ("muted", "#ffffff"), ("brand", "#ffffff"), ("brand", c["tint"])):
            assert contrast(c[name], ground) >= 4.5, (accent, name)
        assert contrast(c["accent_ink"], accent) >= 4.5 and contrast(c["light"], c["deep"]) >= 4.5


def test_faces_are_asked_for_by_the_names_that_typst_knows() -> None:
    asked = faces("archivo-condensed", "outfit-regular")
    assert asked["display"]["font"][:2] == ["Archivo", "Outfit"] and asked["display"]["stretch"] < 100
    assert asked["strong"]["font"][0] == "Outfit Semi" and "Noto Sans SC" in asked["text"]["font"]


def test_a_preview_shows_the_page() -> None:
    (page,) = pages_png("press", *_filled(EN), ppi=50)
    assert page == press_png(EN, 50) and page[:4] == b"\x89PNG" and page[16:24] == (413).to_bytes(4, "big") + (585).to_bytes(4, "big")  # fmt: skip


def _filled(press: Press) -> tuple[dict[str, object], dict[str, bytes]]:
    from tools.export.press import _filled as filled

    data, files = filled(press)
    return data, dict(files)


@pytest.mark.needs("pdfinfo")
@pytest.mark.parametrize("press", [EN, ZH, BARE, HUGE, replace(HUGE, picture=b"", language="ar")])
def test_one_tagged_page_whatever_the_brief(press: Press, tmp_path: Path) -> None:
    facts = facts_of(press_pdf(press), tmp_path)
    assert (facts["Pages"], facts["Tagged"], facts["Page size"]) == ("1", "yes", "595.276 x 841.89 pts (A4)")
    assert facts["Title"] and facts["JavaScript"] == "no"


@pytest.mark.needs("pdftotext")
def test_another_reader_finds_every_word(tmp_path: Path) -> None:
    found = squeezed(text_of(press_pdf(EN), tmp_path))
    for wanted in (EN.headline, EN.lead, *EN.body, EN.offer, EN.about, EN.legal[0], "Source: spec sheet, page 2"):
        assert squeezed(wanted) in found
    assert "sunsip.example/press" in found
    chinese = squeezed(text_of(press_pdf(ZH), tmp_path))
    assert all(squeezed(w) in chinese for w in (ZH.headline, ZH.lead, "窗外落着雨，", "来源：茶单"))


@pytest.mark.needs("pdffonts")
def test_only_our_faces_are_embedded(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(press_pdf(ZH))
    done = subprocess.run(["pdffonts", str(tmp_path / "x.pdf")], capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines()[2:]]
    names = sorted(r[0].partition("+")[2] for r in rows)
    assert names == ["InterRegular", "NotoSansMathSymbols", "NotoSansSCBold", "NotoSansSCRegular"], (
        "a box for what is rare"
    )
    assert all(r[-5:-2] == ["yes", "yes", "yes"] for r in rows), "embedded, cut, and with its letters named"


@pytest.mark.needs("pdfinfo")
def test_the_page_check_can_fail(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(press_pdf(EN)[:200])
    assert subprocess.run(["pdfinfo", str(tmp_path / "x.pdf")], capture_output=True, check=False).returncode != 0
