"""Pictures brought to the size and kind that a document wants, the same bytes every time."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageOps

from tools.design.raster import logo_picture
from tools.design.render import encode


def jpeg(data: bytes, width: int, height: int, quality: int = 84, low: float = 0.5) -> bytes:
    """A picture cut to exactly ``width`` x ``height`` pixels. Transparency becomes white.

    ``low`` is the share of what is cut away in height that is cut from the top: 0.5 keeps the middle, 1 the foot.
    """
    with Image.open(io.BytesIO(data)) as opened:
        image = opened.convert("RGBA")
    flat = Image.new("RGB", image.size, "#ffffff")
    flat.paste(image, mask=image.getchannel("A"))
    fitted = ImageOps.fit(flat, (width, height), Image.Resampling.LANCZOS, centering=(0.5, low))
    out = io.BytesIO()
    fitted.save(out, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
    return out.getvalue()


def logo_png(data: bytes, media: str, width: int, height: int) -> bytes:
    """A logo cut to its ink and fitted into a box of pixels. Raises ``BadInput`` for what cannot be drawn."""
    pixels = np.ascontiguousarray(logo_picture(data, media).pixels)
    image = Image.fromarray(pixels).convert("RGBA")
    scale = min(width / image.width, height / image.height)
    size = (max(2, round(image.width * scale)), max(2, round(image.height * scale)))
    return encode(np.asarray(image.resize(size, Image.Resampling.LANCZOS)))


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG, from its header."""
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
