"""A campaign's picture slots: the scene without words, the layouts of every size, banners, and their alternative texts."""

from __future__ import annotations

from typing import Any

from core.brief import Brief
from core.direction import Direction
from core.plan import Slot
from graphs.kinds.campaign.details import Details
from graphs.kinds.campaign.formats import BANNERS, PICTURES, Format
from graphs.kinds.campaign.slots import frame, photos, signs, slot
from graphs.kinds.campaign.texts import client_line
from tools.text.embedded.shorter import kinds, offers
from tools.text.embedded.texts import capital
from tools.text.limits import count

MAX_BADGE = 60
"""Letters of an offer that a badge still sets well, a Chinese sign counting two; an offer with its deadline takes about 50."""

MAIN = frozenset({"square", "landscape", "wide"})
"""Sizes that carry the leading line; the others carry the campaign's other lines in turn."""


def hero(brief: Brief, direction: Direction) -> Slot:
    """The campaign's scene, without words."""
    plain = direction.model_copy(update={"icons": ()})  # a scene without words has no benefit rows
    spec = {"subject": brief.product, "width": 2000, "height": 1125, "direction": plain.json_dict()}
    return slot("picture.hero", "image", "illustrator", "hero", spec, (), "", brief.seed)


def pictures(brief: Brief, direction: Direction, language: str, details: Details) -> list[Slot]:
    """Posts and covers of one language."""
    turns = {size: n for n, size in enumerate((s for s in details.sizes if s not in MAIN), 1)}
    return [
        _layout(
            brief, direction, language, f"image.{size}", PICTURES[size], i,
            0 if size in ("square", "landscape") else 3, turns.get(size, 0),
        )
        for i, size in enumerate(details.sizes)
    ]  # fmt: skip


def banners(brief: Brief, direction: Direction, language: str, details: Details) -> list[Slot]:
    """Display advertisements of one language: a message, a name and a button."""
    return [
        _layout(brief, direction, language, f"banner.{size}", BANNERS[size], i, 0)
        for i, size in enumerate(details.banners)
    ]


def _layout(
    brief: Brief,
    direction: Direction,
    language: str,
    name: str,
    shape: Format,
    index: int,
    bullets: int,
    turn: int = 0,
) -> Slot:
    """``turn`` 0 for the campaign's leading line, else the how manieth of its other lines."""
    shots = photos(brief)
    banner = name.startswith("banner.")
    said = tuple(
        capital(o) for o in (brief.offer, *offers(brief.offer, language)) if count(o, "google_ads") <= MAX_BADGE
    )
    words: dict[str, Any] = {
        "brand": brief.brand.name,
        "cta": brief.cta,
        "badge": said[0] if said else "",
        "legal": " ".join(brief.brand.legal),
        "bullets": bullets,
        "kinds": list(kinds(brief.product, brief.brand.name, language)),
    }
    needs = (
        (f"headlines.{language}",) if banner else (f"headlines.{language}", f"sub.{language}", f"bullets.{language}")
    )
    if banner:
        words |= {"headline": "short", "offers": list(said[1:])}
    else:
        words["turn"] = turn
    if title := client_line(brief, language):
        words["title"] = title
    spec = {
        **frame(brief, direction),
        "width": shape.width,
        "height": shape.height,
        "safe": shape.safe.json_dict(),
        "photo": shots[index % len(shots)] if shots else "",
        "words": words,
        "signs": signs(brief, direction) if bullets else {},
    }
    return slot(f"{name}.{language}", "design", "illustrator", "ad", spec, needs, language, brief.seed)


def alt(brief: Brief, direction: Direction, language: str, details: Details) -> Slot:
    """What the pictures show, for those who do not see them."""
    needs = tuple(f"image.{size}.{language}" for size in details.sizes)
    shown = "photo" if brief.photos else direction.ware or direction.icon
    spec = {
        "product": brief.product,
        "brand": brief.brand.name,
        "limit": 150,
        "count": len(needs),
        "hero": f"{shown} scene:{direction.scene} time:{direction.time} ground:{_ground(direction)}",
    }
    return slot(f"alt.{language}", "text", "writer", "alt", spec, needs, language, brief.seed)


def _ground(direction: Direction) -> str:
    """Whether the pictures stand on a dark or a light ground, for those who do not see them."""
    channels = [int(direction.palette.bg[i : i + 2], 16) for i in (1, 3, 5)]
    return "dark" if sum(channels) < 384 else "light"
