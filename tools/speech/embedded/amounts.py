"""Figures with what they count: money, units, percentages, ranges, plain numbers. Patterns find, callbacks spell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from .numbers import before_noun, cardinal, digits, ordinal, table, year

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]
"""A pattern and what is said for a match; ``None`` leaves the text to later rules."""

NOUN: Final = "\x1f"
"""Stands in what is said where the figure ends and its noun begins: a space that tells which was written as which."""
LATIN: Final = "A-Za-z\u00c0-\u024f"
BEFORE: Final = rf"(?:(?<![{LATIN}0-9_])|(?<=[0-9]x))(?<![0-9][.,'’])"
AFTER: Final = rf"(?![{LATIN}0-9_])"


def number_pattern(language: str) -> str:
    """A figure as written: grouped thousands with decimals, or digits with points or commas. Never backtracks."""
    group = {".": r"[.'’\u00a0\u202f]", " ": r"[ .'’\u00a0\u202f]"}.get(
        table(language)["numbers"]["group"], r"[,'’\u00a0\u202f]"
    )
    decimal = re.escape(table(language)["numbers"]["decimal"])
    return rf"(?>[0-9]{{1,3}}(?:{group}[0-9]{{3}})+(?![0-9])(?:{decimal}[0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"


def split(figure: str, language: str) -> tuple[str, str] | None:
    """Whole and decimal digits of a figure as written; ``None`` for one with several points (a version)."""
    decimal = table(language)["numbers"]["decimal"]
    plain = re.sub("[\u00a0\u202f '’]", "", figure)
    grouped = re.fullmatch(rf"[0-9]{{1,3}}(?:[.,][0-9]{{3}})+(?:{re.escape(decimal)}[0-9]+)?", plain)
    other = "," if decimal == "." else "."
    if grouped and (other in plain or plain.count(decimal) > 1):
        head, _, tail = plain.partition(decimal) if other in plain else (plain, "", "")
        return head.replace(other, "").replace(decimal, ""), tail
    parts = re.split("[.,]", plain)
    return None if len(parts) > 2 else (parts[0], parts[1] if len(parts) == 2 else "")


def say(figure: str, language: str) -> str:
    """A figure in words: ``say("1,200.5", "en") == "one thousand two hundred point five"``."""
    point, space = table(language)["numbers"]["point"], "" if language == "zh" else " "
    parts = split(figure, language)
    if parts is None:
        return f"{space}{point}{space}".join(_whole(p, language) for p in re.split("[.,]", figure))
    whole, tail = parts
    if not tail:
        return _whole(whole, language)
    named = language in ("es", "fr") and len(tail) <= 2 and tail[0] != "0"
    after = cardinal(int(tail), language) if named else digits(tail, language)
    return f"{_whole(whole, language)}{space}{point}{space}{after}"


def _whole(figure: str, language: str) -> str:
    if (len(figure) > 1 and figure[0] == "0") or len(figure) > 12:
        return digits(figure, language)
    return cardinal(int(figure), language)


def counted(figure: str, forms: list[str], language: str) -> str:
    """A figure and its noun, ``NOUN`` between them; ``forms`` are "one litre" and "litres"."""
    one, many = forms[:2]
    if language == "zh":
        return ("两" if figure == "2" and many[0] in "公升小万" else say(figure, "zh")) + many
    if figure == "1":
        return one.replace(" ", NOUN, 1)
    return f"{before_noun(say(figure, language), language)}{NOUN}{many}"


def money(figure: str, forms: list[str], language: str, scale: list[str] | None = None) -> str:
    """An amount: ``money("29.50", ["one dollar", "dollars", "one cent", "cents"], "en")``.

    ``scale`` holds the forms of a word such as "million" that stands between figure and currency.
    """
    if scale:
        words = counted(figure, scale, language) + ("" if language == "zh" else " ") + forms[1]
        return re.sub(r"\bde (?=[aeiou])", "d'", words) if language == "fr" else words
    parts = split(figure, language)
    if parts is None or len(parts[1]) != 2 or not forms[3]:
        return counted(figure.rstrip("0").rstrip(".,") if parts and parts[1] else figure, forms, language)
    whole, part = parts[0], int(parts[1])
    if part == 0:
        return counted(whole, forms, language)
    number = before_noun(cardinal(part, language), language)
    if int(whole) == 0:
        return forms[2] if part == 1 else f"{number} {forms[3]}"
    template: str = table(language)["say"]["money"]
    sub = forms[2].split(" ")[-1] if part == 1 else forms[3]
    return template.format(whole=counted(whole, forms, language), part=number, sub=sub)


def choice(keys: Iterable[str]) -> str:
    """A pattern for any of ``keys``, longest first."""
    return "|".join(re.escape(k) for k in sorted(keys, key=len, reverse=True))


def amount_rules(language: str) -> list[Rule]:
    """Rules for figures, most particular first."""
    t, words = table(language), table(language)["say"]
    space = "" if language == "zh" else " "
    num, dash = number_pattern(language), r"\s?[-–—~～]\s?"
    some = rf"(?P<n>{num})(?:{dash}(?P<to>{num}))?"
    marked = r"(?:[.,][-–—]{1,2})?"
    scale = rf"(?:[ \u00a0]?(?P<scale>{choice(t['scale_words'])}){AFTER if language != 'zh' else ''})?"
    coin = choice(t["currencies"])
    sign = r"(?P<minus>(?<!\S)[-−])?"

    def spell(m: re.Match[str], one: Callable[[str], str]) -> str:
        found = m.groupdict()
        low = f"{say(found['n'], language)}{space}{words['to']}{space}" if found.get("to") else ""
        minus = t["numbers"]["minus"] + space if found.get("minus") else ""
        return minus + low + one(found["to"] or found["n"])

    def on_money(m: re.Match[str]) -> str:
        named = t["scale_words"].get(m["scale"])
        return spell(m, lambda f: money(f, t["currencies"][m["coin"]], language, named))

    def on_unit(m: re.Match[str]) -> str:
        return spell(m, lambda f: counted(f, t["units"][m["unit"]], language))

    def on_percent(m: re.Match[str]) -> str:
        if language == "zh":
            return spell(m, lambda f: words["percent"] + say(f, "zh"))
        return spell(m, lambda f: f"{say(f, language)}{NOUN}{words['percent']}")

    def on_range(m: re.Match[str]) -> str | None:
        low, high = m["n"], m["to"]
        if len(low) > 4 or len(high) > 4 or not (low + high).isdigit() or int(low) >= int(high):
            return None
        first, last = (_year_or(f, language) for f in (low, high))
        return f"{first}{space}{words['to']}{space}{last}"

    def on_plain(m: re.Match[str]) -> str:
        value = _year_or(m["n"], language) if not m["minus"] else say(m["n"], language)
        if language == "zh" and m["n"] == "2" and m.string[m.end() : m.end() + 1] in (*t["pair_before"],):
            value = "两"
        noun = re.compile(rf"[ \u00a0]([{LATIN}]+)").match(m.string, m.end())
        if noun and m["n"].isdigit():
            value = _agreeing(value, noun[1], language)
        return (t["numbers"]["minus"] + space if m["minus"] else "") + value

    number_words = choice(t["number_words"])
    rules: list[Rule] = [
        (re.compile(rf"{sign}(?P<coin>{coin})[ \u00a0]?{some}{marked}{scale}"), on_money),
        (re.compile(rf"{sign}{BEFORE}{some}{marked}{scale}[ \u00a0]?(?P<coin>{coin}){AFTER}"), on_money),
        (re.compile(rf"{sign}{BEFORE}{some}[ \u00a0]?[%％]"), on_percent),
        (re.compile(rf"{sign}{BEFORE}{some}[ \u00a0]?(?P<unit>{choice(t['units'])}){AFTER}"), on_unit),
        (
            re.compile(rf"(?:{number_words})[ \u00a0]?(?P<n>{num})"),
            lambda m: words["number"] + space + say(m["n"], language),
        ),
        (
            re.compile(rf"{BEFORE}(?P<n>{num})(?=[x×][0-9]|[ \u00a0][x×][ \u00a0][0-9])[ \u00a0]?[x×]"),
            lambda m: f"{say(m['n'], language)}{space}{words['by']}",
        ),
        (re.compile(rf"{BEFORE}(?P<n>{num})[x×]{AFTER}"), lambda m: say(m["n"], language) + space + words["times"]),
        (re.compile(rf"{BEFORE}(?<![-–])(?P<n>{num}){dash}(?P<to>{num}){AFTER}(?![-–])"), on_range),
    ]
    suffix = {"en": "st|nd|rd|th", "fr": "ers?|res?|e|ème", "es": r"\.?[ºª]|\.er"}.get(language)
    if suffix:
        found = re.compile(rf"{BEFORE}(?P<n>[0-9]{{1,4}})(?P<suffix>{suffix}){AFTER}")
        rules.append((found, lambda m: _ordinal(int(m["n"]), m["suffix"], language)))
    rules.append((re.compile(rf"{sign}{BEFORE}(?P<n>{num})"), on_plain))
    rules.append((re.compile(rf"(?<=[{LATIN}])(?P<n>{num})"), lambda m: space + say(m["n"], language)))
    return rules


def _ordinal(n: int, suffix: str, language: str) -> str:
    """A written ordinal with the gender that its suffix shows."""
    words = ordinal(n, language)
    if language == "fr" and suffix.startswith("re"):
        return "première" if n == 1 else words
    if language == "es" and words.endswith("o"):
        return words[:-1] + "a" if suffix.endswith("ª") else words[:-1] if suffix == ".er" else words
    return words


_FEMININE: Final = re.compile("(?:a|dad|dade|ción|cione|noche)s?$")
_MASCULINE: Final = ("día", "días", "mapa", "mapas", "programa", "programas", "tema", "temas", "sistema", "sistemas")


def _agreeing(words: str, noun: str, language: str) -> str:
    """Spanish and German "one" before a noun, its gender told by the noun's ending."""
    if language == "es" and words.endswith("uno") and noun not in _MASCULINE and _FEMININE.search(noun):
        return words[:-1] + "a"
    if language == "de" and words == "eins" and noun.endswith(("e", "ung", "heit", "keit", "tät", "ion")):
        return "eine"
    return before_noun(words, language)


def _year_or(figure: str, language: str) -> str:
    """A bare figure of four digits from 1900 to 2099 as a year, any other as a number."""
    if len(figure) == 4 and figure.isdigit() and 1900 <= int(figure) <= 2099:
        return year(int(figure), language) if language != "zh" else cardinal(int(figure), language)
    return say(figure, language)
