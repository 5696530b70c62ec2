"""Checks what a person types about notes."""

from __future__ import annotations

from typing import cast, get_args

from core.errors import BadInput
from memory.note import Note, NoteKind
from memory.notes import NoteStore


def note_kind(text: str) -> NoteKind:
    """The kind of that name; ``BadInput`` lists what there is."""
    if text not in get_args(NoteKind):
        raise BadInput("no such kind of note", which=text, remedy=f"Choose one of: {', '.join(get_args(NoteKind))}.")
    return cast(NoteKind, text)


def one_note(notes: NoteStore, start: str) -> Note:
    """The one note whose id begins so; ``BadInput`` where there is none or more than one."""
    found = [note for note in notes.list() if start and note.id.startswith(start)]
    if len(found) != 1:
        raise BadInput(
            "no note begins so" if not found else "several notes begin so", which=start[:80],
            remedy="Copy its id from: python main.py memory list",
        )  # fmt: skip
    return found[0]
