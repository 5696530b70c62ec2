"""A small lesson, written by hand, with everything a lesson can hold: what exporters, checks and diagrams are tried on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.direction import Direction, Palette
from core.lesson import Lesson
from core.source import Span
from tools.design.render import to_png
from tools.export.lesson.book import Book, Drawing

_FOLDER = Path(__file__).parent / "lessons"
LANGUAGES = ("en", "zh")

LOOK = Direction(
    family="editorial",
    palette=Palette(
        bg="#f6f8f4",
        surface="#ffffff",
        ink="#16302b",
        muted="#4c625c",
        accent="#0b6e62",
        accent_ink="#ffffff",
        accent2="#e8a33d",
        deep="#0d2420",
        light="#fbfdf9",
    ),
    display="outfit-bold",
    text="inter-regular",
    icon="drop",
)


def source(language: str = "en") -> str:
    """The text that the sample lesson rests on."""
    return (_FOLDER / f"water.{language}.txt").read_text("utf-8")


def lesson(language: str = "en") -> Lesson:
    """The sample lesson: its spans, given by their words alone, are found in the source."""
    text = source(language)
    data = json.loads((_FOLDER / f"water.{language}.json").read_text("utf-8"))
    return Lesson.model_validate(_placed(data, text, f"water.{language}.txt"))


def book(language: str = "en") -> Book:
    """The lesson with a plain drawing for each diagram."""
    made = lesson(language)
    drawings = {d.id: _plain(d.title) for d in made.diagrams}
    return Book(made, LOOK, drawings, maker="Riverside School")


def _plain(title: str) -> Drawing:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360">'
        f'<title>{title}</title><rect width="640" height="360" fill="#eef3ee"/><circle cx="320" cy="180" r="120" fill="#0b6e62"/></svg>'
    )
    return Drawing(to_png(svg), svg, 640, 360)


def _placed(value: Any, text: str, name: str) -> Any:
    """``"spans": ["words"]`` becomes spans with places; words that are not in the source fail here."""
    if isinstance(value, dict):
        return {
            k: [_span(q, text, name) for q in v] if k == "spans" else _placed(v, text, name) for k, v in value.items()
        }
    return [_placed(v, text, name) for v in value] if isinstance(value, list) else value


def _span(quote: str, text: str, name: str) -> dict[str, Any]:
    start = text.index(quote)
    return Span(source=name, start=start, end=start + len(quote), quote=quote).json_dict()
