"""Closed vocabularies that several folders share, so that a word means the same everywhere."""

from __future__ import annotations

from typing import Final, Literal, get_args

Modality = Literal[
    "reading", "lesson", "text", "image", "design", "diagram", "slide", "speech", "music", "sound", "video"
]
MODALITIES: Final[tuple[Modality, ...]] = get_args(Modality)

LANGUAGES: Final[dict[str, str]] = {
    "en": "English",
    "es": "Spanish",
    "de": "German",
    "fr": "French",
    "zh": "Chinese",
}
"""Languages that the embedded writer writes in. Layout also sets others (Arabic, Hebrew, Greek, Cyrillic)."""

DOMAINS: Final[tuple[str, ...]] = (
    "outdoor", "food", "tech", "fashion", "beauty", "finance", "legal", "property", "education", "childcare", "health", "home",
    "travel", "industry", "b2b", "nonprofit", "games", "music", "crafts", "local", "events", "pets", "mobility", "plain",
)  # fmt: skip
"""Trades that the embedded engines know; ``plain`` is the fallback that fits anything."""

MOODS: Final[tuple[str, ...]] = (
    "warm", "bright", "calm", "bold", "elegant", "playful", "epic", "dreamy", "serious", "tense",
)  # fmt: skip

TIMES: Final[tuple[str, ...]] = ("dawn", "day", "dusk", "night")
