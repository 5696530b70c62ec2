"""Chinese words: where a run of characters falls apart, so that a line ends between words and not inside one."""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from .concepts import chinese_words

_DATA: Final = Path(__file__).parent / "data"
_LONGEST: Final = 4
"""Characters of the longest word in the list."""
_OWN: Final = 11.0
"""Log2 of the count that a word of our own lists has: that of a common word."""
_PIECE: Final = 5
"""Characters up to which particles and short verbs join their neighbour."""
_LONE: Final = 3
"""The same for a character that is no word by itself."""
_NUMBER: Final = 8
"""The same for a number with its measure: "三百六十五天"."""
_RUN: Final = re.compile(r"[0-9]*[\u4e00-\u9fff][0-9\u4e00-\u9fff]*")
_WHOLE: Final = re.compile(r"《[^《》\s]{1,8}》|#[^#\s]{1,8}#|[一二三四五六七八九十](?:、[一二三四五六七八九十日])+")
"""Titles, hashtags and listed days stay in one piece."""
_KANA: Final = re.compile(r"[\u3041-\u30ff]")


def inside_words(text: str) -> frozenset[int]:
    """Places of the text at which a line must not end because a word goes on. Japanese is left alone."""
    found: set[int] = set()
    if _KANA.search(text):
        return frozenset()
    for run in _RUN.finditer(text):
        place = run.start()
        for word in words(run.group()):
            found.update(range(place + 1, place + len(word)))
            place += len(word)
    for whole in _WHOLE.finditer(text):
        found.update(range(whole.start() + 1, whole.end()))
    return frozenset(found)


@lru_cache(maxsize=2048)
def words(run: str) -> tuple[str, ...]:
    """The run of Chinese characters in pieces that read whole: a number with its measure, a noun with its particle."""
    parts = _numbers(list(_segmented(run)))
    return tuple(_lone(_joined(parts)))


def _segmented(run: str) -> Iterator[str]:
    """The likeliest words by their counts (a unigram model, solved from the end)."""
    counts, best = _counts(), [(0.0, 0)] * (len(run) + 1)
    total = counts[""]
    for start in range(len(run) - 1, -1, -1):
        ways = []
        for size in range(1, min(_LONGEST, len(run) - start) + 1):
            known = counts.get(run[start : start + size], 0.0 if size == 1 else None)
            if known is not None:
                ways.append((known - total + best[start + size][0], size))
        best[start] = max(ways)
    place = 0
    while place < len(run):
        size = best[place][1]
        yield run[place : place + size]
        place += size


def _numbers(parts: list[str]) -> list[str]:
    """Numerals in one, with what is counted and what stands close before."""
    bonds, out = _bonds(), list[str]()
    digits, measures = bonds["numerals"], bonds["measures"] | bonds["longer"]
    for part in parts:
        last = out[-1] if out else ""
        number = bool(last) and last[-1] in digits and _counting(last)
        counted = bool(last) and _counting(last) and last[-1] in bonds["measures"]
        fits = len(last) + len(part) <= _NUMBER
        if fits and (
            number
            and (part[0] in digits or part in measures)
            or bool(last)
            and last[-1] in "周期拜"
            and len(last) > 1
            and len(part) == 1
            and part in "一二三四五六日天"
            or counted
            and part in bonds["after"]
            or len(last) == 1
            and last in bonds["before"]
            and _counting(part)
        ):
            out[-1] += part
        else:
            out.append(part)
    return out


def _counting(part: str) -> bool:
    """Whether the part is a number, perhaps with one character before and a measure after."""
    bonds = _bonds()
    core = part[1:] if len(part) > 1 and part[0] in bonds["before"] and part[0] not in bonds["numerals"] else part
    rest = core.lstrip("".join(sorted(bonds["numerals"])))
    return rest != core and (not rest or rest in bonds["measures"] | bonds["longer"])


def _joined(parts: list[str]) -> list[str]:
    """Particles and tails with the word before them, short adverbs and prepositions with the word after."""
    bonds, out = _bonds(), list[str]()
    for part in parts:
        last = out[-1] if out else ""
        dated = part == "前" and last[-1:] in set("底末日号点")  # "before the end of March" in one
        leans = dated or part in bonds["ends"] or len(last) <= 2 and bonds["starts"].issuperset(last)
        if last and leans and len(last) + len(part) <= _PIECE:
            out[-1] += part
        else:
            out.append(part)
    return out


def _lone(parts: list[str]) -> list[str]:
    """A character that stands alone goes with the word after it, else with the one before, while that stays short."""
    out, digits = list[str](), _bonds()["numerals"]
    for i, part in enumerate(parts):
        last = out[-1] if out else ""
        short = len(last) == 1 and last not in digits or len(part) == 1 and i == len(parts) - 1
        if last and short and len(last) + len(part) <= _LONE:
            out[-1] += part
        else:
            out.append(part)
    return out


@cache
def _counts() -> dict[str, float]:
    """Word to log2 of its count; the empty word to that of all together."""
    out: dict[str, float] = {}
    total = 0.0
    for line in gzip.decompress((_DATA / "zh_frequency.txt.gz").read_bytes()).decode("utf-8").splitlines():
        if not line.startswith("#"):
            twice, *listed = line.split(" ")
            out.update(dict.fromkeys(listed, int(twice) / 2))
            total += len(listed) * 2 ** (int(twice) / 2)
    own = (
        line.split() for line in (_DATA / "zh_words.txt").read_text("utf-8").splitlines() if not line.startswith("#")
    )
    for word in (*(w for listed in own for w in listed), *chinese_words()):
        if 2 <= len(word) <= _LONGEST:
            out[word] = max(out.get(word, 0.0), _OWN)
    out[""] = math.log2(total)
    return out


@cache
def _bonds() -> dict[str, frozenset[str]]:
    """Name of a set to its characters (``longer``: words)."""
    lines = (line for line in (_DATA / "zh_bonds.txt").read_text("utf-8").splitlines() if not line.startswith("#"))
    named = (line.partition(" ") for line in lines)
    return {name: frozenset(rest.split() if name == "longer" else rest) for name, _, rest in named}
