"""What a fact is about: its price, its time, its place, the people in it, how it is made."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .packs import DATA, raw_sections
from .texts import primary

THEMES: Final = ("price", "time", "place", "people", "made")
"""In the order in which they are looked for: what costs something on Mondays is about the price."""


def theme(text: str, language: str) -> str:
    """A word of ``THEMES``, or ``"gives"`` for a fact that is about none of them."""
    return next((name for name in THEMES if about(text, name, language)), "gives")


def about(text: str, name: str, language: str) -> bool:
    """Whether a text speaks of that theme."""
    return any(pattern.search(text) for pattern in _patterns(name, primary(language)))


@lru_cache(maxsize=64)
def _patterns(name: str, language: str) -> tuple[re.Pattern[str], ...]:
    sections = raw_sections(DATA / "themes.txt")
    lines = (*sections.get(f"{name} any", ()), *sections.get(f"{name} {language}", ()))
    return tuple(re.compile(line, 0 if re.search(r"(?<!\\)[A-ZÄ]", line) else re.I) for line in lines)
