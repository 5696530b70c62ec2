"""Films of stills, read back by another program: pictures, melts, chapters, title and subtitles."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PIL import Image

from core.canonical import sha256
from core.direction import Direction
from core.errors import MissingBlob
from core.media import Media
from core.requests import Chapter, DesignTexts, Scene, VideoRequest, Word
from tests.video.filmkit import PALETTE, read_back
from tools.checks.frames import Judge
from tools.checks.video import film as check
from tools.video.ahead import drawn_ahead
from tools.video.backend import EmbeddedFilm
from tools.video.film import make
from tools.video.frames import Engine
from tools.video.ivf import stretched
from tools.video.raster import Painter
from tools.video.scenes import timeline
from tools.video.tracks import about, code_of, spoken, srt, tracks

WIDTH, HEIGHT, FPS = 320, 180, 12
COLOURS = ("#c81e1e", "#1e8c3c", "#1e3cc8")


def png(colour: str, width: int = WIDTH, height: int = HEIGHT) -> bytes:
    """A plain picture with a corner of another colour."""
    image = Image.new("RGB", (width, height), colour)
    image.paste("#ffffff", (0, 0, width // 4, height // 4))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def tone(seconds: float) -> bytes:
    out = io.BytesIO()
    wave = 0.2 * np.sin(2 * np.pi * 330 * np.arange(round(seconds * 48_000)) / 48_000)
    soundfile.write(out, np.stack([wave, wave], 1), 48_000, format="WAV", subtype="PCM_16")
    return out.getvalue()


BLOBS = {sha256(data): data for data in (*(png(c) for c in COLOURS), png("#777777", 90, 160), tone(6.0), b"no picture")}


def read(digest: str) -> bytes:
    if digest not in BLOBS:
        raise MissingBlob("a stored file is gone", which=digest)
    return BLOBS[digest]


HOSTILE = ("a = b; c # d \\", "<b>bold</b> {\\an8} \\N", "x\n[CHAPTER]\nSTART=0", "日本 — Überblick", "")


def request(stills: tuple[str, ...] = COLOURS, seconds: float = 6.0, **more: Any) -> VideoRequest:
    each = seconds / len(stills)
    scenes = tuple(
        Scene(start=i * each, end=(i + 1) * each, texts=DesignTexts(headline=f"Slide {i}"), still=sha256(png(c)))
        for i, c in enumerate(stills)
    )
    direction = Direction(family="editorial", palette=PALETTE, display="outfit-bold", text="inter-regular")
    return VideoRequest.model_validate(
        {
            "width": WIDTH,
            "height": HEIGHT,
            "fps": FPS,
            "seconds": seconds,
            "direction": direction,
            "scenes": scenes,
            **more,
        }
    )


def line(text: str, start: float) -> tuple[Word, ...]:
    return tuple(Word(text=w, start=start + 0.2 * i, end=start + 0.2 * i + 0.15) for i, w in enumerate(text.split()))


FULL = request(
    language="de", audio=sha256(tone(6.0)), title="Der Wasserkreislauf = 1; #2", chapters=tuple(Chapter(start=i * 1.2, title=t) for i, t in enumerate(HOSTILE)),
    subtitles=(line("Das <b>Meer</b> wird {\\an8}warm \\N --> 1945", 0.2), line("1945", 3.0), line("Es regnet.", 4.0)),
)  # fmt: skip


def colour(frame: Any) -> tuple[int, ...]:
    return tuple(int(v) for v in frame[HEIGHT // 2, WIDTH // 2])


def near(seen: tuple[int, ...], wanted: str) -> bool:
    return all(abs(a - int(wanted[i : i + 2], 16)) < 6 for a, i in zip(seen, (1, 3, 5), strict=True))


def test_each_still_fills_the_frame_and_melts_into_the_next() -> None:
    seen = read_back(make(request(), read).parts["mp4"])
    assert (seen.width, seen.height, seen.fps, len(seen.frames)) == (WIDTH, HEIGHT, FPS, 72)
    for i, wanted in enumerate(COLOURS):
        for frame in range(24 * i + (3 if i else 0), 24 * (i + 1)):
            assert near(colour(seen.frames[frame]), wanted), frame
    crossing = colour(seen.frames[25])
    assert not near(crossing, COLOURS[0]) and not near(crossing, COLOURS[1])


def test_the_same_picture_is_not_cut() -> None:
    red = COLOURS[0]
    shots = timeline(request((red, red, COLOURS[1])), read).shots
    assert [s.enter.kind for s in shots] == ["cut", "cut", "fade"]
    assert shots[2].enter.seconds == 0.25


def test_a_frame_that_stands_still_is_the_same_object() -> None:
    film = timeline(request(), read)
    painted = []

    class Counting(Painter):
        def __call__(self, layer: Any) -> Any:
            painted.append(layer)
            return super().__call__(layer)

    shown: list[int] = []
    for frame in drawn_ahead(Engine(film, Counting(read))):
        shown.append(id(frame))
    assert len(shown) == 72
    changes = sum(a != b for a, b in zip(shown, shown[1:], strict=False))
    assert changes <= 2 * 4, "three frames of each melt, and the one after it"
    assert len(painted) == 3


def test_only_changes_go_down_the_pipe() -> None:
    frames = drawn_ahead(Engine(timeline(request(), read), Painter(read)))
    size = sum(memoryview(part).nbytes for part in stretched(frames, WIDTH, HEIGHT, FPS))
    assert size < 12 * WIDTH * HEIGHT * 1.5


def test_a_still_among_laid_out_scenes() -> None:
    mixed = request().scenes[:2]
    laid = Scene(start=4, end=6, role="cta", texts=DesignTexts(headline="Well done", cta="Go on"))
    media = make(request(scenes=(*mixed, laid)), read)
    seen = read_back(media.parts["mp4"])
    assert near(colour(seen.frames[12]), COLOURS[0]) and len(seen.frames) == 72
    told = json.loads(media.parts["layout"])
    assert told["stills"] == [0, 1]
    judge = Judge(told)
    for number, pick in enumerate(judge.picks):
        judge.look(number, np.ascontiguousarray(seen.frames[pick]))
    assert [f for f in judge.findings if f.severity.name in ("HOLD", "BLOCK")] == []


def test_the_checks_take_a_film_of_stills() -> None:
    media = make(FULL, read)
    told = json.loads(media.parts["layout"])
    assert [m["kind"] for m in told["moments"]] == ["middle"] * 3
    found = check(media.parts["mp4"], width=WIDTH, height=HEIGHT, seconds=6.0, fps=FPS, layout=told)
    assert found == ()


def test_the_checks_do_not_call_a_still_frozen_but_an_empty_one_flat() -> None:
    image = Image.new("RGB", (WIDTH, HEIGHT), "#808080")
    out = io.BytesIO()
    image.save(out, "PNG")
    grey = {sha256(out.getvalue()): out.getvalue()}
    scenes = (Scene(start=0, end=6, texts=DesignTexts(), still=next(iter(grey))),)
    media = make(request(scenes=scenes), grey.__getitem__)
    found = check(media.parts["mp4"], audio=False, layout=json.loads(media.parts["layout"]))
    assert [f.evidence for f in found] == ["3.00 s: the frame shows nothing"]


def test_stills_of_another_shape_are_shown_whole() -> None:
    scenes = (Scene(start=0, end=2, texts=DesignTexts(), still=sha256(png("#777777", 90, 160))),)
    frame = read_back(make(request(scenes=scenes, seconds=2.0), read).parts["mp4"]).frames[6]
    assert near(colour(frame), "#777777")
    assert near(tuple(int(v) for v in frame[HEIGHT // 2, 5]), "#ffffff"), (
        "the colour of the picture's own corner lies beside it"
    )


@pytest.mark.parametrize(("digest", "says"), [("0" * 64, "gone"), (sha256(b"no picture"), "cannot be read")])
def test_a_still_that_cannot_be_shown_fails_alone(digest: str, says: str) -> None:
    bad = request().scenes[0].model_copy(update={"still": digest})
    first, second = EmbeddedFilm(read).generate([request(scenes=(bad,)), request(seconds=1.0)])
    assert says in first.failure and not first.parts
    assert second.parts["mp4"]


def probe(media: Media, tmp_path: Path, *what: str) -> Any:
    path = tmp_path / "film.mp4"
    path.write_bytes(media.parts["mp4"])
    done = subprocess.run(["ffprobe", "-v", "error", *what, "-of", "json", str(path)], capture_output=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.needs("ffprobe")
def test_another_program_finds_the_tracks(tmp_path: Path) -> None:
    media = make(FULL, read)
    found = probe(media, tmp_path, "-show_chapters", "-show_streams", "-show_format")
    assert found["format"]["tags"]["title"] == "Der Wasserkreislauf = 1; #2"
    assert not any("time" in key or "encoder" in key for key in found["format"]["tags"])
    assert float(found["format"]["duration"]) == pytest.approx(6.0, abs=0.05)
    chapters = [(float(c["start_time"]), float(c["end_time"])) for c in found["chapters"]]
    assert chapters == [(0.0, 1.2), (1.2, 2.4), (2.4, 3.6), (3.6, 4.8), (4.8, 6.0)]
    titles = [c.get("tags", {}).get("title", "").replace("\u2060", "") for c in found["chapters"]]
    assert titles == ["a = b; c # d \\", "<b>bold</b> {\\an8} \\N", "x [CHAPTER] START=0", "日本 — Überblick", ""]
    streams = {s["codec_type"]: s for s in found["streams"] if s["codec_type"] != "data"}
    assert streams["video"]["avg_frame_rate"] == "12/1" and streams["video"]["nb_frames"] == "72"
    assert streams["subtitle"]["codec_name"] == "mov_text"
    assert streams["subtitle"]["tags"]["language"] == "deu"
    assert streams["audio"]["codec_name"] == "aac"


@pytest.mark.needs("ffmpeg")
def test_the_subtitles_say_what_was_said(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(make(FULL, read).parts["mp4"])
    done = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:s:0", "-f", "srt", "-"], capture_output=True, check=True
    )
    words = " ".join(done.stdout.decode().replace("\u2060", "").split())
    for said in ("Das <b>Meer</b> wird", "{\\an8}warm \\N --> 1945", "00:00:03,000 -->", "Es regnet."):
        assert said in words
    assert words.count("1945") == 2


def test_a_film_without_tracks_has_none_and_the_same_request_gives_the_same_bytes() -> None:
    bare = request(seconds=2.0)
    assert tracks(bare, 2.0).metadata == tracks(bare, 2.0).subtitles == ""
    assert make(FULL, read).parts["mp4"] == make(FULL, read).parts["mp4"]


def test_chapters_out_of_order_or_range() -> None:
    found = about(
        "",
        (
            Chapter(start=5, title="b"),
            Chapter(start=0, title="a"),
            Chapter(start=5, title="c"),
            Chapter(start=99, title="d"),
        ),
        9.0,
    )
    assert found.count("[CHAPTER]") == 2 and "END=9000" in found and "title=d" not in found
    assert about("", (), 9.0) == ""


def test_subtitles_end_with_the_film() -> None:
    late = request(
        seconds=2.0, subtitles=(line("one two three four five six seven eight nine ten", 0.5), line("never", 7.0))
    )
    found = spoken(late, 2.0)
    assert found and all(c.end <= 2.0 for c in found)
    assert "never" not in srt(found)


@pytest.mark.parametrize(("language", "code"), [("de", "deu"), ("zh-CN", "zho"), ("xx", "und"), ("EN", "eng")])
def test_languages_have_three_letters(language: str, code: str) -> None:
    assert code_of(language) == code
