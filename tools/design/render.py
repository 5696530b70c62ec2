"""SVG to pixels, and the last touches on pixels."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

import numpy as np
import resvg_py
from numpy.typing import NDArray
from PIL import Image

from core.errors import ToolFailure

Pixels = NDArray[np.uint8]
"""Height x width x 4 (straight alpha), or x 3."""
PNG_LEVEL: Final = 6


def to_array(svg: str, *, width: int | None = None) -> Pixels:
    """RGBA pixels, ``uint8`` of shape (height, width, 4). Raises ``ToolFailure`` for an SVG that resvg refuses."""
    return np.asarray(Image.open(BytesIO(rendered(svg, width=width))).convert("RGBA"))


def to_png(svg: str, *, width: int | None = None) -> bytes:
    """PNG bytes, the same every time; RGB where the picture is opaque. ``width`` scales it."""
    return encode(to_array(svg, width=width))


def encode(pixels: Pixels) -> bytes:
    """PNG of an array; an alpha channel that is 255 throughout is left out."""
    if pixels.shape[2] == 4 and bool((pixels[..., 3] == 255).all()):
        pixels = pixels[..., :3]
    out = BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(out, "PNG", compress_level=PNG_LEVEL, optimize=False)
    return out.getvalue()


def add_grain(pixels: Pixels, amount: float, seed: int) -> Pixels:
    """Film grain: one normal field on all channels, strongest in the mid-tones, none in white and black.

    ``amount`` is the standard deviation in 0..255 at mid-grey; 3 to 6 is subtle. Alpha is untouched.
    """
    if amount <= 0:
        return pixels
    height, width = pixels.shape[:2]
    noise = np.random.default_rng(seed).standard_normal((height, width, 1), dtype=np.float32) * np.float32(amount)
    colour = pixels[..., :3].astype(np.float32)
    colour += noise * (1.0 - np.abs(colour / 127.5 - 1.0) * 0.8)
    out = pixels.copy()
    out[..., :3] = np.clip(colour + 0.5, 0, 255).astype(np.uint8)
    return out


def rendered(svg: str, *, width: int | None = None) -> bytes:
    """RGBA PNG as the renderer packs it: for who decodes it otherwise. Raises ``ToolFailure`` for an SVG that resvg refuses."""
    options: dict[str, Any] = {} if width is None else {"width": int(width)}
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, **options))
    except ValueError as error:
        raise ToolFailure("the drawing could not be rendered", remedy=str(error)[:200]) from error
