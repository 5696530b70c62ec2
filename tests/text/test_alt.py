"""Alternative texts say what is drawn, in the language of the picture, within their length."""

from __future__ import annotations

import pytest

from core.requests import TextRequest
from tests.text.briefs import written
from tools.text.embedded.packs import DATA, raw_sections


def _alt(language: str, context: str, **more: str) -> str:
    return written(TextRequest(role="alt", language=language, brand="Spoke", product="Spoke", context=(context,), **more)).pieces[0].text  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Square advertisement for Spoke: a bicycle, a coast at dusk. Headline: “Ride home”."),
        ("es", "Anuncio cuadrado de Spoke: una bicicleta, una costa al anochecer. Titular: «Ride home»."),
        ("de", "Quadratische Anzeige für Spoke: ein Fahrrad, eine Küste in der Dämmerung. Überschrift: „Ride home“."),
        (
            "fr",
            "Annonce carrée pour Spoke\u202f: un vélo, une côte au crépuscule. Titre\u202f: «\u202fRide home\u202f».",
        ),
        ("zh", "Spoke的方形广告：画面是一辆自行车，黄昏的海岸。标题：“Ride home”。"),
    ],
)
def test_scene_hero_and_headline(language: str, expected: str) -> None:
    assert _alt(language, "square|scene bicycle scene:coast time:dusk ground:dark|Ride home") == expected


def test_a_scene_is_told_only_where_it_is_drawn() -> None:
    text = _alt("en", "wide|rings bicycle scene:coast time:dusk ground:dark|Ride home")
    assert text == "Wide advertisement for Spoke: a bicycle, concentric rings, dark background. Headline: “Ride home”."


def test_what_has_no_word_is_left_out_and_length_holds() -> None:
    assert (
        _alt("en", "square|unknown no-such-icon scene:moon|Hi")
        == "Square advertisement for Spoke with the headline “Hi”."
    )
    long = _alt("en", "square|rings bicycle ground:dark|" + "word " * 18)
    assert len(long) <= 150 and "bicycle" in long and "dark" not in long


def test_every_drawn_thing_has_five_names() -> None:
    for section, lines in raw_sections(DATA / "drawn.txt").items():
        for line in lines:
            key, _, words = line.partition(" = ")
            assert key and len([w for w in words.split(" | ") if w.strip()]) == 5, (section, line)
