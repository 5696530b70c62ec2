"""Grounds drawn by parts look like grounds drawn whole, whichever came before them."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.films import film
from tools.video.grounds import Grounds
from tools.video.markup import pixels
from tools.video.patches import bent, changed, patches, share
from tools.video.scenes import timeline
from tools.video.timeline import Area, Layer

AREA = Area(0, 0, 400, 320)
PAPER = '<rect width="400" height="320" fill="#e8f0f4"/>'


def box(x: int, y: int, w: int = 40, h: int = 40, fill: str = "#123456") -> str:
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{fill}"/>'


def ground(markup: str, stage: str = "") -> Layer:
    return Layer("background", PAPER + markup, AREA, stage=stage)


def psnr(a: np.ndarray, b: np.ndarray) -> float:
    """Decibels over the colours of two rasters."""
    error = np.mean((a[..., :3].astype(float) - b[..., :3]) ** 2)
    return float(10 * np.log10(255**2 / max(error, 1e-9)))


@pytest.mark.parametrize("family", ["bauhaus", "bigtype", "ornament", "sticker", "sunburst", "ticket"])
def test_a_films_grounds_look_as_if_drawn_whole(family: str) -> None:
    request, read = film(8.0, 540, 960, family)
    draw = Grounds()
    layers = [shot.layers[0] for shot in timeline(request, read).shots]
    assert len(layers) == 4
    assert min(psnr(draw(layer), pixels(layer.markup, layer.area)) for layer in layers) > 48


def test_an_edge_beside_a_change_stays_sharp() -> None:
    """Two far changes make one box to look at; what stands still between them is not blurred."""
    still = box(190, 150, 20, 20)
    first, second = still + box(20, 20) + box(340, 260), still + box(26, 26) + box(334, 266)
    draw = Grounds()
    draw(ground(first))
    assert np.array_equal(draw(ground(second)), pixels(PAPER + second, AREA))


def test_the_ground_before_is_left_as_it_was() -> None:
    draw = Grounds()
    first = draw(ground(box(20, 20)))
    kept = first.copy()
    draw(ground(box(200, 200)))
    assert np.array_equal(first, kept)


def test_what_is_softly_laid_over_a_stage_is_seen() -> None:
    glow = (
        '<defs><radialGradient id="g"><stop offset="0" stop-color="#000000" stop-opacity="0.6"/>'
        '<stop offset="1" stop-color="#000000" stop-opacity="0"/></radialGradient></defs>'
        '<circle cx="200" cy="160" r="150" fill="url(#g)"/>'
    )
    stage = PAPER + box(20, 20)
    made = Grounds()(ground(box(20, 20) + glow, stage))
    assert psnr(made, pixels(stage + glow, AREA)) > 45
    assert int(made[160, 200, 0]) < 150 < int(made[5, 5, 0])


def test_a_drawing_that_lets_through_is_drawn_whole() -> None:
    layer = Layer("background", box(20, 20), AREA)
    assert np.array_equal(Grounds()(layer), pixels(layer.markup, AREA))


def test_patches_hold_every_edge_and_lie_apart() -> None:
    small = np.full((80, 100, 3), 200, np.uint8)
    small[10:20, 10:30] = 40
    small[50:70, 60:90] = 90
    found = patches(bent(small))
    assert len(found) == 2
    assert (found[0].x0, found[0].y0, found[0].x1, found[0].y1) == (7, 7, 33, 23)
    assert share(found, bent(small)) == pytest.approx((26 * 16 + 36 * 26) / 8000)


def test_a_gradient_has_no_edges_and_the_same_nothing_new() -> None:
    ramp = np.broadcast_to(np.rint(np.linspace(10, 90, 120))[:, None, None], (120, 60, 3)).astype(np.uint8)
    assert patches(bent(ramp)) == ()
    assert patches(changed(ramp, ramp)) == ()
    other = ramp.copy()
    other[60, 30, 1] += 1
    assert patches(changed(ramp, other)) == ((28, 58, 33, 63),)
