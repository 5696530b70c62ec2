"""Footnote numbers told from exponents: the first go, the second stay as superscripts."""

from __future__ import annotations

import re
from typing import Final

_RAISED: Final = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_NOTE: Final = re.compile(r"[\[(]?(?:\d{1,3}|[a-z])(?:\s*[,;–-]\s*(?:\d{1,3}|[a-z]))*[\])]?|[*†‡§¶]{1,3}")
_UNIT: Final = re.compile(r"(?:^|[^\w])(?:[kcmdµ]?m|in|ft|s|km|cm|mm|[A-Za-z]|\d+|\d[\d.,]*\s*[A-Za-z]{1,2})$")
_ORDINAL: Final = frozenset(["st", "nd", "rd", "th", "er", "re", "ère", "e", "ème", "o", "a", "os", "as", "ª", "º"])
_SIGNS: Final = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?)”\"'»。，]))[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}(?=[\s.,;:!?)”\"'»。，]|$)")
_BRACKETS: Final = re.compile(r"(?<=[^\s\[])(?:\[(?:\d{1,3}|note \d+|citation needed)(?:\s*[,–-]\s*\d{1,3})*\])+")


def superscript(text: str, before: str) -> str:
    """How a raised ``text`` reads after ``before``: empty for a note's number, else with superscript digits where it has such.

    A raised number is an exponent after a digit, a unit or a single letter, and a note's after a word or a full stop.
    """
    text = text.strip()
    if text.lower() in _ORDINAL and text.isalpha() and len(text) > 1 or text in ("ª", "º", "TM", "®"):
        return text
    if (
        text in ("e", "o", "a")
        and before[-1:].isdigit()
        or (text in ("e", "er", "re") and before[-1:] in "IVXLC" and before)
    ):
        return text
    if _UNIT.search(before[-12:]) and re.fullmatch(r"[\d+\-−n]+", text):
        return text.translate(_RAISED)
    return "" if _NOTE.fullmatch(text) else text


def without_notes(text: str) -> str:
    """Running text without note numbers: superscript signs after a word, and numbers in square brackets."""
    return _BRACKETS.sub("", _SIGNS.sub("", text))
