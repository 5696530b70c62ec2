"""A diagram's pixels for a slide."""

from __future__ import annotations

import numpy as np
from PIL import Image

from tools.design.photo import Picture


def scaled(picture: Picture, width: int, height: int) -> Picture:
    """The picture at exactly that size, kept lossless: the renderer then has nothing to resample."""
    image = Image.fromarray(np.ascontiguousarray(picture.pixels))
    if image.size != (width, height):
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return Picture(np.asarray(image), hard=True)
