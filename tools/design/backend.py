"""The designer that needs no model: layouts from families, mended, drawn as SVG and rendered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import BadInput, MissingBlob, ToolFailure
from core.media import Media
from core.requests import DesignRequest
from tools.base import Abilities, Sizes


class EmbeddedDesigner:
    """Parts ``png``, ``svg`` and ``layout``; facts ``width``, ``height`` and ``min_contrast``."""

    spec: ClassVar[str] = "design:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="12", sizes=Sizes(16, 8192))

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[DesignRequest]) -> Iterator[Media]:
        """One layout per request. A picture that cannot be read fails its own item only."""
        for request in requests:
            try:
                yield self._one(request)
            except (BadInput, MissingBlob, ToolFailure) as error:
                yield Media(parts={}, failure=str(error))

    def close(self) -> None:
        """Nothing is held."""

    def _one(self, request: DesignRequest) -> Media:
        from .layout import compose
        from .render import to_png

        made = compose(request, self._read)
        svg = made.svg()
        ratios = [t.contrast for t in made.texts if t.contrast]
        layout = json.dumps(made.layout(), ensure_ascii=False, sort_keys=True, indent=1)
        return Media(
            parts={"png": to_png(svg), "svg": svg.encode(), "layout": layout.encode()},
            facts={
                "width": made.width,
                "height": made.height,
                "min_contrast": round(min(ratios), 2) if ratios else 0.0,
            },
        )
