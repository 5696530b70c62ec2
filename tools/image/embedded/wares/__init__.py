"""Wares and tools that stand large in front of a scene: what is sold, where the setting alone does not tell it.

A new one is a function that takes a ``Pen`` and a line here and in ``wares.json``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from core.direction import Palette
from tools.design.canvas import Canvas, num
from tools.image.embedded.hour import Hour

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
        dressed.dress, dressed.shirts, dressed.shoe, dressed.bag, dressed.ring, dressed.dog, dressed.cat,
    )
}  # fmt: skip
_BOX: Final = 400


def draw(c: Canvas, ware: str, x: float, foot: float, size: float, hour: Hour, palette: Palette, right: bool) -> None:
    """Draw a ware ``size`` high and wide at most, its middle at ``x`` and its foot at ``foot``; ``right`` is the light's side.

    It stands near the eye, so the hour dims it less than what is behind it.
    """
    k = size / _BOX
    c.add(f'<g transform="translate({num(x)} {num(foot)}) scale({k if right else -k:.4f} {k:.4f})">')
    WARES[ware](Pen(c, replace(hour, dim=hour.dim * 0.36), palette, not right))
    c.add("</g>")
