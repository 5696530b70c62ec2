"""A film as data: shots of layers, each with keys that say where it is and how well it is seen.

Nothing here draws. Seconds count from the start of the film, pixels from the top left of the frame. A layer
names its picture as SVG markup, so a timeline can be compared, printed and tested without a raster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .easing import Ease, eased, mix


class Area(NamedTuple):
    """Left, top, width and height in whole pixels, all even, so that half-size colour planes fit."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def meets(self, other: Area) -> bool:
        """Whether they share a pixel."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def inside(self, other: Area) -> bool:
        """Whether it lies wholly in ``other``."""
        return self.x >= other.x and self.y >= other.y and self.right <= other.right and self.bottom <= other.bottom


class Pose(NamedTuple):
    """A moment of a layer: offset in pixels, scale about the middle of its area, opacity 0..1."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    opacity: float = 1.0


REST = Pose()


class Key(NamedTuple):
    """A pose at a time; ``ease`` is the way to it from the key before."""

    at: float
    pose: Pose
    ease: Ease = "linear"


def pose_at(keys: Sequence[Key], t: float) -> Pose:
    """The pose at ``t``: that of the first key before it, of the last key after it. No keys: at rest."""
    if not keys:
        return REST
    before = keys[0]
    if t <= before.at:
        return before.pose
    for key in keys[1:]:
        if t < key.at:
            u = eased(key.ease, (t - before.at) / (key.at - before.at))
            a, b = before.pose, key.pose
            opacity = min(1.0, max(0.0, mix(a.opacity, b.opacity, u)))
            return Pose(mix(a.x, b.x, u), mix(a.y, b.y, u), mix(a.scale, b.scale, u), opacity)
        before = key
    return before.pose


LayerKind = Literal["background", "hero", "text"]


@dataclass(frozen=True)
class Layer:
    """One picture and its way through the shot.

    ``markup`` is SVG without an ``<svg>`` around it, in frame coordinates; ``area`` is the part of the frame that it
    may touch at rest. ``over`` is how much larger than that the raster is made: above 1 for what the camera zooms
    slowly, so that it stays sharp and moves by hundredths of a pixel; 1 for what comes to rest and must be crisp.
    """

    kind: LayerKind
    markup: str
    area: Area
    keys: tuple[Key, ...] = ()
    over: float = 1.0
    role: str = ""
    text: str = ""
    stage: str = ""
    """The part of a background's markup that shots share; the rest of it has no hard edges."""
    ink: Area = Area(0, 0, 0, 0)
    """What a text with its plate, or a hero, covers, without room for its shadow."""
    letters: Area = Area(0, 0, 0, 0)
    """The ink of a text alone; nothing for a logo."""
    sign: Area = Area(0, 0, 0, 0)
    """The drawing beside the letters of a name: the client's sign, or our own."""
    size: float = 0.0
    """Type size in pixels."""
    colour: str = ""


TransitionKind = Literal["cut", "fade", "wipe", "slide", "zoom"]


@dataclass(frozen=True)
class Transition:
    """How a shot comes in. ``toward`` is where the picture moves to: left, up, right or down."""

    kind: TransitionKind = "cut"
    seconds: float = 0.0
    toward: Literal["left", "up", "right", "down"] = "left"

    @property
    def carries(self) -> bool:
        """Whether words travel with their picture. Else only pictures change, and the words on them change places."""
        return self.kind in ("cut", "slide")


@dataclass(frozen=True)
class Shot:
    """A stretch of film. Layers from the bottom up; the first is opaque and fills the frame."""

    start: float
    end: float
    layers: tuple[Layer, ...]
    role: str = "benefit"
    enter: Transition = Transition()


class Seen(NamedTuple):
    """What is on at a moment: a shot, and while it comes in also the one before it and the share done, 0..1."""

    shot: int
    before: int | None
    share: float


@dataclass(frozen=True)
class Caption:
    """Words burned in from ``start`` to ``end``: one picture, plate and letters.

    ``base`` is the same cue with no word picked out, and ``changed`` where this one differs from it: drawing a cue once
    and then each current word alone costs a fifth.
    """

    start: float
    end: float
    markup: str
    area: Area
    keys: tuple[Key, ...] = ()
    base: str = ""
    changed: Area | None = None


@dataclass(frozen=True)
class Timeline:
    """A whole film. Width and height are even. Shots follow one another without gap from 0 to the end."""

    width: int
    height: int
    fps: int
    frames: int
    shots: tuple[Shot, ...]
    captions: tuple[Caption, ...] = ()

    @property
    def seconds(self) -> float:
        return self.frames / self.fps

    def seen(self, t: float) -> Seen:
        """Which shots are on at ``t``."""
        index = 0
        for i, shot in enumerate(self.shots):
            if t >= shot.start - 1e-9:
                index = i
        shot = self.shots[index]
        since = t - shot.start
        if index == 0 or shot.enter.kind == "cut" or since >= shot.enter.seconds:
            return Seen(index, None, 1.0)
        return Seen(index, index - 1, max(0.0, since / shot.enter.seconds))

    def caption(self, t: float) -> Caption | None:
        """The caption on at ``t``, if there is one."""
        for caption in self.captions:
            if caption.start - 1e-9 <= t < caption.end - 1e-9:
                return caption
        return None
