"""The embedded writer behind the seam."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.canonical import canonical_json
from core.copydeck import Copy
from core.media import Media
from core.requests import TextRequest
from tools.base import Abilities


class EmbeddedWriter:
    """Words from frames, phrase packs and the brief's own facts; no model, no network, a few milliseconds.

    Roles: ``headlines``, ``primary``, ``long``, ``script``, ``onscreen``, ``alt``, ``sub``, ``bullets``, ``meta``,
    ``search_headlines``, ``search_descriptions``, ``email``, ``press``, ``posts``.
    English, Spanish, German, French and Chinese are written; any other language gets the brief's own words with
    nothing added (``Piece.idea`` is then ``verbatim``), so ``languages`` is empty: it serves them all.
    """

    spec: ClassVar[str] = "text:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="13")
    roles: ClassVar[tuple[str, ...]] = (
        "headlines",
        "primary",
        "long",
        "script",
        "onscreen",
        "alt",
        "sub",
        "bullets",
        "meta",
        "search_headlines",
        "search_descriptions",
        "email",
        "press",
        "posts",
    )

    def __init__(self, read: Read | None = None) -> None:
        self._read = read

    def generate(self, requests: Sequence[TextRequest]) -> Iterator[Media]:
        """Part ``json``: a ``Copy`` with sorted keys. Facts: ``pieces``, ``characters``."""
        from .write import write

        for request in requests:
            pieces = write(request)
            if not pieces:
                yield Media(
                    parts={}, failure=f"nothing can be said in role {request.role!r} from this brief within its limits"
                )
                continue
            copy = Copy(language=request.language, role=request.role, pieces=tuple(pieces))
            length = sum(len(p.text) for p in pieces)
            yield Media(
                parts={"json": canonical_json(copy.json_dict())}, facts={"pieces": len(pieces), "characters": length}
            )

    def close(self) -> None:
        """Nothing to give back."""
