"""Dead pictures, dead sounds, dead films, and pictures that are there twice."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.findings import Finding, Severity
from tests.checks.clips import film as clip
from tests.checks.clips import tone, wav
from tests.export.samples import photo, png_with_text
from tests.needs import find
from tools.checks.media import dead_audio, dead_image, repeated
from tools.checks.video import film, sound_of


def png(image: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", **options)
    return out.getvalue()


def told(findings: tuple[Finding, ...]) -> str:
    return "; ".join(f"{f.check} {f.severity} {f.evidence}" for f in findings)


def test_a_good_picture_passes() -> None:
    assert dead_image(photo(), 320, 180) == ()
    sprite = Image.new("RGBA", (32, 32))
    sprite.paste((255, 0, 0, 255), (8, 8, 24, 24))
    assert dead_image(png(sprite), 32, 32) == (), "one colour on nothing is a shape"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (png(Image.new("RGB", (64, 64), "#000000")), "flat #000000"),
        (png(Image.new("RGB", (64, 64), "#f4f4f4")), "flat #f4f4f4"),
        (png(Image.new("RGBA", (64, 64), (0, 0, 0, 0))), "transparent"),
        (photo(32, 64), "32 by 64"),
        (photo(64, 64)[:150], "cannot be read"),
        (b"", "cannot be read"),
        (b"<svg/>", "no picture that we know"),
    ],
)
def test_dead_pictures_are_blocked(data: bytes, word: str) -> None:
    findings = dead_image(data, 64, 64, "image.square.en")
    assert word in told(findings) and all(
        f.severity is Severity.BLOCK and f.slot == "image.square.en" for f in findings
    )


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    head = bytearray(photo(64, 64))
    head[16:24] = (60000).to_bytes(4, "big") * 2
    assert "cannot be read" in told(dead_image(bytes(head)))


def test_sounds() -> None:
    assert dead_audio(wav(tone(1)), 1.0) == ()
    assert "silent" in told(dead_audio(wav(np.zeros(4800))))
    assert "no numbers" in told(dead_audio(wav(np.full(4800, np.nan), subtype="FLOAT")))
    assert "no samples" in told(dead_audio(wav(np.zeros(0))))
    assert "cannot be read" in told(dead_audio(b"RIFF nothing"))
    assert "lasts 1.00 s" in told(dead_audio(wav(tone(1)), 2.0))


def test_the_same_picture_twice_is_held() -> None:
    same = photo()
    recoded = png(Image.open(io.BytesIO(same)), compress_level=0)
    assert recoded != same
    findings = repeated({"a": same, "b": recoded, "c": photo(320, 180, "#123456"), "d": photo(64, 64)})
    assert [(f.slot, f.severity, f.evidence) for f in findings] == [("b", Severity.HOLD, "the same picture as 'a'")]
    assert repeated({"a": same, "b": photo(64, 64)}) == ()
    assert [f.slot for f in repeated({"a": b"broken", "b": b"broken"})] == ["b"]
    assert [f.slot for f in repeated({"a": photo(32, 32), "b": png_with_text("Comment", "else")})] == ["b"]


def test_a_good_film_passes() -> None:
    assert film(clip(), width=320, height=180, seconds=2, fps=25) == ()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (clip(sound=False), "no sound"),
        (clip("testsrc2=s=320x180:r=25:d=1"), "25 frames (1.00 s)"),
        (clip("testsrc2=s=160x90:r=25:d=2"), "160 by 90"),
        (clip("testsrc2=s=320x180:r=10:d=2"), "10 frames a second"),
        (clip(pixels="yuv444p"), "yuv444p"),
    ],
)
def test_films_that_are_not_as_asked(data: bytes, word: str) -> None:
    findings = film(data, width=320, height=180, seconds=2, fps=25)
    assert word in told(findings) and all(f.severity is Severity.HOLD for f in findings)
    assert not any(f.again for f in findings), "another seed gives the same shape"


def test_black_and_frozen_runs_have_a_time() -> None:
    black = clip("testsrc2=s=320x180:r=25:d=4", "-vf", "drawbox=c=black:t=fill:enable='between(t,1,2.6)'")
    (found,) = film(black, seconds=4)
    assert "black from 1.0 to" in found.evidence and found.place["time"][0] == 1.0
    still = clip("color=c=teal:s=320x180:r=10:d=5")
    assert "nothing moves from 0.0 to 4.9 s" in told(film(still, seconds=5))
    assert found.again and all(f.again for f in film(still, seconds=5)), "a remake with another seed may mend these"
    assert film(clip("testsrc2=s=320x180:r=25:d=4"), seconds=4) == ()


@pytest.mark.parametrize("data", [b"", b"no film", clip()[:600]])
def test_what_is_no_film_is_dead(data: bytes) -> None:
    (finding,) = film(data)
    assert finding.check == "M6.dead" and finding.severity is Severity.BLOCK
    assert "/tmp" not in finding.evidence


def test_a_films_sound_can_be_judged_alone() -> None:
    assert dead_audio(sound_of(clip()), 2.0) == ()
    assert sound_of(clip(sound=False)) == b""


@pytest.mark.needs("ffprobe")
def test_ffprobe_reads_what_we_read(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(clip())
    command = [find("ffprobe"), "-v", "error", "-count_frames", "-show_streams", "-of", "json", str(path)]
    video = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["streams"][0]
    assert (video["width"], video["height"], video["nb_read_frames"], video["pix_fmt"]) == (320, 180, "50", "yuv420p")
