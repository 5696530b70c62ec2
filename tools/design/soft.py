"""What of a drawing need not go through the renderer at full size: what has no edges, and pictures.

A renderer evaluates a gradient for each pixel it covers: a frame-wide glow costs as much as all hard shapes together, and
may as well be rendered small and enlarged. A photo is resampled and packed as PNG again, where a plain resize would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal, NamedTuple

from .geometry import Box

_TAG: Final = re.compile(r"<(/?)([a-zA-Z]+)([^<>]*?)(/?)>")
_ATTRIBUTE: Final = re.compile(r'([a-zA-Z0-9:-]+)="([^"]*)"')
_GRADIENT: Final = re.compile(r'<(linear|radial)Gradient id="([^"]+)"([^>]*)>(.*?)</\1Gradient>', re.DOTALL)
_STOP: Final = re.compile(r'<stop offset="([^"]+)"[^>]*?(?:stop-opacity="([^"]+)")?/>')
_PLAIN: Final = frozenset(["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "fill", "fill-opacity"])
_GAP: Final = 0.04
"""Stops nearer to each other than this part of the gradient may be an edge."""
_WORTH: Final = 0.3
"""Part of the area that a run of soft shapes must cover to be worth a raster of its own."""


Kind = Literal["soft", "picture", "hard"]


class Run(NamedTuple):
    """Shapes that follow each other, with all definitions of the drawing before them. A picture stands alone."""

    markup: str
    kind: Kind


class _Shape(NamedTuple):
    markup: str
    kind: Kind
    share: float = 0.0
    """Part of the area that a soft shape covers."""


class _Fill(NamedTuple):
    upright: bool
    """A linear gradient from top to bottom."""
    ends: tuple[bool, bool]
    """Whether its first and last stop are clear."""
    radial: bool


def runs(markup: str, area: Box) -> tuple[Run, ...]:
    """The drawing as runs to be laid over each other in order; one run when nothing is gained by parting it."""
    defs, shapes = _shapes(markup, area)
    out: list[tuple[Kind, list[str]]] = []
    for kind, group in groupby(shapes, key=lambda s: s.kind):
        part = list(group)
        if kind == "soft" and sum(s.share for s in part) < _WORTH:
            kind = "hard"
        markups = [s.markup for s in part]
        if kind == "picture":
            out += [(kind, [m]) for m in markups]
        elif out and out[-1][0] == kind:
            out[-1][1].extend(markups)
        else:
            out.append((kind, markups))
    return tuple(Run(defs + "".join(markups), kind) for kind, markups in out)


def halo(markup: str, area: Box) -> tuple[str, str]:
    """The soft shapes under a drawing, and the rest; each with the definitions."""
    defs, shapes = _shapes(markup, area)
    count = next((i for i, s in enumerate(shapes) if s.kind != "soft"), len(shapes))
    under, rest = ("".join(s.markup for s in part) for part in (shapes[:count], shapes[count:]))
    return (defs + under if under else ""), (defs + rest if rest else "")


def _shapes(markup: str, area: Box) -> tuple[str, list[_Shape]]:
    """All definitions, and the shapes on the top level."""
    parts = list(_top(markup))
    defs = "".join(p for p in parts if p.startswith("<defs"))
    fills = {name: fill for name, fill in _fills(defs)}
    return defs, [_shape(p, fills, area) for p in parts if not p.startswith("<defs")]


def _top(markup: str) -> Iterator[str]:
    """The elements that stand in no other."""
    depth = start = 0
    for tag in _TAG.finditer(markup):
        closing, _, _, single = tag.groups()
        if depth == 0:
            start = tag.start()
        depth += -1 if closing else 0 if single else 1
        if depth == 0:
            yield markup[start : tag.end()]


def _fills(defs: str) -> Iterator[tuple[str, _Fill]]:
    """The gradients without a step, by id."""
    for kind, name, ends, body in _GRADIENT.findall(defs):
        stops = [(float(offset), opacity) for offset, opacity in _STOP.findall(body)]
        apart = all(b[0] - a[0] >= _GAP for a, b in zip(stops, stops[1:], strict=False))
        placed = dict(_ATTRIBUTE.findall(ends))
        if len(stops) < 2 or not apart or "gradientUnits" in placed or "gradientTransform" in placed:
            continue
        middle = all(float(placed.get(key, 0.5)) == 0.5 for key in ("cx", "cy", "r"))
        upright = kind == "linear" and float(placed.get("x2", 1)) == float(placed.get("x1", 0)) == 0
        clear = tuple(opacity != "" and float(opacity) == 0 for _, opacity in (stops[0], stops[-1]))
        yield name, _Fill(upright, (clear[0], clear[1]), kind == "radial" and middle)


def _shape(markup: str, fills: dict[str, _Fill], area: Box) -> _Shape:
    if markup.startswith("<image "):
        return _Shape(markup, "picture")
    share = _share(markup, fills, area)
    return _Shape(markup, "soft" if share else "hard", share)


def _share(shape: str, fills: dict[str, _Fill], area: Box) -> float:
    """How much of the area a shape without edges covers; 0 for any other."""
    tag = _TAG.match(shape)
    if tag is None or not tag[4]:
        return 0.0
    at = dict(_ATTRIBUTE.findall(tag[3]))
    fill = fills.get(at.get("fill", "")[5:-1])
    if fill is None or not at.keys() <= _PLAIN:
        return 0.0
    x, y, w, h = _box(tag[2], at)
    whole_width = x <= area.x and x + w >= area.right
    top, bottom = y <= area.y, y + h >= area.bottom
    if tag[2] == "rect":
        fades = fill.upright and (top or fill.ends[0]) and (bottom or fill.ends[1])
        edgeless = "rx" not in at and whole_width and ((top and bottom) or fades)
    else:
        edgeless = fill.radial and fill.ends[1]
    if not edgeless:
        return 0.0
    across = min(x + w, area.right) - max(x, area.x)
    down = min(y + h, area.bottom) - max(y, area.y)
    return max(0.0, across) * max(0.0, down) / (area.w * area.h)


def _box(tag: str, at: dict[str, str]) -> tuple[float, float, float, float]:
    def read(name: str) -> float:
        return float(at.get(name, 0))

    if tag == "rect":
        return read("x"), read("y"), read("width"), read("height")
    rx, ry = (read("r"), read("r")) if tag == "circle" else (read("rx"), read("ry"))
    return read("cx") - rx, read("cy") - ry, 2 * rx, 2 * ry
