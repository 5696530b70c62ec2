"""Captions against time, against the words that are said, and against the voice."""

from __future__ import annotations

import numpy as np
import pytest

from core.findings import Finding, Severity
from core.requests import Word
from tests.checks.clips import RATE, tone, wav
from tools.checks.captions import captions, drift
from tools.export.captions import Cue

WORDS = [
    Word(text=t, start=s, end=s + 0.4)
    for t, s in (("Six", 0.5), ("hours", 1.0), ("of", 1.5), ("sun,", 2.0), ("SunSip!", 3.0))
]
CUES = [Cue(0.45, 2.6, "Six hours\nof sun,"), Cue(2.95, 4.0, "SunSip!")]


def told(findings: tuple[Finding, ...]) -> str:
    assert all(f.severity in (Severity.HOLD, Severity.NOT_CHECKED) for f in findings)
    return "; ".join(f.evidence for f in findings)


def test_good_captions_pass() -> None:
    assert captions(CUES, 5, "en", WORDS) == ()
    assert captions([], 5, "en") == ()


@pytest.mark.parametrize(
    ("cues", "word"),
    [
        ([CUES[1], CUES[0]], "overlaps"),
        ([Cue(1, 1, "x")], "ends before it starts"),
        ([Cue(4, 9, "late")], "outside the film"),
        ([Cue(0, 1, "  \n ")], "no words"),
        ([Cue(0, 1, "More letters than anyone could read in one second")], "characters a second"),
        ([Cue(0, 1, "one"), Cue(1.02, 2, "two")], "flickers"),
    ],
)
def test_bad_timing_is_held(cues: list[Cue], word: str) -> None:
    assert word in told(captions(cues, 5))


def test_chinese_is_read_slower() -> None:
    cue = [Cue(0, 1, "晒六小时太阳亮一整个夜晚真好看")]
    assert "most is 12" in told(captions(cue, 5, "zh")) and captions(cue, 5, "en") == ()


def test_every_spoken_word_is_shown() -> None:
    assert "'of' is spoken" in told(captions([Cue(0.45, 2.6, "Six hours sun,"), CUES[1]], 5, "en", WORDS))
    assert "there are no captions" in told(captions([], 5, "en", WORDS))
    shifted = [Cue(c.start + 1.5, c.end + 1.5, c.text) for c in CUES]
    assert "is spoken at 0.50 s and shown from 1.95" in told(captions(shifted, 9, "en", WORDS))


def voice(starts: list[float], seconds: float = 6.0) -> bytes:
    samples = np.random.default_rng(3).normal(0, 1e-4, round(seconds * RATE))
    for start in starts:
        at = round(start * RATE)
        samples[at : at + round(0.4 * RATE)] += tone(0.4)
    return wav(samples)


STARTS = [0.5, 1.5, 3.0, 4.5]
SPOKEN = [Word(text="word", start=s, end=s + 0.4) for s in STARTS]


def test_words_keep_time_with_the_voice() -> None:
    assert drift(SPOKEN, voice(STARTS)) == ()
    late = [Word(text=w.text, start=w.start + 0.6, end=w.end + 0.6) for w in SPOKEN]
    assert drift(late, voice(STARTS), offset=0.6) == ()


@pytest.mark.parametrize("off", [-0.15, 0.12, 0.4])
def test_drift_is_measured(off: float) -> None:
    moved = [Word(text=w.text, start=w.start + off, end=w.end + off) for w in SPOKEN]
    assert f"{abs(off) * 1000:.0f}"[:2] in told(drift(moved, voice(STARTS)))


def test_speech_without_a_pause_is_not_checked() -> None:
    (finding,) = drift(SPOKEN[:1], voice(STARTS))
    assert finding.severity is Severity.NOT_CHECKED
    assert "ms off" in told(drift(SPOKEN, voice([])))
