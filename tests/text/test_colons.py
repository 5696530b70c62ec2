"""Small letters after a colon, where the language wants them and no name stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.text.embedded.colons import small_after_colon
from tools.text.embedded.line import Bit, text_of


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("La Turbine : Le triporteur passe chaque jour.", "fr", "La Turbine : le triporteur passe chaque jour."),
        ("La Turbine : L’été arrive.", "fr", "La Turbine : l’été arrive."),
        ("Brote: El diagnóstico tarda 15 minutos.", "es", "Brote: el diagnóstico tarda 15 minutos."),
        ("Offre en cours : La Turbine offre une boule.", "fr", "Offre en cours : La Turbine offre une boule."),
        ("Brote: Gràcia abre el sábado.", "es", "Brote: Gràcia abre el sábado."),
        ("Kayaks: The tours last two hours.", "en", "Kayaks: The tours last two hours."),
        ("Praxis: Die Praxis öffnet.", "de", "Praxis: Die Praxis öffnet."),
        ("La Turbine :\n– Douze parfums", "fr", "La Turbine :\n– Douze parfums"),
    ],
)
def test_a_letter_after_a_colon(text: str, language: str, wanted: str) -> None:
    head, colon, rest = text.partition(":")
    line = (Bit(head, "brand"), Bit(colon), Bit(rest, "f1"))
    assert text_of(small_after_colon(line, language, ("La Turbine",))) == wanted


@given(st.lists(st.tuples(st.text(": LeEl a’", max_size=8), st.sampled_from(["", "f1"])), max_size=5))
def test_nothing_but_case_changes_and_every_run_keeps_its_fact(parts: list[tuple[str, str]]) -> None:
    line = tuple(Bit(text, fact) for text, fact in parts)
    for language in ("fr", "es"):
        made = small_after_colon(line, language, ())
        assert [b.fact for b in made] == [b.fact for b in line]
        assert [b.text.lower() for b in made] == [b.text.lower() for b in line]
