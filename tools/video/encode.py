"""Frames and a sound file into an MP4: H.264 High, yuv420p, BT.709, AAC 48 kHz, index first.

ffmpeg runs as a child with a list of arguments; frames go down its pipe while the next ones are being drawn. The thread
count is fixed and every stamp of version or time is left out, so the same frames give the same bytes.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final

import imageio_ffmpeg

from core.errors import DiskFull, ToolFailure

from .ivf import stretched
from .planes import Frame
from .tracks import Tracks

NONE: Final = Tracks()
THREADS: Final = 2
CRF: Final = 20
PRESET: Final = "veryfast"
KEY, KEY_STILL = 2, 10
"""Most seconds from one whole frame to the next: a player can jump there."""
_STILL: Final = ":ref=1:bframes=0:rc-lookahead=0:mbtree=0:me=dia:subme=0:scenecut=0:weightp=0:trellis=0"
_STILL_QP: Final = 20
"""What is left of x264's work where nothing moves, at one quantiser: a frame that is like the last one is skipped whole, and
none is measured for the sake of a rate. Half the time of ``PRESET`` for such a film."""
TRUE_PEAK: Final = -1.1
"""Highest true peak in dBFS of a film's sound as it is delivered; ffmpeg tells it in tenths."""
_ROUNDS: Final = 4
_PIPE_BYTES: Final = 1 << 20
_SET_PIPE_SIZE: Final = 1031
"""``F_SETPIPE_SZ`` of Linux, absent from ``fcntl`` before Python 3.10 and on other systems."""


def encode(
    frames: Iterator[Frame],
    width: int,
    height: int,
    fps: int,
    seconds: float,
    audio: bytes = b"",
    preset: str = PRESET,
    *,
    tracks: Tracks = NONE,
    still: bool = False,
) -> bytes:
    """The film as MP4 bytes.

    Args:
        frames: I420 frames of ``width x height``; each may be drawn over once the next one is asked for. One that is the same
            object as the one before it looks like it, and does not go down the pipe again.
        seconds: length of the sound: padded with silence or cut to it.
        audio: a WAV file, or nothing for a silent film.
        tracks: title, chapters and subtitles.
        still: the film is of pictures that stand for seconds: there are few whole frames, and no search for motion between them.

    Raises ``ToolFailure`` when ffmpeg refuses.
    """
    with TemporaryDirectory(prefix="bottega-film-") as folder:
        out = Path(folder, "film.mp4")
        sound, gain = None, 0.0
        if audio:
            sound = Path(folder, "sound.wav")
            sound.write_bytes(audio)
            gain = headroom(sound, seconds)
        with Path(folder, "log").open("w+b") as log:
            command = _command(out, sound, fps, seconds, preset, tracks, still, gain)
            # stdin is the pipe of frames, so ffmpeg cannot take it for a keyboard
            child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=log, cwd=folder)
            try:
                _feed(child, stretched(frames, width, height, fps))
                code = child.wait()
            except BaseException:
                child.kill()
                child.wait()
                raise
            if code or not out.is_file():
                log.seek(0)
                said = _tail(log.read(), folder)
                if os.strerror(errno.ENOSPC) in said:
                    raise DiskFull("the disk is full", which="film", remedy="Free some space, then resume the run.")
                raise ToolFailure("ffmpeg could not encode the film", remedy=said or f"It ended with {code}.")
        return out.read_bytes()


def _feed(child: subprocess.Popen[bytes], parts: Iterator[bytes | memoryview]) -> None:
    pipe = child.stdin
    assert pipe is not None
    _widen(pipe)
    # a broken pipe means that ffmpeg ended early: its exit code and log say why
    with contextlib.suppress(BrokenPipeError):
        for part in parts:
            pipe.write(part)
    with contextlib.suppress(BrokenPipeError):
        pipe.close()


