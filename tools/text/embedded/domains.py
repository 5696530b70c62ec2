"""Which trade a text speaks of, and which mood its tone words ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from core.vocab import DOMAINS, MOODS

from .packs import DATA, raw_sections
from .texts import WRITTEN, primary
from .understand import understand

TONE_OF_MOOD: Final = {"epic": "bold", "dreamy": "calm", "tense": "serious"}
"""Moods that the phrase packs have no tone of their own for."""


@lru_cache(maxsize=128)
def _keywords(domain: str, language: str) -> tuple[tuple[str, str], ...]:
    """``(keyword, topic)`` pairs of a trade in one language; the topic may be empty."""
    out = []
    sections = raw_sections(DATA / "packs" / f"{domain}.txt")
    for line in sections.get(f"keywords {language}", ()):
        topic, _, words = line.partition(":") if line.startswith("@") else ("", "", line)
        out += [(w.strip().lower(), topic[1:]) for w in words.split(",") if w.strip()]
    return tuple(out)


@lru_cache(maxsize=8192)
def _pattern(word: str, language: str) -> re.Pattern[str]:
    stem, star = word.rstrip("*"), word.endswith("*")
    if language == "zh":
        return re.compile(re.escape(stem))
    if language == "de" and len(stem) >= 5:
        return re.compile(re.escape(stem))
    tail = "" if star else r"(?:s|es|x|n|en|e)?(?!\w)"
    return re.compile(r"(?<!\w)" + re.escape(stem) + tail)


def _language(language: str) -> str:
    lang = primary(language)
    return lang if lang in WRITTEN else "en"


def detect(text: str, language: str = "en") -> tuple[str, float]:
    """The trade of ``text`` and how sure that is, 0 to 1; ``("plain", 0.0)`` where no keyword is found.

    What stands first weighs most: a brief opens with what it is about.
    """
    low = text.lower()[:4000]
    lang = _language(language)
    totals: dict[str, float] = {}
    hits = [hit for domain in DOMAINS for hit in _hits(low, domain, lang)]
    head = _head(text, lang)
    for hit in hits:
        if any(
            o.domain != hit.domain and o.start <= hit.start and hit.end <= o.end and o.size > hit.size for o in hits
        ):
            continue  # "tax advisory" is no word for advice
        weight = _weight(hit.start * (3 if lang == "zh" else 1)) * (1.0 + 0.1 * min(hit.length, 10))
        named = head[0] <= hit.start < head[1]
        totals[hit.domain] = totals.get(hit.domain, 0.0) + weight * (_NAMED if named else 1.0)
    if not totals:
        return "plain", 0.0
    best = max(DOMAINS, key=lambda d: (totals.get(d, 0.0), -DOMAINS.index(d)))
    return best, round(totals[best] / (totals[best] + 1.0), 3)


class _Hit(NamedTuple):
    """A keyword found: the whole words it stands in."""

    domain: str
    start: int
    end: int
    length: int

    @property
    def size(self) -> int:
        return self.end - self.start


_NAMED: Final = 1.8
"""How much more a word says in the name of the thing itself than in what is said of it ("a bakery with a music evening")."""


def _hits(low: str, domain: str, lang: str) -> list[_Hit]:
    words = dict.fromkeys(word for word, _ in _keywords(domain, lang))
    spaced = low.replace("-", " ")  # "a board-game café" speaks of board games
    # a thousand patterns need not be compiled
    there = (w for w in words if (stem := w.rstrip("*")) in low or stem in spaced)
    found = (
        (word, m) for word in there if (m := _pattern(word, lang).search(low) or _pattern(word, lang).search(spaced))
    )
    return [_Hit(domain, m.start(), _end(low, m.end(), word), len(word)) for word, m in found]


def _end(low: str, at: int, word: str) -> int:
    """Where the word ends that an open keyword ("logistic*") stands in."""
    while word.endswith("*") and at < len(low) and low[at].isalnum() and low[at] < "\u2e80":
        at += 1
    return at


def _head(text: str, lang: str) -> tuple[int, int]:
    """Where the category stands in the text: what it is, before what it has or whom it is for."""
    category = understand(text[:400], lang).category
    at = text.find(category) if category else -1
    return (at, at + len(category)) if at >= 0 else (0, 0)


def _weight(place: int) -> float:
    """A brief opens with the product: what stands there says most."""
    return 2.0 if place < 45 else 1.0 if place < 80 else 0.5


def topics(text: str, domain: str, language: str = "en") -> frozenset[str]:
    """Narrower subjects inside a trade ("bakery" in food) that ``text`` names."""
    low = text.lower()[:4000]
    lang = _language(language)
    both = f"{low}\n{low.replace('-', ' ')}"
    return frozenset(t for word, t in _keywords(domain, lang) if t and _pattern(word, lang).search(both))


@lru_cache(maxsize=1)
def _tones() -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    sections = raw_sections(DATA / "tones.txt")
    words = tuple(
        (w.strip().lower(), mood)
        for mood in MOODS
        for line in sections.get(mood, ())
        for w in line.split(",")
        if w.strip()
    )
    return words, dict(line.split() for line in sections["domain defaults"])


def mood(tones: Sequence[str], domain: str) -> str:
    """A word of ``core.vocab.MOODS``: from the first tone word that is known, else the trade's own."""
    words, defaults = _tones()
    for tone in tones:
        for part in re.split(r"[\s,;/、，]+", tone.lower()):
            hits = [(len(w), m) for w, m in words if part.startswith(w) or (ord(w[0]) > 0x3000 and w in part)]
            if hits:
                return max(hits)[1]
    return defaults.get(domain, "warm")
