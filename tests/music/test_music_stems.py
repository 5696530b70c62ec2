"""Stems that add up to the master, and the brand's motif in sting and bed."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from core.errors import BadInput
from core.media import Media
from core.requests import MusicRequest
from core.vocab import MOODS
from tools.music.embedded.backend import EmbeddedComposer
from tools.music.embedded.compose import compose
from tools.music.embedded.mixdown import LUFS, PEAK_DB, mixdown
from tools.music.embedded.moods import mood
from tools.music.embedded.motif import figure
from tools.sound import wav
from tools.sound.mastering import master
from tools.sound.measure import measure


@cache
def piece(**asked: float | str | bool) -> Media:
    [media] = EmbeddedComposer(lambda digest: b"").generate([MusicRequest.model_validate(asked)])
    assert not media.failure
    return media


def stems(media: Media) -> dict[str, wav.Signal]:
    return {name: wav.read(data)[0] for name, data in media.parts.items() if name.startswith("stem_")}


def decibels(error: wav.Signal, signal: wav.Signal) -> float:
    return float(10 * np.log10(np.square(error).mean() / np.square(signal).mean()))


@pytest.mark.parametrize("mood_name", ["bright", "calm"])
def test_stems_add_up_to_the_master_before_mastering(mood_name: str) -> None:
    """Mastering the sum of the FLAC files gives the WAV back, to 40 dB under it and better."""
    media = piece(mood=mood_name, seconds=6.0)
    parts = stems(media)
    assert set(parts) == {"stem_drums", "stem_bass", "stem_chords", "stem_melody"}
    finished, _ = wav.read(media.parts["wav"])
    total = np.sum(list(parts.values()), axis=0)
    assert total.shape == finished.shape
    assert np.abs(total).max() < 1
    assert all(np.square(part).mean() > 1e-6 for part in parts.values())
    assert decibels(master(total, wav.RATE, LUFS, PEAK_DB) - finished, finished) < -40


def test_a_stem_left_out_is_missed() -> None:
    media = piece(mood="bright", seconds=6.0)
    finished, _ = wav.read(media.parts["wav"])
    rest = np.sum([part for name, part in stems(media).items() if name != "stem_bass"], axis=0)
    assert decibels(master(rest, wav.RATE, LUFS, PEAK_DB) - finished, finished) > -10


def test_stems_of_a_loop_are_as_long_and_loop_too() -> None:
    score = compose(MusicRequest(mood="dreamy", seconds=5.5, ending="loop"))
    made = mixdown(score, mood("dreamy"), round(5.5 * wav.RATE), 1, loop=True)
    for stem in made.stems.values():
        assert stem.shape == (2, made.master.shape[0])
        steps = np.abs(np.diff(stem, axis=1)).max(axis=0)
        assert np.abs(stem[:, 0] - stem[:, -1]).max() <= max(steps)


def test_stems_can_be_left_out() -> None:
    assert list(piece(mood="warm", seconds=2.0, stems=False).parts) == ["wav", "midi"]


@pytest.mark.parametrize("name", MOODS)
def test_a_sting_is_the_brands_own_in_every_mood(name: str) -> None:
    """2.5 s, level, under the ceiling, the motif's notes and then the tonic on the last chord."""
    media = piece(mood=name, seconds=2.5, ending="sting", motif_seed=77)
    measured = measure(media.parts["wav"])
    assert measured.seconds == 2.5
    assert measured.lufs == pytest.approx(-16, abs=0.5)
    assert measured.true_peak_db <= -1
    assert not measured.silences or measured.silences[-1][0] > 1.8
    score = compose(MusicRequest(mood=name, seconds=2.5, ending="sting", motif_seed=77))
    lead = [n for n in score.notes if n.part == "lead"]
    rhythm, steps = figure(77)
    assert len(lead) == len(steps) + 1
    at = 0.0
    for note, length in zip(lead, (*rhythm, 0), strict=True):
        assert note.start == pytest.approx(at, abs=0.25)
        at += length
    rises = [np.sign(b.pitch - a.pitch) for a, b in zip(lead[:-1], lead[1:-1], strict=False)]
    assert rises == [np.sign(b - a) for a, b in zip(steps, steps[1:], strict=False)]


def test_a_bed_quotes_the_same_motif_before_its_last_chord() -> None:
    sting = compose(MusicRequest(mood="warm", seconds=2.5, ending="sting", motif_seed=5))
    bed = compose(MusicRequest(mood="warm", seconds=15, motif_seed=5))
    last = next(s.start for s in bed.sections if s.name == "ending")
    motif = [n.pitch for n in sting.notes if n.part == "lead"][:-1]
    quoted = [n.pitch for n in bed.notes if n.part == "lead" and last - 2.2 < n.start < last - 0.1]
    assert [p % 12 for p in quoted[-len(motif) :]] == [p % 12 for p in motif]
    plain = compose(MusicRequest(mood="warm", seconds=15))
    assert [n for n in plain.notes if n.start < 8] == [n for n in bed.notes if n.start < 8]


def test_motifs_differ_between_brands_and_end_away_from_the_tonic() -> None:
    found = {figure(seed) for seed in range(1, 101)}
    assert len(found) > 85
    assert all(steps[-1] % 7 for _, steps in found)
    assert all(sum(rhythm) == 2 and len(rhythm) == len(steps) for rhythm, steps in found)


@pytest.mark.parametrize("seconds", [0.5, 7.0])
def test_a_sting_has_a_stings_length(seconds: float) -> None:
    with pytest.raises(BadInput, match="length of a sting"):
        compose(MusicRequest(mood="warm", seconds=seconds, ending="sting"))


@pytest.mark.parametrize("name", MOODS)
def test_facts_tell_where_a_film_may_cut(name: str) -> None:
    """Downbeats are one bar apart until the last chord, which is one of them."""
    facts = piece(mood=name, seconds=7.0).facts
    bar = facts["meter"] * facts["beat_seconds"]
    assert facts["first_beat"] == 0 == facts["bars"][0]
    assert facts["bars"][-1] == facts["last_chord"] < 7
    assert np.diff(facts["bars"])[:-1] == pytest.approx(bar, abs=1e-3)
