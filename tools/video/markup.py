"""SVG markup to pixels for film layers: as the renderer draws it, or with what has no edges rendered small and enlarged."""

from __future__ import annotations

import base64
import re
from functools import reduce
from io import BytesIO
from typing import Final

import cv2
import numpy as np
from PIL import Image

from tools.design.geometry import Box
from tools.design.render import rendered
from tools.design.soft import runs

from .extrusion import extruded, extrusion
from .planes import Pixels
from .timeline import Area

SOFT: Final = 0.25
"""Size at which what has no edges is rendered."""

_IMAGE: Final = re.compile(r"<image [^<>]*>")
_ATTRIBUTE: Final = re.compile(r'([a-z-]+)="([^"]*)"')


def pixels(markup: str, area: Area, over: float = 1.0) -> Pixels:
    """Straight RGBA of ``area``, ``over`` times as large, both sides even (what is added lies right and below)."""
    w, h = _even(area.w * over), _even(area.h * over)
    box = f"{area.x} {area.y} {w / over:.6f} {h / over:.6f}"
    png = rendered(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{w}" height="{h}" viewBox="{box}">{markup}</svg>'
    )
    bgra = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)  # two thirds of Pillow's time
    made: Pixels = cv2.cvtColor(bgra, cv2.COLOR_BGRA2RGBA, dst=bgra)
    return made


def drawn(markup: str, area: Area, over: float = 1.0) -> Pixels:
    """As ``pixels``, with large soft shapes rendered small and enlarged, pictures resized, and an extruded object's body made from it."""
    body = extrusion(markup)
    if body is not None:
        front = pixels(body.front, area, over)
        behind = cv2.cvtColor(extruded(front, body, over), cv2.COLOR_RGBA2mRGBA)
        whole: Pixels = cv2.cvtColor(laid(behind, cv2.cvtColor(front, cv2.COLOR_RGBA2mRGBA)), cv2.COLOR_mRGBA2RGBA)
        return whole
    parts = runs(markup, Box(*area))
    if len(parts) < 2 and all(p.kind == "hard" for p in parts):
        return pixels(markup, area, over)
    ways = {"soft": enlarged, "picture": _photo, "hard": _premultiplied}
    made = reduce(laid, (ways[p.kind](p.markup, area, over) for p in parts))
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
    cover = pixels(markup[: tag.start()] + box + markup[tag.end() :], area, over)[..., 3]
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


def laid(below: Pixels, above: Pixels) -> Pixels:
    """One raster over another of its size, all premultiplied."""
    kept = cv2.bitwise_not(above[..., 3])
    under = cv2.multiply(below, cv2.merge((kept, kept, kept, kept)), scale=1 / 255)
    made: Pixels = cv2.add(under, above, dst=under)
    return made


def _premultiplied(markup: str, area: Area, over: float = 1.0) -> Pixels:
    made: Pixels = cv2.cvtColor(pixels(markup, area, over), cv2.COLOR_RGBA2mRGBA)
    return made


def enlarged(markup: str, area: Area, over: float = 1.0) -> Pixels:
    """Soft shapes, premultiplied, rendered at a quarter of their size."""
    return larger(_premultiplied(markup, area, over * SOFT), area, over)


def larger(small: Pixels, area: Area, over: float = 1.0) -> Pixels:
    """What was rendered at ``SOFT`` times the size, enlarged to it."""
    w, h = _even(area.w * over), _even(area.h * over)
    times = round(1 / SOFT)
    large = cv2.resize(small, (small.shape[1] * times, small.shape[0] * times), interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(large[:h, :w])  # both sides were rounded up


def _even(length: float) -> int:
    return max(2, 2 * int(np.ceil(length / 2 - 1e-6)))
