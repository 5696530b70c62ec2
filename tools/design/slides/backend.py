"""The slide maker that needs no model: a slide laid out in the look of the lesson's deck, with a picture for each line said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import BadInput, MissingBlob, ToolFailure
from core.media import Media
from core.requests import SlideRequest
from tools.base import Abilities, Sizes


class EmbeddedSlides:
    """Parts ``png``, ``svg``, ``layout`` and, for a slide with lines, ``state_0`` to ``state_N``; for a question ``solved``.

    Facts: ``width``, ``height``, ``states``, ``cut`` (texts that were cut, lines left out among them) and ``min_contrast``.
    """

    spec: ClassVar[str] = "slide:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="2", seeded=False, sizes=Sizes(180, 4096))

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[SlideRequest]) -> Iterator[Media]:
        """One slide per request. A picture that cannot be read fails its own item only."""
        for request in requests:
            try:
                yield self._one(request)
            except (BadInput, MissingBlob, ToolFailure) as error:
                yield Media(parts={}, failure=str(error))

    def close(self) -> None:
        """Nothing is held."""

    def _one(self, request: SlideRequest) -> Media:
        import json

        from .report import layout
        from .slide import compose, document
        from .states import pictures

        board = compose(request, self._read)
        found = pictures(board)
        told = layout(board, request.role)
        svg, places = document(board).encode(), json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        states = {name: data for name, data in found.items() if name != "png"}
        return Media(
            parts={"png": found["png"], "svg": svg, "layout": places, **states},
            facts={
                "width": request.width,
                "height": request.height,
                "states": sum(name.startswith("state_") for name in states),
                "cut": sum(bool(t["cut"]) for t in told["texts"]) + board.words.dropped,
                "min_contrast": min((t["contrast"] for t in told["texts"]), default=21.0),
            },
            alt=" / ".join(t.full for t in (board.words.title, *board.words.lines) if t)[:300],
        )
