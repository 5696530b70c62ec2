"""What a source says a part is for: sections marked from their headings and lead-in lines, in five languages."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from core.source import Mark

if TYPE_CHECKING:
    from .pieces import Piece

_NUMBER: Final = re.compile(
    r"^\s*(?:(?:chapter|section|unit|lesson|appendix|capítulo|sección|unidad|tema|lección|kapitel|abschnitt|lektion|chapitre|section|leçon|unité)\s+)?"
    r"(?:\d+(?:\.\d+)*[.:)]?|(?:[ivxlc]+|[a-z])[.:)]|第?[一二三四五六七八九十百\d]+[章节课、.．]|[（(][一二三四五六七八九十\d]+[)）])?\s*[-–—:]?\s*",
    re.I,
)
_EXAMPLE: Final = re.compile(
    r"^(?:(?:worked |case )?examples?|ejemplos?|beispiele?|exemples?|case study|fallbeispiel|estudio de caso|étude de cas)\b\s*(?:[\dA-Z]+(?:[.\-]\d+)*\s*(?:$|[.:–—(-])|[:–—]|$)"
    r"|^(?:例题?|案例|示例)\s*(?:[\d一二三四五六七八九十]+|[:：])",
    re.I,
)
"""An example's own first words: "Example 3.", "Beispiel:", "例1"."""
_LISTED: Final = frozenset({"item", "step"})


def mark_of(heading: str, language: str) -> Mark:
    """The mark of a heading, or ``""``. English headings count in every language, since sources mix them in."""
    words = _NUMBER.sub("", heading, count=1).strip(" .:：*_-–—").lower().replace("’", "'")
    if not words or len(words) > 90:
        return ""
    if _EXAMPLE.match(heading.strip()):
        return "example"
    for code in dict.fromkeys((language, "en")):
        for mark, pattern in _patterns().get(code, {}).items():
            if mark != "lead" and pattern.fullmatch(words):
                return _MARKS[mark]
    return ""


def marked(pieces: list[Piece], language: str) -> list[Piece]:
    """The pieces with the marks of the sections they stand in; a mark that a reader set by itself stays.

    A section ends at the next heading of its level or above; an example also ends with its run of boxes where its reader set
    the mark. A line such as "After this lesson you will be able to:" marks itself and the list below it.
    """
    out: list[Piece] = []
    open_sections: list[tuple[int, Mark]] = []
    listing: Mark = ""
    for piece in pieces:
        mark: Mark = piece.mark
        if piece.kind in ("heading", "title"):
            while open_sections and open_sections[-1][0] >= piece.level:
                open_sections.pop()
            own = mark or (mark_of(piece.text, language) if piece.kind == "heading" else "")
            open_sections.append((piece.level, own or _inherited(open_sections)))
            mark, listing = open_sections[-1][1], ""
        else:
            listing = _listing(piece, listing, language)
            mark = mark or listing or _inherited(open_sections)
            if not mark and piece.kind in ("paragraph", "quote") and _EXAMPLE.match(piece.text):
                mark = "example"
        out.append(replace(piece, mark=mark))
    return out


def _inherited(sections: list[tuple[int, Mark]]) -> Mark:
    return sections[-1][1] if sections else ""


def _listing(piece: Piece, listing: Mark, language: str) -> Mark:
    """``objectives`` for a lead-in line and the items that follow it at once."""
    if piece.kind in _LISTED:
        return listing
    if piece.kind == "paragraph" and len(piece.text) < 200 and leads(piece.text, language):
        return "objectives"
    return ""


def leads(text: str, language: str) -> bool:
    """Whether a line announces learning objectives and breaks off: "By the end of this section, you will be able to:"."""
    words = text.strip().lower().replace("’", "'")
    if not words.endswith((":", "：", "…", "...")):
        return False
    words = words.rstrip(":：….").strip()
    return any(
        pattern.fullmatch(words)
        for code in dict.fromkeys((language, "en"))
        if (pattern := _patterns().get(code, {}).get("lead"))
    )


_MARKS: Final[dict[str, Mark]] = {mark: mark for mark in get_args(Mark) if mark}


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    data: dict[str, dict[str, list[str]]] = json.loads(
        (Path(__file__).parent / "data" / "marks.json").read_text("utf-8")
    )
    return {
        code: {mark: re.compile("|".join(f"(?:{p})" for p in patterns), re.I) for mark, patterns in found.items()}
        for code, found in data.items()
    }
