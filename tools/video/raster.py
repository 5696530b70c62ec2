"""A layer's markup to its picture: rendered once, at the size it is used at, cut to what is not empty."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

import numpy as np

from core.blobs import Read
from core.errors import MissingBlob

from . import stills
from .extrusion import extrusion
from .grounds import Grounds
from .markup import drawn, pixels
from .planes import Picture, Pixels, ground, patched, picture
from .timeline import Area, Caption, Layer

_KEPT: Final = 3
"""Backgrounds that are remembered: shots of one film often share one."""

_SPILL: Final = 4
_LARGE: Final = 100_000
"""Pixels from which on it pays to look first where there is ink: a text's area has room for any shadow."""


def missing(digest: str) -> bytes:
    """Reads nothing: for films without stills."""
    raise MissingBlob("a still is gone", which=digest)


class Painter:
    """Rasters layers and captions for an ``Engine``. ``read`` gives the stills of a film that has some."""

    def __init__(self, read: Read = missing) -> None:
        self._read = read
        self._grounds: OrderedDict[tuple[str, Area, float], Picture] = OrderedDict()
        self._rasters = Grounds()
        self._cue: tuple[str, Picture] | None = None

    def __call__(self, layer: Layer | Caption) -> Picture:
        """The picture of a layer. Raises ``ToolFailure`` when its markup cannot be rendered."""
        if isinstance(layer, Caption):
            return self._caption(layer)
        if layer.kind != "background":
            return _cut(layer.markup, layer.area, layer.over)
        key = (layer.markup, layer.area, layer.over)
        if key not in self._grounds:
            self._grounds[key] = ground(self._ground(layer), layer.area, layer.over)
            while len(self._grounds) > _KEPT:
                self._grounds.popitem(last=False)
        self._grounds.move_to_end(key)
        return self._grounds[key]

    def _ground(self, layer: Layer) -> Pixels:
        """An opaque background: a still as it is, else drawn."""
        if still := stills.digest(layer.markup):
            return stills.decoded(still, layer.area, self._read)
        return self._rasters(layer)

    def _caption(self, caption: Caption) -> Picture:
        base = caption.base or caption.markup
        if self._cue is None or self._cue[0] != base:
            self._cue = (base, picture(pixels(base, caption.area, 1.0), caption.area))
        if caption.changed is None:
            return self._cue[1]
        x, y, w, h = caption.changed
        wide = Area(
            x - _SPILL, y - _SPILL, w + 2 * _SPILL, h + 2 * _SPILL
        )  # letters cut by an edge are drawn otherwise
        rgba = pixels(caption.markup, wide, 1.0)[_SPILL:-_SPILL, _SPILL:-_SPILL]
        return patched(self._cue[1], picture(np.ascontiguousarray(rgba), caption.changed))


def _seen(markup: str, area: Area) -> Area:
    """The part of ``area`` that is drawn on, found on a quarter-size raster, with a margin for what that could miss."""
    scale = 0.25
    inked = (drawn if extrusion(markup) else pixels)(markup, area, scale)[..., 3] > 2
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not len(rows):
        return Area(area.x, area.y, 2, 2)
    x0, y0 = int(columns[0] / scale) - 8, int(rows[0] / scale) - 8
    x1, y1 = int((columns[-1] + 1) / scale) + 8, int((rows[-1] + 1) / scale) + 8
    x0, y0, x1, y1 = max(0, x0 // 2 * 2), max(0, y0 // 2 * 2), min(area.w, x1 // 2 * 2), min(area.h, y1 // 2 * 2)
    return Area(area.x + x0, area.y + y0, x1 - x0, y1 - y0)


def _cut(markup: str, area: Area, over: float) -> Picture:
    """Without the empty margin, which would be blended for nothing. What is cut off is a whole number of frame pixels."""
    if over != 1.0:  # a cut would fall between frame pixels: look first, then raster only what is there
        seen = _seen(markup, area)
        return picture(drawn(markup, seen, over), seen, over, pivot=area.centre)
    pivot = area.centre
    if area.w * area.h > _LARGE:
        area = _seen(markup, area)
    rgba = pixels(markup, area)
    inked = rgba[..., 3] > 0
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not len(rows):
        return picture(np.zeros((2, 2, 4), np.uint8), Area(area.x, area.y, 2, 2))
    x0, y0 = columns[0] // 2 * 2, rows[0] // 2 * 2
    x1, y1 = min(rgba.shape[1], columns[-1] // 2 * 2 + 2), min(rgba.shape[0], rows[-1] // 2 * 2 + 2)
    tight = Area(area.x + int(x0), area.y + int(y0), int(x1 - x0), int(y1 - y0))
    return picture(np.ascontiguousarray(rgba[y0:y1, x0:x1]), tight, pivot=pivot)
