"""Bodies of heroes made from the hero's own raster, against the renderer's."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.films import film
from tools.design.families import FAMILIES
from tools.design.geometry import Box
from tools.design.hero import icon_hero
from tools.design.soft import halo
from tools.video.extrusion import extruded, extrusion
from tools.video.markup import drawn, pixels
from tools.video.planes import Pixels
from tools.video.scenes import timeline
from tools.video.timeline import Area

AREA = Area(0, 0, 400, 400)


def hero(name: str, **options: float) -> str:
    """An icon as an object that fills most of ``AREA``."""
    colours = {"accent": "#0e7c86", "accent2": "#f2a65a", "deep": "#0b2228", "light": "#fbfefe"}
    return icon_hero(name, Box(20, 20, 360, 360), **colours, **options)


def on_white(rgba: Pixels) -> np.ndarray:
    share = rgba[..., 3:] / 255
    return np.asarray(rgba[..., :3] * share + 255 * (1 - share))


@pytest.mark.parametrize("name", ["tooth", "clock", "dog", "bread", "coffee", "map-pin"])
@pytest.mark.parametrize("over", [0.25, 1.0, 1.09])
def test_a_hero_looks_as_the_renderer_draws_it(name: str, over: float) -> None:
    markup = hero(name)
    assert extrusion(markup) is not None
    apart = np.abs(on_white(drawn(markup, AREA, over)) - on_white(pixels(markup, AREA, over))).max(axis=-1)
    assert apart.mean() < 1.2 / over
    assert (apart > 24).mean() < 0.02 / over, "but along the outline, by part of a pixel"


def test_the_body_reaches_as_far_as_the_copies() -> None:
    markup = hero("clock")
    seen = [np.argwhere(way(markup, AREA, 1.0)[..., 3] > 127) for way in (drawn, pixels)]
    assert np.abs(seen[0].max(axis=0) - seen[1].max(axis=0)).max() <= 1
    assert np.abs(seen[0].min(axis=0) - seen[1].min(axis=0)).max() <= 1


def test_it_darkens_away_from_the_object_and_lies_nowhere_before_it() -> None:
    body = extrusion(hero("clock"))
    assert body is not None
    front = np.zeros((60, 60, 4), np.uint8)
    front[10:20, 10:20] = 255
    behind = extruded(front, body._replace(dx=30.0, dy=30.0, colours=("#000000", *["#808080"] * 4, "#ffffff")), 1.0)
    assert not behind[:12, :, 3].any() and not behind[:, :12, 3].any()
    assert not behind[50:, :, 3].any(), "30 pixels below the object's last row"
    line = behind[np.arange(20, 50), np.arange(20, 50)]
    assert (line[:, 3] == 255).all()
    assert (np.diff(line[:, 0].astype(int)) <= 0).all() and line[0, 0] > 200 and line[-1, 0] == 0


def test_other_drawings_are_left_to_the_renderer() -> None:
    markup = hero("clock")
    copies = markup.index("<use")
    assert extrusion("") is None
    assert extrusion("<g>" + markup + "</g>") is None, "moved as a whole"
    assert extrusion(markup.replace('href="#h0" transform', 'href="#other" transform', 1)) is None
    assert extrusion(markup[:copies]) is None
    assert extrusion(markup + '<circle cx="9" cy="9" r="5"/>') is None, "more than the object casts no body"
    glowing = hero("clock", halo=0.8)
    assert extrusion(glowing) is None, "its glow lies under the body"
    assert extrusion(halo(glowing, Box(*AREA))[1]) is not None


@pytest.mark.parametrize("family", FAMILIES)
def test_no_film_fills_the_copies_of_a_body(family: str) -> None:
    """A scene's light has definitions of its own beside the hero's: the body was filled 26 times for it, a third of a film."""
    request, read = film(2.0, 360, 640, family)
    bodies = [
        layer.markup
        for shot in timeline(request, read).shots
        for layer in shot.layers
        if layer.kind == "hero" and layer.markup.count("<use") > 20
    ]
    assert [markup for markup in bodies if extrusion(markup) is None] == []
