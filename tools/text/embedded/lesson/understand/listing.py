"""Members of lists inside a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicon import lines, words
from .phrases import low, noun_phrase, stripped, tokens, without_article


@lru_cache(maxsize=8)
def _joint(language: str) -> re.Pattern[str]:
    joins = "|".join(sorted(words(language, "joins"), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:、|，?(?:{joins})|，)" if language == "zh" else rf",? (?:{joins}) |, |; ")


def members(text: str, language: str, most: int = 6) -> tuple[str, ...]:
    """Members of a list ("A, B and C") without linking words; empty unless each is a noun phrase and there are two or more."""
    for lead in lines(language, "parts count"):
        text = re.sub(lead, "", text)
    if ":" in text or "：" in text:
        return ()
    if language == "zh":
        text = re.sub(r"[两二三四五六七八](?:种|类|个部分|部分|层|个阶段)$", "", text)
    found = [stripped(re.sub(r"\s*\([^)]*\)|（[^）]*）", "", piece)) for piece in _joint(language).split(text)]
    cut = {
        "zh": r"等(?:等|地|国|作物|地方|国家|物质|植物|动物)?$",
        "fr": r"^(?:de |du |des |d['’])",
        "es": r"^(?:de |del )",
    }.get(language)
    found = [re.sub(cut, "", piece) for piece in found] if cut else found
    if len(found) < 2 or not all(noun_phrase(piece, language, most) for piece in found):
        return ()
    if any(
        low(tokens(p)[0]) in words(language, "prepositions") - words(language, "articles")
        for p in found
        if language != "zh"
    ):
        return ()
    found = [without_article(piece, language) for piece in found]
    return tuple(found) if len(set(found)) == len(found) else ()
