"""A clock that runs only while something is heard, for placing words between pauses."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Interval = tuple[float, float]
REST: Final = 0.06
"""Silences shorter than this, in seconds, are closures inside speech, not pauses."""


class Heard:
    """Where there is sound: a clock that runs only while something is heard.

    Args:
        frames: for each frame of ``step`` seconds whether it sounds; at least one must.
    """

    def __init__(self, frames: npt.NDArray[np.bool_], step: float) -> None:
        self._step = step
        self._sounding = np.flatnonzero(frames)
        self._before = np.concatenate([[0], frames.cumsum()])
        self.total = len(self._sounding) * step

    def clock(self, moment: float) -> float:
        """Seconds of sound before ``moment``."""
        at = min(max(0.0, moment / self._step), float(len(self._before) - 1))
        whole = min(int(at), len(self._before) - 2)
        low, high = int(self._before[whole]), int(self._before[whole + 1])
        return (low + (high - low) * (at - whole)) * self._step

    def interval(self, start: float, end: float) -> Interval:
        """From clock time back to seconds: from the first sound after ``start`` to the last before ``end``.

        A rest that lies within 20 ms of either is taken to be the one that was meant.
        """
        first, a = self._frame(start)
        last, b = self._frame(end)
        sounding, gaps = self._sounding, np.diff(self._sounding) * self._step > REST
        after = np.flatnonzero(gaps[first : first + 4])
        low = sounding[first + int(after[0]) + 1] if len(after) else sounding[first] + a
        before = np.flatnonzero(gaps[max(0, last - 4) : last])
        high = sounding[max(0, last - 4) + int(before[-1])] + 1 if len(before) else sounding[last] + b
        return float(low) * self._step, float(max(low, high)) * self._step

    def _frame(self, heard: float) -> tuple[int, float]:
        """The sounding frame in which the clock says ``heard``, and how far into it (0-1)."""
        at = max(0.0, heard / self._step)
        whole = min(int(at + 1e-6), len(self._sounding) - 1)
        return whole, min(1.0, max(0.0, at - whole))
