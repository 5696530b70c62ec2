"""Patterns have no seam and seals no accidents."""

from __future__ import annotations

import numpy as np
import pytest

from tools.design.canvas import Canvas
from tools.design.geometry import Box
from tools.design.patterns import PATTERNS, choose, pattern
from tools.design.render import to_array
from tools.design.seals import FORMS, Form, seal


def drawn(name: str, size: float, colour: str = "#c02040", side: int = 160) -> np.ndarray:
    c = Canvas("b")
    c.rect(0, 0, side, side, "#ffffff")
    pattern(c, name, Box(0, 0, side, side), size, colour)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">{c.markup()}</svg>'
    return to_array(svg)[..., :3].astype(int)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_covers_some_of_its_ground_everywhere(name: str) -> None:
    ink = np.abs(drawn(name, 20) - 255).sum(axis=2) > 90
    assert 0.03 < ink.mean() < 0.75
    quarters = [ink[y : y + 80, x : x + 80].mean() for y in (0, 80) for x in (0, 80)]
    assert max(quarters) - min(quarters) < 0.08, "no quarter is empty or full"


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_repeats_exactly(name: str) -> None:
    wide, high, _ = PATTERNS[name](20, "#000000")
    pixels = drawn(name, 20)
    if float(high).is_integer():
        assert np.abs(pixels[: -int(high)] - pixels[int(high) :]).mean() < 1.0
    if float(wide).is_integer():
        assert np.abs(pixels[:, : -int(wide)] - pixels[:, int(wide) :]).mean() < 1.0


def test_there_are_many_and_a_seed_picks_one() -> None:
    assert len(PATTERNS) >= 8
    assert {choose(s) for s in range(len(PATTERNS))} == set(PATTERNS)


def test_an_unknown_pattern_is_an_error() -> None:
    with pytest.raises(KeyError):
        pattern(Canvas("b"), "tartan", Box(0, 0, 9, 9), 4, "#000000")


@pytest.mark.parametrize("form", FORMS)
def test_a_seal_is_round_filled_and_inside_its_radius(form: Form) -> None:
    body = seal(form, 100, 100, 80, "#aa2244", "#ffffff", "#000000")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 200 200">{body}</svg>'
    pixels = to_array(svg)
    solid = (np.abs(pixels[..., :3].astype(int) - (0xAA, 0x22, 0x44)).sum(axis=2) < 12) & (pixels[..., 3] > 250)
    y, x = np.nonzero(solid)
    assert np.hypot(y - 99.5, x - 99.5).max() < 100
    assert solid[60:140, 60:140].all(), "words stand on plain ground"
