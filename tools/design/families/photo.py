"""The user's photo: to the edges under a veil, or framed beside calm paper. Without one, an illustrated scene is framed."""

from __future__ import annotations

from typing import Final

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.column import Setting
from tools.design.compose import beside, finish, pinned
from tools.design.elements import Tone, tone_on
from tools.design.foot import close_with_colour, foot_of
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import Window, window_path
from tools.design.photo import crop, duotone, image_tag, saliency
from tools.design.placed import Composition
from tools.design.scrim import look, under, veil_needed
from tools.image.embedded.front import in_front
from tools.image.embedded.painting import paint

_COVERED: Final = 0.45
"""The most of a photo's salience that may lie under words."""
_DROWNED: Final = 0.8
"""The thickest veil that leaves a photo worth showing."""


def lay(job: Job) -> Composition:
    """See the module."""
    if job.photo is not None and job.frame.shape in ("tall", "square") and job.seed % 3:
        return _bleed(job) or _framed(job)
    return _framed(job)


def _bleed(job: Job) -> Composition | None:
    """Words over the photo; ``None`` where they would lie on what it shows, or where a veil would drown it."""
    frame, p = job.frame, job.direction.palette
    box = frame.box
    assert job.photo is not None
    picture = crop(job.photo, frame.width / frame.height, min(frame.width, 2400))
    seen = saliency(picture)
    if job.direction.mood in ("bold", "tense", "epic"):
        picture = duotone(picture, p.deep, col.mix(p.accent, p.light, 0.45), 0.75)
    c = Canvas("b")
    c.add(image_tag(picture, Box(0, 0, frame.width, frame.height)))
    ink = col.mix(p.light, "#ffffff", 0.3)
    base = tone_on(p.deep, job)
    tone = Tone(p.deep, ink, ink, base.button, base.button_ink, base.mark)
    low = Box(box.x, box.y + box.h * 0.42, box.w, box.h * 0.58)
    texts = pinned(job, low, tone, Setting(valign="bottom", largest=4.3, lines=4, chips=True), top=False)
    top = pinned(job, Box(box.x, box.y, box.w, box.h * 0.25), tone, Setting(), (), bottom=False)
    first = min((t.occupied.y for t in texts.texts), default=box.bottom)
    if float(seen[round(first / frame.height * len(seen)) :].sum()) > _COVERED:
        return None
    small = look(c.markup(), frame.width, frame.height)
    need = veil_needed(ink, under(small, frame.width, Box(box.x, first, box.w, box.bottom - first)), p.deep, 5.4)
    if need > _DROWNED:
        return None
    y = max(0.0, first - frame.short * 0.46)
    span = frame.height - y
    _fade(c, Box(0, y, frame.width, span), p.deep, need, (first - frame.body * 0.4 - y) / span, up=True)
    bare = [t for t in top.texts if t.plate is None]
    if bare:
        bottom = max(t.occupied.bottom for t in bare)
        need = veil_needed(ink, under(small, frame.width, Box(box.x, box.y, box.w, bottom - box.y)), p.deep, 5.0)
        reach = bottom + frame.short * 0.30
        _fade(c, Box(0, 0, frame.width, reach), p.deep, need, bottom / reach, up=False)
    return finish(job, "photo", c.markup(), [top, texts])


def _fade(c: Canvas, box: Box, colour: str, strength: float, full: float, up: bool) -> None:
    """A veil that eases in over its length: no edge is seen. ``full`` is where, along it, full strength is needed."""
    soft = full if up else 1 - full
    stops: list[tuple[float, str, float]] = []
    for i in range(9):
        t = i / 8
        eased = t * t * (3 - 2 * t)
        stops.append((soft * t if up else 1 - soft * t, colour, round(strength * eased, 3)))
    stops.append((1.0 if up else 0.0, colour, min(0.97, strength + (0.1 if up else 0.0))))
    c.rect(box.x, box.y, box.w, box.h, c.linear(sorted(stops)))


def _framed(job: Job) -> Composition:
    frame, p = job.frame, job.direction.palette
    box, tone = frame.box, tone_on(p.bg, job, corner="soft")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, p.bg)
    window: Window = "square"
    if frame.shape == "wide":
        left, right = beside(job, box, 0.52, frame.margin * 1.2)
        room = Box(0, 0, right.right, frame.height) if job.rtl else Box(right.x, 0, frame.width - right.x, frame.height)
        texts = pinned(job, left, tone, Setting(valign="middle", largest=3.4))
    else:
        share = 0.58 if frame.shape == "square" else 0.54
        air = frame.body if job.moving and frame.shape == "tall" and foot_of(job) else 0.0  # above the band
        low = Box(box.x, box.bottom - box.h * share, box.w, box.h * share - air)
        texts = pinned(
            job,
            low,
            tone,
            Setting(valign="top" if job.moving else "bottom", largest=4.0, lines=3, chips=True),
            ("brand", "badge", "headline", "sub", "bullets", "cta"),
            top=False,
        )
        first = min((t.occupied.y for t in texts.texts), default=box.bottom)
        if job.moving:  # all scenes of a film have their picture in one place
            first = low.y
        framed = job.seed % 2 == 0
        top = box.x * 0.62 if framed else 0.0
        inset = box.x * 0.62 if framed else 0.0
        room = Box(inset, top, frame.width - 2 * inset, first - frame.body * 1.7 - top)
        window = "soft" if framed else "square"
    _picture(job, c, room, window)
    if frame.shape == "tall":
        close_with_colour(c, job, 0.0 if job.moving or window == "square" else room.x)
    return finish(job, "photo", c.markup(), [texts])


def _picture(job: Job, c: Canvas, room: Box, window: Window) -> None:
    d = job.direction
    if room.w < 12 or room.h < 12:
        return
    if job.photo is not None:
        clip = c.clip(window_path(room, window))
        picture = crop(job.photo, room.w / room.h, round(min(room.w, 2200)))
        c.add(image_tag(picture, room, f'clip-path="{clip}"'))
    else:
        art = paint(
            d.scene or "waves",
            max(16, round(room.w)),
            max(16, round(room.h)),
            d.palette,
            d.time,
            job.seed,
            horizon=0.52,
            ware=job.has_hero,
        )
        shown = art.markup + in_front(art, d)
        c.add(f'<g transform="translate({room.x:.1f} {room.y:.1f})">{shown}</g>')
        c.path(_around(job, room, window), d.palette.bg, extra='fill-rule="evenodd"')


def _around(job: Job, room: Box, window: Window) -> str:
    """All of the frame but the window, laid over what stands out of it: a clipped group costs the renderer as much as the art."""
    x0, y0, x1, y1 = room.x, room.y, room.right, room.bottom
    r = min(room.w, room.h) * 0.06 if window == "soft" else 0.0
    corner = f"A{num(r)} {num(r)} 0 0 1"
    hole = (
        f"M{num(x0 + r)} {num(y0)}H{num(x1 - r)}{corner} {num(x1)} {num(y0 + r)}V{num(y1 - r)}{corner} {num(x1 - r)} {num(y1)}"
        f"H{num(x0 + r)}{corner} {num(x0)} {num(y1 - r)}V{num(y0 + r)}{corner} {num(x0 + r)} {num(y0)}Z"
    )
    wide, high = job.frame.width + 2, job.frame.height + 2
    return f"M-2 -2H{wide}V{high}H-2Z{hole}"
