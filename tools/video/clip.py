"""A film as a moviepy clip, for people who want to cut it further in Python.

Frames come from our engine; moviepy's own per-frame resizing and mask compositing (7.6 times the CPU of the encoder
alone, ``benchmarks/video.py``) has nothing to do.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import soundfile
from moviepy import AudioClip, VideoClip
from moviepy.audio.AudioClip import AudioArrayClip

from core.blobs import Read
from core.requests import VideoRequest

from .frames import Engine
from .planes import Frame, Pixels
from .raster import Painter
from .scenes import timeline


def as_clip(request: VideoRequest, read: Read) -> VideoClip:
    """The film with its sound: ``.subclipped``, ``.with_effects``, ``.write_videofile`` and the rest work on it.

    Frames are RGB, drawn when they are asked for; those asked for in order are cheapest. Raises what ``timeline`` raises.
    """
    film = timeline(request, read)
    engine, frame = Engine(film, Painter(read)), Frame(film.width, film.height)

    def at(t: float) -> Pixels:
        engine.draw(min(film.frames - 1, max(0, round(t * film.fps))), frame)
        return frame.rgb()

    clip: Any = VideoClip(at, duration=film.seconds).with_fps(film.fps)
    return clip.with_audio(_sound(read(request.audio), film.seconds)) if request.audio else clip


def _sound(wav: bytes, seconds: float) -> AudioClip:
    samples, rate = soundfile.read(BytesIO(wav), dtype="float32", always_2d=True)
    wanted = round(seconds * rate)
    padded = np.zeros((wanted, max(2, samples.shape[1])), np.float32)
    padded[: len(samples)] = samples[:wanted]
    return AudioArrayClip(padded, fps=rate)
