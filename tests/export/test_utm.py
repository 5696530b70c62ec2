"""Links with UTM parameters, read back by the standard library."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.export.utm import link, parameters, slug, tagged

HOME = "https://sunsip.example/lantern?ref=a&x=%20b#top"


def test_the_own_query_and_fragment_stay() -> None:
    found = tagged(HOME, "instagram", "social", "SunSip: Summer Launch!", "post 1")
    assert found == (
        "https://sunsip.example/lantern?ref=a&x=%20b&utm_source=instagram&utm_medium=social"
        "&utm_campaign=sunsip-summer-launch&utm_content=post-1#top"
    )


def test_parameters_are_replaced_not_doubled() -> None:
    once = tagged(HOME, "a", "b", "c", "d")
    assert tagged(once, "a", "b", "c", "d") == once
    assert tagged(once, "x", "b", "c", "").count("utm_") == 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Été à Lyon", "été-à-lyon"), ("山雨茶馆 夏天", "山雨茶馆-夏天"), ("L'Atelier du Guidon", "latelier-du-guidon"), ("Größe & Maß", "grösse-mass"), ("--", ""), ("ست ساعات", "ست-ساعات")],
)  # fmt: skip
def test_slugs_of_any_script(text: str, wanted: str) -> None:
    assert slug(text) == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://bücher.example/größe?q=ä#ü", "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A4#%C3%BC"),
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("https://茶馆.example/菜单", "https://xn--cl1ay07b.example/%E8%8F%9C%E5%8D%95"),
        ("sunsip.example/lantern", "https://sunsip.example/lantern"),
        ("HTTPS://SunSip.example:8443/A", "https://sunsip.example:8443/A"),
        ("https://sunsip.example/a%2Fb", "https://sunsip.example/a%2Fb"),
    ],
)
def test_addresses_become_ascii(url: str, wanted: str) -> None:
    assert link(url) == wanted


@pytest.mark.parametrize(
    "url", ["", "mailto:a@b.example", "javascript:alert(1)", "https://", "https://a b.example", "ftp://x.example", "https://me:pw@x.example", "//x.example", "https://x.example:port", "no link", "https://-.example"]
)  # fmt: skip
def test_what_is_no_page_gives_nothing(url: str) -> None:
    assert link(url) == "" and tagged(url, "a", "b", "c", "d") == ""


WORDS = st.text(max_size=40)


@given(WORDS, WORDS, WORDS, WORDS)
def test_any_words_give_a_clean_link(source: str, medium: str, campaign: str, content: str) -> None:
    found = tagged(HOME, source, medium, campaign, content)
    parts = urlsplit(found)
    assert found.isascii() and parts.fragment == "top" and parts.query.startswith("ref=a&x=%20b")
    told = dict(parse_qsl(parts.query, strict_parsing=True))
    for name, value in (("source", source), ("medium", medium), ("campaign", campaign), ("content", content)):
        assert told.get(f"utm_{name}", "") == slug(value)
    assert found.endswith(parameters(source, medium, campaign, content) + "#top")


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30))
def test_any_query_and_fragment_survive(path: str, query: str, fragment: str) -> None:
    url = f"https://x.example/{quote(path)}?k={quote(query, safe='')}#{quote(fragment, safe='')}"
    back = urlsplit(tagged(url, "s", "m", "c", "t"))
    assert back.path == f"/{quote(path)}" and back.fragment == quote(fragment, safe="")
    assert dict(parse_qsl(back.query, keep_blank_values=True))["k"] == query


@given(st.text(max_size=60))
def test_no_input_breaks_it(url: str) -> None:
    found = tagged(url, "s", "m", "c", "t")
    assert found == "" or (found.isascii() and urlsplit(found).scheme in ("http", "https"))


def test_a_campaign_name_is_cut_between_words() -> None:
    found = slug("A mobile knife sharpener who comes to restaurant kitchens every second Friday")
    assert found == "a-mobile-knife-sharpener-who-comes-to"
    assert (
        slug("x" * 60) == "x" * 40
        and slug("forty letters exactly make one whole nam") == "forty-letters-exactly-make-one-whole-nam"
    )
