"""What memory says about a brand, in the few forms that may shape a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from core.model import Frozen
from core.vocab import MOODS

WORD = 80
"""Most characters of a banned word; longer notes are advice, not words."""


class Recall(Frozen):
    """A note that was recalled, and what it did to this run."""

    id: str
    kind: str
    text: str
    origin: str = ""
    rule: bool = False
    """A person's word that holds for the brand always; what a search found beside it is told, never obeyed."""
    times: int = 1
    """How often it was said."""
    effect: str = ""


class Taste(Frozen):
    """Remembered rules for one brand. Each is data with a closed meaning: a note can add no slot and steer no tool."""

    banned: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    palette: tuple[str, ...] = ()
    """Preferred hex colours, used when the brief names none."""
    families: tuple[str, ...] = ()
    """Layout families a reviewer turned down."""
    colours: tuple[str, ...] = ()
    """Palettes a reviewer turned down, each as ``#ground #accent``."""
    mood: str = ""
    """Tone asked for since, by a word of ``core.vocab.MOODS``; it leads the brief's own."""
    ground: Literal["", "light", "dark"] = ""
    """Ground of the pages that a reviewer asked for."""
    turn: int = 0
    """How often a package was turned down for a reason that has no form here: each asks for another proposal."""
    recalled: tuple[Recall, ...] = ()

    @classmethod
    def of(cls, recalled: Sequence[Recall]) -> Taste:
        """The forms that recalled notes take; of mood and ground the last one said holds."""

        def texts(kind: str) -> tuple[str, ...]:
            return tuple(r.text for r in recalled if r.rule and r.kind == kind)

        moods = [m for m in texts("mood") if m in MOODS]
        grounds: list[Literal["light", "dark"]] = [
            "light" if g == "light" else "dark" for g in texts("ground") if g in ("light", "dark")
        ]
        return cls(
            banned=tuple(t for t in texts("banned") if len(t) <= WORD),
            rejected=texts("rejected"),
            palette=tuple(c for t in texts("palette") for c in re.findall(r"#[0-9a-fA-F]{6}", t)),
            families=texts("family"),
            colours=tuple(t.lower() for t in texts("colours")),
            mood=moods[-1] if moods else "",
            ground=grounds[-1] if grounds else "",
            turn=sum(r.times for r in recalled if r.rule and r.kind == "feedback"),
            recalled=tuple(recalled),
        )
