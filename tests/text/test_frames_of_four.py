"""Frames and any-trade lines in German, Spanish, French and Chinese: one address, no bent slot, the language's own signs."""

from __future__ import annotations

import re

import pytest

from tools.text.embedded.forms import spoken_to
from tools.text.embedded.packs import Phrase, frames, pack

FOUR = ("de", "es", "fr", "zh")
BENDS = {
    "de": r"\b(?:dem|den|des|einem|einen|einer|vom|zum|zur|beim)\s\{",
    "es": r"\b(?:al?|del?|el|la|los|las|un|una)\s\{(?!brand|label)",
    "fr": r"(?:\b(?:à|au|aux|de|du|des|le|la|les|un|une|que|si)\s|[dlqu]['’])\{",
}
"""Words that would have to agree or elide with whatever a slot brings."""
DETOURS = {
    "de": r"Zeilen für|neben diese Zeilen|schlaf|Kühlschrank|Montag|Dienstag|Keks|Teewasser|im Wortlaut",
    "es": r"nevera|almohada|lunes|martes|galleta|al pie de la letra|universo",
    "fr": r"frigo|oreiller|lundi|mardi|biscuit|mot pour mot|laissez? passer la nuit",
    "zh": r"冰箱|星期[一二]|饼干|原文|睡一觉|水烧开",
}
"""What filler of ours was made of: pictures of a day that not every reader has, and talk about the text itself."""


def _lines(language: str) -> list[tuple[str, Phrase]]:
    own = [(kind, p) for kind, phrases in frames(language).items() for p in phrases]
    rest = [(k, p) for k, v in pack("plain").items() if k.startswith(language + " ") for p in v]
    return own + rest


@pytest.mark.parametrize("language", FOUR)
def test_a_line_that_speaks_to_the_reader_says_how(language: str) -> None:
    wrong = [p.text for _, p in _lines(language) if (spoken_to(p.text, language) or p.address) != p.address]
    assert wrong == []


@pytest.mark.parametrize("language", ("de", "es", "fr"))
def test_each_address_finds_the_same_kinds(language: str) -> None:
    forms = {"de": ("du", "Sie"), "es": ("tú", "usted"), "fr": ("tu", "vous")}[language]
    for kind in {k for k, p in _lines(language) if p.address}:
        texts = [p for k, p in _lines(language) if k == kind]
        for form in forms:
            assert any(p.address in ("", form) for p in texts), (kind, form)


@pytest.mark.parametrize("language", BENDS)
def test_no_word_before_a_slot_depends_on_what_it_brings(language: str) -> None:
    assert [p.text for _, p in _lines(language) if re.search(BENDS[language], p.text)] == []


@pytest.mark.parametrize("language", FOUR)
def test_any_trade_lines_need_no_fridge_and_no_monday(language: str) -> None:
    assert [p.text for _, p in _lines(language) if re.search(DETOURS[language], p.text)] == []


def test_chinese_has_its_own_signs_and_no_spaces() -> None:
    lines = [p.text for _, p in _lines("zh")]
    assert [t for t in lines if re.search(r"[,.!?:;\"'()] ?|(?<! )\s(?!\S*\{brand\})", t)] == []
