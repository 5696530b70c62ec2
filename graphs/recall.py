"""From memory's notes to the closed forms that may shape a plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.asset import Origin
from core.canonical import key_of
from core.taste import Recall, Taste
from memory.actions import ActionRecord
from memory.home import Home
from memory.note import Note
from memory.notes import NoteStore
from tools.embed.choose import best

WORD = 80
"""Most characters of a banned word; longer notes are advice, not words."""
NEAR = 5
"""Most notes that are recalled because they are like the job."""
_STEP = "recall@1"


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
    """A function ``(brand, query) -> Taste`` over a home's notes. With no note stored it opens nothing.

    Asked the same of the same notes, it searches once: the index and the sentence model, seconds to load, stay shut.
    """

    def recall(brand: str, query: str) -> Taste:
        if not has_notes(home):
            return Taste()
        with open_notes(home) as notes:
            rules = tuple(notes.rules(brand))
            near = _near(home, notes, brand, query) if query.strip() else ()
        found = {n.id: Recall(id=n.id, kind=n.kind, text=n.text, origin=n.origin) for n in (*rules, *near)}
        return Taste(
            banned=tuple(n.text for n in rules if n.kind == "banned" and len(n.text) <= WORD),
            rejected=tuple(n.text for n in rules if n.kind == "rejected"),
            palette=tuple(c for n in rules if n.kind == "palette" for c in re.findall(r"#[0-9a-fA-F]{6}", n.text)),
            families=tuple(n.text for n in rules if n.kind == "family"),
            recalled=tuple(found.values()),
        )

    return recall


def _near(home: Home, notes: NoteStore, brand: str, query: str) -> tuple[Note, ...]:
    """The notes most like a query. Their ids alone are remembered: the words of a forgotten note must not lie elsewhere."""
    key = key_of({"step": _STEP, "notes": notes.digest(), "brand": brand, "query": query, "most": NEAR})
    record = home.actions.lookup(key)
    if record is None:
        ids = [hit.note.id for hit in notes.search(query, NEAR, brand=brand)]
        record = home.actions.record(
            ActionRecord(
                key=key, spec=_STEP, request_modality="step", facts={"value": ids}, origin=Origin(backend=_STEP)
            )
        )  # fmt: skip
    return tuple(note for name in record.facts["value"] if (note := notes.get(name)) is not None)
