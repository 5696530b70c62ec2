"""What is offered, in a few words of the brief's own."""

from __future__ import annotations

import pytest

from tools.text.embedded.category import MOST, category_line


@pytest.mark.parametrize(
    ("product", "brand", "language", "said"),
    [
        ("Belego, eine Buchhaltungssoftware für Handwerksbetriebe", "Belego", "de", "Buchhaltungssoftware für Handwerksbetriebe"),
        ("Tres Higueras, mermeladas artesanas de higo y naranja", "Tres Higueras", "es", "Mermeladas artesanas de higo y naranja"),
        ("海边夜市，周末在老码头", "海边夜市", "zh", "周末在老码头"),
        ("Nuvola, un servizio di lavanderia a domicilio", "Nuvola", "it", "Servizio di lavanderia a domicilio"),
        ("A law firm for tenants in Bristol", "", "en", "Law firm for tenants in Bristol"),
        ("Kühn & Söhne Dachdeckerei", "Kühn & Söhne", "de", "Kühn & Söhne Dachdeckerei"),
        ("SunSip", "SunSip", "en", ""),
    ],
)  # fmt: skip
def test_a_product_line_without_its_name(product: str, brand: str, language: str, said: str) -> None:
    assert category_line(product, brand, language) == said


def test_a_long_line_is_taken_in_a_shorter_form_and_never_cut_in_a_word() -> None:
    line = "SunSip, a solar lantern that folds flat, charges in six hours and lights a tent all night for years"
    said = category_line(line, "SunSip", "en")
    assert said and len(said) <= MOST and said.casefold() in line.casefold() and "…" not in said
