"""Curves and keys."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.video.easing import Ease, eased
from tools.video.timeline import REST, Key, Pose, pose_at

EASES = get_args(Ease)


@pytest.mark.parametrize("ease", EASES)
def test_every_curve_begins_at_0_and_ends_at_1(ease: Ease) -> None:
    assert eased(ease, 0.0) == pytest.approx(0.0, abs=1e-12)
    assert eased(ease, 1.0) == pytest.approx(1.0)
    assert eased(ease, -3) == pytest.approx(0.0, abs=1e-12)
    assert eased(ease, 4) == pytest.approx(1.0)


@pytest.mark.parametrize("ease", [e for e in EASES if e not in ("out_back", "hold")])
def test_curves_rise_without_steps(ease: Ease) -> None:
    values = [eased(ease, i / 1000) for i in range(1001)]
    steps = [b - a for a, b in zip(values, values[1:], strict=False)]
    assert min(steps) >= 0
    assert max(steps) < 0.0035


def test_out_back_goes_a_tenth_too_far_and_returns() -> None:
    assert 1.09 < max(eased("out_back", i / 100) for i in range(101)) < 1.11


@settings(deadline=None)
@given(st.floats(0, 10), st.sampled_from(EASES))
def test_poses_stay_between_their_keys(t: float, ease: Ease) -> None:
    keys = (Key(1, Pose(0, 10, 1, 0)), Key(2, Pose(4, -10, 2, 1), ease), Key(5, Pose(4, -10, 2, 0.5), ease))
    pose = pose_at(keys, t)
    assert 0 <= pose.opacity <= 1
    assert -0.5 <= pose.x <= 4.5


def test_before_the_first_key_and_after_the_last() -> None:
    keys = (Key(1, Pose(opacity=0)), Key(2, Pose(x=8)))
    assert pose_at(keys, 0.5) == Pose(opacity=0)
    assert pose_at(keys, 9) == Pose(x=8)
    assert pose_at((), 3) == REST
