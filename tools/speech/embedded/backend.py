"""Draft narration with espeak-ng: always at hand, in about a hundred languages, with word times."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from core.blobs import Read
from core.errors import BadInput
from core.media import Media
from core.requests import SpeechRequest
from tools.base import Abilities

if TYPE_CHECKING:
    from .espeak import Espeak

MOST_SECONDS: Final = 1800.0


class EmbeddedSpeaker:
    """Narration for ``SpeechRequest``; parts ``wav`` (mono, 48 kHz, 16 bit, about -18 LUFS) and ``timing``.

    Raises ``BackendMissing`` when espeak-ng is not installed, ``ToolCrash`` or ``ToolTimeout`` when its process
    fails. A voice or language that is not there fails its own item only: which there are, the installed library says,
    and a voice that is named speaks any language, so ``languages`` is empty.
    """

    spec: ClassVar[str] = "speech:embedded"
    abilities: ClassVar[Abilities] = Abilities(
        revision="3",
        licence="LicenseRef-unrestricted (sound made with espeak-ng, GPL-3.0-or-later)",
        model="espeak-ng 1.52",
        seeded=False,
        hosted=True,
        deadline=120.0,
        memory_mb=6144,  # 16 minutes took 2.4 GB, so that the longest narration takes 4.7
    )

    def __init__(self, read: Read) -> None:
        self._voice: Espeak | None = None

    def generate(self, requests: Sequence[SpeechRequest]) -> Iterator[Media]:
        """One narration per request, in order."""
        from .espeak import Espeak

        if self._voice is None:
            self._voice = Espeak()
        for request in requests:
            try:
                yield self._narrate(request, self._voice)
            except BadInput as error:
                yield Media({}, failure=str(error))

    def close(self) -> None:
        """End the voice's process."""
        if self._voice is not None:
            self._voice.close()
            self._voice = None

    def _narrate(self, request: SpeechRequest, voice: Espeak) -> Media:
        import numpy as np

        from . import chain
        from .speak import speak_line
        from .timing import place, timing

        name = voice.voices().pick(request.language, request.voice)
        lines = [speak_line(line, request, name, voice) for line in request.lines]
        offsets = place([line.seconds for line in lines], request.pause, request.starts)
        seconds = max((at + line.seconds for at, line in zip(offsets, lines, strict=True)), default=0.0) + chain.TAIL
        if seconds > MOST_SECONDS:
            raise BadInput(
                "the narration is too long", which=f"{seconds:.0f} s", remedy="Split it, or start lines sooner."
            )
        track = np.zeros(round(seconds * chain.HZ) + 1)
        for at, line in zip(offsets, lines, strict=True):
            if line.sound is not None:
                first = round(at * chain.HZ)
                part = line.sound[: len(track) - first]
                track[first : first + len(part)] += part
        track, lufs, peak = chain.level(track)
        exact = round(len(track) / chain.HZ, 3)
        times = timing(request.lines, [line.intervals for line in lines], offsets, exact)
        facts = {
            "seconds": exact,
            "voice": name,
            "words": sum(len(line) for line in times.lines),
            "lufs": round(lufs, 2),
            "peak_db": round(peak, 2),
            "draft": True,
        }
        return Media(
            {"wav": _wav(np.round(track * 32767).astype("<i2").tobytes()), "timing": times.model_dump_json().encode()},
            facts,
        )


def _wav(samples: bytes) -> bytes:
    """A WAV file of 16-bit mono samples at 48 kHz."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(samples)
    return out.getvalue()
