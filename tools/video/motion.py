"""How a mood moves: camera, entrances and exits, cuts. Every figure of taste about motion is here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from core.canonical import derive_seed

from .timeline import Key, Pose, Transition, TransitionKind, pose_at

Toward = Literal["left", "up", "right", "down"]


@dataclass(frozen=True)
class Feel:
    """What one mood does. ``near`` is how far the camera comes, ``blend`` how long a transition takes, ``rise`` how far
    text comes up as a share of the frame's shorter side, ``gap`` the seconds between one line and the next."""

    kinds: tuple[TransitionKind, ...]
    near: float
    blend: float
    rise: float
    gap: float


_FEELS: Final[dict[str, Feel]] = {
    "warm": Feel(("fade", "wipe"), 1.06, 0.55, 0.035, 0.10),
    "bright": Feel(("slide", "wipe"), 1.06, 0.50, 0.045, 0.08),
    "calm": Feel(("fade",), 1.05, 0.70, 0.025, 0.13),
    "bold": Feel(("slide", "zoom"), 1.07, 0.42, 0.055, 0.07),
    "elegant": Feel(("fade", "wipe"), 1.05, 0.70, 0.025, 0.13),
    "playful": Feel(("slide", "zoom"), 1.06, 0.48, 0.055, 0.08),
    "epic": Feel(("zoom", "fade"), 1.07, 0.60, 0.040, 0.10),
    "dreamy": Feel(("fade", "zoom"), 1.06, 0.75, 0.030, 0.13),
    "serious": Feel(("wipe", "fade"), 1.05, 0.50, 0.030, 0.10),
    "tense": Feel(("zoom", "wipe"), 1.07, 0.40, 0.045, 0.07),
}
OVER: Final = 1.16
"""How much larger than life a background is rastered: above ``near`` by what the resize needs."""
_GROUND: Final = 0.75
"""The ground's part of the way that the camera goes: what is far moves less."""
_MOVABLE: Final = frozenset({"rings", "scene", "photo", "bigtype"})
"""Families whose ground can come nearer. In the others it carries rules and panels that the type is set to."""
_MELTING: Final = ("fade", "zoom")
ENTER: Final = 0.5
_SWAP: Final = 0.4
"""Where in a transition the words change places, as a share of it."""
_LEAVING: Final = 0.2
_DIM: Final = 0.4
"""How far words fade before others take their place: no moment is without words, and none has two over each other."""
_SHORT: Final = 2.8
"""Scenes shorter than this hurry their entrances, so that words stand still for most of them."""


def feel(mood: str) -> Feel:
    """The mood's figures; warm for an unknown one."""
    return _FEELS.get(mood, _FEELS["warm"])


