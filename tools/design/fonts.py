"""The committed typefaces, and which characters each can draw."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import uharfbuzz as hb

from core.errors import BadInput

FOLDER: Final = Path(__file__).parent / "data" / "fonts"

Role = Literal["display", "text", "fallback"]


@dataclass(frozen=True)
class Metrics:
    """Heights above and below the baseline in font units, all positive. Divide by ``units_per_em``."""

    units_per_em: int
    ascent: int
    descent: int
    cap_height: int
    x_height: int


@dataclass(frozen=True)
class FontFace:
    """One static face. ``scripts`` says what it is meant for; ``covers`` says what it can really draw."""

    id: str
    file: str
    family: str
    weight: int
    licence: str
    licence_file: str
    """Text of the licence, below the folder of the faces."""
    role: Role
    scripts: tuple[str, ...]
    metrics: Metrics

    @property
    def path(self) -> Path:
        """Where the TTF lies."""
        return FOLDER / self.file

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph for this one character."""
        return ord(char) in characters(self.id)


def _read() -> dict[str, FontFace]:
    faces = json.loads((FOLDER / "fonts.json").read_text("utf-8"))["faces"]
    fields = ("id", "file", "family", "weight", "licence", "licence_file", "role")
    return {
        f["id"]: FontFace(**{k: f[k] for k in fields}, scripts=tuple(f["scripts"]), metrics=Metrics(**f["metrics"]))
        for f in faces
    }


FONTS: Final[dict[str, FontFace]] = _read()


def face(font_id: str) -> FontFace:
    """The face of that id. Raises ``BadInput`` for an unknown one."""
    found = FONTS.get(font_id)
    if found is None:
        raise BadInput("no such font", which=font_id, remedy=f"Choose one of: {', '.join(sorted(FONTS))}.")
    return found


def ids(role: Role) -> tuple[str, ...]:
    """Ids of that role, in the order of fonts.json."""
    return tuple(f.id for f in FONTS.values() if f.role == role)


@cache
def hb_font(font_id: str) -> Any:
    """The HarfBuzz font, scaled to its own units."""
    found = hb.Font(hb.Face(hb.Blob.from_file_path(str(face(font_id).path))))
    found.scale = (found.face.upem, found.face.upem)
    return found


@cache
def characters(font_id: str) -> frozenset[int]:
    """Every code point the face has a glyph for."""
    return frozenset(hb_font(font_id).face.unicodes)


_FALLBACKS: Final = (
    "noto-cyrgreek",
    "noto-sc",
    "noto-arabic",
    "noto-hebrew",
    "noto-kr",
    "noto-jp",
    "noto-symbols",
    "noto-marks",
    "noto-dingbats",
    "noto-emoji",
)


@cache
def fallbacks(font_id: str) -> tuple[str, ...]:
    """Faces to try, in order, for what ``font_id`` cannot draw: the bold ones when it is semi-bold or heavier."""
    weight = "bold" if face(font_id).weight >= 600 else "regular"
    return tuple(f if f in FONTS else f"{f}-{weight}" for f in _FALLBACKS)
