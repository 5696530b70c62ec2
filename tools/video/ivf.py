"""Frames with times, so that one which stands for seconds is handed to the encoder once.

IVF is the plainest of containers: a header of 32 bytes (``DKIF``, version, length of the header, codec, width, height, time base,
count), then before each frame its length and its time. ffmpeg reads ``I420`` in it as raw yuv420p (libavformat/ivfdec.c).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from .planes import Frame


def stretched(frames: Iterator[Frame], width: int, height: int, fps: int) -> Iterator[bytes | memoryview]:
    """Parts of an IVF stream: each frame that is not the same object as the one before it, and the last one again."""
    yield struct.pack("<4sHH4sHHIIII", b"DKIF", 0, 32, b"I420", width, height, fps, 1, 0, 0)
    shown: Frame | None = None
    at = sent = -1
    for at, frame in enumerate(frames):
        if frame is not shown:
            yield struct.pack("<IQ", frame.data.nbytes, at)
            yield frame.data.data
            shown, sent = frame, at
    if shown is not None and sent < at:
        yield struct.pack("<IQ", shown.data.nbytes, at)
        yield shown.data.data
