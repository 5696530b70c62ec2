"""The mixer as a backend: lengths, loudness, ducking, speech placed, failures by item."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import MissingBlob
from core.media import Media
from core.requests import SoundRequest
from tools.sound import wav
from tools.sound.backend import EmbeddedMixer
from tools.sound.duck import duck, lowering, spoken

RATE = wav.RATE


def encoded(signal: wav.Signal, rate: int) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, signal, rate, format="WAV", subtype="FLOAT")
    return out.getvalue()


def music(seconds: float) -> bytes:
    return encoded(np.random.default_rng(1).normal(0, 0.1, (round(seconds * RATE), 2)), RATE)


def speech(seconds: float, rate: int = 22050) -> bytes:
    """Bursts of noise with a voice's syllables, mono."""
    t = np.arange(round(seconds * rate)) / rate
    return encoded(np.random.default_rng(2).normal(0, 0.2, len(t)) * (0.2 + np.abs(np.sin(2 * np.pi * 2.5 * t))), rate)


BLOBS = {
    "m4": music(4),
    "m1": music(1),
    "s1": speech(1.2),
    "s9": speech(9),
    "bad": b"not sound",
    "still": encoded(np.zeros((RATE, 2)), RATE),
}


def read(digest: str) -> bytes:
    if digest not in BLOBS:
        raise MissingBlob("no such blob", which=digest)
    return BLOBS[digest]


def mixed(**asked: object) -> Media:
    [media] = EmbeddedMixer(read).generate([SoundRequest.model_validate(asked)])
    return media


@pytest.mark.parametrize(("bed", "voice"), [("m4", ""), ("", "s1"), ("m4", "s1"), ("m1", "s1"), ("m1", "s9")])
def test_exact_length_loudness_and_peak(bed: str, voice: str) -> None:
    media = mixed(music=bed, speech=voice, seconds=3.21, lufs=-16, peak_db=-1.5, speech_at=0.7)
    assert not media.failure
    signal, rate = wav.read(media.parts["wav"])
    assert (signal.shape, rate) == ((round(3.21 * RATE), 2), RATE)
    assert media.facts["lufs"] == pytest.approx(-16, abs=0.3)
    assert media.facts["true_peak_db"] <= -1.5


@settings(max_examples=5, deadline=None)
@given(st.floats(0.3, 3), st.floats(-23, -14), st.floats(0, 3))
def test_any_length_and_loudness(seconds: float, lufs: float, at: float) -> None:
    media = mixed(music="m4", speech="s1", seconds=seconds, lufs=lufs, speech_at=at)
    signal, _ = wav.read(media.parts["wav"])
    assert len(signal) == round(seconds * RATE)
    assert media.facts["lufs"] == pytest.approx(lufs, abs=0.3)
    assert media.facts["true_peak_db"] <= -1


@pytest.mark.parametrize("depth", [10.0, 11.0, 12.0])
def test_music_falls_by_the_asked_depth_under_speech(depth: float) -> None:
    bed, _ = wav.read(BLOBS["m4"])
    voice = np.zeros_like(bed)
    voice[RATE : 2 * RATE] = np.random.default_rng(3).normal(0, 0.2, (RATE, 2))
    ducked, measured = duck(bed, voice, RATE, depth)
    under = np.sqrt(np.square(ducked[RATE : 2 * RATE]).mean() / np.square(bed[RATE : 2 * RATE]).mean())
    assert -20 * np.log10(under) == pytest.approx(depth, abs=0.2)
    assert measured == pytest.approx(depth, abs=0.2)
    assert np.array_equal(ducked[: RATE // 2], bed[: RATE // 2])
    assert np.array_equal(ducked[int(2.6 * RATE) :], bed[int(2.6 * RATE) :])


def test_music_is_down_before_the_first_word_and_pauses_are_bridged() -> None:
    voice = np.zeros((4 * RATE, 2))
    burst = np.random.default_rng(3).normal(0, 0.2, (RATE // 2, 2))
    voice[RATE : RATE + len(burst)] = burst
    voice[2 * RATE : 2 * RATE + len(burst)] = burst
    spans = spoken(voice, RATE)
    assert spans == (pytest.approx((1.0, 2.5), abs=0.02),)
    down = lowering(spans, len(voice), RATE)
    assert down[RATE - 1] == 1.0
    assert down[int(0.85 * RATE)] == 0.0
    assert np.all(down[RATE : int(2.5 * RATE)] == 1.0)


def test_the_mixer_reports_its_ducking() -> None:
    facts = mixed(music="m4", speech="s1", seconds=4, speech_at=1).facts
    assert facts["duck_db"] == pytest.approx(11, abs=0.5)
    assert facts["speech_cut"] == 0
    assert mixed(music="m4", seconds=4).facts["duck_db"] == 0
    assert mixed(music="m4", speech="s9", seconds=4).facts["speech_cut"] == pytest.approx(5, abs=0.01)


def test_speech_stands_where_it_was_placed_and_in_the_middle() -> None:
    signal, _ = wav.read(mixed(speech="s1", seconds=4, speech_at=2).parts["wav"])
    assert np.abs(signal[: int(1.99 * RATE)]).max() < 1e-3
    assert np.abs(signal[int(2.05 * RATE) : 3 * RATE]).max() > 0.05
    assert np.array_equal(signal[:, 0], signal[:, 1])


def test_cut_music_is_faded() -> None:
    signal, _ = wav.read(mixed(music="m4", seconds=2).parts["wav"])
    assert np.abs(signal[-10:]).max() < 0.003


@pytest.mark.parametrize(("asked", "words"), [
    ({}, "nothing to mix"), ({"music": "bad"}, "cannot be read"), ({"speech": "gone"}, "no such blob"), ({"music": "still"}, "nothing to mix"),
])  # fmt: skip
def test_one_bad_item_fails_alone(asked: dict[str, str], words: str) -> None:
    good = SoundRequest(music="m1", seconds=1)
    first, second = EmbeddedMixer(read).generate([SoundRequest(seconds=1, **asked), good])
    assert words in first.failure and not first.parts
    assert second.parts["wav"]


def test_same_bytes_again_and_in_another_process() -> None:
    data = mixed(music="m4", speech="s1", seconds=2).parts["wav"]
    assert mixed(music="m4", speech="s1", seconds=2).parts["wav"] == data
    code = (
        "import hashlib, runpy, sys; space = runpy.run_path(sys.argv[1]); "
        "print(hashlib.sha256(space['mixed'](music='m4', speech='s1', seconds=2).parts['wav']).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", code, __file__], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(data).hexdigest()
