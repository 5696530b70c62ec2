"""Narration end to end with the real voice."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from core.errors import BackendMissing, BadInput, ToolCrash, ToolTimeout
from core.media import Media
from core.requests import Pronunciation, SpeechRequest, Timing
from tools.speech.embedded import available
from tools.speech.embedded.backend import EmbeddedSpeaker
from tools.speech.embedded.espeak import Espeak

pytestmark = pytest.mark.skipif(not available(), reason="espeakng-loader is not installed: pip install '.[speech]'")
ROOT = Path(__file__).parents[2]


def no_blob(digest: str) -> bytes:
    raise AssertionError("speech reads no blobs")


@pytest.fixture(scope="module")
def speaker() -> Iterator[EmbeddedSpeaker]:
    made = EmbeddedSpeaker(no_blob)
    yield made
    made.close()


def one(speaker: EmbeddedSpeaker, **fields: object) -> Media:
    return next(iter(speaker.generate([SpeechRequest.model_validate(fields)])))


def audio(media: Media) -> npt.NDArray[np.float64]:
    with wave.open(io.BytesIO(media.parts["wav"])) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, 48_000, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768.0


def times(media: Media) -> Timing:
    return Timing.model_validate_json(media.parts["timing"])


TEXTS = {
    "en": "Pack it on Friday; of the day, come home charged. It costs $29.50 and weighs 3-5 kg — at 7 pm!",
    "es": "La linterna brilla de noche. Cuesta 29,50 € a las 19:30.",
    "de": "Um 7.30 Uhr am 30. Juni leuchtet die Laterne, z. B. im Zelt.",
    "fr": "L’eau d'été, n'est-ce pas? Rendez-vous à 19h30.",
    "zh": "太阳能露营灯白天充电，晚上照亮营地。仅需29.50美元！",
    "he": "שלום עולם",
    "pt": "A luz do dia, à noite.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_words_begin_where_sound_is(speaker: EmbeddedSpeaker, language: str) -> None:
    media = one(speaker, lines=(TEXTS[language], TEXTS[language]), language=language)
    sound, timing = audio(media), times(media)
    step = 480
    level = np.sqrt((sound[: len(sound) // step * step].reshape(-1, step) ** 2).mean(axis=1))
    heard = level > 0.02 * level.max()
    now = 0.0
    for line, written in zip(timing.lines, (TEXTS[language],) * 2, strict=True):
        assert "".join(word.text for word in line) == "".join(written.split())
        for word in line:
            assert now <= word.start < word.end <= timing.seconds
            if any(c.isalnum() for c in word.text):
                first = int(word.start * 100)
                assert heard[first : first + 9].any(), word
                assert heard[first : int(word.end * 100) + 1].mean() > 0.5, word
            now = word.end
    assert timing.seconds == pytest.approx(len(sound) / 48_000, abs=1e-3)
    assert media.facts["seconds"] == timing.seconds


def test_level_peak_and_facts(speaker: EmbeddedSpeaker) -> None:
    media = one(speaker, lines=(TEXTS["en"], "Second line.", ""))
    sound = audio(media)
    assert abs(media.facts["lufs"] + 18) < 0.6
    assert np.abs(sound).max() <= 10 ** (-2 / 20) + 1e-4
    assert media.facts["voice"] == "en-us+f2"
    assert media.facts["draft"] is True
    assert media.facts["words"] == sum(len(line) for line in times(media).lines)
    assert times(media).lines[2] == ()


def test_no_click_where_a_line_begins_or_ends(speaker: EmbeddedSpeaker) -> None:
    from tools.speech.embedded.chain import warm

    assert np.abs(np.diff(warm(np.full(22_050, 0.5, np.float32), 22_050))).max() < 0.01
    sound = audio(one(speaker, lines=("Yes.",), pause=0.0))
    assert np.abs(sound[[0, -1]]).max() < 0.01


def test_lines_start_where_they_are_wanted(speaker: EmbeddedSpeaker) -> None:
    timing = times(
        one(speaker, lines=("One.", "Two is a rather long line indeed.", "Three.", "", "😀"), starts=(1.0, 3.0, 3.5))
    )
    starts = [line[0].start for line in timing.lines if line]
    assert starts[0] == pytest.approx(1.0, abs=0.03)
    assert starts[1] == pytest.approx(3.0, abs=0.03)
    assert starts[2] > timing.lines[1][-1].end
    assert timing.lines[3] == ()
    assert timing.lines[4][0].end <= timing.seconds


def test_pause_and_pace_are_honoured(speaker: EmbeddedSpeaker) -> None:
    short, long = (times(one(speaker, lines=("One.", "Two."), pause=p)) for p in (0.2, 1.2))
    gap = [t.lines[1][0].start - t.lines[0][-1].end for t in (short, long)]
    assert gap[1] - gap[0] == pytest.approx(1.0, abs=0.02)
    slow, fast = (one(speaker, lines=(TEXTS["en"],), words_per_minute=w).facts["seconds"] for w in (100, 200))
    assert slow > 1.6 * fast


def test_lexicon_changes_the_sound_not_the_words(speaker: EmbeddedSpeaker) -> None:
    plain = one(speaker, lines=("Try Xyqo now.",))
    said = one(speaker, lines=("Try Xyqo now.",), lexicon=[Pronunciation(word="xyqo", spoken="zeeko")])
    assert plain.parts["wav"] != said.parts["wav"]
    assert [w.text for w in times(said).lines[0]] == ["Try", "Xyqo", "now."]


HOSTILE = [
    "😀" * 200, "שלום עולם مرحبا", "a\x00b\x07c\x1b[31m", "<script>alert(1)</script>",
    "<speak><break time='60s'/>Hi</speak>", "[[h@l'oU]]", "\u202eevil\u202c\u200d\ufeff", "", "   ", "...", "\ud800", "1" * 60,
    "word" * 30, "http://" * 9, "&amp;&#0;%s%n{0}$(id)`id`",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_hostile_text(speaker: EmbeddedSpeaker, language: str) -> None:
    for line in HOSTILE:
        media = one(speaker, lines=(line, "after"), language=language)
        assert not media.failure
        found = times(media)
        assert "".join(w.text for w in found.lines[0]) == "".join(line.split()).encode("utf-8", "replace").decode()
        assert found.lines[1][0].text == "after"


def test_five_thousand_characters(speaker: EmbeddedSpeaker) -> None:
    found = times(one(speaker, lines=("lorem ipsum 12 dolor " * 238,), words_per_minute=260))
    assert len(found.lines[0]) == 4 * 238


def test_a_break_tag_makes_no_break(speaker: EmbeddedSpeaker) -> None:
    assert one(speaker, lines=("<speak>Hi<break time='60s'/>you</speak>",)).facts["seconds"] < 12


def test_bad_items_fail_alone(speaker: EmbeddedSpeaker) -> None:
    asked = [
        SpeechRequest(lines=("Hi.",), language="qq"),
        SpeechRequest(lines=("Hi.",), voice="../../etc/passwd"),
        SpeechRequest(lines=("Hi.",), starts=(1e9,)),
        SpeechRequest(lines=("Hi.",), voice="en-gb+f5"),
        SpeechRequest(lines=()),
    ]
    found = list(speaker.generate(asked))
    assert [bool(m.failure) for m in found] == [True, True, True, False, False]
    assert [bool(m.parts) for m in found] == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "en-us+f2"),
        ("en-GB", "en-gb"),
        ("fr", "fr-fr+f2"),
        ("zh-CN", "cmn"),
        ("zh-HK", "yue"),
        ("pt_BR", "pt-br"),
        ("nl", "nl"),
    ],
)
def test_default_voices(language: str, voice: str) -> None:
    espeak = Espeak()
    try:
        assert espeak.voices().pick(language) == voice
    finally:
        espeak.close()


def test_same_bytes_again_and_in_another_process(speaker: EmbeddedSpeaker) -> None:
    first = one(speaker, lines=(TEXTS["en"], "Again."))
    one(speaker, lines=("Etwas anderes.",), language="de")
    again = one(speaker, lines=(TEXTS["en"], "Again."))
    assert first.parts == again.parts
    program = (
        "import sys,hashlib,json;from core.requests import SpeechRequest;from tools.speech.embedded.backend import EmbeddedSpeaker;"
        "b=EmbeddedSpeaker(None);m=next(b.generate([SpeechRequest.model_validate_json(sys.argv[1])]));b.close();"
        "print(json.dumps({k:hashlib.sha256(v).hexdigest() for k,v in m.parts.items()}))"
    )
    asked = SpeechRequest(lines=(TEXTS["en"], "Again.")).model_dump_json()
    out = subprocess.run(
        [sys.executable, "-c", program, asked], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    import hashlib

    assert json.loads(out) == {name: hashlib.sha256(data).hexdigest() for name, data in first.parts.items()}


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_child_is_a_crash_and_then_works_again() -> None:
    espeak = Espeak()
    try:
        path = espeak.voices().path("en-us")
        child = espeak.pid
        os.kill(child, signal.SIGSTOP)
        caught: list[BaseException] = []

        def speak() -> None:
            try:
                espeak.say("Hello.", path, 150)
            except ToolCrash as error:
                caught.append(error)

        thread = threading.Thread(target=speak)
        thread.start()
        time.sleep(0.05)
        os.kill(child, signal.SIGKILL)
        thread.join(10)
        assert caught
        assert "SIGKILL" in str(caught[0])
        assert len(espeak.say("Hello.", path, 150).samples) > 1000
        assert espeak.pid not in (0, child)
    finally:
        espeak.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_hanging_child_meets_its_deadline() -> None:
    espeak = Espeak()
    try:
        path = espeak.voices().path("en-us")
        espeak.deadline = 0.2
        os.kill(espeak.pid, signal.SIGSTOP)
        with pytest.raises(ToolTimeout):
            espeak.say("Hello.", path, 150)
        espeak.deadline = 30.0
        assert len(espeak.say("Hello.", path, 150).samples) > 1000
        with pytest.raises(BadInput):
            espeak.say("Hello.", "nothing/like-it", 150)
    finally:
        espeak.close()


def test_missing_voice_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.speech.embedded.espeak.available", lambda: False)
    with pytest.raises(BackendMissing, match=r"\[speech\]"):
        list(EmbeddedSpeaker(no_blob).generate([SpeechRequest(lines=("Hi.",))]))


def test_importing_the_backend_loads_no_engine() -> None:
    program = "import sys, tools.speech.embedded.backend; print([m for m in ('scipy', 'numpy', 'espeakng_loader') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
