"""Hashtags from the brief's own words: brand, what it is, where it is, and the trade's subject.

Latin-script tags join words in capitals ("#CinnamonTea") and keep their accents; a single common word is small where its language
writes it small. Chinese ones stand between two signs ("#茶馆#"), as Weibo and Xiaohongshu read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .domains import topics
from .line import text_of
from .packs import DATA, raw_sections
from .texts import WRITTEN, clean

if TYPE_CHECKING:
    from .desk import Desk

LEAST, MOST = 3, 5
LONGEST: Final = 26
"""Characters of a tag: a longer one is read by nobody."""
_WORD: Final = re.compile(r"[^\W_]+")
_MEASURED: Final = re.compile(r"^(?:pair|set|box|kind|line|range|jar|bottle|bag|pack) of ", re.I)


def hashtags(desk: Desk) -> tuple[str, ...]:
    """Three to five tags with their signs, the most telling first (fewer where the brief bans some); none twice."""
    found: dict[str, str] = {}
    for needed, words in _candidates(desk):
        if needed and len(found) >= LEAST:
            break
        tag = _joined(words, desk.language)
        if any(_forms(tag.casefold(), other) for other in found):
            continue
        if 2 <= len(tag) <= LONGEST and not tag.isdigit() and not desk.bans(tag) and not desk.bans(" ".join(words)):
            found.setdefault(tag.casefold(), tag)
    close = "#" if desk.language == "zh" else ""
    return tuple(f"#{tag}{close}" for tag in list(found.values())[:MOST])


def _forms(one: str, other: str) -> bool:
    """Whether two tags are forms of one word ("versicherung", "versicherungen")."""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.startswith(short) and len(long) - len(short) <= 2


def _candidates(desk: Desk) -> Iterator[tuple[bool, list[str]]]:
    """Words of each possible tag, best first; true before those that are taken only where there are too few."""
    request, subject, lang = desk.request, desk.subject, desk.language
    what = _what(text_of(subject.noun), lang)
    if lang == "de" and what and what[0].casefold() in _listed("wide", lang):  # "Laden für Saatgut"
        what = _nouns(text_of(subject.thing))[1:2] or what
    place = _WORD.findall(subject.seen.place.removesuffix("的"))
    for name in (request.brand, text_of(subject.name)):
        yield False, _WORD.findall(clean(name))
    yield False, what
    yield False, place
    if what and place:
        yield False, [*place, *what] if lang in ("en", "zh") else [*what, *place]
    yield False, _head(what, lang)
    told = topics(f"{request.product} {request.category}", desk.domain, lang)
    yield from ((False, [word]) for topic in (*sorted(told), "-") for word in _trade(desk.domain, topic, lang))
    yield from ((True, [word]) for word in _trade("rest", "-", lang))


def _what(noun: str, language: str) -> list[str]:
    """The words of a category that carry it: no articles, no linking words, no "small" or "new"."""
    if language == "zh":
        return [noun] if noun else []
    small = _listed("small", language)
    noun = _MEASURED.sub("", noun) if language == "en" else noun
    words = noun.replace("-", " " if language != "de" else "").split()
    if language == "en" and "-" in noun and len(noun.split()) > 1:
        words = [w for w in noun.split() if "-" not in w]  # "small-batch tea": the tea
    words = [w for part in words for w in _WORD.findall(part) if w.casefold() not in small]
    if language == "de":
        return _nouns(" ".join(words))[:1]
    return words[-2:] if language == "en" and len(words) > 3 else words[:3]


def _nouns(phrase: str) -> list[str]:
    return [w for w in _WORD.findall(phrase.replace("-", "")) if w[0].isupper()]


def _head(words: list[str], language: str) -> list[str]:
    """The head noun alone, where it says enough."""
    if len(words) < 2 or language == "zh":
        return []
    head = words[-1] if language == "en" else words[0]
    return [] if head.casefold() in _listed("wide", language) else [head]


def _joined(words: Iterable[str], language: str) -> str:
    given = list(words)
    if len(given) == 1 or language == "zh":
        return "".join(given)
    return "".join(w[:1].upper() + w[1:] for w in given)


@lru_cache(maxsize=16)
def _listed(section: str, language: str) -> frozenset[str]:
    """Words that stand in no tag (``small``), and heads of a category that say too little alone (``wide``)."""
    return frozenset(" ".join(raw_sections(DATA / "hashtags.txt").get(f"{section} {language}", ())).split())


@lru_cache(maxsize=256)
def _trade(domain: str, topic: str, language: str) -> tuple[str, ...]:
    for line in raw_sections(DATA / "hashtags.txt").get(domain, ()):
        name, _, words = line.partition("=")
        if name.strip() == topic and language in WRITTEN:
            return tuple(words.split("|")[WRITTEN.index(language)].split())
    return ()
