"""Looks a tool's answer over before it is stored: what is stored is found again for ever, so nothing broken may be."""

from __future__ import annotations

from pydantic import ValidationError

from core.copydeck import Copy
from core.errors import ToolFailure
from core.media import Media
from core.requests import Request

KEPT = "Its siblings are kept; run again to retry this one."


def refuse_broken(media: Media, request: Request, slot: str) -> None:
    """Raise ``ToolFailure`` for an answer that says it failed, that is empty, or whose words cannot be read."""
    if media.failure:
        raise ToolFailure(media.failure, which=slot, remedy=KEPT)
    if not any(media.parts.values()):
        raise ToolFailure("the tool gave nothing", which=slot, remedy=KEPT)
    if request.modality == "text":
        try:
            Copy.model_validate_json(media.parts.get("json", b""))
        except ValidationError as error:
            raise ToolFailure("the tool gave words that cannot be read", which=slot, remedy=KEPT) from error
