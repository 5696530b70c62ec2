"""Phrase packs and frames: plain text files beside the code, read once.

A section is ``[language kind]`` in a pack and ``[kind]`` in a frame file. A phrase is a line ``tone @topic | words``;
tone and topic may be left out, and so may the bar. ``#`` opens a comment. A line that speaks to the reader carries the address
it uses (``Sie``, ``du``, ``usted`` ...) as a word before the bar; French and most Spanish lines show it by themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from .forms import spoken_to
from .texts import NNBSP

DATA: Final = Path(__file__).parent / "data"
ADDRESSES: Final = ("Sie", "du", "tú", "usted", "tu", "vous")
TONES: Final = ("warm", "bright", "calm", "bold", "elegant", "playful", "serious")


class Phrase(NamedTuple):
    """A hand-written line or frame, and when it suits."""

    text: str
    tones: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    address: str = ""


Pack = dict[str, tuple[Phrase, ...]]


@lru_cache(maxsize=64)
def pack(domain: str) -> Pack:
    """The phrases of a trade by ``"language kind"``."""
    return _read(DATA / "packs" / f"{domain}.txt")


@lru_cache(maxsize=16)
def frames(language: str) -> Pack:
    """The frames of a language by kind: those of the first roles, and those of the channels."""
    return _read(DATA / "frames" / f"{language}.txt", language) | _read(
        DATA / "frames" / f"{language}_channels.txt", language
    )


@lru_cache(maxsize=64)
def raw_sections(path: Path) -> dict[str, tuple[str, ...]]:
    """Lines of a data file by section."""
    if not path.is_file():
        return {}
    found: dict[str, list[str]] = {}
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip()
            found.setdefault(section, [])
        else:
            found.setdefault(section, []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def _read(path: Path, language: str = "") -> Pack:
    if not path.is_file():
        return {}
    return {
        section: tuple(_phrase(line, language or section.split(" ")[0]) for line in lines)
        for section, lines in raw_sections(path).items()
        if not section.startswith("keywords")
    }


def _phrase(line: str, language: str) -> Phrase:
    head, bar, body = line.partition(" | ") if " | " in line else ("", "", line.removeprefix("| "))
    marks = head.split()
    return Phrase(
        typeset(body, language),
        frozenset(m for m in marks if m in TONES),
        frozenset(m[1:] for m in marks if m.startswith("@")),
        next((m for m in marks if m in ADDRESSES), "") or spoken_to(body, language),
    )


def typeset(text: str, language: str) -> str:
    """Curly apostrophes and quotes, French narrow spaces, ``\\n`` as a line break."""
    text = re.sub(r"(?<=[^\W\d_])'(?=[^\W\d_])", "’", text).replace(r"\n", "\n")
    text = re.sub(r"(?<=s)'(?=\s)", "’", text)
    if language == "fr":
        text = re.sub(r" ([!?;:»])", NNBSP + r"\1", text).replace("« ", "«" + NNBSP)
    return text
