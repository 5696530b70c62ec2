"""What is heard: exact lengths, loudness, endings, balance, difference, determinism."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from functools import cache

import numpy as np
import pytest

from core.media import Media
from core.requests import MusicRequest
from core.vocab import MOODS
from tools.music.embedded.backend import EmbeddedComposer
from tools.music.embedded.tone import bands, centroid
from tools.sound import wav
from tools.sound.measure import measure, silences

RATE = wav.RATE


@cache
def piece(mood: str, seconds: float, seed: int = 1, ending: str = "cadence", bpm: float = 0.0) -> Media:
    request = MusicRequest(mood=mood, seconds=seconds, seed=seed, ending=ending, bpm=bpm)
    [media] = EmbeddedComposer(lambda digest: b"").generate([request])
    assert not media.failure
    return media


def heard(media: Media) -> wav.Signal:
    signal, rate = wav.read(media.parts["wav"])
    assert rate == RATE
    return signal


@pytest.mark.parametrize("mood", MOODS)
def test_a_mood_sounds_like_a_record(mood: str) -> None:
    """Seven seconds: length, loudness, a silent end, and the long-term balance of finished music."""
    media = piece(mood, 7.0)
    signal = heard(media)
    assert signal.shape == (336_000, 2)
    measured = measure(media.parts["wav"])
    assert measured.lufs == pytest.approx(-16, abs=0.3) == media.facts["lufs"]
    assert measured.true_peak_db <= -1
    assert measured.clipped == 0
    assert np.abs(signal[-240:]).max() <= 2 / 32768
    assert np.abs(signal[-RATE // 4 :]).max() < 0.05
    assert not [gap for gap in silences(signal, RATE) if gap[0] < 6]
    octaves = bands(signal.T)
    assert octaves[2] >= -6, "low-mids (250 to 500 Hz) within 6 dB of the loudest octave"
    assert -24.5 <= octaves[6] <= -12, "4 to 8 kHz about 18 dB under the loudest octave"
    middle, side = signal.sum(axis=1) / 2, (signal[:, 0] - signal[:, 1]) / 2
    width = 10 * np.log10(np.square(side).mean() / np.square(middle).mean())
    assert -16 <= width <= -3, "side against middle"
    assert abs(signal.mean()) < 1e-4


def test_moods_differ_in_tempo_instruments_and_brightness() -> None:
    calm, bright = piece("calm", 7.0), piece("bright", 7.0)
    assert bright.facts["bpm"] > calm.facts["bpm"] * 1.4
    assert bright.facts["instruments"] != calm.facts["instruments"]
    assert centroid(heard(bright).T) > centroid(heard(calm).T) * 1.15
    assert bright.facts["events"] > calm.facts["events"] * 2


@pytest.mark.parametrize(
    ("seconds", "bpm"), [(0.4, 0.0), (1.0, 0.0), (3.0, 0.0), (6.0, 97.0), (7.777, 240.0), (3.3, 33.0)]
)
def test_exact_length_at_any_tempo(seconds: float, bpm: float) -> None:
    media = piece("playful", seconds, bpm=bpm)
    assert len(heard(media)) == round(seconds * RATE)
    assert media.facts["seconds"] == pytest.approx(seconds, abs=1e-4)
    assert media.facts["true_peak_db"] <= -1
    assert media.facts["beats"][0] == 0
    assert media.facts["sections"][-1]["end"] == pytest.approx(seconds, abs=1e-3)


@pytest.mark.parametrize(("mood", "seconds"), [("bright", 4.0), ("dreamy", 5.5)])
def test_a_loop_has_no_seam(mood: str, seconds: float) -> None:
    """The step over the seam, and the high frequencies around it, are like those anywhere else."""
    signal = heard(piece(mood, seconds, ending="loop"))
    assert len(signal) == round(seconds * RATE)
    steps = np.abs(np.diff(signal, axis=0)).max(axis=1)
    jump = float(np.abs(signal[0] - signal[-1]).max())
    assert jump <= np.quantile(steps, 0.999)
    around = np.concatenate([signal[-256:], signal[:256]])
    bend = np.abs(np.diff(around, 2, axis=0)).max(axis=1)[250:262]
    assert bend.max() <= 1.5 * np.abs(np.diff(signal, 2, axis=0)).max()
    assert not silences(signal, RATE)


def test_a_loop_keeps_its_level_over_the_seam() -> None:
    signal = heard(piece("dreamy", 5.5, ending="loop"))
    level = [np.sqrt(np.square(part).mean()) for part in (signal[-RATE // 4 :], signal[: RATE // 4])]
    assert 0.2 < level[0] / level[1] < 5


def test_a_cadence_rings_out() -> None:
    """The last chord is loud where it lands, and falls."""
    media = piece("warm", 7.0)
    signal = heard(media)
    ending = media.facts["sections"][-1]
    start = int(ending["start"] * RATE)
    level = [np.sqrt(np.square(part).mean()) for part in np.array_split(signal[start:], 4)]
    assert level[0] > 0.03
    assert level[0] > level[1] > level[2] > level[3]


def test_seeds_differ_in_sound() -> None:
    assert piece("warm", 3.0, 1).parts["wav"] != piece("warm", 3.0, 2).parts["wav"]
    assert piece("warm", 3.0, 1).parts["midi"] != piece("warm", 3.0, 2).parts["midi"]


def test_same_bytes_again_and_in_another_process() -> None:
    request = MusicRequest(mood="bold", seconds=3, seed=5)
    first, second = (next(iter(EmbeddedComposer(lambda d: b"").generate([request]))) for _ in range(2))
    assert first.parts == second.parts
    assert first.facts == second.facts
    code = (
        "import hashlib; from core.requests import MusicRequest; from tools.music.embedded.backend import EmbeddedComposer as C; "
        "[m] = C(bytes).generate([MusicRequest(mood='bold', seconds=3, seed=5)]); "
        "print(*(hashlib.sha256(m.parts[p]).hexdigest() for p in ('wav', 'midi')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [hashlib.sha256(first.parts[p]).hexdigest() for p in ("wav", "midi")]


def test_one_bad_item_fails_alone() -> None:
    requests = [MusicRequest(mood="sour", seconds=1), MusicRequest(mood="calm", seconds=1)]
    bad, good = EmbeddedComposer(lambda d: b"").generate(requests)
    assert "no such mood" in bad.failure and not bad.parts
    assert list(good.parts)[:2] == ["wav", "midi"]
