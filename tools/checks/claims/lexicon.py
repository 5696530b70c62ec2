"""Word lists of the claim check, read once from ``tools/checks/data/claims_<language>.txt``."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parent.parent / "data"


def fold(text: str) -> str:
    """Lower case, composed, straight apostrophes."""
    return unicodedata.normalize("NFC", text).replace("’", "'").lower()


def word(word: str) -> str:
    """A folded word without its English genitive."""
    return re.sub(r"'s$", "", fold(word))


@lru_cache(maxsize=16)
def _sections(language: str) -> dict[str, tuple[str, ...]]:
    path = _DATA / f"claims_{language}.txt"
    found: dict[str, list[str]] = {}
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            found.setdefault(section, []).extend(
                [line] if line.startswith("re:") else [w.strip() for w in line.split(",") if w.strip()]
            )
    return {k: tuple(v) for k, v in found.items()}


@lru_cache(maxsize=16)
def lexicon(language: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Patterns by section."""
    return {k: tuple(_term(t, language) for t in terms) for k, terms in _sections(language).items()}


def _term(term: str, language: str) -> re.Pattern[str]:
    if term.startswith("re:"):
        return re.compile(term[3:])
    body = re.escape(term.rstrip("*")).replace(r"\ ", r"\s+")
    if language == "zh":
        return re.compile(body)
    return re.compile(rf"(?<!\w){body}" + (r"\w*" if term.endswith("*") else r"(?!\w)"))


@lru_cache(maxsize=16)
def plain_words(language: str) -> frozenset[str]:
    """Words with a capital that are no names."""
    return frozenset(_sections(language).get("not names", ()))


@lru_cache(maxsize=16)
def number_words(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Value and pattern of each number word."""
    out = []
    for entry in _sections(language).get("numbers", ()):
        value, _, words = entry.partition("=")
        measure = (
            r"(?=[个年天日元时分小周月岁家位种次公米克斤折倍层款站人场间道杯块])(?!分(?!钟))"
            if language == "zh"
            else r"(?![\w])"
        )
        before = "(?<![一二三四五六七八九十百千万数几])" if language == "zh" else r"(?<![\w])"
        out.append((int(value), re.compile(f"{before}(?:{words.strip()}){measure}", re.I)))
    return tuple(out)


@lru_cache(maxsize=64)
def terms(language: str, section: str) -> frozenset[str]:
    """A section as plain words."""
    return frozenset(_sections(language).get(section, ()))
