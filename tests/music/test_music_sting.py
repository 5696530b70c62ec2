"""A brand's notes: the same in every mood, as a sound logo and in the ending of a bed."""

from __future__ import annotations

import io
from itertools import pairwise

import mido
import numpy as np
import pytest

from core.errors import BadInput
from core.requests import MusicRequest
from core.vocab import MOODS
from tools.music.embedded import theory
from tools.music.embedded.backend import EmbeddedComposer
from tools.music.embedded.compose import compose
from tools.music.embedded.moods import mood as of_mood
from tools.music.embedded.score import Score
from tools.music.embedded.signature import signature
from tools.sound import wav
from tools.sound.measure import measure


def steps(notes: list[int]) -> list[int]:
    return [b - a for a, b in pairwise(notes)]


def tune(score: Score, since: float = 0.0) -> list[int]:
    return [n.pitch for n in score.notes if n.part == "lead" and n.start >= since]


def logo(mood: str, seed: int, seconds: float = 2.5, **more: float) -> MusicRequest:
    return MusicRequest.model_validate(
        {"mood": mood, "seconds": seconds, "ending": "sting", "motif_seed": seed, **more}
    )


def test_signatures_of_brands_differ_and_are_their_own_again() -> None:
    found = [signature(seed) for seed in range(1, 201)]
    assert found == [signature(seed) for seed in range(1, 201)]
    assert len({(s.pitches, s.starts) for s in found}) > 190
    for own in found:
        assert len(own.pitches) == len(own.starts) in (4, 5)
        assert len(set(own.pitches)) >= 3
        assert own.pitches[-1] in (0, 7, 12)
        assert list(own.starts) == sorted(set(own.starts))


@pytest.mark.parametrize("mood", MOODS)
def test_a_logo_is_the_same_tune_in_every_mood(mood: str) -> None:
    """Same steps, same key note, same rhythm; the instruments are the mood's."""
    own, score = signature(77), compose(logo(mood, 77))
    assert steps(tune(score)) == steps(list(own.pitches))
    assert {n.start for n in score.notes if n.part == "lead"} == set(own.starts)
    assert tune(score)[0] % 12 == (own.tonic + own.pitches[0]) % 12
    assert score.beats * 60 / score.bpm == pytest.approx(2.5)
    landing = score.sections[-1].start * 60 / score.bpm
    assert landing == pytest.approx(0.42 * 2.5)


@pytest.mark.parametrize("mood", ["warm", "epic", "playful"])
def test_a_bed_quotes_the_signature_over_its_last_chord(mood: str) -> None:
    own = signature(77)
    score = compose(MusicRequest(mood=mood, seconds=20, seed=5, motif_seed=77))
    landing = score.sections[-1].start
    assert steps(tune(score, landing - 0.2)[-len(own.pitches) :]) == steps(list(own.pitches))
    plain = compose(MusicRequest(mood=mood, seconds=20, seed=5))
    struck = [[n.start for n in s.notes if n.part == "drums" and n.start < landing - 0.2] for s in (plain, score)]
    assert struck[0] == struck[1], "the same piece in another key"
    last = max(n.start for n in score.notes if n.part == "lead")
    assert last < score.beats - 0.4 * (score.beats - landing), "struck before the fade is far gone"


@pytest.mark.parametrize(("mood", "seconds"), [("bright", 2.0), ("calm", 3.0)])
def test_a_logo_is_heard(mood: str, seconds: float) -> None:
    """Exact length, limited peak, loudest about its last note, silent at its end; MIDI holds the same tune."""
    [media] = EmbeddedComposer(lambda d: b"").generate([logo(mood, 9, seconds)])
    signal, _ = wav.read(media.parts["wav"])
    measured = measure(media.parts["wav"])
    assert len(signal) == round(seconds * wav.RATE)
    assert measured.true_peak_db <= -1.0
    assert measured.lufs == pytest.approx(-16, abs=0.5)
    assert measured.silences == ()
    assert np.abs(signal[-240:]).max() <= 2 / 32768
    landing = int(media.facts["landing"] * wav.RATE)
    around = np.sqrt(np.square(signal[landing : landing + 9600]).mean())
    assert around > 1.3 * np.sqrt(np.square(signal[: landing // 2]).mean())
    read = mido.MidiFile(file=io.BytesIO(media.parts["midi"]))
    lead = next(t for t in read.tracks if t.name.startswith("lead"))
    assert steps([m.note for m in lead if m.type == "note_on"]) == steps(list(signature(9).pitches))


def test_a_logo_keeps_a_tempo_that_was_asked_for_if_it_can() -> None:
    assert compose(logo("warm", 3, 3.0, bpm=120)).bpm == 120
    slow = compose(logo("warm", 3, 2.0, bpm=50))
    assert slow.sections[-1].start * 60 / slow.bpm < 1.5


@pytest.mark.parametrize("seconds", [0.5, 9.0])
def test_a_logo_of_another_length_is_refused(seconds: float) -> None:
    with pytest.raises(BadInput, match="sound logo"):
        compose(logo("warm", 3, seconds))


@pytest.mark.parametrize("mood", ("warm", "tense", "playful"))
@pytest.mark.parametrize("seed", (3, 77))
def test_a_brands_music_is_in_the_key_of_its_logo(mood: str, seed: int) -> None:
    bed = compose(MusicRequest(mood=mood, seconds=15, seed=5, motif_seed=seed))
    tonic = signature(seed).tonic
    assert bed.key == theory.key_name(tonic, of_mood(mood).scale)
    assert compose(logo(mood, seed)).key in [theory.key_name(tonic, scale) for scale in ("major", "minor")]
