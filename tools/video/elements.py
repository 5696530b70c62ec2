"""A layout taken apart into what moves on its own: its texts, those of several lines line by line."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.design.geometry import Box
from tools.design.placed import Composition, PlacedText
from tools.design.shaping import shape

from .timeline import Area, Key, Layer

_ORDER = {"brand": 0, "badge": 1, "headline": 2, "sub": 3, "bullet": 4, "cta": 5, "legal": 6}

Element = tuple[str, Box, PlacedText]
"""Markup, the part of the frame it may touch, and the text it shows."""


def elements(layout: Composition) -> list[Element]:
    """Texts in the order in which they come, those of several lines taken apart."""
    out: list[Element] = []
    for text in sorted(layout.texts, key=lambda t: (_ORDER.get(t.role, 9), t.box.y, t.box.x)):
        if len(text.lines) < 2 or text.plate or text.art or text.rotate or text.role == "legal":
            out.append((text.svg(), _reach(text), text))
            continue
        for number, line in enumerate(text.lines):
            baseline = text.baseline + number * text.size * text.leading
            run = shape(line, text.font, text.size, tracking=text.tracking, direction=text.direction)
            ink = run.ink_box(text.x, baseline, text.anchor)
            one = replace(text, lines=(line,), baseline=baseline, box=ink)
            out.append((one.svg(), _reach(one), one))
    return out


def _reach(text: PlacedText) -> Box:
    """The element with room for its shadow, turned if it is turned."""
    return _turned(text, text.occupied).inset(-max(8.0, 0.5 * text.size))


def _turned(text: PlacedText, box: Box) -> Box:
    """The upright box around a part of the element, turned if it is turned."""
    if text.rotate:
        angle = math.radians(text.rotate)
        w = abs(box.w * math.cos(angle)) + abs(box.h * math.sin(angle))
        h = abs(box.w * math.sin(angle)) + abs(box.h * math.cos(angle))
        box = Box(box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h)
    return box


def text_layer(markup: str, box: Box, keys: tuple[Key, ...], text: PlacedText) -> Layer:
    """One element in motion, with what a check wants to know of its letters."""
    return Layer(
        "text",
        markup,
        area_of(box),
        keys,
        role=text.role,
        text=" ".join(text.lines),
        ink=area_of(_turned(text, text.occupied)),
        letters=area_of(_turned(text, text.box)) if text.lines else Area(0, 0, 0, 0),
        sign=area_of(text.art_box) if text.lines and text.art_box else Area(0, 0, 0, 0),
        size=text.size,
        colour=text.colour,
    )


def area_of(box: Box) -> Area:
    """The even whole pixels around a box."""
    x0, y0 = math.floor(box.x / 2) * 2, math.floor(box.y / 2) * 2
    x1, y1 = math.ceil(box.right / 2) * 2, math.ceil(box.bottom / 2) * 2
    return Area(x0, y0, max(2, x1 - x0), max(2, y1 - y0))
