"""The ten moods as data: ``moods.json`` beside this file."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field

from core.errors import BadInput
from core.model import Frozen
from core.vocab import MOODS

_DATA: Final = Path(__file__).with_name("moods.json")


class Reverb(Frozen):
    """The room: decay to -60 dB in seconds and how much of it is heard."""

    seconds: float = Field(gt=0, le=6)
    level: float = Field(ge=0, le=2)


class Drums(Frozen):
    """Patterns of one bar in equal steps by sound: ``X`` accent, ``x`` stroke, ``o`` ghost, ``.`` none."""

    light: dict[str, str] = {}
    full: dict[str, str] = {}
    fills: tuple[dict[str, str], ...] = ()
    """Four steps, over the last beat of a section."""
    crash: str = ""
    riser: bool = False


class Mood(Frozen):
    """How a mood sounds. Lists are choices for the seed.

    ``keys`` patterns are tokens over one bar: ``0`` to ``5`` chord tones upwards, ``c`` chord, ``C`` accented, ``s``
    strummed, ``-`` held, ``.`` rest. ``bass``: ``R`` root, ``5`` fifth, ``8`` octave, ``a`` step to the next root.
    ``rhythms`` are bars of melody in beats, rests negative.
    """

    scale: str
    tonics: tuple[int, ...]
    tempo: tuple[float, float]
    meter: int = 4
    swing: float = Field(default=0.0, ge=0, le=1)
    theme: tuple[tuple[str, ...], ...]
    contrast: tuple[tuple[str, ...], ...]
    cadence: tuple[str, ...]
    """Chord of the bar before the last."""
    last: str = "1"
    palettes: tuple[dict[str, str], ...]
    keys: tuple[str, ...]
    gate: float = 1.0
    """Length of a note of the keys over its written length; above 1 rings on."""
    bass: tuple[str, ...]
    rhythms: tuple[tuple[float, ...], ...]
    middle: int = 74
    """Centre of the melody's range, MIDI pitch."""
    sing: tuple[str, ...] = ("theme", "lift", "contrast", "peak")
    """Sections that have a melody."""
    drums: Drums = Drums()
    levels: dict[str, float] = {}
    """Changes in dB to the usual level of each part."""
    reverb: Reverb
    tilt: float = -4.5
    """Slope of the long-term spectrum above 300 Hz in dB per octave."""
    warmth: float = 0.0
    """Change in dB of what lies under 150 Hz."""


class _File(Frozen):
    moods: dict[str, Mood]


@cache
def _moods() -> dict[str, Mood]:
    return _File.model_validate(json.loads(_DATA.read_text("utf-8"))).moods


def mood(name: str) -> Mood:
    """The mood of that name. Raises ``BadInput`` for one that is not in ``core.vocab.MOODS``."""
    found = _moods().get(name)
    if found is None:
        raise BadInput("no such mood of music", which=name, remedy=f"Choose one of: {', '.join(MOODS)}.")
    return found
