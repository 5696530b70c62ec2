"""Every scene by name. A new one is a file with ``paint(stage)`` and a line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tools.image.embedded.stage import Stage

from . import (
    cafe,
    classroom,
    coast,
    concert,
    desert,
    desk,
    fields,
    forest,
    garden,
    harbour,
    hills,
    kitchen,
    reception,
    reef,
    river,
    room,
    shopfront,
    skyline,
    snow,
    stars,
    street,
    table,
    waves,
    workshop,
)

SCENES: Final[dict[str, Callable[[Stage], None]]] = {
    "hills": hills.paint,
    "forest": forest.paint,
    "coast": coast.paint,
    "skyline": skyline.paint,
    "street": street.paint,
    "room": room.paint,
    "table": table.paint,
    "fields": fields.paint,
    "desert": desert.paint,
    "waves": waves.paint,
    "stars": stars.paint,
    "snow": snow.paint,
    "reef": reef.paint,
    "concert": concert.paint,
    "desk": desk.paint,
    "harbour": harbour.paint,
    "river": river.paint,
    "garden": garden.paint,
    "kitchen": kitchen.paint,
    "shopfront": shopfront.paint,
    "reception": reception.paint,
    "cafe": cafe.paint,
    "classroom": classroom.paint,
    "workshop": workshop.paint,
}
