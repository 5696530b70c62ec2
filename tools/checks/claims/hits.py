"""Something in a text that needs evidence."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """Something in a text that needs evidence."""

    start: int
    end: int
    what: str
    value: str = ""
    figure: tuple[float, str] = (0.0, "")
