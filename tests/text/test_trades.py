"""The trade of a line: a hundred openings of briefs in five languages, and what each is of."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from agents.planner import complete
from core.vocab import DOMAINS, LANGUAGES
from graphs.briefs import parse_text
from tools.text.embedded.domains import detect, mood
from tools.text.embedded.language import detect_language
from tools.text.embedded.packs import pack
from tools.text.embedded.shares import SHARES

ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "trades.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("trade", "language", "line"), ROWS, ids=[f"{r[1]}-{r[2]}" for r in ROWS])
def test_a_line_is_of_its_trade_and_language(trade: str, language: str, line: str) -> None:
    brief = complete(parse_text(line))
    assert brief.language == language
    assert detect(" ".join([brief.product, brief.title, brief.goal]), language)[0] == trade


def test_the_lines_are_many_and_of_all_trades() -> None:
    assert len(ROWS) >= 100 and {row[0] for row in ROWS} == set(DOMAINS)
    assert min(Counter(row[1] for row in ROWS).values()) >= 12


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_trade_has_lines_of_each_kind_in_each_language(domain: str) -> None:
    assert mood((), domain)
    for language in LANGUAGES:
        assert all(len(pack(domain).get(f"{language} {kind}", ())) >= 1 for kind in SHARES)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Steuerkanzlei in Kassel", "de"), ("tienda de vinilos", "es"), ("agence immobilière", "fr"), ("Anwaltskanzlei", "de"),
     ("un taller de bicicletas", "es"), ("un atelier de réparation de vélos", "fr"), ("law firm", "en"), ("Soap", "en"), ("肥皂", "zh")],
)  # fmt: skip
def test_a_few_words_tell_their_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_what_it_is_weighs_more_than_what_it_has() -> None:
    assert detect("a family bakery with a music evening")[0] == "food"
    assert detect("una panadería con ludoteca", "es")[0] == "food"
    assert detect("eine Versicherung für Fahrräder", "de")[0] == "finance"
