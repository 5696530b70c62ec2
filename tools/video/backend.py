"""The embedded film maker, as a backend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import BottegaError, DiskFull
from core.media import Media
from core.requests import VideoRequest
from tools.base import Abilities, Sizes


class EmbeddedFilm:
    """Sets each scene with the design engine, moves its layers, burns in the captions and encodes.

    Facts: ``width``, ``height``, ``fps``, ``seconds``, ``frames``, ``has_audio``, ``scenes`` (start, end, role, shown) and
    ``cues`` (start, end, text): the captions exactly as burned in, for the SRT or VTT beside the film.
    """

    spec: ClassVar[str] = "video:embedded"
    abilities: ClassVar[Abilities] = Abilities(
        revision="10",
        hosted=True,
        deadline=600.0,
        sizes=Sizes(16, 4096, step=2),  # yuv420p has one colour for two pixels
        memory_mb=8192,  # the encoder, which is held to it as well, took 1.1 GB for 1080p
    )

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[VideoRequest]) -> Iterator[Media]:
        for request in requests:
            try:
                yield self._film(request)
            except DiskFull:
                raise  # not this film's fault: the next would fail as well
            except BottegaError as error:
                yield Media({}, failure=str(error))

    def close(self) -> None:
        """Nothing is held between films."""

    def _film(self, request: VideoRequest) -> Media:
        from .film import make

        return make(request, self._read)
