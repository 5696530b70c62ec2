"""Wares and tools that stand large in front of a scene: what is sold, where the setting alone does not tell it.

A new one is a function that takes a ``Pen`` and a line here and in ``wares.json``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from core.direction import Palette
from tools.design.canvas import Canvas, num
from tools.design.render import to_array
from tools.image.embedded.hour import Hour
from tools.image.embedded.hour import hour as day

from . import care, cooks, crafts, dressed, home, larder, outings, papers
from .kit import Pen

WARES: Final[dict[str, Callable[[Pen], None]]] = {
    f.__name__: f
    for f in (
        cooks.knife, cooks.jar, cooks.pot, cooks.bowl, cooks.cloche, cooks.wine, cooks.juice, cooks.beer, cooks.cup, cooks.tea,
        larder.bread, larder.cake, larder.cheese, larder.honey, larder.crate, larder.ice,
        crafts.toolbox, crafts.paint, crafts.easel, crafts.yarn, crafts.sewing, crafts.vase, crafts.candle, crafts.soap,
        papers.press, papers.books, papers.notebook, papers.globe, papers.receipt, papers.laptop, papers.phone, papers.scales, papers.ticket,
        home.plant, home.bouquet, home.lamp, home.chair, home.house, home.lock, home.bucket, home.lantern, home.clock, home.gift, home.toys,
        care.tooth, care.medic, care.pills, care.drop, care.glasses, care.cream, care.barber, care.weights, care.mat,
        outings.bicycle, outings.suitcase, outings.rucksack, outings.ball, outings.racket, outings.telescope, outings.chess, outings.dice,
        outings.camera, outings.music, outings.microphone, outings.guitar, outings.headphones, outings.car, outings.solar,
        dressed.dress, dressed.shirts, dressed.shoe, dressed.slipper, dressed.bag, dressed.ring, dressed.dog, dressed.cat,
    )
}  # fmt: skip
_BOX: Final = 400
_SOLID: Final = 225
"""Opacity, of 255, above which a pixel is the thing and not its shadow or glow."""
_LOOK: Final = 100
"""Pixels at which a ware is looked at to see how much of its box it fills."""


def draw(c: Canvas, ware: str, x: float, foot: float, size: float, hour: Hour, palette: Palette, right: bool) -> None:
    """Draw a ware ``size`` high or wide, whichever is more, its middle at ``x`` and its foot at ``foot``; ``right`` is the light's side.

    It stands near the eye, so the hour dims it less than what is behind it.
    """
    left, top, wide = extent(ware)
    k = size / max(-top, wide)
    middle = (left + wide / 2) * (1 if right else -1)
    c.add(f'<g transform="translate({num(x - middle * k)} {num(foot)}) scale({k if right else -k:.4f} {k:.4f})">')
    WARES[ware](Pen(c, replace(hour, dim=hour.dim * 0.36), palette, not right))
    c.add("</g>")


@lru_cache(maxsize=len(WARES))
def extent(ware: str) -> tuple[float, float, float]:
    """Left edge, top edge and width of what a ware fills of its box, without its shadow, to about 5 units."""
    grey = Palette(**dict.fromkeys(Palette.model_fields, "#808080"))
    c = Canvas("x")
    WARES[ware](Pen(c, day("day", grey), grey))
    reach = _BOX * 0.6
    view = f"{-reach} {-2 * reach + 40} {2 * reach} {2 * reach}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LOOK}" height="{_LOOK}" viewBox="{view}">{c.markup()}</svg>'
    )
    seen = to_array(svg)[..., 3] > _SOLID
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    k = 2 * reach / _LOOK
    return (float(columns[0]) * k - reach, float(rows[0]) * k - 2 * reach + 40, float(columns[-1] - columns[0] + 1) * k)
