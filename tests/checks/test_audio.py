"""Loudness, peaks, clipping and dead air, against a second meter."""

from __future__ import annotations

import numpy as np
import pytest

from core.findings import Finding, Severity
from tests.checks.clips import RATE, at_lufs, tone, wav
from tools.checks.audio import clips, gaps, loudness, true_peak


def noise(seconds: float) -> np.ndarray:
    return np.random.default_rng(7).normal(0, 0.05, (round(seconds * RATE), 2)).clip(-0.2, 0.2)


def told(findings: tuple[Finding, ...]) -> str:
    return "; ".join(f"{f.severity} {f.evidence}" for f in findings)


def test_a_mix_at_its_target_passes() -> None:
    assert loudness(wav(at_lufs(noise(4), -18)), lufs=-18) == ()


@pytest.mark.parametrize("off", [-1.0, 1.0])
def test_a_mix_off_its_target_is_told(off: float) -> None:
    (finding,) = loudness(wav(at_lufs(noise(4), -20 + off)), lufs=-20)
    assert finding.severity is Severity.WARN and f"loudness is {-20 + off:.1f}"[:15] in finding.evidence


def test_clipping_is_blocked() -> None:
    samples = (tone(2, 1.6)).clip(-1, 1)
    findings = loudness(wav(samples), lufs=-3, tolerance=20)
    assert findings[0].severity is Severity.BLOCK and "clipped stretches" in findings[0].evidence
    assert clips(tone(1, 0.99)[:, None]) == []


def test_peaks_between_samples_count() -> None:
    # A quarter of the sampling rate, sampled off its crests: each sample is 0.707 of the true peak.
    wave = 0.99 * np.sin(np.pi / 2 * np.arange(RATE) + np.pi / 4)
    assert float(np.abs(wave).max()) < 0.71
    assert true_peak(wave[:, None]) == pytest.approx(-0.09, abs=0.2)
    assert "true peak" in told(loudness(wav(wave), lufs=-3, tolerance=20))


def test_dead_air_has_a_time() -> None:
    samples = np.concatenate([tone(1), np.zeros(3 * RATE), tone(1)])
    assert gaps(samples[:, None], RATE, 2.0) == [(1.0, 4.0)]
    assert "no sound from 1.0 to 4.0 s" in told(loudness(wav(samples), lufs=-17, tolerance=20))
    assert gaps(np.concatenate([tone(1), np.zeros(RATE), tone(1)])[:, None], RATE, 2.0) == []


def test_silence_is_off_target_and_short_sounds_have_no_loudness() -> None:
    assert "loudness is -inf" in told(loudness(wav(np.zeros(RATE)), gap=9))
    assert loudness(wav(tone(0.2, 0.5)), lufs=-40) == ()
