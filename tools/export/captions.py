"""Caption files: SubRip and WebVTT.

SubRip has no escape and players read tags in it, so anything that looks like one is broken with a word joiner.
Lines that hold right-to-left letters are bracketed with right-to-left marks: players disagree on the base
direction, and the marks settle punctuation in all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from core.errors import BadInput


class Timed(Protocol):
    """Anything with a start and an end in seconds and a text."""

    @property
    def start(self) -> float: ...
    @property
    def end(self) -> float: ...
    @property
    def text(self) -> str: ...


class Cue(NamedTuple):
    """One caption: seconds from the start of its film, and what is shown."""

    start: float
    end: float
    text: str


_RLM = "\u200f"
_JOINER = "\u2060"
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")


def srt(cues: Iterable[Timed]) -> bytes:
    """SubRip, UTF-8, CRLF. Raises ``BadInput`` on a cue that ends before it starts or overlaps the one before."""
    blocks = []
    for n, (start, end, lines) in enumerate(_checked(cues), 1):
        text = "\r\n".join(_rtl(_unlike_a_tag(line), _RLM) for line in lines)
        blocks.append(f"{n}\r\n{_clock(start, ',')} --> {_clock(end, ',')}\r\n{text}\r\n")
    return "\r\n".join(blocks).encode()


def vtt(cues: Iterable[Timed], language: str = "") -> bytes:
    """WebVTT (W3C), UTF-8. The language stands in a note, as the format has no field for it. Raises like ``srt``."""
    blocks = ["WEBVTT"]
    if tag := re.sub(r"[^A-Za-z0-9-]", "", language):
        blocks.append(f"NOTE Language: {tag}")
    for n, (start, end, lines) in enumerate(_checked(cues), 1):
        text = "\n".join(_rtl(_escape(line), "&rlm;") for line in lines)
        blocks.append(f"{n}\n{_clock(start, '.')} --> {_clock(end, '.')}\n{text}")
    return ("\n\n".join(blocks) + "\n").encode()


def _checked(cues: Iterable[Timed]) -> Iterable[tuple[int, int, list[str]]]:
    """Whole milliseconds and clean lines; cues without words are left out."""
    last = 0
    for cue in cues:
        start, end = round(cue.start * 1000), round(cue.end * 1000)
        lines = _lines(cue.text)
        if not lines:
            continue
        if start < last or end <= start:
            raise BadInput("captions must follow each other", which=f"{cue.start}-{cue.end} {cue.text[:40]}")
        last = end
        yield start, end, lines


def _lines(text: str) -> list[str]:
    """Lines with a letter in them: an empty one would end the cue."""
    plain = _CONTROL.sub(
        " ", _BIDI.sub("", unicodedata.normalize("NFC", text)).replace("\r\n", "\n").replace("\r", "\n")
    )
    plain = plain.encode("utf-8", "replace").decode()
    return [line for line in (" ".join(raw.split()) for raw in plain.split("\n")) if line]


def _clock(ms: int, point: str) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{ms:03}"


def _escape(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unlike_a_tag(line: str) -> str:
    line = re.sub(r"<(?=[A-Za-z/])", "<" + _JOINER, line)
    return re.sub(r"\{(?=\\)", "{" + _JOINER, line).replace("-->", "-" + _JOINER + "->")


def _rtl(line: str, mark: str) -> str:
    return f"{mark}{line}{mark}" if any(unicodedata.bidirectional(c) in ("R", "AL") for c in line) else line
