"""Pictures for ad servers: under the limit, as close to the original as that allows, the same every time."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from core.errors import ToolFailure
from tools.export.display import within


def png(field: np.ndarray) -> bytes:
    out = io.BytesIO()
    Image.fromarray(field.astype(np.uint8)).save(out, "PNG", compress_level=1)
    return out.getvalue()


def flat(width: int = 1200, height: int = 628) -> np.ndarray:
    field = np.full((height, width, 3), (42, 157, 143))
    field[100:400, 200:700] = (243, 162, 58)
    return field


def photo(grain: float, width: int = 1200, height: int = 628) -> np.ndarray:
    """A smooth picture with noise on it."""
    y, x = np.mgrid[0:height, 0:width]
    smooth = np.stack([x * 255 / width, y * 255 / height, 128 + 100 * np.sin(x / 90) * np.cos(y / 70)], axis=-1)
    return np.clip(smooth + np.random.default_rng(1).normal(0, grain, smooth.shape), 0, 255)


def opened(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"), dtype=float)


def test_a_drawing_stays_exact() -> None:
    data, media = within(png(flat()))
    assert media == "image/png" and data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) < 20_000
    assert np.array_equal(opened(data), flat())


@pytest.mark.parametrize("grain", [2.0, 4.0, 12.0])
def test_a_photo_fits_and_stays_close(grain: float) -> None:
    source = photo(grain)
    data, media = within(png(source))
    assert len(data) <= 150_000 and media == "image/jpeg"
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (1200, 628) and image.format == "JPEG"
    error = np.sqrt(((opened(data) - np.floor(source)) ** 2).mean())
    assert error < 4 + grain
    assert within(png(source)) == (data, media), "the same bytes every time"


def test_the_best_quality_that_fits_is_taken() -> None:
    source = png(photo(6.0))
    roomy, tight = within(source, 300)[0], within(source, 120)[0]
    assert len(tight) <= 120_000 < len(roomy) <= 300_000


def test_noise_alone_is_refused_with_a_remedy() -> None:
    noise = np.random.default_rng(2).integers(0, 256, (628, 1200, 3))
    with pytest.raises(ToolFailure, match="Scale it down"):
        within(png(noise))


def test_what_is_transparent_becomes_white() -> None:
    field = np.zeros((64, 64, 4))
    field[:32] = (200, 0, 0, 255)
    shown = opened(within(png(field))[0])
    assert tuple(shown[0, 0]) == (200, 0, 0) and tuple(shown[60, 60]) == (255, 255, 255)
