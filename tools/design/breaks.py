"""Where a line may end: a small part of UAX #14, with kinsoku and the bonds that typographers keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from unicodedata import category

from .chinese import inside_words
from .clusters import clean, is_cjk, split

NOT_FIRST: Final = frozenset(
    "，。、．：；！？）］｝〕〉》」』】〗”’…—～・％‰℃·ー々,.:;!?)]}»%°ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
"""No line starts with one of these."""
NOT_LAST: Final = frozenset("（［｛〔〈《「『【〖“‘([{«¿¡$€£¥￥＄#＃№@")
"""No line ends with one of these."""
_UNITS: Final = (
    r"mm|cm|m|km|g|kg|mg|t|lb|lbs|oz|ml|cl|dl|l|L|h|hr|hrs|min|s|ms|mW|W|kW|kWh|Wh|mAh|Ah|V|A|Hz|kHz|MHz|GHz|kB|MB|GB|TB|%|‰|°|°C|"
    r"°F|K|lm|lx|dB|px|pt|in|ft|mi|mph|kcal|cal|am|pm|a\.m\.|p\.m\.|AM|PM|Uhr|€|\$|£|¥|₹|zł|Kč|USD|EUR|GBP|CHF|CNY|x|×|"
    r"[Ee]uros?|[Cc]ents?|pounds?|dollars?|francs?|Franken|days?|hours?|weeks?|years?|Tage?n?|Jahren?|jours?|heures?|ans?|días?|horas?|años?"
)
_NUMBER: Final = r"(?<![\w])[-+~≈<>≤≥]?\d[\d.,:/]*"
_MONTHS: Final = (
    "Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec|Jän|März|Mai|Juni|Juli|Okt|Dez|"
    "janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc|de (?:ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic)"
)
"""How months begin after their day, in the languages that are written here."""
_BONDS: Final = (
    re.compile(rf"({_NUMBER}) (?=(?:{_UNITS})(?![\w]))"),
    re.compile(r"((?:^|\s)(?:No\.|Nr\.|n°|№|€|\$|£|¥|CHF|EUR|USD|p\.|S\.)) (?=\d)"),
    re.compile(r"(\d) (?=\d{3}(?!\d))"),
    re.compile(r"(\d\sh) (?=\d\d(?!\d))"),
    re.compile(rf"((?<!\d)\d{{1,2}}(?:\.|er|st|nd|rd|th)?) (?=(?:{_MONTHS})\w*)"),
    re.compile(r"(\d\sde) (?=(?:ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic))"),
    re.compile(r"(«) "),
    re.compile(r"(\S) (?=[:;!?»%–—](?:\s|$))"),
)
_SHORT: Final = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "is", "it", "no", "my", "we", "i",
    "el", "la", "los", "las", "de", "del", "y", "o", "un", "una", "en", "le", "les", "du", "des", "et", "ou", "à",
    "au", "der", "die", "das", "den", "dem", "ein", "eine", "und", "zu", "im", "am", "von", "aus", "auf", "mit", "vom", "zum",
    "zur", "für", "bei", "oder", "nach", "aux", "par", "sur", "sans", "avec", "para", "con", "por", "sin", "from", "with", "your", "our",
})  # fmt: skip
"""Articles, prepositions and such: they neither end a line nor have one to themselves."""
_HANGS: Final = 0.05
"""What an article or preposition at the end of a line costs, torn from its noun."""
_STOPS: Final = (".", "!", "?", "。", "！", "？")
_CLAUSE: Final = re.compile(
    r"(?<=[，。！？；])|(?<=[.!?…])(?<!\d\.)(?<!\b\w\.)(?<!\b\w\w\.) (?=\w)"
)  # not "31. Mai", "St. Ives"
WIDOW: Final = 7
"""A last word of up to so many letters needs company."""
_URL_BREAK: Final = "/?&=_-"


def paragraphs(text: str) -> list[str]:
    """Non-empty lines of the text as given, cleaned, single-spaced."""
    lines = re.split(r"\r\n|[\n\r\u2028\u2029]", text)
    found = (
        re.sub(r"[ \t\f\v]+", " ", clean(line.replace("\u200b", " " if " " not in line else ""))).strip()
        for line in lines
    )
    return [line for line in found if line]


def pieces(paragraph: str) -> list[str]:
    """Unbreakable pieces, each with the space that follows it; joined they give the paragraph."""
    return list(_pieces(paragraph))


def bound(text: str) -> str:
    """The text with no-break spaces where a line must not end: "59 €", "15. März", "« oui »"."""
    for bond in _BONDS:
        text = bond.sub("\\1\u00a0", text)
    return text


@lru_cache(maxsize=2048)
def _pieces(paragraph: str) -> tuple[str, ...]:
    clusters = split(bound(paragraph))
    kept = inside_words(paragraph)
    out: list[str] = []
    place = 0
    for i, cluster in enumerate(clusters):
        original = paragraph[place : place + len(cluster)]
        if out and (place in kept or not _may_break(clusters, i)):
            out[-1] += original
        else:
            out.append(original)
        place += len(cluster)
    return tuple(out)


def _may_break(clusters: list[str], i: int) -> bool:
    """Whether a line may end before cluster ``i``."""
    before, after = clusters[i - 1], clusters[i]
    if after[0] == " " or after[0] in NOT_FIRST and before != " ":
        return False
    if before == " ":
        last = next((c for c in reversed(clusters[: i - 1]) if c != " "), " ")
        return last[0] not in "([{«¿¡“‘「（" and after[0] not in NOT_FIRST
    if before[-1] in NOT_LAST:
        return False
    if is_cjk(before[0]) or is_cjk(after[0]):
        digit_unit = before[0].isdigit() and is_cjk(after[0]) and category(after[0])[0] == "L"
        return not digit_unit and not (before[0] in "…—" and after[0] == before[0])
    if before[-1] in "-‐–" and i >= 2:
        return category(clusters[i - 2][0])[0] == "L" and category(after[0])[0] == "L"
    return before == "—"


def clauses(paragraph: str) -> list[str]:
    """Sentences of the paragraph, and in Chinese its clauses: where a headline likes to break."""
    return [part.strip() for part in _CLAUSE.split(paragraph) if part.strip()]


def inside(word: str) -> tuple[list[int], list[int]]:
    """Last-resort places inside a piece as character counts: the good ones (a URL's joints, kinsoku kept), then all."""
    ends, place = [], 0
    for cluster in split(word.rstrip()):
        place += len(cluster)
        ends.append(place)
    ends = ends[:-1] or ends
    if "://" in word or word.startswith("www.") or sum(word.count(c) for c in "/?&=") >= 2:
        good = [e for e in ends if word[e - 1] in _URL_BREAK and word[e : e + 1] != "/"]
    else:
        good = [e for e in ends if word[e : e + 1] not in NOT_FIRST and word[e - 1] not in NOT_LAST]
    return good, ends


def widow(lines: Sequence[str]) -> bool:
    """Whether a short word stands alone at the end, torn from its sentence."""
    if len(lines) < 2:
        return False
    last, before = lines[-1].strip(), lines[-2].rstrip()
    alone = " " not in last and 0 < len(last) <= WIDOW and not any(is_cjk(char) for char in last)
    return alone and " " in before and before[-1] not in (*_STOPS, "…")


def stray(lines: Sequence[str]) -> bool:
    """Whether a small word has a line to itself ("Slippers / of / lambswool")."""
    return len(lines) > 1 and any(line.strip().lower() in _SHORT for line in lines)


def without_widow(lines: Sequence[str]) -> tuple[str, ...]:
    """The same words with one more on the last line; the same lines where nothing can be moved."""
    moving = pieces(lines[-2]) if widow(lines) else []
    if len(moving) < 2:
        return tuple(lines)
    return (*lines[:-2], "".join(moving[:-1]).rstrip(), f"{moving[-1].rstrip()} {lines[-1]}")


def penalty(parts: list[str], start: int, end: int, last: bool) -> float:
    """How ugly the line ``parts[start:end]`` is by its words alone, in shares of a squared line."""
    tail = parts[end - 1].rstrip()
    ugly = 0.1 if end - start > 1 and start and parts[start].rstrip()[-1] in _STOPS else 0.0
    if last:
        lone = end - start == 1 and not is_cjk(tail[0]) and len(tail) <= 7
        orphan = is_cjk(tail[-1]) and sum(len(p) for p in parts[start:end]) <= 3
        return ugly + (0.12 if lone or orphan else 0.0)
    if end - start > 1 and parts[end - 2].rstrip()[-1:] in _STOPS:
        return ugly + 0.12
    if tail.lower() in _SHORT:
        return ugly + _HANGS
    if tail[-1] in "-‐" and end - start > 1:
        return ugly + 0.04  # a compound in two halves
    if tail[-1] in _STOPS:
        return ugly - 0.06
    if tail[-1] in ",;:，；：、—–":
        return ugly - 0.03
    torn = "ぁ" <= tail[-1] <= "ん" and "ぁ" <= parts[end][0] <= "ん"  # most often inside a Japanese word
    return ugly + (0.1 if torn else 0.02 if is_cjk(tail[-1]) else 0.0)
