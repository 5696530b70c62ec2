"""The user's pictures: decoded with care, cropped to what the eye goes to, and put into SVG as data."""

from __future__ import annotations

import base64
import io
import warnings
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from core.errors import BadInput

from .geometry import Box

MAX_PIXELS: Final = 50_000_000
_FORMATS: Final = ("PNG", "JPEG", "WEBP")
_ABOVE: Final = 0.06
"""Share of all salience that may lie above a crop."""
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Picture:
    """Decoded pixels, height x width x 3 or 4, upright, without metadata."""

    pixels: Pixels
    hard: bool = False
    """A drawing or logo, kept lossless."""

    @property
    def ratio(self) -> float:
        """Width by height."""
        return float(self.pixels.shape[1] / self.pixels.shape[0])

    @property
    def light(self) -> float:
        """Mean luma of what is opaque, 0-1."""
        colour = self.pixels[..., :3].astype(np.float32) @ np.array([0.2126, 0.7152, 0.0722], np.float32) / 255
        if self.pixels.shape[2] == 4:
            alpha = self.pixels[..., 3].astype(np.float32)
            return float((colour * alpha).sum() / max(1.0, float(alpha.sum())))
        return float(colour.mean())


def decode(data: bytes, which: str = "photo") -> Picture:
    """A PNG, JPEG or WebP, turned upright as its EXIF says. Raises ``BadInput`` for anything else, or more than 50 Mpx."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise BadInput("the picture is too large", which=which, remedy="Give one of at most 50 megapixels.")
            alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
            image.draft("RGB", (2600, 2600))
            upright = ImageOps.exif_transpose(image) or image
            pixels = np.asarray(upright.convert("RGBA" if alpha else "RGB"))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise BadInput("the picture cannot be read", which=which, remedy="Give a PNG, JPEG or WebP file.") from error
    if pixels.shape[2] == 4 and bool((pixels[..., 3] == 255).all()):
        pixels = pixels[..., :3]
    return Picture(pixels)


def saliency(picture: Picture, size: int = 64) -> NDArray[np.float64]:
    """Where the eye goes: spectral residual (Hou and Zhang, CVPR 2007) on a small grey copy plus colourfulness, sum 1."""
    small = np.asarray(
        Image.fromarray(np.ascontiguousarray(picture.pixels[..., :3])).resize((size, size), Image.Resampling.BOX),
        dtype=np.float64,
    )
    grey = small.mean(axis=2)
    spectrum = np.fft.fft2(grey)
    log = np.log(np.abs(spectrum) + 1e-9)
    residual = log - _blur(log, 1)
    map_ = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    map_ = _blur(_blur(map_, 2), 2)
    colour = _blur(np.abs(small - small.mean(axis=(0, 1))).sum(axis=2), 2)
    edge = np.hanning(size + 2)[1:-1] ** 0.35
    total = (map_ / max(1e-12, float(np.max(map_))) + 0.5 * colour / max(1e-12, float(colour.max()))) * np.outer(
        edge, edge
    )
    return np.asarray(total / max(1e-12, float(total.sum())))


def _blur(values: NDArray[np.float64], r: int) -> NDArray[np.float64]:
    out = np.zeros_like(values)
    for dy in range(-r, r + 1):
        for dx in range(-r, r + 1):
            out += np.roll(values, (dy, dx), (0, 1))
    return out / (2 * r + 1) ** 2


def crop(picture: Picture, ratio: float, width: int) -> Picture:
    """The part of that width:height ratio that holds most of the salience, scaled to ``width`` pixels."""
    h, w = picture.pixels.shape[:2]
    cw, ch = (w, max(1, round(w / ratio))) if w / h < ratio else (max(1, round(h * ratio)), h)
    map_ = saliency(picture)
    x, y = _best(map_.sum(axis=0), cw / w) * (w - cw), _best(map_.sum(axis=1), ch / h) * (h - ch)
    y = min(y, max(_head(map_.sum(axis=1)) * h, y - ch / 2))
    left, top = int(round(x)), int(round(y))
    part = np.ascontiguousarray(picture.pixels[top : top + ch, left : left + cw])
    scaled = Image.fromarray(part).resize((max(1, width), max(1, round(width / ratio))), Image.Resampling.LANCZOS)
    return Picture(np.asarray(scaled), picture.hard)


def _head(profile: NDArray[np.float64]) -> float:
    """Share of the height above which next to nothing draws the eye: a strip may cut feet, never the head."""
    return float(np.searchsorted(np.cumsum(profile), _ABOVE) / len(profile))


def _best(profile: NDArray[np.float64], share: float) -> float:
    """Where along the spare room (0-1) a window of that share holds most; the middle where nothing stands out."""
    n = len(profile)
    size = max(1, round(n * share))
    if size >= n:
        return 0.5
    sums = np.convolve(profile, np.ones(size), "valid")
    spots = np.linspace(0, 1, len(sums))
    score = sums / sums.max() - 0.12 * (spots - 0.5) ** 2
    return float(spots[int(np.argmax(score))])


def duotone(picture: Picture, dark: str, light: str, strength: float = 1.0) -> Picture:
    """Luma mapped from one colour to another, mixed with the picture's own colours."""
    colour = picture.pixels[..., :3].astype(np.float32)
    luma = colour @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    low, high = (float(v) for v in np.percentile(luma, (2, 98)))
    t = np.clip((luma - low) / max(1.0, high - low), 0, 1)[..., None]
    a, b = (np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)], np.float32) for c in (dark, light))
    toned = a + (b - a) * t
    return Picture(np.clip(colour + (toned - colour) * strength + 0.5, 0, 255).astype(np.uint8))


def image_tag(picture: Picture, box: Box, extra: str = "") -> str:
    """An ``<image>`` that fills ``box``: JPEG for photos, PNG for what is see-through or a drawing."""
    out = io.BytesIO()
    image = Image.fromarray(np.ascontiguousarray(picture.pixels))
    if picture.hard or picture.pixels.shape[2] == 4:
        image.save(out, "PNG", compress_level=6)
        kind = "png"
    else:
        image.save(out, "JPEG", quality=90, subsampling=0)
        kind = "jpeg"
    data = base64.b64encode(out.getvalue()).decode()
    return (
        f'<image x="{box.x:.1f}" y="{box.y:.1f}" width="{box.w:.1f}" height="{box.h:.1f}" preserveAspectRatio="none" '
        f'href="data:image/{kind};base64,{data}"{" " + extra if extra else ""}/>'
    )
