"""What stands where at chosen moments of a film: what a check needs to know to judge its frames.

For each shot the moment at which everything has come in, and its middle; for each transition a quarter, half and three
quarters of it. Boxes are ``[x, y, w, h]`` in pixels of the frame, as far as they lie in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from core.requests import VideoRequest

from .easing import eased
from .scenes import spans
from .stills import digest
from .timeline import Area, Layer, Pose, Seen, Timeline, pose_at
from .transitions import ZOOM_IN, ZOOM_OUT

MomentKind = Literal["settled", "middle", "crossing"]
_SHARES = (0.25, 0.5, 0.75)
_FAINT = 1 / 64
"""What is seen less than that is not there."""


@dataclass(frozen=True)
class Seat:
    """One element at a moment."""

    role: str
    text: str
    shot: int
    box: tuple[float, float, float, float]
    """With plate or art; cut off at the frame."""
    letters: tuple[float, float, float, float] | None
    sight: float
    """Opacity, 0 to 1."""
    size: float = 0.0
    colour: str = ""
    cut: bool = False
    """Whether a part of it lies outside the frame."""

    def data(self) -> dict[str, Any]:
        """Plain JSON-able data."""
        letters = [round(v, 1) for v in self.letters] if self.letters else None
        box = [round(v, 1) for v in self.box]
        return {**self.__dict__, "box": box, "letters": letters, "sight": round(self.sight, 3)}


def layout(film: Timeline, request: VideoRequest) -> dict[str, Any]:
    """The film's moments as plain data.

    ``width``, ``height``, ``safe`` (a box); ``hero``, ``bleeds``, ``logo``, ``photo`` and ``pictured``: shots that have a
    hero, whose hero reaches to the frame's edge, that were to show the logo, that were to show a photo, that have any
    picture; ``stills``: shots that are finished pictures, whose words are not known here, and ``stands`` their seconds; ``moments``: ``{frame, time, kind, shot, seats}``.
    """
    safe = request.safe
    room = [safe.left, safe.top, film.width - safe.left - safe.right, film.height - safe.top - safe.bottom]
    scenes = spans(request.scenes, film.seconds, request.bpm)
    shots = list(enumerate(film.shots))
    heroes = [(i, layer) for i, shot in shots for layer in shot.layers if layer.kind == "hero"]
    edge = round(0.01 * min(film.width, film.height))
    frame = Area(edge, edge, film.width - 2 * edge, film.height - 2 * edge)
    return {
        "width": film.width,
        "height": film.height,
        "safe": room,
        "hero": [i for i, _ in heroes],
        "bleeds": [i for i, layer in heroes if not layer.ink.inside(frame)],
        "logo": [i for i, scene in enumerate(scenes) if not scene.still] if request.logo else [],
        "stands": [[s.start, s.end] for s in film.shots if digest(s.layers[0].markup)],
        "stills": [i for i, scene in enumerate(scenes) if scene.still],
        "photo": [i for i, scene in enumerate(scenes) if scene.photo and not scene.still],
        "pictured": [i for i, shot in shots if any("<image" in x.markup for x in shot.layers if x.kind != "text")],
        "moments": [
            {
                "frame": frame,
                "time": round(frame / film.fps, 3),
                "kind": kind,
                "shot": film.seen(frame / film.fps).shot,
                "seats": [s.data() for s in seats(film, frame / film.fps)],
            }
            for frame, kind in moments(film)
        ],
    }


def moments(film: Timeline) -> list[tuple[int, MomentKind]]:
    """Frames to look at, in order, each once."""
    found: dict[int, MomentKind] = {}

    def add(t: float, kind: MomentKind) -> None:
        found.setdefault(min(film.frames - 1, max(0, round(t * film.fps))), kind)

    for index, shot in enumerate(film.shots):
        inside = shot.start + (shot.enter.seconds if index else 0.0)
        if digest(shot.layers[0].markup):
            add(max((shot.start + shot.end) / 2, inside), "middle")
            continue
        if index:
            for share in _SHARES:
                add(shot.start + share * shot.enter.seconds, "crossing")
        middle = max((shot.start + shot.end) / 2, inside)
        come = max((_come(layer) for layer in shot.layers if layer.kind == "text"), default=inside)
        add(min(max(come, inside) + 1.5 / film.fps, max(shot.end - 1.5 / film.fps, middle)), "settled")
        add(middle, "middle")
    return sorted(found.items())


def _come(layer: Layer) -> float:
    """When a text first stands in full sight."""
    return next((k.at for k in layer.keys if k.pose.opacity == 1 and k.pose.y == 0 and k.pose.scale == 1), 0.0)


def seats(film: Timeline, t: float) -> tuple[Seat, ...]:
    """Every element that is seen at ``t``, heroes and captions with the words, from the bottom up."""
    seen = film.seen(t)
    out: list[Seat] = []
    for index in (seen.before, seen.shot):
        if index is not None:
            out += _of_shot(film, seen, index, t)
    caption = film.caption(t)
    if caption is not None:
        pose = pose_at(caption.keys, t)
        area = caption.area
        made = _seat("caption", "", -1, area, None, pose, film, (0.0, 0.0))
        out += [made] if made else []
    return tuple(out)


def _of_shot(film: Timeline, seen: Seen, index: int, t: float) -> Iterator[Seat]:
    shot, now = film.shots[index], film.shots[seen.shot]
    coming = index == seen.shot
    u = eased("in_out_cubic", seen.share) if seen.before is not None else 1.0
    kind = now.enter.kind if seen.before is not None else "cut"
    away = _pushed(film, now.enter.toward, u - 1 if coming else u) if kind == "slide" else (0.0, 0.0)
    zoom = (ZOOM_IN + (1 - ZOOM_IN) * u if coming else 1 + (ZOOM_OUT - 1) * u) if kind == "zoom" else 1.0
    share = (u if coming else 1 - u) if kind in ("fade", "zoom", "wipe") else 1.0
    staying = {layer.markup for layer in now.layers} if not coming and not now.enter.carries else set()
    for layer in shot.layers[1:]:
        pose = pose_at(layer.keys, t)
        if layer.kind == "text":
            if layer.markup in staying:
                continue
            made = _seat(layer.role, layer.text, index, layer.ink, layer, pose, film, away)
            yield from [made] if made else []
            if layer.sign.w:
                bare = replace(layer, letters=Area(0, 0, 0, 0))
                made = _seat("logo", "", index, layer.sign, bare, pose, film, away)
                yield from [made] if made else []
        else:
            cx, cy = layer.area.centre
            x, y = (cx + pose.x - film.width / 2) * zoom, (cy + pose.y - film.height / 2) * zoom
            pose = Pose(x + film.width / 2 - cx, y + film.height / 2 - cy, pose.scale * zoom, pose.opacity * share)
            made = _seat("hero", "", index, layer.ink, layer, pose, film, away)
            yield from [made] if made else []


def _pushed(film: Timeline, toward: str, share: float) -> tuple[float, float]:
    """How far a slide has moved a picture: ``share`` of the frame."""
    sign = -1 if toward in ("left", "up") else 1
    return (sign * share * film.width, 0.0) if toward in ("left", "right") else (0.0, sign * share * film.height)


def _seat(
    role: str,
    text: str,
    shot: int,
    area: Area,
    layer: Layer | None,
    pose: Pose,
    film: Timeline,
    away: tuple[float, float],
) -> Seat | None:
    """The element where its pose puts it; ``None`` where nothing of it is seen."""
    pivot = (layer.area if layer else area).centre
    whole = _posed(area, pivot, pose, away)
    box = _in_frame(whole, film)
    if pose.opacity < _FAINT or box is None:
        return None
    letters = None
    if layer is not None and layer.letters.w:
        letters = _in_frame(_posed(layer.letters, pivot, pose, away), film)
    size, colour = (layer.size, layer.colour) if layer else (0.0, "")
    role = "logo" if role == "brand" and layer is not None and not layer.letters.w else role
    cut = box[2] < whole[2] - 1.5 or box[3] < whole[3] - 1.5
    return Seat(role, text, shot, box, letters, pose.opacity, round(size * pose.scale, 1), colour, cut)


Rect = tuple[float, float, float, float]


def _posed(area: Area, pivot: tuple[float, float], pose: Pose, away: tuple[float, float]) -> Rect:
    x = pivot[0] + (area.x - pivot[0]) * pose.scale + pose.x + away[0]
    y = pivot[1] + (area.y - pivot[1]) * pose.scale + pose.y + away[1]
    return x, y, area.w * pose.scale, area.h * pose.scale


def _in_frame(box: Rect, film: Timeline) -> Rect | None:
    x0, y0 = max(0.0, box[0]), max(0.0, box[1])
    x1, y1 = min(float(film.width), box[0] + box[2]), min(float(film.height), box[1] + box[3])
    return (x0, y0, x1 - x0, y1 - y0) if x1 - x0 >= 1 and y1 - y0 >= 1 else None
