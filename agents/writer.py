"""The writer: turns a text slot into words, each claim with its evidence."""

from __future__ import annotations

import json
from typing import Any

from agents import lessons
from agents.deps import Deps, Work
from core.asset import Asset
from core.copydeck import Copy
from core.requests import TextRequest


async def write(work: Work, deps: Deps) -> dict[str, Any]:
    """Make one text, reading or lesson slot. Gives ``{"assets": {slot: asset}}``."""
    if work.slot.modality != "text":
        make = lessons.read_source if work.slot.modality == "reading" else lessons.plan_lesson
        return {"assets": {work.slot.id: (await make(work, deps)).json_dict()}}
    spec = dict(work.slot.spec)
    hero = str(spec.pop("hero", ""))
    joiner = "" if work.slot.language in ("zh", "ja") else " "
    context = tuple(line for asset in work.assets.values() for line in _lines(asset, deps, hero, joiner))
    request = TextRequest(
        **{
            **spec,
            "role": work.slot.role,
            "language": work.slot.language,
            "seed": work.seed,
            "context": context,
            "count": spec.get("count") or max(1, len(context)),
            "avoid": (*spec.get("avoid", ()), *work.avoid),
        }
    )
    asset = await deps.make(work, request)
    return {"assets": {work.slot.id: asset.json_dict()}}


def read_copy(deps: Deps, digest: str) -> Copy:
    """The words behind a text asset."""
    return Copy.model_validate_json(deps.read(digest))


def _lines(asset: Asset, deps: Deps, hero: str, joiner: str) -> tuple[str, ...]:
    """What a text stands beside: the pieces of another text, or a picture in ``role|content|headline`` form."""
    if "json" in asset.parts:
        return tuple(piece.text for piece in read_copy(deps, asset.digest("json")).pieces)
    if "layout" in asset.parts:
        layout = json.loads(deps.read(asset.digest("layout")))
        headline = next((joiner.join(e.get("lines", ())) for e in layout["elements"] if e["role"] == "headline"), "")
        size = asset.slot.split(".")[1]
        return (f"{size}|{layout.get('family', '')} {hero}|{headline}",)
    return ()
