"""What the film tests share: tiny timelines, frames as letters, and reading an MP4 back."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg
import numpy as np

from benchmarks.films import PALETTE as PALETTE
from core.requests import Word
from tools.video.planes import Frame, Pixels
from tools.video.raster import Painter
from tools.video.timeline import Area, Caption, Key, Layer, Shot, Timeline, Transition

SHADES = " .:+*#"
"""From black to white in limited range."""


def ground(colour: str, width: int, height: int, keys: tuple[Key, ...] = ()) -> Layer:
    """A plain background."""
    return Layer(
        "background", f'<rect width="{width}" height="{height}" fill="{colour}"/>', Area(0, 0, width, height), keys
    )


def bar(x: int, y: int, w: int, h: int, keys: tuple[Key, ...] = (), colour: str = "#ffffff") -> Layer:
    """A rectangle that stands for a line of text."""
    return Layer(
        "text",
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{colour}"/>',
        Area(x - 2, y - 2, w + 4, h + 4),
        keys,
        role="headline",
        text="bar",
    )


def film(
    width: int,
    height: int,
    fps: int,
    *shots: tuple[Layer, ...],
    seconds: float = 1.0,
    enter: Transition | None = None,
    captions: tuple[Caption, ...] = (),
) -> Timeline:
    """Shots of ``seconds`` each."""
    made = tuple(
        Shot(i * seconds, (i + 1) * seconds, layers, enter=(enter or Transition()) if i else Transition())
        for i, layers in enumerate(shots)
    )
    return Timeline(width, height, fps, round(len(shots) * seconds * fps), made, captions)


def drawn(timeline: Timeline, index: int) -> Frame:
    """One frame, drawn by an engine that has drawn nothing before it."""
    from tools.video.frames import Engine

    frame = Frame(timeline.width, timeline.height)
    Engine(timeline, Painter()).draw(index, frame)
    return frame


def letters(frame: Frame) -> str:
    """The luma of a frame, a letter a pixel, so that a golden frame can be read."""
    level = np.clip((frame.planes[0].astype(int) - 16) / 219, 0, 1)
    rows = np.rint(level * (len(SHADES) - 1)).astype(int)
    return "\n".join("".join(SHADES[v] for v in row).rstrip() for row in rows)


def spoken(text: str, start: float = 0.0, rate: float = 0.3) -> tuple[Word, ...]:
    """Words with times, one every ``rate`` seconds."""
    return tuple(
        Word(text=w, start=round(start + i * rate, 3), end=round(start + (i + 0.8) * rate, 3))
        for i, w in enumerate(text.split())
    )


@dataclass(frozen=True)
class ReadBack:
    """What ffmpeg finds in an MP4."""

    width: int
    height: int
    fps: float
    seconds: float
    frames: list[Pixels]
    log: str


def read_back(mp4: bytes) -> ReadBack:
    """Decode every frame with the ffmpeg that imageio brings."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "in.mp4")
        path.write_bytes(mp4)
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-i", str(path), "-map", "0:v:0"]
        command += ["-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
        ran = subprocess.run(command, capture_output=True, check=True)
    log = ran.stderr.decode("utf-8", "replace")
    size = re.search(r"Video: h264 .*?, (\d+)x(\d+)[ ,].*?([\d.]+) fps", log)
    length = re.search(r"Duration: (\d+):(\d+):([\d.]+)", log)
    assert size and length, log
    width, height = int(size[1]), int(size[2])
    raw = np.frombuffer(ran.stdout, np.uint8).reshape(-1, height, width, 3)
    seconds = int(length[1]) * 3600 + int(length[2]) * 60 + float(length[3])
    return ReadBack(width, height, float(size[3]), seconds, list(raw), log)
