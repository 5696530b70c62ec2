"""A line of everyday words is read at its verb and its commas, and what is written of it can be sent out."""

from __future__ import annotations

import re

import pytest

from core.requests import CitedFact, TextRequest
from tests.text.briefs import written
from tools.text.embedded.clauses import clauses
from tools.text.embedded.line import text_of
from tools.text.embedded.points import points
from tools.text.embedded.subject import subject
from tools.text.embedded.themes import theme
from tools.text.embedded.understand import understand

SCRAP = "Scrap-metal dealer in Sheffield pays cash for copper, brass and old boilers, free collection over 100 kg"
CHESS = "Our chess club meets Thursdays at 7 pm in the back room of the Red Lion, beginners welcome, first month free"
BLOOD = "Give blood in the town hall of Kendal on 14 March from 10 to 4, walk-ins welcome"
BACH = "Bach by candlelight in St Mary's church, Saturday 6 December, 7.30 pm, tickets 12 pounds"
BEES = "Weekend beekeeping course for beginners near Hereford, 12 and 13 May, suits and tools provided"


@pytest.mark.parametrize(
    ("line", "category", "told"),
    [
        (SCRAP, "Scrap-metal dealer", ["pays cash for copper, brass and old boilers", "free collection over 100 kg"]),
        (CHESS, "chess club", ["meets Thursdays at 7 pm in the back room of the Red Lion", "beginners welcome", "first month free"]),
        (BLOOD, "", ["Give blood in the town hall of Kendal on 14 March from 10 to 4", "walk-ins welcome"]),
        (BACH, "Bach", ["Saturday 6 December, 7.30 pm", "tickets 12 pounds"]),
        (BEES, "Weekend beekeeping course", ["12 and 13 May", "suits and tools provided"]),
        ("Bike repairs in Leeds, collected from your door", "Bike repairs", ["collected from your door"]),
    ],
)  # fmt: skip
def test_a_line_is_taken_apart_where_it_has_joints(line: str, category: str, told: list[str]) -> None:
    seen = understand(line, "en")
    assert seen.category == category
    assert [p.text for p in points([CitedFact(id="f1", text=line)], seen, "en")] == told


def test_an_enumeration_is_cut_nowhere() -> None:
    assert clauses("soup, bread and butter, every noon") == ["soup", "bread and butter", "every noon"]
    (point,) = points([CitedFact(id="f1", text="Buys copper, brass and old boilers")], understand("X", "en"), "en")
    assert point.short_forms == ("Buys copper, brass and old boilers",)


def _texts(line: str, role: str, limit: int = 0, **more: object) -> list[str]:
    facts = (CitedFact(id="f1", text=line),)
    asked = TextRequest(role=role, product=line, facts=facts, count=8, limit=limit, cta="Learn more", **more)  # type: ignore[arg-type]
    return [p.text for p in written(asked).pieces]


@pytest.mark.parametrize("line", [SCRAP, CHESS, BLOOD, BACH, BEES])
def test_nothing_stands_without_what_it_speaks_of(line: str) -> None:
    seen = understand(line, "en")
    noun = (seen.category or seen.product).casefold()
    for role, limit in (("posts", 250), ("search_descriptions", 90), ("primary", 125)):
        for text in _texts(line, role, limit):
            assert not re.match(r"(?:It|They)\b", text) and "Learn more" not in text
            assert noun in text.casefold(), (role, text)


def test_the_first_headline_and_subject_name_the_thing() -> None:
    assert _texts(CHESS, "headlines", 40)[0] == "Chess club meets Thursdays at 7 pm"
    assert _texts(BLOOD, "headlines", 40)[0] == "Give blood in the town hall of Kendal"
    assert _texts(BEES, "email")[0].startswith("Weekend beekeeping course")


@pytest.mark.parametrize(
    ("language", "product", "fact", "said"),
    [("de", "Belego, eine Software", "Kostet 19 Euro im Monat", "Belego kostet 19 Euro im Monat."),
     ("es", "Higos, una mermelada", "Lleva un 65 % de fruta", "Higos lleva un 65 % de fruta."),
     ("fr", "Plio, une lampe", "Pèse 240 g", "Plio pèse 240 g."),
     ("de", "Belego, eine Software", "Brot aus Sauerteig", "Belego: Brot aus Sauerteig.")],
)  # fmt: skip
def test_a_fact_that_opens_with_its_verb_gets_its_subject(language: str, product: str, fact: str, said: str) -> None:
    facts = (CitedFact(id="f1", text="2019"), CitedFact(id="f2", text=fact))
    asked = TextRequest(role="posts", language=language, product=product, facts=facts, count=8, limit=250)
    assert any(said in p.text for p in written(asked).pieces)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [("4 euro a blade", "en", "price"), ("Rehearsals Tuesdays at 7 pm", "en", "time"), ("Lights a whole tent for 12 hours", "en", "gives"),
     ("Nahe am alten Hafen", "de", "place"), ("Un equipo de 6 personas", "es", "people"), ("Carnet cousu à la main", "fr", "made"),
     ("鱼丸汤十二元一碗", "zh", "price"), ("每周五开市", "zh", "time")],
)  # fmt: skip
def test_what_a_fact_is_about(text: str, language: str, name: str) -> None:
    assert theme(text, language) == name


def test_a_brand_with_its_time_or_place_is_called_by_the_brand_alone() -> None:
    for product, brand, language in (
        ("海边夜市，周末在老码头", "海边夜市", "zh"),
        ("Bar Faro, los jueves de noche", "Bar Faro", "es"),
    ):
        asked = TextRequest(role="posts", product=product, brand=brand, language=language)
        assert text_of(subject(asked).name) == brand
