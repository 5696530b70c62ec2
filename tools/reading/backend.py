"""The reader that needs no model: a source file as a ``Reading``, and what is understood of it as ``Knowledge``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import BadInput, MissingBlob, ToolFailure
from core.media import Media
from core.requests import ReadingRequest
from tools.base import Abilities


class EmbeddedReader:
    """Parts ``json`` and ``knowledge``; facts ``title``, ``language``, ``characters`` and ``losses``."""

    spec: ClassVar[str] = "reading:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="3", seeded=False, deadline=300.0)

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[ReadingRequest]) -> Iterator[Media]:
        """One reading per request. A file that cannot be read fails its own item only."""
        for request in requests:
            try:
                yield self._one(request)
            except (BadInput, MissingBlob, ToolFailure) as error:
                yield Media(parts={}, failure=str(error))

    def close(self) -> None:
        """Nothing is held."""

    def _one(self, request: ReadingRequest) -> Media:
        from tools.text.embedded.lesson.understand import understand

        from .formats import read

        data = self._read(request.source) if request.source else request.text.encode()
        reading = read(data, request.name, request.media or "text/plain")
        known = understand(reading)
        return Media(
            parts={"json": _json(reading.json_dict()), "knowledge": _json(known.json_dict())},
            facts={
                "title": reading.title,
                "language": reading.language,
                "characters": len(reading.text),
                "losses": list(reading.losses),
            },
        )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode()
