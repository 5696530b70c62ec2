"""Whole films, small: what is promised of the file, of the words on screen and of the bytes."""

from __future__ import annotations

import io
import json
import subprocess
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from core.canonical import sha256
from core.direction import Direction
from core.errors import BadInput, ToolFailure
from core.media import Media
from core.requests import DesignTexts, Insets, Scene, VideoRequest
from core.vocab import MOODS
from tests.video.filmkit import PALETTE, read_back, spoken
from tools.registry import build
from tools.video.captions import safe_area, style
from tools.video.cues import cues
from tools.video.easing import eased
from tools.video.encode import encode
from tools.video.film import make, poster_frame, still
from tools.video.planes import Frame
from tools.video.scenes import spans, timeline
from tools.video.timeline import Area, Timeline, pose_at


@lru_cache(maxsize=8)
def tone(seconds: float) -> bytes:
    """A short WAV."""
    out = io.BytesIO()
    wave = 0.2 * np.sin(2 * np.pi * 440 * np.arange(round(seconds * 44_100)) / 44_100)
    soundfile.write(out, np.stack([wave, wave], 1), 44_100, format="WAV", subtype="PCM_16")
    return out.getvalue()


def read(digest: str) -> bytes:
    found = {sha256(tone(s)): tone(s) for s in (1.0, 2.5, 5.0)}
    return found[digest]


def request(
    width: int = 180,
    height: int = 320,
    family: str = "editorial",
    mood: str = "warm",
    language: str = "de",
    seconds: float = 2.5,
    audio: float = 1.0,
    safe: Insets | None = None,
    captioned: bool = True,
) -> VideoRequest:
    """Three scenes with captions, ``seconds`` long."""
    step = seconds / 2.5
    scenes = (
        ("hook", 0.0, 1.0, DesignTexts(brand="Praxis Limmat", headline="Zahnweh am Sonntag?")),
        ("benefit", 1.0, 1.8, DesignTexts(headline="Auch am Wochenende", sub="9 bis 17 Uhr")),
        (
            "cta",
            1.8,
            2.5,
            DesignTexts(brand="Praxis Limmat", headline="Rufen Sie an", cta="Termin buchen", legal="limmat.ch"),
        ),
    )
    words = spoken("Zahnschmerzen am Sonntag? Wir sind da.", 0.1, 0.35 * step)
    return VideoRequest(
        language=language,
        width=width,
        height=height,
        fps=12,
        seconds=seconds,
        safe=safe or Insets(),
        direction=Direction(
            family=family, palette=PALETTE, display="outfit-bold", text="inter-regular", icon="tooth", mood=mood
        ),
        scenes=tuple(Scene(start=a * step, end=b * step, role=role, icon="clock", texts=t) for role, a, b, t in scenes),
        captions=(words,) if captioned else (),
        audio=sha256(tone(audio)) if audio else "",
    )


@pytest.fixture(scope="module")
def made() -> Media:
    return make(request(), read)


def test_the_file_is_what_was_asked_for(made: Media) -> None:
    back = read_back(made.parts["mp4"])
    assert (back.width, back.height, back.fps, len(back.frames)) == (180, 320, 12, 30)
    assert back.seconds == pytest.approx(2.5, abs=0.011)
    assert "h264 (High)" in back.log and "yuv420p(tv, bt709" in back.log
    assert "aac (LC)" in back.log and "48000 Hz, stereo" in back.log


def test_the_index_comes_first_and_nothing_names_machine_time_or_version(made: Media) -> None:
    mp4 = made.parts["mp4"]
    assert mp4.index(b"moov") < mp4.index(b"mdat")
    assert b"x264 - core" not in mp4 and b"Lavf" not in mp4
    assert str(Path.home()).encode() not in mp4


def test_the_same_request_gives_the_same_bytes(made: Media) -> None:
    again = make(request(), read)
    assert again.parts == made.parts and again.facts == made.facts


def test_facts_say_what_is_in_the_film(made: Media) -> None:
    facts = made.facts
    json.dumps(dict(facts))
    assert (facts["width"], facts["height"], facts["fps"], facts["frames"], facts["seconds"]) == (180, 320, 12, 30, 2.5)
    assert facts["has_audio"] is True
    assert [s["role"] for s in facts["scenes"]] == ["hook", "benefit", "cta"]
    assert facts["scenes"][1]["shown"] == ["Auch am Wochenende", "9 bis 17 Uhr"], "lines of one text are one text"
    assert {"Rufen Sie an", "Termin buchen"} <= set(facts["scenes"][2]["shown"])
    asked = request()
    same = cues(asked.captions, style(asked, 180, 320).chars, "de")
    assert [c["text"] for c in facts["cues"]] == [c.text for c in same]
    assert all(c["end"] <= 2.5 for c in facts["cues"])


