"""Alternative texts: what a picture shows, plainly, for those who do not see it."""

from __future__ import annotations

from functools import lru_cache

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line, said, text_of
from tools.text.embedded.packs import DATA, raw_sections
from tools.text.embedded.texts import bare, clean

from .parts import cut_to, last_resort


def write(desk: Desk) -> list[Piece]:
    """One text per ``role|layout description|headline`` of ``request.context``, within ``request.limit`` (150)."""
    limit = desk.request.limit or 150
    out: list[Piece] = []
    for entry in desk.request.context or ("||",) * desk.request.count:
        size, layout, headline = ([clean(part) for part in entry.split("|", 2)] + ["", "", ""])[:3]
        line = _describe(desk, size, layout, bare(headline), limit)
        out.append(desk.take(line, "alt", size or "picture"))
    return out


def _describe(desk: Desk, size: str, layout: str, headline: str, limit: int) -> Line:
    """The fullest sentence that fits: what it is, what is drawn, what it says."""
    said_there = {
        "headline": said(headline),
        "format": said(_word(desk, "format", size)),
        "hero": said(_word(desk, "hero", layout)),
    }
    values = {k: v for k, v in said_there.items() if v}
    for kind in ("alt full", "alt drawn", "alt worded", "alt"):
        for frame in sorted(desk.frames(kind), key=lambda f: -f.count("{")):  # what says most comes first
            line = desk.fill(frame, **values)
            if line and len(text_of(line)) <= limit and not desk.bans(text_of(line)):
                return line
    label = desk.subject.label if len(text_of(desk.subject.label)) <= limit else ()
    plain = said(cut_to(headline, limit, desk.language)) or label or last_resort(desk, limit)
    return plain or said(cut_to(layout, limit, desk.language)) or said("—")


def _word(desk: Desk, section: str, text: str) -> str:
    """The language's word for a format or a drawn thing named in ``text``; empty where we have none."""
    table = _table(desk.language, section)
    return next((table[w] for w in reversed(text.lower().replace("-", " ").split()) if w in table), "")


@lru_cache(maxsize=32)
def _table(language: str, section: str) -> dict[str, str]:
    lines = raw_sections(DATA / "pictures.txt").get(f"{language} {section}", ())
    return {key.strip(): word.strip() for key, _, word in (line.partition("=") for line in lines)}
