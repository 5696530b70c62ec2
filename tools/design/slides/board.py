"""A slide being put together: a ground with all that never changes, and its lines, each drawn once for every state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tools.design import colour as col
from tools.design.bidi import has_rtl
from tools.design.canvas import Canvas, num
from tools.design.elements import ink_of
from tools.design.geometry import Box
from tools.design.hero import ink_of_icon
from tools.design.icons import Style
from tools.design.icons import icon as icon_markup
from tools.design.photo import Picture
from tools.design.placed import Anchor, PlacedText, Role
from tools.design.wrap import Fitted

from .page import Page
from .words import Text, Words

Look = Literal["said", "now", "waiting", "right"]
"""A line that was said, the one being said, one still to come; of a question's options the right one, when it is told."""
LOOKS: tuple[Look, ...] = ("said", "now", "waiting")
Kind = Literal["kicker", "title", "line", "label", "foot", "number"]
Align = Literal["start", "middle", "end"]
_ROLES: dict[Kind, Role] = {
    "kicker": "badge", "title": "headline", "line": "bullet", "label": "sub", "foot": "legal", "number": "legal",
}  # fmt: skip


@dataclass(frozen=True)
class Seat:
    """A text where it stands. ``within``: the box that it must not leave; ``line``: which line it belongs to, or -1."""

    kind: Kind
    placed: PlacedText
    within: Box
    missing: tuple[str, ...] = ()
    line: int = -1
    waiting: float = 0.0
    """Contrast while it is still to come; 0 for what never waits."""


class Pen:
    """Draws in one fragment, as if the page were read from left to right; it mirrors where it is not."""

    def __init__(self, page: Page, prefix: str) -> None:
        self.page = page
        self.canvas = Canvas(prefix)
        self.seats: list[Seat] = []

    def rect(self, box: Box, fill: str, radius: float = 0.0, opacity: float = 1.0) -> None:
        at = self.page.mirrored(box)
        self.canvas.rect(at.x, at.y, at.w, at.h, fill, opacity, min(radius, at.w / 2, at.h / 2))

    def disc(self, x: float, y: float, radius: float, fill: str, opacity: float = 1.0) -> None:
        self.canvas.circle(self.page.width - x if self.page.rtl else x, y, radius, fill, opacity)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float, opacity: float = 1.0) -> None:
        x = self.page.width - x if self.page.rtl else x
        self.canvas.circle(
            x, y, radius, "none", 1.0, f'stroke="{colour}" stroke-width="{width:.1f}" stroke-opacity="{opacity:.3g}"'
        )

    def icon(self, name: str, box: Box, colour: str, opacity: float = 1.0, style: Style = "fill") -> None:
        """An icon whose ink fills the box."""
        at, ink = self.page.mirrored(box), ink_of_icon(name)
        k = min(at.w / ink.w, at.h / ink.h)
        x, y = at.x + at.w / 2 - (ink.x + ink.w / 2) * k, at.y + at.h / 2 - (ink.y + ink.h / 2) * k
        faint = f' fill-opacity="{opacity:.3g}"' if opacity < 1 else ""
        self.canvas.add(
            f'<g transform="translate({num(x)} {num(y)}) scale({k:.4f})" fill="{colour}"{faint}>{icon_markup(name, style)}</g>'
        )

    def write(
        self, kind: Kind, text: Text, fitted: Fitted, font: str, colour: str, home: Box, grounds: Sequence[str], *,
        align: Align = "start", tracking: float = 0.0, within: Box | None = None,
    ) -> None:  # fmt: skip
        """Lines at the top of ``home``, along its start, middle or end."""
        if not fitted.lines:
            return
        page, at = self.page, self.page.mirrored(home)
        side = {"start": "end", "end": "start", "middle": "middle"}[align] if page.rtl else align
        anchor: Anchor = "middle" if side == "middle" else "end" if side == "end" else "start"
        x = {"start": at.x, "middle": at.x + at.w / 2, "end": at.right}[anchor]
        placed = PlacedText(
            role=_ROLES[kind], text=text.full, lines=fitted.lines, font=font, size=fitted.size, colour=colour, x=x,
            baseline=fitted.baselines(at.y)[0], box=Box(x, at.y, 0, 0), anchor=anchor, leading=fitted.leading, tracking=tracking,
            direction="rtl" if fitted.rtl or page.rtl and has_rtl(text.shown) else "ltr",
            truncated=fitted.truncated or text.cut, contrast=min(col.contrast(colour, g) for g in grounds),
        )  # fmt: skip
        placed = replace(placed, box=ink_of(placed))
        self.canvas.add(placed.svg())
        self.seats.append(Seat(kind, placed, page.mirrored(within or home), text.missing))


@dataclass(frozen=True)
class Line:
    """A line of the slide: the part of the page it may touch, and its markup in each look."""

    region: Box
    markup: Mapping[Look, str]


@dataclass
class Board:
    """What a role is given, and what it fills."""

    page: Page
    words: Words
    icon: str
    picture: Picture | None = None
    right: frozenset[int] = frozenset()
    """Lines that are right answers."""
    lines: list[Line] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    picture_box: Box | None = None
    icon_box: Box | None = None

    def __post_init__(self) -> None:
        self.ground = Pen(self.page, self.page.prefix)

    def line(self, region: Box, paint: Callable[[Pen, Look], None]) -> None:
        """The next line: ``paint`` draws it in a look, within ``region``."""
        index, markup = len(self.lines), {}
        looks: tuple[Look, ...] = (*LOOKS, "right") if index in self.right else LOOKS
        pens = {look: Pen(self.page, f"{self.page.prefix}{index}{look[0]}") for look in looks}
        for look, pen in pens.items():
            paint(pen, look)
            markup[look] = pen.canvas.markup()
        for said, now, waiting in zip(*(pens[look].seats for look in LOOKS), strict=True):
            least = min(
                said.placed.contrast, now.placed.contrast
            )  # what is right stands on the same ground as what is said now
            self.seats.append(
                replace(
                    said,
                    placed=replace(said.placed, contrast=least),
                    line=index,
                    waiting=waiting.placed.contrast,
                )
            )
        self.lines.append(Line(self.page.mirrored(region), markup))

    @property
    def all_seats(self) -> tuple[Seat, ...]:
        """Every text, those of the ground first."""
        return (*self.ground.seats, *self.seats)

    def svg_body(self, look: Look = "said") -> str:
        """Everything, all lines in one look."""
        return self.ground.canvas.markup() + "".join(line.markup[look] for line in self.lines)
