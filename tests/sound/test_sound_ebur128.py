"""Mixes of real music and of speech over it, measured by another program: ffmpeg's ebur128."""

from __future__ import annotations

import re
import subprocess
from functools import cache

import numpy as np
import pytest

from core.media import Media
from core.requests import MusicRequest, SoundRequest
from core.vocab import MOODS
from tools.music.embedded.backend import EmbeddedComposer
from tools.sound import wav
from tools.sound.backend import EmbeddedMixer
from tools.sound.duck import duck, spoken
from tools.sound.mix import MUSIC_LUFS, SPEECH_LUFS, levelled, loaded, placed

RATE = wav.RATE


@cache
def music(mood: str, seconds: float) -> bytes:
    [media] = EmbeddedComposer(lambda d: b"").generate([MusicRequest(mood=mood, seconds=seconds, seed=2)])
    return media.parts["wav"]


@cache
def voice(seconds: float) -> bytes:
    """Harmonics under moving formants, in syllables and phrases: a voice's spectrum and its gaps."""
    t = np.arange(round(seconds * RATE)) / RATE
    glide = 110 * (1 + 0.06 * np.sin(2 * np.pi * 0.7 * t))
    phase = 2 * np.pi * np.cumsum(glide) / RATE
    formant = 600 + 300 * np.sin(2 * np.pi * 1.3 * t)
    tone = sum(
        np.sin(k * phase) * (np.exp(-(((k * glide - formant) / 250) ** 2)) + 0.25 * k**-1.0) for k in range(1, 28)
    )
    syllables = np.clip(np.sin(2 * np.pi * 2.2 * t), 0, 1) ** 0.6 * ((t % 4) < 3.1)
    return wav.write((0.15 * tone * syllables)[:, None])


def mixed(mood: str, seconds: float, speech: float = 0.0) -> tuple[Media, bytes]:
    blobs = {"m": music(mood, seconds), "s": voice(speech) if speech else b""}
    request = SoundRequest(music="m", speech="s" if speech else "", seconds=seconds, speech_at=0.6 if speech else 0.0)
    [media] = EmbeddedMixer(blobs.__getitem__).generate([request])
    assert not media.failure
    return media, media.parts["wav"]


def ebur128(data: bytes) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP, as ffmpeg says."""
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", "pipe:0", "-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(command, input=data, capture_output=True, check=True).stderr.decode()
    summary = said[said.rindex("Summary:") :]
    found = [float(re.search(rf"{name}:\s+(-?[0-9.]+)", summary)[1]) for name in ("I", "Peak")]  # type: ignore[index]
    return found[0], found[1]


@pytest.mark.needs("ffmpeg")
@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("speech", [0.0, 5.5])
def test_another_meter_agrees_for_every_mood(mood: str, speech: float) -> None:
    """-14 LUFS within 0.5, true peak at most -1 dBTP, with and without a voice."""
    media, data = mixed(mood, 8.0, speech)
    lufs, peak = ebur128(data)
    assert lufs == pytest.approx(-14, abs=0.5)
    assert peak <= -1.0 + 0.05, "ebur128 prints one decimal"
    assert media.facts["lufs"] == pytest.approx(lufs, abs=0.15)


@pytest.mark.needs("ffmpeg")
@pytest.mark.parametrize(("mood", "seconds"), [("bold", 2.5), ("calm", 20.0), ("bright", 30.0)])
def test_another_meter_agrees_at_other_lengths(mood: str, seconds: float) -> None:
    lufs, peak = ebur128(mixed(mood, seconds, max(1.2, seconds - 3))[1])
    assert lufs == pytest.approx(-14, abs=0.5)
    assert peak <= -0.95


@pytest.mark.parametrize("mood", MOODS)
def test_speech_stands_ten_decibels_above_the_bed(mood: str) -> None:
    """While it is spoken, in K-weighted level, measured on the two tracks that the mix adds."""
    from tools.sound.level import loudness

    length = round(8 * RATE)
    bed = levelled(loaded(music(mood, 8.0)), MUSIC_LUFS)
    said, _ = placed(levelled(loaded(voice(5.5), mono=True), SPEECH_LUFS), length, 0.6)
    ducked, fell = duck(bed, said, RATE, 11.0)
    assert fell == pytest.approx(11, abs=0.5)
    spans = [slice(int(a * RATE), int(b * RATE)) for a, b in spoken(said, RATE)]
    under = loudness(np.concatenate([ducked[s] for s in spans]), RATE)
    over = loudness(np.concatenate([said[s] for s in spans]), RATE)
    assert over - under >= 10
    after = ducked[int(7 * RATE) : int(7.4 * RATE)]
    assert np.square(after).mean() == pytest.approx(np.square(bed[int(7 * RATE) : int(7.4 * RATE)]).mean(), rel=0.05)
