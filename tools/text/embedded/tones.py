"""Which tones go together, and how well a hand-written line suits the tone and topic of a brief."""

from __future__ import annotations

from typing import Final

from .packs import Phrase

_CLASH: Final[dict[str, set[str]]] = {
    "warm": {"serious"}, "bright": {"serious"}, "calm": {"bold", "playful"}, "bold": {"calm"},
    "elegant": {"playful", "bold"}, "playful": {"serious", "elegant", "calm"}, "serious": {"playful", "bold", "bright"},
}  # fmt: skip
"""Tones that do not go with a tone."""
UNASKED: Final = {"playful": "warm", "bold": "bright"}
"""What a trade's lively habit comes to where the brief asks for no tone."""


def clashes(phrase: Phrase, tone: str) -> bool:
    """Whether each tone of a line goes against ``tone``."""
    return bool(phrase.tones) and not (phrase.tones - _CLASH.get(tone, set()))


def rank(phrase: Phrase, tone: str, asked: bool) -> int:
    """Small is good. A line on the topic comes first, unless the brief asks for a tone (``asked``) that it goes against."""
    clash, liked = clashes(phrase, tone), not phrase.tones or tone in phrase.tones
    if asked:
        return (0 if liked else 3) + (0 if phrase.topics else 4) + (3 if clash else 0)
    return (0 if phrase.topics else 3) + (0 if liked else 1) + (1 if clash else 0)
