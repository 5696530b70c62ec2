"""Glyphs to lines of type: words are told by gaps, raised numbers by their size and height, strong words by their face."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from tools.reading.clean import plain
from tools.reading.notes import superscript

from .glyphs import Face, Glyph, Page
from .runs import Run, baselines, runs_of, stretches

_SPACE: Final = 0.15
"""Of the size: a gap between letters that parts words. Word spaces are set at 0.2 to 0.33, kerning stays under 0.1."""
_HAN: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True)
class Line:
    """A stretch of type on one baseline; in points, as ``Glyph``."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    page: int
    bold: float = 0.0
    """Share of its letters, as the next two."""
    italic: float = 0.0
    mono: float = 0.0
    strong: tuple[str, ...] = ()
    left: float = 0.0
    """Edges of the column it stands in."""
    right: float = 0.0
    region: int = 0
    """Counts the columns and bands of the document in reading order."""
    marked: bool = False
    """Opens with a raised number or sign, as a footnote does."""


def lines(page: Page) -> list[Line]:
    """The page's lines, from the top down, those of one baseline from the left."""
    runs = [(run, *run.base()) for run in runs_of(page.glyphs)]
    runs.sort(key=lambda r: (-r[2], r[0].x0))
    made: list[Line] = []
    for row in baselines(runs):
        for group in stretches(row):
            if line := _line(group, page):
                made.append(line)
    return _with_drop_caps(made)


def _line(glyphs: list[Glyph], page: Page) -> Line | None:
    size, y = Run(glyphs).base()
    parts: list[str] = []
    strong: list[str] = []
    small = ""
    marked = False
    last: Glyph | None = None
    was_strong = False
    for glyph in glyphs:
        gap = glyph.x0 - last.x1 if last else 0.0
        spaced = bool(last) and gap > (
            0.5 if last and _HAN.match(last.text) and _HAN.match(glyph.text) else _SPACE
        ) * min(size, max(glyph.size, last.size if last else 0))
        raised = glyph.size <= 0.85 * size and glyph.y - y > 0.12 * size
        if small and (not raised or spaced):
            marked = marked or not "".join(parts).strip()
            parts.append(superscript(small, "".join(parts[-4:])))
            small = ""
        if spaced and not raised:
            parts.append(" ")
        if raised and not glyph.text.isspace():
            small += glyph.text
        else:
            parts.append(glyph.text)
            face = page.faces[glyph.face]
            now = face.bold or face.italic
            if now:
                if was_strong and strong:
                    strong[-1] += (" " if spaced else "") + glyph.text
                else:
                    strong.append(glyph.text)
            was_strong = now or (was_strong and glyph.text.isspace())
        last = glyph
    if small:
        marked = marked or not "".join(parts).strip()
        parts.append(superscript(small, "".join(parts[-4:])))
    text = plain("".join(parts))
    if not text:
        return None
    return Line(
        glyphs[0].x0, max(g.x1 for g in glyphs), y, size, text, page.number, *_shares(glyphs, page.faces),
        strong=tuple(plain(s) for s in strong if len(s) <= 80), marked=marked,
    )  # fmt: skip


def _shares(glyphs: list[Glyph], faces: tuple[Face, ...]) -> tuple[float, float, float]:
    inked = [faces[g.face] for g in glyphs if g.text.strip()]
    n = max(len(inked), 1)
    return sum(f.bold for f in inked) / n, sum(f.italic for f in inked) / n, sum(f.mono for f in inked) / n


def _with_drop_caps(found: list[Line]) -> list[Line]:
    """A large first letter set into its paragraph goes back to its word."""
    caps = [i for i, line in enumerate(found) if len(line.text) == 1 and line.text.isalpha() and line.text.isupper()]
    gone: set[int] = set()
    for place in caps:
        cap = found[place]
        for other, line in enumerate(found):
            beside = -0.5 * line.size <= line.x0 - cap.x1 <= 1.2 * line.size
            if (
                other != place
                and cap.size >= 1.7 * line.size
                and beside
                and 0 < cap.y + cap.size - line.y <= 1.1 * cap.size
                and line.y >= cap.y
            ):
                found[other] = replace(line, text=cap.text + line.text, x0=cap.x0)
                gone.add(place)
                break
    return [line for place, line in enumerate(found) if place not in gone]
