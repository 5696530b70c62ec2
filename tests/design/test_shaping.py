from __future__ import annotations

import re
import unicodedata
from itertools import groupby

import numpy as np
import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.design import bidi, clusters
from tools.design.fonts import FONTS, face
from tools.design.outlines import extents
from tools.design.render import to_array
from tools.design.shaping import Box, Direction, measure, shape
from tools.design.svg import Svg

LATIN = "Zażółć gęślą jaźń, Größe, ğış, čřž, œuvre, ¿Qué?"


def _fonts(text: str, font_id: str = "outfit-bold") -> dict[str, str]:
    return {c.text: c.font_id for c in clusters.assign(clusters.clean(text), font_id)}


@pytest.mark.parametrize("font_id", [f.id for f in FONTS.values() if f.role != "fallback"])
def test_latin_is_set_in_the_asked_face_alone(font_id: str) -> None:
    run = shape(LATIN, font_id, 40)
    assert run.missing == () and {g.font_id for g in run.line.glyphs} == {font_id}


@pytest.mark.parametrize(
    ("text", "font_id"),
    [
        ("白天喝阳光，", "noto-sc-bold"),
        ("ひらがな", "noto-sc-bold"),
        ("Привет, мир!", "noto-cyrgreek-bold"),
        ("Ελλάδα", "noto-cyrgreek-bold"),
        ("مصباح", "noto-arabic-bold"),
        ("שלום", "noto-hebrew-bold"),
        ("👍", "noto-emoji"),
        ("→", "noto-symbols"),
    ],
)
def test_other_scripts_fall_back_to_a_face_of_like_weight(text: str, font_id: str) -> None:
    run = shape(text, "outfit-bold", 40)
    assert run.missing == () and {g.font_id for g in run.line.glyphs} == {font_id}
    assert {g.font_id.removesuffix("-regular") for g in shape(text, "outfit-regular", 40).line.glyphs} == {
        font_id.removesuffix("-bold")
    }


def test_a_word_is_never_set_in_two_faces() -> None:
    assert set(_fonts("Tiếng").values()) == {"noto-cyrgreek-bold"}
    assert _fonts("Größe 中文")["G"] == "outfit-bold"


def test_quotes_follow_their_neighbours() -> None:
    assert _fonts("点亮“营地”")["“"] == "noto-sc-bold"
    assert _fonts("the “camp”")["“"] == "outfit-bold"


def test_what_no_face_covers_is_named_and_boxed() -> None:
    run = shape("a𒀀b𒀀", "outfit-bold", 40)
    assert run.missing == ("𒀀",) and run.width > shape("ab", "outfit-bold", 40).width
    assert shape("x\u0302", "outfit-bold", 40).missing == ("\u0302",)


def test_joined_emoji_are_one_glyph() -> None:
    for text in ("👩\u200d💻", "👍🏽", "🇩🇪", "1\ufe0f\u20e3", "☀\ufe0f"):
        run = shape(text, "outfit-bold", 40)
        assert run.missing == () and [g.font_id for g in run.line.glyphs] == ["noto-emoji"], text


def test_marks_stay_on_their_base() -> None:
    assert measure("e\u0301", "inter-regular") == measure("é", "inter-regular")
    plain, pointed = shape("مرحبا", "inter-regular", 40), shape("مَرْحَبًا", "inter-regular", 40)
    assert plain.width == pytest.approx(pointed.width)
    assert len(pointed.line.glyphs) == len(plain.line.glyphs) + 4 and len(pointed.path(0, 0)) > len(plain.path(0, 0))


def test_arabic_is_joined_and_never_tracked() -> None:
    apart = sum(measure(c, "inter-regular") for c in "سلام")
    assert measure("سلام", "inter-regular") < apart * 0.9
    assert measure("سلام", "inter-regular", tracking=0.2) == measure("سلام", "inter-regular")


def test_tracking_is_in_ems_between_letters() -> None:
    loose, plain = measure("HELLO", "outfit-bold", tracking=0.1), measure("HELLO", "outfit-bold")
    assert loose == pytest.approx(plain + 4 * 0.1, abs=0.02)
    with pytest.raises(ValueError, match="ems"):
        shape("x", "outfit-bold", 40, tracking=-3)


