"""Words in charts: measured before they are set, shortened where they have too little room."""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import Canvas
from .placed import Anchor
from .shaping import shape
from .svg import escape


@dataclass(frozen=True)
class Label:
    """A text and where its baseline starts, ends or has its middle."""

    text: str
    x: float
    y: float
    anchor: Anchor


def wide(text: str, font: str, size: float) -> float:
    """Width in pixels."""
    return float(shape(text, font, size).width) if text else 0.0


def height_of(size: float) -> float:
    """Room that a line of that size needs, in pixels."""
    return 1.25 * size


def shortened(text: str, font: str, size: float, room: float) -> str:
    """The text, or as much of it as fits with an ellipsis; empty where not even one letter does."""
    if wide(text, font, size) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end].rstrip() + "…"
        if wide(cut, font, size) <= room:
            return cut
    return ""


def put(c: Canvas, label: Label, font: str, size: float, colour: str, room: float = 1e9) -> None:
    """Draw a label as outlines, its whole text kept as a title."""
    text = shortened(label.text, font, size, room)
    if not text:
        return
    run = shape(text, font, size)
    d = run.path(label.x, label.y, label.anchor)
    if d:
        c.add(f'<g class="label"><title>{escape(label.text)}</title><path d="{d}" fill="{colour}"/></g>')


def apart(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Whether two boxes (left, top, width, height) do not meet."""
    return a[0] >= b[0] + b[2] or b[0] >= a[0] + a[2] or a[1] >= b[1] + b[3] or b[1] >= a[1] + a[3]
