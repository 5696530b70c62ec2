"""The illustrator: pictures, and layouts that set the writer's words."""

from __future__ import annotations

from typing import Any

from agents import lessons
from agents.deps import Deps, Work
from agents.writer import read_copy
from core.copydeck import Copy
from core.requests import DesignRequest, DesignTexts, ImageRequest

SHORT = 28
"""Letters of a headline that a banner can set large."""
NAMING = 36
"""Letters that it may have where it alone says what is advertised, because the brief names no brand."""


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
    headline = words.get("title") or _pick(
        copies.get("headlines"), words.get("headline", "first"), bool(words.get("brand"))
    )
    rows = tuple(p for p in copies["bullets"].pieces if not _same(p.text, headline)) if "bullets" in copies else ()
    shown = rows[: int(words.get("bullets", 0))]
    bullets = tuple(piece.text for piece in shown)
    spec["direction"] = {**spec["direction"], "icons": [signs.get(piece.fact, "") for piece in shown]}
    texts = DesignTexts(
        brand=words.get("brand", ""),
        headline=headline,
        sub=_other(copies.get("sub"), (headline, *bullets)),
        cta=words.get("cta", ""),
        badge=words.get("badge", ""),
        legal=words.get("legal", ""),
        bullets=bullets,
    )
    picture = next((a.digest() for a in work.assets.values() if a.main in ("png", "jpg")), "")
    if picture:
        spec["photo"] = picture
    return DesignRequest(**spec, texts=texts, language=work.slot.language, seed=work.seed)


def _texts(copy: Copy | None) -> tuple[str, ...]:
    return tuple(piece.text for piece in copy.pieces) if copy else ()


def _other(copy: Copy | None, beside: tuple[str, ...]) -> str:
    """The best supporting line that says neither the headline nor a bullet beside it again; none where all do."""
    said = [line for b in beside if (line := b.rstrip(".。").casefold())]
    return next((t for t in _texts(copy) if not any(b in t.casefold() for b in said)), "")


def _same(one: str, other: str) -> bool:
    return one.rstrip(".。").casefold() == other.rstrip(".。").casefold()


def _pick(copy: Copy | None, how: str, branded: bool = True) -> str:
    """One line of several: the best (``first``), the best that is short enough for a small place (``short``), or ``none``.

    A picture without a brand takes the line that names the product, so that it says at all what it is for.
    """
    texts = _texts(copy)
    if copy is None or not texts or how == "none":
        return ""
    if not branded:
        naming = (p.text for p in copy.pieces if any(c.fact == "product" for c in p.cites) and _width(p.text) <= NAMING)
        if line := next(naming, ""):
            return line
    if how != "short":
        return texts[0]
    return next((t for t in texts if _width(t) <= SHORT), min(texts, key=_width))


def _width(text: str) -> int:
    """Letters, with Chinese and Japanese signs counted twice."""
    return sum(2 if "\u3000" <= c <= "\u9fff" else 1 for c in text)
