"""Users' pictures: decoded with care, cropped to what matters."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from core.errors import BadInput
from tools.design import photo
from tools.design.layout import compose
from tools.design.photo import Picture, crop, decode, duotone
from tools.design.raster import logo_picture

from .layouts import request


def test_the_crop_holds_what_stands_out() -> None:
    pixels = np.full((300, 900, 3), 120, np.uint8)
    pixels[100:200, 700:800] = (250, 40, 40)
    part = crop(Picture(pixels), 1.0, 150)
    red = (part.pixels[..., 0] > 200) & (part.pixels[..., 1] < 90)
    assert part.pixels.shape == (150, 150, 3)
    assert red.mean() > 0.09, "nearly the whole subject is in"


def test_a_strip_keeps_the_head_of_a_tall_subject() -> None:
    pixels = np.full((800, 1000, 3), 120, np.uint8)
    pixels[200:760, 420:560] = (250, 40, 40)
    pixels[200:280, 420:560] = (40, 60, 250)
    part = crop(Picture(pixels), 2.5, 250)
    assert ((part.pixels[..., 2] > 200) & (part.pixels[..., 0] < 90)).sum() > 200, "the head is in"


def test_upright_and_without_metadata() -> None:
    image = Image.new("RGB", (40, 20), "red")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "secret place"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    picture = decode(out.getvalue())
    assert picture.pixels.shape[:2] == (40, 20)
    assert b"secret" not in photo.image_tag(picture, photo.Box(0, 0, 20, 40)).encode()


@pytest.mark.parametrize("data", [b"", b"GIF89a" + b"\0" * 20, b"\x89PNG\r\n\x1a\n broken", b"<svg/>"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        decode(data)


def test_too_many_pixels_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo, "MAX_PIXELS", 100)
    out = io.BytesIO()
    Image.new("RGB", (20, 20)).save(out, "PNG")
    with pytest.raises(BadInput, match="too large"):
        decode(out.getvalue())


def test_duotone_runs_from_dark_to_light() -> None:
    ramp = np.repeat(np.linspace(0, 255, 64, dtype=np.uint8)[None, :, None], 3, axis=2).repeat(8, axis=0)
    toned = duotone(Picture(ramp), "#200040", "#ffe0c0").pixels
    assert abs(int(toned[0, 0, 2]) - 0x40) < 8 and abs(int(toned[0, -1, 0]) - 0xFF) < 8


def test_a_logo_is_cut_to_its_ink() -> None:
    image = Image.new("RGBA", (200, 200))
    image.paste((10, 20, 30, 255), (50, 90, 150, 110))
    out = io.BytesIO()
    image.save(out, "PNG")
    assert logo_picture(out.getvalue(), "image/png").pixels.shape[:2] == (20, 100)


@pytest.mark.parametrize(
    "inside",
    ['<image href="file:///etc/passwd"/>', '<use xlink:href="http://x.test/a.svg#b"/>', '<rect fill="url(/a.svg#b)"/>'],
)
def test_an_svg_logo_that_looks_outside_is_refused(inside: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{inside}</svg>'
    with pytest.raises(BadInput):
        logo_picture(svg.encode(), "image/svg+xml")


@pytest.mark.parametrize("top", [True, False], ids=["subject above", "subject below"])
def test_words_lie_on_a_photo_only_where_they_hide_nothing(top: bool) -> None:
    pixels = np.full((300, 300, 3), (40, 46, 60), np.uint8)
    rows = slice(12, 84) if top else slice(170, 280)
    pixels[rows, np.arange(300) // 20 % 2 == 0] = (240, 190, 60)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    made = compose(request("photo", (1080, 1080), seed=2, photo="a" * 64), lambda _: out.getvalue())
    over = f'width="{made.width:.1f}" height="{made.height:.1f}" preserveAspectRatio' in made.background
    assert over is top