def test_invisible_characters_are_dropped() -> None:
    assert shape("a\u200bb\u202ec\u00ad\u0007\ud800\ufeff", "outfit-bold", 40).path(0, 0) == shape(
        "abc", "outfit-bold", 40
    ).path(0, 0)
    assert shape("a\nb", "outfit-bold", 40).width == shape("a b", "outfit-bold", 40).width
    assert shape("", "outfit-bold", 40).path(3, 4) == "" and shape(" ", "outfit-bold", 40).ink_box(1, 2) == Box(
        1, 2, 0, 0
    )


def test_anchors_move_by_the_width() -> None:
    run = shape("Hear less", "outfit-bold", 60)
    start, middle, end = (run.ink_box(500, 0, a).x for a in ("start", "middle", "end"))
    assert start - middle == pytest.approx(run.width / 2) and start - end == pytest.approx(run.width)


def test_paths_have_two_decimals_and_scale_with_size() -> None:
    path = shape(LATIN, "fraunces-black", 37.5).path(10.123, 20.777)
    assert re.fullmatch(r"[Mlqcz\d. -]+", path) and not re.search(r"\.\d{3}", path)
    assert path == shape(LATIN, "fraunces-black", 37.5).path(10.123, 20.777)
    assert measure(LATIN, "fraunces-black") * 80 == pytest.approx(shape(LATIN, "fraunces-black", 80).width)


@pytest.mark.parametrize(
    ("text", "font_id"),
    [("Ągjy Ž", "fraunces-black"), ("阳光，", "outfit-bold"), ("مصباح", "outfit-regular"), ("☀️ q", "inter-semi")],
)
def test_the_ink_box_is_where_ink_is(text: str, font_id: str) -> None:
    run, svg = shape(text, font_id, 90), Svg(600, 220)
    svg.text_path(run, 40, 140, "#000000")
    rows, columns = np.nonzero(to_array(svg.to_string())[..., 3] > 20)
    box = run.ink_box(40, 140)
    assert (columns.min(), columns.max() + 1) == pytest.approx((box.x, box.right), abs=2.5)
    assert (rows.min(), rows.max() + 1) == pytest.approx((box.y, box.bottom), abs=2.5)


def test_mixed_directions_stand_in_reading_order() -> None:
    """In a Hebrew line the first word is rightmost; the digits inside it still run from left to right."""
    run = shape("שלום 42 ab", "outfit-regular", 40)
    at = {g.glyph: g.x for g in run.line.glyphs}

    def x(char: str) -> float:
        font = "noto-hebrew-regular" if "א" <= char <= "ת" else "outfit-regular"
        single = shape(char, "outfit-regular", 40).line.glyphs[0]
        assert single.font_id == font
        return at[single.glyph]

    assert run.rtl and x("a") < x("b") < x("4") < x("2") < x("ם") < x("ש")


def test_direction_can_be_given() -> None:
    auto, forced = shape("SunSip מצב", "outfit-bold", 40), shape("SunSip מצב", "outfit-bold", 40, direction="rtl")
    assert not auto.rtl and forced.rtl and auto.path(0, 0) != forced.path(0, 0)


ALPHABET = "ab1 2.,:-+%$()[]אבגדםمصلبا٣٤،؟!\u0301"


@given(st.text(ALPHABET, max_size=14), st.booleans())
@settings(max_examples=400, deadline=None)
def test_levels_agree_with_python_bidi(text: str, rtl: bool) -> None:
    text = text.lstrip("\u0301")
    found = bidi.levels(text, rtl)
    assert "".join(text[i] for i in bidi.visual_order(found)) == get_display(text, base_dir="R" if rtl else "L")


