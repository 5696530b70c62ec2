"""The instruments, by the names that ``moods.json`` uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np

    from .wave import Wave

Play = Callable[[float, float, float, "np.random.Generator"], "Wave"]
"""(Hz, seconds held, velocity 0 to 1, generator) to samples, with the release after the held length."""

INSTRUMENTS: Final[dict[str, tuple[str, int]]] = {
    "guitar": ("plucked", 24), "steel_guitar": ("plucked", 25), "ukulele": ("plucked", 24), "harp": ("plucked", 46),
    "pluck": ("plucked", 84), "pizzicato": ("plucked", 45),
    "piano": ("struck", 0), "felt_piano": ("struck", 0), "electric_piano": ("struck", 4), "celesta": ("struck", 8),
    "glockenspiel": ("struck", 9), "vibraphone": ("struck", 11), "marimba": ("struck", 12), "bell_lead": ("struck", 98),
    "strings": ("strings", 48), "staccato": ("strings", 48), "low_strings": ("strings", 43), "choir": ("strings", 52),
    "synth_pad": ("strings", 89), "warm_pad": ("strings", 89),
    "flute": ("sung", 73), "whistle": ("sung", 78), "clarinet": ("sung", 71), "horn": ("sung", 60),
    "brass": ("sung", 61), "violin": ("sung", 40), "cello": ("sung", 42), "synth_lead": ("sung", 81),
    "finger_bass": ("low", 33), "synth_bass": ("low", 38), "soft_bass": ("low", 35), "contrabass": ("low", 32),
}  # fmt: skip
"""Module that plays it and its General MIDI program (from 0)."""


def program(name: str) -> int:
    """General MIDI program of an instrument."""
    return INSTRUMENTS[name][1]


def player(name: str) -> Play:
    """The function that plays an instrument."""
    from importlib import import_module

    found: Play = getattr(import_module(f"{__name__}.{INSTRUMENTS[name][0]}"), name)
    return found
