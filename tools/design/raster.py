"""A brand's logo as pixels: SVG is drawn in isolation and never joins our own markup."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from PIL import Image

from core.errors import BadInput, ToolFailure

from .photo import Picture, decode
from .render import to_array

_WIDTH: Final = 720
_MAX_SVG: Final = 2_000_000
_TARGET: Final = re.compile(r"""(?:href|src)\s*=\s*["']([^"']*)|url\(\s*["']?([^)"']*)""", re.IGNORECASE)


def logo_picture(data: bytes, media: str) -> Picture:
    """PNG, JPEG, WebP or SVG bytes, cut to their ink. Raises ``BadInput`` for what cannot be drawn or is blank."""
    if media == "image/svg+xml" or data.lstrip()[:5].lower() in (b"<svg ", b"<?xml"):
        picture = _drawn(data)
    else:
        picture = decode(data, "logo")
    pixels = picture.pixels
    if pixels.shape[2] == 4:
        seen = pixels[..., 3] > 8
        if not seen.any():
            raise BadInput("the logo is blank", which="logo")
        rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
        pixels = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if pixels.shape[1] > _WIDTH:
        tall = max(1, round(pixels.shape[0] * _WIDTH / pixels.shape[1]))
        pixels = np.asarray(
            Image.fromarray(np.ascontiguousarray(pixels)).resize((_WIDTH, tall), Image.Resampling.LANCZOS)
        )
    return Picture(np.ascontiguousarray(pixels), hard=True)


def _drawn(data: bytes) -> Picture:
    text = data.decode("utf-8", "replace")
    outside = any(not (a or b).strip().startswith(("#", "data:")) for a, b in _TARGET.findall(text))
    if len(data) > _MAX_SVG or "<!ENTITY" in text.upper() or outside:
        raise BadInput(
            "the logo is not a plain SVG", which="logo", remedy="Export it without links or entities, under 2 MB."
        )
    try:
        return Picture(to_array(text, width=_WIDTH), hard=True)
    except (ToolFailure, ValueError) as error:
        raise BadInput("the logo cannot be drawn", which="logo", remedy="Give a PNG or a plain SVG.") from error
