"""Pictures in the encoder's own colours: Y, U and V planes (BT.709, limited range), colour at half size.

Layers are converted once, premultiplied by their alpha; frames are composed in these planes, so that no frame is ever
converted. ``Frame`` is laid out as I420, the way ffmpeg reads raw ``yuv420p``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from .sampling import PAD, Plane
from .timeline import Area

Pixels = NDArray[np.uint8]
"""Height x width x channels."""

_KR, _KB = 0.2126, 0.0722
_LUMA: Final = np.array([_KR, 1 - _KR - _KB, _KB])
_TO_YUV: Final = np.array(
    [
        219 / 255 * _LUMA,
        224 / 255 * (np.array([0, 0, 1]) - _LUMA) / (2 * (1 - _KB)),
        224 / 255 * (np.array([1, 0, 0]) - _LUMA) / (2 * (1 - _KR)),
    ]
)
_OFFSET: Final = np.array([16.0, 128.0, 128.0])
_FROM_RGB: Final = np.hstack([_TO_YUV, _OFFSET[:, None]])
"""BT.709 R'G'B' 0-255 to Y'CbCr in limited range (ITU-R BT.709-6, item 3)."""
_BACK: Final = np.linalg.inv(_TO_YUV)
_TO_RGB: Final = np.hstack([_BACK, -_BACK @ _OFFSET[:, None]])


@dataclass(frozen=True, eq=False)
class Picture:
    """A layer's raster: premultiplied planes and, unless it is opaque, its alpha in both sizes.

    Every plane has ``PAD`` pixels to spare on each side (the edge repeated, or nothing).
    """

    area: Area
    over: float
    planes: tuple[Plane, Plane, Plane]
    alphas: tuple[Plane, Plane, Plane] | None
    pivot: tuple[float, float]
    """The point that stays where it is when the layer is scaled."""
    busy: tuple[tuple[int, int], ...] = ()
    """Of an opaque picture, for each plane: the first row that is not all of one value, and the first of those after the last."""


class Frame:
    """One I420 frame. ``data`` is what goes down the pipe; ``planes`` are views of it."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.data: Plane = np.empty(width * height * 3 // 2, np.uint8)
        n, half = width * height, (height // 2, width // 2)
        self.planes: tuple[Plane, Plane, Plane] = (
            self.data[:n].reshape(height, width),
            self.data[n : n + n // 4].reshape(half),
            self.data[n + n // 4 :].reshape(half),
        )

    def copy_from(self, other: Frame) -> None:
        np.copyto(self.data, other.data)

    def rgb(self) -> Pixels:
        """``height x width x 3``, 0-255, colour planes enlarged bilinearly."""
        size = (self.width, self.height)
        parts = [self.planes[0], *(cv2.resize(p, size, interpolation=cv2.INTER_LINEAR) for p in self.planes[1:])]
        rgb: Pixels = cv2.transform(cv2.merge(parts), _TO_RGB)
        return rgb


def picture(rgba: Pixels, area: Area, over: float = 1.0, pivot: tuple[float, float] | None = None) -> Picture:
    """Convert a straight-alpha ``h x w x 4`` raster that shows ``area`` at ``over`` times its size (h, w even).

    ``pivot`` is the middle of ``area`` unless told.
    """
    y, u, v = _converted(rgba)
    alpha = np.ascontiguousarray(rgba[..., 3])
    y, u, v = (cv2.multiply(p, alpha, scale=1 / 255) for p in (y, u, v))
    small = _padded(_half(alpha))
    planes = (_padded(y), _padded(_half(u)), _padded(_half(v)))
    return Picture(area, over, planes, (_padded(alpha), small, small), pivot or area.centre)


def ground(rgba: Pixels, area: Area, over: float = 1.0) -> Picture:
    """Convert an opaque raster at life size, then enlarge it ``over`` times: half the cost of drawing it that large."""
    y, u, v = _converted(rgba)

    def large(plane: Plane) -> Plane:
        if over != 1.0:
            plane = cv2.resize(plane, (0, 0), fx=over, fy=over, interpolation=cv2.INTER_CUBIC)
        return _padded(plane, cv2.BORDER_REPLICATE)

    planes = (large(y), large(_half(u)), large(_half(v)))
    return Picture(area, over, planes, None, area.centre, tuple(_busy(p) for p in planes))


def _busy(plane: Plane) -> tuple[int, int]:
    """The rows between those at the top and those at the bottom that are alike and of one value."""
    first, last = (np.flatnonzero((plane != plane[edge, 0]).any(axis=1)) for edge in (0, -1))
    return (int(first[0]), int(last[-1]) + 1) if len(first) else (0, 0)


def _converted(pixels: Pixels) -> tuple[Plane, Plane, Plane]:
    """Y, U and V of RGB or RGBA. From three channels to three, OpenCV has a way ten times as fast as any other."""
    rgb = cv2.cvtColor(pixels, cv2.COLOR_RGBA2RGB) if pixels.shape[2] == 4 else pixels
    y, u, v = cv2.split(cv2.transform(rgb, _FROM_RGB))
    return y, u, v


def patched(base: Picture, patch: Picture) -> Picture:
    """``base`` with the pixels of ``patch`` in place of its own; both at life size, the patch inside the base."""
    x, y = patch.area.x - base.area.x, patch.area.y - base.area.y

    def put(under: Plane, over: Plane, half: int) -> Plane:
        out = under.copy()
        h, w = patch.area.h // half, patch.area.w // half
        top, left = PAD + y // half, PAD + x // half
        out[top : top + h, left : left + w] = over[PAD : PAD + h, PAD : PAD + w]
        return out

    halves = (1, 2, 2)
    planes = [put(a, b, n) for a, b, n in zip(base.planes, patch.planes, halves, strict=True)]
    if base.alphas is None or patch.alphas is None:
        return replace(base, planes=(planes[0], planes[1], planes[2]))
    full, small = (put(base.alphas[i], patch.alphas[i], halves[i]) for i in (0, 1))
    return replace(base, planes=(planes[0], planes[1], planes[2]), alphas=(full, small, small))


def _half(plane: Plane) -> Plane:
    half: Plane = cv2.resize(plane, (plane.shape[1] // 2, plane.shape[0] // 2), interpolation=cv2.INTER_AREA)
    return half


def _padded(plane: Plane, edge: int = cv2.BORDER_CONSTANT) -> Plane:
    padded: Plane = cv2.copyMakeBorder(plane, PAD, PAD, PAD, PAD, edge, value=0)
    return padded
