"""The brand kit: palette files that other programs read, a wordmark, and a sheet of four pages."""

from __future__ import annotations

import io
import json
import struct
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.export.samples import PALETTE, photo
from tests.export.test_pdf import facts_of, squeezed, text_of
from tests.needs import CLIENTS, node
from tools.design.shaping import shape
from tools.export.brand_sheet import Brand, brand_pdf, brand_png, extra_faces
from tools.export.swatches import ROLES, ase, gpl, grade, palette_css, palette_json
from tools.export.wordmark import LEADING, SIZE, TRACKING, svg_size, wordmark_lines, wordmark_png, wordmark_svg

EN = Brand("en", "SunSip & Co", PALETTE, "outfit-bold", "outfit-regular", ("#f2a33a",), (("en", "All night"),), "A lantern.", "Buy")  # fmt: skip
ZH = replace(
    EN,
    language="zh",
    name="山雨茶馆",
    samples=(("zh", "水开了，心就静了"), ("de", "Erst der Tee"), ("fr", "Le thé d’abord")),
)


def flat(colour: str) -> bytes:
    """A bar of one colour on a clear ground."""
    image = Image.new("RGBA", (400, 120), (0, 0, 0, 0))
    image.paste(colour, (20, 20, 380, 100))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def parsed(data: bytes) -> tuple[str, dict[str, tuple[float, ...]]]:
    """Group name and colours of an Adobe swatch file, read by the letter of its description."""
    magic, major, minor, count = struct.unpack_from(">4sHHI", data)
    assert (magic, major, minor) == (b"ASEF", 1, 0)
    at, group, colours = 12, "", {}
    for _ in range(count):
        kind, size = struct.unpack_from(">HI", data, at)
        body, at = data[at + 6 : at + 6 + size], at + 6 + size
        if kind == 0xC002:
            assert size == 0
            continue
        (letters,) = struct.unpack_from(">H", body)
        name, rest = body[2 : 2 + 2 * letters].decode("utf-16-be"), body[2 + 2 * letters :]
        assert name.endswith("\0")
        if kind == 0xC001:
            group = name[:-1]
        else:
            model, *values, use = struct.unpack(">4s3fH", rest)
            assert (kind, model, use) == (1, b"RGB ", 0)
            colours[name[:-1]] = tuple(values)
    assert at == len(data)
    return group, colours


def test_adobe_swatches_by_the_letter() -> None:
    group, colours = parsed(ase(PALETTE, "山雨 & Co"))
    assert group == "山雨 & Co" and list(colours) == list(ROLES)
    assert colours["accent"] == pytest.approx((0xF2 / 255, 0xA3 / 255, 0x3A / 255))


@given(st.text(max_size=200))
def test_any_name_is_a_group(name: str) -> None:
    group, colours = parsed(ase(PALETTE, name))
    assert len(colours) == 9 and len(group.encode("utf-16-be")) <= 120
    assert len(gpl(PALETTE, name).decode("utf-8", "strict").split("\n")) == 14 or any(0xD800 <= ord(c) < 0xE000 for c in name)  # fmt: skip


@pytest.mark.needs("node:ase-util")
def test_another_reader_of_adobe_swatches(tmp_path: Path) -> None:
    (tmp_path / "x.ase").write_bytes(ase(PALETTE, "SunSip"))
    done = node(str(CLIENTS / "ase.mjs"), str(tmp_path / "x.ase"))
    (group,) = json.loads(done.stdout)
    assert group["name"] == "SunSip"
    assert {e["name"]: "#" + e["color"]["hex"].lower() for e in group["entries"]} == PALETTE.model_dump()


@pytest.mark.needs("node:ase-util")
def test_the_other_reader_can_say_no(tmp_path: Path) -> None:
    (tmp_path / "x.ase").write_bytes(b"ASEX" + ase(PALETTE, "SunSip")[4:])
    assert node(str(CLIENTS / "ase.mjs"), str(tmp_path / "x.ase")).returncode != 0


def test_a_gimp_palette() -> None:
    lines = gpl(PALETTE, "Sun\nSip").decode().splitlines()
    assert lines[:4] == ["GIMP Palette", "Name: Sun Sip", "Columns: 9", "#"]
    assert lines[4:] == [" ".join(f"{int(v[i : i + 2], 16):3d}" for i in (1, 3, 5)) + f"\t{k}" for k, v in PALETTE.model_dump().items()]  # fmt: skip


def test_the_palette_as_data() -> None:
    data = json.loads(palette_json(PALETTE, "SunSip"))
    accent = next(c for c in data["colours"] if c["role"] == "accent")
    assert accent["hex"] == "#f2a33a" and accent["rgb"] == [242, 163, 58]
    assert accent["oklch"] == {"l": 0.7761, "c": 0.1478, "h": 69.41}
    pairs = {(p["text"], p["ground"]): (p["contrast"], p["grade"]) for p in data["pairs"]}
    assert pairs["ink", "bg"] == (14.06, "AAA") and pairs["accent", "bg"][1] == "no text"
    assert (grade(4.499), grade(4.5), grade(3), grade(7)) == ("AA large", "AA", "AA large", "AAA")


