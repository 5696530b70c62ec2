"""Addresses, abbreviations, capitals and signs as they are said."""

from __future__ import annotations

import re
from typing import Final

from .amounts import LATIN, Rule, choice
from .names import speakable
from .numbers import digits, table

_DOMAINS: Final = "com|org|net|de|fr|es|cn|eu|io|ai|app|co|dev|shop|store|info|example|test|uk|ch|at|it|nl|mx|us"
_HOST: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63}){0,4}"
_ADDRESS: Final = re.compile(
    rf"(?<![\w@.])(?:https?://|www\.){{1}}[^\s<>\"'）)，。]{{1,400}}(?<![.,;:!?])"
    rf"|(?<![\w@.-])[A-Za-z0-9._%+-]{{1,64}}@{_HOST}\.[A-Za-z]{{2,24}}"
    rf"|(?<![\w@.-]){_HOST}\.(?:{_DOMAINS})(?![\w-])(?:/[^\s<>\"'）)，。]{{0,400}}(?<![.,;:!?]))?"
)
_PHONE: Final = re.compile(r"(?<!\w)\+[0-9]{1,3}(?:[ ./-]?\(?[0-9]{1,5}\)?){2,6}(?!\w)")
_CAPITALS: Final = re.compile(rf"(?<![{LATIN}])(?P<word>[A-ZÀ-ÖØ-Þ]{{2,}})(?P<many>s?)(?![{LATIN}])")


def symbol_rules(language: str) -> tuple[list[Rule], list[Rule]]:
    """Rules that come before those for figures (addresses), and those that come after."""
    t = table(language)
    words: dict[str, str] = t["say"]
    signs = {
        ".": "dot",
        "-": "dash",
        "/": "slash",
        "_": "underscore",
        "@": "at",
        "+": "plus",
        "=": "equals",
        "&": "and",
    }

    def address(m: re.Match[str]) -> str:
        text = re.sub(r"^(?:https?://)?(?:www\.)?", "", m.group()).rstrip("/")
        text = re.sub(r"[?#].*$", "", text)
        return " ".join(re.sub(r"[.\-/_@+=&]", lambda c: f" {words[signs[c.group()]]} ", text).split())

    def phone(m: re.Match[str]) -> str:
        groups = (digits(group, language) for group in re.findall("[0-9]+", m.group()))
        return f"{words['plus']} " + ", ".join(groups)

    acronyms, short, letters = set(t["acronyms"]), set(t["short_words"]), t["letters"]

    def capitals(m: re.Match[str]) -> str | None:
        word = m["word"]
        shouted = m.string.isupper() and len(m.string.split()) > 1
        spelt = word in acronyms or not speakable(word, language)
        if not spelt and (len(word) > 3 or word in short or shouted):
            return word.lower() + m["many"]
        said = " ".join(letters.get(letter, letter) for letter in word)
        return said + ("'s" if m["many"] and language == "en" else m["many"])

    abbreviations: dict[str, str] = t["abbreviations"]
    written = choice(abbreviations).replace(r"\ ", "[ \u00a0\u202f]")

    def abbreviated(m: re.Match[str]) -> str:
        said = abbreviations[re.sub("[\u00a0\u202f]", " ", m.group())]
        return said + "." if m.group().endswith(".") and m.end() == len(m.string.rstrip()) else said

    later: list[Rule] = (
        [(re.compile(rf"(?<![{LATIN}0-9])(?:{written})(?![{LATIN}0-9])"), abbreviated)] if written else []
    )
    later += [
        (_CAPITALS, capitals),
        (re.compile("[&＆]"), lambda _: words["and"]),
        (re.compile("[+＋]"), lambda _: words["plus"]),
        (re.compile("[=＝]"), lambda _: words["equals"]),
        (re.compile(r"(?<=\s)@(?=\s)"), lambda _: words["at"]),
    ]
    return [(_ADDRESS, address), (_PHONE, phone)], later
