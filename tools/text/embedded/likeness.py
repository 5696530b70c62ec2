"""How alike two lines are, so that variants of a role differ in more than a word."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tools.checks.wording import plain

MOST: Final = 0.5
"""Variants share less than this part of their words (Jaccard)."""
_HAN = "\u3400-\u9fff"


def tokens(text: str, given: str) -> frozenset[str]:
    """Words, or pairs of Chinese characters, without those of ``given`` (brand, offer, call to action) unless that is all."""
    text = re.sub(r"#\w+", " ", plain(text))
    han = re.findall(f"[{_HAN}]", text)
    found = set(re.findall(rf"[^\W{_HAN}]+", text)) | {a + b for a, b in zip(han, han[1:], strict=False)}
    known = plain(given)
    return frozenset({t for t in found if t not in known} or found)


def alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two lines share too many of their words."""
    return len(one & two) >= MOST * max(len(one | two), 1)


def same(text: str) -> str:
    """A key under which two lines count as the same."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"[^\w%€$£]+", " ", folded).strip()
