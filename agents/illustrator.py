"""The illustrator: pictures, and layouts that set the writer's words."""

from __future__ import annotations

from typing import Any

from agents import lessons
from agents.deps import Deps, Work
from agents.headlines import Known, lead, other_lead, short, told, under
from agents.writer import read_copy
from core.copydeck import Copy
from core.requests import DesignRequest, DesignTexts, ImageRequest
from tools.text.embedded.shorter import names


async def illustrate(work: Work, deps: Deps) -> dict[str, Any]:
    """Make one picture, layout, or series of diagrams or slides. Gives ``{"assets": {slot: asset}}``."""
    if work.slot.modality in ("diagram", "slide"):
        draw = lessons.draw_diagrams if work.slot.modality == "diagram" else lessons.draw_slides
        return {"assets": {work.slot.id: (await draw(work, deps)).json_dict()}}
    request: ImageRequest | DesignRequest
    if work.slot.modality == "image":
        request = ImageRequest(**work.slot.spec, seed=work.seed)
    else:
        request = _layout(work, deps)
    asset = await deps.make(work, request)
    return {"assets": {work.slot.id: asset.json_dict()}}


def _layout(work: Work, deps: Deps) -> DesignRequest:
    spec = dict(work.slot.spec)
    words: dict[str, Any] = spec.pop("words")
    copies = {
        slot_id.split(".")[0]: read_copy(deps, asset.digest("json"))
        for slot_id, asset in work.assets.items()
        if "json" in asset.parts
    }
    signs: dict[str, str] = spec.pop("signs", {})
    kinds = tuple(words.get("kinds", ()))
    known = Known(words.get("brand", ""), words.get("badge", ""), words.get("title", ""), kinds)
    headline = _headline(copies.get("headlines"), words, known)
    rows = tuple(p for p in copies["bullets"].pieces if not told(p.text, (headline,))) if "bullets" in copies else ()
    shown = rows[: int(words.get("bullets", 0))]
    bullets = tuple(piece.text for piece in shown)
    spec["direction"] = {**spec["direction"], "icons": [signs.get(piece.fact, "") for piece in shown]}
    texts = DesignTexts(
        brand=known.brand,
        headline=headline,
        sub=under(copies.get("sub"), (headline, *bullets), known),
        cta=words.get("cta", ""),
        badge=known.offer,
        legal=words.get("legal", ""),
        bullets=bullets,
        offers=tuple(words.get("offers", ())),
        kinds=kinds if words.get("headline") == "short" and not any(names(headline, k) for k in kinds) else (),
    )
    picture = next((a.digest() for a in work.assets.values() if a.main in ("png", "jpg")), "")
    if picture:
        spec["photo"] = picture
    return DesignRequest(**spec, texts=texts, language=work.slot.language, seed=work.seed)


def _headline(copy: Copy | None, words: dict[str, Any], known: Known) -> str:
    """The line of several that a picture carries: see ``agents.headlines``."""
    how = words.get("headline", "first")
    if how == "none":
        return ""
    if how == "short":
        return short(copy, known)
    turn = int(words.get("turn", 0))
    return other_lead(copy, turn, known) if turn else lead(copy, known)
