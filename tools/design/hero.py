"""The hero: an icon given a body, light and shadow, or the user's picture in a shaped window."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np

from . import colour as col
from .canvas import Canvas, num
from .frame import Job
from .geometry import Box
from .icons import icon
from .photo import crop, image_tag
from .render import to_array
from .solids import hollow, solid

Window = Literal["circle", "arch", "soft", "square"]
_STEPS = 26
_DRAWN = 56.0
"""Pixels from which a ware is drawn; below, its icon is all that can be told apart."""


def square_in(box: Box, share: float = 1.0) -> Box:
    """The largest square in the middle of a box, or a part of it."""
    side = min(box.w, box.h) * share
    return Box(box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side)


@lru_cache(maxsize=256)
def ink_of_icon(name: str) -> Box:
    """Where an icon's ink lies in its 256 box, to about 2 units."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 256 256">{icon(name, "fill")}</svg>'
    seen = to_array(svg)[..., 3] > 20
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return Box(0, 0, 256, 256)
    x, y = 2.0 * float(columns[0]), 2.0 * float(rows[0])
    return Box(x, y, 2.0 * float(columns[-1]) + 2 - x, 2.0 * float(rows[-1]) + 2 - y)


def icon_hero(
    name: str,
    box: Box,
    *,
    accent: str,
    accent2: str,
    deep: str,
    light: str,
    prefix: str = "h",
    depth: float = 0.13,
    halo: float = 0.0,
    standing: bool = False,
) -> str:
    """An icon as an object: extruded down to the right, lit from the upper left, with a rim, a gloss and inner shade.

    ``depth`` is the extrusion as a part of the size; ``halo`` 0-1 the glow behind. Its ink fits ``box`` with
    the extrusion, in the middle or, ``standing``, on its lower edge.
    """
    c = Canvas(prefix)
    ink = ink_of_icon(name)
    reach = 256 * depth
    k = min(box.w / (ink.w + reach), box.h / (ink.h + reach), 1.22 * min(box.w, box.h) / (256 + reach))
    x = box.x + (box.w - (ink.w + reach) * k) / 2 - ink.x * k
    y = (box.bottom if standing else box.y + (box.h + (ink.h + reach) * k) / 2) - (ink.bottom + reach) * k
    side = 256 * k
    glyph = icon(name, "fill")
    shape = c.define(f'<g id="@">{glyph}</g>')
    body_of = c.define(f'<g id="@">{solid(name)}</g>') if hollow(name) else shape
    if halo > 0:
        glow = c.radial([(0, accent, 0.6 * halo), (0.5, accent, 0.22 * halo), (1, accent, 0)])
        c.circle(x + side / 2, y + side / 2, side * 0.78, glow)
    near, far = col.mix(deep, accent2, 0.5), col.mix(deep, "#000000", 0.12)
    for i in range(_STEPS, 0, -1):
        at = reach * i / _STEPS
        c.add(
            f'<use href="#{body_of}" transform="translate({num(x + at * k)} {num(y + at * k)}) scale({k:.4f})" '
            f'fill="{col.mix(near, far, (i / _STEPS) ** 0.8)}"/>'
        )
    place = f'transform="translate({num(x)} {num(y)}) scale({k:.4f})"'
    hi, lo = col.mix(accent, light, 0.62), col.mix(accent, accent2, 0.6)
    body = c.define(
        f'<linearGradient id="@" gradientUnits="userSpaceOnUse" x1="24" y1="16" x2="224" y2="240"><stop offset="0" stop-color="{col.mix(accent, light, 0.28)}"/>'
        f'<stop offset=".45" stop-color="{accent}"/><stop offset="1" stop-color="{lo}"/></linearGradient>'
    )
    clip = c.define(f'<clipPath id="@">{glyph}</clipPath>')
    gloss = c.define(
        '<linearGradient id="@" gradientUnits="userSpaceOnUse" x1="30" y1="20" x2="190" y2="170">'
        f'<stop offset="0" stop-color="{light}" stop-opacity=".42"/><stop offset=".62" stop-color="{light}" stop-opacity=".10"/>'
        f'<stop offset=".63" stop-color="{light}" stop-opacity="0"/></linearGradient>'
    )
    shade = col.mix(lo, deep, 0.42)  # the gloss ends within the triangle that it fills
    if body_of != shape:  # what the holes show is the object's own pale side, not the ground behind it
        near_in, far_in = col.mix(accent, light, 0.86), col.mix(accent, light, 0.6)
        if col.contrast(far_in, accent) < 1.35:  # a pale object is dark inside
            near_in, far_in = col.mix(accent, deep, 0.34), col.mix(accent, deep, 0.5)
        inside = c.define(
            f'<linearGradient id="@" gradientUnits="userSpaceOnUse" x1="24" y1="16" x2="224" y2="240"><stop offset="0" stop-color="{near_in}"/>'
            f'<stop offset="1" stop-color="{far_in}"/></linearGradient>'
        )
        c.add(f'<g {place}><use href="#{body_of}" fill="url(#{inside})"/></g>')
    c.add(
        f'<g {place}><use href="#{shape}" fill="{hi}"/><g clip-path="url(#{clip})">'
        f'<use href="#{shape}" fill="{shade}" transform="translate(3.2 3.2)"/>'
        f'<use href="#{shape}" fill="url(#{body})" transform="translate(1.6 1.6) translate(128 128) scale(.996) translate(-128 -128)"/>'
        f'<path d="M0 0H242L0 258Z" fill="url(#{gloss})"/></g></g>'
    )
    return c.markup()


