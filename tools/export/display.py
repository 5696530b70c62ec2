"""Pictures small enough for ad servers (Google Ads and the IAB's sizes: 150 kB), as faithful as that allows."""

from __future__ import annotations

import io
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import ToolFailure

QUALITIES: Final = tuple(range(92, 59, -4))
"""JPEG qualities tried, best first; below 60 text in a picture shows blocks."""
_MEAN: Final = 0.5
_WORST: Final = 8.0
"""Of 255: mean difference, and the 99.9th percentile after the eye's own blur, up to which a palette cannot be told from the original."""


def within(png: bytes, kilobytes: int = 150) -> tuple[bytes, str]:
    """The most faithful picture of at most ``kilobytes`` (of 1000 bytes), and its media type.

    A PNG that is lossless, else one with a palette that the eye cannot tell from it, whichever is smaller; else the JPEG of the highest
    quality that fits. Transparency is laid on white. Same bytes for the same picture. Raises ``ToolFailure`` where nothing fits.
    """
    most = kilobytes * 1000
    with Image.open(io.BytesIO(png)) as opened:
        opened.load()
        picture = _opaque(opened)
    tries = [_png(picture)]
    small = _palette(picture)
    if small is not None:
        tries.append(_png(small))
    best = min(tries, key=len)
    if len(best) <= most:
        return best, "image/png"
    for quality in QUALITIES:
        data = _jpeg(picture, quality)
        if len(data) <= most:
            return data, "image/jpeg"
    raise ToolFailure(
        f"at {picture.width} x {picture.height} pixels it cannot be made smaller than {kilobytes} kB without visible loss",
        remedy="Scale it down, or use a picture with less grain.",
    )


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        full = picture.convert("RGBA")
        ground = Image.new("RGBA", full.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, full).convert("RGB")
    return picture.convert("RGB")


def _palette(picture: Image.Image) -> Image.Image | None:
    """The picture in 256 colours, if the eye cannot tell; median cut, then each colour to its nearest."""
    reduced = picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return reduced if _same(picture, reduced.convert("RGB")) else None


def _same(one: Image.Image, other: Image.Image) -> bool:
    apart = np.abs(_soft(one) - _soft(other))
    return float(apart.mean()) <= _MEAN and float(np.percentile(apart, 99.9)) <= _WORST


def _soft(picture: Image.Image) -> NDArray[np.float32]:
    """Means of 2 x 2 pixels: finer differences in colour are not seen."""
    field = np.asarray(picture, dtype=np.float32)
    field = np.pad(field, ((0, field.shape[0] % 2), (0, field.shape[1] % 2), (0, 0)), mode="edge")
    height, width = field.shape[0] // 2, field.shape[1] // 2
    whole: NDArray[np.float32] = field.reshape(height, 2, width, 2, 3).mean(axis=(1, 3), dtype=np.float32)
    return whole


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    options: dict[str, Any] = {"quality": quality, "subsampling": 0 if quality >= 80 else 2}
    out = io.BytesIO()
    try:
        picture.save(out, "JPEG", optimize=True, progressive=True, **options)
    except OSError:  # Pillow gives both a buffer of one byte per pixel, which pure noise overruns
        out = io.BytesIO()
        picture.save(out, "JPEG", **options)
    return out.getvalue()
