"""From memory's notes to the closed forms that may shape a plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.taste import Recall, Taste
from memory.home import Home
from memory.notes import NoteStore
from tools.embed.choose import best

WORD = 80
"""Most characters of a banned word; longer notes are advice, not words."""


def has_notes(home: Home) -> bool:
    """Whether anything was ever remembered here; looks, and opens nothing."""
    return home.notes.is_dir() and any(home.notes.iterdir())


@contextmanager
def open_notes(home: Home) -> Iterator[NoteStore]:
    """The notes of a home, with the best embedder that is installed."""
    notes = NoteStore(home.notes, best())
    try:
        yield notes
    finally:
        notes.close()


def recaller(home: Home) -> Callable[[str, str], Taste]:
    """A function ``(brand, query) -> Taste`` over a home's notes. With no note stored it opens nothing."""

    def recall(brand: str, query: str) -> Taste:
        if not has_notes(home):
            return Taste()
        with open_notes(home) as notes:
            rules = tuple(notes.rules(brand))
            near = notes.search(query, 5, brand=brand) if query.strip() else []
        found = {n.id: Recall(id=n.id, kind=n.kind, text=n.text, origin=n.origin) for n in rules}
        for hit in near:
            note = hit.note
            found.setdefault(note.id, Recall(id=note.id, kind=note.kind, text=note.text, origin=note.origin))
        return Taste(
            banned=tuple(n.text for n in rules if n.kind == "banned" and len(n.text) <= WORD),
            rejected=tuple(n.text for n in rules if n.kind == "rejected"),
            palette=tuple(c for n in rules if n.kind == "palette" for c in re.findall(r"#[0-9a-fA-F]{6}", n.text)),
            families=tuple(n.text for n in rules if n.kind == "family"),
            recalled=tuple(found.values()),
        )

    return recall
