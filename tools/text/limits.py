"""How many characters a place takes, and how that place counts them.

The figures lie in ``data/limits.json`` with the day on which they were checked and where they come from.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

_FILE: Final = Path(__file__).parent / "data" / "limits.json"
_URL = re.compile(r"https?://\S+")
_X_URL = 23
_X_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Ranges that count one in X's own weighting (twitter-text, version 3); all else counts two."""


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The whole file: ``checked_on`` and ``channels``."""
    loaded: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return loaded


def limit(channel: str, field: str) -> int:
    """Most characters of a field, counted by ``count``; 0 where no limit is known."""
    return int(table()["channels"].get(channel, {}).get("fields", {}).get(field, 0))


def width(text: str) -> int:
    """Letters that a line takes the room of: East Asian wide and full-width characters count two (Unicode UAX 11)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def count(text: str, channel: str = "") -> int:
    """Length of ``text`` as ``channel`` counts it.

    ``double_width`` (Google Ads): East Asian wide and full-width characters count two. ``x``: a link counts 23, characters
    outside Latin, Greek, Cyrillic and the like count two. Everything else: Unicode characters after NFC.
    """
    text = unicodedata.normalize("NFC", text)
    way = table()["channels"].get(channel, {}).get("counts", "characters")
    if way == "double_width":
        return width(text)
    if way == "x":
        rest = _URL.sub("", text)
        links = len(_URL.findall(text))
        return links * _X_URL + sum(1 if any(a <= ord(c) <= b for a, b in _X_LIGHT) else 2 for c in rest)
    return len(text)


def fits(text: str, channel: str, field: str) -> bool:
    """Whether ``text`` may stand in that field; true where no limit is known."""
    most = limit(channel, field)
    return most == 0 or count(text, channel) <= most
