"""A scene by name as a fragment of SVG, with what a layout must know of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from core.direction import Palette

from .deck import NATURAL, deck
from .hour import Hour
from .scenes import SCENES
from .stage import stage


@dataclass(frozen=True)
class Painting:
    """An opaque picture filling ``width`` by ``height``."""

    width: int
    height: int
    markup: str
    """Without an ``<svg>`` around it; ids start with the given prefix."""
    hour: Hour
    horizon: float
    ground: float
    """Where something that stands in the picture touches the ground."""
    light: tuple[float, float]


@lru_cache(maxsize=8)
def paint(
    scene: str,
    width: int,
    height: int,
    palette: Palette,
    time: str,
    seed: int,
    *,
    horizon: float = 0.58,
    light_x: float = 0.66,
    quiet: float = 0.0,
    ware: bool = False,
    prefix: str = "bs",
) -> Painting:
    """Draw a scene; an unknown name gives ``waves``. ``horizon``, ``light_x`` and ``quiet`` are fractions of the frame:
    above ``quiet`` nothing small is painted and no sun stands, because words go there. ``ware`` says that something will
    stand in front: a scene without a ground of its own gets boards for it."""
    s = stage(width, height, palette, time, seed, horizon=horizon, light_x=light_x, quiet=quiet, prefix=prefix)
    SCENES.get(scene, SCENES["waves"])(s)
    if ware and scene in SCENES and scene not in NATURAL:
        deck(s)
    return Painting(
        width,
        height,
        s.canvas.markup(),
        s.hour,
        s.horizon,
        min(s.ground, height * 0.97),
        (s.light_x, s.light_y or s.horizon),
    )
