"""A piece of music as notes: what the composer gives and both MIDI and synthesis read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Part = Literal["pad", "keys", "bass", "lead", "colour", "drums"]
PARTS: Final[tuple[Part, ...]] = ("pad", "keys", "bass", "lead", "colour", "drums")


@dataclass(frozen=True)
class Note:
    """One note. Times in beats (quarter notes) from the start; velocity 1 to 127.

    In the part ``drums`` the pitch is the General MIDI percussion key.
    """

    part: Part
    start: float
    beats: float
    pitch: int
    velocity: int


@dataclass(frozen=True)
class Section:
    """A stretch of the form, in beats."""

    name: str
    start: float
    end: float


@dataclass(frozen=True)
class Score:
    """A whole piece. ``instruments`` names what plays each pitched part."""

    bpm: float
    meter: int
    key: str
    beats: float
    """Length in beats, of music and of the last chord's ring."""
    notes: tuple[Note, ...]
    sections: tuple[Section, ...]
    instruments: dict[Part, str]
