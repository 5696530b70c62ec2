"""A campaign's colours and words made fit for white paper."""

from __future__ import annotations

import unicodedata
from typing import Any

from core.direction import Palette
from tools.design.breaks import bound
from tools.export.colour import colours, contrast, mix, readable
from tools.export.languages import primary
from tools.export.markup import shortened
from tools.export.pdf import faces


def paper(palette: Palette) -> dict[str, str]:
    """Colours by role, each readable (WCAG AA) where it stands: ``ink``, ``muted`` and ``brand`` on white and on ``tint``;
    ``light`` and ``glow`` on ``deep``; ``accent_ink`` on ``accent``."""
    page = colours(palette)
    tint = mix("#ffffff", palette.accent, 0.08)
    source = palette.deep if contrast(palette.deep, "#ffffff") > contrast(palette.ink, "#ffffff") else palette.ink
    ink = readable(source, "#ffffff", tint, ratio=9)
    return {
        "ink": ink,
        "muted": readable(mix(ink, "#ffffff", 0.38), "#ffffff", tint),
        "brand": readable(palette.accent, "#ffffff", tint),
        "tint": tint,
        "line": mix("#ffffff", ink, 0.18),
        "accent": palette.accent,
        "accent_ink": page["accent-ink"],
        "deep": page["deep"],
        "light": page["light"],
        "quiet_light": page["quiet-light"],
        "glow": readable(page["glow"], page["deep"]),
    }


def sheet(palette: Palette, display: str, text: str, language: str) -> dict[str, Any]:
    """What every template reads: colours, typefaces and language."""
    return {"colours": paper(palette), "faces": faces(display, text), "lang": tongue(language)}


def tongue(language: str) -> str:
    """A language as PDF names it: two or three letters, English where it is none."""
    tag = primary(language)
    return tag if len(tag) in (2, 3) and tag.isascii() and tag.isalpha() else "en"


def cut(text: str, width: int) -> str:
    """One line of at most ``width`` Latin characters' room; a Chinese character takes the room of two."""
    line = " ".join(text.split())
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in line)
    room = width if not line else max(8, round(width * len(line) / (len(line) + wide)))
    return bound(shortened(line, room))
