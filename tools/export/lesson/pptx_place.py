"""What a slide layout is made of: placeholders, ornaments, and the roles of the theme's colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Box = tuple[float, float, float, float]
"""Left, top, width, height in inches."""
WIDTH, HEIGHT = 13.333, 7.5
EMU: Final = 914400

Colour = Literal["bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"]
"""Theme roles: bg1 page, tx1 ink, bg2 soft ground, tx2 deep, accent1 and accent2 the brand's, accent3 accent as text,
accent4 quiet text, accent5 surface of cards, accent6 light text on deep."""


def emu(box: Box) -> tuple[int, int, int, int]:
    """The box in English metric units."""
    x, y, w, h = (round(v * EMU) for v in box)
    return x, y, w, h


@dataclass(frozen=True)
class Ornament:
    """A flat shape of a layout that says nothing."""

    kind: Literal["rect", "ellipse"]
    box: Box
    fill: Colour
    name: str = "Ornament"

    @property
    def emu(self) -> tuple[int, int, int, int]:
        return emu(self.box)


@dataclass(frozen=True)
class Place:
    """A placeholder. ``most`` and ``least`` bound its type size; ``round`` in hundred-thousandths of the short side."""

    kind: Literal["title", "body", "pic", "tbl", "ftr", "sldNum"]
    idx: int
    name: str
    box: Box
    most: int
    least: int
    colour: Colour = "tx1"
    font: Literal["mj", "mn"] = "mn"
    bold: bool = False
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["l", "r", "ctr"] = "l"
    bullet: Literal["", "dot", "number", "letter"] = ""
    mark: Colour = "accent3"
    fill: Colour | Literal[""] = ""
    round: int = 0
    pad: float = 0.0
    space: float = 0.0
    """Points before each paragraph but the first."""
    prompt: str = ""

    @property
    def emu(self) -> tuple[int, int, int, int]:
        return emu(self.box)

    @property
    def size(self) -> int:
        return self.most * 100

    @property
    def gap(self) -> int:
        return round(self.space * 100)

    @property
    def leading(self) -> int:
        """Line spacing in thousandths of a percent: headlines are set tighter."""
        return 95000 if self.font == "mj" else 105000

    @property
    def inset(self) -> int:
        return round(self.pad * EMU)

    @property
    def hang(self) -> int:
        """Indent of a bulleted paragraph in EMU."""
        return round({"": 0.0, "dot": 0.32, "number": 0.62, "letter": 0.55}[self.bullet] * EMU)


@dataclass(frozen=True)
class Layout:
    """A named slide layout; ``places`` in reading order."""

    key: str
    name: str
    ground: Colour
    ornaments: tuple[Ornament, ...]
    places: tuple[Place, ...]

    def place(self, idx: int) -> Place:
        """The placeholder of that index; 0 is the title."""
        return next(p for p in self.places if p.idx == idx)
