"""What a generator hands back, and the media types of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

MEDIA_TYPES: Final[dict[str, str]] = {
    "json": "application/json",
    "knowledge": "application/json",
    "layout": "application/json",
    "timing": "application/json",
    "png": "image/png",
    "poster": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
    "wav": "audio/wav",
    "midi": "audio/midi",
    "stem_drums": "audio/flac",
    "stem_bass": "audio/flac",
    "stem_chords": "audio/flac",
    "stem_melody": "audio/flac",
    "mp4": "video/mp4",
    "txt": "text/plain",
    **{f"state_{n}": "image/png" for n in range(13)},
}
"""Media type by part name."""


@dataclass(frozen=True)
class Media:
    """Bytes just made. The first part is the main one.

    ``facts`` are plain measured values (width, height, seconds, lufs ...). ``failure`` is set, and ``parts``
    empty, when this one item failed while its batch went on.
    """

    parts: Mapping[str, bytes]
    facts: Mapping[str, Any] = field(default_factory=dict)
    alt: str = ""
    failure: str = ""
