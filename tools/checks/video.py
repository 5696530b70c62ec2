"""Films: whether they decode, keep their promises, and move."""

from __future__ import annotations

import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

from core.findings import Finding, Severity

from .found import OWN, SEED, Say
from .frames import Judge

WIDTH, HEIGHT = 160, 90
"""Size at which frames are compared."""
BLACK, FROZEN = 1.0, 3.0
"""Longest run in seconds of black and of unmoving frames."""
_DARK = 26
"""A frame whose brightest pixels (98th percentile of luma) stay under this is black."""

_PATIENCE = 300.0
"""Seconds that a decoder is given."""
_HEAD = (
    imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-protocol_whitelist", "file,pipe", "-threads", "1"
)  # fmt: skip

_say = Say("V2.video")
_dead = Say("M6.dead")


@dataclass(frozen=True)
class Film:
    """What a decoder found."""

    codec: str
    pixels: str
    width: int
    height: int
    fps: float
    audio: str
    frames: NDArray[np.uint8]
    """Luma, shape ``(n, HEIGHT, WIDTH)``."""
    errors: str = ""


def film(
    data: bytes,
    *,
    width: int = 0,
    height: int = 0,
    seconds: float = 0.0,
    fps: float = 0.0,
    audio: bool = True,
    layout: Mapping[str, Any] | None = None,
    slot: str = "",
) -> tuple[Finding, ...]:
    """``M6.dead`` where nothing can be decoded; ``V2.video`` for what is not as asked (0: any), black or frozen.

    Every frame is decoded by ffmpeg, whatever made it. Frozen means that no pixel of the frame changes for 3 s,
    but where the layout says that a finished picture ``stands``. With the
    film's ``layout``, some frames are looked at in full on the way: ``V2.frames``.
    """
    judge = Judge(layout, slot) if layout else None
    seen = decode(data, judge)
    if not len(seen.frames) or not seen.width:
        return (
            _dead(
                Severity.BLOCK, f"the film cannot be decoded: {seen.errors or 'no frames'}", SEED, slot=slot, again=True
            ),
        )
    stands = tuple((s[0], s[1]) for s in layout.get("stands", ())) if layout else ()
    found = tuple(_findings(seen, width, height, seconds, fps, audio, slot, stands))
    return found + judge.findings if judge else found


def _findings(
    seen: Film,
    width: int,
    height: int,
    seconds: float,
    fps: float,
    audio: bool,
    slot: str,
    stands: tuple[tuple[float, float], ...] = (),
) -> Iterator[Finding]:
    def wrong(evidence: str, place: dict[str, object] | None = None, *, again: bool = False) -> Finding:
        return _say(Severity.HOLD, evidence, SEED if again else OWN, slot=slot, place=place, again=again)

    if (width and seen.width != width) or (height and seen.height != height):
        yield wrong(f"it is {seen.width} by {seen.height}, not {width} by {height}")
    if fps and abs(seen.fps - fps) > 0.02:
        yield wrong(f"it runs at {seen.fps:g} frames a second, not {fps:g}")
    rate = seen.fps or 25.0
    length = len(seen.frames) / rate
    if seconds and abs(length - seconds) > 1.5 / rate + 0.05:
        yield wrong(f"it holds {len(seen.frames)} frames ({length:.2f} s), not {seconds:.2f} s")
    if seen.codec != "h264" or not seen.pixels.startswith("yuv420p"):
        yield wrong(f"it is {seen.codec} {seen.pixels}; phones and platforms want h264 yuv420p")
    if audio and not seen.audio:
        yield wrong("it has no sound")
    if seen.errors:
        yield wrong(f"the decoder complained: {seen.errors}", again=True)
    bright = np.percentile(seen.frames.reshape(len(seen.frames), -1), 98, axis=1)
    for start, end in _runs(bright < _DARK, rate, BLACK):
        yield wrong(f"black from {start:.1f} to {end:.1f} s", {"time": [start, end]}, again=True)
    moved = np.abs(np.diff(seen.frames.astype(np.int16), axis=0)).reshape(max(len(seen.frames) - 1, 0), -1)
    still = moved.max(axis=1) <= 2 if len(moved) else np.zeros(0, bool)
    for start, end in _runs(still & _free(len(still), rate, stands), rate, FROZEN):
        yield wrong(f"nothing moves from {start:.1f} to {end:.1f} s", {"time": [start, end]}, again=True)


def _free(count: int, rate: float, stands: tuple[tuple[float, float], ...]) -> NDArray[np.bool_]:
    """Which steps between frames lie in no stretch (seconds) where the film is to stand still."""
    out = np.ones(count, bool)
    for start, end in stands:
        out[max(0, round(start * rate) - 1) : round(end * rate)] = False
    return out


