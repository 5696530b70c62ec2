"""The frames of a language and its words: what a question is said in, and by what two phrases are told apart."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parent.parent.parent / "data" / "lesson"
_HAN: Final = "\u3400-\u9fff"
_WORD: Final = re.compile(rf"[^\W\d_{_HAN}]+|\d+(?:[.,]\d+)*|[{_HAN}]+")
_IS_HAN: Final = re.compile(f"[{_HAN}]")
_FIELD: Final = re.compile(r"\{(\w+)\}")
LANGUAGES: Final = ("en", "es", "de", "fr", "zh")


@lru_cache(maxsize=8)
def _lists(language: str) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = json.loads((_DATA / f"questions_{language}.json").read_text("utf-8"))
    return {key: tuple(value) for key, value in table.items()}


@dataclass(frozen=True)
class Voice:
    """A language's frames and word lists, read from ``data/lesson/questions_<language>.json``."""

    language: str

    def say(self, key: str, pick: int = 0, **fields: str) -> str:
        """The frame ``pick`` (modulo how many there are) with its fields filled in; fields are never read as frames."""
        frames = _lists(self.language)[key]
        return _FIELD.sub(lambda m: fields.get(m[1], m[0]), frames[pick % len(frames)])

    def listed(self, key: str) -> tuple[str, ...]:
        """A word list as it stands."""
        return _lists(self.language)[key]

    def content(self, text: str) -> tuple[str, ...]:
        """Stems of the words that carry meaning, in order; of Chinese text, pairs of characters."""
        return _content(self.language, text)

    def mentions(self, text: str, list_key: str) -> bool:
        """Whether ``text`` has one of the list's words as a whole word (of Chinese, anywhere)."""
        plain = fold(text)
        if self.language == "zh":
            return any(w in plain for w in self.listed(list_key))
        return any(re.search(rf"(?<!\w){re.escape(fold(w))}(?!\w)", plain) for w in self.listed(list_key))

    def opens_with(self, text: str, list_key: str) -> str:
        """The longest word or phrase of the list that ``text`` begins with; empty if none."""
        plain = fold(text)
        end = "" if self.language == "zh" else r"(?!\w)"
        hits = [w for w in self.listed(list_key) if re.match(re.escape(fold(w)) + end, plain)]
        return max(hits, key=len, default="")

    def bare(self, term: str) -> str:
        """A term without its article."""
        article = self.opens_with(term, "articles")
        rest = term[len(article) :]
        return rest.strip() if article and (rest[:1].isspace() or article[-1] in "'’") and rest.strip() else term

    def within(self, part: str, text: str) -> bool:
        """Whether all the meaning of ``part`` stands in ``text``."""
        wanted = set(self.content(part))
        return bool(wanted) and wanted <= set(self.content(text))

    def close(self, one: str, two: str) -> bool:
        """Whether two phrases may say the same: over half of the pairs of words that follow each other are shared, or one is inside the other.

        The order counts: "liquid into vapour" is not "vapour into liquid".
        """
        a, b = self.content(one), self.content(two)
        if not a or not b or a == b:
            return True
        first, second = _pairs(a), _pairs(b)
        shared = len(first & second)
        return shared * 2 > min(len(first), len(second)) if min(len(a), len(b)) > 1 else bool(set(a) & set(b))


@lru_cache(maxsize=1 << 16)
def _content(language: str, text: str) -> tuple[str, ...]:
    stop = _stop(language)
    found: list[str] = []
    for run in _WORD.findall(fold(text)):
        if _IS_HAN.match(run):
            kept = "".join(c for c in run if c not in stop)
            found += [a + b for a, b in zip(kept, kept[1:], strict=False)] or ([kept] if kept else [])
        elif run not in stop and (len(run) > 1 or run.isdigit()):
            found.append(_stem(run))
    return tuple(found)


@lru_cache(maxsize=8)
def _stop(language: str) -> frozenset[str]:
    return frozenset(fold(" ".join(_lists(language)["stop"])).split())


def fold(text: str) -> str:
    """Composed, case folded, straight apostrophes; as long as the text in all but a few scripts."""
    return unicodedata.normalize("NFC", text).replace("’", "'").casefold()


def capital(text: str) -> str:
    """With a capital first, unless the word has its own way ("pH", "mRNA")."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text if any(c.isupper() for c in first[1:]) else text[:1].upper() + text[1:]


def usable(text: str, longest: int) -> bool:
    """Whether words can stand in a question: not empty, not too long, one line, no control signs, no gap marks."""
    return (
        0 < len(text.strip()) <= longest
        and any(c.isalnum() for c in text)
        and not re.search(r"\[\d+\]", text)
        and not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") for c in text)
        and all(len(w) <= 60 for w in re.findall(rf"[^\s{_HAN}]+", text))
    )


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return plain if plain.isdigit() else re.sub(r"(?:es|s|en|e|n)$", "", plain)[:7] if len(plain) > 4 else plain


def _pairs(words: tuple[str, ...]) -> set[tuple[str, str]]:
    return set(zip(words, words[1:], strict=False))
