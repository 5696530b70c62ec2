"""A brand's name set in its display face: a stand-in where no logo was given, never called a logo."""

from __future__ import annotations

from itertools import combinations, pairwise

from tools.design.render import to_png
from tools.design.shaping import Direction, is_rtl, measure, shape
from tools.design.svg import escape, number

SIZE = 200.0
"""Pixels per em of the drawing."""

TRACKING = -0.01
LEADING = 1.06
"""In ems."""


MAX_EMS = 8.5
"""Widest line: a longer name takes two or three, broken between words alone."""


def wordmark_lines(name: str, font_id: str) -> list[str]:
    """The name as it is broken into lines. Blank names give a single dash."""
    text = " ".join(name.split()) or "–"
    words = text.split()
    best = [text]
    for count in range(2, min(3, len(words)) + 1):
        if _ems(best, font_id) > MAX_EMS:
            tries = (_split(words, cuts) for cuts in combinations(range(1, len(words)), count - 1))
            found = min(tries, key=lambda lines: _ems(lines, font_id))
            if _ems(found, font_id) < 0.95 * _ems(best, font_id):
                best = found
    return best


def wordmark_svg(name: str, font_id: str, fill: str) -> str:
    """An SVG cut to its ink, letters as outlines on no ground. ``fill`` is ``#rrggbb``."""
    way: Direction = "rtl" if is_rtl(name) else "ltr"  # of the whole name, whatever its second line begins with
    runs = [shape(line, font_id, SIZE, tracking=TRACKING, direction=way) for line in wordmark_lines(name, font_id)]
    wide = max(run.width for run in runs)
    starts = [(wide - run.width if run.rtl else 0.0, i * LEADING * SIZE) for i, run in enumerate(runs)]
    boxes = [run.ink_box(x, y) for run, (x, y) in zip(runs, starts, strict=True)]
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    w, h = max(1.0, max(b.right for b in boxes) - left), max(1.0, max(b.bottom for b in boxes) - top)
    view = " ".join(number(v) for v in (left, top, w, h))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{number(w)}" height="{number(h)}" role="img">'
    )
    paths = "".join(run.path(x, y) for run, (x, y) in zip(runs, starts, strict=True))
    return f'{head}<title>{escape(name)}</title><path d="{paths}" fill="{fill}"/></svg>\n'


def wordmark_png(name: str, font_id: str, fill: str, width: int = 1600) -> bytes:
    """The same as a PNG with a clear ground, at most ``width`` pixels wide and half as tall."""
    svg = wordmark_svg(name, font_id, fill)
    w, h = svg_size(svg)
    return to_png(svg, width=max(1, round(min(width, width / 2 * w / h))))


def svg_size(svg: str) -> tuple[float, float]:
    """Width and height that a wordmark's SVG states."""
    head = svg[: svg.index(">")]
    w, h = (float(head.split(f'{name}="')[1].split('"')[0]) for name in (" width", " height"))
    return w, h


def _ems(lines: list[str], font_id: str) -> float:
    return max(measure(line, font_id, tracking=TRACKING) for line in lines)


def _split(words: list[str], cuts: tuple[int, ...]) -> list[str]:
    return [" ".join(words[a:b]) for a, b in pairwise((0, *cuts, len(words)))]
