"""Bullets: the facts, each as short as honesty allows."""

from __future__ import annotations

from core.copydeck import Piece
from tools.text.embedded.desk import Desk

from .parts import headings, last_resort


def write(desk: Desk) -> list[Piece]:
    """Up to ``request.count`` bullets within ``request.limit`` characters (60 where none is given)."""
    limit = desk.request.limit or 60
    out: list[Piece] = []
    for i, point in enumerate((*desk.points, *desk.inner)):
        if len(out) >= desk.request.count:
            break
        line = desk.first(headings(desk, point), limit)
        if line:
            out.append(desk.take(line, "bullet", "verbatim" if point.foreign else f"fact {i + 1}"))
    if not out and (line := desk.first(desk.framed("headline category"), limit) or last_resort(desk, limit)):
        out.append(desk.take(line, "bullet", "product"))
        if not desk.has("inside") and (whom := desk.first(desk.framed("audience"), limit)) and desk.request.count > 1:
            out.append(desk.take(whom, "bullet", "audience"))
    return out
