"""Dead pictures and sounds, and pictures that are there twice."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Mapping

import numpy as np
import soundfile as sf
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from core.findings import Finding, Severity

from .found import OWN, SEED, Say

MAX_PIXELS = 80_000_000
"""Larger pictures are refused before they are decoded."""
_SILENT = 10 ** (-60 / 20)

_dead = Say("M6.dead")
_repeat = Say("M4.repeat")


def dead_image(data: bytes, width: int = 0, height: int = 0, slot: str = "") -> tuple[Finding, ...]:
    """``M6.dead``: a picture that cannot be decoded, has another size than asked (0: any), or shows nothing."""
    try:
        pixels = decoded(data)
    except (ValueError, OSError, SyntaxError, EOFError) as error:
        return (_dead(Severity.BLOCK, f"the picture cannot be read: {error}", SEED, slot=slot, again=True),)
    out = []
    h, w = pixels.shape[:2]
    if (width and w != width) or (height and h != height):
        out.append(_dead(Severity.BLOCK, f"it is {w} by {h} pixels, not {width} by {height}", OWN, slot=slot))
    alpha, colour = pixels[..., 3], pixels[..., :3].astype(np.float32)
    seen = alpha > 8
    if not seen.any():
        out.append(_dead(Severity.BLOCK, "every pixel is transparent", SEED, slot=slot, again=True))
    elif float(colour[seen].std(axis=0).max()) < 1.5 and seen.all():
        shade = "#" + "".join(f"{round(float(c)):02x}" for c in colour[seen].mean(axis=0))
        out.append(_dead(Severity.BLOCK, f"the picture is one flat {shade}", SEED, slot=slot, again=True))
    return tuple(out)


def dead_audio(data: bytes, seconds: float = 0.0, slot: str = "") -> tuple[Finding, ...]:
    """``M6.dead``: sound that cannot be decoded, is silent throughout, or is more than 0.25 s off the length asked."""
    try:
        samples, rate = sf.read(io.BytesIO(data), dtype="float32", always_2d=True)
    except (sf.LibsndfileError, RuntimeError) as error:
        return (_dead(Severity.BLOCK, f"the sound cannot be read: {error}", SEED, slot=slot, again=True),)
    if not len(samples):
        return (_dead(Severity.BLOCK, "the sound has no samples", SEED, slot=slot, again=True),)
    if not np.isfinite(samples).all():
        return (_dead(Severity.BLOCK, "the sound holds values that are no numbers", SEED, slot=slot, again=True),)
    out = []
    if float(np.abs(samples).max()) < _SILENT:
        out.append(_dead(Severity.BLOCK, "the sound is silent from start to end", SEED, slot=slot, again=True))
    length = len(samples) / rate
    if seconds and abs(length - seconds) > 0.25:
        out.append(_dead(Severity.BLOCK, f"it lasts {length:.2f} s, not {seconds:.2f} s", OWN, slot=slot))
    return tuple(out)


def repeated(images: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """``M4.repeat``: pictures of different slots that are the same, byte for byte or pixel for pixel.

    A picture that cannot be decoded is compared by its bytes; ``M6.dead`` speaks of it.
    """
    first: dict[str, str] = {}
    out = []
    for slot, data in sorted(images.items()):
        try:
            pixels = decoded(data)
            name = f"{pixels.shape}{hashlib.sha256(pixels.tobytes()).hexdigest()}"
        except (ValueError, OSError, SyntaxError, EOFError):
            name = hashlib.sha256(data).hexdigest()
        if name in first:
            evidence = f"the same picture as {first[name]!r}"
            out.append(_repeat(Severity.HOLD, evidence, SEED, slot=slot, again=True))
        else:
            first[name] = slot
    return tuple(out)


def decoded(data: bytes) -> NDArray[np.uint8]:
    """RGBA pixels, shape ``(h, w, 4)``. Raises ``ValueError`` on a picture too large, ``OSError`` on a broken one."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise ValueError(f"{image.width} by {image.height} pixels is too large")
                return np.asarray(image.convert("RGBA"))
        except (UnidentifiedImageError, Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise ValueError(
                "no picture that we know" if isinstance(error, UnidentifiedImageError) else str(error)
            ) from error
