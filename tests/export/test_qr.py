"""QR codes, read back by zbarimg, which shares no code with the writer."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from core.errors import BadInput
from tests.needs import find
from tools.export.qr import qr_png, qr_svg, side
from tools.export.utm import tagged

URL = tagged("https://茶馆.example/tisch?x=1#los", "poster", "print", "Sommer: 山雨茶馆", "de")


def scanned(path: Path) -> str:
    """What a scanner reads; empty for nothing."""
    done = subprocess.run([find("zbarimg"), "-q", "--raw", str(path)], capture_output=True, timeout=60, check=False)
    return done.stdout.decode().strip()


def put(path: Path, image: Image.Image) -> Path:
    image.save(path)
    return path


@pytest.mark.needs("zbarimg")
def test_scanners_read_the_link(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(qr_png(URL))
    assert scanned(tmp_path / "a.png") == URL


@pytest.mark.needs("zbarimg")
def test_scanners_read_the_drawing(tmp_path: Path) -> None:
    import resvg_py

    png = bytes(resvg_py.svg_to_bytes(svg_string=qr_svg(URL, "#12324a", "#fff6e0").decode(), width=600))
    (tmp_path / "a.png").write_bytes(png)
    assert scanned(tmp_path / "a.png") == URL


@pytest.mark.needs("zbarimg")
def test_a_spoilt_code_is_not_read_as_ours(tmp_path: Path) -> None:
    image = Image.open(io.BytesIO(qr_png(URL))).convert("L")
    tiny = image.resize((image.width // 20,) * 2, Image.Resampling.BILINEAR)
    holed = image.copy()
    holed.paste(255, (0, 0, image.width // 2, image.height))
    for name, spoilt in (("tiny", tiny), ("holed", holed)):
        assert scanned(put(tmp_path / f"{name}.png", spoilt)) == "", name
    (tmp_path / "other.png").write_bytes(qr_png(URL + "x"))
    assert scanned(tmp_path / "other.png") not in ("", URL)


def test_there_is_a_quiet_zone_and_the_bytes_are_fixed() -> None:
    image = Image.open(io.BytesIO(qr_png(URL, 5))).convert("L")
    assert image.width == side(URL) * 5
    left, top, right, bottom = ImageOps.invert(image).getbbox() or (0, 0, 0, 0)
    assert (left, top, image.width - right) == (20, 20, 20) and bottom == image.height - 20
    assert qr_png(URL) == qr_png(URL) and qr_svg(URL, "#000000", "#ffffff") == qr_svg(URL, "#000000", "#ffffff")


@pytest.mark.parametrize(("ink", "paper"), [("#ffffff", "#000000"), ("#ffd000", "#ffffff"), ("#777777", "#777777")])
def test_colours_that_scanners_miss_are_refused(ink: str, paper: str) -> None:
    with pytest.raises(BadInput):
        qr_svg(URL, ink, paper)


@pytest.mark.parametrize("url", ["", "https://x.example/" + "a" * 2000])
def test_links_that_make_no_good_code_are_refused(url: str) -> None:
    with pytest.raises(BadInput):
        qr_png(url)
