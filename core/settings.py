"""Options of a run that change how work is done, kept apart from the brief that says what."""

from __future__ import annotations

from pydantic import Field

from core.model import Frozen
from core.vocab import MODALITIES

EMBEDDED: dict[str, str] = {modality: f"{modality}:embedded" for modality in MODALITIES}


class Options(Frozen):
    """What ``make`` was told besides the brief."""

    backends: dict[str, str] = EMBEDDED
    """Modality to backend, e.g. ``{"image": "image:local"}``."""
    rounds: int = Field(default=2, ge=0, le=5)
    """Most rounds of remaking after a review."""
    review: bool = False
    """Stop for a person even when nothing is open."""
