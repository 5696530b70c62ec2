"""Layout families by name. A new one is a file with ``lay(job) -> Composition`` and a line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tools.design.frame import Job
from tools.design.placed import Composition

from . import (
    arch,
    banner,
    bauhaus,
    bigtype,
    diagonal,
    editorial,
    magazine,
    ornament,
    photo,
    rings,
    scene,
    split,
    sticker,
    sunburst,
    swiss,
    ticket,
)

Family = Callable[[Job], Composition]

FAMILIES: Final[dict[str, Family]] = {
    "rings": rings.lay,
    "split": split.lay,
    "bauhaus": bauhaus.lay,
    "bigtype": bigtype.lay,
    "scene": scene.lay,
    "photo": photo.lay,
    "editorial": editorial.lay,
    "arch": arch.lay,
    "sunburst": sunburst.lay,
    "diagonal": diagonal.lay,
    "ticket": ticket.lay,
    "swiss": swiss.lay,
    "magazine": magazine.lay,
    "ornament": ornament.lay,
    "sticker": sticker.lay,
}

__all__ = ["FAMILIES", "TYPE_LED", "Family", "banner"]

TYPE_LED: Final = ("bigtype", "editorial", "bauhaus", "scene")
"""Families that lose nothing without a hero."""
