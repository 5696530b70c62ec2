"""Offer and product in fewer words: the figure, the day and every condition stay."""

from __future__ import annotations

import pytest

from graphs.kinds.campaign.films import WHAT
from tools.text.embedded.shorter import LONGEST, kinds, names, offers


@pytest.mark.parametrize(
    ("offer", "language", "shortest"),
    [
        ("60 Tage kostenlos testen bis 30. November", "de", "60 Tage kostenlos testen bis 30.11."),
        ("10 € de moins pour une inscription avant le 15 décembre", "fr", "10 € de moins avant le 15 déc."),
        ("tres tarros por 18 € hasta el 24 de diciembre", "es", "tres tarros por 18 € hasta el 24 dic."),
        ("十一月三十日前修伞八折", "zh", "11月30日前修伞八折"),
        ("20% off for new customers until 3 March", "en", "20% off for new customers until 3 Mar"),
        (
            "Free tasting for two in our cellar until 4 September",
            "en",
            "Free tasting for two in our cellar until 4 Sept",
        ),
    ],
)
def test_an_offer_keeps_its_figure_its_day_and_its_conditions(offer: str, language: str, shortest: str) -> None:
    assert offers(offer, language)[-1] == shortest


def test_what_cannot_be_cut_honestly_is_not_cut() -> None:
    assert offers("15% off until 30 June", "en") == offers("", "en") == offers("خصم ٢٠٪", "ar") == ()


@pytest.mark.parametrize(
    ("product", "brand", "language", "wanted"),
    [
        ("Tres Higueras, mermeladas artesanas de higo", "Tres Higueras", "es", "Mermeladas artesanas de higo"),
        ("Belego, eine Buchhaltungssoftware für Betriebe", "Belego", "de", "Buchhaltungssoftware"),
        ("Ono, a knife sharpening service for kitchens", "Ono", "en", "Knife sharpening service"),
        ("Flour Moon is a sourdough bakery in Porto", "Flour Moon", "en", "Sourdough bakery"),
        ("雨人修伞铺，老城区手工修伞", "雨人修伞铺", "zh", "老城区手工修伞"),
        ("Ψηλορείτης, θυμαρίσιο μέλι από την Κρήτη", "Ψηλορείτης", "el", "Θυμαρίσιο μέλι"),
    ],
)
def test_the_product_is_said_without_the_name(product: str, brand: str, language: str, wanted: str) -> None:
    found = kinds(product, brand, language)
    assert found[-1] == wanted and all(len(k) <= LONGEST for k in found)


@pytest.mark.parametrize(
    ("product", "brand", "language", "said"),
    [
        ("Belego, eine Buchhaltungssoftware für Handwerksbetriebe", "Belego", "de", "Buchhaltungssoftware für Handwerksbetriebe"),
        ("Tres Higueras, mermeladas artesanas de higo y naranja", "Tres Higueras", "es", "Mermeladas artesanas de higo y naranja"),
        ("海边夜市，周末在老码头", "海边夜市", "zh", "周末在老码头"),
        ("松烟茶馆，一家老茶馆", "松烟茶馆", "zh", "老茶馆"),
        ("Nuvola, un servizio di lavanderia a domicilio", "Nuvola", "it", "Servizio di lavanderia a domicilio"),
        ("A law firm for tenants in Bristol", "", "en", "Law firm for tenants in Bristol"),
        ("Kühn & Söhne Dachdeckerei", "Kühn & Söhne", "de", "Dachdeckerei"),
        ("SunSip", "SunSip", "en", ""),
    ],
)  # fmt: skip
def test_a_card_says_the_whole_line_without_name_and_article(
    product: str, brand: str, language: str, said: str
) -> None:
    assert next(iter(kinds(product, brand, language, WHAT)), "") == said


def test_a_long_line_is_taken_in_a_shorter_form_and_never_cut_in_a_word() -> None:
    line = "SunSip, a solar lantern that folds flat, charges in six hours and lights a tent all night for years"
    said = kinds(line, "SunSip", "en", WHAT)[0]
    assert said and len(said) <= WHAT and said.casefold() in line.casefold() and "…" not in said


def test_a_name_alone_says_no_kind() -> None:
    assert kinds("Ono", "Ono", "en") == ()


def test_a_line_says_what_is_sold_by_half_of_its_words() -> None:
    assert names("Stages de reliure du samedi", "Cours de reliure")
    assert not names("Which knife do you reach past?", "Mobile knife sharpener")
    assert not names("Zettelfrei zum Jahresende", "Buchhaltungssoftware")


@pytest.mark.parametrize(
    ("offer", "language"),
    [
        ("Children under 14 paddle for half price in June", "en"),
        ("Primer diagnóstico gratis en marzo", "es"),
        ("20 % off for a starter box of seedlings", "en"),
        ("Free delivery on Fridays in the old town", "en"),
    ],
)
def test_what_narrows_an_offer_is_never_left_out(offer: str, language: str) -> None:
    assert offers(offer, language) == ()


@pytest.mark.parametrize(
    ("product", "language", "wanted"),
    [
        ("Taller que cura plantas de interior enfermas", "es", ("Taller que cura plantas de interior enfermas",)),
        ("Sorbets de fruits vendus à vélo dans les rues", "fr", ("Sorbets de fruits vendus à vélo", "Sorbets de fruits")),
        ("An app that finds free parking in old towns", "en", ("App that finds free parking in old towns", "App that finds free parking")),
        ("Werkstatt für alte Radios", "de", ("Werkstatt für alte Radios",)),
        ("Pain au levain cuit au feu de bois", "fr", ("Pain au levain cuit au feu de bois", "Pain au levain", "Pain")),
    ],
)  # fmt: skip
def test_what_is_sold_is_no_half_phrase_and_no_word_for_any_trade(
    product: str, language: str, wanted: tuple[str, ...]
) -> None:
    assert kinds(product, "P", language) == wanted


@pytest.mark.parametrize(
    ("product", "language", "never"),
    [
        ("Handgefilzte Hausschuhe aus der Wolle von Rhönschafen", "de", "Handgefilzte Hausschuhe aus der Wolle"),
        ("Pullover aus der Wolle der Alpenschafe", "de", "Pullover aus der Wolle"),
        ("Bread from the flour of an old water mill", "en", "Bread from the flour"),
    ],
)
def test_a_noun_told_apart_keeps_what_tells_it_apart(product: str, language: str, never: str) -> None:
    assert never not in kinds(product, "", language)
    assert never not in kinds(product, "", language, 30)
