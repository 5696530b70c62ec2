"""What a film costs beyond encoding it, and against the way most projects write it.

    python -m benchmarks.video [--seconds 20] [--size 1080x1920] [--family editorial | --all-families] [--skip-usual] [--markdown]

One made-up film, in one run, side by side:

- floor: its finished frames, drawn before the clock starts, through the same encoder with the same settings.
- ours: from the request to the bytes: layout, raster, frames, captions, encoder.
- usual: moviepy as its tutorials show it: ``resized`` with a function of time, ``CompositeVideoClip``, ``TextClip``;
  with its default preset (medium) and with ours (veryfast). It gets its scenes ready drawn, so it has less to do.

CPU counts this process and its children. Times on a shared machine vary by a third; the ratios are what to read. Of every
family both ways are taken twice, one after the other, and the lesser counts: what disturbs a run only makes it longer.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.films import film
from benchmarks.table import Row, machine, printed
from core.blobs import Read
from core.requests import VideoRequest
from tools.design.families import FAMILIES
from tools.design.fonts import face
from tools.design.layout import compose
from tools.design.render import to_array
from tools.video.ahead import drawn_ahead
from tools.video.captions import film_cues
from tools.video.encode import encode
from tools.video.film import make
from tools.video.frames import Engine
from tools.video.planes import Frame
from tools.video.raster import Painter
from tools.video.scenes import design, timeline
from tools.video.timeline import Timeline


@dataclass(frozen=True)
class Cost:
    """Seconds on the wall and of processor time, and the size of what came out."""

    wall: float
    cpu: float
    size: int


def clocked(work: Callable[[], int]) -> Cost:
    """What ``work``, which gives the size of its result, costs."""
    wall, cpu = time.perf_counter(), _cpu()
    size = work()
    return Cost(time.perf_counter() - wall, _cpu() - cpu, size)


def _cpu() -> float:
    parts = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(p.ru_utime + p.ru_stime for p in parts)


def dump(tape: Timeline, path: Path) -> None:
    """Every finished frame, raw, to a file: 1.5 bytes a pixel."""
    with path.open("wb") as out:
        for frame in drawn_ahead(Engine(tape, Painter())):
            out.write(frame.data.data)


def ready(tape: Timeline, path: Path) -> Iterator[Frame]:
    """The dumped frames, each an object of its own: the encoder is fed all of them."""
    frames = cycle([Frame(tape.width, tape.height), Frame(tape.width, tape.height)])
    with path.open("rb") as raw:
        while raw.readinto((frame := next(frames)).data.data):
            yield frame


def usual(request: VideoRequest, read: Read, folder: Path, preset: str) -> Callable[[], int]:
    """The same film as moviepy's tutorials would make it. Scenes are drawn before the clock starts."""
    from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, TextClip, vfx

    w, h = request.width, request.height
    grounds = [to_array(compose(design(request, s, w, h), read).ground_svg())[..., :3] for s in request.scenes]
    sound = folder / "sound.wav"
    sound.write_bytes(read(request.audio))
    font = str(face(request.direction.display).path)
    cues = film_cues(request, w, h)

    def work() -> int:
        clips: list[Any] = []
        for ground, scene in zip(grounds, request.scenes, strict=True):
            length = scene.end - scene.start
            clip = ImageClip(np.ascontiguousarray(ground)).with_duration(length).resized(lambda t: 1 + 0.015 * t)
            clip = clip.with_position("center").with_start(scene.start)
            clips.append(clip.with_effects([vfx.CrossFadeIn(0.5)]) if scene.start else clip)
            title = TextClip(
                font=font,
                text=scene.texts.headline,
                font_size=w // 12,
                color="#0f2a33",
                method="caption",
                size=(w - 160, None),
            )
            title = title.with_start(scene.start + 0.2).with_duration(length - 0.4)
            rise = lambda t: ("center", h * 0.5 - 60 * min(1.0, t / 0.4))
            clips.append(title.with_position(rise).with_effects([vfx.CrossFadeIn(0.4)]))
        for cue in cues:
            words = TextClip(
                font=font,
                text=cue.text,
                font_size=w // 20,
                color="white",
                bg_color="#0b2228",
                method="caption",
                size=(w - 200, 180),
            )
            words = words.with_start(cue.start).with_duration(cue.end - cue.start)
            clips.append(words.with_position(("center", int(h * 0.75))))
        whole = (
            CompositeVideoClip(clips, size=(w, h)).with_duration(request.seconds).with_audio(AudioFileClip(str(sound)))
        )
        out = folder / "usual.mp4"
        whole.write_videofile(
            str(out),
            fps=request.fps,
            codec="libx264",
            audio_codec="aac",
            preset=preset,
            threads=2,
            logger=None,
            temp_audiofile_path=str(folder),
        )
        whole.close()
        return out.stat().st_size

    return work


