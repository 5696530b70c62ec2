"""Years in dates as people write them, so that a timeline can be drawn to scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_BEFORE: Final = re.compile(r"\b(?:BCE?|B\.C\.(?:E\.)?|v\.\s?(?:Chr|u\.\s?Z)\.?|a\.\s?(?:C|de C|n\. e)\.?|av\.\s?J\.?-?C\.?|avant J)|前|ق\.?\s?م|לפנה", re.IGNORECASE)  # fmt: skip
_YEAR: Final = re.compile(
    r"(?<![\d.,/])(\d{3,4})(?![\d.,/]*\d)|(?<!\d)(\d{1,4})\s?年|\b(?:AD|CE)\s(\d{1,4})\b|\b(\d{1,4})\s(?:AD|CE|n\. Chr)"
)
_BARE: Final = re.compile(r"^\D{0,12}?(\d{1,4})\D{0,12}$")


def year(text: str) -> float | None:
    """The year that a date names, negative before our era; ``None`` where it names none or more than one."""
    before = bool(_BEFORE.search(text))
    found = [next(g for g in m.groups() if g) for m in _YEAR.finditer(text)]
    if not found and before and (bare := _BARE.match(text)):
        found = [bare.group(1)]
    if len(found) != 1:
        return None
    return -float(found[0]) if before else float(found[0])


def scaled(texts: Sequence[str]) -> tuple[float, ...] | None:
    """Places from 0 to 1 by year; ``None`` where a date names no year, or they do not rise."""
    years = [year(t) for t in texts]
    known = [y for y in years if y is not None]
    if len(known) < max(2, len(texts)) or any(b <= a for a, b in zip(known, known[1:], strict=False)):
        return None
    return tuple((y - known[0]) / (known[-1] - known[0]) for y in known)
