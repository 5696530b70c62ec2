"""Icons for the nodes of one diagram, chosen by what the words mean."""

from __future__ import annotations

from collections.abc import Sequence

from tools.design.concepts import concept

ENOUGH = 0.5
"""Share of nodes that must have an icon of their own before any is shown: a lone one looks like a mistake."""


def signs(texts: Sequence[str], language: str, enough: float = ENOUGH, avoid: Sequence[str] = ()) -> tuple[str, ...]:
    """An icon name for each text, each used once, empty where none fits; all empty where too few fit."""
    found: list[str] = []
    for text in texts:
        found.append(concept(text, language, tuple(f for f in (*found, *avoid) if f)))
    known = sum(bool(f) for f in found)
    return tuple(found) if texts and known >= enough * len(texts) else ("",) * len(texts)
