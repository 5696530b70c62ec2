"""Voices placed along a film: where they stand, how loud the whole is by another meter, what lies between them."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import MissingBlob
from core.media import Media
from core.requests import Placed, SoundRequest
from tests.sound.test_sound_ebur128 import ebur128, music, voice
from tools.sound import wav
from tools.sound.backend import EmbeddedMixer
from tools.sound.level import _weighting, loudness
from tools.sound.mastering import limit
from tools.sound.narration import _limited, _mastered

RATE = wav.RATE


def read(digest: str) -> bytes:
    kinds = {"v1": lambda: voice(1.5), "v2": lambda: voice(2.5), "m": lambda: music("calm", 8.0), "bad": lambda: b"bad"}
    if digest == "still":
        return wav.write(np.zeros((RATE, 1)))
    if digest not in kinds:
        raise MissingBlob("no such blob", which=digest)
    return kinds[digest]()


def mixed(*voices: tuple[str, float], **more: object) -> Media:
    placed = tuple(Placed(audio=audio, at=at) for audio, at in voices)
    [media] = EmbeddedMixer(read).generate([SoundRequest.model_validate({"voices": placed, **more})])
    return media


def test_each_voice_stands_at_its_second_with_silence_between() -> None:
    media = mixed(("v1", 1.0), ("v2", 5.0), seconds=9.0)
    signal, rate = wav.read(media.parts["wav"])
    assert (rate, signal.shape) == (RATE, (9 * RATE, 2))
    assert np.array_equal(signal[:, 0], signal[:, 1])
    assert np.abs(signal[: int(0.98 * RATE)]).max() < 1e-3
    assert np.abs(signal[RATE : 2 * RATE]).max() > 0.05
    assert np.abs(signal[int(3.0 * RATE) : int(4.98 * RATE)]).max() < 1e-3
    assert np.abs(signal[5 * RATE : 6 * RATE]).max() > 0.05
    assert media.facts["duck_db"] == 0 and media.facts["speech_cut"] == 0


@pytest.mark.needs("ffmpeg")
@pytest.mark.parametrize("lufs", [-14.0, -16.0, -23.0])
@pytest.mark.parametrize("bed", ["", "m"])
def test_another_meter_agrees(lufs: float, bed: str) -> None:
    media = mixed(("v1", 0.5), ("v2", 3.0), ("v1", 6.2), seconds=8.0, lufs=lufs, music=bed)
    heard, peak = ebur128(media.parts["wav"])
    assert heard == pytest.approx(lufs, abs=0.3)
    assert peak <= -0.95
    assert media.facts["lufs"] == pytest.approx(heard, abs=0.15)


def test_music_is_ducked_under_every_voice() -> None:
    media = mixed(("v1", 2.0), ("v2", 5.0), seconds=8.0, music="m")
    assert media.facts["duck_db"] == pytest.approx(11, abs=0.5)


def test_speech_beside_voices_is_one_of_them() -> None:
    one = mixed(("v1", 1.0), ("v2", 4.0), seconds=8.0)
    other = mixed(("v1", 1.0), seconds=8.0, speech="v2", speech_at=4.0)
    assert one.parts["wav"] == other.parts["wav"]


def test_what_finds_no_room_is_told() -> None:
    assert mixed(("v1", 0.0), ("v2", 3.0), seconds=4.0).facts["speech_cut"] == pytest.approx(1.5, abs=0.01)
    assert mixed(("v1", 0.0), ("v2", 30.0), seconds=4.0).facts["speech_cut"] == pytest.approx(2.5, abs=0.01)


@pytest.mark.parametrize(
    ("audio", "words"), [("bad", "cannot be read"), ("gone", "no such blob"), ("still", "nothing to mix")]
)
def test_one_bad_voice_fails_alone(audio: str, words: str) -> None:
    good = SoundRequest(voices=(Placed(audio="v1", at=0.0),), seconds=2)
    first, second = EmbeddedMixer(read).generate([SoundRequest(voices=(Placed(audio=audio, at=0.0),), seconds=2), good])
    assert words in first.failure and not first.parts
    assert second.parts["wav"]


def test_the_same_bytes_again() -> None:
    assert (
        mixed(("v1", 0.3), seconds=3.0, music="m").parts["wav"]
        == mixed(("v1", 0.3), seconds=3.0, music="m").parts["wav"]
    )


def test_stretches_join_without_a_seam() -> None:
    """The limiter in stretches gives what it gives over the whole, to 1e-4."""
    signal = np.random.default_rng(4).normal(0, 0.4, ((1 << 20) + 200_000, 1)).astype(np.float32)
    out = np.empty_like(signal)
    _limited(signal, 1.3, 0.8, out)
    whole = limit(signal.astype(np.float64) * 1.3, RATE, 0.8)
    assert np.abs(out - whole).max() < 1e-4
    assert np.abs(out).max() <= 0.8 + 1e-6


def test_loudness_in_stretches_is_loudness_at_once() -> None:
    from scipy.signal import sosfilt

    signal = np.random.default_rng(5).normal(0, 0.1, ((1 << 20) * 2 + 777, 2))
    step, count = int(0.4 * RATE) // 4, len(signal) // (int(0.4 * RATE) // 4)
    power = np.zeros(count)
    for channel in signal.T:
        rows = sosfilt(_weighting(RATE), np.ascontiguousarray(channel))[: count * step].reshape(count, step)
        power += np.einsum("ij,ij->i", rows, rows)
    blocks = np.convolve(power, np.ones(4), mode="valid") / (step * 4)
    kept = blocks[blocks > blocks.mean() / 10]
    assert loudness(signal, RATE) == float(-0.691 + 10 * np.log10(kept.mean()))


def test_silence_stays_silence() -> None:
    assert not _mastered(np.zeros((RATE, 1), np.float32), -14, -1).any()
