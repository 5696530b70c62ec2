"""What stands in front of a scene: the ware, or the direction's icon as a thing."""

from __future__ import annotations

from core.direction import Direction
from tools.design import colour as col
from tools.design.canvas import Canvas
from tools.design.geometry import Box
from tools.design.hero import icon_hero

from .hour import blend
from .painting import Painting
from .wares import draw


def in_front(art: Painting, look: Direction, room: Box | None = None, prefix: str = "f") -> str:
    """Markup of the thing standing in ``room``'s foot, lit by the scene; nothing where the direction names none.

    Without a ``room`` it stands where the scene's light leaves most of it to see, as large as the picture allows.
    """
    if not (look.ware or look.icon):
        return ""
    box = room or _room(art)
    c = Canvas(prefix)
    halo(c, art, box)
    right = art.light[0] >= box.x + box.w / 2
    if look.ware:
        draw(c, look.ware, box.x + box.w / 2, box.bottom, min(box.w, box.h) * 0.96, art.hour, look.palette, right)
        return c.markup()
    return c.markup() + _icon(art, look, box, f"{prefix}i")


def halo(c: Canvas, art: Painting, box: Box) -> None:
    """Light behind the thing, so that it parts from what is further off."""
    glow = art.hour.lamp if art.hour.dark else art.hour.sun
    fill = c.radial([(0, glow, 0.5), (0.45, glow, 0.2), (1, glow, 0)])
    c.circle(box.x + box.w / 2, box.y + box.h * 0.5, box.w * 0.95, fill, 0.8 if art.hour.dark else 0.5)


def _room(art: Painting) -> Box:
    wide = art.width > art.height
    side = min(art.width * (0.4 if wide else 0.66), art.ground - art.height * (0.26 if wide else 0.4))
    return Box(art.width * (0.68 if wide else 0.5) - side / 2, art.ground - side, side, side)


def _icon(art: Painting, look: Direction, box: Box, prefix: str) -> str:
    p, hour = look.palette, art.hour
    ground = col.mix(hour.sky[-2], hour.shade, 0.5)  # it stands before hills as much as before the sky
    inks = (p.accent, p.accent2, col.mix(p.light, p.accent, 0.12))
    night = col.luminance(ground) < 0.3  # before a dusky hill only what is brighter than it has a shape
    fitting = [x for x in inks if not night or col.luminance(x) > col.luminance(ground)]
    accent = next((x for x in fitting if col.contrast(x, ground) >= 1.35), fitting[-1] if fitting else p.light)
    deep = blend(p.deep, hour.shade, 0.5)
    return icon_hero(
        look.icon, box, accent=accent, accent2=p.accent2, deep=deep, light=p.light, prefix=prefix, depth=0.10, standing=True
    )  # fmt: skip
