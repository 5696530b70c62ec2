"""The embedded composer: music from theory and synthesis, on the CPU."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import BadInput, ToolFailure
from core.media import Media
from core.requests import MusicRequest
from tools.base import Abilities


class EmbeddedComposer:
    """Parts ``wav`` (stereo, 48 kHz, 16 bit, exactly ``request.seconds``, about -16 LUFS), ``midi`` (SMF type 1) and stems.

    Stems are FLAC, 16 bit, as long as the wav, at one gain: ``stem_drums``, ``stem_bass``, ``stem_chords`` and
    ``stem_melody``, those that play. Their sum is the piece before its limiter.

    Facts: seconds, bpm, meter, key, mood, lufs, peak_db, true_peak_db, beats (seconds of the first 64), beat_seconds,
    first_beat, bars (downbeats in seconds), last_chord (seconds), sections ({name, start, end}), events, instruments.
    """

    spec: ClassVar[str] = "music:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="2", hosted=True, deadline=120.0)

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[MusicRequest]) -> Iterator[Media]:
        """One piece per request; an unknown mood or ending fails its own item only."""
        from .render import render

        for request in requests:
            try:
                yield render(request)
            except (BadInput, ToolFailure) as error:
                yield Media(parts={}, failure=str(error))

    def close(self) -> None:
        """Nothing is held."""
