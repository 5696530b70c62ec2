"""A finished campaign in seconds: words by the embedded writer, pictures and films by stand-ins, no graph."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping

from PIL import Image

from agents.kind import Dossier
from agents.planner import complete
from core.asset import Asset, Blob, Origin
from core.canonical import sha256
from core.copydeck import Copy, Piece
from core.requests import TextRequest
from core.taste import Taste
from graphs.briefs import parse_text
from graphs.kinds.campaign.draft import draft
from tools.text.embedded.backend import EmbeddedWriter

WRITER = EmbeddedWriter()


class Shelf(dict[str, bytes]):
    """Blobs by digest."""

    def put(self, data: bytes, media: str = "application/octet-stream") -> Blob:
        self[sha256(data)] = data
        return Blob(digest=sha256(data), size=len(data), media=media)


def dossier(text: str, given: Mapping[str, tuple[str, ...]] | None = None, *sets: str) -> Dossier:
    """The campaign of a brief. ``given`` sets the pieces of a slot by hand (``search_headlines.en``)."""
    brief = complete(parse_text(text, sets=sets))
    plan = draft(brief, Taste(), frozenset({"text", "image", "design", "video", "music", "sound"}))
    shelf = Shelf()
    assets: dict[str, Asset] = {}
    for slot in plan.order():
        if slot.modality == "text" and slot.role in WRITER.roles and slot.role not in ("alt", "onscreen"):
            spec = {**slot.spec, "count": slot.spec["count"] or 1}
            (made,) = WRITER.generate([TextRequest(role=slot.role, language=slot.language, seed=slot.seed, **spec)])
            assets[slot.id] = _asset(slot.id, "json", shelf.put(made.parts["json"], "application/json"))
        elif slot.id.startswith("image."):
            assets[slot.id] = _picture(slot.id, dict(slot.spec), brief.product, shelf)
        elif slot.id.startswith("video."):
            film = _asset(slot.id, "mp4", shelf.put(slot.id.encode(), "video/mp4"))
            size = {"width": slot.spec["width"], "height": slot.spec["height"]}
            assets[slot.id] = film.model_copy(update={"facts": size})
    for slot_id, lines in (given or {}).items():
        role, language = slot_id.rsplit(".", 1)
        copy = Copy(language=language, role=role, pieces=tuple(Piece(text=t) for t in lines))
        assets[slot_id] = _asset(slot_id, "json", shelf.put(copy.model_dump_json().encode(), "application/json"))
    return Dossier(brief=brief, plan=plan, assets=assets, files={}, read=shelf.__getitem__)


def _asset(slot: str, part: str, blob: Blob) -> Asset:
    return Asset(slot=slot, key=slot, main=part, parts={part: blob}, origin=Origin(backend="test"))


def _picture(slot: str, spec: dict[str, int], headline: str, shelf: Shelf) -> Asset:
    image = Image.new("RGB", (spec["width"] // 4, spec["height"] // 4), "#2a9d8f")
    image.paste("#f2a33a", (10, 10, 90, 60))
    out = io.BytesIO()
    image.save(out, "PNG")
    layout = {"family": "test", "elements": [{"role": "headline", "lines": [headline]}]}
    asset = _asset(slot, "png", shelf.put(out.getvalue(), "image/png"))
    return asset.model_copy(
        update={"parts": {**asset.parts, "layout": shelf.put(json.dumps(layout).encode(), "application/json")}}
    )


HARBOUR = """
title: Harbour run
product: Harbour Run Club, a weekly evening run along the harbour
audience: people who run after work
languages: [en, de, zh]
market: [GB, Germany]
channels: [instagram, linkedin, x]
brand: {name: Harbour Run Club}
facts:
  - Starts every Thursday at 7 pm
  - The loop is 8 km long
  - Welcomes every pace
  - text: Ends at the boathouse with tea
    source: https://harbour-run.example/tea?x=1&y=2
  - text: Founded in 2014
    source: club register
offer: First run free
cta: Join on Thursday
url: https://harbour-run.example/run?ref=a#top
translations:
  de:
    product: Harbour Run Club, ein wöchentlicher Abendlauf am Hafen
    offer: Der erste Lauf ist gratis
    cta: Am Donnerstag mitlaufen
    facts: {f1: Start jeden Donnerstag um 19 Uhr, f2: Die Runde ist 8 km lang, f3: Jedes Tempo ist willkommen, f4: Am Ende gibt es Tee im Bootshaus, f5: Gegründet 2014}
  zh:
    product: Harbour Run Club，每周一次的海港夜跑
    offer: 首次免费
    cta: 周四来跑
    facts: {f1: 每周四晚上七点出发, f2: 一圈八公里, f3: 什么速度都欢迎, f4: 终点在船屋喝茶, f5: 成立于2014年}
"""
