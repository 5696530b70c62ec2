"""From a reviewer's reason to notes: what has a form that the planner obeys, and what stays words for a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Literal, NamedTuple, get_args

from pydantic import ValidationError

from agents.obeying import scope
from core.brief import Brief
from core.copydeck import Copy
from core.direction import Direction
from core.errors import BadInput, MissingBlob
from graphs.recall import has_notes, open_notes
from memory.home import Home
from memory.note import Draft, NoteKind
from tools.design.direction import palette_name
from tools.text.reasons import Seen, read_reason


class Reason(NamedTuple):
    """Notes that a decision leaves, ready to be stored, and whom they are about."""

    about: str
    notes: tuple[Draft, ...]


def read(home: Home, data: dict[str, Any], act: Literal["approve", "reject"], text: str, kind: str, who: str) -> Reason:
    """The notes of a decision about a run (``data``: its documents); none where nothing was said.

    A rejection's reason is read into forms. What is left of it is ``feedback``, which a person must look at in each later
    run, and is counted, so that the same words said again ask for yet another proposal. ``kind`` takes the text as it is.

    Raises ``BadInput`` on an unknown kind or a text that is too long.
    """
    brief = Brief.model_validate(data.get("completed") or data["brief"])
    about, run_id = scope(brief), str(data["run"]["id"])

    def note(kind: NoteKind, words: str, **meta: Any) -> Draft:
        made = Draft(
            text=words, kind=kind, brand=about, origin="person", author=who, run_id=run_id, meta={"act": act, **meta}
        )
        return made.model_copy(update={"text": made.cleaned()})

    if not text.strip():
        return Reason(about, ())
    kinds: tuple[NoteKind, ...] = get_args(NoteKind)
    known = next((k for k in kinds if k == kind), None)
    if kind and known is None:
        raise BadInput("there is no such kind of note", which=kind[:40], remedy=f"Kinds: {', '.join(kinds)}.")
    if known:
        return Reason(about, (note(known, text),))
    found = read_reason(text, _seen(home, data))
    notes = [note(_kind(form.kind, kinds), form.text) for form in found.forms]
    rest = "; ".join(found.rest)
    if rest:
        notes.append(note("feedback", rest, times=1 + _said(home, about, rest) if act == "reject" else 1))
    return Reason(about, tuple(notes))


def remember(home: Home, reason: Reason) -> None:
    """Store the notes; nothing is opened where there are none."""
    if reason.notes:
        with open_notes(home) as notes:
            notes.add_all(reason.notes)


def _kind(name: str, kinds: tuple[NoteKind, ...]) -> NoteKind:
    return next(k for k in kinds if k == name)


def _said(home: Home, about: str, text: str) -> int:
    """How often these words turned something of this brand down already."""
    if not has_notes(home):
        return 0
    with open_notes(home) as notes:
        known = [n for n in notes.list(brand=about, kind="feedback") if n.text == text and n.brand]
    return sum(int(n.meta.get("times", 1)) for n in known if n.meta.get("act") == "reject")


def _seen(home: Home, data: dict[str, Any]) -> Seen:
    direction = (data.get("plan") or {}).get("direction")
    texts = tuple(_texts(home, data.get("assets") or {}))
    if not direction:
        return Seen(texts)
    look = Direction.model_validate(direction)
    return Seen(texts, look.family, palette_name(look.palette))


def _texts(home: Home, assets: dict[str, Any]) -> Iterator[str]:
    for asset in assets.values():
        if "json" in asset["parts"]:
            # a lesson is no copy, and bytes that are gone are made again by the next run: both only make less understood
            with suppress(ValidationError, MissingBlob):
                copy = Copy.model_validate_json(home.blobs.get(asset["parts"]["json"]["digest"]))
                yield from (piece.text for piece in copy.pieces)
