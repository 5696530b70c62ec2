"""What a reader can do where no page is given: never a button that leads nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.export.contact import Act, act
from tools.export.markup import safe_url


def test_a_page_comes_first() -> None:
    assert act("Get yours", "https://x.example/", ["Call 030 1234567"], "en") == Act("Get yours", "https://x.example/")
    assert act("Get yours", "x.example/tea", [], "en") == Act("Get yours", "https://x.example/tea")


@pytest.mark.parametrize(
    ("text", "language", "given_", "wanted"),
    [
        ("Write to mara@knives.example any day", "en", False, Act("Write to us", "mailto:mara@knives.example", "mara@knives.example")),
        ("Rufen Sie an: 0351 / 123 45 67", "de", False, Act("Rufen Sie an", "tel:03511234567", "0351 / 123 45 67")),
        ("Reservas en +34 985 12 34 56", "es", True, Act("Ven a verlo", "tel:+34985123456", "+34 985 12 34 56")),
        ("Tél. 02 98 44 12 34, du mardi au samedi", "fr", False, Act("Appelez-nous", "tel:0298441234", "02 98 44 12 34")),
        ("预约电话：021-6234-5678", "zh", False, Act("致电我们", "tel:02162345678", "021-6234-5678")),
    ],
)  # fmt: skip
def test_a_given_contact_is_the_link(text: str, language: str, given_: bool, wanted: Act) -> None:
    assert act("Ven a verlo" if given_ else "Learn more", "", [text], language, given=given_) == wanted


@pytest.mark.parametrize(
    "text",
    ["4 euro a blade", "Open since 12.03.2019", "Call it 1200 portions a day", "300 g for 4,50 €", "From 2026-03-15 to 2026-04-01", "电话里说八十六个"],
)  # fmt: skip
def test_figures_are_no_numbers_to_call(text: str) -> None:
    assert act("Come by", "", [text], "en") == Act("Come by")
    assert act("Learn more", "", [text], "en", given=False) == Act()


@given(st.text(max_size=80), st.text(max_size=40), st.booleans())
def test_any_words_give_a_safe_link_or_none(text: str, url: str, own: bool) -> None:
    found = act("Go", url, [text], "en", given=own)
    assert found.link == "" or safe_url(found.link) == found.link
