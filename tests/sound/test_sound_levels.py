"""Loudness, true peak, limiting and WAV bytes, against references."""

from __future__ import annotations

import io

import numpy as np
import pyloudnorm
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ToolFailure
from tools.sound import wav
from tools.sound.level import SILENT, db, loudness, true_peak
from tools.sound.mastering import limit, master
from tools.sound.measure import measure

RATE = wav.RATE


def noise(seconds: float, level: float = 0.1, seed: int = 0) -> wav.Signal:
    return np.random.default_rng(seed).normal(0, level, (round(seconds * RATE), 2))


@pytest.mark.parametrize("rate", [44100, 48000])
def test_loudness_agrees_with_pyloudnorms_meter(rate: int) -> None:
    signal = noise(6)[: 53 * rate // 10] * np.linspace(0, 1, 53 * rate // 10)[:, None]
    assert loudness(signal, rate) == pytest.approx(pyloudnorm.Meter(rate).integrated_loudness(signal), abs=0.02)


def test_a_full_scale_sine_at_997_hz_in_one_channel_is_minus_three_lufs() -> None:
    t = np.arange(RATE * 3) / RATE
    sine = np.stack([np.sin(2 * np.pi * 997 * t), np.zeros_like(t)], axis=1)
    assert loudness(sine, RATE) == pytest.approx(-3.01, abs=0.05)


def test_silence_and_very_short_sound_have_a_loudness() -> None:
    assert loudness(np.zeros((100, 2)), RATE) == SILENT
    assert SILENT < loudness(noise(0.05), RATE) < 0


def test_true_peak_sees_between_the_samples() -> None:
    t = np.arange(4800)
    sine = np.sin(np.pi / 2 * t + np.pi / 4)[:, None]
    assert np.abs(sine).max() == pytest.approx(0.7071, abs=1e-3)
    assert db(true_peak(sine)) == pytest.approx(0.0, abs=0.2)


def test_limiter_holds_its_ceiling_and_leaves_quiet_sound_alone() -> None:
    quiet = noise(0.5, 0.01)
    assert np.array_equal(limit(quiet, RATE, 0.5), quiet)
    held = limit(noise(0.5, 0.5), RATE, 0.5)
    assert np.abs(held).max() <= 0.5 + 1e-9


@settings(max_examples=6, deadline=None)
@given(st.floats(-24, -10), st.floats(-6, -0.5), st.integers(0, 99))
def test_master_meets_loudness_and_peak(lufs: float, peak_db: float, seed: int) -> None:
    swelling = noise(1, 0.2, seed) * (0.3 + np.abs(np.sin(np.linspace(0, 9, RATE))))[:, None]
    done = wav.write(master(swelling, RATE, lufs, peak_db))
    measured = measure(done)
    assert measured.true_peak_db <= peak_db + 1e-9
    if lufs <= peak_db - 12:
        assert measured.lufs == pytest.approx(lufs, abs=0.3)


def test_where_both_cannot_be_had_the_peak_wins() -> None:
    measured = measure(wav.write(master(noise(1), RATE, -5, -18)))
    assert measured.true_peak_db <= -18
    assert measured.lufs < -5


def test_silence_stays_silence() -> None:
    assert not np.any(master(np.zeros((RATE, 2)), RATE, -14, -1))


def test_wav_is_read_back_by_libsndfile_and_by_us() -> None:
    signal = noise(0.1)
    data = wav.write(signal)
    other, rate = soundfile.read(io.BytesIO(data))
    again, ours = wav.read(data)
    assert rate == ours == RATE
    assert np.array_equal(other, again)
    assert np.abs(again - np.clip(signal, -1, 1)).max() <= 1 / 32768
    assert wav.write(again) == data


def test_bytes_that_are_no_sound_are_refused() -> None:
    with pytest.raises(ToolFailure, match="cannot be read"):
        wav.read(b"RIFFnothing")


def test_measure_finds_gaps_and_clipping() -> None:
    signal = noise(2.0)
    signal[RATE // 2 : RATE] = 0
    signal[:3] = 1.0
    measured = measure(wav.write(signal))
    assert measured.silences == ((0.5, 1.0),)
    assert measured.clipped == 6
    assert measured.seconds == 2.0
