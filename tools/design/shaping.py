"""Lines of text to positioned outlines: fallback faces, both directions, marks and kerning.

Renderers disagree on fonts, draw nothing for an unknown family and boxes for missing glyphs (resvg does both), so text is
shaped here with HarfBuzz and always drawn as paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal

import uharfbuzz as hb

from . import bidi, clusters
from .fonts import face, hb_font
from .geometry import Box
from .outlines import extents, number, outline

__all__ = ["Box", "Run", "is_rtl", "measure", "shape"]

Anchor = Literal["start", "middle", "end"]
Direction = Literal["auto", "ltr", "rtl"]
MAX_TRACKING: Final = 2.0
_NO_LIGATURES: Final = {"liga": False, "clig": False}
_FLAGS: Final = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES

is_rtl = bidi.is_rtl


@dataclass(frozen=True)
class _Glyph:
    """A glyph at ``x``, ``y`` in ems from the start of the line, y upwards."""

    font_id: str
    glyph: int
    x: float
    y: float


@dataclass(frozen=True)
class _Line:
    """A shaped line at size 1."""

    glyphs: tuple[_Glyph, ...]
    width: float
    ink: tuple[float, float, float, float]
    missing: tuple[str, ...]
    rtl: bool


@dataclass(frozen=True)
class Run:
    """One shaped line at one size. ``start`` is always the left edge and ``end`` the right one, whatever the direction."""

    text: str
    font_id: str
    size: float
    rtl: bool
    missing: tuple[str, ...]
    """Characters that no face covers; drawn as the face's empty box."""
    line: _Line

    @property
    def width(self) -> float:
        """Advance width in pixels."""
        return self.line.width * self.size

    def path(self, x: float, y: float, anchor: Anchor = "start") -> str:
        """SVG path data with the baseline at ``y``; coordinates have two decimals."""
        left = self._left(x, anchor)
        out = []
        for g in self.line.glyphs:
            contours = outline(g.font_id, g.glyph, self.size)
            dx, dy = round((left + g.x * self.size) * 100), round((y - g.y * self.size) * 100)
            out += [f"M{number(dx + sx)} {number(dy + sy)}{rest}" for sx, sy, rest in contours]
        return "".join(out)

    def ink_box(self, x: float, y: float, anchor: Anchor = "start") -> Box:
        """Where ink falls when drawn there; empty at ``x``, ``y`` for blank text."""
        left, top, right, bottom = (v * self.size for v in self.line.ink)
        x = self._left(x, anchor)
        return Box(x + left, y - top, right - left, top - bottom) if right > left else Box(x, y, 0.0, 0.0)

    def _left(self, x: float, anchor: Anchor) -> float:
        return x - self.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]


def shape(text: str, font_id: str, size: float, *, tracking: float = 0.0, direction: Direction = "auto") -> Run:
    """One line, shaped.

    Args:
        text: any text; line breaks count as spaces, characters without width are dropped.
        font_id: the face to use where it covers the text; others of like weight step in where it does not.
        size: pixels per em.
        tracking: extra space after each letter in ems (-0.02 is tight, 0.1 wide); never applied inside joined scripts.
        direction: of the line; ``auto`` follows its first strong character.

    Raises ``ValueError`` when ``tracking`` is not in ems (beyond 2), ``BadInput`` for an unknown font.
    """
    if abs(tracking) > MAX_TRACKING:
        raise ValueError(f"tracking is in ems, {tracking} is too much")
    line = _shape(text, face(font_id).id, tracking, direction)
    return Run(text, font_id, round(float(size), 2), line.rtl, line.missing, line)


def measure(text: str, font_id: str, *, tracking: float = 0.0, direction: Direction = "auto") -> float:
    """Width of a line in ems: multiply by the size."""
    return shape(text, font_id, 1.0, tracking=tracking, direction=direction).line.width


@lru_cache(maxsize=16384)
def _shape(text: str, font_id: str, tracking: float, direction: Direction) -> _Line:
    clean = clusters.clean(text)
    rtl = bidi.is_rtl(clean) if direction == "auto" else direction == "rtl"
    found = clusters.assign(clean, font_id)
    levels = bidi.levels("".join(c.text[0] for c in found), rtl)
    runs = [
        (level, font or font_id, [c for c, _ in group])
        for (level, font), group in groupby(zip(found, levels, strict=True), lambda item: (item[1], item[0].font_id))
    ]
    glyphs: list[_Glyph] = []
    pen = tail = 0.0
    for index in bidi.visual_order([level for level, _, _ in runs]):
        level, font, members = runs[index]
        pen, tail = _place(glyphs, pen, tail, "".join(c.text for c in members), font, level % 2 == 1, tracking)
    missing = tuple(dict.fromkeys(char for c in found for char in c.missing))
    return _Line(tuple(glyphs), max(0.0, pen - tail), _ink(glyphs), missing, rtl)


def _place(
    out: list[_Glyph], pen: float, tail: float, text: str, font_id: str, rtl: bool, tracking: float
) -> tuple[float, float]:
    """Shape one run at the pen; gives the new pen and the tracking that hangs after its last glyph."""
    joined = any("\u0600" <= c <= "\u08ff" or "\ufb50" <= c <= "\ufefc" for c in text)
    extra = 0.0 if joined or font_id == "noto-emoji" else tracking
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = "zh-hans" if font_id.startswith("noto-sc") else "und"  # never the machine's locale
    buffer.guess_segment_properties()
    buffer.flags = _FLAGS
    font = hb_font(font_id)
    hb.shape(font, buffer, _NO_LIGATURES if extra else None)
    unit = 1.0 / font.scale[0]
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    for i, (info, at) in enumerate(zip(infos, positions, strict=True)):
        out.append(_Glyph(font_id, info.codepoint, pen + at.x_offset * unit, at.y_offset * unit))
        pen += at.x_advance * unit
        ends = i + 1 == len(infos) or infos[i + 1].cluster != info.cluster
        if ends and at.x_advance:
            pen, tail = pen + extra, extra
    return pen, tail


def _ink(glyphs: list[_Glyph]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in ems, y upwards; zeros where nothing is drawn."""
    boxes = [(g, b) for g in glyphs if (b := extents(g.font_id, g.glyph)) is not None]
    if not boxes:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        min(g.x + b[0] for g, b in boxes),
        max(g.y + b[1] for g, b in boxes),
        max(g.x + b[2] for g, b in boxes),
        min(g.y + b[3] for g, b in boxes),
    )
