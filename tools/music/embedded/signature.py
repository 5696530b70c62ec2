"""A brand's few notes: the same for a seed in every mood, for a sound logo and for the end of a bed of music."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from functools import cache
from typing import Final

_OPEN: Final = (0, 2, 5, 7, 12)
"""Semitones above the tonic: no third, so that the notes stand in major and minor alike."""
_LAST: Final = (0, 7, 12)
_RHYTHMS: Final[tuple[tuple[float, ...], ...]] = (
    (0, 0.5, 1, 2), (0, 0.75, 1.5, 2), (0, 0.5, 1.5, 2), (0, 1, 1.5, 2), (0, 0.25, 1, 2), (0, 0.5, 0.75, 1.5),
    (0, 0.5, 1, 1.5, 2), (0, 0.75, 1, 1.5, 2), (0, 0.5, 0.75, 1.25, 2), (0, 0.25, 0.5, 1.5, 2),
)  # fmt: skip
"""Where notes start, in beats; the last one is held."""


@dataclass(frozen=True)
class Signature:
    """Notes by ``pitches`` (semitones above the tonic) and ``starts`` (beats); ``tonic`` is a pitch class."""

    tonic: int
    pitches: tuple[int, ...]
    starts: tuple[float, ...]

    @property
    def beats(self) -> float:
        """Beats before the last note."""
        return self.starts[-1]


def signature(seed: int) -> Signature:
    """The notes of a seed: four or five, at least three of them different, over at least a fourth."""
    rng = random.Random(f"signature {seed}")
    starts = rng.choice(_RHYTHMS)
    return Signature(rng.randrange(12), rng.choice(_contours(len(starts))), starts)


@cache
def _contours(count: int) -> tuple[tuple[int, ...], ...]:
    return tuple(p for p in itertools.product(_OPEN, repeat=count) if p[-1] in _LAST and _telling(p))


def _telling(pitches: tuple[int, ...]) -> bool:
    """Whether a line can be told from others and sung: some turns, few repeats, and a step or leap into its end."""
    moves = [b - a for a, b in itertools.pairwise(pitches)]
    repeats = sum(move == 0 for move in moves)
    return len(set(pitches)) >= 3 and repeats <= 1 and moves[-1] != 0 and max(pitches) - min(pitches) >= 5
