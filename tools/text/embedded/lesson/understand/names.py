"""Whether a term is a thing, a person, a place or a time. In doubt it is a thing."""

from __future__ import annotations

import re

from .lexicon import words
from .mentions import Mentions


def sort_of(term: str, source: Mentions, language: str) -> str:
    """``person``, ``place``, ``time`` or ``thing``, by small lists and by the words beside the term."""
    text = source.around(term)
    if language == "zh":
        return _chinese(term, text)
    found = term.split()
    if any(w.lower() in words(language, "months") for w in found) or re.fullmatch(r"\d{3,4}s?", term):
        return "time"
    places = words(language, "places")
    if term in places or found[-1] in places and len(found) <= 2 and found[0][0].isupper():
        return "place"
    if not all(w[0].isupper() for w in found if w.lower() not in words(language, "inner")):
        return "thing"
    if language == "de" and len(found) == 1:
        return _german_name(term, text)
    if any(w.lower() in words(language, "place cues") for w in found):
        return "place"
    here = re.escape(term)
    if _beside(text, here, words(language, "person cues"), words(language, "person verbs"), language):
        return "person"
    cues = "|".join(sorted(words(language, "place cues")))
    before = "|".join(sorted(words(language, "place before")))
    if re.search(rf"\b(?:{cues})(?: of| de| von| d['’])? {here}\b", text) or (
        len(found) == 1 and len(re.findall(rf"\b(?:{before}) {here}\b(?! [a-zA-Z]+ \w*(?:s|ed)\b)", text)) >= 2
    ):
        return "place"
    return "thing"


def _beside(text: str, here: str, cues: frozenset[str], verbs: frozenset[str], language: str) -> bool:
    titles = "|".join(sorted(cues))
    said = "|".join(sorted(verbs))
    titled = re.search(
        rf"\b(?:{titles}|{'|'.join(sorted(c.capitalize() for c in cues))}) (?:[A-ZÀ-Þ]\w+ ){{0,2}}{here}\b", text
    )
    apposed = re.search(rf"\b{here}, (?:\w+ ){{1,4}}(?:{titles})\b", text)
    spoke = re.search(rf"\b{here} (?:(?:was|fue|est|wurde|had|himself|herself) )?(?:{said})\b", text)
    return bool(titled or apposed or spoke)


def _german_name(term: str, text: str) -> str:
    """German writes all nouns with a capital: a name is one that never follows an article."""
    here = re.escape(term)
    if re.search(rf"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[nmrs]?|[Kk]eine?) (?:[a-zäöüß]+ )?{here}\b", text):
        return "thing"
    if _beside(
        text,
        here,
        words("de", "person cues") | {c.capitalize() for c in words("de", "person cues")},
        words("de", "person verbs"),
        "de",
    ):
        return "person"
    return "place" if len(re.findall(rf"\b(?:in|nach|aus) {here}\b", text)) >= 2 else "thing"


def _chinese(term: str, text: str) -> str:
    if term in words("zh", "places"):
        return "place"
    if term in words("zh", "months") or re.search(r"(?:世纪|年代|朝代|[唐宋元明清汉隋]代)$", term):
        return "time"
    here = re.escape(term)
    said = "|".join(sorted(words("zh", "person verbs"), key=lambda w: (-len(w), w)))
    titles = "|".join(sorted(words("zh", "person cues"), key=lambda w: (-len(w), w)))
    if 2 <= len(term) <= 3 and re.search(rf"(?:{titles}){here}", text):
        return "person"
    if 2 <= len(term) <= 3 and len(re.findall(rf"(?:^|[，。；\n]){here}(?:{said})", text)) >= 2:
        return "person"
    return (
        "place"
        if len(term) > 2 and term.endswith(("河", "江", "湖", "山脉", "高原", "平原", "盆地", "海峡", "省", "市", "县"))
        else "thing"
    )
