"""Boxes around a middle: how many stand on each side, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.design.geometry import Box

from .sheet import Sheet

Size = tuple[float, float]


@dataclass(frozen=True)
class Sides:
    """Counts going round from the top: top, right, bottom, left. ``corners``: columns reach into the corners, else rows do."""

    top: int
    right: int
    bottom: int
    left: int
    corners: bool

    @property
    def total(self) -> int:
        return self.top + self.right + self.bottom + self.left


def sides(count: int, sheet: Sheet, most: int = 8) -> Iterator[Sides]:
    """Even ways to stand ``count`` boxes around a middle, those that suit the sheet's shape first."""
    share = 0.28 if sheet.wide else 0.55 if sheet.tall else 0.4
    found: list[tuple[float, Sides]] = []
    for rows in range(count + 1):
        columns = count - rows
        for top in {rows // 2, (rows + 1) // 2}:
            right = (columns + 1) // 2
            made = Sides(top, right, rows - top, columns - right, not sheet.tall)
            lopsided = (made.top != made.bottom) * 0.4 + (made.right != made.left) * 0.4
            bare = (0.8 if sheet.tall and rows else 1.6) * ((rows == 0) + (columns == 0)) if count > 2 else 0.0
            cost = abs(rows - share * count) + lopsided + bare
            found.append((cost, made))
            found.append((cost + 0.9, Sides(made.top, made.right, made.bottom, made.left, not made.corners)))
    yield from [made for _, made in sorted(found, key=lambda item: item[0])[:most]]


def around(area: Box, sizes: Sequence[Size], how: Sides, gap: float, bulge: float = 0.0) -> list[Box] | None:
    """The boxes, going round clockwise from the top left; ``None`` where they do not fit beside each other.

    ``bulge`` moves the ends of the columns inwards by up to so many pixels, so that the whole is rounder.
    """
    cut = (how.top, how.top + how.right, how.top + how.right + how.bottom)
    top, right, bottom, left = sizes[: cut[0]], sizes[cut[0] : cut[1]], sizes[cut[1] : cut[2]], sizes[cut[2] :]
    high_top, high_bottom = max((h for _, h in top), default=0.0), max((h for _, h in bottom), default=0.0)
    wide_left, wide_right = max((w for w, _ in left), default=0.0), max((w for w, _ in right), default=0.0)
    x0, x1, y0, y1 = area.x, area.right, area.y, area.bottom
    if how.corners:
        x0, x1 = x0 + (wide_left + gap if left else 0), x1 - (wide_right + gap if right else 0)
    else:
        y0, y1 = y0 + (high_top + gap if top else 0), y1 - (high_bottom + gap if bottom else 0)
    bands = (top, right, list(reversed(bottom)), list(reversed(left)))
    starts = (
        _spread([w for w, _ in bands[0]], x0, x1, gap), _spread([h for _, h in bands[1]], y0, y1, gap),
        _spread([w for w, _ in bands[2]], x0, x1, gap), _spread([h for _, h in bands[3]], y0, y1, gap),
    )  # fmt: skip
    if any(s is None for s in starts):
        return None
    rows = [
        [(s, *size) for s, size in zip(at or [], band, strict=True)] for at, band in zip(starts, bands, strict=True)
    ]
    out = [Box(x, area.y, w, h) for x, w, h in rows[0]]
    out += [Box(area.right - w - _in(area, y + h / 2, bulge), y, w, h) for y, w, h in rows[1]]
    out += [Box(x, area.bottom - h, w, h) for x, w, h in reversed(rows[2])]
    return out + [Box(area.x + _in(area, y + h / 2, bulge), y, w, h) for y, w, h in reversed(rows[3])]


def _in(area: Box, y: float, bulge: float) -> float:
    """How far a column's box is moved inwards at that height."""
    far = abs(y - area.y - area.h / 2) / (area.h / 2)
    return bulge * far * far


def _spread(lengths: Sequence[float], start: float, end: float, gap: float) -> list[float] | None:
    """Starts of stretches evenly apart between two ends, half a gap left outside; ``None`` where they need more."""
    if not lengths:
        return []
    spare = end - start - sum(lengths)
    if spare < gap * (len(lengths) - 1) - 0.01:
        return None
    between = spare / len(lengths)
    outside = between / 2
    if between < gap:
        between, outside = gap, (spare - gap * (len(lengths) - 1)) / 2
    out, at = [], start + outside
    for one in lengths:
        out.append(at)
        at += one + between
    return out
