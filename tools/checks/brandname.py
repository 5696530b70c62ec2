"""Whether a text spells the brand as the brief does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache


def misspelt(
    text: str, name: str, words: Iterable[str], free: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, bool, str]]:
    """``(start, end, sure, what)`` of each place where ``text`` spells the brand otherwise than ``name``.

    Letters, case, spaces and joiners count; a form that the brief's own ``words`` use is free, and so are the spans of ``free`` (links,
    hashtags) and lines all in capitals. Not ``sure``: one common-looking word in small letters ("bloom").
    """
    brand, known_words, spans = _tidy(name), tuple(words), tuple(free)
    if len(re.sub(r"\W", "", brand)) < 2:
        return
    elsewhere = {_tidy(m[0]) for words in known_words for m in _loose(brand).finditer(words)}
    for m in _loose(brand).finditer(text):
        if any(a <= m.start() and m.end() <= b for a, b in spans) or _tidy(m[0]) == brand or _tidy(m[0]) in elsewhere:
            continue
        if text.upper() == text and m[0] == brand.upper():
            continue  # a line in capitals
        single = brand.isalpha() and brand[1:].islower() and m[0] == brand.lower()
        yield m.start(), m.end(), not single, f"the brand is spelt {name!r}"
    known = {w.casefold() for words in known_words for w in re.findall(r"\w+", words)}
    for start, end in _slips(text, brand):
        if not any(a <= start and end <= b for a, b in spans) and text[start:end].casefold() not in known:
            yield start, end, True, f"close to the brand {name!r}, and not it"


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").replace("\u202f", " ").split())


@cache
def _loose(brand: str) -> re.Pattern[str]:
    """The brand in any case and with any spacing or joiner between its parts."""
    letters = re.sub(r"[^\w&+]", "", brand)
    body = r"[\s\-_.'’·]{0,2}".join(re.escape(c) for c in letters)
    if _han(brand):
        return re.compile(body, re.I)
    return re.compile(rf"(?<![\w]){body}(?=(?:['’]?s)?(?!\w))", re.I)


def _slips(text: str, brand: str) -> Iterator[tuple[int, int]]:
    """Words that differ from the brand in one letter, and so are most likely a slip."""
    if _han(brand):
        size = len(brand)
        if size >= 4 and " " not in brand:
            for i in range(len(text) - size + 1):
                part = text[i : i + size]
                if sum(a != b for a, b in zip(part, brand, strict=True)) == 1 and part[0] == brand[0]:
                    yield i, i + size
        return
    count = len(brand.split())
    if len(brand) < 6:
        return
    words = [m for m in re.finditer(r"[\w&'’-]+", text)]
    for first in range(len(words) - count + 1):
        start, end = words[first].start(), words[first + count - 1].end()
        shown = re.sub(r"['’]s?$", "", text[start:end])
        plain = _tidy(shown)
        if (
            plain[:1] == brand[:1]
            and plain.casefold() != brand.casefold()
            and _one_apart(plain.casefold(), brand.casefold())
            and not _inflected(plain, brand)
        ):
            yield start, start + len(shown)


def _inflected(word: str, brand: str) -> bool:
    return word.casefold() == brand.casefold() + "s" or (brand.casefold() == word.casefold() + "s")


def _one_apart(a: str, b: str) -> bool:
    """Whether one letter was changed, added, left out, or two neighbours changed places."""
    if abs(len(a) - len(b)) > 1:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[head:], b[head:]
    if len(a) == len(b):
        return rest_a[1:] == rest_b[1:] or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    return rest_a[1:] == rest_b or rest_a == rest_b[1:]


def _han(text: str) -> bool:
    return any("\u3400" <= c <= "\u9fff" for c in text)
