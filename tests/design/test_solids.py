"""Icons that are mostly holes get a body as heroes."""

from __future__ import annotations

import numpy as np
import pytest

from tools.design.geometry import Box
from tools.design.hero import icon_hero
from tools.design.icons import names
from tools.design.render import to_array
from tools.design.solids import coverage, hollow, solid


def alpha(markup: str) -> np.ndarray:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">{markup}</svg>'
    return to_array(svg)[..., 3] > 128


@pytest.mark.parametrize("name", ["bread", "dog", "onigiri", "envelope-simple"])
def test_hollow_icons_are_known(name: str) -> None:
    assert hollow(name) and coverage(name) < 0.65


@pytest.mark.parametrize("name", ["coffee", "bicycle", "tooth", "cat", "headphones"])
def test_full_icons_stay_as_they_are(name: str) -> None:
    assert not hollow(name)


@pytest.mark.parametrize("name", ["bread", "dog", "toilet-paper"])
def test_a_hero_has_no_holes_left(name: str) -> None:
    drawn = alpha(
        icon_hero(name, Box(0, 0, 256, 256), accent="#d05020", accent2="#802010", deep="#201008", light="#fff4e8")
    )
    ys, xs = np.nonzero(drawn)
    core = drawn[ys.min() : ys.max(), xs.min() : xs.max()]
    assert core.mean() > 0.6
    assert drawn[110:146, 110:146].all(), "its middle is not see-through"


def test_a_silhouette_never_loses_ink() -> None:
    for name in names()[::37]:
        ink, whole = alpha(f"<g>{solid(name)}</g>"), coverage(name)
        assert ink.any() and 0.2 < whole <= 1.001, name
