"""A concept map: the first node in the middle, the others around it, and arrows whose words lie on no box.

Neighbours in meaning stand beside each other: the order around the middle is found by exchanging pairs until the arrows
between outer nodes are as short as they get.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lesson import Diagram, Link, Node
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from . import outline
from .arrows import Point, at, length, pierces, route
from .board import Board
from .cells import Cell, Content, cell, cells, set_at, sizes
from .ring import Sides, around, sides
from .sheet import LARGEST, Sheet
from .signs import signs

_WIDTHS = (0.25, 0.33, 0.2)
_BULGES = (0.08, 0.0)
_SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72)
_ATTEMPTS = 70
"""Arrangements for which ways are sought before a map is set as single statements."""
_LABEL = 0.7
"""Size of a link's words, as a part of a node's."""


@dataclass(frozen=True)
class _Tag:
    """Words of a link where they are set."""

    box: Box
    fitted: Fitted
    text: str


@dataclass(frozen=True)
class Wire:
    """A link where it runs."""

    way: tuple[Point, ...]
    hue: int
    head: bool
    tag: _Tag | None


@dataclass(frozen=True)
class Map:
    """A map that fits."""

    hub: Cell
    hub_box: Box
    made: list[Cell]
    boxes: list[Box]
    wires: list[Wire]
    size: float

    def paint(self, board: Board) -> None:
        sheet, hub = board.sheet, self.hub_box
        at_ = sheet.mirrored(hub)
        glow = board.canvas.radial([(0, sheet.palette.accent, 0.13), (1, sheet.palette.accent, 0.0)])
        board.canvas.ellipse(at_.x + at_.w / 2, at_.y + at_.h / 2, at_.w * 0.95, at_.w * 0.72, glow)
        for wire in self.wires:
            board.arrow(wire.way, sheet.hue(wire.hue), self.size * 0.15, wire.head)
        for wire in self.wires:
            if wire.tag is not None:
                board.pill(wire.tag.box, wire.tag.fitted, wire.tag.text, font=sheet.plain)
        board.cell(self.hub, hub, sheet.hue(0), "solid", "middle")
        for i, (made, box) in enumerate(zip(self.made, self.boxes, strict=True)):
            board.cell(made, box, sheet.hue(i + 1), align="start" if made.form == "row" else "middle")


def layouts(
    diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool
) -> Iterator[tuple[float, Map | outline.Statements]]:
    """The largest type that fits; where no map does, its statements one by one."""
    nodes, links = _ordered(diagram)
    icons = signs([n.text for n in nodes], sheet.language)
    contents = [Content(n.text, n.detail if details else "", icon) for n, icon in zip(nodes, icons, strict=True)]
    left = _ATTEMPTS
    for size in sizes(sheet, area, [c.text for c in contents], 1.0, 0.3):
        for width in _WIDTHS:
            made = cells(sheet, contents[1:], size, area.w * width, "row", loose)
            big = min(size * 1.3, sheet.unit * LARGEST * 1.3)
            hub = cell(sheet, contents[0], big, area.w * 0.3, "stack", loose, 0.85)
            hub = hub or cell(sheet, contents[0], size, area.w * 0.34, "plain", loose, 0.6)
            if made is None or hub is None:
                continue
            for how in sides(len(made), sheet, 10):
                for bulge in _BULGES:
                    boxes = _places(area, hub, made, how, size, area.w * bulge)
                    if boxes is None or left <= 0:
                        continue
                    left -= 1
                    wires = _wires(sheet, area, boxes, links, size)
                    if wires is not None:
                        yield size, Map(hub, boxes[0], made, boxes[1:], wires, size)
                        left = -1
        if left <= 0:
            break
    yield from outline.layouts(diagram, sheet, area, details, loose)


def _places(area: Box, hub: Cell, made: list[Cell], how: Sides, size: float, bulge: float) -> list[Box] | None:
    """The middle's box and those around it, where none is too near another."""
    boxes = around(area, [(c.width, c.height) for c in made], how, size * 0.9, bulge)
    if boxes is None:
        return None
    middle = Box(area.x + (area.w - hub.width) / 2, area.y + (area.h - hub.height) / 2, hub.width, hub.height)
    close = any(a.overlaps(b, size * 0.5) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    return None if close or any(middle.overlaps(b, size * 2.0) for b in boxes) else [middle, *boxes]


def _wires(
    sheet: Sheet, area: Box, every: list[Box], links: Sequence[tuple[int, int, Link]], size: float
) -> list[Wire] | None:
    """A way for each link and a place for its words, all in the area; ``None`` where one has none."""
    room = area.inset(-size * 0.4)
    walls = [b.inset(-size * 0.12) for b in every]
    ways: list[tuple[Point, ...]] = []
    order = sorted(range(len(links)), key=lambda i: (0 not in links[i][:2], i))  # spokes first: they are straight
    found: dict[int, tuple[Point, ...]] = {}
    for i in order:
        a, b, _ = links[i]
        way = route(every[a], every[b], walls, ways, size * 0.3, size * 1.1, room)
        if way is None:
            return None
        found[i] = way
        ways.append(way)
    tags: list[Box] = []
    wires: list[Wire] = []
    for i, (a, b, link) in enumerate(links):
        tag = None
        if link.label:
            others = [w for j, w in found.items() if j != i]
            tag = _tag(sheet, room, link.label, found[i], every, tags, others, size)
            if tag is None:
                return None
            tags.append(tag.box)
        wires.append(Wire(found[i], max(a, b), link.start != "", tag))
    return wires


def _tag(
    sheet: Sheet,
    room: Box,
    text: str,
    way: tuple[Point, ...],
    boxes: Sequence[Box],
    tags: Sequence[Box],
    others: Sequence[tuple[Point, ...]],
    size: float,
) -> _Tag | None:
    """The words on the line: where they lie on no box, no other words and, if that can be had, on no other line."""
    small = max(sheet.floor, size * _LABEL)
    long = length(way)
    spare: _Tag | None = None
    for width in (long * 0.62, small * 7, small * 5, small * 10, small * 16):
        fitted = set_at(text, sheet.plain, small, width)
        if fitted is None:
            continue
        w, h = fitted.width + small * 0.8, fitted.height + small * 0.56
        for share in _SPOTS:
            x, y = at(way, share)
            box = Box(x - w / 2, y - h / 2, w, h)
            if not room.contains(box) or not sheet.frame.inset(small * 0.4).contains(box):
                continue
            if any(box.overlaps(b, small * 0.2) for b in boxes) or any(box.overlaps(t, small * 0.15) for t in tags):
                continue
            if _at_end(way, box, size):
                continue
            if _hidden(way, box) > long - small * 2.0:
                continue
            if not any(pierces(other, [box]) for other in others):
                return _Tag(box, fitted, text)
            spare = spare or _Tag(box, fitted, text)
    return spare


def _at_end(way: tuple[Point, ...], box: Box, size: float) -> bool:
    """Whether words would lie on an arrow's head or on its start."""
    long, b = length(way), box.inset(-size * 0.12)
    near = (0.0, size * 0.3 / long, 1 - size * 0.75 / long, 1 - size * 0.4 / long, 1.0)
    return any(b.x < x < b.right and b.y < y < b.bottom for x, y in (at(way, max(0.0, k)) for k in near))


def _hidden(way: tuple[Point, ...], box: Box) -> float:
    """How much of a line a box covers, in pixels."""
    long = length(way)
    return sum(long / 40 for i in range(40) if box.contains(Box(*at(way, (i + 0.5) / 40), 0, 0)))


def _ordered(diagram: Diagram) -> tuple[list[Node], list[tuple[int, int, Link]]]:
    """Nodes with neighbours beside each other, and links by place; where there are none, plain lines from the middle."""
    nodes = list(diagram.nodes)
    place = {n.id: i for i, n in enumerate(nodes)}
    pairs = [
        (place[k.start], place[k.end], k)
        for k in diagram.links
        if k.start in place and k.end in place and k.start != k.end
    ]
    if not pairs:
        return nodes, [(0, i, Link(start="", end="")) for i in range(1, len(nodes))]
    order = _near([(a, b) for a, b, _ in pairs if a and b], len(nodes) - 1)
    back = {old: new + 1 for new, old in enumerate(order)} | {0: 0}
    seen: dict[tuple[int, int], Link] = {}
    for a, b, link in pairs:  # one arrow for one pair and direction
        seen.setdefault((back[a], back[b]), link)
    return [nodes[0], *(nodes[old] for old in order)], [(a, b, link) for (a, b), link in seen.items()]


def _near(pairs: Sequence[tuple[int, int]], count: int) -> list[int]:
    """The outer nodes in an order that brings linked ones together."""
    order = list(range(1, count + 1))

    def cost(row: list[int]) -> int:
        where = {node: i for i, node in enumerate(row)}
        return sum(min(d, count - d) ** 2 for a, b in pairs if (d := abs(where[a] - where[b])))

    now = cost(order)
    better = bool(pairs)
    while better:
        better = False
        for i in range(count):
            for j in range(i + 1, count):
                order[i], order[j] = order[j], order[i]
                new = cost(order)
                if new < now:
                    now, better = new, True
                else:
                    order[i], order[j] = order[j], order[i]
    return order
