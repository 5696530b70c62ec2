"""The embedded mixer: speech over ducked music, mastered to a loudness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from core.blobs import Read
from core.errors import MissingBlob, ToolFailure
from core.media import Media
from core.requests import SoundRequest
from tools.base import Abilities


class EmbeddedMixer:
    """Part ``wav``: stereo, 48 kHz, 16 bit, exactly ``request.seconds`` long.

    With ``voices`` it is a narration: each where it is placed, music under them or silence between.
    Facts: seconds, lufs, peak_db, true_peak_db, duck_db (measured fall of the music under speech) and speech_cut
    (seconds of speech that found no room).
    """

    spec: ClassVar[str] = "sound:embedded"
    abilities: ClassVar[Abilities] = Abilities(revision="1", seeded=False)

    def __init__(self, read: Read) -> None:
        self._read = read

    def generate(self, requests: Sequence[SoundRequest]) -> Iterator[Media]:
        """One mix per request; unreadable or missing sound fails its own item only."""
        for request in requests:
            try:
                yield self._mixed(request)
            except (ToolFailure, MissingBlob) as error:
                yield Media(parts={}, failure=str(error))

    def close(self) -> None:
        """Nothing is held."""

    def _mixed(self, request: SoundRequest) -> Media:
        from . import wav
        from .measure import measure
        from .mix import mix

        if request.voices:
            from .narration import narrated

            mixed = narrated(request, self._read)
        else:
            music = self._read(request.music) if request.music else b""
            speech = self._read(request.speech) if request.speech else b""
            mixed = mix(request, music, speech)
        data = wav.write(mixed.signal)
        fell, cut = mixed.duck_db, mixed.speech_cut
        del mixed  # a long film's sound is measured from its file, without a second copy
        measured = measure(data)
        return Media(
            parts={"wav": data},
            facts={
                "seconds": measured.seconds,
                "lufs": measured.lufs,
                "peak_db": measured.peak_db,
                "true_peak_db": measured.true_peak_db,
                "duck_db": round(fell, 2),
                "speech_cut": round(cut, 3),
            },
        )
