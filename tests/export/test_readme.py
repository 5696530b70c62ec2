"""Notes beside the files, in every language: whole, and silent about what is not there."""

from __future__ import annotations

import pytest

from tools.export.ads_readme import ads_readme
from tools.export.handover import Handover, handover, uses
from tools.export.labels import table
from tools.export.readme import SPOKEN, readme

ENGLISH = (" the ", " and ", " your ", " is ")


def calendar(language: str, **changes: object) -> str:
    values = {"dated": False, "start": "", "zones": "", "linked": False, "several": False, "codes": False}
    return readme("calendar", language, **{**values, **changes}).decode()


@pytest.mark.parametrize("language", SPOKEN)
def test_notes_name_only_what_is_there(language: str) -> None:
    bare, full = calendar(language), calendar(language, dated=True, start="2027-03-01", linked=True, codes=True)
    assert ".ics" not in bare and "qr/" not in bare and "UTM" not in bare
    assert ".ics" in full and "qr/" in full and "2027-03-01" in full and "UTM" in full
    assert "display/" not in ads_readme((), language, pictures=False).decode()
    send = {"unsubscribe": "{{u}}", "address": "{{a}}"}
    assert "media/" not in readme("send", language, "txt", pictures=False, linked=False, **send).decode()
    assert "{{u}}" in readme("send", language, "txt", pictures=True, linked=True, **send).decode()
    draft, given = (readme("brand", language, "txt", draft=d).decode() for d in (True, False))
    assert len(draft) > len(given)


@pytest.mark.parametrize("language", [x for x in SPOKEN if x != "en"])
def test_notes_are_in_the_language(language: str) -> None:
    texts = [
        calendar(language),
        ads_readme((), language).decode(),
        readme("brand", language, "txt", draft=True).decode(),
    ]
    texts.append(handover(Handover("x", language=language, paths=("a.png", "email/en/x.eml"))).decode())
    assert not [word for text in texts for word in ENGLISH if word in text.lower()]


@pytest.mark.parametrize("language", SPOKEN)
def test_every_pattern_has_words(language: str) -> None:
    assert [pattern for pattern, _ in uses(language)] == [pattern for pattern, _ in uses("en")]
    assert all(use.strip() for _, use in uses(language))
    for group in ("deck", "report", "calendar", "ads", "handover", "contact"):
        assert set(table(group, language)) == set(table(group, "en")), group


def test_a_chinese_sheet_keeps_its_width_and_its_words() -> None:
    from unicodedata import east_asian_width

    text = handover(Handover("海边夜市", language="zh", paths=("ads/x.csv", "REPORT.html"))).decode()
    assert max(sum(2 if east_asian_width(c) in "WF" else 1 for c in line) for line in text.split("\n")) <= 78
    assert "ads/*.csv  (1 个文件)" in text


def test_an_unknown_language_reads_english() -> None:
    assert calendar("el") == calendar("en")
