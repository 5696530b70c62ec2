"""What a frame's look depends on: two frames of equal state are the same picture."""

from __future__ import annotations

from typing import Final, NamedTuple

from .timeline import Caption, Layer, Pose, Timeline, pose_at

_HELD: Final = 0.25
"""Pixels that a camera layer's edge moves before it is drawn again: less cannot be seen and costs a whole frame."""
_SLOW: Final = 1.25
"""Pixels in a fifteenth of a second below which a drift need not be drawn oftener than that."""


class Moment(NamedTuple):
    """All that a shot's look depends on: its index and the pose of each of its layers."""

    shot: int
    poses: tuple[Pose, ...]


class State(NamedTuple):
    """All that a frame's look depends on."""

    now: Moment
    before: Moment | None
    share: float
    caption: Caption | None
    over: Pose | None
    """The caption's pose."""

    def shows(self, moment: Moment, depth: int) -> bool:
        """Whether the lowest ``depth`` layers of a shot stand here as they do at ``moment``."""
        there = [m for m in (self.now, self.before) if m is not None and m.shot == moment.shot]
        return any(m.poses[:depth] == moment.poses[:depth] for m in there)


def state_at(timeline: Timeline, index: int) -> State:
    """The state of frame ``index``."""
    t = index / timeline.fps
    seen = timeline.seen(t)
    before = _moment(timeline, seen.before, t) if seen.before is not None else None
    caption = timeline.caption(t)
    over = rounded(pose_at(caption.keys, t)) if caption else None
    return State(_moment(timeline, seen.shot, t), before, seen.share, caption, over)


def _moment(timeline: Timeline, shot: int, t: float) -> Moment:
    return Moment(shot, tuple(_seen(layer, t, timeline.fps) for layer in timeline.shots[shot].layers))


def _seen(layer: Layer, t: float, fps: int) -> Pose:
    """A text's pose, rounded; a camera layer's, held while it is not seen to move."""
    if layer.kind == "text":
        return rounded(pose_at(layer.keys, t))
    pose = _drifting(layer, t, fps)
    reach = max(layer.area.w, layer.area.h) / 2
    scale = round(pose.scale * reach / _HELD) * _HELD / reach
    return rounded(Pose(round(pose.x / _HELD) * _HELD, round(pose.y / _HELD) * _HELD, scale, pose.opacity))


def _drifting(layer: Layer, t: float, fps: int) -> Pose:
    """The pose at the last fifteenth of a second, if until the next one nothing moves by more than ``_SLOW`` pixels."""
    step = fps // 15
    if step < 2:
        return pose_at(layer.keys, t)
    first = round(t * fps) // step * step
    a, b = pose_at(layer.keys, first / fps), pose_at(layer.keys, (first + step) / fps)
    moved = max(abs(a.x - b.x), abs(a.y - b.y)) + abs(a.scale - b.scale) * max(layer.area.w, layer.area.h) / 2
    return a if moved < _SLOW and a.opacity == b.opacity else pose_at(layer.keys, t)


def rounded(pose: Pose) -> Pose:
    """To what can be seen: 1/128 pixel, a millionth of size, 1/255 of opacity."""
    return Pose(
        round(pose.x * 128) / 128,
        round(pose.y * 128) / 128,
        round(pose.scale * 1e6) / 1e6,
        round(pose.opacity * 255) / 255,
    )
