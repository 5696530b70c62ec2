"""Alternative texts: what a picture shows, plainly, for those who do not see it."""

from __future__ import annotations

from functools import lru_cache

from core.copydeck import Piece
from tools.text.embedded.desk import Desk
from tools.text.embedded.line import Line, said, text_of
from tools.text.embedded.packs import DATA, raw_sections, typeset
from tools.text.embedded.texts import WRITTEN, bare, clean

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
    fixed = {"headline": said(headline), "format": said(_format(desk, size))}
    for drawn in (*_drawn(desk.language, layout), ""):
        values = {k: v for k, v in (fixed | {"drawn": said(drawn)}).items() if v}
        for kind in ("alt full", "alt drawn") if drawn else ("alt worded", "alt"):
            for frame in sorted(desk.frames(kind), key=lambda f: -f.count("{")):  # what says most comes first
                line = desk.fill(frame, **values)
                if line and len(text_of(line)) <= limit and not desk.bans(text_of(line)):
                    return line
    label = desk.subject.label if len(text_of(desk.subject.label)) <= limit else ()
    plain = said(cut_to(headline, limit, desk.language)) or label or last_resort(desk, limit)
    return plain or said(cut_to(layout, limit, desk.language)) or said("—")


def _drawn(language: str, layout: str) -> list[str]:
    """What is drawn in a layout ("scene bicycle scene:coast time:dusk ground:dark"), in full and then in fewer words.

    A scene is drawn in its own layout family only. What the table has no word for is left out.
    """
    family, *rest = layout.split()[:12] or [""]
    marks = dict(part.split(":", 1) for part in rest if ":" in part)
    hero = next((w for part in rest if ":" not in part and (w := _word(language, "hero", part))), "")
    place = _word(language, "scene", marks.get("scene", "")) if family == "scene" else _word(language, "family", family)
    if family == "scene" and place and (time := _word(language, "time", marks.get("time", ""))):
        place = time + place if language == "zh" else f"{place} {time}"
    ground = _word(language, "ground", marks.get("ground", "")) if family != "scene" else ""
    comma = "，" if language == "zh" else ", "
    full = [part for part in dict.fromkeys((hero, place, ground)) if part]  # a photo in the family of photos
    return [comma.join(full[:n]) for n in range(len(full), 0, -1)]


def _word(language: str, section: str, key: str) -> str:
    """The language's word for something drawn; empty where the table has none."""
    line = _table("drawn.txt", section).get(key, "")
    return typeset(line.split(" | ")[WRITTEN.index(language)], language) if line else ""


def _format(desk: Desk, size: str) -> str:
    return _table("pictures.txt", f"{desk.language} format").get(size, "")


@lru_cache(maxsize=32)
def _table(file: str, section: str) -> dict[str, str]:
    lines = raw_sections(DATA / file).get(section, ())
    return {key.strip(): word.strip() for key, _, word in (line.partition("=") for line in lines)}
