"""The plan that several families share: a picture's stage to the frame's edge, words on calm ground beside or under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import labels
from .column import Part, Setting
from .compose import Texts, beside, pinned
from .elements import Align, Tone
from .frame import Job
from .geometry import Box
from .placed import PlacedText
from .seals import Form


def alone(job: Job, largest: float) -> float:
    """A headline's size limit, larger where no other words share the room."""
    return largest * (1.0 if job.texts.sub or job.texts.bullets else 1.7)


@dataclass(frozen=True)
class Stage:
    """Where things went. ``wide`` tells which way the stage lies: to the side, or above the words."""

    texts: tuple[Texts, ...]
    box: Box
    """The stage, to three edges of the frame."""
    room: Box
    """The part of it for the hero, clear of words and of the platform's own interface."""
    wide: bool

    foot: Box | None = None
    """The foot of a story below all words, where there is much of it."""

    @property
    def words(self) -> tuple[PlacedText, ...]:
        return tuple(t for group in self.texts for t in group.texts)


def staged(
    job: Job, tone: Tone, stage_tone: Tone, *, align: Align = "start", largest: float = 4.2, share: float = 0.55,
    edge: float = 1.7, split: float = 0.56, badge: bool = True,
) -> Stage:  # fmt: skip
    """Words set, stage left. ``edge`` is the gap between both in ems of running text; ``split`` the words' part of a wide frame."""
    frame = job.frame
    box = frame.box
    body: Sequence[Part] = (
        ("badge", "headline", "sub", "bullets", "cta") if badge else ("headline", "sub", "bullets", "cta")
    )
    if frame.shape == "wide":
        left, right = beside(job, box, split if job.has_hero else min(0.66, split + 0.08), frame.margin * edge * 0.8)
        texts = pinned(job, left, tone, Setting(valign="middle", largest=alone(job, largest * 0.84), lines=4), body)
        x = 0.0 if job.rtl else right.x
        stage = Box(x, 0, right.right if job.rtl else frame.width - right.x, frame.height)
        return Stage((texts,), stage, Box(right.x, box.y, right.w, box.h), True)
    share = share if job.has_hero else min(0.68, share + 0.1)
    low = Box(box.x, box.bottom - box.h * share, box.w, box.h * share)
    how = Setting(align=align, valign="bottom", largest=alone(job, largest), lines=3 if job.has_hero else 4, chips=True)
    texts = pinned(job, low, tone, how, body, top=False)
    top = pinned(job, Box(box.x, box.y, box.w, box.h * 0.2), stage_tone, Setting(align=align), (), bottom=False)
    head = max((t.occupied.bottom + frame.body * 0.9 for t in top.texts), default=box.y)
    foot = min((t.occupied.y for t in texts.texts), default=box.bottom) - frame.body * edge
    end = max((t.occupied.bottom for t in texts.texts), default=box.bottom) + frame.body * 1.4
    below = Box(0, end, frame.width, frame.height - end) if frame.height - end > frame.height * 0.14 else None
    room = Box(box.x, head, box.w, max(1.0, foot - head))
    return Stage((top, texts), Box(0, 0, frame.width, foot), room, False, below)


def seal_beside(
    job: Job, stage: Stage, hero: Box | None, tone: Tone, form: Form, clear: Sequence[Box] = ()
) -> PlacedText | None:
    """The offer's seal in the stage, off the hero and all words, inside the frame's box; ``None`` where it does not fit."""
    if not job.texts.badge:
        return None
    box, room = job.frame.box, stage.room
    largest = min(job.frame.unit * 0.115, room.w * 0.2, room.h * 0.3)
    side = -1 if job.rtl else 1
    for k in (1.0, 0.85, 0.72):
        r = largest * k
        if r < job.frame.body * 1.9:
            return None
        for u, v in ((1, -1), (1, 1), (1, 0), (-1, -1), (-1, 1), (-1, 0)):
            x = room.x + room.w / 2 + side * u * (room.w / 2 - r)
            if hero is not None:
                reach = hero.w / 2 + r * 1.08
                x = hero.x + hero.w / 2 + side * u * min(reach * 1.06, room.w / 2 - r)
            x = min(max(x, box.x + r), box.right - r)
            y = room.y + room.h / 2 + v * max(0.0, room.h / 2 - r) * 0.8
            made = labels.sticker(job, x, y, r, tone, -8.0 * side, form)
            taken = [*(t.occupied for t in stage.words), *clear, *((hero,) if hero else ())]
            if made is not None and not any(made.occupied.overlaps(t) for t in taken):
                return made
    return None
