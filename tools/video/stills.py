"""Scenes that are finished pictures: each fills the frame and stands still; they melt into each other where they differ."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image, UnidentifiedImageError

from core.blobs import Read
from core.errors import BadInput
from core.requests import Scene

from .planes import Pixels
from .timeline import Area, Layer, Shot, Transition

MELT: Final = 0.25
"""Seconds of the crossfade between two pictures."""
_MARK: Final = "still:"
"""What the markup of a still's layer begins with; its digest follows."""


def shot(scene: Scene, before: Scene | None, width: int, height: int) -> Shot:
    """A still as a shot of one layer without motion. ``before`` is the scene that it follows."""
    enter = Transition()
    if before is not None and before.still != scene.still:
        shorter = min(scene.end - scene.start, before.end - before.start)
        enter = Transition("fade", min(MELT, round(shorter / 2, 3)))
    area = Area(0, 0, width, height)
    return Shot(scene.start, scene.end, (Layer("background", _MARK + scene.still, area),), scene.role, enter)


def digest(markup: str) -> str:
    """The digest of a still's layer; nothing for any other layer's markup."""
    return markup[len(_MARK) :] if markup.startswith(_MARK) else ""


def decoded(found: str, area: Area, read: Read) -> Pixels:
    """RGBA of the frame's size. Raises ``BadInput`` for what is no picture; one of another shape is fitted on its own edge's colour."""
    try:
        image = Image.open(BytesIO(read(found)), formats=("PNG",)).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise BadInput("a still cannot be read", which=found, remedy="Give a PNG of the film's shape.") from error
    if image.size != (area.w, area.h):
        image = _fitted(image, area)
    rgba = np.full((area.h, area.w, 4), 255, np.uint8)
    rgba[..., :3] = np.asarray(image)
    return rgba


def _fitted(image: Image.Image, area: Area) -> Image.Image:
    scale = min(area.w / image.width, area.h / image.height)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    if abs(size[0] - area.w) <= 2 and abs(size[1] - area.h) <= 2:  # an odd side lost its last row
        return image.resize((area.w, area.h), Image.Resampling.LANCZOS)
    out = Image.new("RGB", (area.w, area.h), image.getpixel((0, 0)))
    out.paste(image.resize(size, Image.Resampling.LANCZOS), ((area.w - size[0]) // 2, (area.h - size[1]) // 2))
    return out
