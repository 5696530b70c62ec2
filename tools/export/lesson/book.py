"""What every lesson format is made from: the lesson, its drawings and its look. And the formats' own words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from core.direction import Direction
from core.lesson import Lesson

_DATA = Path(__file__).parent.parent / "data" / "lesson"


@dataclass(frozen=True)
class Drawing:
    """A diagram or an icon as files. ``width`` and ``height`` are pixels of the PNG."""

    png: bytes
    svg: str
    width: int
    height: int


@dataclass(frozen=True)
class Book:
    """All that a format may set."""

    lesson: Lesson
    look: Direction
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    """By id: those of ``lesson.diagrams``, and of icons as ``icon-NAME``. One that is missing is left out, not faked."""
    maker: str = ""
    """Who gives the lesson (a school, a brand); empty if nobody said."""

    def drawing(self, name: str) -> Drawing | None:
        return self.drawings.get(name)


@lru_cache(maxsize=64)
def words(name: str, language: str) -> Mapping[str, str]:
    """The fixed words of one format ("Objectives", "Exit ticket") from ``data/lesson/NAME.json``; English where a language has none."""
    table: dict[str, dict[str, str]] = json.loads((_DATA / f"{name}.json").read_text("utf-8"))
    return {**table["en"], **table.get(language.partition("-")[0], {})}