def _runs(flags: NDArray[np.bool_], rate: float, longest: float) -> Iterator[tuple[float, float]]:
    """Start and end in seconds of runs of True that last longer than ``longest``."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if (b - a) / rate > longest:
            yield round(float(a) / rate, 2), round(float(b) / rate, 2)


def decode(data: bytes, judge: Judge | None = None) -> Film:
    """Stream data and every frame, small and grey; ``judge`` is shown the frames it wants, in full.

    A film that cannot be read gives no frames and the decoder's words.
    """
    small = f"scale={WIDTH}:{HEIGHT}:flags=area,format=gray"
    command = ["-map", "0:v:0", "-an", "-fps_mode", "passthrough", "-vf", small, "-f", "rawvideo"]
    if judge is None or not judge.picks:
        raw, log = _ffmpeg(data, [*command, "-"])
    else:
        raw, log = _with_full_frames(data, judge, small)
    stream = re.search(r"Stream #0:\d.*?: Video: (\w+).*?, ([a-z]\w+)(?:\(.*?\))?, (\d+)x(\d+)(.*)", log)
    rate = (
        re.search(r"([\d.]+) tbr", stream.group(5)) or re.search(r"([\d.]+) fps", stream.group(5)) if stream else None
    )
    sound = re.search(r"Stream #0:\d.*?: Audio: (\w+)", log)
    count = len(raw) // (WIDTH * HEIGHT)
    frames = np.frombuffer(raw[: count * WIDTH * HEIGHT], np.uint8).reshape(count, HEIGHT, WIDTH)
    wrong = [x for x in log.splitlines() if re.search(r"\b(error|invalid|corrupt|concealing|moov atom)", x, re.I)]
    return Film(
        codec=stream.group(1) if stream else "",
        pixels=stream.group(2) if stream else "",
        width=int(stream.group(3)) if stream else 0,
        height=int(stream.group(4)) if stream else 0,
        fps=float(rate.group(1)) if rate else 0.0,
        audio=sound.group(1) if sound else "",
        frames=frames,
        errors=re.sub(r"\S*bottega-check\S*", "film", "; ".join(wrong))[:200],
    )


def _with_full_frames(data: bytes, judge: Judge, small: str) -> tuple[bytes, str]:
    """One pass for both: the small frames go to a file, those that the judge wants come down the pipe as RGB."""
    wanted = "+".join(f"eq(n\\,{n})" for n in judge.picks)
    graph = (
        f"[0:v:0]split[a][b];[a]{small}[small];[b]select={wanted},scale={judge.width}:{judge.height},format=rgb24[full]"
    )
    shape = (judge.height, judge.width, 3)
    with tempfile.TemporaryDirectory(prefix="bottega-check-") as folder:
        path, every, log = Path(folder, "film.mp4"), Path(folder, "small"), Path(folder, "log")
        path.write_bytes(data)
        command = [*_HEAD, "-y", "-i", str(path), "-filter_complex", graph]
        for end in (["-map", "[small]", "-f", "rawvideo", str(every)], ["-map", "[full]", "-f", "rawvideo", "-"]):
            command += ["-fps_mode", "passthrough", *end]
        with log.open("wb") as said, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said) as child:
            assert child.stdout is not None
            late = threading.Timer(_PATIENCE, child.kill)
            late.start()
            for number in range(len(judge.picks)):
                got = child.stdout.read(shape[0] * shape[1] * 3)
                if len(got) < shape[0] * shape[1] * 3:
                    break
                judge.look(number, np.frombuffer(got, np.uint8).reshape(shape))
            child.stdout.read()
            late.cancel()
        return every.read_bytes() if every.is_file() else b"", log.read_bytes().decode("utf-8", "replace")


def sound_of(data: bytes) -> bytes:
    """The film's sound as WAV (48 kHz, 16 bit), for the audio checks; empty where it has none."""
    return _ffmpeg(data, ["-map", "0:a:0", "-vn", "-ar", "48000", "-c:a", "pcm_s16le", "-f", "wav", "-bitexact", "-"])[
        0
    ]


def _ffmpeg(data: bytes, arguments: list[str]) -> tuple[bytes, str]:
    with tempfile.TemporaryDirectory(prefix="bottega-check-") as folder:
        path = Path(folder) / "film.mp4"
        path.write_bytes(data)
        done = subprocess.run(
            [*_HEAD, "-i", str(path), *arguments], capture_output=True, timeout=_PATIENCE, check=False
        )
    return done.stdout, done.stderr.decode("utf-8", "replace")
