from __future__ import annotations

import hashlib
import json

import pytest

from core.errors import BadInput
from tools.design.fonts import FOLDER, FONTS, Role, characters, face, fallbacks, hb_font, ids
from tools.design.shaping import shape

EUROPE = {
    "Polish": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "Turkish": "çğıöşüÇĞİÖŞÜ",
    "Czech": "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    "German": "äöüßÄÖÜ„“–",
    "French": "àâçéèêëîïôœùûüÿ«»’ŒÇ",
    "Spanish": "áéíóúüñ¿¡ÁÉÍÓÚÑ",
    "signs": "€£¥%&@™©®…—–•½²³₂₆⁵",
}


@pytest.mark.parametrize("font_id", [*ids("display"), *ids("text")])
def test_brand_faces_cover_european_latin(font_id: str) -> None:
    missing = {name: [c for c in text if not face(font_id).covers(c)] for name, text in EUROPE.items()}
    assert not {name: chars for name, chars in missing.items() if chars}


def test_there_are_display_and_text_faces_to_choose_from() -> None:
    assert len(ids("display")) >= 9 and len(ids("text")) >= 6
    wanted = {"fraunces-black", "bricolage-black", "outfit-bold", "nunito-black", "playfair-black", "archivo-black"}
    assert wanted | {"space-grotesk-bold", "caveat-bold", "outfit-regular", "inter-semi"} <= FONTS.keys()


@pytest.mark.parametrize(
    ("font_id", "text"),
    [
        ("noto-sc-regular", "白天喝阳光，夜里点亮营地。「」！？"),
        ("noto-sc-bold", "ひらがなカタカナ漢字ー"),
        ("noto-arabic-bold", "مصباح التخييم الشمسي؟،"),
        ("noto-hebrew-regular", "שלום עולם"),
        ("noto-cyrgreek-bold", "ПриветїЇґ ΕλλάδαώΏ ếệ"),
        ("noto-symbols", "→←↑↓≤≥≠∞★●✓"),
        ("noto-emoji", "☀❤👍🎉🚲☕"),
    ],
)
def test_fallbacks_cover_their_scripts(font_id: str, text: str) -> None:
    assert [c for c in text if c != " " and not face(font_id).covers(c)] == []


def test_fallbacks_match_weight() -> None:
    assert "noto-sc-bold" in fallbacks("fraunces-black") and "noto-sc-regular" in fallbacks("inter-regular")


@pytest.mark.parametrize("font_id", list(FONTS))
def test_metrics_are_those_of_the_file(font_id: str) -> None:
    metrics = face(font_id).metrics
    assert metrics.units_per_em == hb_font(font_id).face.upem
    assert 0 < metrics.x_height < metrics.cap_height <= metrics.ascent and metrics.descent > 0
    assert characters(font_id)


def test_every_face_brings_its_licence_and_the_whole_stays_small() -> None:
    listed = json.loads((FOLDER / "fonts.json").read_text("utf-8"))["faces"]
    for entry in listed:
        assert entry["licence"] == "OFL-1.1"
        assert "SIL OPEN FONT LICENSE" in (FOLDER / entry["licence_file"]).read_text("utf-8").upper()
    assert {p.name for p in FOLDER.glob("*.ttf")} == {entry["file"] for entry in listed}
    assert sum(p.stat().st_size for p in FOLDER.rglob("*") if p.is_file()) <= 12 * 2**20
    assert len({hashlib.sha256(p.read_bytes()).digest() for p in FOLDER.glob("*.ttf")}) == len(listed)


def test_reserved_names_are_not_used() -> None:
    """OFL clause 3: Lora and Playfair Display reserve their names for unchanged copies."""
    for font_id in ("lora-bold", "lora-regular", "playfair-black"):
        data = face(font_id).path.read_bytes()
        assert "Lora" not in face(font_id).family and "Playfair" not in face(font_id).family
        assert face(font_id).family.encode("utf-16-be") in data


def test_an_unknown_font_is_named() -> None:
    with pytest.raises(BadInput, match="no-such-font"):
        face("no-such-font")


@pytest.mark.parametrize("role", ["display", "text"])
def test_every_script_is_drawn_in_both_roles(role: Role) -> None:
    """Headlines and running text of a brand's face, with whatever steps in where it lacks a script."""
    samples = {
        "zh": "云间茶舍，限时八折！繁體：學習國際體驗", "ja": "喫茶「琲」は今朝も〜峠の匂い", "ko": "오늘의 커피, 한 잔 더!",
        "ru": "Кофе к 7:30 утра — 25 %", "uk": "Її ґанок", "el": "Καφές πριν τις 7:30, ἀρχή", "ar": "قهوة محمّصة، ٢٥٪؟",
        "he": "קפה טרי ב־₪25", "signs": "‰ ⅓ ℃ ✗ ✓ → ① № ₽ ₹ ₿ 𝓗𝓲",
    }  # fmt: skip
    for font_id in ids(role):
        lost = {name: shape(text, font_id, 40).missing for name, text in samples.items()}
        assert not {name: chars for name, chars in lost.items() if chars}, font_id
        drawn = [g for text in samples.values() for g in shape(text, font_id, 40).line.glyphs]
        assert all(g.glyph != 0 for g in drawn), "glyph 0 is the empty box"
