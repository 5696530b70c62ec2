"""The draughtsman that needs no model: diagrams laid out from their data, checked, drawn as SVG and rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import BadInput, ToolFailure
from core.media import Media
from core.requests import DiagramRequest
from tools.base import Abilities, Sizes


class EmbeddedDraughtsman:
    """Parts ``png``, ``svg`` and ``txt`` (the long description); facts ``width``, ``height`` and ``min_contrast``."""

    spec: ClassVar[str] = "diagram:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="1", sizes=Sizes(160, 8192))

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[DiagramRequest]) -> Iterator[Media]:
        """One drawing per request. A diagram that cannot be drawn fails its own item only."""
        for request in requests:
            try:
                yield self._one(request)
            except (BadInput, ToolFailure) as error:
                yield Media(parts={}, failure=str(error))

    def close(self) -> None:
        """Nothing is held."""

    def _one(self, request: DiagramRequest) -> Media:
        from tools.design.render import to_png

        from .describe import describe
        from .draw import compose, document

        r = request
        board = compose(r.diagram, r.direction, r.width, r.height, r.language, r.seed)
        svg = document(board, r.diagram)
        alt, long = describe(r.diagram, r.language)
        return Media(
            parts={"png": to_png(svg), "svg": svg.encode(), "txt": (r.diagram.long or long).encode()},
            facts={
                "width": r.width,
                "height": r.height,
                "min_contrast": round(min(p.text.contrast for p in board.parts if p.text is not None), 2),
            },
            alt=r.diagram.alt or alt,
        )
