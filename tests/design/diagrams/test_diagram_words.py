"""What diagrams say to those who cannot see them, and how numbers and dates are read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.lesson import Diagram, Link, Node
from tests.design.diagrams.samples import KINDS, WORDS, diagram, look
from tools.design.diagrams.chart import shape_of
from tools.design.diagrams.dates import scaled, year
from tools.design.diagrams.describe import MOST, describe
from tools.design.diagrams.draw import compose
from tools.design.diagrams.figures import said, with_unit
from tools.design.diagrams.sheet import LEAST
from tools.design.diagrams.signs import sign, signs

LANGUAGES = ("en", "es", "de", "fr", "zh")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(kind=st.sampled_from(KINDS), language=st.sampled_from(sorted(WORDS)), count=st.integers(1, 12), top=st.integers(1, 120), seed=st.integers(0, 50))  # fmt: skip
def test_all_that_is_drawn_is_said(kind: str, language: str, count: int, top: int, seed: int) -> None:
    data = diagram(kind, language, (top,) * count, True, seed)
    alt, long = describe(data, language)
    assert 0 < len(alt) <= MOST
    for text in [*(n.text for n in data.nodes), *(c for row in data.rows for c in row[1:]), data.title]:
        assert text in long
    assert long.endswith((".", "。")) and "{" not in long and "{" not in alt


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_own_words(language: str) -> None:
    texts = {kind: describe(diagram(kind, "en", (5, 5)), language) for kind in KINDS}
    english = {kind: describe(diagram(kind, "en", (5, 5)), "en") for kind in KINDS}
    assert language == "en" or all(
        texts[k][0] != english[k][0] and texts[k][1] != english[k][1] for k in KINDS if k != "cycle" or language != "fr"
    )


def test_a_map_in_sentences() -> None:
    data = Diagram(
        id="d", kind="concept_map", title="Leaf", nodes=(Node(id="a", text="Leaf"), Node(id="b", text="Light")),
        links=(Link(start="b", end="a", label="feeds"),),
    )  # fmt: skip
    assert describe(data, "en")[1] == (
        "The concept map “Leaf” shows 2 ideas. In the middle stands “Leaf”. An arrow labelled “feeds” leads from “Light” to “Leaf”."
    )
    assert "Ein Pfeil mit der Aufschrift „feeds“ führt von „Light“ zu „Leaf“." in describe(data, "de")[1]


def test_the_templates_have_the_same_keys() -> None:
    from tools.design.diagrams.describe import _FILE

    table = json.loads(_FILE.read_text("utf-8"))
    assert set(table) == set(LANGUAGES)
    assert all(set(table[k]) == set(table["en"]) and set(table[k]["head"]) == set(KINDS) for k in table)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1789", 1789), ("14 July 1789", 1789), ("14. Juli 1789", 1789), ("753 av. J.-C.", -753), ("44 v. Chr.", -44),
        ("105年", 105), ("公元前221年", -221), ("约700年", 700), ("300 BC", -300), ("1914-1918", None), ("spring", None), ("", None),
        ("AD 79", 79),
    ],
)  # fmt: skip
def test_years(text: str, found: float | None) -> None:
    assert year(text) == found


def test_scale_only_where_every_date_rises() -> None:
    assert scaled(("1900", "1910", "1950")) == (0.0, 0.2, 1.0)
    assert scaled(("1900", "1890")) is None and scaled(("1900", "then", "1950")) is None and scaled(("1900",)) is None


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (12400.5, "en", "12,400.5"), (12400.5, "de", "12.400,5"), (12400.5, "fr", "12\u202f400,5"), (3400.5, "es", "3400,5"),
        (0.0, "en", "0"), (-0.6, "de", "\u22120,6"), (2e9, "en", "2,000,000,000"), (0.0000004, "en", "4e-07"), (1 / 3, "en", "0.333333"),
    ],
)  # fmt: skip
def test_numbers(value: float, language: str, text: str) -> None:
    assert said(value, language) == text


def test_units() -> None:
    assert with_unit(5, "%", "en") == "5%" and with_unit(5, "%", "de") == "5\u00a0%" and with_unit(5, "", "en") == "5"


def nodes(*pairs: tuple[str, float]) -> tuple[Node, ...]:
    return tuple(Node(id=f"n{i}", text=t, value=v) for i, (t, v) in enumerate(pairs))


def test_the_chart_follows_the_data() -> None:
    assert shape_of(nodes(("sea", 71), ("land", 29)), "%") == "ring"
    assert shape_of(nodes(("sea", 71), ("land", 20)), "%") == "bars", "what is no whole is no ring"
    assert shape_of(nodes(*((str(y), 1.0) for y in (1900, 1950, 1980, 2000))), "") == "line"
    assert shape_of(nodes(*((m, 1.0) for m in ("Jan", "Feb", "März", "April"))), "°C") == "line"
    assert shape_of(nodes(("tea", 4), ("milk", 9), ("salt", 2), ("rye", 3)), "") == "bars"


def test_bars_start_at_nought_and_are_as_long_as_their_numbers() -> None:
    import re

    from tools.design.diagrams.draw import draw

    svg = draw(
        Diagram(id="d", kind="chart", title="t", nodes=nodes(("a", 100.0), ("b", 50.0))), look(), 1600, 900, "en"
    )
    bars = [
        float(h)
        for h in re.findall(r'<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="([\d.]+)" rx="[\d.]+" fill="url', svg)
    ]
    assert any(abs(a / b - 2) < 0.02 for a in bars for b in bars if b)


def test_icons_only_where_they_mean_it() -> None:
    assert sign("光合作用", "zh") == "" and sign("水循环", "zh") != ""
    assert signs(["water", "of the", "xyzzy", "qwrt"], "en") == ("", "", "", "")
    found = [s for s in signs(["coffee", "coffee", "bread", "bicycle"], "en") if s]
    assert len(found) == len(set(found))


def test_chinese_keeps_kinsoku() -> None:
    board = compose(diagram("process", "zh", (90, 100, 110)), look(), 1080, 1080, "zh")
    lines = [line for p in board.parts if p.text is not None for line in p.text.lines]
    assert len(lines) > 4 and not any(line[0] in "，。、；：）" for line in lines)
    assert min(p.text.size for p in board.parts if p.text) >= 1080 * LEAST - 0.05
