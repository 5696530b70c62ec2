"""Which lines of a script a shorter cut tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.copydeck import Piece

FIRST: Final = {"offer": 0, "proof": 1, "benefit": 2}
"""What a short film keeps before the rest, between its hook and its call to action."""
_LETTERS: Final = 14.0
_SIGNS: Final = 4.2
"""Letters and Chinese or Japanese signs spoken in a second, at an unhurried pace."""


def spoken_seconds(text: str) -> float:
    """About how long a line takes to say."""
    signs = sum(1 for c in text if "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af")
    return signs / _SIGNS + (len(text) - signs) / _LETTERS


def pick(script: Sequence[Piece], seconds: float, pause: float) -> tuple[int, ...]:
    """Indices of the lines that fit: the first and the last, then what matters most, as long as there is room.

    ``seconds`` is the time for speech alone; the two outer lines are kept even where they are longer.
    """
    if len(script) <= 2:
        return tuple(range(len(script)))
    kept = [0, len(script) - 1]
    used = sum(spoken_seconds(script[i].text) + pause for i in kept)
    inner = range(1, len(script) - 1)
    for i in sorted(inner, key=lambda i: (FIRST.get(script[i].role, 3), i)):
        longer = spoken_seconds(script[i].text) + pause
        if used + longer <= seconds:
            kept.append(i)
            used += longer
    return tuple(sorted(kept))


def without_one(script: Sequence[Piece], picked: tuple[int, ...]) -> tuple[int, ...]:
    """The same lines without the one that matters least; those two that must stay, stay."""
    inner = picked[1:-1]
    if not inner:
        return picked
    least = max(inner, key=lambda i: (FIRST.get(script[i].role, 3), i))
    return tuple(i for i in picked if i != least)
