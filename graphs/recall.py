"""From memory's notes to the closed forms that may shape a plan."""

from __future__ import annotations

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
            rules = [n for n in notes.rules(brand) if n.kind != "feedback" or n.meta.get("act") == "reject"]
            near = _near(home, notes, brand, query) if query.strip() else ()
        found = {
            n.id: Recall(
                id=n.id, kind=n.kind, text=n.text, origin=n.origin, rule=True, times=int(n.meta.get("times", 1))
            )
            for n in rules
        }
        for n in near:
            found.setdefault(n.id, Recall(id=n.id, kind=n.kind, text=n.text, origin=n.origin))
        return Taste.of(tuple(found.values()))

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
