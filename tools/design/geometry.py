"""Axis-aligned boxes."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, width, height, in pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def empty(self) -> bool:
        """Whether it has no area."""
        return self.w <= 0 or self.h <= 0

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two share area, or stand nearer than ``gap``. Touching edges do not overlap."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """Smaller by ``dx`` left and right and ``dy`` (``dx`` if absent) above and below; negative grows it."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def union(self, other: Box) -> Box:
        """The smallest box around both; an empty one adds nothing."""
        if other.empty:
            return self
        if self.empty:
            return other
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def contains(self, other: Box, slack: float = 0.0) -> bool:
        """Whether ``other`` lies wholly inside, give or take ``slack``."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )
