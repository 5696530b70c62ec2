"""Opaque backgrounds as pixels: what has edges is rendered, the rest enlarged, and what the shot before shows alike is kept."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from .markup import SOFT, drawn, enlarged, laid, larger, pixels
from .patches import Mask, Patch, bent, changed, patches, share
from .planes import Pixels
from .timeline import Area, Layer

_MOSTLY: Final = 0.6
"""Part of a ground that has edges from which on it is rendered as a whole."""


class _Ground(NamedTuple):
    """A ground at life size and at a quarter of it; no small one where it could not be told what changes."""

    markup: str
    area: Area
    large: Pixels
    small: Pixels | None


class Grounds:
    """Rasters backgrounds one after another. What two of them share is rendered once."""

    def __init__(self) -> None:
        self._last: _Ground | None = None

    def __call__(self, layer: Layer) -> Pixels:
        """The layer's raster at life size. What its markup has beside its ``stage`` is soft. Raises ``ToolFailure``."""
        stage = layer.stage if layer.stage in layer.markup else ""
        base, rest = stage or layer.markup, layer.markup.replace(stage, "", 1) if stage else ""
        if self._last is None or self._last[:2] != (base, layer.area):
            self._last = self._made(base, layer.area)
        return laid(self._last.large, enlarged(rest, layer.area)) if rest else self._last.large

    def _made(self, markup: str, area: Area) -> _Ground:
        if "<image" in markup:
            return _Ground(markup, area, drawn(markup, area), None)
        small = pixels(markup, area, SOFT)
        if int(small[..., 3].min()) < 255:
            return _Ground(markup, area, drawn(markup, area), None)
        small = np.ascontiguousarray(small[..., :3])
        edges, last = bent(small), self._last
        if last is not None and last.area == area and last.small is not None:
            fresh = changed(small, last.small)
            found = _patches(edges & fresh, markup)
            if share(found, edges) <= _MOSTLY:
                large = last.large.copy()
                _put(large, larger(small, area), fresh)
                return _Ground(markup, area, _rendered(large, markup, area, found), small)
        found = _patches(edges, markup)
        if share(found, edges) > _MOSTLY:
            return _Ground(markup, area, drawn(markup, area), small)
        return _Ground(markup, area, _rendered(_opaque(larger(small, area)), markup, area, found), small)


def _patches(mask: Mask, markup: str) -> tuple[Patch, ...]:
    """The patches to render; one around them all where each would cost a layer: the renderer makes a clipped group whole."""
    found = patches(mask)
    if len(found) < 2 or "<g clip-path" not in markup:
        return found
    x0, y0, x1, y1 = zip(*found, strict=True)
    return (Patch(min(x0), min(y0), max(x1), max(y1)),)


def _opaque(rgb: Pixels) -> Pixels:
    return np.dstack((rgb, np.full(rgb.shape[:2], 255, np.uint8)))


def _put(large: Pixels, rgb: Pixels, fresh: Mask) -> None:
    """Lay ``rgb`` over ``large`` where the mask says so, and nowhere else: beside it there may be edges that stay."""
    for patch in patches(fresh):
        x0, y0, x1, y1 = (round(v / SOFT) for v in patch)
        below, above = large[y0:y1, x0:x1], rgb[y0:y1, x0:x1]
        times = round(1 / SOFT)
        marked = np.repeat(np.repeat(fresh[patch.y0 : patch.y1, patch.x0 : patch.x1], times, axis=0), times, axis=1)
        np.copyto(below[..., :3], above, where=marked[: above.shape[0], : above.shape[1], None].astype(bool))


def _rendered(large: Pixels, markup: str, area: Area, found: tuple[Patch, ...]) -> Pixels:
    """``large`` with the patches rendered into it."""
    for patch in found:
        x0, y0, x1, y1 = (round(v / SOFT) for v in patch)
        part = Area(area.x + x0, area.y + y0, min(x1, area.w) - x0, min(y1, area.h) - y0)
        large[y0 : y0 + part.h, x0 : x0 + part.w] = pixels(markup, part)
    return large
