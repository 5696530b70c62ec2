"""The captions of a campaign's films, as they are burned in."""

from __future__ import annotations

from core.asset import Asset
from tools.export.captions import Cue


def film_cues(asset: Asset) -> list[Cue]:
    """The cues that a film shows, from what its maker tells of it."""
    return [Cue(c["start"], c["end"], c["text"]) for c in asset.facts.get("cues", [])]
