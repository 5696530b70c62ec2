"""The stems of a piece: what they hold, that they add up, and that cuts can be put on its beat."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy.signal import butter, sosfilt

from core.media import MEDIA_TYPES, Media
from core.requests import MusicRequest
from tools.music.embedded.backend import EmbeddedComposer
from tools.music.embedded.bus import STEMS
from tools.music.embedded.compose import compose
from tools.music.embedded.mixdown import mixdown
from tools.music.embedded.moods import mood
from tools.music.embedded.score import PARTS
from tools.sound import wav
from tools.sound.level import loudness

RATE = wav.RATE


@cache
def piece(name: str, seconds: float, ending: str = "cadence") -> Media:
    [media] = EmbeddedComposer(lambda digest: b"").generate(
        [MusicRequest(mood=name, seconds=seconds, seed=3, ending=ending)]
    )
    assert not media.failure
    return media


def stems(media: Media) -> dict[str, wav.Signal]:
    return {name: wav.read(data)[0] for name, data in media.parts.items() if name.startswith("stem_")}


def below(signal: wav.Signal, reference: wav.Signal) -> float:
    """Level of a signal in dB against another."""
    return float(10 * np.log10(np.square(signal).sum() / np.square(reference).sum()))


def _unsteady(signal: wav.Signal) -> float:
    """How far the level of 20 ms frames varies, in dB."""
    frames = np.square(signal[: len(signal) // 960 * 960]).reshape(-1, 1920).mean(axis=1)
    return float(np.std(10 * np.log10(frames[frames > 1e-7])))


def test_every_part_of_a_score_is_in_one_stem() -> None:
    assert sorted(part for parts in STEMS.values() for part in parts) == sorted(PARTS)
    assert set(STEMS) <= set(MEDIA_TYPES)


@pytest.mark.parametrize("ending", ["cadence", "loop"])
def test_stems_are_flac_as_long_as_the_piece(ending: str) -> None:
    media = piece("bright", 6.0, ending)
    assert list(media.parts) == ["wav", "midi", *STEMS]
    assert all(media.parts[name][:4] == b"fLaC" for name in STEMS)
    assert {s.shape for s in stems(media).values()} == {(288_000, 2)}


@pytest.mark.parametrize(("name", "ending"), [("calm", "cadence"), ("elegant", "cadence"), ("dreamy", "loop")])
def test_stems_add_up_to_the_piece(name: str, ending: str) -> None:
    """To within -40 dB, at the same level; the master takes what lies under 25 Hz, and nothing here is limited."""
    media = piece(name, 6.0, ending)
    finished, _ = wav.read(media.parts["wav"])
    whole = sum(stems(media).values(), np.zeros_like(finished))
    around = np.concatenate([whole, whole]) if ending == "loop" else whole
    whole = sosfilt(butter(2, 25, "high", fs=RATE, output="sos"), around, axis=0)[-len(whole) :]
    gain = float((whole * finished).sum() / np.square(whole).sum())
    assert 20 * np.log10(gain) == pytest.approx(0, abs=0.8)
    assert below(whole * gain - finished, finished) < -40


def test_each_stem_is_its_own_part_of_the_mix() -> None:
    """Drums strike, the bass lies low, and no stem is another's copy."""
    found = stems(piece("bright", 6.0))
    low = {n: below(sosfilt(butter(4, 160, fs=RATE, output="sos"), s, axis=0), s) for n, s in found.items()}
    assert low["stem_bass"] > low["stem_melody"] + 10
    shake = {n: _unsteady(s) for n, s in found.items()}
    assert shake["stem_drums"] > shake["stem_chords"]
    names = sorted(found)
    flat = np.array([found[n].mean(axis=1) for n in names])
    assert np.abs(np.corrcoef(flat) - np.eye(len(names))).max() < 0.5


def test_no_stem_clips_though_the_mix_is_limited() -> None:
    request = MusicRequest(mood="bold", seconds=6, seed=3)
    mixed = mixdown(compose(request), mood("bold"), wav.samples(6), 3, loop=False)
    assert all(np.abs(s).max() <= 0.981 for s in mixed.stems.values())
    assert all(loudness(s, RATE) < -15 for s in mixed.stems.values())


def test_facts_give_a_grid_for_cuts() -> None:
    """Beats and bars start at the first beat; a stroke is heard at the landing of the last chord."""
    media = piece("bold", 12.0)
    facts = media.facts
    assert facts["first_beat"] == facts["beats"][0] == facts["bars"][0] == 0.0
    assert set(facts["bars"]) <= set(facts["beats"])
    assert np.diff(facts["beats"]) == pytest.approx(60 / facts["bpm"], abs=2e-4)
    assert facts["bars"][-1] < facts["landing"] == facts["sections"][-1]["start"] < 12
    drums = stems(media)["stem_drums"]
    at = int(facts["landing"] * RATE)
    strong = [np.square(part).mean() for part in (drums[at - 2400 : at - 960], drums[at : at + 4800])]
    assert strong[1] > 4 * strong[0]
    assert piece("dreamy", 6.0, "loop").facts["landing"] is None
