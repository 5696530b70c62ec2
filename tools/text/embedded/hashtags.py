"""Hashtags from the brief's own words: brand, what it is, where it is, and the subject that the product names.

Latin-script tags join words in capitals ("#CinnamonTea") and keep their accents; a single common word is small where its language
writes it small. A tag that only fills the line ("#everyday", "#course") finds nobody, so a brief of few words has few tags.
Weibo and WeChat want Chinese tags between two signs: that is seen to where a post is sent, by ``closed``.
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
from .wide import wide

if TYPE_CHECKING:
    from .desk import Desk

MOST: Final = 5
LONGEST: Final = 26
"""Characters of a tag: a longer one is read by nobody."""
_ARTICLES: Final = frozenset(["the", "el", "la", "los", "las", "le", "les", "l", "der", "die", "das"])
"""A name with its article is the same name: "Le Clos des Hirondelles" of the brand "Clos des Hirondelles"."""
_WORD: Final = re.compile(r"[^\W_]+")
_MEASURED: Final = re.compile(r"^(?:pair|set|box|kind|line|range|jar|bottle|bag|pack) of ", re.I)


def hashtags(desk: Desk) -> tuple[str, ...]:
    """Up to five tags with their signs, the most telling first; none twice."""
    found: dict[str, str] = {}
    for words in _candidates(desk):
        tag = _joined(words, desk.language)
        bare = _joined(words[1:], desk.language) if words and words[0].casefold() in _ARTICLES else tag
        if any(_forms(form.casefold(), other) for form in (tag, bare) for other in found):
            continue
        if 2 <= len(tag) <= LONGEST and not tag.isdigit() and not desk.bans(tag) and not desk.bans(" ".join(words)):
            found.setdefault(tag.casefold(), tag)
    return tuple(f"#{tag}" for tag in list(found.values())[:MOST])


def closed(text: str) -> str:
    """A text with its tags between two signs ("#茶馆#"), as Weibo and WeChat read them."""
    return re.sub(r"#([^\s#]+)(?!#)(?=\s|$)", r"#\1#", text)


def _forms(one: str, other: str) -> bool:
    """Whether two tags are forms of one word ("versicherung", "versicherungen")."""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.startswith(short) and len(long) - len(short) <= 2


def _candidates(desk: Desk) -> Iterator[list[str]]:
    """Words of each possible tag, best first."""
    request, subject, lang = desk.request, desk.subject, desk.language
    what = _what(text_of(subject.noun), lang)
    if lang == "de" and what and wide(what[0], lang):  # "Laden für Saatgut"
        what = _nouns(text_of(subject.thing))[1:2] or what
    place = _words(subject.seen.place.removesuffix("的"))
    for name in (request.brand, text_of(subject.name)):
        yield _words(clean(name))
    if not (len(what) == 1 and wide(what[0], lang)):
        yield what
    yield place
    if len(what) == 1 and place:  # of longer ones nobody looks for the sum
        yield [*place, *what] if lang in ("en", "zh") else [*what, *place]
    told = topics(f"{request.product} {request.category}", desk.domain, lang)
    yield from ([word] for topic in sorted(told) for word in _trade(desk.domain, topic, lang))


def _words(text: str) -> list[str]:
    """Words of a name, an apostrophe's tail with its word ("StMarys")."""
    return _WORD.findall(re.sub(r"(?<=\w)['’](?=s\b)", "", text))


def _what(noun: str, language: str) -> list[str]:
    """The words of a category that carry it: no articles, no linking words, no "small" or "new"."""
    if language == "zh":
        return [noun] if noun else []
    small = _listed("small", language)
    noun = _MEASURED.sub("", noun) if language == "en" else noun
    words = noun.replace("-", " " if language != "de" else "").split()
    if language == "en" and "-" in noun and len(noun.split()) > 1:
        plain = [w for w in noun.split() if "-" not in w]  # "solar-powered camping lantern": the camping lantern
        words = plain if len(plain) > 1 else words
    words = [w for part in words for w in _WORD.findall(part) if w.casefold() not in small]
    if language == "de":
        own = (
            words[1:] if len(words) > 1 and re.search(r"(?:e|er|es|en)$", words[0]) and words[1][0].isupper() else words
        )
        return _nouns(" ".join(own))[
            :1
        ]  # "Handgefilzte Hausschuhe": the adjective has a capital where it opens the line
    if language in ("es", "fr"):
        return _leading(noun, small)
    return words[-2:] if language == "en" and len(words) > 3 else words[:3]


def _leading(noun: str, small: frozenset[str]) -> list[str]:
    """The noun with its adjectives; a noun alone with what follows its first "de" ("cours de reliure")."""
    groups: list[list[str]] = [[]]
    for word in _WORD.findall(noun):
        if word.casefold() in small:
            groups += [[]] if groups[-1] else []
        else:
            groups[-1].append(word)
    return groups[0][:2] if len(groups[0]) > 1 else [*groups[0], *(groups[1][:1] if len(groups) > 1 else [])]


def _nouns(phrase: str) -> list[str]:
    return [w for w in _WORD.findall(phrase.replace("-", "")) if w[0].isupper()]


def _joined(words: Iterable[str], language: str) -> str:
    given = list(words)
    if len(given) == 1 or language == "zh":
        return "".join(given)
    return "".join(w[:1].upper() + w[1:] for w in given)


@lru_cache(maxsize=16)
def _listed(section: str, language: str) -> frozenset[str]:
    """Words that stand in no tag (``small``)."""
    return frozenset(" ".join(raw_sections(DATA / "hashtags.txt").get(f"{section} {language}", ())).split())


@lru_cache(maxsize=256)
def _trade(domain: str, topic: str, language: str) -> tuple[str, ...]:
    for line in raw_sections(DATA / "hashtags.txt").get(domain, ()):
        name, _, words = line.partition("=")
        if name.strip() == topic and language in WRITTEN:
            return tuple(words.split("|")[WRITTEN.index(language)].split())
    return ()
