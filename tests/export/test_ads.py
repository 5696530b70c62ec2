"""Tables for Google Ads Editor and Meta: the importers' rules, a spreadsheet, and files that must fail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.ads_rules import google_faults, meta_faults, recalculated, rows
from tools.export.ads_google import COLUMNS, Search, google_ads_csv, headlines, keywords, lacking
from tools.export.ads_meta import MetaAd, meta_ads_csv
from tools.export.ads_readme import ads_readme
from tools.export.cta import meta_button
from tools.export.markets import markets, zone
from tools.export.table import table_csv
from tools.export.utm import NO_URL

SEARCH = Search(
    name="SunSip: summer",
    language="en",
    group="camping lantern",
    url="https://sunsip.example/?utm_source=google&utm_medium=cpc",
    headlines=("Six hours of sun", "A headline that is far too long for Google", "Light!", "=1+1", "six hours of sun.", "Weighs 240 g", "太阳能营地灯，整夜明亮好看", "太阳能营地灯，整夜明亮好看又长久", "Shop the lantern"),
    descriptions=("Runs on sunlight through a solar panel on the lid.", "x" * 91, "@home", "Lights a whole tent for 12 hours."),
    paths=("SunSip", "camping lantern of the year", "Lantern"),
    keywords=("Camping lantern", "SunSip (TM)!", "", "a b c d e f g h i j k"),
)  # fmt: skip
AD = MetaAd("SunSip | square", "SunSip | en", "https://sunsip.example/", "utm_source=meta", "SHOP_NOW", "Six hours of sun", "Runs on sunlight.", "15% off", "images/en/square.png")  # fmt: skip
FILES = {"images/en/square.png", "video/en/film-9x16.mp4"}


def test_google_takes_the_table() -> None:
    data = google_ads_csv([SEARCH, replace(SEARCH, name="SunSip (zh)", language="zh")])
    assert google_faults(data) == []
    (ad, other) = (r for r in rows(data) if r["Ad type"])
    assert [ad[f"Headline {n}"] for n in range(1, 6)] == ["Six hours of sun", "Weighs 240 g", "太阳能营地灯，整夜明亮好看", "Shop the lantern", ""]  # fmt: skip
    assert (ad["Path 1"], ad["Path 2"]) == ("sunsip", "lantern") and other["Campaign"] == "SunSip (zh)"
    assert [r["Keyword"] for r in rows(data)[:5] if r["Keyword"]] == ["camping lantern", "sunsip tm"]
    assert [r["Languages"] for r in rows(data) if r["Languages"]] == ["en", "zh_CN"]


def test_too_few_texts_give_a_reason_and_no_ad() -> None:
    for poor in (
        replace(SEARCH, headlines=("One", "Two")),
        replace(SEARCH, descriptions=("One.",)),
    ):
        assert lacking(poor)
        data = google_ads_csv([poor])
        assert google_faults(data) == [] and not any(r["Ad type"] for r in rows(data))
        assert any(r["Keyword"] for r in rows(data))


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [("Headline 1", "x" * 31, "too long"), ("Headline 2", "太" * 16, "too long"), ("Description 1", "y" * 91, "too long"), ("Ad status", "Enabled", "not paused"), ("Path 1", "way-too-long-path", "path"), ("Headline 3", "", "headlines"), ("Final URL", "sunsip", "URL"), ("Headline 1", "=HYPERLINK(1)", "formula")],
)  # fmt: skip
def test_a_spoilt_table_is_caught(column: str, cell: str, said: str) -> None:
    table = rows(google_ads_csv([replace(SEARCH, headlines=("One", "Two", "Three"))]))
    table[2][column] = cell
    spoilt = (
        "\ufeff" + "\r\n".join(",".join(f'"{r[c]}"' for c in COLUMNS) for r in [{c: c for c in COLUMNS}, *table])
    ).encode()
    assert any(said in fault for fault in google_faults(spoilt))


def test_meta_takes_the_table() -> None:
    film = replace(AD, name="film", image="", video="video/en/film-9x16.mp4", title="t" * 41)
    data = meta_ads_csv("SunSip", ["GB", "DE"], [AD, film, replace(AD, image="")])
    assert meta_faults(data, FILES) == []
    first, second = rows(data)
    assert (
        first["Title"] == "Six hours of sun"
        and first["Countries"] == "GB, DE"
        and first["Display Link"] == "sunsip.example"
    )
    assert second["Title"] == "" and second["Creative Type"] == "Video Page Post Ad"


def test_without_an_address_both_tables_say_so_and_are_refused() -> None:
    google = google_ads_csv([replace(SEARCH, url="")])
    assert [r["Final URL"] for r in rows(google) if r["Ad type"]] == [NO_URL] and google_faults(google)
    meta = meta_ads_csv("SunSip", ["GB"], [replace(AD, link="")])
    assert [r["Link"] for r in rows(meta)] == [NO_URL] and meta_faults(meta, FILES)
    text = ads_readme(linked=False).decode()
    assert NO_URL in text and "UTM parameters (source" not in text
    assert NO_URL not in ads_readme().decode()


def test_a_spoilt_meta_table_is_caught() -> None:
    good = meta_ads_csv("SunSip", ["GB"], [AD])
    for old, new in ((b"PAUSED", b"ACTIVE"), (b"square.png", b"none.png"), (b"SHOP_NOW", b"BUY_IT"), (b"Runs on", b"=Runs on"), (b"15% off", b"15% off" * 9)):  # fmt: skip
        assert meta_faults(good.replace(old, new), FILES), new


@given(st.lists(st.text(max_size=60), max_size=20), st.lists(st.text(max_size=120), max_size=6), st.text(max_size=50))
def test_any_words_give_a_table_that_google_takes(heads: list[str], bodies: list[str], word: str) -> None:
    search = Search(word or "x", "en", word, "https://x.example/", tuple(heads), tuple(bodies), (word,), (word,))
    assert google_faults(google_ads_csv([search])) == []
    assert len(headlines(search)) <= 15 and len(keywords(search)) <= 1


@pytest.mark.needs("soffice")
def test_calc_opens_both_with_every_cell_as_it_was(tmp_path: Path) -> None:
    google, meta = google_ads_csv([SEARCH]), meta_ads_csv("=SunSip", ["GB"], [AD])
    for name, data in (("google.csv", google), ("meta.csv", meta)):
        (tmp_path / name).write_bytes(data)
        (tmp_path / "out").mkdir(exist_ok=True)
        (head, *body) = recalculated(tmp_path / name, tmp_path / "out")
        assert [dict(zip(head, row, strict=True)) for row in body] == rows(data), name


@pytest.mark.needs("soffice")
def test_calc_would_have_run_a_bare_formula_but_not_ours(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "bare.csv").write_bytes("\ufeffa,b\r\n=1+1,x\r\n".encode())
    (tmp_path / "ours.csv").write_bytes(table_csv(("a", "b"), [("=1+1", "x")]))
    assert recalculated(tmp_path / "bare.csv", tmp_path / "out")[1] == ["2", "x"]
    assert recalculated(tmp_path / "ours.csv", tmp_path / "out")[1] == ["'=1+1", "x"]


@pytest.mark.parametrize(
    ("cta", "language", "button"),
    [
        ("Shop the lantern", "en", "SHOP_NOW"), ("Book a demo", "en", "BOOK_TRAVEL"), ("Join on Thursday", "en", "SIGN_UP"), ("Come by", "en", "LEARN_MORE"), ("Visit our bookshop", "en", "LEARN_MORE"), ("Call us", "en", "CALL_NOW"), ("Donate today", "en", "DONATE_NOW"), ("Claim your discount", "en", "GET_OFFER"),
        ("Termin anfragen", "de", "CONTACT_US"), ("Termin buchen", "de", "BOOK_TRAVEL"), ("Karten sichern", "de", "BUY_TICKETS"), ("Jetzt bestellen", "de", "SHOP_NOW"), ("Jetzt anmelden", "de", "SIGN_UP"), ("Mehr erfahren", "de", "LEARN_MORE"), ("Jetzt herunterladen", "de", "DOWNLOAD"),
        ("Reserva tu plaza", "es", "BOOK_TRAVEL"), ("Compra ahora", "es", "SHOP_NOW"), ("Apúntate a una clase", "es", "SIGN_UP"), ("Escríbenos", "es", "CONTACT_US"), ("Pide presupuesto", "es", "GET_QUOTE"), ("Ven a conocerlo", "es", "LEARN_MORE"),
        ("Réservez une séance", "fr", "BOOK_TRAVEL"), ("Commandez", "fr", "SHOP_NOW"), ("Inscrivez-vous", "fr", "SIGN_UP"), ("Parlons de vos fleurs", "fr", "CONTACT_US"), ("Demandez un devis", "fr", "GET_QUOTE"), ("Profitez de l’offre", "fr", "GET_OFFER"),
        ("预约座位", "zh", "BOOK_TRAVEL"), ("立即购买", "zh", "SHOP_NOW"), ("马上报名", "zh", "SIGN_UP"), ("联系我们", "zh", "CONTACT_US"), ("领取优惠", "zh", "GET_OFFER"), ("看看成分", "zh", "LEARN_MORE"), ("Book now", "zh", "BOOK_TRAVEL"), ("", "en", "LEARN_MORE"),
    ],
)  # fmt: skip
def test_the_button_says_what_the_invitation_says(cta: str, language: str, button: str) -> None:
    assert meta_button(cta, language) == button


def test_markets_by_code_or_name_in_any_language() -> None:
    assert [m.code for m in markets(["Schweiz", "uk", "德国", "Atlantis", "CH", " estados  unidos "])] == [
        "CH",
        "GB",
        "DE",
        "US",
    ]
    assert (
        zone(["GB", "DE"], "de") == "Europe/Berlin" and zone(["GB"], "zh") == "Europe/London" and zone([], "en") == ""
    )


def test_every_zone_is_known_to_the_calendar() -> None:
    from zoneinfo import ZoneInfo

    from tools.export.markets import _table

    assert all(ZoneInfo(m.zone) and len(m.code) == 2 for m in _table())


def test_the_readme_says_what_is_paused_and_disarms_notes() -> None:
    text = ads_readme(["No ad in <b>*Deutsch*</b>\n# x", "two"]).decode()
    assert "**paused**" in text and "compare its first line" in text
    assert "- No ad in \\<b\\>\\*Deutsch\\*\\</b\\> \\# x\n- two\n" in text
    assert "Please look at\n" not in ads_readme().decode()
