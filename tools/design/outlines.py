"""Glyph outlines as SVG path data, and their extents; kept, since the same few glyphs are drawn again and again."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import uharfbuzz as hb

from .fonts import hb_font


@lru_cache(maxsize=32768)
def extents(font_id: str, glyph: int) -> tuple[float, float, float, float] | None:
    font = hb_font(font_id)
    found = font.get_glyph_extents(glyph)
    if found is None or not found.width:
        return None
    unit = 1.0 / font.scale[0]
    left, top = found.x_bearing * unit, found.y_bearing * unit
    return left, top, left + found.width * unit, top + found.height * unit


@lru_cache(maxsize=32768)
def outline(font_id: str, glyph: int, size: float) -> tuple[tuple[int, int, str], ...]:
    """Contours at one size: start in hundredths of a pixel, and the rest as relative path data.

    Steps are taken between rounded points, so that rounding never adds up, and one string serves every place.
    """
    recorder = _Recorder(size * 100 / hb_font(font_id).scale[0])
    hb_font(font_id).draw_glyph(glyph, _FUNCS, recorder)
    return tuple((x, y, "".join(steps) + "z") for x, y, steps in recorder.contours if steps)


@lru_cache(maxsize=65536)
def number(hundredths: int) -> str:
    """``1234`` as ``12.34``, ``50`` as ``.5``."""
    whole, part = divmod(abs(hundredths), 100)
    text = f"{whole or ''}.{part:02d}".rstrip("0") if part else str(whole)
    return "-" + text if hundredths < 0 else text


class _Recorder:
    """Collects HarfBuzz drawing calls as relative path data."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.contours: list[tuple[int, int, list[str]]] = []
        self.at = (0, 0)

    def step(self, command: str, *points: tuple[float, float]) -> None:
        placed = [(round(x * self.scale), round(-y * self.scale)) for x, y in points]
        text = " ".join(number(v) for x, y in placed for v in (x - self.at[0], y - self.at[1]))
        if command == "M":
            self.contours.append((*placed[0], []))
        elif placed[-1] != self.at or len(placed) > 1:
            self.contours[-1][2].append(command + text)
        self.at = placed[-1]


def _draw_funcs() -> Any:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, r: r.step("M", (x, y)))
    funcs.set_line_to_func(lambda x, y, r: r.step("l", (x, y)))
    funcs.set_quadratic_to_func(lambda a, b, x, y, r: r.step("q", (a, b), (x, y)))
    funcs.set_cubic_to_func(lambda a, b, c, d, x, y, r: r.step("c", (a, b), (c, d), (x, y)))
    funcs.set_close_path_func(lambda r: None)
    return funcs


_FUNCS: Final = _draw_funcs()
