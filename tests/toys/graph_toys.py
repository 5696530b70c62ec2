"""A hosted backend for the toy campaign that does well, or misbehaves where the brief's product says how."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.copydeck import Copy, Piece
from core.media import Media
from core.requests import Request, TextRequest
from tests.toys.host_toys import write_garbage
from tools.base import Abilities


class Moody:
    """Writes one line for each text; the note alone has a mood, so that its siblings show whether they are kept."""

    spec: ClassVar[str] = "text:moody"
    abilities: ClassVar[Abilities] = Abilities(revision="1", hosted=True, deadline=3.0, memory_mb=1024)

    def __init__(self, read: object) -> None:
        self._read = read

    def generate(self, requests: Sequence[Request]) -> Iterator[Media]:
        for request in requests:
            assert isinstance(request, TextRequest)
            yield self._note(request) if request.role == "note" else _line(request)

    def _note(self, request: TextRequest) -> Media:
        match request.product:
            case "hangs":
                time.sleep(1e6)
            case "exits":
                print("no licence for this machine", file=sys.stderr, flush=True)
                os._exit(1)
            case "segfaults":
                ctypes.string_at(0)
            case "garbage":
                write_garbage()
            case "greedy":
                return Media({"json": bytes(8 * 2**30)[:1]})
            case "empty":
                return Media({})
            case "babbles":
                return Media({"json": b'{"pieces": "none"'})
        return _line(request)

    def close(self) -> None:
        """Nothing is held."""


def _line(request: TextRequest) -> Media:
    piece = Piece(text=f"{request.role} of {request.seed}", role=request.role)
    return Media({"json": Copy(language=request.language, role="toy", pieces=(piece,)).model_dump_json().encode()})
