"""Dates and days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from .kinds import HAN, Particular, either, one_of, words

_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NUMERIC: Final = re.compile(
    r"(?<![\d.,/:])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})(?!\d)|\.(?!\d)|(?=/)|(?![\d.,]))"
)
_HAN_DATE: Final = re.compile(rf"(?:(\d{{4}})年)?([\d{HAN}]{{1,3}})月(?:([\d{HAN}]{{1,3}})[日号])?")


def days(text: str) -> Iterator[Particular]:
    for m in _ISO.finditer(text):
        yield from _day(m.start(), m.end(), [(int(m[2]), int(m[3]))], m[1])
    for m in _month_pattern().finditer(text):
        month = _months()[(m["m1"] or m["m2"] or m["m3"]).lower().rstrip(".")]
        year = m["y1"] or m["y2"] or m["y3"] or ""
        if m["d0"]:
            yield from _day(m.start("d0"), m.end("d0"), [(month, int(m["d0"]))], year)
        start = m.start("d1") if m["d1"] else m.start()
        yield from _day(start, m.end(), [(month, int(m["d1"] or m["d2"] or 0))], year)
    for m in _HAN_DATE.finditer(text):
        month_, day_ = either(m[2]), either(m[3] or "")
        if month_ and month_ <= 12 and (day_ or m[1]):
            yield from _day(m.start(), m.end(), [(month_, day_ or 0)], m[1] or "")
    for m in _NUMERIC.finditer(text):
        a, b, sign = int(m[1]), int(m[3]), m[2]
        if sign == "." and not (m[4] or m[0].endswith(".")) or sign == "-" and not m[4]:
            continue  # "4.5" is a number, "8-10" a range
        named = re.search(
            r"\b(?:on|am|bis|ab|vom|zum|den|until|by|el|hasta|le|au|du)\s$",
            text[max(0, m.start() - 8) : m.start()],
            re.I,
        )
        if not m[4] and not named and not (len(m[1]) == len(m[3]) == 2 and (sign == "." or max(a, b) > 12)):
            continue  # "24/7", "3.2."
        if sign == "." and not m[4] and re.match(r"\s?(?:uhr|h\b)", text[m.end() :], re.I):
            continue
        ways = [(b, a), (a, b)] if sign == "/" else [(b, a)]
        good = [(month, day) for month, day in ways if 1 <= month <= 12 and 1 <= day <= 31]
        if good and not re.match(r"\s?(?:stars?|sterne|estrellas|étoiles|points?|von\b|of\b)", text[m.end() :], re.I):
            yield from _day(m.start(), m.end(), good, m[4] or "")


def _day(start: int, end: int, days: list[tuple[int, int]], year: str) -> Iterator[Particular]:
    full = f"20{year}" if len(year) == 2 else year
    values = tuple(
        f"{month:02}-{day:02} {full}".strip() for month, day in days if 1 <= month <= 12
    )  # "54 May" is a date too, and in no brief
    if values:
        yield Particular("date", start, end, values)


def weekdays(text: str) -> Iterator[Particular]:
    for m in _weekday_pattern().finditer(text):
        yield Particular("weekday", m.start(), m.end(), (_weekday_names()[m[0].lower()],))


@cache
def _months() -> dict[str, int]:
    return {word: n for n, words in enumerate(words()["months"], 1) for word in words}


@cache
def _weekday_names() -> dict[str, str]:
    return {word: str(n) for n, words in enumerate(words()["weekdays"], 1) for word in words}


@cache
def _month_pattern() -> re.Pattern[str]:
    month = rf"(?:{one_of(_months())})\b\.?"
    span = r"(?:(?P<d0>\d{1,2})(?:st|nd|rd|th|er)?\.?\s?(?:-|–|to|bis|al|au|und|and|y|et)\s?(?:zum\s)?)?"
    year = r"(?:,?\s(?:de\s|del\s)?(?P<y{}>(?:1[89]|2\d)\d\d))?(?!\d)"
    return re.compile(
        rf"(?<![\w.,]){span}(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s(?:of\s|de\s)?(?P<m1>{month}){year.format(1)}"
        rf"|(?<!\w)(?P<m2>{month})\s(?:the\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\s?[ap]m|\.\d){year.format(2)}"
        rf"|(?<!\w)(?P<m3>{month})\s(?:de\s)?(?P<y3>(?:1[89]|2\d)\d\d)(?!\d)",
        re.I,
    )


@cache
def _weekday_pattern() -> re.Pattern[str]:
    latin = [w for w in _weekday_names() if w[0].isascii() or w[0] == "s"]
    han = [w for w in _weekday_names() if w not in latin]
    return re.compile(rf"(?<!\w)(?:{one_of(latin)})(?!\w)|{one_of(han)}", re.I)
