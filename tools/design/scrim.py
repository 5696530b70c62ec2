"""What lies under words on a picture: its colours there, and the veil that makes the words readable."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from . import colour as col
from .geometry import Box
from .render import to_array

_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float64)


@lru_cache(maxsize=4)
def look(markup: str, width: int, height: int, small: int = 96) -> NDArray[np.float64]:
    """A small render of a fragment, height x width x 3, 0-1 sRGB."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">{markup}</svg>'
    return to_array(svg, width=min(small, width))[..., :3].astype(np.float64) / 255


def under(picture: NDArray[np.float64], width: int, box: Box) -> NDArray[np.float64]:
    """Pixels of a small render under a box in frame coordinates, shape (n, 3)."""
    k = picture.shape[1] / width
    h, w = picture.shape[:2]
    x0, y0 = min(w - 1, max(0, int(box.x * k))), min(h - 1, max(0, int(box.y * k)))
    x1, y1 = min(w, max(x0 + 1, int(np.ceil(box.right * k)))), min(h, max(y0 + 1, int(np.ceil(box.bottom * k))))
    return np.asarray(picture[y0:y1, x0:x1].reshape(-1, 3))


def unrest(picture: NDArray[np.float64], width: int, box: Box) -> float:
    """How much goes on under a box: mean step between neighbouring pixels of a small render, 0 (flat) to about 0.1."""
    k = picture.shape[1] / width
    rows = slice(max(0, int(box.y * k)), int(np.ceil(box.bottom * k)))
    columns = slice(max(0, int(box.x * k)), int(np.ceil(box.right * k)))
    light = picture[rows, columns] @ _WEIGHTS
    if min(light.shape) < 2:
        return 0.0
    return float(np.abs(np.diff(light, axis=0)).mean() + np.abs(np.diff(light, axis=1)).mean())


def luminances(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """WCAG relative luminance of sRGB rows."""
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ _WEIGHTS)


def mean_colour(pixels: NDArray[np.float64]) -> str:
    """The middle of them as ``#rrggbb``."""
    r, g, b = (int(round(255 * v)) for v in np.median(pixels, axis=0))
    return f"#{r:02x}{g:02x}{b:02x}"


def worst_contrast(ink: str, pixels: NDArray[np.float64], share: float = 0.05) -> float:
    """Contrast that all but ``share`` of the pixels reach with the ink."""
    ground = luminances(pixels)
    own = col.luminance(ink)
    high, low = np.maximum(ground, own), np.minimum(ground, own)
    return float(np.quantile((high + 0.05) / (low + 0.05), share))


def veil_needed(ink: str, pixels: NDArray[np.float64], veil: str, ratio: float, most: float = 0.94) -> float:
    """Least opacity of a veil over those pixels at which the ink holds ``ratio``; ``most`` if none does."""
    target = np.array([int(veil[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    for step in range(25):
        opacity = most * step / 24
        if worst_contrast(ink, pixels + (target - pixels) * opacity) >= ratio:
            return opacity
    return most
