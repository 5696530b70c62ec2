"""The whole in the middle, its parts around it, and a leader from each part to a dot on the whole.

The whole is the topic's icon given a body, or a calm abstract one: the leaders point at it, not at places of an anatomy that
the data does not hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from core.lesson import Diagram
from tools.design import colour as col
from tools.design.canvas import num
from tools.design.geometry import Box
from tools.design.hero import icon_hero

from .arrows import Point, pierces
from .board import Board
from .cells import Cell, Content, cells, sizes
from .ring import Sides, around, sides
from .sheet import LARGEST, Sheet
from .signs import sign, signs

_BARE = "-"
"""In place of an icon: the name alone fills the whole."""
_RADII = (0.24, 0.17, 0.1)
"""Least radius of the whole, as a part of the short side: given up step by step."""
_WIDTHS = (0.28, 0.24, 0.34)


@dataclass(frozen=True)
class Whole:
    """A whole with its parts, where they fit."""

    name: Cell | None
    icon: str
    x: float
    y: float
    radius: float
    made: list[Cell]
    boxes: list[Box]
    leaders: list[tuple[Point, Point]]
    size: float
    name_box: Box

    def paint(self, board: Board) -> None:
        s, c, p = board.sheet, board.canvas, board.sheet.palette
        x = s.width - self.x if s.rtl else self.x
        r = self.radius
        c.circle(x, self.y, r * 1.5, c.radial([(0, p.accent2, 0.16), (0.6, p.accent2, 0.07), (1, p.accent2, 0.0)]))
        c.circle(
            x, self.y, r, c.linear([(0, col.mix(p.surface, p.accent, 0.1)), (1, col.mix(p.surface, p.accent, 0.24))])
        )
        c.circle(
            x,
            self.y,
            r * 0.93,
            "none",
            extra=f'stroke="{col.mix(p.surface, p.accent, 0.4)}" stroke-width="{num(r * 0.012)}"',
        )
        for i, (start, end) in enumerate(self.leaders):
            board.arrow((start, end), s.hue(i), max(1.5, self.size * 0.11), False)
            ex = s.width - end[0] if s.rtl else end[0]
            c.circle(ex, end[1], self.size * 0.3, p.surface)
            c.circle(ex, end[1], self.size * 0.2, s.hue(i))
        tall = r * (0.95 if self.name else 1.15)
        art = Box(x - tall / 2, self.y - r * 0.74 if self.name else self.y - tall / 2, tall, tall)
        if self.icon == _BARE:
            pass
        elif self.icon:
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
        else:
            _abstract(board, art)
        if self.name:
            board.cell(self.name, self.name_box, s.hue(0), "solid", "middle")
        for i, (made, box) in enumerate(zip(self.made, self.boxes, strict=True)):
            board.cell(made, box, s.hue(i))


def _abstract(board: Board, box: Box) -> None:
    """A calm body of three rounded shapes in the palette."""
    c, p = board.canvas, board.sheet.palette
    fill = c.linear([(0, col.mix(p.accent, p.light, 0.25)), (1, p.accent)])
    other = c.linear([(0, col.mix(p.accent2, p.light, 0.25)), (1, p.accent2)])
    x, y, w = box.x, box.y, box.w
    c.circle(x + w * 0.5, y + w * 0.36, w * 0.3, fill)
    c.circle(x + w * 0.3, y + w * 0.64, w * 0.24, other)
    c.circle(x + w * 0.68, y + w * 0.64, w * 0.27, c.linear([(0, p.light, 0.9), (1, p.surface, 0.75)]))


def layouts(diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool) -> Iterator[tuple[float, Whole]]:
    """At most one: the largest type that fits."""
    whole, parts = diagram.nodes[0], diagram.nodes[1:]
    topic = sign(whole.text, sheet.language) or sign(diagram.title, sheet.language)
    icons = signs([n.text for n in parts], sheet.language, 0.6, (topic,))
    contents = [
        Content(n.text, n.detail if details else "", icon, "" if any(icons) else str(i + 1))
        for i, (n, icon) in enumerate(zip(parts, icons, strict=True))
    ]
    say = whole.text.casefold() != diagram.title.casefold()
    for least in _RADII:
        for size in sizes(sheet, area, [c.text for c in contents], 1.0, 0.4):
            best: Whole | None = None
            for width in _WIDTHS:
                made = cells(sheet, contents, size, area.w * width, "row", loose)
                for how in sides(len(made), sheet, 12) if made else ():
                    for bulge in (0.07, 0.0):
                        found = _around(
                            sheet, area, made or [], how, area.w * bulge, size, topic, whole.text if say else "", loose
                        )
                        if (
                            found is not None
                            and found.radius >= sheet.short * least
                            and (best is None or found.radius > best.radius * 1.04)
                        ):
                            best = found
            if best is not None:
                yield size, best
                return


def _around(
    sheet: Sheet, area: Box, made: list[Cell], how: Sides, bulge: float, size: float, topic: str, name: str, loose: bool
) -> Whole | None:
    boxes = around(area, [(c.width, c.height) for c in made], how, size * 0.9, bulge)
    if boxes is None:
        return None
    x, y = area.x + area.w / 2, area.y + area.h / 2
    if any(a.overlaps(b, size * 0.5) for i, a in enumerate(boxes) for b in boxes[i + 1 :]):
        return None
    free = min([_far(b, x, y) for b in boxes] + [area.w / 2, area.h / 2])
    radius = min(free - size * 1.9, min(area.w, area.h) * 0.34)
    if radius < sheet.short * _RADII[-1]:
        return None
    tag, bare = _name(sheet, name, size, radius, loose) if name else (None, False)
    if name and tag is None:
        return None
    tag_box = Box(x, y, 0, 0)
    if tag is not None:
        tag_box = Box(
            x - tag.width / 2, y - tag.height / 2 if bare else y + radius * 0.8 - tag.height, tag.width, tag.height
        )
    leaders: list[tuple[Point, Point]] = []
    walls = [b.inset(-1) for b in boxes]
    for i, box in enumerate(boxes):
        start, end = _leader(box, x, y, radius * 0.93)
        if (
            pierces((start, end), walls[:i] + walls[i + 1 :])
            or tag is not None
            and pierces((start, end), [tag_box.inset(-size * 0.4)])
        ):
            return None
        leaders.append((start, end))
    return Whole(tag, _BARE if bare else topic, x, y, radius, made, boxes, leaders, size, tag_box)


def _name(sheet: Sheet, name: str, size: float, radius: float, loose: bool) -> tuple[Cell | None, bool]:
    """The whole's name for a plate under its picture, or, where it is long, in its place (then the second is true)."""
    for big in (max(min(size * 1.15, sheet.unit * LARGEST), sheet.floor), sheet.floor):
        made = cells(sheet, [Content(name)], big, radius * 1.75, "plain", loose, 0.6)
        if made and made[0].height <= radius * 0.55:
            return made[0], False
    for big in (sheet.floor * 1.2, sheet.floor):
        made = cells(sheet, [Content(name)], big, radius * 1.5, "plain", loose, 0.6)
        if made and math.hypot(made[0].width, made[0].height) < radius * 1.8:
            return made[0], True
    return None, False


def _far(box: Box, x: float, y: float) -> float:
    """Distance of a point from a box."""
    return math.hypot(max(box.x - x, 0, x - box.right), max(box.y - y, 0, y - box.bottom))


def _leader(box: Box, x: float, y: float, radius: float) -> tuple[Point, Point]:
    """From the edge of a part that looks at the whole, to the rim."""
    cx, cy = box.x + box.w / 2, box.y + box.h / 2
    if box.right < x - radius * 0.5 or box.x > x + radius * 0.5:
        start = (box.right if cx < x else box.x, cy)
    else:
        start = (min(max(x, box.x + box.w * 0.2), box.right - box.w * 0.2), box.bottom if cy < y else box.y)
    d = math.dist(start, (x, y))
    return start, (x + (start[0] - x) * radius / d, y + (start[1] - y) * radius / d)
