"""French: the article of a trade name, of an audience, and lists that are not cut after their first member."""

from __future__ import annotations

import pytest

from core.requests import CitedFact, TextRequest
from tools.text.embedded.articled import articled
from tools.text.embedded.domains import detect, topics
from tools.text.embedded.line import said, text_of
from tools.text.embedded.points import Point
from tools.text.embedded.readers import audience
from tools.text.embedded.subject import subject
from tools.text.embedded.understand import understand


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Atelier Vauquelin", "l’Atelier Vauquelin"),
        ("Librairie du Port", "la Librairie du Port"),
        ("Musée du Sel", "le Musée du Sel"),
        ("École Buissonnière", "l’École Buissonnière"),
        ("Halle aux Grains", "la Halle aux Grains"),
        ("Lichtwarte", "Lichtwarte"),
        ("Atelier", "Atelier"),
    ],
)
def test_a_trade_name_takes_its_article(name: str, told: str) -> None:
    assert text_of(articled(said(name, "brand"))) == told


def test_an_audience_that_begins_like_an_article_takes_one() -> None:
    request = TextRequest(
        role="sub",
        language="fr",
        product="Atelier Vauquelin, des cours de reliure à Nantes",
        brand="Atelier Vauquelin",
        audience="lecteurs qui aiment travailler de leurs mains",
        facts=(CitedFact(id="f1", text="Huit places par session"),),
    )
    assert text_of(audience(request, subject(request))["whom"]) == "les lecteurs qui aiment travailler de leurs mains"


def test_a_list_is_not_cut_after_its_first_member() -> None:
    whole = "Le cuir, la toile et le papier marbré sont fournis"
    assert Point("f3", whole).short_forms == (whole,)
    assert Point("f1", "The lid folds flat, so it fits in a bag").short_forms[-1] == "The lid folds flat"


def test_hyphenated_words_and_river_trips_name_their_trade() -> None:
    assert detect("The Ninth Die, a board-game café opening in Leeds", "en")[0] == "games"
    assert topics("a board-game café", "games", "en") == {"board"}
    assert detect("Flussfahrten mit dem Solarschiff", "de")[0] == "travel"
    assert topics("Flussfahrten mit dem Solarschiff", "travel", "de") == {"river"}
    assert understand("The Ninth Die, a board-game café opening in Leeds", "en").category == "board-game café"
