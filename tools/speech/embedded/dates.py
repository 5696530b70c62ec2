"""Times of day and dates as they are said."""

from __future__ import annotations

import re

from .amounts import AFTER, BEFORE, Rule
from .numbers import before_noun, cardinal, ordinal, table, year

_DATIVE = r"(?P<led>(?:\b(?:am|vom|zum|dem|den|bis|ab|seit|im)\s)|(?:\b[Dd](?:er|ie|as)\s))?"


def clock(hour: int, minute: int, language: str) -> str:
    """A time by the 24-hour clock: ``clock(19, 30, "de") == "neunzehn Uhr dreißig"``."""
    hours, minutes = before_noun(cardinal(hour, language), language), cardinal(minute, language)
    if language == "zh":
        return (
            ("两" if hour == 2 else hours) + "点" + (("零" if minute < 10 else "") + minutes + "分" if minute else "整")
        )
    if language == "de":
        return f"{hours} Uhr" + (f" {minutes}" if minute else "")
    if language == "fr":
        named = {1: "une", 21: "vingt et une"}.get(hour, hours) + (" heure" if hour < 2 else " heures")
        return named + (f" {minutes}" if minute else "")
    if language == "es":
        named = {1: "una", 21: "veintiuna"}.get(hour, hours)
        return named + (f" {'cero ' if minute < 10 else 'y '}{minutes}" if minute else " en punto")
    if minute == 0:
        return f"{hours} o'clock" if 0 < hour <= 12 else f"{hours} hundred"
    return f"{hours} {'oh ' if minute < 10 else ''}{minutes}"


def day(number: int, month: int, language: str, of_year: int = 0, led: str = "") -> str:
    """A date: ``day(30, 6, "en", 2026) == "the thirtieth of June twenty twenty-six"``. ``led``: the German word before."""
    name = str(table(language)["months"][month - 1])
    when = year(of_year, language) if of_year else ""
    if language == "zh":
        return (when + "年" if when else "") + name + cardinal(number, "zh") + "日"
    if language == "de":
        word = led.strip().lower()
        ending = "er" if not word else "e" if word in ("der", "die", "das") else "en"
        return " ".join(filter(None, (ordinal(number, "de", ending), name, when)))
    if language == "en":
        return " ".join(filter(None, (f"{'' if led else 'the '}{ordinal(number, 'en')} of {name}", when)))
    said = "premier" if language == "fr" and number == 1 else cardinal(number, language)
    return f" {'de ' if language == 'es' else ''}".join(filter(None, (said, name, when)))


def date_rules(language: str) -> list[Rule]:
    """Rules for times and dates; they come before those for amounts."""
    t = table(language)
    short: dict[str, int] = t["month_short"]
    number_of = {name.lower(): i + 1 for i, name in enumerate(t["months"])} | {k.lower(): v for k, v in short.items()}
    months = "|".join(re.escape(k) for k in sorted([*t["months"], *short], key=len, reverse=True))
    of_year = r"(?:(?:,\s?|\s)(?P<y>(?:1[1-9]|20)[0-9]{2}))?"

    def dated(m: re.Match[str]) -> str | None:
        found = m.groupdict()
        month = int(found["m"]) if found["m"].isdigit() else number_of[found["m"].lower()]
        if not (1 <= int(found["d"]) <= 31 and 1 <= month <= 12):
            return None
        led = found.get("led") or ""
        said = day(int(found["d"]), month, language, int(found.get("y") or 0), led)
        return led + said

    def timed(m: re.Match[str]) -> str | None:
        found = m.groupdict()
        hour, minute = int(found["h"]), int(found.get("m") or 0)
        if hour > 24 or minute > 59:
            return None
        half = (found.get("half") or "").lower()
        if half:
            said = clock(hour, minute, "en") if minute else cardinal(hour, "en")
            return f"{said} {t['letters'].get(half[0].upper(), half[0].upper())} M"
        return clock(hour, minute, language)

    def month_first(m: re.Match[str]) -> str | None:
        when = f" {year(int(m['y']), 'en')}" if m["y"] else ""
        return (
            f"{t['months'][number_of[m['m'].lower()] - 1]} {ordinal(int(m['d']), 'en')}{when}"
            if int(m["d"]) < 32
            else None
        )

    iso: Rule = (re.compile(rf"{BEFORE}(?P<y>[12][0-9]{{3}})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}}){AFTER}"), dated)
    colon: Rule = (re.compile(rf"{BEFORE}(?P<h>[0-9]{{1,2}}):(?P<m>[0-9]{{2}})(?![0-9:])"), timed)
    if language == "en":
        half = r"(?P<half>[AaPp]\.?[Mm](?:\.(?=\s*[a-z])|\b))"
        return [
            iso,
            (re.compile(rf"{BEFORE}(?P<h>[0-9]{{1,2}})(?:[:.](?P<m>[0-9]{{2}}))?\s?{half}"), timed),
            colon,
            (
                re.compile(
                    rf"{BEFORE}(?P<led>the )?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{months})\b{of_year}"
                ),
                dated,
            ),
            (re.compile(rf"\b(?P<m>{months}) (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9]){of_year}"), month_first),
        ]
    if language == "de":
        return [
            iso,
            (re.compile(rf"{BEFORE}(?P<h>[0-9]{{1,2}})(?:[:.](?P<m>[0-9]{{2}}))?\s?Uhr\b"), timed),
            colon,
            (re.compile(rf"{_DATIVE}{BEFORE}(?P<d>[0-9]{{1,2}})\.\s?(?P<m>{months})(?!\w){of_year}"), dated),
            (
                re.compile(rf"{_DATIVE}{BEFORE}(?P<d>[0-9]{{1,2}})\.(?P<m>[0-9]{{1,2}})\.(?P<y>(?:19|20)[0-9]{{2}})"),
                dated,
            ),
        ]
    if language == "zh":
        return [
            iso,
            (re.compile(r"(?P<y>[12][0-9]{3})年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日"), dated),
            (re.compile(r"(?P<y>[12][0-9]{3})(?=年)"), lambda m: year(int(m["y"]), "zh")),
            colon,
        ]
    slashed: Rule = (re.compile(rf"{BEFORE}(?P<d>[0-9]{{1,2}})/(?P<m>[0-9]{{1,2}})/(?P<y>(?:19|20)[0-9]{{2}})"), dated)
    if language == "fr":
        return [
            iso,
            (re.compile(rf"{BEFORE}(?P<h>[0-9]{{1,2}})\s?h\s?(?P<m>[0-9]{{2}})(?![0-9])"), timed),
            colon,
            (re.compile(rf"{BEFORE}(?P<d>[0-9]{{1,2}})(?:er)? (?P<m>{months})(?!\w){of_year}"), dated),
            slashed,
        ]
    day_first = rf"{BEFORE}(?P<d>[0-9]{{1,2}}) de (?P<m>{months})(?!\w)(?: (?:de|del) (?P<y>(?:1[1-9]|20)[0-9]{{2}}))?"
    return [iso, colon, (re.compile(day_first, re.IGNORECASE), dated), slashed]
