"""Glyphs painted one after another to runs, and runs of one baseline to stretches that no wide gap parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from .glyphs import Glyph

_BREAK: Final = 0.9
"""Of the size: a gap that parts runs painted one after another. Cells of a tight table are that near; wide word spaces rarely are,
and what is no table is joined again."""
_TOUCH: Final = 0.8
"""Of the size: runs of one height that are nearer belong together though they were painted apart."""


@dataclass
class Run:
    """Glyphs along a line."""

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


def runs_of(glyphs: Sequence[Glyph]) -> list[Run]:
    """Glyphs painted one after another along a line."""
    runs: list[Run] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace() and last is None:
            continue
        big = max(glyph.size, last.size) if last else 0.0
        if (
            last
            and abs(glyph.y - last.y) <= 0.5 * big
            and -0.5 * big <= glyph.x0 - last.x1 <= _BREAK * big
            and glyph.x0 >= last.x0 - 0.1 * big
        ):
            runs[-1].glyphs.append(glyph)
        elif not glyph.text.isspace():
            runs.append(Run([glyph]))
        else:
            continue
        last = glyph
    for run in runs:
        while run.glyphs[-1].text.isspace() and len(run.glyphs) > 1:
            run.glyphs.pop()
    return _once(runs)


def _once(runs: list[Run]) -> list[Run]:
    """Without what is painted twice at one place to look bold or shaded."""
    seen: dict[str, list[tuple[float, float]]] = {}
    out: list[Run] = []
    for run in runs:
        text = "".join(g.text for g in run.glyphs)
        near = run.glyphs[0].size * 0.2
        places = seen.setdefault(text, [])
        if len(text) < 400 and any(abs(x - run.x0) < near and abs(y - run.glyphs[0].y) < near for x, y in places[-40:]):
            continue
        places.append((run.x0, run.glyphs[0].y))
        out.append(run)
    return out


Set = tuple[Run, float, float]


def baselines(runs: list[Set]) -> list[list[Set]]:
    """Runs grouped by baseline; small raised or lowered ones go with the larger that they touch."""
    rows: list[list[Set]] = []
    for run in runs:
        _, size, y = run
        home = None
        for row in reversed(rows[-4:]):
            other = max(r[1] for r in row)
            gap = abs(row[0][2] - y)
            close = gap <= 0.25 * min(size, other) and max(size, other) <= 1.6 * min(size, other)
            script = (
                gap <= 0.6 * max(size, other)
                and min(size, other) <= 0.85 * max(size, other)
                and _touches(run[0], row, max(size, other))
            )
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


def _touches(run: Run, row: list[Set], size: float) -> bool:
    return any(
        -0.3 * size <= run.x0 - other.x1 <= 0.3 * size or -0.3 * size <= other.x0 - run.x1 <= 0.3 * size
        for other, _, _ in row
    )


def stretches(row: list[Set]) -> list[list[Glyph]]:
    """The glyphs of each stretch of a row that no wide gap parts."""
    out: list[list[Glyph]] = []
    size = max(r[1] for r in row)
    for run, _, _ in sorted(row, key=lambda r: r[0].x0):
        if out and run.x0 - out[-1][-1].x1 <= _TOUCH * size and run.x0 >= out[-1][0].x0 - size:
            out[-1] += run.glyphs
        else:
            out.append(list(run.glyphs))
    return out
