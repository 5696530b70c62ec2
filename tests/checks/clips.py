"""Small sounds and films with known faults."""

from __future__ import annotations

import io
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
import soundfile as sf
from numpy.typing import NDArray

RATE = 48_000


def wav(samples: NDArray[np.float64], rate: int = RATE, subtype: str = "PCM_16") -> bytes:
    """Mono or stereo samples as WAV."""
    out = io.BytesIO()
    sf.write(out, samples, rate, format="WAV", subtype=subtype)
    return out.getvalue()


def tone(seconds: float, level: float = 0.2, pitch: float = 440.0) -> NDArray[np.float64]:
    """A sine wave."""
    return level * np.sin(2 * np.pi * pitch * np.arange(round(seconds * RATE)) / RATE)


def at_lufs(samples: NDArray[np.float64], lufs: float) -> NDArray[np.float64]:
    """The samples, brought to a loudness by ffmpeg's independent measurement."""
    return samples * 10 ** ((lufs - ebur128(wav(samples, subtype="FLOAT"))) / 20)


def ebur128(data: bytes) -> float:
    """Integrated loudness by ffmpeg's ebur128 filter."""
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-hide_banner",
        "-nostats",
        "-i",
        "-",
        "-af",
        "ebur128",
        "-f",
        "null",
        "-",
    ]
    log = subprocess.run(command, input=data, capture_output=True, check=True).stderr.decode()
    return float(log.rsplit("I:", 1)[1].split()[0])


@cache
def film(
    source: str = "testsrc2=s=320x180:r=25:d=2", *extra: str, sound: bool = True, pixels: str = "yuv420p"
) -> bytes:
    """An H.264 film from an ffmpeg test source."""
    command: list[Any] = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-f", "lavfi", "-i", source]
    if sound:
        command += ["-f", "lavfi", "-i", "sine=f=440:r=48000", "-shortest", "-c:a", "aac"]
    command += [*extra, "-c:v", "libx264", "-preset", "ultrafast", "-threads", "1", "-pix_fmt", pixels]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clip.mp4"
        subprocess.run([*command, "-movflags", "+faststart", str(path)], check=True, capture_output=True)
        return path.read_bytes()
