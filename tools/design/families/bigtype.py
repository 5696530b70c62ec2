"""One sentence as large as the frame allows, a disc rising behind it with the hero, the offer as a sticker."""

from __future__ import annotations

from tools.design import colour as col
from tools.design import labels
from tools.design.canvas import Canvas
from tools.design.column import Part, Setting
from tools.design.compose import beside, finish, pinned
from tools.design.elements import Tone, tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero
from tools.design.placed import Composition, PlacedText


def lay(job: Job) -> Composition:
    """See the module."""
    frame, p = job.frame, job.direction.palette
    box, tone = frame.box, tone_on(p.bg, job, corner="soft")
    c = Canvas("b")
    c.rect(
        0,
        0,
        frame.width,
        frame.height,
        c.radial(
            [(0, col.mix(p.bg, p.light if col.luminance(p.bg) > 0.2 else p.accent2, 0.16)), (1, p.bg)], 0.8, 0.1, 1.0
        ),
    )
    disc_fill = p.accent if col.contrast(p.accent, p.bg) > 1.3 else p.accent2
    if frame.shape == "wide":
        left, right = beside(job, box, 0.66 if job.has_hero else 0.86, frame.margin * 0.8)
        texts = pinned(job, left, tone, Setting(valign="bottom", largest=5.6, lines=4))
        r = min(right.w * 0.64, frame.height * 0.43)
        disc = (right.right - r if job.rtl else right.x + r, right.y + right.h / 2, r)
        hero_room = Box(disc[0] - r * 0.72, disc[1] - r * 0.72, r * 1.44, r * 1.44)
        hero_room = Box(
            max(hero_room.x, box.x), hero_room.y, min(hero_room.right, box.right) - max(hero_room.x, box.x), hero_room.h
        )
    else:
        return _upright(job, c, tone, disc_fill)
    drawn, hero_box = hero(job, hero_room, ground=disc_fill, share=0.86, halo=0)
    if hero_box is not None:
        c.circle(*disc, fill=disc_fill)
    return finish(job, "bigtype", c.markup(), [texts], drawn, hero_box)


def _upright(job: Job, c: Canvas, tone: Tone, disc_fill: str) -> Composition:
    frame = job.frame
    box = frame.box
    share = 0.66 if job.has_hero else 0.84
    top = pinned(job, Box(box.x, box.y, box.w, box.h * 0.2), tone, Setting(), (), bottom=False)
    head = max((t.occupied.bottom for t in top.texts), default=box.y)
    low = Box(box.x, max(box.bottom - box.h * share, head + frame.body * 1.2), box.w, 0)
    low = Box(low.x, low.y, low.w, box.bottom - low.y)
    wants_sticker = bool(job.texts.badge)
    plain: tuple[Part, ...] = ("headline", "sub", "bullets", "cta")
    parts: tuple[Part, ...] = plain if wants_sticker else ("badge", *plain)
    how = Setting(valign="bottom", largest=6.6 if frame.shape != "square" else 5.4, lines=4, chips=True)
    texts = pinned(job, low, tone, how, parts, top=False)
    first = min((t.occupied.y for t in texts.texts), default=box.bottom)
    extra: list[PlacedText] = []
    if wants_sticker:
        found = _sticker(job, box, texts.texts, tone)
        if found is None:
            texts = pinned(job, low, tone, how, ("badge", *plain), top=False)
            first = min((t.occupied.y for t in texts.texts), default=box.bottom)
        else:
            extra.append(found)
    brand_w = max(
        (t.occupied.right - box.x if not job.rtl else box.right - t.occupied.x for t in top.texts), default=0.0
    )
    tall = first - frame.body * 0.8 - frame.insets.top
    r = min(tall * 0.62, frame.width * 0.40)
    cx = (
        frame.width * (0.30 if job.rtl else 0.70)
        if tall < frame.width
        else frame.width / 2 + (frame.width * 0.18) * (-1 if job.rtl else 1)
    )
    room_top = max(frame.insets.top, box.y) if brand_w < box.w * 0.42 else head + frame.body * 0.5
    side = min(2 * r * 0.78, first - frame.body * 0.6 - room_top, box.w * 0.62)
    hx = min(max(cx - side / 2, box.x), box.right - side)
    if brand_w >= box.w * 0.42 or (
        hx < box.x + brand_w + frame.body if not job.rtl else hx + side > box.right - brand_w - frame.body
    ):
        room_top = head + frame.body * 0.5
        side = min(side, first - frame.body * 0.6 - room_top)
    hero_room = Box(hx, room_top + max(0.0, (first - frame.body * 0.6 - room_top - side) / 2), side, side)
    drawn, hero_box = hero(job, hero_room, ground=disc_fill, halo=0, share=1.0 if job.photo is not None else 0.84)
    if hero_box is not None:
        c.circle(
            hero_box.x + hero_box.w / 2,
            hero_box.y + hero_box.h * 0.47,
            min(hero_box.w * 0.66, r, first - frame.body * 0.5 - hero_box.y - hero_box.h * 0.47),
            disc_fill,
        )
    else:
        c.circle(
            frame.width * (0.16 if job.rtl else 0.84),
            frame.height * 0.05,
            max(8.0, min(frame.width * 0.36, first * 0.8, frame.width * 0.84 - box.x - brand_w - frame.body)),
            disc_fill,
        )
    return finish(job, "bigtype", c.markup(), [top, texts], drawn, hero_box, extra)


def _sticker(job: Job, box: Box, texts: tuple[PlacedText, ...], tone: Tone) -> PlacedText | None:
    """The offer's sticker in the corner across from the button, where nothing else stands."""
    r = min(job.frame.unit * 0.098, box.w * 0.16)
    x = box.x + r if job.rtl else box.right - r
    bottoms = [t for t in texts if t.role == "legal"]
    y = (min(t.occupied.y for t in bottoms) - job.frame.body * 0.6 if bottoms else box.bottom) - r
    for k in (1.0, 0.86):
        found = labels.sticker(job, x, y, r * k, tone, 9 if job.rtl else -9)
        if found is not None and not any(found.occupied.overlaps(t.occupied, 6) for t in texts):
            return found
    return None
