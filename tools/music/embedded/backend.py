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
    """Parts ``wav`` (stereo, 48 kHz, 16 bit, exactly ``request.seconds``, about -16 LUFS), ``midi`` (SMF type 1) and
    stems that add up to the mix before its limiter (``stem_drums``, ``stem_bass``, ``stem_chords``, ``stem_melody``;
    FLAC, as long as the wav; those that play, and none for pieces over five minutes).

    Facts: seconds, bpm, meter, key, mood, lufs, peak_db, true_peak_db, first_beat (seconds), beats (seconds of the
    first 64), beat_seconds, bars (seconds where the first 64 bars start), landing (seconds where the last chord is
    struck, ``None`` in a loop), sections ({name, start, end}), events, instruments.
    """

    spec: ClassVar[str] = "music:embedded"
    abilities: ClassVar[Abilities] = Abilities(
        revision="3",
        hosted=True,
        deadline=120.0,
        memory_mb=12_288,  # 0.5 GB and 10 MB a second were measured, which is 9.7 GB for the longest piece
    )

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
