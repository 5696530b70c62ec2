"""What a campaign brief may ask for beyond the common fields."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from pydantic import Field

from core.model import Frozen
from core.vocab import DOMAINS, MOODS

Size = Literal["square", "portrait", "story", "landscape", "wide"]
Ratio = Literal["9x16", "16x9", "1x1", "4x5"]
Banner = Literal[
    "300x250", "336x280", "728x90", "970x90", "970x250", "300x600", "160x600", "120x600", "320x50", "320x100"
]  # fmt: skip
Cut = Literal[
    "6-9x16", "6-16x9", "6-1x1", "6-4x5", "15-9x16", "15-16x9", "15-1x1", "15-4x5", "30-9x16", "30-16x9", "30-1x1", "30-4x5"
]  # fmt: skip


class Details(Frozen):
    """Options of a campaign; each has a default that suits a first run."""

    sizes: tuple[Size, ...] = ("square", "portrait", "story", "landscape", "wide")
    """Pictures to make."""
    ratios: tuple[Ratio, ...] = ("9x16", "16x9")
    """The whole film, in each of these."""
    cuts: tuple[Cut, ...] = ("15-9x16", "15-1x1", "15-4x5", "6-16x9", "6-9x16")
    """Shorter films of an exact length: seconds, then ratio."""
    banners: tuple[Banner, ...] = get_args(Banner)
    """Display advertisements."""
    seconds: float = Field(default=20, ge=6, le=60)
    """Least length of the film; it grows where the narration needs it."""
    narration: bool = True
    """Whether a voice reads the films."""
    family: str = ""
    """Layout family, instead of the one that the planner picks."""
    mood: Literal["", "warm", "bright", "calm", "bold", "elegant", "playful", "epic", "dreamy", "serious", "tense"] = ""
    """Mood of music and design, instead of the one that the tone suggests."""
    domain: str = ""
    """Trade, instead of the one read from the words."""
    voice: str = ""
    """Voice id for the narration."""
    start: date | None = Field(default=None, ge=date(2000, 1, 1), le=date(2199, 12, 31))
    """First day of the campaign: gives the content calendar its dates, which are counted days without it."""


assert {m for m in Details.model_fields["mood"].annotation.__args__ if m} == set(MOODS)  # type: ignore[union-attr]
assert "plain" in DOMAINS