def transition(mood: str, seed: int, index: int, length: float) -> Transition:
    """How shot ``index`` comes in. A film keeps to one kind and its variant; the first shot is simply there."""
    if index == 0:
        return Transition()
    how = feel(mood)
    kind = how.kinds[derive_seed("transition", seed, index // 3) % len(how.kinds)]
    ways: tuple[Toward, ...] = ("left", "up") if derive_seed("toward", seed) % 2 else ("up", "left")
    if kind == "slide":  # what is pushed up goes through the captions
        ways = ("left", "right") if derive_seed("toward", seed) % 2 else ("right", "left")
    return Transition(kind, min(how.blend, 0.22 * length), ways[index % 4 == 3])


def camera(family: str, mood: str, times: Sequence[float]) -> tuple[Key, ...]:
    """One slow breath in or out per shot, over the whole film, so that shots on one background meet without a jump.

    ``times`` are the starts of the shots and the end of the film. No keys for a ground that has to stand still.
    """
    if family not in _MOVABLE:
        return ()
    near = 1 + _GROUND * (feel(mood).near - 1)
    return tuple(Key(t, Pose(scale=near if i % 2 else 1.0), "sine") for i, t in enumerate(times))


def hero(
    mood: str, start: float, end: float, enter: Transition, following: Transition, index: int, short: int,
    *, sway: float = 1.0, near: bool = True,
) -> tuple[Key, ...]:  # fmt: skip
    """The hero comes a little nearer than the ground behind it, and drifts.

    ``sway`` is how much of the drift it has: none for a picture in a window, which would leave its frame. Without
    ``near`` it keeps its size: where the ground moves it is taken along (``follow``).

    Where shots melt into each other, heroes do not: the old one draws back while the new one comes up.

    ``short`` is the frame's shorter side, or 0 for a hero cut off by the frame: that one never leaves the edge.
    """
    deep = 0.8 * (feel(mood).near - 1)
    drift = sway * 0.008 * short * (1 if index % 2 else -1)
    least = 1 - deep / 2 if short else 1.0
    far, close = Pose(0, drift, least), Pose(0, -drift, least + deep if near else least)
    keys: tuple[Key, ...] = (Key(start, far), Key(end + following.seconds, close, "sine"))
    if short and enter.kind in _MELTING:
        first = start + 0.25 * enter.seconds
        up = start + enter.seconds + 0.1
        keys = (Key(first, Pose(0, drift, 0.82 * least, 0)), Key(up, far, "out_cubic"), *keys[1:])
    if short and following.kind in _MELTING:
        away = end + 0.5 * following.seconds
        keys = (*keys[:-1], Key(end, close, "sine"), Key(away, Pose(0, -drift, 0.88 * close.scale, 0), "in_cubic"))
    return keys


def follow(keys: tuple[Key, ...], breath: tuple[Key, ...], end: float, dx: float, dy: float) -> tuple[Key, ...]:
    """Keys of a hero that the ground's camera takes along, so that it stays on what is drawn for it there.

    ``dx`` and ``dy`` are from the middle of the frame to the hero's; ``end`` is where the shot, and with it the camera's way, ends.
    """
    if not any(k.at == end for k in keys):  # the camera turns there
        keys = tuple(sorted((*keys, Key(end, pose_at(keys, end), "sine")), key=lambda k: k.at))

    def taken(key: Key) -> Key:
        zoom, pose = pose_at(breath, key.at).scale, key.pose
        moved = Pose(pose.x + dx * (zoom - 1), pose.y + dy * (zoom - 1), pose.scale * zoom, pose.opacity)
        return key._replace(pose=moved)

    return tuple(taken(k) for k in keys)


def entrance(start: float, rise: float, hurry: float = 1.0) -> tuple[Key, ...]:
    """Up and into sight, ``ENTER`` seconds, from ``start``."""
    return (Key(start, Pose(0, rise, 1, 0)), Key(start + ENTER * hurry, Pose(), "out_cubic"))


def settle(start: float) -> tuple[Key, ...]:
    """In sight at once, a touch too large: for what the first frame of a film must show."""
    return (Key(start, Pose(scale=1.035)), Key(start + 0.9, Pose(), "out_cubic"))


def first_words(start: float, enter: Transition, hurry: float) -> float:
    """When a shot's first words set out: with their picture, or when the words of the shot before are gone."""
    return start - 0.24 * ENTER * hurry if enter.carries else start + _SWAP * enter.seconds


def takes_over(start: float, rise: float, hurry: float = 1.0) -> tuple[Key, ...]:
    """In the place of words that have just gone: as dim as those were, at once, then up and into full sight."""
    return (
        Key(start - 1e-6, Pose(0, rise, 1, 0)),
        Key(start, Pose(0, rise * (1 - _DIM), 1, _DIM), "hold"),
        Key(start + ENTER * hurry, Pose(), "out_cubic"),
    )


def leave(end: float, rise: float, following: Transition, rested: float = 0.0) -> tuple[Key, ...]:
    """Up and dimmer until the next shot's words take over, then gone; with their shot, where that is pushed away.

    ``rested`` is when the words have come to rest: they do not leave before.
    """
    if following.carries:
        return ()
    gone = end + _SWAP * following.seconds
    first = max(rested, gone - _LEAVING)
    away = Pose(0, -0.4 * rise, 1, _DIM)
    return (Key(first, Pose()), Key(gone, away, "in_cubic"), Key(gone, away._replace(opacity=0.0)))


def pulse(start: float, end: float) -> tuple[Key, ...]:
    """Two beats every other second, while there is time: look here."""
    keys: list[Key] = []
    at = start
    while at + 1.0 < end and len(keys) < 40:
        keys += [Key(at, Pose()), Key(at + 0.28, Pose(scale=1.05), "sine"), Key(at + 0.75, Pose(), "sine")]
        at += 1.9
    return tuple(keys)


def hurry(length: float) -> float:
    """How much of its usual time an entrance gets in a scene of that length, 0..1."""
    return min(1.0, length / _SHORT)
