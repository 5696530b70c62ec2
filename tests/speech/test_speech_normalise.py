"""What is said for what is written: golden tables to read, and properties that hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.requests import Pronunciation
from tools.speech.embedded.normalise import spoken
from tools.speech.embedded.numbers import SPELT, cardinal, ordinal, year
from tools.speech.embedded.words import written_words

LEXICON = (Pronunciation(word="sunsip", spoken="sun sip"),)
TABLES = sorted(Path(__file__).parent.glob("golden_*.txt"))
CASES = [
    pytest.param(table.stem.split("_")[1], *line.split(" => "), id=f"{table.stem[7:]}:{line[:24]}")
    for table in TABLES
    for line in table.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from(" .,-–%$€£¥0123456789:/@&+'()<>[]\0\n年月日点万USBhttpwww太阳能😀ا")),
    max_size=80,
)


@pytest.mark.parametrize(("language", "written", "said"), CASES)
def test_golden(language: str, written: str, said: str) -> None:
    assert spoken(written, language, LEXICON).text == said


@settings(max_examples=300, deadline=None)
@given(HOSTILE, st.sampled_from([*SPELT, "pt", "he", "zh-TW", ""]))
def test_every_spoken_character_has_its_origin_in_order(text: str, language: str) -> None:
    said = spoken(text, language, LEXICON)
    assert len(said.origin) == len(said.text)
    assert list(said.origin) == sorted(said.origin)
    assert all(0 <= i < len(text) for i in said.origin)
    assert not set(said.text) & set("<>|\\\0\n\r\t")
    assert said.text == " ".join(said.text.split(" ")).strip()


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_written_words_hold_the_whole_line(text: str) -> None:
    spans = written_words(text)
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in zip(spans, spans[1:], strict=False))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12 - 1), st.sampled_from(SPELT))
def test_numbers_are_words_without_figures(n: int, language: str) -> None:
    for words in (cardinal(n, language), ordinal(n + 1, language) if n < 10**9 else "x"):
        assert words == " ".join(words.split()) != ""
        assert not any(c.isdigit() and c.isascii() for c in words)


@pytest.mark.parametrize("language", SPELT)
def test_small_numbers_differ_from_each_other(language: str) -> None:
    assert len({cardinal(n, language) for n in range(3000)}) == 3000


@pytest.mark.parametrize(
    ("language", "n", "words"),
    [
        ("en", 1_234_567, "one million two hundred and thirty-four thousand five hundred and sixty-seven"),
        ("es", 1_021_000, "un millón veintiún mil"),
        ("de", 1_234_001, "eine Million zweihundertvierunddreißigtausendeins"),
        ("fr", 80_281, "quatre-vingt mille deux cent quatre-vingt-un"),
        ("zh", 100_010, "十万零一十"),
        ("zh", 10_012, "一万零一十二"),
    ],
)
def test_large_numbers(language: str, n: int, words: str) -> None:
    assert cardinal(n, language) == words


def test_years() -> None:
    assert [year(n, "en") for n in (1905, 2000, 2005, 2026)] == [
        "nineteen oh five", "two thousand", "two thousand and five", "twenty twenty-six",
    ]  # fmt: skip


def test_chinese_words_are_short_groups_split_at_punctuation() -> None:
    line = "太阳能露营灯白天充电，晚上照亮“营地”。"
    words = [line[a:b] for a, b in written_words(line)]
    assert words == ["太阳能", "露营灯白", "天充电，", "晚上照亮", "“营地”。"]


def test_lexicon_takes_whole_words_only() -> None:
    lexicon = (Pronunciation(word="Kom", spoken="comm"), Pronunciation(word="露营灯", spoken="lantern"))
    assert spoken("Kom KOM kombi 露营灯好", "en", lexicon).text == "comm comm kombi lantern好"


def test_markup_is_read_as_text() -> None:
    assert spoken("<speak><break time='9s'/>Hi</speak>", "en").text == "speak break time equals'9s' Hi speak".replace(
        "9s", "nine seconds"
    )


def test_long_figures_take_no_long_time() -> None:
    for text in ("1" * 5000, "1," * 2500, "1.000" * 1000, "a@" * 2500, "A" * 5000, "3-" * 2500):
        for language in SPELT:
            spoken(text, language)
