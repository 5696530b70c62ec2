"""A job's title is a headline where it is a line for the public, and stays inside where it is a label."""

import pytest

from core.requests import TextRequest
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import text_of
from tools.text.embedded.roles import headlines
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
