"""Events along a line, their dates apart from their texts: to scale where every date names a year and there is room, else even.

Lying where the sheet is wide, upright where it is tall; texts stand on both sides in turn where one side is too narrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lesson import Diagram
from tools.design.geometry import Box
from tools.design.wrap import Fitted

from .board import Board
from .cells import Cell, Content, cells, largest, set_at
from .dates import scaled
from .sheet import LARGEST, Sheet
from .signs import signs

_DATE = 0.86
"""Size of a date, as a part of an event's."""


@dataclass(frozen=True)
class Event:
    """One event where it stands. ``dot`` is on the line; ``date`` may be nothing."""

    made: Cell
    box: Box
    dot: tuple[float, float]
    date: tuple[Box, Fitted, str] | None


@dataclass(frozen=True)
class Line:
    """A timeline that fits. ``start`` and ``end`` are the line's."""

    events: list[Event]
    start: tuple[float, float]
    end: tuple[float, float]
    size: float

    def paint(self, board: Board) -> None:
        s, c = board.sheet, board.canvas
        for i, event in enumerate(self.events):
            b, (x, y) = event.box, event.dot
            upright = self.start[0] == self.end[0]
            tip = (b.x if b.x > x else b.right, y) if upright else (x, b.y if b.y > y else b.bottom)
            board.arrow((event.dot, tip), s.hue(i), max(1.5, self.size * 0.1), False)
        board.arrow((self.start, self.end), s.palette.accent, self.size * 0.26)
        for i, event in enumerate(self.events):
            x, y = event.dot
            x = s.width - x if s.rtl else x
            c.circle(x, y, self.size * 0.46, s.palette.surface)
            c.circle(x, y, self.size * 0.31, s.hue(i))
            board.cell(
                event.made,
                event.box,
                s.hue(i),
                align="start" if event.made.form == "row" or self.start[0] == self.end[0] else "middle",
            )
            if event.date is not None:
                board.pill(*event.date, hue=s.hue(i))


def layouts(diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool) -> Iterator[tuple[float, Line]]:
    """The largest type that fits each way; lying ones first on wide sheets."""
    icons = signs([n.text for n in diagram.nodes], sheet.language, 1.0)
    contents = [
        Content(n.text, n.detail if details else "", icon) for n, icon in zip(diagram.nodes, icons, strict=True)
    ]
    dates = [n.when for n in diagram.nodes]
    to_scale = scaled(dates)
    for lying in (True, False):

        def make(size: float, lying: bool = lying) -> Line | None:
            if lying:
                tries = _lying(sheet, area, contents, dates, to_scale, size, loose)
            else:
                tries = _upright(sheet, area, contents, dates, size, loose)
            return next((t for t in tries if t is not None), None)

        found = largest(sheet.sizes(), make)
        if found is not None:
            yield found[0] / (sheet.unit * LARGEST) + (0.5 if lying == (not sheet.tall) else 0.0), found[1]


def _lying(
    sheet: Sheet,
    area: Box,
    contents: list[Content],
    dates: list[str],
    to_scale: Sequence[float] | None,
    size: float,
    loose: bool,
) -> Iterator[Line | None]:
    count = len(contents)
    even = [(i + 0.5) / count for i in range(count)]
    for places in ([0.09 + 0.82 * k for k in to_scale] if to_scale else None, even):
        if places is None:
            continue
        for turns in (False, True):
            room = area.w / count * (1.94 if turns and count > 2 else 1.0) - size * 0.7
            room = min(room, sheet.unit * 0.38)
            made = cells(sheet, contents, size, room, "stack", loose)
            if made is not None and (not turns or count > 2):
                yield _lay(sheet, area, made, dates, places, turns, size, loose)


def _lay(
    sheet: Sheet,
    area: Box,
    made: list[Cell],
    dates: list[str],
    places: Sequence[float],
    turns: bool,
    size: float,
    loose: bool,
) -> Line | None:
    stem = size * 1.5
    tags = _tags(sheet, dates, size, area.w * 0.3, loose)
    if tags is None:
        return None
    tag = max((f.height + size * 0.6 for f in tags if f), default=0.0)
    stem = max(stem, tag + size * 1.5) if turns and tag else stem
    up = [i % 2 == 1 if turns else False for i in range(len(made))]
    over = max([made[i].height for i in range(len(made)) if up[i]] or [0.0])
    under = max(made[i].height for i in range(len(made)) if not up[i])
    above = max(over + stem if over else 0.0, tag + size * 1.0)
    below = max(under + stem, tag + size * 1.0 if turns else 0.0)
    spare = area.h - above - below
    if spare < 0:
        return None
    more = min(spare / (2 if over else 1) * 0.5, size * 1.6)
    stem, below = stem + more, below + more
    above += more if over else 0.0
    axis = area.y + (area.h - above - below) * 0.5 + above
    boxes: list[Box | None] = [None] * len(made)
    for side in (False, True):
        mine = [i for i in range(len(made)) if up[i] is side]
        wanted = [area.x + area.w * places[i] for i in mine]
        lefts = _settle([made[i].width for i in mine], wanted, area.x, area.right, size * 0.7)
        if lefts is None:
            return None
        for i, left in zip(mine, lefts, strict=True):
            h = over if side else under
            boxes[i] = Box(left, axis - stem - h if side else axis + stem, made[i].width, h)
    events: list[Event] = []
    pills: list[Box] = []
    for i, (cell_, box, text, fitted) in enumerate(zip(made, boxes, dates, tags, strict=True)):
        x = area.x + area.w * places[i]
        if box is None or not box.x + size * 0.5 <= x <= box.right - size * 0.5:
            return None
        date = None
        if fitted is not None:
            w, h = fitted.width + size * 0.9, fitted.height + size * 0.6
            y = axis + size * 0.8 if up[i] else axis - size * 0.8 - h
            pill = Box(min(max(x - w / 2, area.x), area.right - w), y, w, h)
            if any(pill.overlaps(p, size * 0.3) for p in pills) or any(
                b is not None and pill.overlaps(b, size * 0.25) for b in boxes
            ):
                return None
            if any(
                up[j] is not up[i] and abs(area.x + area.w * places[j] - x) < w / 2 + size * 0.2
                for j in range(len(made))
                if j != i
            ):
                return None
            pills.append(pill)
            date = (pill, fitted, text)
        events.append(Event(cell_, box, (x, axis), date))
    return Line(events, (area.x, axis), (area.right, axis), size)


