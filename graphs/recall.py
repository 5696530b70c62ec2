"""From memory's notes to the closed forms that may shape a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.taste import Recall, Taste
from memory.home import Home
from memory.notes import NoteStore
from tools.embed.choose import best


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
            rules = [n for n in notes.rules(brand) if n.kind != "feedback" or n.meta.get("act") == "reject"]
            near = notes.search(query, 5, brand=brand) if query.strip() else []
        found = {
            n.id: Recall(
                id=n.id, kind=n.kind, text=n.text, origin=n.origin, rule=True, times=int(n.meta.get("times", 1))
            )
            for n in rules
        }
        for hit in near:
            note = hit.note
            found.setdefault(note.id, Recall(id=note.id, kind=note.kind, text=note.text, origin=note.origin))
        return Taste.of(tuple(found.values()))

    return recall
