"""Orders that look random and never change: for the options, pairs and steps of tasks on paper and on slides."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def mixed(items: Sequence[T], key: str) -> list[int]:
    """Places of the items in a mixed order that ``key`` alone decides; never the given order where there are two or more."""
    ranked = sorted(range(len(items)), key=lambda i: hashlib.sha256(f"{key}\0{i}".encode()).digest())
    if len(ranked) > 1 and ranked == sorted(ranked):
        ranked = ranked[1:] + ranked[:1]
    return ranked


def letter(index: int) -> str:
    """A, B ... Z, AA, AB ... for 0, 1 ..."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(65 + rest) + out
    return out
