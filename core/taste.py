"""What memory says about a brand, in the few forms that may shape a plan."""

from __future__ import annotations

from core.model import Frozen


class Recall(Frozen):
    """A note that was recalled, and what it did to this run."""

    id: str
    kind: str
    text: str
    origin: str = ""
    effect: str = ""


class Taste(Frozen):
    """Remembered rules for one brand. Each is data with a closed meaning: a note can add no slot and steer no tool."""

    banned: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    palette: tuple[str, ...] = ()
    """Preferred hex colours, used when the brief names none."""
    families: tuple[str, ...] = ()
    """Layout families a reviewer turned down."""
    recalled: tuple[Recall, ...] = ()
