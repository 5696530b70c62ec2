"""Frames of a timeline, one after another, drawn straight into the planes that the encoder takes.

What makes it fast: pictures are converted once; a moving layer is one resize per plane; only a layer's own box is
blended; what lies under the text is kept while it stands still; a frame in which nothing moved is not drawn.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2

from .easing import eased
from .laying import draw
from .planes import Frame, Picture
from .sampling import Scratch
from .states import Moment, State, rounded, state_at
from .timeline import Caption, Layer, Pose, Timeline
from .transitions import ZOOM_IN, ZOOM_OUT, blend, slide, wipe

Paint = Callable[[Layer | Caption], Picture]
"""Rasters a layer: called once for each, when its shot begins."""


class _Stack:
    """What lies under a shot's text, kept from frame to frame: the ground alone, and the ground with the hero."""

    def __init__(self, width: int, height: int) -> None:
        self.steps = (Frame(width, height), Frame(width, height))
        self.holds: list[tuple[Pose, ...]] = [(), ()]


class Engine:
    """Draws any frame of a timeline; quickest when they are asked for in order. Not for several threads at once."""

    def __init__(self, timeline: Timeline, paint: Paint) -> None:
        self.timeline = timeline
        self._paint = paint
        self._pictures: dict[int, tuple[Picture, ...]] = {}
        self._stacks: dict[int, _Stack] = {}
        self._caption: tuple[Caption, Picture] | None = None
        self._scratch = Scratch()
        self._sides = (Frame(timeline.width, timeline.height), Frame(timeline.width, timeline.height))
        self._states: dict[int, State] = {}
        self._drawn: State | None = None
        self._last: Frame | None = None

    def draw(self, index: int, into: Frame) -> None:
        """Draw frame ``index`` (0 is the first) into ``into``, whatever it held."""
        state = self._state(index)
        if state == self._drawn and self._last is not None:
            if self._last is not into:
                into.copy_from(self._last)
            self._last = into
            return
        if state.before is None:
            following = self._state(index + 1) if index + 1 < self.timeline.frames else None
            self._shot(state.now, into, following if following != state else None)
            self._forget(state.now.shot)
        else:
            self._transition(state.before, state.now, state.share, into)
        if state.caption is not None and state.over is not None:
            draw(into, self._caption_picture(state.caption), state.over, self._scratch)
        self._drawn, self._last = state, into

    def repeats(self, index: int) -> bool:
        """Whether a frame looks like the one drawn last: the same bytes can be shown again."""
        return self._drawn == self._state(index)

    def _state(self, index: int) -> State:
        found = self._states.get(index)
        if found is None:
            found = state_at(self.timeline, index)
            while len(self._states) > 2:
                del self._states[next(iter(self._states))]
            self._states[index] = found
        return found

    def _shot(self, moment: Moment, into: Frame, following: State | None = None) -> None:
        """``following`` is what the next frame shows, where it is another one: what it has alike is worth keeping."""
        under = self._under(moment, into, following)
        if under is not into:
            into.copy_from(under)
        self._texts(into, moment)

    def _under(self, moment: Moment, direct: Frame | None = None, following: State | None = None) -> Frame:
        """What lies under the shot's text: the ground, with the hero where there is one. Good until it is asked again.

        What moves is drawn straight into ``direct``, which is given back then: to keep it would be a copy for nothing.
        """
        pictures, poses = self._painted(moment.shot), moment.poses
        if moment.shot not in self._stacks:
            self._stacks[moment.shot] = _Stack(self.timeline.width, self.timeline.height)
        stack = self._stacks[moment.shot]
        drawn = 0
        below = stack.steps[0]
        depths = self._depths(moment.shot)
        for step, (frame, end) in enumerate(zip(stack.steps, depths, strict=False)):
            if stack.holds[step] != poses[:end]:
                moves = stack.holds[step] and not (following and following.shows(moment, end))
                if moves and direct is not None:
                    if drawn:
                        direct.copy_from(below)
                    self._layers(direct, pictures[drawn : depths[-1]], poses[drawn : depths[-1]])
                    return direct
                if drawn:
                    frame.copy_from(below)
                self._layers(frame, pictures[drawn:end], poses[drawn:end])
                stack.holds[step] = poses[:end]
            below, drawn = frame, end
        return below

    def _texts(self, into: Frame, moment: Moment, without: frozenset[str] | set[str] = frozenset()) -> None:
        """The shot's words, apart from those whose markup is in ``without``."""
        layers, first = self.timeline.shots[moment.shot].layers, self._depths(moment.shot)[-1]
        for layer, what, pose in list(zip(layers, self._painted(moment.shot), moment.poses, strict=True))[first:]:
            if layer.markup not in without:
                draw(into, what, pose, self._scratch)

    def _layers(self, into: Frame, pictures: tuple[Picture, ...], poses: tuple[Pose, ...]) -> None:
        for what, pose in zip(pictures, poses, strict=True):
            draw(into, what, pose, self._scratch)

    def _depths(self, shot: int) -> tuple[int, ...]:
        """How many layers the ground has, and the ground with the hero where there is one."""
        kinds = [layer.kind for layer in self.timeline.shots[shot].layers]
        return (1, 2) if kinds[1:2] == ["hero"] else (1,)

    def _transition(self, before: Moment, now: Moment, share: float, into: Frame) -> None:
        """Pictures melt or are wiped under the words, which come and go on their own; a push takes everything along."""
        enter = self.timeline.shots[now.shot].enter
        u = eased("in_out_cubic", share)
        if enter.carries:
            old, new = self._sides
            self._shot(before, old)
            self._shot(now, new)
            slide(old, new, u, enter.toward, into, self._scratch)
            return
        far, near = before, now
        if enter.kind == "zoom":
            far, near = self._camera(before, 1 + (ZOOM_OUT - 1) * u), self._camera(now, ZOOM_IN + (1 - ZOOM_IN) * u)
        old, new = self._under(far), self._under(near)
        if enter.kind == "wipe":
            wipe(old, new, u, enter.toward, into)
        else:
            blend(old, new, u, into)
        staying = {layer.markup for layer in self.timeline.shots[now.shot].layers}
        self._texts(into, before, staying)
        self._texts(into, now)

    def _camera(self, moment: Moment, zoom: float) -> Moment:
        """The shot with all but its words scaled about the middle of the frame."""
        fx, fy = self.timeline.width / 2, self.timeline.height / 2
        moved = []
        for layer, pose in zip(self.timeline.shots[moment.shot].layers, moment.poses, strict=True):
            if layer.kind == "text":
                moved.append(pose)
                continue
            cx, cy = layer.area.centre
            x, y = (cx + pose.x - fx) * zoom + fx - cx, (cy + pose.y - fy) * zoom + fy - cy
            moved.append(rounded(Pose(x, y, pose.scale * zoom, pose.opacity)))
        return Moment(moment.shot, tuple(moved))

    def _painted(self, shot: int) -> tuple[Picture, ...]:
        if shot not in self._pictures:
            self._pictures[shot] = tuple(self._paint(layer) for layer in self.timeline.shots[shot].layers)
        return self._pictures[shot]

    def _caption_picture(self, caption: Caption) -> Picture:
        if self._caption is None or self._caption[0] is not caption:
            self._caption = (caption, self._paint(caption))
        return self._caption[1]

    def _forget(self, shot: int) -> None:
        """Let go of shots that are over, so that a long film needs no more memory than a short one."""
        for old in [s for s in self._pictures if s < shot]:
            del self._pictures[old]
            self._stacks.pop(old, None)


cv2.setNumThreads(1)
"""The encoder's threads have the other cores; OpenCV's own would fight them (and their number must not vary)."""
