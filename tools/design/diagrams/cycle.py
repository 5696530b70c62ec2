"""Cards on a ring with arrows that follow it; where they say too much for that, around a rounded rectangle."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lesson import Diagram
from tools.design.canvas import line
from tools.design.geometry import Box
from tools.design.hero import icon_hero

from .arrows import Point, length, pierces, route
from .board import Board
from .cells import Cell, Content, Form, cells, sizes
from .ring import Sides, around, sides
from .sheet import LARGEST, Sheet
from .signs import sign, signs

_STEPS = 240
_POWERS = (2.0, 2.8, 4.5)
"""Exponents of the ring: an ellipse, and squarer ones."""
_LINES = 3
"""Most lines on a card of a ring with air around its cards."""
_WIDTHS = (0.3, 0.26, 0.34, 0.22, 0.4, 0.18)


@dataclass(frozen=True)
class Ring:
    """A ring of cards that fits."""

    made: list[Cell]
    boxes: list[Box]
    ways: list[tuple[Point, ...]]
    track: tuple[Point, ...]
    size: float
    core: Box
    icon: str

    def paint(self, board: Board) -> None:
        s, c, p = board.sheet, board.canvas, board.sheet.palette
        track = [(s.width - x, y) if s.rtl else (x, y) for x, y in self.track]
        if track:
            c.stroke(line(track), p.accent, self.size * 0.9, 0.1)
        if self.core.w > 0:
            x, y, r = self.core.x + self.core.w / 2, self.core.y + self.core.h / 2, self.core.w / 2
            x = s.width - x if s.rtl else x
            c.circle(x, y, r * 1.35, c.radial([(0, p.accent2, 0.2), (0.55, p.accent2, 0.08), (1, p.accent2, 0.0)]))
            art = Box(x - r * 0.62, y - r * 0.62, r * 1.24, r * 1.24)
            c.add(
                icon_hero(
                    self.icon,
                    art,
                    accent=p.accent,
                    accent2=p.accent2,
                    deep=p.deep,
                    light=p.light,
                    prefix=f"{s.prefix}h",
                )
            )
        for i, way in enumerate(self.ways):
            board.arrow(way, s.hue(i), self.size * 0.24)
        for i, (made, box) in enumerate(zip(self.made, self.boxes, strict=True)):
            board.cell(made, box, s.hue(i))


def layouts(diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool) -> Iterator[tuple[float, Ring]]:
    """At most a few: those with the largest type that fits."""
    icons = signs([n.text for n in diagram.nodes], sheet.language, 1.0)
    contents = [
        Content(n.text, n.detail if details else "", icon, str(i + 1))
        for i, (n, icon) in enumerate(zip(diagram.nodes, icons, strict=True))
    ]
    topic = sign(diagram.title, sheet.language) or ("arrows-counter-clockwise" if sheet.rtl else "arrows-clockwise")
    texts = [c.text for c in contents]
    forms: tuple[Form, ...] = ("row", "stack") if not sheet.tall else ("stack", "row")
    for airy in (True, False):
        for size in sizes(sheet, area, texts, 0.86 if airy else 1.0, 0.3 if airy else 0.4):
            for power in _POWERS:
                for form in forms:
                    for width in _WIDTHS:
                        made = cells(sheet, contents, size, area.w * width, form, loose, 0.8)
                        if made is None or airy and max(len(c.text.lines) for c in made) > _LINES:
                            continue
                        ring = _ring(sheet, area, made, size, power, topic, airy)
                        if ring is not None:
                            yield 2.0 * airy + size / (sheet.unit * LARGEST), ring
                            return
    yield from _squared(sheet, area, contents, topic, loose)


def _squared(sheet: Sheet, area: Box, contents: list[Content], topic: str, loose: bool) -> Iterator[tuple[float, Ring]]:
    """Cards along the edges of the sheet, for those that say a lot."""
    for size in sizes(sheet, area, [c.text for c in contents], 0.8, 0.65):
        for form in ("row", "plain"):
            for width in (0.3, 0.24, 0.38, 0.2, 0.46):
                made = cells(sheet, contents, size, area.w * width, "row" if form == "row" else "plain", loose, 0.6)
                for how in sides(len(contents), sheet, 10) if made else ():
                    ring = _edges(sheet, area, made or [], how, size, topic)
                    if ring is not None:
                        yield size / (sheet.unit * LARGEST) - 1.0, ring
                        return


def _edges(sheet: Sheet, area: Box, made: list[Cell], how: Sides, size: float, topic: str) -> Ring | None:
    boxes = around(area, [(c.width, c.height) for c in made], how, size * 1.6)
    if boxes is None or any(a.overlaps(b, size * 1.2) for i, a in enumerate(boxes) for b in boxes[i + 1 :]):
        return None
    ways: list[tuple[Point, ...]] = []
    for i, box in enumerate(boxes):
        way = route(box, boxes[(i + 1) % len(boxes)], boxes, ways, size * 0.25, size * 0.95)
        if way is None:
            return None
        ways.append(way)
    middle = (area.x + area.w / 2, area.y + area.h / 2)
    return Ring(made, boxes, ways, (), size, _core(middle, boxes, size, sheet, ways), topic)


def _ring(sheet: Sheet, area: Box, made: list[Cell], size: float, power: float, topic: str, airy: bool) -> Ring | None:
    wide, tall = max(c.width for c in made), max(c.height for c in made)
    rx, ry = (area.w - wide) / 2, (area.h - tall) / 2
    count = len(made)
    if count > 2 and (rx < wide * 0.6 or ry < tall * 0.6) or rx <= 0 or ry <= 0:
        return None
    ratio = rx / ry
    rx = min(rx, ry * max(1.5, 1.15 + count * 0.09)) if ratio > 1 else rx
    ry = min(ry, rx * 1.5)
    middle = (area.x + area.w / 2, area.y + area.h / 2)
    track = _track(middle, rx, ry, power)
    places = _even(track, count)
    boxes = [Box(track[k][0] - wide / 2, track[k][1] - tall / 2, wide, tall) for k in places]
    if any(a.overlaps(b, size * 0.7) for i, a in enumerate(boxes) for b in boxes[i + 1 :]):
        return None
    ways = []
    for i, start in enumerate(places):
        stop = places[(i + 1) % count]
        way = _outside(track, start, stop if stop > start else stop + _STEPS, boxes, size * 0.35)
        if length(way) < size * (2.4 if airy else 1.25):
            return None
        ways.append(way)
    core = _core(middle, boxes, size, sheet)
    if airy and not core.w:
        return None
    return Ring(made, boxes, ways if count > 1 else [], track, size, core, topic)


def _track(middle: Point, rx: float, ry: float, power: float) -> tuple[Point, ...]:
    """A superellipse, clockwise from the top."""
    out = []
    for i in range(_STEPS):
        a = 2 * math.pi * i / _STEPS - math.pi / 2
        c, s = math.cos(a), math.sin(a)
        out.append(
            (
                middle[0] + rx * math.copysign(abs(c) ** (2 / power), c),
                middle[1] + ry * math.copysign(abs(s) ** (2 / power), s),
            )
        )
    return tuple(out)


def _even(track: tuple[Point, ...], count: int) -> list[int]:
    """Indexes of points that stand equally far apart along the ring, the first at its top."""
    closed = (*track, track[0])
    total, run, out = length(closed), 0.0, [0]
    for i, (a, b) in enumerate(zip(closed, closed[1:], strict=False)):
        run += math.dist(a, b)
        if len(out) < count and run >= total * len(out) / count - 1e-6:
            out.append((i + 1) % _STEPS)
    return out


def _outside(track: tuple[Point, ...], start: int, stop: int, boxes: list[Box], gap: float) -> tuple[Point, ...]:
    """The ring between two cards, as far as it lies outside all of them."""
    grown = [b.inset(-gap) for b in boxes]
    way = [track[k % _STEPS] for k in range(start, stop + 1)]
    free = [not any(b.x < x < b.right and b.y < y < b.bottom for b in grown) for x, y in way]
    best, run = (0, 0), 0
    for i, ok in enumerate((*free, False)):
        if ok:
            run += 1
        else:
            if run > best[1] - best[0]:
                best = (i - run, i)
            run = 0
    points = way[best[0] : best[1]]
    return tuple(points[:: max(1, len(points) // 36)][:-1] + points[-1:]) if len(points) > 1 else ((0.0, 0.0),)


def _core(middle: Point, boxes: list[Box], size: float, sheet: Sheet, ways: Sequence[tuple[Point, ...]] = ()) -> Box:
    """The square in the middle that no card touches; empty where it would be too small for a picture."""
    side = sheet.short * 0.4
    while side > size * 4.5:
        box = Box(middle[0] - side / 2, middle[1] - side / 2, side, side)
        if not any(box.overlaps(b, size) for b in boxes) and not any(pierces(w, [box]) for w in ways):
            return box
        side *= 0.92
    return Box(*middle, 0, 0)