def _widen(pipe: IO[bytes]) -> None:
    """A larger pipe means fewer turns between the two processes. Refusal does no harm."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), _SET_PIPE_SIZE, _PIPE_BYTES)


def _command(
    out: Path,
    sound: Path | None,
    fps: int,
    seconds: float,
    preset: str,
    tracks: Tracks = NONE,
    still: bool = False,
    gain: float = 0.0,
) -> list[str]:
    colour = ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-loglevel", "error", "-y", "-fflags", "+bitexact"]
    command += ["-protocol_whitelist", "file,pipe", "-f", "ivf", *colour, "-i", "pipe:0"]
    if sound:
        command += ["-protocol_whitelist", "file,pipe", "-f", "wav", "-i", sound.name]
    for name, text in tracks.files.items():
        (out.parent / name).write_text(text, "utf-8")
    more, put = tracks.inputs(2 if sound else 1)
    command += more
    every = ["-vf", f"fps=fps={fps}", "-frames:v", str(max(1, round(seconds * fps)))]
    rate = ["-preset", "superfast", "-qp", str(_STILL_QP)] if still else ["-preset", preset, "-crf", str(CRF)]
    command += ["-map", "0:v:0", "-c:v", "libx264", *every, *rate, "-profile:v", "high", *tracks.keys]
    command += ["-pix_fmt", "yuv420p", "-g", str((KEY_STILL if still else KEY) * fps), "-threads", str(THREADS)]
    command += [
        *colour,
        "-x264-params",
        f"deterministic=1{_STILL if still else ''}",
        "-bsf:v",
        "filter_units=remove_types=6",
    ]  # 6: notes of the encoder
    if sound:
        command += ["-map", "1:a:0", *_coded(seconds, gain)]
    command += [*put, "-flags", "+bitexact", "-fflags", "+bitexact", "-movflags", "+faststart"]
    return [*command, "-f", "mp4", out.name]


def _coded(seconds: float, gain: float) -> list[str]:
    """Options for AAC of that length, ``gain`` dB louder."""
    louder = f"volume={gain:.2f}dB," if gain else ""
    length = f"aresample=48000,{louder}apad=whole_dur={seconds:.6f},atrim=end={seconds:.6f}"
    return ["-af", length, "-c:a", "aac", "-b:a", "160k", "-ac", "2"]


def headroom(sound: Path, seconds: float) -> float:
    """The gain in dB, 0 or less, with which a WAV file stays under ``TRUE_PEAK`` once it is coded.

    AAC rings where it is quantised: its peaks pass those of its source by up to one decibel (EBU R 128 s1 asks for -1 dBTP
    of what is delivered). So the coded sound is decoded and measured, and turned down by what it is too high.
    """
    head = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-protocol_whitelist", "file,pipe"]
    gain = 0.0
    for _ in range(_ROUNDS):
        tried = sound.with_name("tried.m4a")
        coding = [*head, "-loglevel", "error", "-y", "-f", "wav", "-i", sound.name, *_coded(seconds, gain), tried.name]
        done = subprocess.run(coding, capture_output=True, cwd=sound.parent, check=False)
        if done.returncode:
            return gain  # the film's own run will say what is wrong with it
        measuring = [*head, "-i", tried.name, "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"]
        told = subprocess.run(measuring, capture_output=True, cwd=sound.parent, check=False).stderr.decode(
            "utf-8", "replace"
        )
        found = re.findall(r"Peak:\s+(-?[\d.]+) dBFS", told)
        over = float(found[-1]) - TRUE_PEAK if found else 0.0
        if over <= 0:
            return gain
        gain -= over + 0.1
    return gain


def _tail(log: bytes, folder: str) -> str:
    """The last lines of a log, without the paths of this machine."""
    lines = log.decode("utf-8", "replace").replace(folder, "").replace(imageio_ffmpeg.get_ffmpeg_exe(), "ffmpeg")
    return " ".join(line.strip() for line in lines.splitlines()[-3:])[:400]
