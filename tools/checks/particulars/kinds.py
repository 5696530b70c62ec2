"""What a particular is, and the words and numerals that all readers share. Words lie in ``../data/calendar_words.json``."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

Kind = Literal["price", "date", "weekday", "time", "phone", "url", "email"]


class Particular(NamedTuple):
    """One of them: where it stands, and every value that it may mean (a bare ``06/07`` means two days)."""

    kind: Kind
    start: int
    end: int
    values: tuple[str, ...]


_FILE: Final = Path(__file__).parents[1] / "data" / "calendar_words.json"
HAN: Final = "〇零一二两三四五六七八九十百千"
"""Chinese numerals."""


@cache
def words() -> dict[str, Any]:
    page: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return page


def one_of(words: Any) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def han_number(text: str) -> int | None:
    """A number in Chinese characters up to 9,999; ``None`` where it is none."""
    total, digit, seen = 0, 0, False
    for c in text:
        if c in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[c]
            digit, seen = 0, True
        else:
            value = "零一二三四五六七八九".find(c.replace("〇", "零").replace("两", "二"))
            if value < 0:
                return None
            digit, seen = value, True
    return total + digit if seen else None


def either(text: str) -> int | None:
    return int(text) if text.isdigit() else han_number(text) if text else None
