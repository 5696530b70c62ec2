"""Words for a trade that say too little alone: "workshop", "tienda", "atelier" may be anybody's."""

from __future__ import annotations

from functools import lru_cache

from .packs import DATA, raw_sections


def wide(phrase: str, language: str) -> bool:
    """Whether a phrase is one such word, whatever its capitals and its plural."""
    word = phrase.strip().casefold()
    return word in _words(language) or (word.endswith("s") and word[:-1] in _words(language))


@lru_cache(maxsize=16)
def _words(language: str) -> frozenset[str]:
    return frozenset(" ".join(raw_sections(DATA / "hashtags.txt").get(f"wide {language}", ())).split())
