"""Figures as advertising writes them: local telephone numbers, fractions, ratings, ranges, rates, decades, weekdays."""

from __future__ import annotations

import re
from typing import Any, Final

from .amounts import AFTER, BEFORE, LATIN, Rule, choice, number_pattern, say
from .numbers import digits, ordinal, table, year

_PHONES: Final = (
    r"(?:1-)?[2-9][0-9]{2}-[0-9]{3}-[0-9]{4}",
    r"\([2-9][0-9]{2}\) ?[0-9]{3}[- ][0-9]{4}",
    r"0[1-9][0-9]{0,3}(?:[ /.-]?[0-9]{2,8}){1,5}",
    r"0800(?:[ /.-]?[0-9]{2,7}){1,4}",
)
_HALVES: Final = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}
_TIMED: Final = re.compile(r"(?:[0-9%％]|[AaPp]\.?[Mm]\.?|[0-9]\s?(?:h|Uhr))$")
_DECADES: Final = {2: "twenties", 3: "thirties", 4: "forties", 5: "fifties", 6: "sixties", 7: "seventies", 8: "eighties", 9: "nineties"}  # fmt: skip


def phone_rules(language: str) -> list[Rule]:
    """Numbers that are read digit by digit, by their shape or by a word such as "Tel." before them; and idioms."""
    idioms: dict[str, str] = table(language)["idioms"]
    shapes = [*_PHONES, r"1[3-9][0-9]{9}"] if language == "zh" else list(_PHONES)
    called = re.compile(rf"(?:{choice(table(language)['phone_words'])})[:：]?\s?$")

    def by_shape(m: re.Match[str]) -> str | None:
        return _dialled(m.group(), language) if 9 <= sum(c.isdigit() for c in m.group()) <= 12 else None

    def by_word(m: re.Match[str]) -> str | None:
        return _dialled(m.group(), language) if called.search(m.string, 0, m.start()) else None

    edge = r"(?<![0-9A-Za-z_.,/+-])"
    return [
        (re.compile(rf"{edge}(?:{choice(idioms)})(?![0-9/]){AFTER}"), lambda m: idioms[m.group()]),
        (re.compile(rf"{edge}(?:{'|'.join(shapes)})(?![0-9A-Za-z_%])"), by_shape),
        (re.compile(rf"{edge}[0-9](?:[ /.()-]?[0-9]){{4,13}}(?![0-9A-Za-z_%])"), by_word),
    ]


def _dialled(number: str, language: str) -> str:
    comma = "，" if language == "zh" else ", "
    return comma.join(digits(group, language) for group in re.findall("[0-9]+", number))


def figure_rules(language: str) -> list[Rule]:
    """Rules that come before those for amounts."""
    t = table(language)
    words, fractions = t["say"], t["fractions"]
    num = number_pattern(language)

    def rated(m: re.Match[str]) -> str | None:
        if m["of"] not in ("5", "6", "10", "100") or re.fullmatch("[0-9]+", m["n"]) and int(m["n"]) > int(m["of"]):
            return None
        said: str = words["out_of"].format(n=say(m["n"], language), of=say(m["of"], language))
        return said

    def mixed(m: re.Match[str]) -> str:
        part = str(fractions[_HALVES[m["part"]]])
        if not m["n"]:
            return part
        if language == "zh":
            return f"{say(m['n'], 'zh')}又{part}"
        if language != "en":  # where the noun stands between the two, a decimal is as natural and never wrong
            return say(m["n"] + {"½": ",5", "¼": ",25", "¾": ",75", "⅓": ",33", "⅔": ",67"}[m["part"]], language)
        return f"{say(m['n'], 'en')} and {'a half' if part == 'half' else part}"

    rules: list[Rule] = [
        (re.compile(rf"{BEFORE}(?:{choice(fractions)})(?![0-9/]){AFTER}"), lambda m: str(fractions[m.group()])),
        (re.compile(f"(?P<n>[0-9]{{1,3}})?\\s?(?P<part>{choice(_HALVES)})"), mixed),
        (re.compile(rf"{BEFORE}(?P<n>{num})/(?P<of>[0-9]{{1,3}})(?![0-9/])"), rated),
        *_weekdays(t, words["to"]),
    ]
    if language == "en":
        rules.append((re.compile(r"(?<![\w'’])['’](?P<n>[2-9])0s\b"), lambda m: _DECADES[int(m["n"])]))
        rules.append((re.compile(r"(?<![\w.,])(?P<c>1[89]|20)(?P<n>[2-9])0s\b"), _decade))
        rules.append(
            (re.compile(r"(?<![\w.,])(?P<n>[0-9]{1,3})[kK]\b(?! ?[0-9])"), lambda m: say(m["n"], "en") + " thousand")
        )
    if language == "de":
        rules += _german(t)
    return rules


def joint_rules(language: str) -> list[Rule]:
    """Rules for the signs between what other rules took: a dash in a range, a slash in a rate. They come last."""
    words = table(language)["say"]
    whole = {"en": "[A-Za-z]", "zh": "[\u4e00-\u9fff]"}.get(language, f"[{LATIN}]")

    def ranged(m: re.Match[str]) -> str | None:
        return str(words["to"]) if _TIMED.search(m.string, max(0, m.start() - 8), m.start()) else None

    coins, units = choice(table(language)["currencies"]), choice(table(language)["units"])
    rate = re.compile(rf"(?:[0-9元块%％]|{coins}|[0-9]\s?(?:{units}))$")

    def rated(m: re.Match[str]) -> str | None:
        return str(words["per"]) if rate.search(m.string, max(0, m.start() - 12), m.start()) else None

    return [
        (re.compile(r"(?:\s?[–—~～-]\s?)(?=[$€£¥]?[0-9])"), ranged),
        (re.compile(rf"\s?/\s?(?={whole})"), rated),
        (re.compile(r"(?<=[0-9])[.,][-–—]{1,2}(?!\w)"), lambda _: ""),
    ]


def _weekdays(t: Any, to: str) -> list[Rule]:
    days: dict[str, str] = t["weekdays"]
    if not days:
        return []
    one = choice(days)
    pattern = rf"(?<![\w-])(?P<a>{one})\.?\s?[-–—]\s?(?P<b>{one})(?![\w-])(?:\.(?=\s*[–\d]|\s+\d))?"
    return [(re.compile(pattern), lambda m: f"{days[m['a']]} {to} {days[m['b']]}")]


def _decade(m: re.Match[str]) -> str:
    return f"{say(m['c'], 'en')} {_DECADES[int(m['n'])]}"


def _german(t: Any) -> list[Rule]:
    """ "1. Platz", "die 90er" and "1990er Jahre"."""
    nouns = {noun: ending for ending, found in t["ordinal_nouns"].items() for noun in found}
    led = r"(?P<led>\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Aa]m|[Ii]m|[Zz]um|[Vv]om)\s)?"

    def placed(m: re.Match[str]) -> str:
        word = (m["led"] or "").strip().lower()
        ending = nouns[m["noun"]] if not word else "e" if word in ("der", "die", "das") else "en"
        return f"{m['led'] or ''}{ordinal(int(m['n']), 'de', ending)}"

    def decade(m: re.Match[str]) -> str:
        n = int(m["n"])
        return (year(n, "de") if n > 1000 else say(m["n"], "de")) + "er"

    return [
        (re.compile(rf"{led}{BEFORE}(?P<n>[0-9]{{1,2}})\.(?= (?P<noun>{choice(nouns)})\b)"), placed),
        (re.compile(r"(?<![\w.,])(?P<n>(?:1[0-9]|20)?[1-9]0)er\b"), decade),
    ]
