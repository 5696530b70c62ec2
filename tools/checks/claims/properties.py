"""What a text says the product has, contains or comes with, where no fact says so.

Read only after the product's own words or "our": "SunSip has a handle". A content word after the verb must stand in the
evidence in some form. Single words that always state a property ("waterproof") are listed in the section ``property``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hits import Hit
from .lexicon import fold, lexicon, terms

_WORD = re.compile(r"[^\W\d_]{4,}")
_OWN = {
    "en": "our \\w+|we",
    "es": "nuestr[oa]s? \\w+",
    "de": "unsere?[nmrs]? \\w+|wir",
    "fr": "(?:notre|nos) \\w+|nous",
    "zh": "我们",
}
_STEM = 5
_LONGEST = 80


def properties(text: str, language: str, product: str, evidence: str) -> Iterator[Hit]:
    """A hit for each thing that is said of the product and stands in no evidence. ``product`` holds its names."""
    verbs = "|".join(p.pattern for p in lexicon(language).get("has", ()))
    if not verbs:
        return
    folded = fold(text)
    whole = len(folded) == len(text)
    for m in re.finditer(rf"(?:{_subjects(product, language)})[^.!?。！？,，;；:]{{0,24}}?(?:{verbs})", folded):
        end = re.compile(r"[.!?。！？;；\n]|$").search(folded, m.end())
        stop = min(end.start() if end else len(folded), m.end() + _LONGEST)
        for a, b in _things(folded, m.end(), stop, language):
            if not _held(folded[a:b], fold(evidence), language):
                yield Hit(a if whole else 0, b if whole else len(text), "said of the product")
                break


def _subjects(product: str, language: str) -> str:
    """The product's own words, as a pattern."""
    own = [_OWN.get(language, "(?!)")]
    if language == "zh":
        parts = [p for p in re.split(r"[\s，,：:]+", fold(product)) if 2 <= len(p) <= 12]
        return "|".join([*map(re.escape, parts), *own])
    words = [w for w in _WORD.findall(fold(product)) if w not in terms(language, "empty words")]
    return "|".join(rf"(?<!\w){w}(?!\w)" for w in [*map(re.escape, words), *own])


def _things(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    if language == "zh":
        m = re.compile("[\u3400-\u9fffA-Za-z]{2,}").search(text, start, end)
        if m:
            yield m.span()
        return
    for m in _WORD.finditer(text, start, end):
        if m[0] not in terms(language, "empty words"):
            yield m.span()


def _held(thing: str, evidence: str, language: str) -> bool:
    if language == "zh":
        return any(thing[i : i + 2] in evidence for i in range(len(thing) - 1))
    return thing[:_STEM] in evidence