@given(st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_text_is_drawn_or_named(text: str) -> None:
    run = shape(text, "inter-regular", 30)
    drawn = clusters.clean(text)
    assert run.width >= 0 and set(run.missing) <= set(drawn) and clusters.clean(drawn) == drawn
    for char in run.missing:
        assert (
            not any(face(f).covers(char) for f in ("inter-regular", *FONTS))
            or unicodedata.combining(char)
            or len(drawn) > 1
        )
    assert "nan" not in run.path(0, 0)


def test_boxes() -> None:
    a, b = Box(0, 0, 10, 10), Box(10, 0, 5, 5)
    assert not a.overlaps(b) and a.overlaps(b, gap=1) and a.overlaps(Box(9, 9, 5, 5))
    assert a.union(b) == Box(0, 0, 15, 10) and a.inset(2) == Box(2, 2, 6, 6) and a.inset(-1, 0) == Box(-1, 0, 12, 10)
    assert a.union(Box(50, 50, 0, 0)) == a and a.contains(a.inset(1)) and not a.contains(b)


def _visual(text: str, direction: Direction = "auto") -> str:
    """The letters of a line from left to right as they are drawn, each glyph named by what it stands for."""
    line = shape(text, "inter-regular", 1.0, direction=direction).line
    names: dict[tuple[str, int], str] = {}
    for char in dict.fromkeys(text):
        for glyph in shape(char, "inter-regular", 1.0).line.glyphs:
            names.setdefault((glyph.font_id, glyph.glyph), char)
    blank = {(g.font_id, g.glyph) for g in line.glyphs if extents(g.font_id, g.glyph) is None}
    names |= dict.fromkeys(blank, " ")
    return "".join(names.get((g.font_id, g.glyph), "?") for g in sorted(line.glyphs, key=lambda g: g.x))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("שלום Nova 42", "Nova 42 םולש"),
        ("הקפה של Nova ב-25% הנחה", "החנה 25%-ב Nova לש הפקה"),
        ("Nova (קפה) 730", "Nova (הפק) 730"),
        ("מחיר: 3.50 ש", "ש 3.50 :ריחמ"),
    ],
)
def test_golden_order_of_hebrew_lines(text: str, seen: str) -> None:
    assert _visual(text) == seen


def test_golden_order_of_an_arabic_line() -> None:
    """Joined letters have other glyphs than single ones, so the order is told by where words and figures begin."""
    run = shape("قهوة Nova 25 الآن", "inter-regular", 1.0)
    kinds = ["latin" if g.font_id == "inter-regular" else "arabic" for g in sorted(run.line.glyphs, key=lambda g: g.x)]
    assert run.rtl and [k for k, _ in groupby(kinds)] == ["arabic", "latin", "arabic"]
    first, last = shape("قهوة", "inter-regular", 1.0).line, shape("الآن", "inter-regular", 1.0).line
    drawn = sorted(run.line.glyphs, key=lambda g: g.x)
    arabic = [g.glyph for g in drawn if g.font_id != "inter-regular"]
    words = (
        [g.glyph for g in sorted(last.glyphs, key=lambda g: g.x)],
        [g.glyph for g in sorted(first.glyphs, key=lambda g: g.x)],
    )
    assert arabic[: len(words[0])] == words[0] and arabic[-len(words[1]) :] == words[1]
    assert "Nova 25" in _visual("قهوة Nova 25 الآن"), "Latin words and the figures after them keep their own order"


_SCRIPTS = (
    "abcXYZ äöüßéñ", "中文字體。，「」！", "ひらカナ", "한글가나", "Привет їґ", "Ελλάδαώ", "مصباحةئ٣٤،", "שלוםךץ", "0123%€:.-–()", "→★✓☕👍",
)  # fmt: skip


@given(st.lists(st.sampled_from(_SCRIPTS).flatmap(lambda a: st.text(a, max_size=6)), max_size=12), st.booleans())
@settings(max_examples=300, deadline=None)
def test_mixed_scripts_lose_no_character_and_draw_no_box(parts: list[str], bold: bool) -> None:
    text, font = "".join(parts), "fraunces-black" if bold else "outfit-regular"
    run = shape(text, font, 30)
    assert run.missing == () and all(g.glyph != 0 for g in run.line.glyphs)
    assert "".join(c.text for c in clusters.assign(clusters.clean(text), font)) == clusters.clean(text)


def test_figures_of_a_cyrillic_line_are_of_its_own_face() -> None:
    assert set(_fonts("к 7:30 утра", "fraunces-black").values()) == {"noto-cyrgreek-bold"}
    assert _fonts("к 7:30 с Nova", "fraunces-black")["7"] == "fraunces-black"
    assert set(_fonts("к 7:30 утра", "playfair-black").values()) == {"playfair-black"}