def test_sound_is_padded_or_cut_and_may_be_absent() -> None:
    assert "Audio" not in read_back(make(request(audio=0), read).parts["mp4"]).log
    assert make(request(audio=0), read).facts["has_audio"] is False
    assert read_back(make(request(audio=5.0), read).parts["mp4"]).seconds == pytest.approx(2.5, abs=0.011)


def test_what_is_decoded_is_what_was_drawn(made: Media) -> None:
    tape = timeline(request(), read)
    shown = read_back(made.parts["mp4"]).frames
    for index in (0, 11, 29):
        error = np.abs(shown[index].astype(float) - still(tape, index)).mean()
        assert error < 4, index


def test_the_first_frame_already_shows_the_headline() -> None:
    """It is the thumbnail on many platforms."""
    tape = timeline(request(captioned=False), read)
    first, later = still(tape, 0).astype(float), still(tape, poster_frame(tape)).astype(float)
    headline = next(a for a in tape.shots[0].layers if a.role == "headline").area
    assert _inked(first, headline) > 0.6 * _inked(later, headline) > 5


def test_the_poster_is_a_frame_of_the_hook_with_everything_on_it(made: Media) -> None:
    image = Image.open(io.BytesIO(made.parts["poster"]))
    assert image.size == (180, 320)
    tape = timeline(request(), read)
    index = poster_frame(tape)
    assert index / tape.fps < tape.shots[0].end
    assert np.array_equal(np.asarray(image.convert("RGB")), still(tape, index))


@pytest.mark.parametrize("mood", ["calm", "bold", "playful", "epic"])
def test_it_moves_and_never_goes_blank(mood: str) -> None:
    tape = timeline(request(mood=mood, captioned=False), read)
    frames = [still(tape, i).astype(float) for i in range(tape.frames)]
    assert min(f.std() for f in frames) > 8
    changed = [np.abs(a - b).mean() > 0.01 for a, b in zip(frames, frames[1:], strict=False)]
    assert any(changed[:6])


@pytest.mark.parametrize("mood", MOODS)
def test_no_moment_of_a_film_is_without_words(mood: str) -> None:
    """From one shot to the next the old headline is still seen, or the new one is already."""
    tape = timeline(request(mood=mood, captioned=False, seconds=5.0), read)
    for index in range(tape.frames):
        t = index / tape.fps
        seen = tape.seen(t)
        u = eased("in_out_cubic", seen.share)
        pushed = seen.before is not None and tape.shots[seen.shot].enter.carries
        shares = [(seen.shot, u if pushed else 1.0)]
        shares += [(seen.before, 1 - u if pushed else 1.0)] if seen.before is not None else []
        words = [
            pose_at(layer.keys, t).opacity * share
            for shot, share in shares
            for layer in tape.shots[shot].layers
            if layer.role in ("headline", "cta", "badge")
        ]
        assert max(words) > 0.1, f"{mood}: nothing to read at {t:.2f} s"


@pytest.mark.parametrize("size", [(180, 320), (320, 180), (240, 240)])
@pytest.mark.parametrize("family", ["editorial", "rings", "split"])
def test_captions_stand_in_the_safe_area_and_on_no_other_text(size: tuple[int, int], family: str) -> None:
    asked = request(*size, family=family, safe=Insets(top=12, bottom=24, left=6, right=14), seconds=5.0)
    tape = timeline(asked, read)
    safe = safe_area(asked.safe, *size)
    assert tape.captions
    for caption in tape.captions:
        plate = Area(
            caption.area.x, caption.area.y, caption.area.w - 4, caption.area.h - 4
        )  # the area has room to spare
        assert plate.inside(Area(safe.x - 2, safe.y - 2, safe.w + 4, safe.h + 4))
    band = style(asked, *size).band
    for shot in tape.shots:
        for layer in shot.layers:
            if layer.kind == "text":
                assert not _ink_area(tape, shot.start, shot.end, layer.role).meets(band), (layer.role, layer.text)


