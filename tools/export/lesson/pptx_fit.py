"""How large words can stand in a placeholder, and where a text that is too long goes on to the next slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tools.design import breaks
from tools.design.breaks import clauses, paragraphs
from tools.design.clusters import is_cjk
from tools.design.fonts import face
from tools.design.shaping import measure
from tools.design.wrap import ELLIPSIS

from .pptx_place import EMU, Box, Place

_ROOM: Final = 0.93
"""Share of the width that is counted on: a machine without the typeface sets another that may be wider."""
_ASIAN_LINE: Final = 1.45
"""Line height in ems of faces that hold Chinese (Noto Sans SC 1.448, Microsoft YaHei 1.32)."""
_LATIN_LINE: Final = 1.26
"""The same of Latin faces (Arial 1.15, Inter 1.21, Outfit 1.26): a machine may set another than the look's."""


@dataclass(frozen=True)
class Type:
    """The two faces of a deck."""

    display: str
    text: str

    def of(self, place: Place) -> str:
        return self.display if place.font == "mj" else self.text


@lru_cache(maxsize=4096)
def _widths(text: str, font_id: str) -> tuple[tuple[float, float], ...]:
    """Each unbreakable piece of a paragraph: its width in ems, and that of the space after it."""
    gap = measure("a a", font_id) - measure("aa", font_id)
    pieces = (piece for paragraph in paragraphs(text) for piece in breaks.pieces(paragraph))
    return tuple((_width(piece.rstrip(), font_id), gap if piece[-1:].isspace() else 0.0) for piece in pieces)


@lru_cache(maxsize=16384)
def _width(piece: str, font_id: str) -> float:
    return measure(piece, font_id)


def lines(text: str, font_id: str, size: int, width: float) -> tuple[int, bool]:
    """How many lines a paragraph takes at a size in points within so many inches, and whether a word had to be broken.

    Pieces are measured once and added up, so that trying another size costs no shaping.
    """
    room = width * 72 * _ROOM / size
    count, at, broken = 1, 0.0, False
    for wide, gap in _widths(text, font_id):
        if at and at + wide > room:
            count, at = count + 1, 0.0
        if wide > room:
            broken = True
            count += int(wide // room)
            wide %= room
        at += wide + gap
    return count, broken


@lru_cache(maxsize=4096)
def line_height(text: str, font_id: str) -> float:
    """Height of a line in ems, the highest of the faces that the text may be set in."""
    metrics = face(font_id).metrics
    own = (metrics.ascent + metrics.descent) / metrics.units_per_em
    return max(own, _LATIN_LINE, _ASIAN_LINE if any(is_cjk(c) for c in text) else 0.0)


def height(texts: Sequence[str], place: Place, font_id: str, size: int, box: Box) -> tuple[float, bool]:
    """Inches that the paragraphs take, and whether a word broke."""
    width = box[2] - 2 * place.pad - place.hang / EMU
    points, broken = place.space * max(0, len(texts) - 1), False
    for text in texts:
        count, torn = lines(text, font_id, size, width)
        points += count * size * line_height(text, font_id) * place.leading / 100000
        broken = broken or torn
    return points / 72, broken


def size_for(texts: Sequence[str], place: Place, font_id: str, box: Box | None = None, least: int = 0) -> int:
    """The largest size in points at which all paragraphs fit the box; 0 where they do not fit at the least size.

    A size that breaks no word is preferred; where even the smallest breaks one, the largest that fits is taken.
    """
    box = box or place.box
    room = box[3] - 2 * place.pad
    torn = 0
    for size in range(place.most, (least or place.least) - 1, -1):
        high, broken = height(texts, place, font_id, size, box)
        if high <= room and not broken:
            return size
        if high <= room and not torn:
            torn = size
    return torn


@lru_cache(maxsize=1024)
def clip(text: str, place: Place, font_id: str) -> tuple[str, int]:
    """The text with its size in points, cut with an ellipsis where it does not fit at the least size."""
    size = size_for((text,), place, font_id)
    if size:
        return text, size
    low, high = 0, min(len(text), 2000)
    while low < high:
        middle = (low + high + 1) // 2
        if size_for((text[:middle] + ELLIPSIS,), place, font_id):
            low = middle
        else:
            high = middle - 1
    kept = text[:low].rstrip()
    words = kept.rsplit(" ", 1)
    kept = words[0] if len(words) == 2 and len(words[0]) > 0.6 * len(kept) else kept
    return kept + ELLIPSIS, size_for((kept + ELLIPSIS,), place, font_id) or place.least


def pages(texts: Sequence[str], place: Place, font_id: str, most: int, comfortable: int) -> list[list[str]]:
    """The paragraphs dealt onto slides: at most ``most`` on one, each slide fitting at ``comfortable`` points.

    A paragraph too long for a slide is cut between sentences, else words, else letters. Slides are filled evenly.
    """
    parts = [piece for text in texts for piece in _pieces(text, place, font_id, comfortable)]
    dealt = _dealt(parts, place, font_id, most, comfortable)
    evenly = -(-len(parts) // len(dealt)) if dealt else most
    again = _dealt(parts, place, font_id, evenly, comfortable)
    return again if len(again) == len(dealt) else dealt


def _dealt(parts: list[str], place: Place, font_id: str, most: int, size: int) -> list[list[str]]:
    out: list[list[str]] = []
    for part in parts:
        if out and len(out[-1]) < most and _fits((*out[-1], part), place, font_id, size):
            out[-1].append(part)
        else:
            out.append([part])
    return out


def _fits(texts: Sequence[str], place: Place, font_id: str, size: int) -> bool:
    return height(texts, place, font_id, size, place.box)[0] <= place.box[3] - 2 * place.pad


@lru_cache(maxsize=256)
def _pieces(text: str, place: Place, font_id: str, size: int) -> list[str]:
    if _fits((text,), place, font_id, size):
        return [text]
    for units, joint in ((clauses(text), "" if is_cjk(text[0]) else " "), (text.split(" "), " ")):
        if len(units) > 1:
            return _packed(units, joint, place, font_id, size)
    share = len(text)
    while share > 1 and not _fits((text[:share],), place, font_id, size):
        share = share * 3 // 4
    return [text[i : i + share] for i in range(0, len(text), share)]


def _packed(units: list[str], joint: str, place: Place, font_id: str, size: int) -> list[str]:
    """The units joined to pieces, each as long as fits."""
    out: list[str] = []
    start = 0
    while start < len(units):
        low, high = 0, len(units) - start
        while low < high:
            middle = min((low + high + 1) // 2, low + 24)
            if _fits((joint.join(units[start : start + middle]),), place, font_id, size):
                low = middle
            else:
                high = middle - 1
        out += [joint.join(units[start : start + low])] if low else _pieces(units[start], place, font_id, size)
        start += max(low, 1)
    return out
