"""Word lists and patterns of a language, read once from ``data/lesson/<language>.txt``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tools.text.embedded.packs import DATA, raw_sections

LANGUAGES: Final = ("en", "es", "de", "fr", "zh")
_MACROS: Final = {
    "{T}": r"(?P<term>[^,;:()，。；：]{1,60}?)",
    "{M}": r"(?P<meaning>.{4,240}?)",
    "{A}": r"(?P<a>[^;；]{2,240}?)",
    "{B}": r"(?P<b>[^;；]{2,240}?)",
    "{B2}": r"(?P<b2>[^,;]{2,50}?)",
    "{V2}": r"(?P<v2>[^;]{3,160}?)",
    "{W}": r"(?P<whole>[^,;:，；：]{2,60}?)",
    "{P}": r"(?P<parts>.{3,200}?)",
}


@lru_cache(maxsize=8)
def _sections(language: str) -> dict[str, tuple[str, ...]]:
    return raw_sections(DATA / "lesson" / f"{language}.txt")


@lru_cache(maxsize=512)
def lines(language: str, section: str) -> tuple[str, ...]:
    """Lines of a section, as they are written; none where the language lacks it."""
    return _sections(language).get(section, ())


@lru_cache(maxsize=512)
def words(language: str, section: str) -> frozenset[str]:
    """Words of a section."""
    return frozenset(" ".join(lines(language, section)).split())


@lru_cache(maxsize=512)
def patterns(language: str, section: str) -> tuple[re.Pattern[str], ...]:
    """Compiled patterns of a section."""
    return tuple(re.compile(_filled(line)) for line in lines(language, section))


@lru_cache(maxsize=64)
def cue(language: str, section: str) -> re.Pattern[str]:
    """All lines of a section as one pattern that ignores case; it never matches where there are none."""
    return re.compile("|".join(_filled(line) for line in lines(language, section)) or r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=64)
def pairs(language: str, section: str) -> dict[str, str]:
    """``key=value`` words of a section."""
    return dict(word.split("=", 1) for word in " ".join(lines(language, section)).split())


@lru_cache(maxsize=8)
def verbs(language: str) -> frozenset[str]:
    """Finite forms: irregular ones as listed, regular ones made from the listed infinitives."""
    made = set(words(language, "light verbs") | words(language, "forms") | words(language, "person verbs"))
    for base in words(language, "verbs"):
        made.update(_FORMS[language](base) if language in _FORMS else (base,))
    return frozenset(made)


@lru_cache(maxsize=8)
def sure_verbs(language: str) -> frozenset[str]:
    """Finite forms that are nothing else: no nouns, no adjectives."""
    bases = words(language, "verbs") if language == "en" else frozenset()
    return verbs(language) - words(language, "ambiguous") - bases


_ENDINGS: Final = {"es": r"(?:ó|aron|ieron|aba|aban|ían|ía)$", "fr": r"(?:èrent|aient|issent)$"}


def is_verb(word: str, language: str) -> bool:
    """Whether a word in small letters can be a finite verb: listed, or with an ending that tells (where a noun is not expected)."""
    ending = _ENDINGS.get(language)
    return word in verbs(language) or (ending is not None and len(word) > 4 and re.search(ending, word) is not None)


def _filled(line: str) -> str:
    for name, pattern in _MACROS.items():
        line = line.replace(name, pattern)
    return line


def _english(base: str) -> tuple[str, ...]:
    if re.search(r"[^aeiou]y$", base):
        return base, base[:-1] + "ies", base[:-1] + "ied"
    third = base + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", base) else "s")
    doubled = base[-1] if re.search(r"(?:^|[^aeiou])[aeiou][bdgkmnprt]$", base) and len(base) < 6 else ""
    return base, third, base + ("d" if base.endswith("e") else doubled + "ed"), base + "ed"


def _spanish(base: str) -> tuple[str, ...]:
    stem, ending = base[:-2], base[-2:]
    if ending == "ar":
        return tuple(stem + e for e in ("a", "an", "ó", "aron", "aba", "aban", "ará", "arán"))
    return tuple(stem + e for e in ("e", "en", "ió", "ieron", "ía", "ían")) + (base + "á", base + "án")


def _german(base: str) -> tuple[str, ...]:
    stem = base[:-2] if base.endswith("en") else base[:-1]
    link = "e" if stem.endswith(("t", "d", "chn", "fn", "gn")) else ""
    return base, f"{stem}{link}t", f"{stem}{link}te", f"{stem}{link}ten"


def _french(base: str) -> tuple[str, ...]:
    if not base.endswith("er"):
        return ()
    stem = base[:-2]
    grave = re.sub(r"[eé]([^aeiouyéè]{1,2})$", r"è\1", stem)
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    return (
        grave + "e",
        grave + "ent",
        soft + "a",
        stem + "èrent",
        soft + "ait",
        soft + "aient",
        base + "a",
        stem + "le",
    )


_FORMS = {"en": _english, "es": _spanish, "de": _german, "fr": _french}
