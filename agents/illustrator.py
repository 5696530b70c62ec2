"""The illustrator: pictures, and layouts that set the writer's words."""

from __future__ import annotations

from typing import Any

from agents.deps import Deps, Work
from agents.writer import read_copy
from core.copydeck import Copy
from core.requests import DesignRequest, DesignTexts, ImageRequest

SHORT = 28
"""Letters of a headline that a banner can set large."""


async def illustrate(work: Work, deps: Deps) -> dict[str, Any]:
    """Make one image or design slot. Gives ``{"assets": {slot: asset}}``."""
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
    shown = copies["bullets"].pieces[: int(words.get("bullets", 0))] if "bullets" in copies else ()
    bullets = tuple(piece.text for piece in shown)
    spec["direction"] = {**spec["direction"], "icons": [signs.get(piece.fact, "") for piece in shown]}
    texts = DesignTexts(
        brand=words.get("brand", ""),
        headline=words.get("title") or _pick(copies.get("headlines"), words.get("headline", "first")),
        sub=_other(copies.get("sub"), bullets),
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


def _other(copy: Copy | None, bullets: tuple[str, ...]) -> str:
    """The best supporting line that says no bullet beside it again; none where all do."""
    texts = _texts(copy)
    said = [b.rstrip(".。").casefold() for b in bullets]
    return next((t for t in texts if not any(b in t.casefold() for b in said)), "" if said else next(iter(texts), ""))


def _pick(copy: Copy | None, how: str) -> str:
    """One line of several: the best (``first``), the best that is short enough for a small place (``short``), or ``none``."""
    texts = _texts(copy)
    if not texts or how == "none":
        return ""
    if how == "short":
        return next((t for t in texts if _width(t) <= SHORT), min(texts, key=_width))
    return texts[0]


def _width(text: str) -> int:
    """Letters, with Chinese and Japanese signs counted twice."""
    return sum(2 if "\u3000" <= c <= "\u9fff" else 1 for c in text)