def _settle(
    widths: Sequence[float], wanted: Sequence[float], start: float, end: float, gap: float
) -> list[float] | None:
    """Left edges nearest to the wanted middles, in order and ``gap`` apart; ``None`` where they need more room."""
    if sum(widths) + gap * (len(widths) - 1) > end - start:
        return None
    lefts: list[float] = []
    at = start
    for width, middle in zip(widths, wanted, strict=True):
        at = max(at, middle - width / 2)
        lefts.append(at)
        at += width + gap
    limit = end
    for i in range(len(lefts) - 1, -1, -1):
        lefts[i] = min(lefts[i], limit - widths[i])
        limit = lefts[i] - gap
    return lefts if not lefts or lefts[0] >= start - 0.01 else None


def _tags(sheet: Sheet, dates: list[str], size: float, room: float, loose: bool) -> list[Fitted | None] | None:
    out: list[Fitted | None] = []
    for text in dates:
        made = set_at(text, sheet.strong, max(sheet.floor, size * _DATE), room, loose) if text else None
        if text and made is None:
            return None
        out.append(made)
    return out


def _upright(
    sheet: Sheet, area: Box, contents: list[Content], dates: list[str], size: float, loose: bool
) -> Iterator[Line | None]:
    """One side with the dates before the line, then both sides in turn."""
    tags = _tags(sheet, dates, size, area.w * 0.24, loose)
    if tags is None:
        return
    wide = max((f.width + size * 0.9 for f in tags if f), default=0.0)
    x = area.x + wide + (size * 1.0 if wide else size * 0.5)
    made = cells(sheet, contents, size, area.right - x - size * 1.6, "row", loose)
    gap = size * 0.6
    if made is not None:
        spare = area.h - sum(c.height for c in made) - gap * (len(made) - 1) - size * 1.6
        if spare >= 0:
            grow = min(spare / len(made), size * 3.4)
            y, events = area.y + size * 0.6, []
            left = x + size * 1.6
            for cell_, fitted, text in zip(made, tags, dates, strict=True):
                box = Box(left, y, area.right - left, cell_.height + grow * 0.6)
                events.append(
                    Event(
                        cell_,
                        box,
                        (x, box.y + box.h / 2),
                        _beside(fitted, text, x - size * 1.0, box.y + box.h / 2, size, True),
                    )
                )
                y = box.bottom + gap + grow * 0.4
            yield Line(events, (x, area.y), (x, min(area.bottom, y + size * 1.2)), size)
    yield _both_sides(sheet, area, contents, dates, tags, size, loose)


def _beside(
    fitted: Fitted | None, text: str, edge: float, y: float, size: float, before: bool
) -> tuple[Box, Fitted, str] | None:
    if fitted is None:
        return None
    w, h = fitted.width + size * 0.9, fitted.height + size * 0.6
    return Box(edge - w if before else edge, y - h / 2, w, h), fitted, text


def _both_sides(
    sheet: Sheet,
    area: Box,
    contents: list[Content],
    dates: list[str],
    tags: list[Fitted | None],
    size: float,
    loose: bool,
) -> Line | None:
    x = area.x + area.w / 2
    made = cells(sheet, contents, size, area.w / 2 - size * 1.6, "row", loose)
    if made is None:
        return None
    bottoms, last, events = [area.y + size * 0.5] * 2, area.y, []
    for i, (cell_, fitted, text) in enumerate(zip(made, tags, dates, strict=True)):
        side = i % 2
        tall = max(cell_.height, fitted.height + size * 0.6 if fitted else 0.0)
        middle = max(bottoms[side] + cell_.height / 2, last + size * 1.3)
        date = _beside(fitted, text, x + (-1 if side else 1) * size, middle, size, bool(side))
        if date is not None:  # it shares its side with the neighbours' texts
            middle = max(middle, bottoms[1 - side] + tall / 2)
            date = _beside(fitted, text, x + (-1 if side else 1) * size, middle, size, bool(side))
        left = x + size * 1.6 if side else x - size * 1.6 - cell_.width
        box = Box(left, middle - cell_.height / 2, cell_.width, cell_.height)
        events.append(Event(cell_, box, (x, middle), date))
        bottoms[side] = box.bottom + size * 0.5
        bottoms[1 - side] = max(bottoms[1 - side], date[0].bottom + size * 0.4) if date else bottoms[1 - side]
        last = middle
    end = max(bottoms) + size
    return (
        Line(events, (x, area.y), (x, min(area.bottom, end)), size)
        if max(bottoms) <= area.bottom - size * 0.5
        else None
    )
