"""Syllables of a word in English, Spanish, German and French, by rules of vowels: a count that is right on average, not in each word."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_HIATUS: Final = re.compile(
    r"(?<![cstxg])i[ao]|(?:g|id|n|th|r)eo(?!u)|[^aeiou]ism$|ying$|[^aeiouqg]ua(?=[lt])|crea(?=t)|scie(?=n)|quie(?=t)|die(?=t)|nuin(?=g)"
)
"""Two vowels beside each other that are two syllables: "lion", "video", "create", "science", "quiet"."""
_GROUPS: Final = {
    "de": re.compile(r"ei|ie|au|eu|äu|ai|ey|aa|ee|oo|[aeiouyäöü]"),
    "fr": re.compile(r"eau|oeu|œu|oui|ieu|ai|ei|au|eu|ou|oi|ui|ie|io|ia|ue|œ|[aeiouyàâäéèêëîïôöùûü]"),
}


def syllables(word: str, language: str) -> int:
    """At least 1. ``language`` is ``en``, ``es``, ``de`` or ``fr``; others are counted by groups of vowels."""
    plain = unicodedata.normalize("NFC", word.casefold()).strip("'’-")
    count = {"en": _english, "es": _spanish, "de": _german, "fr": _french}.get(language, _groups)(plain)
    return max(1, count)


def _groups(word: str) -> int:
    return len(re.findall(r"[aeiouyäöüáéíóúàâèêëîïôûœ]+", word))


def _english(word: str) -> int:
    count = len(re.findall(r"[aeiouy]+", word))
    if (
        re.search(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouy][aeiouy]re$", word)
        and not re.search(r"[^aeiouy]le$", word)
        or re.search(r"[^aeiouytd]ed$", word)
        or (re.search(r"[^aeiouy]es$", word) and not re.search(r"(?:[scxz]|sh|ch|g)es$", word))
    ):
        count -= 1
    return count + len(_HIATUS.findall(word)) + bool(count > 1 and word.endswith("ea"))


def _spanish(word: str) -> int:
    plain = re.sub(r"qu(?=[eéií])", "q", re.sub(r"gu(?=[eéií])", "g", word))
    plain = re.sub(r"y$", "i", plain)
    strong = len(re.findall(r"[aeoáéóíú]", plain))
    weak = len(re.findall(r"(?<![aeoáéóíúiuü])[iuü]+(?![aeoáéóíú])", plain))
    return strong + weak


def _german(word: str) -> int:
    return len(_GROUPS["de"].findall(re.sub(r"qu", "q", word)))


def _french(word: str) -> int:
    plain = re.sub(r"(?<=g)u(?=[eiéè])|(?<=q)u", "", word)
    silent = re.search(r"[^aeiouyéèêàâîïôûù](?:e|es|ent)$", plain) and len(_GROUPS["fr"].findall(plain)) > 1
    return len(_GROUPS["fr"].findall(plain)) - bool(silent)
