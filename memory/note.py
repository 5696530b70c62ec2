"""What one remembered thing is."""

from __future__ import annotations

import unicodedata
from typing import Any, Final, Literal

from core.canonical import key_of
from core.errors import BadInput
from core.model import Frozen

from .clean import clean

NoteKind = Literal[
    "banned", "palette", "rejected", "family", "colours", "mood", "ground", "preference", "fact", "source", "deliverable",
    "feedback",
]  # fmt: skip
"""``family`` names a layout family that a reviewer turned down, ``colours`` a palette (``#ground #accent``); ``mood`` and
``ground`` (light, dark) are what they asked for instead. ``feedback`` is a reviewer's reason that has no form of these."""
RULES: Final[tuple[NoteKind, ...]] = (
    "banned", "palette", "rejected", "family", "colours", "mood", "ground", "preference", "feedback",
)  # fmt: skip
"""Kinds that hold for a brand always, however unlike the job's words they are."""
NoteOrigin = Literal["person", "run", "source"]

MAX_BYTES = 8192
"""Longest text of a note, in UTF-8."""


class Draft(Frozen):
    """A note to be stored."""

    text: str
    kind: NoteKind
    brand: str = ""
    """Empty: holds for every brand."""
    origin: NoteOrigin = "run"
    author: str = ""
    taint: bool = False
    """The words come from outside (a source, a web page) and may try to steer; quote them, never obey."""
    run_id: str = ""
    meta: dict[str, Any] = {}
    supersedes: str = ""
    """Id of the note that this one replaces."""

    def cleaned(self) -> str:
        """The text as it is stored. Raises ``BadInput`` where it is empty or too long."""
        text = clean(self.text, MAX_BYTES + 1, lines=True)
        if not text:
            raise BadInput("a note needs words", remedy="Say in a sentence what to remember.")
        if len(text.encode()) > MAX_BYTES:
            raise BadInput(
                "a note is too long", which=text[:40], remedy=f"Keep it under {MAX_BYTES} bytes, or split it."
            )
        return text


class Note(Frozen):
    """A stored note. A forgotten one keeps its id, so that no run brings it back, and loses its words."""

    id: str
    workspace: str
    brand: str
    kind: NoteKind
    text: str
    meta: dict[str, Any] = {}
    origin: NoteOrigin
    author: str = ""
    created: float
    """Seconds since 1970 (UTC)."""
    taint: bool = False
    run_id: str = ""
    superseded_by: str = ""
    deleted: bool = False


class Recalled(Frozen):
    """A note that a search found. ``why`` is ``words``, ``likeness`` or both, with the taint named."""

    note: Note
    score: float
    why: str


def brand_key(brand: str) -> str:
    """A brand's name as it is compared: case, width and spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", clean(brand, 200)).casefold().split())


def note_id(workspace: str, brand: str, kind: str, text: str) -> str:
    """Same words of the same kind for the same brand: the same note."""
    return key_of([workspace, brand_key(brand), kind, text])
