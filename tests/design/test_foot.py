"""What closes a tall layout where a platform lays its own interface."""

from __future__ import annotations

import numpy as np
import pytest

from core.requests import Insets
from tools.design.layout import compose
from tools.design.render import to_array
from tools.design.repair import audit

from .layouts import nothing, request


@pytest.mark.parametrize("family", ["photo", "bauhaus"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("seed", [2, 3])
def test_a_story_does_not_end_in_empty_paper(family: str, dark: bool, seed: int) -> None:
    asked = request(family, (1080, 1920), dark=dark, seed=seed)
    made = compose(asked, nothing)
    drawn = to_array(made.svg())[..., :3].astype(int)
    paper = drawn[round(1920 * 0.6), 4] if family == "bauhaus" else drawn[1400, 20]
    last = drawn[1800:1900, 100:980]
    assert (np.abs(last - paper).max(axis=-1) > 12).mean() > 0.5, "colour, not the paper on which the words stand"
    assert audit(made) == (), "no word stands in it"


def test_a_margin_stays_a_margin() -> None:
    story = request("photo", (1080, 1920))
    bare = story.model_copy(update={"safe": Insets()})
    drawn = to_array(compose(bare, nothing).svg())[..., :3].astype(int)
    assert (np.abs(drawn[-30:] - drawn[-1, 4]).max(axis=-1) == 0).all()
