"""A body pulled out of an object: dozens of copies of one shape behind it, made from the object's own raster.

The renderer fills each copy for itself, which is half the price of a hero. But all of them have the object's silhouette: where
they reach, and which of them is seen there, follows from its alpha by a few shifts, each twice as far as the last.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import cv2
import numpy as np

from .planes import Pixels
from .sampling import Plane

_COPY: Final = (
    r'<use href="#([^"]+)" transform="translate\(([-\d.]+) ([-\d.]+)\) scale\(([\d.]+)\)" fill="(#[0-9a-f]{6})"/>'
)
_ONE: Final = re.compile(_COPY)
_PLACE: Final = r'<g transform="translate\((?P<x>[-\d.]+) (?P<y>[-\d.]+)\) scale\((?P<scale>[\d.]+)\)">'
_AGAIN: Final = r'<g transform="translate\((?P=x) (?P=y)\) scale\((?P=scale)\)">'
_OBJECT: Final = re.compile(
    r"(?:<defs>(?:(?!</?defs).)*</defs>)+"
    rf"(?P<copies>(?:{_COPY.replace('(#', '(?:#').replace('([', '(?:[')}){{6,}})"
    rf'{_PLACE}<use href="#(?P<shape>[^"]+)" fill="[^"]+"/>(?:</g>{_AGAIN}<use [^<>]*/>)?'
    r'<g clip-path="[^"]+">(?:<(?:use|path) [^<>]*/>)*</g></g>',
    re.DOTALL,
)
"""Definitions, copies of a shape, the shape itself, and what is painted on it within its outline."""
_STRIDE: Final = 2.0
"""Pixels from one copy to the next."""
_MOST: Final = 250
"""Copies that can be told apart in a byte."""


class Extrusion(NamedTuple):
    """``front`` is the markup of the object alone, ``dx`` and ``dy`` lead to its furthest copy; colours from there to the front."""

    front: str
    dx: float
    dy: float
    colours: tuple[str, ...]


def extrusion(markup: str) -> Extrusion | None:
    """A drawing of an object on copies of its silhouette, as heroes are drawn, taken apart; ``None`` for any other."""
    found = _OBJECT.fullmatch(markup)
    if found is None:
        return None
    copies = _ONE.findall(found["copies"])
    if any((name, scale) != (found["shape"], found["scale"]) for name, _, _, scale, _ in copies):
        return None
    dx, dy = float(copies[0][1]) - float(found["x"]), float(copies[0][2]) - float(found["y"])
    alone = markup[: found.start("copies")] + markup[found.end("copies") :]
    return Extrusion(alone, dx, dy, tuple(colour for *_, colour in copies))


def extruded(front: Pixels, body: Extrusion, over: float) -> Pixels:
    """What lies behind an object of that RGBA raster, ``over`` times as large as its drawing: straight RGBA of the same size."""
    dx, dy = body.dx * over, body.dy * over
    last = min(_MOST, max(1, round(max(abs(dx), abs(dy)) / _STRIDE)))
    places = [(round(n * dx / last), round(n * dy / last)) for n in range(last + 1)]
    cover = _shifted(
        np.ascontiguousarray(front[..., 3]), *places[1], 0
    )  # none lies right behind the object: it would darken its edge
    depth = np.where(cover > 0, 1, 255).astype(np.uint8)
    reach = 1
    while reach < last:
        more = min(reach, last - reach)
        x, y = places[reach + more][0] - places[reach][0], places[reach + more][1] - places[reach][1]
        depth = np.minimum(depth, cv2.add(_shifted(depth, x, y, 255), float(more)))
        cover = np.maximum(cover, _shifted(cover, x, y, 0))
        reach += more
    made: Pixels = cv2.merge([*(cv2.LUT(depth, table) for table in _tables(body.colours, last)), cover])
    return made


def _shifted(plane: Plane, x: int, y: int, empty: int) -> Plane:
    """Moved by whole pixels; what comes in from outside is ``empty``."""
    h, w = plane.shape
    out = np.full_like(plane, empty)
    out[max(0, y) : h + min(0, y), max(0, x) : w + min(0, x)] = plane[
        max(0, -y) : h - max(0, y), max(0, -x) : w - max(0, x)
    ]
    return out


def _tables(colours: tuple[str, ...], last: int) -> list[Plane]:
    """Red, green and blue by depth, 0 in front."""
    stops = np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in reversed(colours)], float)
    at = np.minimum(np.arange(256) / last, 1)
    return [
        np.rint(np.interp(at, np.arange(1, len(stops) + 1) / len(stops), channel)).astype(np.uint8)
        for channel in stops.T
    ]