def measured(request: VideoRequest, read: Read, *, skip_usual: bool) -> list[tuple[str, Cost]]:
    """Floor, ours and, unless skipped, the usual way: label and cost, the floor first."""
    tape = timeline(request, read)
    found: list[tuple[str, Cost]] = []
    with TemporaryDirectory(prefix="bottega-bench-") as name:
        folder = Path(name)
        raw = folder / "frames.yuv"
        dump(tape, raw)
        for _ in ready(tape, raw):  # so that neither way pays for a cold disk
            pass
        wav = read(request.audio)
        floor = clocked(lambda: len(encode(ready(tape, raw), tape.width, tape.height, tape.fps, tape.seconds, wav)))
        found.append(("floor: encode ready frames", floor))
        found.append(("ours: request to mp4 and poster", clocked(lambda: len(make(request, read).parts["mp4"]))))
        raw.unlink()
        for preset in () if skip_usual else ("veryfast", "medium"):
            found.append((f"usual moviepy, {preset}", clocked(usual(request, read, folder, preset))))
    return found


def one_family(costs: list[tuple[str, Cost]]) -> tuple[Row, list[Row]]:
    """Heads and rows of one film made in every way."""
    floor, ours = costs[0][1], costs[1][1]
    return ("one film", "wall s", "CPU s", "MB", "wall/floor", "CPU/floor", "CPU/ours"), [
        (
            label, f"{cost.wall:.1f}", f"{cost.cpu:.1f}", f"{cost.size / 1e6:.1f}", f"{cost.wall / floor.wall:.2f}",
            f"{cost.cpu / floor.cpu:.2f}", f"{cost.cpu / ours.cpu:.2f}",
        )
        for label, cost in costs
    ]  # fmt: skip


def every_family(seconds: float, width: int, height: int) -> tuple[Row, list[Row]]:
    """Heads and a row for each layout family: what a film of it costs beyond the encoder."""
    found: list[Row] = []
    for family in FAMILIES:
        request, read = film(seconds, width, height, family)
        twice = [measured(request, read, skip_usual=True) for _ in range(2)]
        floor, ours = (min(cost.cpu for _, cost in way) for way in zip(*twice, strict=True))
        found.append((family, f"{floor:.1f}", f"{ours:.1f}", f"{ours / floor:.2f}"))
    return ("family", "floor, CPU s", "film, CPU s", "film/floor"), found


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--seconds", type=float, default=20.0)
    options.add_argument("--size", default="1080x1920")
    options.add_argument("--family", default="editorial", choices=FAMILIES, help="layout family")
    options.add_argument("--all-families", action="store_true", help="one line for each family, without moviepy")
    options.add_argument("--skip-usual", action="store_true", help="moviepy takes minutes")
    options.add_argument("--markdown", action="store_true", help="a table for docs/benchmarks.md")
    chosen = options.parse_args()
    width, height = (int(v) for v in chosen.size.split("x"))
    if chosen.all_families:
        head, found = every_family(chosen.seconds, width, height)
    else:
        request, read = film(chosen.seconds, width, height, chosen.family)
        head, found = one_family(measured(request, read, skip_usual=chosen.skip_usual))
    print(printed(head, found, markdown=chosen.markdown))
    kind = "every family" if chosen.all_families else chosen.family
    print(f"\n{chosen.seconds:g} s, {width}x{height}, {kind}; {machine()}")


if __name__ == "__main__":
    main()
