"""Which figures are times of day and dates, and how they are said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from .amounts import AFTER, BEFORE, Rule
from .moments import clock, day
from .numbers import cardinal, ordinal, table, year

_DATIVE: Final = r"(?P<led>(?:\b(?:am|vom|zum|dem|den|bis|ab|seit|im)\s)|(?:\b[Dd](?:er|ie|as)\s))?"
_LED: Final = r"(?P<led>\b(?:am|vom|zum|dem|den|bis|ab|seit|und|der|die|Der|Die)\s)"
"""A word that tells "24.12." from the number of a version at the end of a sentence."""
_OF_YEAR: Final = r"(?:(?:,\s?|\s)(?P<y>(?:1[1-9]|20)[0-9]{2}))?"
_FULL_YEAR: Final = r"(?P<y>(?:19|20)[0-9]{2})"
_HOUR: Final = r"(?P<h>[0-9]{1,2})"
_DAY: Final = r"(?P<d>[0-9]{1,2})"
_MONTH: Final = r"(?P<m>[0-9]{1,2})"


@dataclass(frozen=True)
class _Said:
    """What is said for matches with groups ``d``, ``m``, ``y`` or ``h``, ``m`` in a language."""

    language: str

    @cached_property
    def words(self) -> Any:
        return table(self.language)

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Months by name, lower case."""
        long = {name.lower(): i + 1 for i, name in enumerate(self.words["months"])}
        return long | {name.lower(): n for name, n in self.words["month_short"].items()}

    @cached_property
    def months(self) -> str:
        """A pattern for any month's name."""
        names = sorted([*self.words["months"], *self.words["month_short"]], key=len, reverse=True)
        return "|".join(re.escape(name) for name in names)

    def date(self, m: re.Match[str]) -> str | None:
        found = m.groupdict()
        month = int(found["m"]) if found["m"].isdigit() else self.number_of[found["m"].lower()]
        if not (1 <= int(found["d"]) <= 31 and 1 <= month <= 12):
            return None
        led, of_year = found.get("led") or "", int(found.get("y") or 0)
        return led + day(int(found["d"]), month, self.language, of_year + (2000 if 0 < of_year < 100 else 0), led)

    def time(self, m: re.Match[str]) -> str | None:
        found = m.groupdict()
        hour, minute = int(found["h"]), int(found.get("m") or 0)
        if hour > 24 or minute > 59:
            return None
        half = (found.get("half") or "").upper()
        if half:
            said = clock(hour, minute, "en") if minute else cardinal(hour, "en")
            return f"{said} {self.words['letters'].get(half[0], half[0])} M"
        return clock(hour, minute, self.language)

    def month_first(self, m: re.Match[str]) -> str | None:
        """English "June 30, 2026"."""
        if int(m["d"]) > 31:
            return None
        when = f" {year(int(m['y']), 'en')}" if m["y"] else ""
        return f"{self.words['months'][self.number_of[m['m'].lower()] - 1]} {ordinal(int(m['d']), 'en')}{when}"

    def slashed(self, m: re.Match[str]) -> str | None:
        """English "24/12/2026" and "12/24/2026": where either could be the day, the month is taken to be first."""
        one, two = int(m["d"]), int(m["m"])
        on, month = (one, two) if one > 12 else (two, one)
        return day(on, month, "en", int(m["y"])) if 1 <= month <= 12 and 1 <= on <= 31 else None


def date_rules(language: str) -> list[Rule]:
    """Rules for times and dates; they come before those for amounts."""
    say = _Said(language)
    iso: Rule = (re.compile(rf"{BEFORE}(?P<y>[12][0-9]{{3}})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}}){AFTER}"), say.date)
    colon: Rule = (re.compile(rf"{BEFORE}{_HOUR}:(?P<m>[0-9]{{2}})(?![0-9:])"), say.time)
    own = {"en": _english, "de": _german, "es": _spanish, "fr": _french, "zh": _chinese}[language]
    return [iso, *own(say), colon]


def _english(say: _Said) -> list[Rule]:
    half = r"(?P<half>[AaPp]\.?[Mm](?:\.(?=\s*[a-z–—-])|\b))"
    day_first = rf"{BEFORE}(?P<led>the )?{_DAY}(?:st|nd|rd|th)? (?:of )?(?P<m>{say.months})\b{_OF_YEAR}"
    month_first = rf"\b(?P<m>{say.months}) {_DAY}(?:st|nd|rd|th)?(?![0-9]){_OF_YEAR}"
    return [
        (re.compile(rf"{BEFORE}{_HOUR}(?:[:.](?P<m>[0-9]{{2}}))?\s?{half}"), say.time),
        (re.compile(day_first), say.date),
        (re.compile(month_first), say.month_first),
        (re.compile(rf"{BEFORE}{_DAY}(?P<sign>[/-]){_MONTH}(?P=sign){_FULL_YEAR}{AFTER}"), say.slashed),
    ]


def _german(say: _Said) -> list[Rule]:
    return [
        (re.compile(rf"{BEFORE}{_HOUR}(?:[:.](?P<m>[0-9]{{2}}))?\s?Uhr\b"), say.time),
        (re.compile(rf"{_DATIVE}{BEFORE}{_DAY}\.\s?(?P<m>{say.months})(?!\w){_OF_YEAR}"), say.date),
        (
            re.compile(rf"{_DATIVE}{BEFORE}{_DAY}\.{_MONTH}\.(?P<y>(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}(?![0-9])))"),
            say.date,
        ),
        (re.compile(rf"{_LED}{BEFORE}{_DAY}\.(?P<m>1[0-2]|0?[1-9])\.(?![0-9])"), say.date),
    ]


def _spanish(say: _Said) -> list[Rule]:
    day_first = rf"{BEFORE}{_DAY} de (?P<m>{say.months})(?!\w)(?: (?:de|del) (?P<y>(?:1[1-9]|20)[0-9]{{2}}))?"
    return [
        (re.compile(rf"{BEFORE}{_HOUR}:(?P<m>[0-9]{{2}})\s?h\b"), say.time),
        (re.compile(day_first, re.IGNORECASE), say.date),
        _day_month_year(say),
    ]


def _french(say: _Said) -> list[Rule]:
    return [
        (re.compile(rf"{BEFORE}{_HOUR}\s?h\s?(?P<m>[0-9]{{2}})(?![0-9])"), say.time),
        (re.compile(rf"{BEFORE}{_DAY}(?:er)? (?P<m>{say.months})(?!\w){_OF_YEAR}"), say.date),
        _day_month_year(say),
    ]


def _chinese(say: _Said) -> list[Rule]:
    return [
        (re.compile(r"(?P<y>[12][0-9]{3})年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日"), say.date),
        (re.compile(rf"{BEFORE}(?P<y>[12][0-9]{{3}})/{_MONTH}/{_DAY}{AFTER}"), say.date),
        (re.compile(r"(?P<y>[12][0-9]{3})(?=年)"), lambda m: year(int(m["y"]), "zh")),
    ]


def _day_month_year(say: _Said) -> Rule:
    return re.compile(rf"{BEFORE}{_DAY}/{_MONTH}/{_FULL_YEAR}"), say.date
