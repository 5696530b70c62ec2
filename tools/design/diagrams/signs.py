"""Icons for the nodes of one diagram, chosen by what the words mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tools.design.clusters import is_cjk
from tools.design.concepts import concept

ENOUGH = 0.5
"""Share of nodes that must have an icon of their own before any is shown: a lone one looks like a mistake."""


def sign(text: str, language: str, avoid: Collection[str] = ()) -> str:
    """The icon that stands for a text, or an empty string.

    A Chinese word counts only at an end of the text: in the middle it is often a part of two others (光合作用 is no 合作).
    """
    found = concept(text, language, avoid)
    if not found or not any(is_cjk(c) for c in text):
        return found
    starts = any(
        concept(text[:k], language, avoid) == found and not concept(text[1:k], language, avoid) for k in range(1, 5)
    )
    ends = any(
        concept(text[-k:], language, avoid) == found and not concept(text[-k:-1], language, avoid) for k in range(1, 5)
    )
    return found if starts or ends else ""


def signs(texts: Sequence[str], language: str, enough: float = ENOUGH, avoid: Sequence[str] = ()) -> tuple[str, ...]:
    """An icon name for each text, each used once, empty where none fits; all empty where too few fit."""
    found: list[str] = []
    for text in texts:
        found.append(sign(text, language, tuple(f for f in (*found, *avoid) if f)))
    known = sum(bool(f) for f in found)
    return tuple(found) if texts and known >= enough * len(texts) else ("",) * len(texts)
