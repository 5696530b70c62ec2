"""Brand names that nobody has said how to say: joined words are parted, unspeakable capitals told."""

from __future__ import annotations

import re
from typing import Final

from .amounts import LATIN, Rule

_JOINED: Final = re.compile(rf"(?<![{LATIN}0-9])(?:[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+){{2,4}}(?![{LATIN}])")
_PIECE: Final = re.compile("[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+")
_WHOLE: Final = ("Mc", "Mac", "De", "Di", "Le", "La", "Van", "Von", "Du", "Fitz")
"""Beginnings of surnames, which are said in one breath."""
_CONSONANTS: Final = "[B-DF-HJ-NP-TV-XZ]"
_ONSETS: Final = re.compile(
    "(?:SCH[LMNRW]?|SC[HLR]?|SP[LRH]?|ST[R]?|S[HKLMNQWVZ]|SHR|TH[R]?|T[RSW]|CH[LR]?|C[LRZ]|PH[LR]?|PF[LR]?|P[LNRST]"
    "|BL|BR|D[JRW]|F[LR]|G[HLNRW]|K[HLNRW]|L[L]|QU?|RH|V[LR]|W[HR]|ZW|" + _CONSONANTS + ")?[AEIOUYÀ-ÖØ-Ý]"
)
"""How words begin in English, German, Spanish and French."""


def name_rules() -> list[Rule]:
    """Rules for names that stand in no lexicon; they come last."""

    def parted(m: re.Match[str]) -> str | None:
        pieces = _PIECE.findall(m.group())
        return None if pieces[0] in _WHOLE else " ".join(pieces)

    return [(_JOINED, parted)]


def speakable(word: str, language: str) -> bool:
    """Whether capitals can be read as a word: by how they begin, and no long run of consonants in a short one."""
    longest = 4 if language == "de" else 3
    runs = re.findall(f"{_CONSONANTS}+", word)
    return bool(_ONSETS.match(word)) and (len(word) > 6 or all(len(run) <= longest for run in runs))
