"""A line in the making: runs of text, each resting on a fact of the brief or on nothing.

A frame is split at its ``{slots}`` before anything of the user's is put in, so braces in a brief are plain characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from core.copydeck import Cite, Piece

from .texts import capital, joint, stopped

_SLOT = re.compile(r"\{([a-z_0-9]+)\}")


class Bit(NamedTuple):
    """A run of text and the id of the fact that it rests on; empty for the writer's own words."""

    text: str
    fact: str = ""


Line = tuple[Bit, ...]


def said(text: str, fact: str = "") -> Line:
    """A line of one run."""
    return (Bit(text, fact),) if text else ()


def text_of(line: Line) -> str:
    """The characters of a line."""
    return "".join(bit.text for bit in line)


def slots_of(frame: str) -> tuple[str, ...]:
    """Names of the slots in a frame."""
    return tuple(_SLOT.findall(frame))


def fill(frame: str, values: Mapping[str, Line], language: str) -> Line | None:
    """The frame with its slots filled, or ``None`` when a slot has no value. Sentence starts get a capital."""
    parts = _SLOT.split(frame)
    bits: list[Bit] = []
    for i, part in enumerate(parts):
        if i % 2 == 0:
            if part:
                bits.append(Bit(part))
            continue
        value = values.get(part)
        if not value:
            return None
        before = text_of(tuple(bits)).rstrip()
        opened = before.rstrip("¿¡").rstrip()
        starts = not opened or opened[-1] in ".!?…\n"
        own = [Bit(capital(b.text) if starts and j == 0 else b.text, b.fact) for j, b in enumerate(value)]
        after = parts[i + 1] if i + 1 < len(parts) else ""
        if after[:1] in (".", "。", ",", "，", ":", "?", "!") or (after[:1] == "\u202f"):
            own[-1] = Bit(own[-1].text.rstrip(".。"), own[-1].fact)
            if own[-1].text[-1:] in "!?…！？" and after[:1] in (".", "。"):
                parts[i + 1] = after[1:]
        bits += own
    line = tuple(bits)
    if line and not line[0].fact:
        line = (Bit(capital(line[0].text)), *line[1:])
    return line


def opened(line: Line) -> Line:
    """The line with its first letter a capital."""
    return (Bit(capital(line[0].text), line[0].fact), *line[1:]) if line else line


def join(lines: Iterable[Line], language: str, between: str | None = None) -> Line:
    """Lines as sentences after one another, each with its stop."""
    gap = joint(language) if between is None else between
    out: list[Bit] = []
    for line in lines:
        if not line:
            continue
        if out and gap:
            out.append(Bit(gap))
        out += finish(line, language)
    return tuple(out)


def finish(line: Line, language: str) -> Line:
    """The line with a full stop, where it has none."""
    whole = text_of(line)
    ended = stopped(whole, language)
    if ended == whole:
        return line
    *head, last = line
    trimmed = last.text.rstrip().rstrip(",;:，；：、")
    return (*head, Bit(trimmed, last.fact), Bit(ended[-1])) if trimmed else line


def piece(line: Line, role: str = "", idea: str = "") -> Piece:
    """The line as a ``Piece`` with a ``Cite`` for each run that rests on a fact."""
    cites: list[Cite] = []
    at = 0
    for bit in line:
        end = at + len(bit.text)
        if bit.fact and bit.text.strip():
            cites.append(Cite(start=at, end=end, fact=bit.fact))
        at = end
    return Piece(text=text_of(line), role=role, idea=idea, cites=tuple(cites))
