"""Fetches the files that a brief names from its own folder, through the gate, into the blob store."""

from __future__ import annotations

from pathlib import Path

from agents.kind import Reading
from core.brief import Attachment, Brief
from core.errors import BadInput
from graphs import kinds
from memory.home import Home
from tools.reading.formats import source_type
from tools.reading.limits import MAX_BYTES as MAX_SOURCE
from tools.safety.files import MAX_BYTES, picture_type


def attach(brief: Brief, folder: Path, home: Home) -> Brief:
    """The brief with its logo, photos and, where its kind reads them, sources stored. ``BadInput`` names the field and file at fault."""
    wanted = [("brand.logo", brief.brand.logo)] if brief.brand.logo else []
    wanted += [("photos", name) for name in brief.photos]
    found: dict[str, Attachment] = {}
    for field, name in wanted:
        data = _read(field, name, folder, MAX_BYTES)
        found[name] = Attachment(name=name, digest=home.blobs.put(data), media=picture_type(name, data))
    reading = isinstance(kinds.load(brief.kind), Reading)
    for name in brief.sources:  # a file that is not there is a mistake in every kind
        data = _read("sources", name, folder, MAX_SOURCE)
        if reading:
            found[name] = Attachment(name=name, digest=home.blobs.put(data), media=source_type(name, data))
    return brief.model_copy(update={"attachments": tuple(found.values())})


def _read(field: str, name: str, folder: Path, most: int) -> bytes:
    remedy = "Put the file beside the brief and name it by its path from there."
    path = Path(name)
    if "\0" in name or path.is_absolute() or ".." in path.parts:
        raise BadInput(f"{field} names a file outside the brief's folder", which=name[:120], remedy=remedy)
    try:
        real = (folder / path).resolve(strict=True)
        if not real.is_relative_to(folder.resolve()):
            raise BadInput(f"{field} leads outside the brief's folder", which=name[:120], remedy=remedy)
        if real.stat().st_size > most:
            raise BadInput(
                f"{field} names a file that is too large",
                which=name[:120],
                remedy=f"Keep it under {most // 1_000_000} MB.",
            )
        return real.read_bytes()
    except (OSError, ValueError) as error:
        raise BadInput(f"{field} names a file that cannot be read", which=name[:120], remedy=remedy) from error
