"""Scales, chords and voices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.music.embedded import theory


@pytest.mark.parametrize(
    ("token", "scale", "classes"),
    [
        ("1", "major", (0, 4, 7)),
        ("2", "major", (2, 5, 9)),
        ("57", "major", (7, 11, 2, 5)),
        ("19", "major", (0, 4, 7, 2)),
        ("4m", "major", (5, 8, 0)),
        ("5M", "minor", (7, 11, 2)),
        ("b2M", "minor", (1, 5, 8)),
        ("7", "minor", (10, 2, 5)),
        ("5sus", "major", (7, 0, 2)),
        ("17", "lydian", (0, 4, 7, 11)),
    ],
)
def test_chords_in_c(token: str, scale: str, classes: tuple[int, ...]) -> None:
    assert theory.chord(token, 0, scale).classes == classes


def test_what_is_no_chord_is_refused() -> None:
    with pytest.raises(ValueError, match="not a chord"):
        theory.chord("8", 0, "major")


@given(st.integers(0, 11), st.sampled_from(["1", "4", "57", "29", "b2M", "4m", "5sus"]), st.integers(0, 11))
def test_voices_stay_in_range_and_hold_every_tone(tonic: int, token: str, other: int) -> None:
    before = theory.voicing(theory.chord("1", other, "major"), (), 52, 74)
    chord = theory.chord(token, tonic, "major")
    voices = theory.voicing(chord, before, 52, 74)
    assert {v % 12 for v in voices} == set(chord.classes)
    assert list(voices) == sorted(set(voices))
    assert voices[0] >= 52 and voices[-1] <= 74


def test_voices_move_little() -> None:
    first = theory.voicing(theory.chord("1", 0, "major"), (), 52, 74)
    second = theory.voicing(theory.chord("6", 0, "major"), first, 52, 74)
    assert sum(abs(a - b) for a, b in zip(first, second, strict=True)) <= 3


def test_the_ladder_bends_to_a_chord_outside_the_scale() -> None:
    rungs = {p % 12 for p in theory.ladder(theory.chord("5M", 0, "minor"), 0, "minor", 60, 83)}
    assert 11 in rungs
    assert 10 not in rungs
