"""Scene starts moved onto the beat of the music."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

REACH: Final = 0.25
"""Seconds that a start may be moved: more, and its words would come before or after they are said."""
_LEAST: Final = 0.5
"""Seconds that two starts stay apart."""


def on_beat(starts: Sequence[float], bpm: float, first_beat: float = 0.0) -> list[float]:
    """Each start at its nearest beat, where that is less than ``REACH`` seconds away; else as it was.

    Args:
        starts: seconds, rising. The first, and any at or before 0, stays: a film begins at its beginning.
        bpm: beats a minute; 0 or less leaves everything as it is.
        first_beat: seconds at which the music's first beat falls.

    A start is not moved to less than half a second after the one before it.
    """
    out: list[float] = []
    for index, start in enumerate(starts):
        moved = max(start, out[-1]) if out else start
        if bpm > 0 and index and start > 0:
            beat = 60.0 / bpm
            near = round(first_beat + round((start - first_beat) / beat) * beat, 6)
            if abs(near - start) < REACH and near - out[-1] >= _LEAST:
                moved = near
        out.append(moved)
    return out
