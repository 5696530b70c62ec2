"""The illustrator that needs no model: layered scenes in the direction's palette, without words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import ToolFailure
from core.media import Media
from core.requests import ImageRequest
from tools.base import Abilities, Sizes


class EmbeddedIllustrator:
    """Parts ``png`` and ``svg``. The subject's words choose the scene and the hour where they name one; before it stands the
    direction's ware, or its icon as a thing, where the scene does not show it by itself."""

    spec: ClassVar[str] = "image:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="7", sizes=Sizes(16, 8192))

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[ImageRequest]) -> Iterator[Media]:
        """One picture per request."""
        for request in requests:
            try:
                yield self._one(request)
            except ToolFailure as error:
                yield Media(parts={}, failure=str(error))

    def close(self) -> None:
        """Nothing is held."""

    def _one(self, request: ImageRequest) -> Media:
        from tools.design.render import add_grain, encode, to_array

        from .front import in_front
        from .painting import paint
        from .subject import scene_and_time

        look = request.direction
        scene, time = scene_and_time(request.subject, look)
        held = bool(look.ware or look.icon)
        art = paint(scene, request.width, request.height, look.palette, time, request.seed, ware=held)
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{art.width}" height="{art.height}" '
            f'viewBox="0 0 {art.width} {art.height}">{art.markup}{in_front(art, look)}</svg>'
        )
        pixels = add_grain(to_array(svg), 3.0, request.seed)
        return Media(
            parts={"png": encode(pixels), "svg": svg.encode()},
            facts={"width": art.width, "height": art.height, "scene": scene, "time": time, "ware": look.ware},
        )
