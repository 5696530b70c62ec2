"""What may be rendered small looks the same as when it is not; what has edges is never taken for it."""

from __future__ import annotations

import base64
import io

import cv2
import numpy as np
import pytest
from PIL import Image

from tools.design.geometry import Box
from tools.design.soft import halo, runs
from tools.video.markup import drawn
from tools.video.markup import pixels as plain
from tools.video.timeline import Area

FRAME = Box(0, 0, 400, 300)
AREA = Area(0, 0, 400, 300)
EVEN = (
    '<stop offset="0" stop-color="#204060" stop-opacity="0.7"/><stop offset="1" stop-color="#d08040" stop-opacity="0"/>'
)
STEP = (
    '<stop offset="0" stop-color="#204060"/><stop offset="0.5" stop-color="#204060"/>'
    '<stop offset="0.505" stop-color="#d08040"/><stop offset="1" stop-color="#d08040"/>'
)


def radial(stops: str, name: str = "g") -> str:
    return f'<defs><radialGradient id="{name}" cx="0.5" cy="0.5" r="0.5">{stops}</radialGradient></defs>'


def linear(stops: str, ends: str = 'x1="0" y1="0" x2="0" y2="1"') -> str:
    return f'<defs><linearGradient id="g" {ends}>{stops}</linearGradient></defs>'


WHOLE = '<rect x="0" y="0" width="400" height="300" fill="url(#g)"/>'
BOX = '<rect x="40" y="40" width="100" height="100" fill="#123456"/>'


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        (linear(EVEN) + WHOLE, ["soft"]),
        (linear(EVEN) + WHOLE + BOX, ["soft", "hard"]),
        (BOX + radial(EVEN) + '<circle cx="200" cy="150" r="200" fill="url(#g)"/>' + BOX, ["hard", "soft", "hard"]),
        (radial(EVEN) + '<circle cx="200" cy="150" r="20" fill="url(#g)"/>' + BOX, ["hard"]),
        (linear(STEP) + WHOLE, ["hard"]),
        (linear(EVEN) + '<rect x="0" y="50" width="400" height="300" fill="url(#g)"/>', ["hard"]),
        (linear(EVEN) + '<rect x="0" y="-9" width="400" height="200" fill="url(#g)"/>', ["soft"]),
        (linear(EVEN) + '<rect x="0" y="0" width="300" height="300" fill="url(#g)"/>', ["hard"]),
        (linear(EVEN) + '<rect x="0" y="0" width="400" height="300" rx="9" fill="url(#g)"/>', ["hard"]),
        (linear(EVEN) + f'<g clip-path="url(#c)">{WHOLE}</g>', ["hard"]),
        (BOX + '<image x="0" y="0" width="9" height="9" href="data:image/png;base64,AA"/>' + BOX, ["hard", "picture", "hard"]),
        ("", []),
    ],
)  # fmt: skip
def test_shapes_are_told_apart(markup: str, kinds: list[str]) -> None:
    assert [run.kind for run in runs(markup, FRAME)] == kinds


def test_a_halo_is_what_lies_softly_under_the_rest() -> None:
    glow = '<circle cx="200" cy="150" r="200" fill="url(#g)"/>'
    under, rest = halo(radial(EVEN) + glow + BOX, FRAME)
    assert glow in under and BOX not in under
    assert BOX in rest and glow not in rest
    assert halo(BOX, FRAME) == ("", BOX)


@pytest.mark.parametrize("over", [1.0, 1.09])
def test_it_looks_as_if_rendered_at_full_size(over: float) -> None:
    markup = (
        radial(EVEN)
        + '<rect x="0" y="0" width="400" height="300" fill="#e8f0f4"/>'
        + '<circle cx="180" cy="140" r="190" fill="url(#g)"/>'
        + BOX
    )
    assert [run.kind for run in runs(markup, FRAME)] == ["hard", "soft", "hard"]
    made, straight = (cv2.cvtColor(way(markup, AREA, over), cv2.COLOR_RGBA2mRGBA) for way in (drawn, plain))
    far = np.abs(made.astype(int) - straight.astype(int))
    assert far.mean() < 1.0
    assert far.max() <= 6


def test_a_see_through_drawing_stays_see_through() -> None:
    markup = radial(EVEN) + '<circle cx="200" cy="150" r="149" fill="url(#g)"/>' + BOX
    made, straight = drawn(markup, AREA), plain(markup, AREA, 1.0)
    assert [run.kind for run in runs(markup, FRAME)] == ["soft", "hard"]
    assert np.abs(made[..., 3].astype(int) - straight[..., 3]).max() <= 3


def test_a_picture_is_placed_and_cut_as_the_renderer_does() -> None:
    across, down = np.meshgrid(np.linspace(0, 255, 300), np.linspace(0, 255, 200))
    pixels = np.dstack([across, down, np.full_like(across, 90)]).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=95, subsampling=0)
    data = base64.b64encode(out.getvalue()).decode()
    markup = (
        '<defs><clipPath id="c"><circle cx="150" cy="120" r="80"/></clipPath></defs>'
        '<rect x="0" y="0" width="400" height="300" fill="#ffffff"/>'
        f'<image x="-20" y="20" width="300" height="200" preserveAspectRatio="none" href="data:image/jpeg;base64,{data}" clip-path="url(#c)"/>'
    )
    made, straight = drawn(markup, AREA), plain(markup, AREA, 1.0)
    far = np.abs(made.astype(int) - straight.astype(int))
    assert (made[5, 5] == 255).all() and abs(int(made[120, 150, 2]) - 90) <= 3
    assert far.mean() < 1.0