def window_path(box: Box, window: Window) -> str:
    """The outline that a picture is cut to."""
    if window == "circle":
        return f'<ellipse cx="{num(box.x + box.w / 2)}" cy="{num(box.y + box.h / 2)}" rx="{num(box.w / 2)}" ry="{num(box.h / 2)}"/>'
    if window == "arch":
        r = box.w / 2
        top = box.y + min(r, box.h)
        return f'<path d="M{num(box.x)} {num(box.bottom)}V{num(top)}A{num(r)} {num(min(r, box.h))} 0 0 1 {num(box.right)} {num(top)}V{num(box.bottom)}Z"/>'
    rx = min(box.w, box.h) * 0.06 if window == "soft" else 0.0
    return f'<rect x="{num(box.x)}" y="{num(box.y)}" width="{num(box.w)}" height="{num(box.h)}" rx="{num(rx)}"/>'


def picture_hero(job: Job, box: Box, window: Window, prefix: str = "h") -> str:
    """The user's picture, cropped to what matters, in a window."""
    if job.photo is None or box.empty:
        return ""
    c = Canvas(prefix)
    part = crop(job.photo, box.w / box.h, round(min(box.w, 2200)))
    clip = c.clip(window_path(box, window))
    c.add(image_tag(part, box, f'clip-path="{clip}"'))
    return c.markup()


def hero(
    job: Job,
    box: Box,
    *,
    window: Window = "circle",
    ground: str = "",
    halo: float = 0.8,
    share: float = 1.0,
    standing: bool = False,
) -> tuple[str, Box | None]:
    """Picture or icon in ``box``; nothing, and ``None``, where there is neither."""
    if box.w < 18 or box.h < 18:
        return "", None
    if job.photo is not None:
        room = square_in(box, share) if window == "circle" else box
        return picture_hero(job, room, window), room
    name = job.direction.icon
    if not name:
        return "", None
    p = job.direction.palette
    ground = ground or p.bg
    room = square_in(box, share)
    if job.direction.ware and room.w >= _DRAWN:
        return ware_hero(job, room, ground, halo, standing=standing), room
    accent, accent2 = hero_colours(job, ground)
    return icon_hero(
        name, room, accent=accent, accent2=accent2, deep=p.deep, light=p.light, halo=halo, standing=standing
    ), room


def ware_hero(job: Job, box: Box, ground: str, halo: float, *, standing: bool = False, prefix: str = "h") -> str:
    """The ware itself, drawn by daylight: in the middle of ``box`` or, ``standing``, on its lower edge."""
    from tools.image.embedded.hour import hour
    from tools.image.embedded.wares import draw, extent

    p = job.direction.palette
    c = Canvas(prefix)
    if halo > 0:
        accent, _ = hero_colours(job, ground)
        glow = c.radial([(0, accent, 0.5 * halo), (0.5, accent, 0.18 * halo), (1, accent, 0)])
        c.circle(box.x + box.w / 2, box.y + box.h / 2, box.w * 0.62, glow)
    _, top, wide = extent(job.direction.ware)
    size = min(box.w, box.h) * 0.9
    tall = size * -top / max(-top, wide)
    foot = box.bottom - box.h * 0.05 if standing else box.y + (box.h + tall) / 2
    draw(c, job.direction.ware, box.x + box.w / 2, foot, size, hour("day", p), p, right=True)
    return c.markup()


def hero_colours(job: Job, ground: str) -> tuple[str, str]:
    """Two accents that stand off a ground, the stronger first."""
    p = job.direction.palette
    dark = col.luminance(ground) < 0.2  # on a dark ground a darker body loses its shape
    order = [
        c
        for c in (p.accent, p.accent2)
        if col.contrast(c, ground) >= 1.45 and not (dark and col.luminance(c) < col.luminance(ground))
    ]
    if not order:
        pale = col.contrast(p.light, ground) >= 1.8
        order = (
            [col.mix(p.light, p.accent, 0.12), col.mix(p.accent, p.light, 0.45)]
            if pale
            else [col.mix(p.accent, p.deep, 0.45)]
        )
    first = order[0]
    if col.luminance(first) < 0.03 and not dark:  # a black body would melt into its own shadow
        first = col.mix(first, p.light, 0.24)
    return first, (order[1] if len(order) > 1 else col.mix(first, p.deep, 0.4))
