"""How each role of a slide is laid out, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tools.design.slides.board import Board

from . import diagram, example, idea, objectives, question, summary, terms, title

ROLES: Final[dict[str, Callable[[Board], None]]] = {
    "title": title.lay,
    "objectives": objectives.lay,
    "idea": idea.lay,
    "diagram": diagram.lay,
    "terms": terms.lay,
    "example": example.lay,
    "question": question.lay,
    "summary": summary.lay,
}
"""An unknown role is laid out as an idea; whatever has a picture, as a diagram."""
