"""English by flite: words told in its sounds, the same contract as espeak-ng, and espeak-ng for what it cannot say."""

from __future__ import annotations

import shutil
from itertools import pairwise

import numpy as np
import pytest

from core.requests import SpeechRequest, Timing
from tools.speech.embedded import available, flite
from tools.speech.embedded.backend import EmbeddedSpeaker

TEXT = "Pack it on Friday; of the day, come home charged. It costs twenty-nine dollars and fifty cents."


def test_words_are_found_where_sounds_change_a_little() -> None:
    """Said alone "the" is "dh iy", in a phrase "dh ax"; a pause belongs to no word."""
    words = [["dh", "iy"], ["l", "ae", "m", "p"], ["g", "l", "ow", "z"]]
    whole = [("pau", 0.2), ("dh", 0.25), ("ax", 0.3), ("l", 0.4), ("ae", 0.5), ("m", 0.6), ("p", 0.7), ("pau", 0.9),
             ("g", 1.0), ("l", 1.1), ("ow", 1.2), ("z", 1.3), ("pau", 1.5)]  # fmt: skip
    assert flite.aligned(words, whole) == [0.2, 0.3, 0.9]


def test_it_is_for_english_and_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert flite.voice_for("en-GB", "") == flite.DEFAULT
    assert flite.voice_for("en", "flite-slt") == "flite-slt"
    assert flite.voice_for("de", "") == flite.voice_for("en", "en-us+f5") == ""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert flite.voice_for("en", "") == ""


@pytest.mark.needs("flite")
def test_every_word_has_a_start_in_order() -> None:
    said = flite.say(TEXT, "flite-rms", 150)
    assert [TEXT[at:].split()[0] for at, _ in said.anchors] == TEXT.split()
    starts = [moment for _, moment in said.anchors]
    assert all(a < b for a, b in pairwise(starts))
    assert 0 < starts[0] < 0.5 and starts[-1] < len(said.samples) / said.hz
    level = np.abs(said.samples)
    for before, after in (("charged.", "It"), ("Friday;", "of")):
        at = starts[TEXT.split().index(after)]
        quiet = level[round((at - 0.05) * said.hz) : round((at - 0.01) * said.hz)]
        assert quiet.max() < 0.25 * level.max(), f"a rest between {before} and {after}"


@pytest.mark.needs("flite")
def test_its_pace_is_the_one_asked_for() -> None:
    slow, fast = (len(flite.say(TEXT, "flite-rms", rate).samples) for rate in (120, 200))
    assert slow / fast == pytest.approx(200 / 120, rel=0.12)


@pytest.mark.needs("flite")
@pytest.mark.skipif(not available(), reason="espeakng-loader is not installed: pip install '.[speech]'")
def test_narration_says_whose_voice_it_is() -> None:
    """And a line that flite cannot say word by word is said, with all its others, by espeak-ng."""
    speaker = EmbeddedSpeaker(lambda digest: b"")
    plain = SpeechRequest(lines=("It costs $29.50 at 7 pm.", "Order now!"))
    foreign = SpeechRequest(lines=("It costs $29.50.", "Über 太阳能"))
    first, again, other = speaker.generate([plain, plain, foreign])
    speaker.close()
    assert (first.facts["voice"], first.facts["draft"]) == ("flite-rms", True)
    assert first.parts == again.parts
    assert not str(other.facts["voice"]).startswith("flite")
    times = Timing.model_validate_json(first.parts["timing"])
    assert [word.text for word in times.lines[0]] == ["It", "costs", "$29.50", "at", "7", "pm."]
    flat = [word for line in times.lines for word in line]
    assert all(a.end <= b.start + 1e-6 and a.start < a.end for a, b in pairwise(flat))
