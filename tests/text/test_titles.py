"""A job's title is a headline where it is a line for the public, and stays inside where it is a label."""

import pytest

from core.requests import CitedFact, TextRequest
from tests.text.campaigns import Campaign, campaign
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import text_of
from tools.text.embedded.roles import headlines, onscreen, sub
from tools.text.embedded.subject import subject
from tools.text.embedded.titles import public_title


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Autoconsumo en tu tejado", "es"),
        ("Self Assessment without the scramble", "en"),
        ("Schwimmen lernen mit 60 plus", "de"),
        ("把清水还给青溪", "zh"),
    ],
)
def test_a_line_for_the_public_is_kept(title: str, language: str) -> None:
    assert public_title(title, "Acme, a thing", "Acme", language) == title


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("SunSip summer launch", "en"),
        ("Campaña de verano 2027", "es"),
        ("Große Frühjahrsaktion im Laden", "de"),
        ("2026年春季推广方案", "zh"),
        ("Musée du Sel", "fr"),
        ("The Q3 push again", "en"),
        ("Autoconsumo en tu tejado", "zh"),
    ],
)
def test_a_label_is_not(title: str, language: str) -> None:
    assert public_title(title, "Musée du Sel, un musée dans une ancienne saline", "Acme", language) == ""


def test_the_clients_line_comes_first() -> None:
    request = TextRequest(
        role="headlines",
        language="es",
        product="Sol, una cooperativa",
        title="Autoconsumo en tu tejado",
        count=3,
        limit=40,
    )
    made = headlines.write(Desk(request))
    assert made[0].text == "Autoconsumo en tu tejado"
    assert [c.fact for c in made[0].cites] == ["product"]


def test_the_relative_clause_that_names_the_trade_is_kept() -> None:
    line = "Sol de l'Horta, una cooperativa valenciana que instala placas solares en viviendas"
    request = TextRequest(role="sub", language="es", product=line, brand="Sol de l'Horta")
    assert text_of(subject(request).phrase).endswith("que instala placas solares en viviendas")


def test_a_fact_too_long_for_the_screen_still_cites_itself() -> None:
    fact = CitedFact(id="wash", text="Chaque vêtement est lavé à 60 °C et réparé dans notre atelier de Roubaix")
    request = TextRequest(
        role="onscreen",
        language="fr",
        product="Petit Tour",
        facts=(fact,),
        limit=60,
        context=("Bonjour.", f"{fact.text}."),
    )
    shown = onscreen.write(Desk(request))[1]
    assert shown.text.startswith("Chaque vêtement est lavé à 60") and shown.text.endswith("…")
    assert [c.fact for c in shown.cites] == ["wash"]


def test_a_maker_is_not_said_to_be_the_thing() -> None:
    request = TextRequest(
        role="sub", language="en", product="Wobbler 2, a synthesizer plug-in for people who like knobs", brand="Pocket Moth Audio",
        audience="beat makers", count=3, limit=90,
    )  # fmt: skip
    made = [p.text for p in sub.write(Desk(request))]
    assert made and not any("Pocket Moth Audio:" in t for t in made)
    assert any("people who like knobs" in t for t in made)


def test_a_wide_word_is_no_title_where_there_is_a_phrase() -> None:
    brief = Campaign(
        "plants", "es", "garden", "Brote", "Taller que cura plantas de interior enfermas", "vecinos", "", "Pedir cita", (),
        ("El diagnóstico tarda 15 minutos",),
    )  # fmt: skip
    made = campaign(brief)
    assert made["meta.es"].pieces[0].text == "Brote: taller que cura plantas de interior enfermas"
    assert not [p for copy in made.values() for p in copy.pieces if p.text in ("Taller", "Brote: taller")]
