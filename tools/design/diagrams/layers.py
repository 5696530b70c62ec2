"""Layers: bands that lie on each other like strata, the first on top, each with its name and what is said of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from core.lesson import Diagram
from tools.design import colour as col
from tools.design.canvas import num
from tools.design.geometry import Box

from .board import Board, Part
from .cells import Cell, Content, cells, set_at
from .sheet import LARGEST, Sheet
from .signs import signs

_WAVE = 0.28
"""Height of a band's waves in ems of its words."""


@dataclass(frozen=True)
class Strata:
    """Layers that fit. ``beside``: the smaller line stands at the far end of its band."""

    made: list[Cell]
    notes: list[Cell | None]
    area: Box
    size: float
    split: float

    def paint(self, board: Board) -> None:
        s, c, a = board.sheet, board.canvas, self.area
        p, count = s.palette, len(self.made)
        needed = [max(m.height, n.height if n else 0.0) for m, n in zip(self.made, self.notes, strict=True)]
        each = min((a.h - sum(needed)) / count, self.size * 3.0)
        total = sum(needed) + each * count
        top = a.y + (a.h - total) * 0.4
        at = s.mirrored(Box(a.x, top, a.w, total))
        r = s.unit * 0.022
        for grow, strength in ((3.4, 0.014), (2.4, 0.02), (1.5, 0.03), (0.8, 0.04)):
            g = s.unit * 0.0042 * grow
            c.rect(at.x - g, at.y - g * 0.4, at.w + 2 * g, at.h + g * 2.2, p.deep, strength, r + g)
        clip = c.clip(f'<rect x="{num(at.x)}" y="{num(at.y)}" width="{num(at.w)}" height="{num(at.h)}" rx="{num(r)}"/>')
        y, shapes = top, []
        boxes: list[Box] = []
        fills = _fills(s, count)
        for i, tall in enumerate(needed):
            wave = self.size * _WAVE if i else 0.0
            shade = c.linear([(0, fills[i][0]), (1, fills[i][1])])
            if i:
                shapes.append(
                    f'<path d="{_band(at, y - self.size * 0.08, wave, i)}" fill="{p.deep}" fill-opacity=".10"/>'
                )
            shapes.append(f'<path d="{_band(at, y, wave, i)}" fill="{shade}"/>')
            boxes.append(Box(a.x, y, a.w, tall + each))
            y += tall + each
        c.add(f'<g clip-path="{clip}">{"".join(shapes)}</g>')
        board.parts.append(Part("card", at))
        for i, (made, note, box) in enumerate(zip(self.made, self.notes, boxes, strict=True)):
            board.content(made, Box(box.x, box.y, self.split if note else box.w, box.h), s.hue(i), fills[i])
            if note is not None:
                x = box.x + self.split
                board.content(note, Box(x, box.y, box.right - x, box.h), s.hue(i), fills[i])


def _fills(sheet: Sheet, count: int) -> list[tuple[str, str]]:
    """From light on top to deep below, each with a shade of itself; both stops carry the same ink."""
    p = sheet.palette
    out = []
    night = col.luminance(p.bg) < 0.18
    above = col.mix(p.accent, p.light, 0.5) if night else col.mix(p.accent2, p.surface, 0.62)
    below = col.mix(p.accent, p.bg, 0.7) if night else col.mix(p.accent, p.deep, 0.7)
    for i in range(count):
        t = i / max(1, count - 1)
        base = col.mix(above, p.accent, t / 0.6) if t < 0.6 else col.mix(p.accent, below, (t - 0.6) / 0.4)
        dark = col.contrast("#ffffff", base) >= 4.6
        if not dark and col.contrast("#0b0b0d", base) < 6.5 and col.contrast("#ffffff", base) > 3:
            base, dark = col.ensure(base, "#ffffff", 4.75), True
        out.append((base, col.mix(base, p.deep if dark else "#ffffff", 0.12)))
    return out


def _band(at: Box, y: float, wave: float, index: int) -> str:
    """Down from a gently waving line to the bottom."""
    steps, points = 24, []
    for k in range(steps + 1):
        x = at.x + at.w * k / steps
        points.append(f"{num(x)} {num(y + wave * math.sin(k / steps * math.tau * 1.5 + index * 1.9))}")
    return f"M{'L'.join(points)}V{num(at.bottom + 2)}H{num(at.x)}Z"


def layouts(diagram: Diagram, sheet: Sheet, area: Box, details: bool, loose: bool) -> Iterator[tuple[float, Strata]]:
    """Names before their notes on wide sheets, above them on narrow ones."""
    nodes = diagram.nodes
    icons = signs([n.text for n in nodes], sheet.language, 0.6)
    for beside in (True, False):
        if beside and not (details and any(n.detail for n in nodes)):
            continue
        names = [
            Content(n.text, "" if beside or not details else n.detail, icon)
            for n, icon in zip(nodes, icons, strict=True)
        ]
        for size in sheet.sizes(1.08):
            split = area.w * (0.42 if beside else 1.0)
            made = cells(sheet, names, size, split, "row", loose, 1.0)
            notes = _notes(sheet, [n.detail if beside else "" for n in nodes], size, area.w - split, loose)
            if made is None or notes is None:
                continue
            tall = sum(max(m.height, n.height if n else 0.0) for m, n in zip(made, notes, strict=True))
            if tall <= area.h:
                yield size / (sheet.unit * LARGEST) + (0.2 if beside else 0.0), Strata(made, notes, area, size, split)
                break


def _notes(sheet: Sheet, texts: list[str], size: float, room: float, loose: bool) -> list[Cell | None] | None:
    out: list[Cell | None] = []
    for text in texts:
        if not text:
            out.append(None)
            continue
        small = max(sheet.floor, size * 0.84)
        fitted = set_at(text, sheet.plain, small, room - 2 * size, loose)
        if fitted is None:
            return None
        out.append(
            Cell(Content(text), "plain", small, fitted.width, fitted.height + 1.7 * size, fitted, None, 0.0, size)
        )
    return out
