"""A person's own version of an asset: checked, stored, and kept in place from then on."""

from __future__ import annotations

import json
from pathlib import Path

from core.asset import Asset, Blob, Origin
from core.brief import Brief
from core.copydeck import Copy, Piece
from core.errors import BadInput
from core.plan import Plan, Slot
from graphs.history import everything, job_id
from memory.home import Home
from tools.safety.files import MAX_BYTES, picture_type


def pin(home: Home, run_id: str, slot_id: str, file: Path) -> None:
    """Store ``file`` as the slot's asset. ``BadInput`` when it is not what that slot holds."""
    data = everything(home, run_id)
    slot, brief, made = _slot(data, slot_id)
    if slot.id not in made:
        raise BadInput("this asset was not made yet", which=slot_id, remedy="Let the run finish first.")
    before = Asset.model_validate(made[slot.id])
    try:
        if file.stat().st_size > 20 * MAX_BYTES:
            raise BadInput("the file is too large", which=file.name)
        raw = file.read_bytes()
    except OSError as error:
        raise BadInput("the file cannot be read", which=file.name, remedy=error.strerror or "") from error
    name, stored = _content(slot, before, file.name, raw)
    blob = Blob(
        digest=home.blobs.put(stored), size=len(stored), media=before.parts.get(name, before.parts[before.main]).media
    )
    parts = {n: b for n, b in before.parts.items() if n in ("layout", "timing")} | {name: blob}
    own = Asset(
        slot=slot.id, key=before.key, main=name, parts=parts, facts=before.facts, alt=before.alt,
        origin=Origin(backend="human", source_type="humanEdits"), pinned=True,
    )  # fmt: skip
    home.pins.pin(job_id(brief), slot.id, own)


def unpin(home: Home, run_id: str, slot_id: str) -> None:
    """Give the slot back to the agents."""
    slot, brief, _ = _slot(everything(home, run_id), slot_id)
    home.pins.unpin(job_id(brief), slot.id)


def _slot(data: dict[str, object], slot_id: str) -> tuple[Slot, Brief, dict[str, object]]:
    plan = Plan.model_validate(data.get("plan") or {"kind": "", "title": "", "slots": []})
    try:
        slot = plan.slot(slot_id)
    except KeyError:
        known = ", ".join(s.id for s in plan.slots)
        raise BadInput("this run has no such asset", which=slot_id, remedy=f"Its assets: {known}") from None
    return slot, Brief.model_validate(data.get("completed") or data["brief"]), dict(data.get("assets") or {})  # type: ignore[call-overload]


def _content(slot: Slot, before: Asset, name: str, raw: bytes) -> tuple[str, bytes]:
    """Part name and bytes of a person's file, by the slot's modality."""
    if slot.modality == "text":
        return "json", _copy(slot, name, raw)
    if slot.modality in ("image", "design", "diagram"):
        media = picture_type(name, raw)
        if media != "image/png":
            raise BadInput("a picture's own version must be a PNG", which=name, remedy="Export it as PNG.")
        return "png", raw
    magic = {"speech": b"RIFF", "music": b"RIFF", "sound": b"RIFF"}.get(slot.modality)
    if magic and not raw.startswith(magic):
        raise BadInput("an own sound must be a WAV file", which=name, remedy="Export it as WAV.")
    if slot.modality == "video" and raw[4:8] != b"ftyp":
        raise BadInput("an own film must be an MP4 file", which=name, remedy="Export it as MP4.")
    return before.main, raw


def _copy(slot: Slot, name: str, raw: bytes) -> bytes:
    """Own words: our JSON, or plain text with one piece a paragraph."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("the text is not UTF-8", which=name, remedy="Save it as UTF-8.") from error
    if name.endswith(".json"):
        try:
            return Copy.model_validate(json.loads(text)).model_dump_json().encode()
        except ValueError as error:
            raise BadInput(
                "this is not a copy file", which=name, remedy="Use plain text: one piece a paragraph."
            ) from error
    pieces = [" ".join(p.split()) for p in text.replace("\r\n", "\n").split("\n\n") if p.strip()]
    if slot.role != "long" and len(pieces) == 1:
        pieces = [line.strip() for line in text.splitlines() if line.strip()]
    if not pieces:
        raise BadInput("the text is empty", which=name)
    own = Copy(
        language=slot.language,
        role=slot.role,
        pieces=tuple(Piece(text=p, role=slot.role, idea="yours") for p in pieces),
    )
    return own.model_dump_json().encode()
