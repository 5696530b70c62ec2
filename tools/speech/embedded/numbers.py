"""Numbers as words in English, Spanish, German, French and Chinese. Word tables lie in ``data/<language>.json``."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, TypedDict, cast

_DATA: Final = Path(__file__).parent / "data"
_Spell = Callable[[int], str]
SPELT: Final = ("en", "es", "de", "fr", "zh")
"""Languages with tables; in any other the voice reads figures by its own rules."""
MOST_DIGITS: Final = 12
"""Longer figures are read digit by digit."""


class _Words(TypedDict):
    """The part of a table that spells numbers."""

    ones: list[str]
    tens: list[str]
    hundreds: list[str]
    scales: list[list[str]]


@cache
def table(language: str) -> Any:
    """The word tables of one of ``SPELT``."""
    return json.loads((_DATA / f"{language}.json").read_text("utf-8"))


def _words(language: str) -> _Words:
    return cast(_Words, table(language)["numbers"])


def cardinal(n: int, language: str) -> str:
    """``n >= 0`` in words: ``cardinal(21, "de") == "einundzwanzig"``. Digit by digit from 10 ** 12 on."""
    if len(str(n)) > MOST_DIGITS:
        return digits(str(n), language)
    return {"en": _en, "es": _es, "de": _de, "fr": _fr, "zh": _zh}[language](n)


def digits(text: str, language: str) -> str:
    """Each ASCII digit of ``text`` by name."""
    ones = table(language)["numbers"]["ones"]
    return ("" if language == "zh" else " ").join(ones[int(c)] for c in text if c in "0123456789")


def before_noun(words: str, language: str) -> str:
    """The form that stands before a noun: Spanish ``veintiuno`` becomes ``veintiún``, German ``eins`` ``ein``."""
    if language == "es" and words.endswith("uno"):
        return words[:-4] + "iún" if words.endswith("iuno") else words[:-1]
    if language == "de" and words.endswith("eins"):
        return words[:-1]
    return words


def ordinal(n: int, language: str, ending: str = "e") -> str:
    """The ``n``-th in words. ``ending`` is the German one (``e``, ``er``, ``en``); the others take none."""
    numbers, words = table(language)["numbers"], cardinal(n, language)
    special: dict[str, str] = numbers["ordinals"]
    if language == "en":
        head, cut, last = words.rpartition(" ") if "-" not in words.split(" ")[-1] else words.rpartition("-")
        last = special.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
        return head + cut + last
    if language == "de":
        low = n % 100
        stem = special.get(str(n)) or (words + "t" if 0 < low < 20 else words + "st")
        if 0 < low < 20 and n > 19 and str(low) in special:
            stem = words[: -len(cardinal(low, "de"))] + special[str(low)]
        return stem + ending
    if language == "fr":
        trimmed = words[:-1] + "v" if words.endswith("neuf") else words.removesuffix("e")
        return special.get(str(n)) or (trimmed + ("uième" if trimmed.endswith("cinq") else "ième"))
    return special.get(str(n), words) if language == "es" else "第" + words


def year(n: int, language: str) -> str:
    """A year as it is said: English by pairs of digits, German by hundreds, Chinese digit by digit."""
    high, low = divmod(n, 100)
    if language == "zh":
        return digits(str(n), "zh")
    if language == "en" and 1100 <= n <= 2099 and not 2000 <= n <= 2009:
        tail = "hundred" if low == 0 else ("oh " if low < 10 else "") + _en(low)
        return f"{_en(high)} {tail}"
    if language == "de" and 1100 <= n <= 1999:
        return _de(high) + "hundert" + (_de(low) if low else "")
    return cardinal(n, language)


def _en(n: int) -> str:
    t = _words("en")
    if n < 100:
        return str(t["ones"][n]) if n < 20 else t["tens"][n // 10] + (f"-{t['ones'][n % 10]}" if n % 10 else "")
    if n < 1000:
        return t["ones"][n // 100] + " hundred" + (f" and {_en(n % 100)}" if n % 100 else "")
    return _by_thousands(n, t["scales"], _en, joint=" and ")


def _es(n: int) -> str:
    t = _words("es")
    if n < 100:
        return str(t["ones"][n]) if n < 30 else t["tens"][n // 10] + (f" y {t['ones'][n % 10]}" if n % 10 else "")
    if n < 1000:
        return "cien" if n == 100 else t["hundreds"][n // 100] + (f" {_es(n % 100)}" if n % 100 else "")
    if n < 10**6:
        high, low = divmod(n, 1000)
        return ("mil" if high == 1 else before_noun(_es(high), "es") + " mil") + (f" {_es(low)}" if low else "")
    high, low = divmod(n, 10**6)
    head = "un millón" if high == 1 else before_noun(_es(high), "es") + " millones"
    return head + (f" {_es(low)}" if low else "")


def _de(n: int) -> str:
    t = _words("de")
    if n < 20:
        return str(t["ones"][n])
    if n < 100:
        one = before_noun(t["ones"][n % 10], "de")
        return (f"{one}und" if n % 10 else "") + t["tens"][n // 10]
    if n < 1000:
        return (t["ones"][n // 100] if n >= 200 else "") + "hundert" + (_de(n % 100) if n % 100 else "")
    if n < 10**6:
        high, low = divmod(n, 1000)
        return (before_noun(_de(high), "de") if high > 1 else "") + "tausend" + (_de(low) if low else "")
    return _by_thousands(n, t["scales"], _de, whole=2)


def _fr(n: int) -> str:
    t = _words("fr")
    if n < 100:
        ten, one = divmod(n, 10)
        if n < 20:
            return str(t["ones"][n])
        if n == 80:
            return "quatre-vingts"
        one += 10 if ten in (7, 9) else 0
        joint = " et " if one in (1, 11) and ten < 8 else "-"
        return t["tens"][ten] + (joint + t["ones"][one] if one else "")
    if n < 1000:
        high, low = divmod(n, 100)
        head = "cent" if high == 1 else t["ones"][high] + (" cent" if low else " cents")
        return head + (f" {_fr(low)}" if low else "")
    if n < 10**6:
        high, low = divmod(n, 1000)
        plain = _fr(high).replace("cents", "cent").replace("vingts", "vingt")
        return ("mille" if high == 1 else plain + " mille") + (f" {_fr(low)}" if low else "")
    return _by_thousands(n, t["scales"], _fr, whole=2)


def _by_thousands(n: int, scales: list[list[str]], small: _Spell, joint: str = " ", whole: int = 1) -> str:
    """Groups of three digits with their scale words; ``small`` spells all below ``1000 ** whole`` by itself.

    ``joint`` comes before a last part under a hundred.
    """
    out: list[str] = []
    for power in range(len(scales), whole - 1, -1):
        high = n // 1000**power % 1000
        if high:
            out.append(scales[power - 1][0] if high == 1 else f"{small(high)} {scales[power - 1][1]}")
    low = n % 1000**whole
    return " ".join(out) + ((joint if low < 100 else " ") + small(low) if low else "")


def _zh(n: int) -> str:
    t = _words("zh")
    if n < 10**4:
        out, gap = "", False
        for power in range(3, -1, -1):
            figure = n // 10**power % 10
            if figure:
                out += ("零" if gap and out else "") + t["ones"][figure] + t["tens"][power]
            gap = not figure
        return (out[1:] if out.startswith("一十") else out) or "零"
    scale = 8 if n >= 10**8 else 4
    high, low = divmod(n, 10**scale)
    head = _zh(high) + ("亿" if scale == 8 else "万")
    return head + (("零" if low < 10 ** (scale - 1) else "") + _zh_tail(low) if low else "")


def _zh_tail(n: int) -> str:
    return "一" + _zh(n) if 10 <= n < 20 else _zh(n)
