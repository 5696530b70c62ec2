"""A brand's name set in its display face: a stand-in where no logo was given, never called a logo."""

from __future__ import annotations

from tools.design.render import to_png
from tools.design.shaping import shape
from tools.design.svg import escape, number

SIZE = 200.0
"""Pixels per em of the drawing."""


def wordmark_svg(name: str, font_id: str, fill: str) -> str:
    """An SVG cut to its ink, letters as outlines on no ground. ``fill`` is ``#rrggbb``. Blank names give a single dash."""
    run = shape(" ".join(name.split()) or "–", font_id, SIZE, tracking=-0.01)
    box = run.ink_box(0, 0)
    view = " ".join(number(v) for v in (box.x, box.y, max(box.w, 1.0), max(box.h, 1.0)))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{number(max(box.w, 1.0))}" height="{number(max(box.h, 1.0))}" role="img">'
    return f'{head}<title>{escape(name)}</title><path d="{run.path(0, 0)}" fill="{fill}"/></svg>\n'


def wordmark_png(name: str, font_id: str, fill: str, width: int = 1600) -> bytes:
    """The same as a PNG with a clear ground, ``width`` pixels wide."""
    return to_png(wordmark_svg(name, font_id, fill), width=width)
