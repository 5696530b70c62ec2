from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.errors import ToolFailure
from tools.design.render import add_grain, encode, to_array, to_png
from tools.design.shaping import shape
from tools.design.svg import Svg, attributes, escape, number


def _poster() -> Svg:
    svg = Svg(320, 200, "A <test> & “more”")
    svg.rect(0, 0, 320, 200, svg.linear([(0, "#1b1b3a"), (1, "#ff5d73")]))
    with svg.group("layer"):
        svg.circle(160, 100, 60, svg.radial([(0, "#ffffff", 0.9), (1, "#ffffff", 0.0)]))
        svg.text_path(shape("Hello, 阳光", "outfit-bold", 40), 160, 110, "#ffffff", "middle")
    return svg


def test_png_is_the_same_every_time() -> None:
    assert to_png(_poster().to_string()) == to_png(_poster().to_string())
    image = Image.open(BytesIO(to_png(_poster().to_string())))
    assert (image.size, image.mode, image.info) == ((320, 200), "RGB", {})


def test_array_shape_and_scale() -> None:
    pixels = to_array(_poster().to_string())
    assert pixels.shape == (200, 320, 4) and pixels.dtype == np.uint8
    assert to_array(_poster().to_string(), width=160).shape == (100, 160, 4)
    clear = to_array(Svg(10, 10).to_string())
    assert clear[..., 3].max() == 0 and Image.open(BytesIO(encode(clear))).mode == "RGBA"


def test_a_broken_drawing_is_a_tool_failure() -> None:
    with pytest.raises(ToolFailure, match="rendered"):
        to_array("<svg")


def test_grain_is_seeded_and_spares_white_black_and_alpha() -> None:
    grey = np.full((64, 64, 4), 128, np.uint8)
    noisy = add_grain(grey, 5, 1)
    assert np.array_equal(noisy, add_grain(grey, 5, 1)) and not np.array_equal(noisy, add_grain(grey, 5, 2))
    assert noisy[..., 3].min() == 128 and 4 < float(noisy[..., 0].std()) < 6
    assert abs(float(noisy[..., 0].mean()) - 128) < 0.5
    white = np.full((64, 64, 3), 255, np.uint8)
    assert float(add_grain(white, 5, 1).std()) < 1.0 and add_grain(white, 0, 1) is white


def test_svg_is_well_formed_searchable_and_closed() -> None:
    text = _poster().to_string()
    root = ElementTree.fromstring(text)
    titles = [e.text for e in root.iter("{http://www.w3.org/2000/svg}title")]
    assert titles == ["A <test> & “more”", "Hello, 阳光"]
    assert (
        "<script" not in text
        and "href" not in text
        and "<text" not in text
        and "http" not in text.replace("http://www.w3.org/2000/svg", "")
    )


def test_ids_come_from_content_and_never_clash() -> None:
    svg = Svg(10, 10)
    assert svg.linear([(0, "#000000")]) == svg.linear([(0, "#000000")]) != svg.linear([(0, "#000001")])
    for _ in range(3):
        with svg.group("layer"):
            pass
    assert [f'id="layer{end}"' in svg.to_string() for end in ("", "-2", "-3")] == [True] * 3
    assert svg.to_string().count("<linearGradient") == 2


@given(st.text(max_size=40))
def test_words_cannot_leave_their_attribute(text: str) -> None:
    svg = Svg(10, 10, text)
    svg.path("M0 0", "#000000", aria_label=text)
    root = ElementTree.fromstring(svg.to_string().encode("utf-8"))
    assert len(list(root)) == (2 if text else 1)
    assert {e.tag.rsplit("}")[-1] for e in root.iter()} <= {"svg", "title", "path"}


def test_numbers_are_short() -> None:
    assert [number(v) for v in (1.0, 0.125, -0.001, 1e3, 12.344)] == ["1", "0.12", "0", "1000", "12.34"]
    assert attributes(fill_opacity=0.5, x=3, none=None, class_="a") == ' fill-opacity="0.5" x="3" class="a"'
    assert escape("<a href='x'>\x00&\ud800") == "&lt;a href=&#39;x&#39;&gt;&amp;"
