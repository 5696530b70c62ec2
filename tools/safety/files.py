"""The gate for a user's picture files: what they really are, and whether they are safe to decode."""

from __future__ import annotations

import io
import re
import warnings
from typing import Final

from core.errors import BadInput

MAX_BYTES: Final = 25_000_000
MAX_PIXELS: Final = 50_000_000

_MAGIC: Final = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_SVG_BANNED: Final = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpeg);)",
    re.I,
)


def picture_type(name: str, data: bytes) -> str:
    """Media type of a PNG, JPEG or SVG by its content. ``BadInput`` for anything else, too large or unsafe."""
    if len(data) > MAX_BYTES:
        raise BadInput("the picture is too large", which=name, remedy=f"Keep it under {MAX_BYTES // 1_000_000} MB.")
    for magic, media in _MAGIC:
        if data.startswith(magic):
            _header(name, data)
            return media
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"<svg", b"<?xml")) and b"<svg" in head:
        if _SVG_BANNED.search(data):
            raise BadInput(
                "the SVG holds scripts, entities or outside references", which=name,
                remedy="Export it as plain SVG, or use a PNG.",
            )  # fmt: skip
        return "image/svg+xml"
    raise BadInput("this is not a PNG, JPEG or SVG picture", which=name, remedy="Convert it to one of them.")


def _header(name: str, data: bytes) -> None:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data)) as image:
                pixels = image.width * image.height
                image.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadInput(
            "the picture cannot be read", which=name, remedy="Open it in an editor and export it again."
        ) from error
    if pixels > MAX_PIXELS:
        raise BadInput(
            "the picture has too many pixels", which=name, remedy=f"Keep it under {MAX_PIXELS // 1_000_000} megapixels."
        )
