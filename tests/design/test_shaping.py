from __future__ import annotations

import re
import unicodedata

import numpy as np
import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.design import bidi, clusters
from tools.design.fonts import FONTS, face
from tools.design.render import to_array
from tools.design.shaping import Box, measure, shape
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
