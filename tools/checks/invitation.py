"""Whether a text invites to what the brief invites to. Openings of invitations lie in ``data/invitations.json``."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from core.copydeck import Piece

_LINE: Final = re.compile(r"[^.!?。！？\n|→:：]+")


def strange(
    piece: Piece, language: str, cta: str, words: Iterable[str], reached: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Spans that ask for another action than ``cta``: what is cited as it, and a last line that opens like an invitation.

    A line that rests on a fact or stands in the brief's ``words`` is free, and so is one that leads to a number or an address (``reached``: where
    they start).
    """
    wanted, lines = _said(cta), [m for m in _LINE.finditer(piece.text) if m[0].strip(_EDGES)]
    for cite in piece.cites:
        shown = _said(piece.text[cite.start : cite.end])
        if cite.fact == "cta" and shown and wanted not in shown and shown not in wanted:
            yield cite.start, cite.end
    inviting = _inviting().get(language.replace("_", "-").split("-")[0].lower())
    for m in lines[-1:] if inviting else ():
        line = m[0].strip(_EDGES)
        start = m.start() + m[0].find(line)
        end = start + len(line)
        free = any(c.start < end and start < c.end for c in piece.cites) or any(start < at < end + 12 for at in reached)
        known = wanted in _said(line) or any(_said(line) in _said(w) for w in words)
        if inviting and inviting.match(line) and not _long(line) and not free and not known:
            yield start, end


_EDGES: Final = " ,;–—-»«\"'“”¡¿"


def _said(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _long(line: str) -> bool:
    return len(line) > 12 if any("\u3400" <= c <= "\u9fff" for c in line) else len(line.split()) > 6


@cache
def _inviting() -> dict[str, re.Pattern[str]]:
    """Openings of lines that ask for an action one can take at once, by language."""
    page: dict[str, list[str]] = json.loads((Path(__file__).parent / "data" / "invitations.json").read_text("utf-8"))
    return {
        language: re.compile(rf"(?:{'|'.join(openings)})" + ("" if language == "zh" else r"(?!\w)"), re.I)
        for language, openings in page.items()
    }
