"""Common products and benefits in five languages, and the icon that stands for each."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "es", "de", "fr", "zh")
_FILE: Final = Path(__file__).parent / "data" / "concepts.json"
_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\W_]+")
_PLURALS: Final = {"en": ("s", "es"), "es": ("s", "es"), "fr": ("s", "x"), "de": ("e", "n", "en", "er", "s", "es")}
_ASIDE: Final = re.compile(r",?\s(?:that|which|who|que|qui|(?<=,\s)(?:der|die|das)|for|für|para|pour)\s")
"""Where a relative clause or a purpose begins: "a kayak that fits in a backpack" is a kayak, "software for roofers" software."""
_HEAD_FIRST: Final = frozenset({"es", "fr"})
_HISSING: Final = ("s", "x", "z", "ch", "sh", "o")
_COMPOUND: Final = 5
"""Letters from which a German word also counts as the head of a compound ("Filterkaffee")."""


@dataclass(frozen=True)
class _Word:
    text: str
    icon: str
    language: str
    weak: bool
    local: bool


@dataclass(frozen=True)
class _Hit:
    word: _Word
    place: int

    def rank(self) -> tuple[bool, int, int]:
        """Strong before weak, long before short, and the head of the phrase before what describes it."""
        size = len(self.word.text) * (3 if self.word.language == "zh" else 1)
        return (not self.word.weak, size, -self.place if self.word.language in _HEAD_FIRST else self.place)


def concept(phrase: str, language: str = "", exclude: Collection[str] = ()) -> str:
    """Icon of the most specific concept that the phrase names, or an empty string.

    Whole words only; plurals and German compounds count. With a ``language``, its words and the English ones are tried;
    without, all except those that mean something else in another language.
    """
    text = phrase.casefold().replace("’", "'")
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    hits = [hit for hit in _hits(text, tokens, language) if hit.word.icon not in exclude]
    if not hits:
        return ""
    hits = _before_aside(hits, text) or hits
    own = [hit for hit in hits if hit.word.language == language]
    return max(own or hits, key=_Hit.rank).word.icon


def _before_aside(hits: list[_Hit], text: str) -> list[_Hit]:
    """The strong hits before the first aside that has some before it: in "Kontor, die Software für Dächer" an aside opens twice."""
    strong = [hit for hit in hits if not hit.word.weak]
    ends = (m.start() for m in _ASIDE.finditer(text))
    return next((before for end in ends if (before := [hit for hit in strong if hit.place < end])), [])


def chinese_words() -> tuple[str, ...]:
    """Every Chinese word that names a concept."""
    return tuple(word.text for word in _chinese())


def _hits(text: str, tokens: list[tuple[str, int]], language: str) -> list[_Hit]:
    known, longest = _words()
    found = []
    for first, (_, start) in enumerate(tokens):
        for last in range(first, min(len(tokens), first + longest)):
            end = tokens[last][1] + len(tokens[last][0])
            span = text[start:end]
            for word in _spellings(span, known):
                if _allowed(word, language):
                    found.append(_Hit(word, start))
    for word in _chinese():
        if language in ("", "zh") and (place := text.rfind(word.text)) >= 0:
            found.append(_Hit(word, place))
    return found


def _spellings(span: str, known: dict[str, tuple[_Word, ...]]) -> list[_Word]:
    found = list(known.get(span, ()) or known.get(span.replace("-", " "), ()))  # "a board-game café"
    for part in _parts(span):
        found += known.get(part, ())
    for language, endings in _PLURALS.items():
        for ending in endings:
            stem = span[: -len(ending)]
            if span.endswith(ending) and len(stem) >= 3 and _takes(stem, ending, language):
                found += [w for w in known.get(stem, ()) if w.language == language]
    if not found and " " not in span and len(span) > _COMPOUND:
        for cut in range(1, len(span) - _COMPOUND + 1):  # the longest head first
            heads = [w for w in known.get(span[cut:], ()) if w.language == "de"]
            if heads and not all(w.weak for w in heads):
                return heads
            if heads:  # a workshop for bicycles shows a bicycle: a weak head leaves room for what it is about
                return heads + _stems(span[:cut], known)
        return _stems(span[:-1], known)
    return found


def _takes(stem: str, ending: str, language: str) -> bool:
    """English adds "es" to a hissing end and to o alone: "buses", "potatoes"; "cares" is no plural of "car"."""
    return language != "en" or ending != "es" or stem.endswith(_HISSING)


def _stems(span: str, known: dict[str, tuple[_Word, ...]]) -> list[_Word]:
    """What a German compound starts with, the longest first."""
    for cut in range(len(span), _COMPOUND - 1, -1):
        stems = [w for w in known.get(span[:cut], ()) if w.language == "de"]
        if stems:
            return stems
    return []


def _parts(span: str) -> list[str]:
    """The words in a hyphenated one that say what it is about: "Bio-Kaffee" is coffee, "phone-free" speaks of phones."""
    parts = span.split("-")
    return parts[:-1] if parts[-1] == "free" else parts[1:]


def _allowed(word: _Word, language: str) -> bool:
    if language:
        return word.language in (language, "en") and not (word.language == "en" and word.local and language != "en")
    return not word.local or word.language == "en"


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, tuple[_Word, ...]], int]:
    found: dict[str, tuple[_Word, ...]] = {}
    longest = 1
    for word in _read():
        if word.language != "zh":
            found[word.text] = (*found.get(word.text, ()), word)
            longest = max(longest, len(_TOKEN.findall(word.text)))
    return found, longest


@lru_cache(maxsize=1)
def _chinese() -> tuple[_Word, ...]:
    return tuple(word for word in _read() if word.language == "zh")


@lru_cache(maxsize=1)
def _read() -> tuple[_Word, ...]:
    data = json.loads(_FILE.read_text("utf-8"))
    local = frozenset(data["local"])
    return tuple(
        _Word(text, entry["icon"], language, entry.get("weak", False), text in local)
        for entry in data["concepts"]
        for language in LANGUAGES
        for text in (word.casefold().replace("’", "'") for word in entry[language])
    )
