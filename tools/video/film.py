"""One film from request to bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from core.blobs import Read
from core.errors import BadInput
from core.media import Media
from core.requests import VideoRequest
from tools.design.render import encode as png

from .ahead import drawn_ahead
from .captions import film_cues
from .encode import encode
from .frames import Engine
from .moments import layout
from .planes import Frame, Pixels
from .raster import Painter, missing
from .scenes import timeline
from .timeline import Key, Shot, Timeline
from .tracks import tracks


def make(request: VideoRequest, read: Read) -> Media:
    """Parts ``mp4``, ``poster`` (PNG) and ``layout`` (JSON: what stands where at some moments). Raises ``BadInput`` for a film without scenes, ``ToolFailure`` from the encoder."""
    if not request.scenes:
        raise BadInput("a film needs at least one scene", remedy="Add scenes with texts to the request.")
    film = timeline(request, read)
    audio = read(request.audio) if request.audio else b""
    kept: list[Pixels] = []
    with closing(drawn_ahead(Engine(film, Painter(read)))) as frames:
        passing = _keeping(frames, poster_frame(film), kept)
        mp4 = encode(
            passing, film.width, film.height, film.fps, film.seconds, audio,
            tracks=tracks(request, film.seconds), still=all(s.still for s in request.scenes),
        )  # fmt: skip
    places = json.dumps(layout(film, request), ensure_ascii=False, separators=(",", ":")).encode()
    return Media(
        {"mp4": mp4, "poster": png(kept[0]), "layout": places}, _facts(request, film, bool(audio)), _alt(request)
    )


def still(film: Timeline, index: int, read: Read = missing) -> Pixels:
    """One frame as ``height x width x 3`` RGB."""
    frame = Frame(film.width, film.height)
    Engine(film, Painter(read)).draw(index, frame)
    return frame.rgb()


def _keeping(frames: Iterator[Frame], index: int, kept: list[Pixels]) -> Iterator[Frame]:
    """The frames as they come; that of ``index`` is also put into ``kept``."""
    for at, frame in enumerate(frames):
        if at == index:
            kept.append(frame.rgb())
        yield frame


def poster_frame(film: Timeline) -> int:
    """The first frame in which all of the first shot has come in; its middle at the latest."""
    shot = film.shots[0]
    ready = max((_arrived(layer.keys) for layer in shot.layers if layer.kind == "text"), default=0.0)
    at = min(max(ready, shot.start) + 0.1, (shot.start + shot.end) / 2)
    return min(film.frames - 1, round(at * film.fps))


def _arrived(keys: tuple[Key, ...]) -> float:
    """When a text first stands in full sight."""
    return next((k.at for k in keys if k.pose.opacity == 1 and k.pose.y == 0), 0.0)


def _facts(request: VideoRequest, film: Timeline, sound: bool) -> dict[str, Any]:
    return {
        "width": film.width,
        "height": film.height,
        "fps": film.fps,
        "seconds": film.seconds,
        "frames": film.frames,
        "has_audio": sound,
        "scenes": [{"start": s.start, "end": s.end, "role": s.role, "shown": shown(s)} for s in film.shots],
        "cues": [{"start": c.start, "end": c.end, "text": c.text} for c in film_cues(request, film.width, film.height)],
    }


def shown(shot: Shot) -> list[str]:
    """The texts that a shot has on screen, as they were laid out: lines of one text joined."""
    texts: dict[tuple[str, int], list[str]] = {}
    for n, layer in enumerate(layer for layer in shot.layers if layer.kind == "text" and layer.text):
        texts.setdefault((layer.role, n if layer.role == "bullet" else 0), []).append(layer.text)
    return [" ".join(lines) for lines in texts.values()]


def _alt(request: VideoRequest) -> str:
    """What the film shows, from its own words."""
    lines = [s.texts.headline or s.texts.cta or s.texts.brand for s in request.scenes]
    return " / ".join(dict.fromkeys(line for line in lines if line))[:300]
