"""The glyphs of a PDF page with their places, as pdfminer.six finds them; no picture is decoded and no path is drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from tools.reading.limits import MAX_CHARACTERS, MAX_PAGES, PARSER_FAILURES

MOST_ON_PAGE: Final = 60_000
"""Glyphs of one page; a dense newspaper has 25,000."""
LOST: Final = "\ue000"
"""Stands for a glyph that no font table gives a letter for; a private character, which no text of ours holds otherwise."""
_BOLD: Final = re.compile(
    r"bold|black|heavy|demi|semib|medi(?:um)?$|-medi|cmbx|sfbx|cmb10|ecbx|lmroman\d+-bold|\bbd\b", re.I
)
_ITALIC: Final = re.compile(r"ital|oblique|slant|cmti|cmsl|sfti|ecti|-it$", re.I)
_MONO: Final = re.compile(r"mono|courier|consol|typewriter|cmtt|sftt|ectt|menlo|code", re.I)
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_SMALLEST: Final = 2.0


class Glyph(NamedTuple):
    """A letter. Places in points from the page's lower left, ``y`` of the baseline; ``face`` indexes ``Page.faces``."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    face: int


class Face(NamedTuple):
    """What a font's name tells."""

    bold: bool
    italic: bool
    mono: bool


@dataclass(frozen=True)
class Page:
    """A page's glyphs in the order they are painted, all reading one way."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    faces: tuple[Face, ...]
    unseen: int
    """How many glyphs are invisible, as those of a scan's text layer are."""
    pictures: int
    turned: int
    """Glyphs left out because they stand across the others."""


def pages(document: Any, losses: list[str]) -> Iterator[Page]:
    """The pages in order, at most ``MAX_PAGES``; a page that breaks the parser is named in ``losses`` and skipped."""
    manager = PDFResourceManager(caching=True)
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    total = 0
    bad: list[int] = []
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MAX_PAGES or total > 1.2 * MAX_CHARACTERS:
            losses.append(f"The PDF is longer than can be read; pages from {number} on were left out.")
            break
        device.begin(number)
        try:
            interpreter.process_page(page)
        except PARSER_FAILURES:
            bad.append(number)
        made = device.page()
        total += len(made.glyphs)
        yield made
    if bad:
        losses.append(
            f"Pages that could not be read whole: {', '.join(map(str, bad[:20]))}{' and more' if len(bad) > 20 else ''}."
        )


class _Device(PDFTextDevice):  # type: ignore[misc]
    """Collects glyphs by the way they read."""

    def begin(self, number: int) -> None:
        self._number, self._pictures, self._unseen, self._count = number, 0, 0, 0
        self._ways: dict[str, list[Glyph]] = {}
        self._faces: dict[str, int] = {}
        self._found: list[Face] = []
        self._known: dict[int, tuple[Any, int]] = {}
        self._box = (0.0, 0.0, 612.0, 792.0)
        self._mode = 0

    def begin_page(self, page: Any, ctm: Any) -> None:
        x0, y0, x1, y1 = page.mediabox
        corners = [_moved(ctm, x, y) for x, y in ((x0, y0), (x1, y1))]
        xs, ys = sorted(c[0] for c in corners), sorted(c[1] for c in corners)
        self._box = (xs[0], ys[0], xs[1], ys[1])

    def render_image(self, name: str, stream: Any) -> None:
        self._pictures += 1

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._mode = textstate.render
        if self._count < MOST_ON_PAGE:
            super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = LOST
        advance = float(font.char_width(cid) * fontsize * scaling)
        self._count += 1
        if text and isinstance(text, str) and self._count <= MOST_ON_PAGE:
            if text == "\u00ad":
                text = "-"  # fonts name their one hyphen so; what is printed is a hyphen
            elif _PRIVATE.search(text):
                text = _PRIVATE.sub(lambda m: m[0] if m[0] in "\uf0b7\uf0a7\uf0d8\uf02d" else LOST, text)
            self._add(matrix, self._face(font), fontsize, rise, advance, text, font.is_vertical())
        return advance

    def _add(
        self, matrix: Any, face: int, fontsize: float, rise: float, advance: float, text: str, vertical: bool
    ) -> None:
        a, b, c, d, e, f = matrix
        x, y = e + c * rise, f + d * rise
        left, bottom, right, top = self._box
        if not (left - 5 <= x <= right + 5 and bottom - 5 <= y <= top + 5):
            return
        if vertical:
            way, size, start, base, length = "vertical", abs(fontsize * a), top - y, x, abs(advance * d)
        elif abs(a) > abs(b):
            way, size, start, base, length = ("ahead" if a > 0 else "over"), abs(fontsize * d), x, y, abs(advance * a)
        elif b > 0:
            way, size, start, base, length = "up", abs(fontsize * c), y, right - x, abs(advance * b)
        else:
            way, size, start, base, length = "down", abs(fontsize * c), top - y, x, abs(advance * b)
        if size < _SMALLEST or not (abs(start) < 1e6 and abs(base) < 1e6 and abs(length) < 1e6):
            return
        self._unseen += self._mode == 3
        self._ways.setdefault(way, []).append(Glyph(start, start + length, base, size, text, face))

    def _face(self, font: Any) -> int:
        known = self._known.get(id(font))
        if known is not None:
            return known[1]
        name = font.fontname.decode("latin-1") if isinstance(font.fontname, bytes) else str(font.fontname)
        name = name.split("+", 1)[-1]
        if name not in self._faces:
            flags = getattr(font, "flags", 0) or 0
            bold = bool(_BOLD.search(name)) or bool(isinstance(flags, int) and flags & 1 << 18)
            self._faces[name] = len(self._found)
            self._found.append(Face(bold, bool(_ITALIC.search(name)), bool(_MONO.search(name))))
        self._known[id(font)] = (font, self._faces[name])
        return self._faces[name]

    def page(self) -> Page:
        """What was collected: the way of reading that most glyphs have."""
        counts = Counter({way: len(glyphs) for way, glyphs in self._ways.items()})
        way, most = counts.most_common(1)[0] if counts else ("ahead", 0)
        left, bottom, right, top = self._box
        wide, high = right - left, top - bottom
        if way in ("up", "down", "vertical"):
            wide, high = high, wide
        glyphs = tuple(self._ways.get(way, ()))
        return Page(
            self._number, wide, high, glyphs, tuple(self._found), self._unseen, self._pictures, counts.total() - most
        )


def _moved(ctm: Any, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = ctm
    return a * x + c * y + e, b * x + d * y + f