def test_every_text_is_in_full_sight_long_enough_to_be_read() -> None:
    asked = request(seconds=5.0)
    tape = timeline(asked, read)
    for shot, scene in zip(tape.shots, asked.scenes, strict=True):
        shown = " ".join(layer.text for layer in shot.layers if layer.kind == "text")
        for words in (scene.texts.brand, scene.texts.headline, scene.texts.cta):
            assert all(word in shown for word in words.split())
        for layer in shot.layers:
            if layer.kind != "text":
                continue
            times = np.arange(shot.start, shot.end, 0.02)
            full = sum(pose_at(layer.keys, t).opacity > 0.9 for t in times) * 0.02
            assert full > 0.55 * (shot.end - shot.start), layer.text


def test_scenes_fill_the_film_without_gap() -> None:
    texts = DesignTexts(headline="x")
    raw = (
        Scene(start=2, end=3, texts=texts),
        Scene(start=0.5, end=1, texts=texts),
        Scene(start=2.05, end=4, texts=texts),
        Scene(start=9, end=12, texts=texts),
    )
    assert [(s.start, s.end) for s in spans(raw, 8.0)] == [(0.0, 2.0), (2.0, 8.0)]


def test_odd_sizes_lose_a_row() -> None:
    film = make(request(181, 321, captioned=False, audio=0, seconds=0.5), read)
    assert (film.facts["width"], film.facts["height"]) == (180, 320)


def test_a_film_without_scenes_is_refused() -> None:
    with pytest.raises(BadInput, match="at least one scene"):
        make(request().model_copy(update={"scenes": ()}), read)


def test_the_backend_answers_in_order_and_one_failure_stays_one() -> None:
    backend = build("video:embedded", read)
    empty = request().model_copy(update={"scenes": ()})
    first, second = backend.generate([empty, request(audio=0, seconds=0.5)])
    assert first.failure and not first.parts
    assert list(second.parts) == ["mp4", "poster", "layout"]
    backend.close()


def test_a_refusal_of_ffmpeg_says_why_and_names_no_path() -> None:
    with pytest.raises(ToolFailure) as failure:
        encode(iter([Frame(32, 32)]), 32, 32, 12, 1.0, audio=b"this is no sound")
    assert "ffmpeg could not encode" in str(failure.value)
    assert "/tmp" not in str(failure.value) and "bottega-film" not in str(failure.value)


def test_an_error_while_drawing_reaches_the_caller() -> None:
    from tools.video.ahead import drawn_ahead
    from tools.video.frames import Engine

    def no(layer: object) -> None:
        raise ToolFailure("the drawing could not be rendered")

    with pytest.raises(ToolFailure, match="could not be rendered"):
        list(drawn_ahead(Engine(timeline(request(), read), no)))  # type: ignore[arg-type]


def test_as_a_moviepy_clip_it_can_be_edited_further() -> None:
    from tools.video.clip import as_clip

    clip = as_clip(request(), read)
    assert (clip.duration, clip.fps, clip.size) == (2.5, 12, (180, 320))
    cut = clip.subclipped(1.0, 2.0)
    assert np.array_equal(cut.get_frame(0.0), still(timeline(request(), read), 12))
    assert clip.audio.duration == pytest.approx(2.5)
    clip.close()


@pytest.mark.needs("ffprobe")
def test_ffprobe_agrees(made: Media, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(made.parts["mp4"])
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", str(path)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    video, audio = found["streams"]
    assert (video["codec_name"], video["profile"], video["pix_fmt"], video["nb_frames"]) == (
        "h264",
        "High",
        "yuv420p",
        "30",
    )
    assert (video["color_space"], video["color_transfer"], video["color_primaries"]) == ("bt709",) * 3
    assert float(video["duration"]) == 2.5
    assert (audio["codec_name"], audio["sample_rate"]) == ("aac", "48000")
    assert float(audio["duration"]) == pytest.approx(2.5, abs=0.001)
    assert "creation_time" not in json.dumps(found)


def _inked(rgb: np.ndarray, area: Area) -> float:
    """How much the pixels of an area differ from its own border, 0-255."""
    part = rgb[max(0, area.y) : area.bottom, max(0, area.x) : area.right]
    return float(np.abs(part - part[0, 0]).mean())


def _ink_area(tape: Timeline, start: float, end: float, role: str) -> Area:
    """Where a role's text really has ink, from its raster."""
    from tools.video.raster import Painter

    painter = Painter()
    boxes = []
    for shot in tape.shots:
        if (shot.start, shot.end) != (start, end):
            continue
        boxes += [painter(layer).area for layer in shot.layers if layer.role == role]
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    return Area(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)
