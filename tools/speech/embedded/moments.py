"""Times of day and dates in words."""

from __future__ import annotations

from .numbers import before_noun, cardinal, ordinal, table, year


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