def test_the_palette_as_css() -> None:
    css = palette_css(PALETTE).decode()
    assert css.startswith(":root {\n  --brand-bg: #fbf4e6;\n") and "--brand-accent-ink: #1d1405;" in css


def test_a_wordmark_is_outlines_cut_to_their_ink() -> None:
    svg = wordmark_svg('A <b> & "c"', "outfit-bold", "#12263a")
    root = ElementTree.fromstring(svg)
    assert root.findtext("{*}title") == 'A <b> & "c"' and len(root) == 2
    w, h = svg_size(svg)
    assert [float(v) for v in root.attrib["viewBox"].split()[2:]] == [w, h] and w > h > 100
    assert wordmark_png("SunSip", "outfit-bold", "#12263a", 400) == wordmark_png(
        "SunSip", "outfit-bold", "#12263a", 400
    )


def test_long_names_break_between_words_alone() -> None:
    assert wordmark_lines("Donaukraftwerksgesellschaft Oberes Tal", "outfit-bold") == ["Donaukraftwerksgesellschaft", "Oberes Tal"]  # fmt: skip
    assert wordmark_lines("SunSip", "outfit-bold") == ["SunSip"] and wordmark_lines("  ", "outfit-bold") == ["–"]
    assert len(wordmark_lines("Vereinigte Werkstätten für Keramik und Glas", "outfit-bold")) == 3


def test_faces_for_other_scripts() -> None:
    assert extra_faces(("de", "zh-CN", "ja")) == ("noto-sc-regular", "noto-sc-bold") and extra_faces(("de",)) == ()


def test_the_same_sheet_every_time(tmp_path: Path) -> None:
    assert brand_pdf(EN) == brand_pdf(EN)
    preview = tmp_path / "x.png"
    preview.write_bytes(brand_png(EN))
    with Image.open(preview) as image:
        assert image.size == (1756, 1262)


LOGOS = {
    "white": flat("#ffffff"),
    "night": flat("#0d1f2d"),
    "tall": photo(60, 400),
}


@pytest.mark.needs("pdfinfo")
@pytest.mark.parametrize(
    "brand",
    [EN, ZH, replace(EN, name="W" * 200, samples=(), sub="", cta="", given=()), replace(EN, name="x", cta="Kaufen " * 30, language="ar"),
     *(replace(EN, logo=logo) for logo in LOGOS.values()),
     replace(EN, samples=tuple((lang, "Ein langer Titel, der nicht enden will und weiter geht") for lang in ("de", "en", "fr", "es", "zh")))],
)  # fmt: skip
def test_four_tagged_pages_whatever_the_brand(brand: Brand, tmp_path: Path) -> None:
    facts = facts_of(brand_pdf(brand), tmp_path)
    assert (facts["Pages"], facts["Tagged"], facts["Page size"]) == ("4", "yes", "841.89 x 595.276 pts (A4)")


@pytest.mark.needs("pdftotext")
def test_another_reader_finds_colours_and_faces(tmp_path: Path) -> None:
    found = squeezed(text_of(brand_pdf(ZH), tmp_path))
    for wanted in (
        *(v.upper() for v in PALETTE.model_dump().values()),
        "Outfit",
        "NotoSansSC",
        "水开了，心就静了",
        "文字标志（草稿）",
    ):
        assert wanted in found
    assert "Wordmark" not in squeezed(text_of(brand_pdf(replace(EN, logo=photo())), tmp_path))


@pytest.mark.needs("pdftotext")
def test_pages_are_pictures_too(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(brand_pdf(EN))
    done = subprocess.run(["pdfimages", "-list", str(tmp_path / "x.pdf")], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 2, "the wordmark is drawn, not a picture of it"


@pytest.mark.needs("pdftotext")
def test_a_logo_of_two_colours_stands_on_a_plate_where_one_would_vanish(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (300, 100), "#0d1f2d")
    picture.paste("#f2a33a", (180, 0, 300, 100))
    data = io.BytesIO()
    picture.save(data, "PNG")
    text = " ".join(text_of(brand_pdf(replace(EN, logo=data.getvalue())), tmp_path).split())
    assert "stands on a plate" in text


def test_a_logo_too_near_its_ground_stands_on_a_plate(tmp_path: Path) -> None:
    note = "stands on a plate"
    for logo, wanted in (
        (flat("#ffffff"), True),
        (flat("#0d1f2d"), True),
        (flat("#f2a33a"), False),
        (flat("#115e59"), True),
    ):
        assert (note in " ".join(text_of(brand_pdf(replace(EN, logo=logo)), tmp_path).split())) is wanted


def test_a_name_reads_one_way_though_its_second_line_holds_no_letter_but_arabic_ones() -> None:
    name = "Savonnerie =1+1 مرحبا"
    first, second = wordmark_lines(name, "fraunces-black")
    assert second.startswith("=")
    line = shape(second, "fraunces-black", SIZE, tracking=TRACKING, direction="ltr")
    other = shape(second, "fraunces-black", SIZE, tracking=TRACKING, direction="rtl")
    svg = wordmark_svg(name, "fraunces-black", "#123456")
    assert line.path(0.0, LEADING * SIZE) in svg and other.path(0.0, LEADING * SIZE) not in svg
