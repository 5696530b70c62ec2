"""Scene starts on the beat."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tools.video.beats import REACH, on_beat


def test_starts_go_to_the_nearest_beat() -> None:
    assert on_beat([0.0, 2.1, 4.4, 7.0], 120) == [0.0, 2.0, 4.5, 7.0]
    assert on_beat([0.0, 2.1], 60, first_beat=0.3) == [0.0, 2.3]


def test_a_beat_too_far_away_moves_nothing() -> None:
    assert on_beat([0.0, 2.45], 60) == [0.0, 2.45]
    assert on_beat([0.0, 2.1], 0) == [0.0, 2.1]


def test_two_starts_never_fall_on_one_beat() -> None:
    assert on_beat([0.0, 1.85, 2.2], 120) == [0.0, 2.0, 2.2]


@given(st.lists(st.floats(0, 60), max_size=8).map(sorted), st.floats(0, 240), st.floats(0, 2))
def test_order_is_kept_and_none_moves_far(starts: list[float], bpm: float, first: float) -> None:
    moved = on_beat(starts, bpm, first)
    assert len(moved) == len(starts)
    assert all(abs(a - b) <= REACH + 1e-6 for a, b in zip(starts, moved, strict=True))
    assert moved == sorted(moved)
