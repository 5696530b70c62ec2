"""Glyphs to lines of type: words are told by gaps, raised numbers by their size and height, strong words by their face."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tools.reading.notes import superscript

from .glyphs import Face, Glyph, Page

_SPACE: Final = 0.15
"""Of the size: a gap between letters that parts words. Word spaces are set at 0.2 to 0.33, kerning stays under 0.1."""
_BREAK: Final = 0.9
"""Of the size: a gap that parts runs painted one after another. Cells of a tight table are that near; wide word spaces rarely are,
and what is no table is joined again."""
_TOUCH: Final = 0.8
"""Of the size: runs of one height that are nearer belong together though they were painted apart."""
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


@dataclass
class _Run:
    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return self.glyphs[-1].x1

    def base(self) -> tuple[float, float]:
        """Size and baseline of most of its letters."""
        sizes = Counter((round(g.size, 1), round(g.y, 1)) for g in self.glyphs if g.text.strip())
        if not sizes:
            return self.glyphs[0].size, self.glyphs[0].y
        (size, y), _ = max(sizes.items(), key=lambda kv: (kv[1] * kv[0][0], kv[0]))
        return max(size, 0.1), y


def lines(page: Page) -> list[Line]:
    """The page's lines, from the top down, those of one baseline from the left."""
    runs = [(run, *run.base()) for run in _runs(page.glyphs)]
    runs.sort(key=lambda r: (-r[2], r[0].x0))
    made: list[Line] = []
    for row in _baselines(runs):
        for group in _joined(row):
            if line := _line(group, page):
                made.append(line)
    return _with_drop_caps(made)


def _runs(glyphs: Sequence[Glyph]) -> list[_Run]:
    """Glyphs painted one after another along a line."""
    runs: list[_Run] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace() and last is None:
            continue
        big = max(glyph.size, last.size) if last else 0.0
        if last and abs(glyph.y - last.y) <= 0.5 * big and -0.5 * big <= glyph.x0 - last.x1 <= _BREAK * big and glyph.x0 >= last.x0 - 0.1 * big:
            runs[-1].glyphs.append(glyph)
        elif not glyph.text.isspace():
            runs.append(_Run([glyph]))
        else:
            continue
        last = glyph
    for run in runs:
        while run.glyphs[-1].text.isspace() and len(run.glyphs) > 1:
            run.glyphs.pop()
    return _once(runs)


def _once(runs: list[_Run]) -> list[_Run]:
    """Without what is painted twice at one place to look bold or shaded."""
    seen: dict[str, list[tuple[float, float]]] = {}
    out: list[_Run] = []
    for run in runs:
        text = "".join(g.text for g in run.glyphs)
        near = run.glyphs[0].size * 0.2
        places = seen.setdefault(text, [])
        if len(text) < 400 and any(abs(x - run.x0) < near and abs(y - run.glyphs[0].y) < near for x, y in places[-40:]):
            continue
        places.append((run.x0, run.glyphs[0].y))
        out.append(run)
    return out


_Set = tuple[_Run, float, float]


def _baselines(runs: list[_Set]) -> list[list[_Set]]:
    """Runs grouped by baseline; small raised or lowered ones go with the larger that they touch."""
    rows: list[list[_Set]] = []
    for run in runs:
        _, size, y = run
        home = None
        for row in reversed(rows[-4:]):
            other = max(r[1] for r in row)
            gap = abs(row[0][2] - y)
            close = gap <= 0.25 * min(size, other) and max(size, other) <= 1.6 * min(size, other)
            script = gap <= 0.6 * max(size, other) and min(size, other) <= 0.85 * max(size, other) and _touches(run[0], row, max(size, other))
            if close or (script and max(size, other) <= 1.9 * min(size, other)):
                home = row
                break
        if home is None:
            rows.append([run])
        elif size > max(r[1] for r in home) * 1.1:
            home.insert(0, run)
        else:
            home.append(run)
    return rows


def _touches(run: _Run, row: list[_Set], size: float) -> bool:
    return any(-0.3 * size <= run.x0 - other.x1 <= 0.3 * size or -0.3 * size <= other.x0 - run.x1 <= 0.3 * size for other, _, _ in row)


def _joined(row: list[_Set]) -> list[list[Glyph]]:
    """The glyphs of each stretch of a row that no wide gap parts."""
    out: list[list[Glyph]] = []
    size = max(r[1] for r in row)
    for run, _, _ in sorted(row, key=lambda r: r[0].x0):
        if out and run.x0 - out[-1][-1].x1 <= _TOUCH * size and run.x0 >= out[-1][0].x0 - size:
            out[-1] += run.glyphs
        else:
            out.append(list(run.glyphs))
    return out


def _line(glyphs: list[Glyph], page: Page) -> Line | None:
    size, y = _Run(glyphs).base()
    parts: list[str] = []
    strong: list[str] = []
    small = ""
    marked = False
    last: Glyph | None = None
    was_strong = False
    for glyph in glyphs:
        gap = glyph.x0 - last.x1 if last else 0.0
        spaced = bool(last) and gap > (0.5 if last and _HAN.match(last.text) and _HAN.match(glyph.text) else _SPACE) * min(size, max(glyph.size, last.size if last else 0))
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
    text = " ".join("".join(parts).split())
    if not text:
        return None
    return Line(
        glyphs[0].x0, max(g.x1 for g in glyphs), y, size, text, page.number, *_shares(glyphs, page.faces),
        strong=tuple(" ".join(s.split()) for s in strong if len(s) <= 80), marked=marked,
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
            if other != place and cap.size >= 1.7 * line.size and beside and 0 < cap.y + cap.size - line.y <= 1.1 * cap.size and line.y >= cap.y:
                found[other] = replace(line, text=cap.text + line.text, x0=cap.x0)
                gone.add(place)
                break
    return [line for place, line in enumerate(found) if place not in gone]
