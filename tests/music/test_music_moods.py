"""The ten moods at a quarter of a minute: each is finished music, and no two are alike. Everything here is measured on the sound."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from scipy.signal import find_peaks, stft

from core.media import Media
from core.requests import MusicRequest
from core.vocab import MOODS
from tools.music.embedded.backend import EmbeddedComposer
from tools.music.embedded.compose import compose
from tools.music.embedded.moods import mood
from tools.music.embedded.theory import SCALES
from tools.music.embedded.tone import bands, centroid
from tools.sound import wav

RATE = wav.RATE
SECONDS = 15.0


@cache
def piece(name: str) -> Media:
    [media] = EmbeddedComposer(lambda digest: b"").generate([MusicRequest(mood=name, seconds=SECONDS, seed=8)])
    assert not media.failure
    return media


@cache
def heard(name: str) -> wav.Signal:
    return wav.read(piece(name).parts["wav"])[0]


def onsets(signal: wav.Signal) -> float:
    """Strokes a second that are heard: peaks of the flux of a logarithmic spectrum."""
    _, _, z = stft(signal.mean(axis=1), RATE, nperseg=2048, noverlap=1536)
    flux = np.maximum(0, np.diff(np.log1p(200 * np.abs(z)), axis=1)).sum(axis=0)
    peaks, _ = find_peaks(flux, height=float(np.median(flux) * 1.6), distance=6)
    return len(peaks) / (len(signal) / RATE)


def width(signal: wav.Signal) -> float:
    """Energy of the sides against the middle in dB."""
    middle, side = signal.sum(axis=1) / 2, (signal[:, 0] - signal[:, 1]) / 2
    return float(10 * np.log10(np.square(side).sum() / np.square(middle).sum()))


def frames(signal: wav.Signal, seconds: float) -> np.ndarray:
    """Level in dBFS of each stretch of ``seconds``."""
    step = round(seconds * RATE)
    whole = len(signal) // step
    return 10 * np.log10(np.square(signal[: whole * step]).reshape(whole, -1).mean(axis=1) + 1e-12)


@pytest.mark.parametrize("name", MOODS)
def test_balance_and_width_of_finished_records(name: str) -> None:
    octaves = bands(heard(name).T)
    assert octaves[2] >= -6, "low-mids (250 to 500 Hz) within 6 dB of the loudest octave"
    assert -22.5 <= octaves[6] <= -13.5, "4 to 8 kHz about 18 dB under the loudest octave"
    assert -14 <= width(heard(name)) <= -6


@pytest.mark.parametrize("name", MOODS)
def test_it_builds_and_lands_on_the_cut(name: str) -> None:
    """An introduction quieter than the peak; a last chord that is struck, rings, and ends with the film."""
    signal, facts = heard(name), piece(name).facts
    names = [s["name"] for s in facts["sections"]]
    assert names[0] == "intro" and names[-2:] == ["peak", "ending"]
    intro, peak = facts["sections"][0], facts["sections"][-2]
    loud = [float(np.square(signal[int(s["start"] * RATE) : int(s["end"] * RATE)]).mean()) for s in (intro, peak)]
    assert 10 * np.log10(loud[1] / loud[0]) > 1.5
    assert SECONDS - 5.5 < facts["landing"] < SECONDS - 1.2
    ring = frames(signal[int(facts["landing"] * RATE) :], 0.1)
    silent = 0.1 * (len(ring) - 1 - int(np.flatnonzero(ring > -55)[-1]))
    assert silent <= 0.5, "no dead air before the cut"
    assert ring[-1] < -35, "and no chopped tail"
    assert np.abs(signal[-48:]).max() < 0.002


@pytest.mark.parametrize("seconds", [6, 15, 20, 30, 60])
@pytest.mark.parametrize("name", MOODS)
def test_the_last_chord_has_room_at_every_length(name: str, seconds: int) -> None:
    """Struck inside the film, on a bar or half a bar, with a ring of 1.2 to 6.5 seconds."""
    score = compose(MusicRequest(mood=name, seconds=seconds, seed=8))
    beats = score.sections[-1].start
    assert 1.2 <= seconds - beats * 60 / score.bpm <= 6.5
    assert beats * 2 % score.meter == 0
    last = [n for n in score.notes if n.start >= beats - 0.1]
    assert {n.part for n in last} >= {"pad", "keys", "bass"}
    assert max(n.start for n in last) * 60 / score.bpm < seconds - 0.5


def test_moods_differ_by_tempo_mode_metre_strokes_and_brightness() -> None:
    """Any two moods are told apart by at least two measures; major against minor counts as two."""
    measured = {
        name: (
            np.log2(piece(name).facts["bpm"]) / 0.15,
            2.0 * (SCALES[mood(name).scale][2] == 3) + 0.5 * float(mood(name).scale in ("lydian", "phrygian", "dorian")),
            float(piece(name).facts["meter"]),
            np.log2(piece(name).facts["events"] / SECONDS) / 0.5,
            onsets(heard(name)) / 0.8,
            np.log2(centroid(heard(name).T)) / 0.08,
            bands(heard(name).T)[6] / 1.2,
        )
        for name in MOODS
    }  # fmt: skip
    for one, other in combinations(MOODS, 2):
        apart = [abs(a - b) for a, b in zip(measured[one], measured[other], strict=True)]
        told = sum(2 * (d >= 1) + (0.5 <= d < 1) if i == 1 else d >= 1 for i, d in enumerate(apart))
        assert told >= 2, (one, other, measured[one], measured[other])


def test_lively_moods_strike_more_often_than_quiet_ones() -> None:
    lively = [onsets(heard(name)) for name in ("bright", "playful", "tense")]
    quiet = [onsets(heard(name)) for name in ("calm", "dreamy")]
    assert min(lively) > max(quiet)
    assert np.mean(lively) > 1.4 * np.mean(quiet)
