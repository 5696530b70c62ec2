"""What is composed: form, tune, MIDI. No sound is made here."""

from __future__ import annotations

import io

import mido
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from core.requests import MusicRequest
from core.vocab import MOODS
from tools.music.embedded import midi, theory
from tools.music.embedded.compose import compose
from tools.music.embedded.moods import mood
from tools.music.embedded.percussion import SOUNDS
from tools.music.embedded.score import PARTS, Score
from tools.music.embedded.synth import INSTRUMENTS

_TONICS = {theory.key_name(t, ""): t for t in range(12)}


def song(score: Score) -> mido.MidiFile:
    return mido.MidiFile(file=io.BytesIO(midi.write(score, "a piece")))


@pytest.mark.parametrize("name", MOODS)
def test_every_mood_is_complete(name: str) -> None:
    style = mood(name)
    for line in (*style.theme, *style.contrast, style.cadence, (style.last,)):
        assert all(theory.chord(token, 0, style.scale).classes for token in line)
    for palette in style.palettes:
        assert set(palette) == set(PARTS) - {"drums"}
        assert set(palette.values()) <= set(INSTRUMENTS)
    assert all(len(p.split()) % style.meter == 0 for p in (*style.keys, *style.bass))
    assert all(sum(map(abs, r)) == style.meter for r in style.rhythms)
    drums = style.drums
    for pattern in (drums.light, drums.full):
        assert set(pattern) <= set(SOUNDS)
        assert {len(steps) for steps in pattern.values()} <= {style.meter * 4}
    assert all(set(f) <= set(SOUNDS) and {len(s) for s in f.values()} == {4} for f in drums.fills)


@pytest.mark.parametrize("name", MOODS)
def test_a_half_minute_has_a_form_a_tune_and_a_cadence(name: str) -> None:
    score = compose(MusicRequest(mood=name, seconds=30, seed=4))
    low, high = mood(name).tempo
    assert low * 0.97 <= score.bpm <= high * 1.03
    assert [s.name for s in score.sections][0] == "intro"
    assert [s.name for s in score.sections][-2:] == ["peak", "ending"]
    assert all(a.end == b.start for a, b in zip(score.sections, score.sections[1:], strict=False))
    assert score.beats * 60 / score.bpm == pytest.approx(30)
    tune = [n for n in score.notes if n.part == "lead"]
    assert len(tune) >= 8
    assert len({n.pitch for n in tune}) >= 4
    leaps = [abs(a.pitch - b.pitch) for a, b in zip(tune, tune[1:], strict=False)]
    assert max(leaps) <= 14
    assert sum(leap <= 4 for leap in leaps) >= len(leaps) / 2
    tonic = theory.chord(mood(name).last, _TONICS[score.key.rsplit(" ", 1)[0] + " "], mood(name).scale).root
    assert tune[-1].pitch % 12 == tonic
    assert [n for n in score.notes if n.part == "bass"][-1].pitch % 12 == tonic


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(MOODS), st.floats(3, 40), st.one_of(st.just(0.0), st.floats(30, 240)),
    st.sampled_from(["cadence", "loop"]), st.integers(0, 2**31 - 1),
)  # fmt: skip
def test_any_length_and_tempo_fits(name: str, seconds: float, bpm: float, ending: str, seed: int) -> None:
    score = compose(MusicRequest(mood=name, seconds=seconds, bpm=bpm, ending=ending, seed=seed))
    assert score.beats * 60 / score.bpm == pytest.approx(seconds)
    assert all(0 <= n.start <= score.beats and n.beats > 0 and 0 < n.velocity < 128 for n in score.notes)
    assert {n.part for n in score.notes} >= {"pad", "keys", "bass"}
    if ending == "loop":
        assert score.beats == pytest.approx(round(score.beats))
    else:
        last = score.sections[-1]
        assert last.name == "ending"
        assert 0.4 <= (last.end - last.start) * 60 / score.bpm <= 8
    if bpm and ending == "cadence":
        assert score.bpm == pytest.approx(bpm if 48 <= bpm <= 200 else bpm * 2 if bpm < 48 else bpm / 2)


@pytest.mark.parametrize("name", ["warm", "elegant", "tense"])
def test_midi_is_type_one_with_tempo_metre_and_every_note(name: str) -> None:
    score = compose(MusicRequest(mood=name, seconds=20, bpm=100, seed=2))
    read = song(score)
    messages = [m for track in read.tracks for m in track]
    assert read.type == 1
    assert [m.tempo for m in messages if m.type == "set_tempo"] == [600_000]
    assert [m.numerator for m in messages if m.type == "time_signature"] == [score.meter]
    assert sum(m.type == "note_on" for m in messages) == len(score.notes)
    assert sum(m.type == "note_off" for m in messages) == len(score.notes)
    assert read.length == pytest.approx(20, abs=0.6)
    assert {m.channel for m in messages if m.type == "program_change"} <= set(range(5))


def test_midi_bytes_are_the_same_again() -> None:
    request = MusicRequest(mood="bold", seconds=12)
    assert midi.write(compose(request), "a") == midi.write(compose(request), "a")


def test_seeds_differ() -> None:
    scores = [compose(MusicRequest(mood="warm", seconds=15, seed=s)) for s in range(8)]
    tunes = {tuple(n.pitch for n in s.notes if n.part == "lead") for s in scores}
    assert len(tunes) == 8
    assert len({s.key for s in scores}) > 1


def test_unknown_mood_and_ending_are_refused() -> None:
    with pytest.raises(BadInput, match="no such mood"):
        compose(MusicRequest(mood="sour", seconds=5))
    with pytest.raises(BadInput, match="no such ending"):
        compose(MusicRequest(mood="warm", seconds=5, ending="abrupt"))
