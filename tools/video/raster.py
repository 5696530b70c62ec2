"""A layer's markup to its picture: rendered once, at the size it is used at, cut to what is not empty."""

from __future__ import annotations

import base64
import re
from collections import OrderedDict
from functools import reduce
from io import BytesIO
from typing import Final

import cv2
import numpy as np
from PIL import Image

from core.blobs import Read
from core.errors import MissingBlob
from tools.design.geometry import Box
from tools.design.render import to_array
from tools.design.soft import runs

from . import stills
from .planes import Picture, Pixels, ground, patched, picture
from .timeline import Area, Caption, Layer

_KEPT: Final = 3
"""Backgrounds that are remembered: shots of one film often share one."""

_SPILL: Final = 4
_SOFT: Final = 0.25
"""Size at which what has no edges is rendered."""

_IMAGE: Final = re.compile(r"<image [^<>]*>")
_ATTRIBUTE: Final = re.compile(r'([a-z-]+)="([^"]*)"')


def missing(digest: str) -> bytes:
    """Reads nothing: for films without stills."""
    raise MissingBlob("a still is gone", which=digest)


class Painter:
    """Rasters layers and captions for an ``Engine``. ``read`` gives the stills of a film that has some."""

    def __init__(self, read: Read = missing) -> None:
        self._read = read
        self._grounds: OrderedDict[tuple[str, Area, float], Picture] = OrderedDict()
        self._stage: tuple[str, Area, Pixels] | None = None
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
        """An opaque background; the part that shots share is rendered once, and all else in such a background is soft."""
        if still := stills.digest(layer.markup):
            return stills.decoded(still, layer.area, self._read)
        if not layer.stage or layer.stage not in layer.markup:
            return _drawn(layer.markup, layer.area)
        if self._stage is None or self._stage[:2] != (layer.stage, layer.area):
            self._stage = (layer.stage, layer.area, _drawn(layer.stage, layer.area))
        return _over(self._stage[2], _enlarged(layer.markup.replace(layer.stage, "", 1), layer.area))

    def _caption(self, caption: Caption) -> Picture:
        base = caption.base or caption.markup
        if self._cue is None or self._cue[0] != base:
            self._cue = (base, picture(_pixels(base, caption.area, 1.0), caption.area))
        if caption.changed is None:
            return self._cue[1]
        x, y, w, h = caption.changed
        wide = Area(
            x - _SPILL, y - _SPILL, w + 2 * _SPILL, h + 2 * _SPILL
        )  # letters cut by an edge are drawn otherwise
        rgba = _pixels(caption.markup, wide, 1.0)[_SPILL:-_SPILL, _SPILL:-_SPILL]
        return patched(self._cue[1], picture(np.ascontiguousarray(rgba), caption.changed))


def _pixels(markup: str, area: Area, over: float) -> Pixels:
    """Straight RGBA of ``area``, ``over`` times as large, both sides even (what is added lies right and below)."""
    w, h = _even(area.w * over), _even(area.h * over)
    box = f"{area.x} {area.y} {w / over:.6f} {h / over:.6f}"
    return to_array(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{w}" height="{h}" viewBox="{box}">{markup}</svg>'
    )


def _drawn(markup: str, area: Area, over: float = 1.0) -> Pixels:
    """As ``_pixels``, with large soft shapes rendered small and enlarged, and pictures resized."""
    parts = runs(markup, Box(*area))
    if len(parts) < 2 and all(p.kind == "hard" for p in parts):
        return _pixels(markup, area, over)
    ways = {"soft": _enlarged, "picture": _photo, "hard": _premultiplied}
    made = reduce(_over, (ways[p.kind](p.markup, area, over) for p in parts))
    straight: Pixels = cv2.cvtColor(made, cv2.COLOR_mRGBA2RGBA)
    return straight


def _photo(markup: str, area: Area, over: float) -> Pixels:
    """One ``<image>``, premultiplied: its colours resized, its outline as the renderer cuts a white box of its size."""
    tag = _IMAGE.search(markup)
    assert tag is not None
    at = dict(_ATTRIBUTE.findall(tag[0]))
    x, y, w, h = (float(at[key]) for key in ("x", "y", "width", "height"))
    clip = f' clip-path="{at["clip-path"]}"' if "clip-path" in at else ""
    box = f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="#fff"{clip}/>'
    cover = _pixels(markup[: tag.start()] + box + markup[tag.end() :], area, over)[..., 3]
    source = Image.open(BytesIO(base64.b64decode(at["href"].partition(",")[2]))).convert("RGBA")
    size = max(1, round(w * over)), max(1, round(h * over))
    rgba = np.asarray(source if source.size == size else source.resize(size, Image.Resampling.LANCZOS))
    made = np.zeros((*cover.shape, 4), np.uint8)
    left, top = round((x - area.x) * over), round((y - area.y) * over)
    rows, columns = slice(max(0, top), max(0, top + size[1])), slice(max(0, left), max(0, left + size[0]))
    target = made[rows, columns]
    target[:] = rgba[max(0, -top) :, max(0, -left) :][: target.shape[0], : target.shape[1]]
    made[..., 3] = cv2.multiply(np.ascontiguousarray(made[..., 3]), cover, scale=1 / 255)
    premultiplied: Pixels = cv2.cvtColor(made, cv2.COLOR_RGBA2mRGBA)
    return premultiplied


def _over(below: Pixels, above: Pixels) -> Pixels:
    """Both premultiplied."""
    kept = cv2.bitwise_not(above[..., 3])
    under = cv2.multiply(below, cv2.merge((kept, kept, kept, kept)), scale=1 / 255)
    made: Pixels = cv2.add(under, above, dst=under)
    return made


def _premultiplied(markup: str, area: Area, over: float = 1.0) -> Pixels:
    made: Pixels = cv2.cvtColor(_pixels(markup, area, over), cv2.COLOR_RGBA2mRGBA)
    return made


def _enlarged(markup: str, area: Area, over: float = 1.0) -> Pixels:
    """Soft shapes, premultiplied, rendered at a quarter of their size."""
    small = _premultiplied(markup, area, over * _SOFT)
    w, h = _even(area.w * over), _even(area.h * over)
    times = round(1 / _SOFT)
    large = cv2.resize(small, (small.shape[1] * times, small.shape[0] * times), interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(large[:h, :w])  # both sides were rounded up


def _even(length: float) -> int:
    return max(2, 2 * int(np.ceil(length / 2 - 1e-6)))


def _seen(markup: str, area: Area) -> Area:
    """The part of ``area`` that is drawn on, found on a quarter-size raster, with a margin for what that could miss."""
    scale = 0.25
    inked = _pixels(markup, area, scale)[..., 3] > 2
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
        return picture(_drawn(markup, seen, over), seen, over, pivot=area.centre)
    rgba = _pixels(markup, area, over)
    inked = rgba[..., 3] > 0
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not len(rows):
        return picture(np.zeros((2, 2, 4), np.uint8), Area(area.x, area.y, 2, 2), 1.0)
    x0, y0 = columns[0] // 2 * 2, rows[0] // 2 * 2
    x1, y1 = min(rgba.shape[1], columns[-1] // 2 * 2 + 2), min(rgba.shape[0], rows[-1] // 2 * 2 + 2)
    tight = Area(area.x + int(x0), area.y + int(y0), int(x1 - x0), int(y1 - y0))
    return picture(np.ascontiguousarray(rgba[y0:y1, x0:x1]), tight, over, pivot=area.centre)
