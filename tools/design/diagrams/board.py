"""A diagram being put together: parts with their boxes, so that it can be checked before it is drawn.

Every method takes geometry as if the sheet read from left to right and mirrors it where it does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tools.design import colour as col
from tools.design.bidi import has_rtl
from tools.design.canvas import Canvas, num
from tools.design.elements import ink_of
from tools.design.geometry import Box
from tools.design.hero import ink_of_icon
from tools.design.icons import icon as icon_markup
from tools.design.placed import Anchor, PlacedText, Role
from tools.design.wrap import Fitted

from .arrows import Point, head_of, shaft_of
from .cells import Cell, drop
from .sheet import Sheet, readable

Align = Literal["start", "middle", "end"]
Style = Literal["card", "solid", "tint"]


@dataclass(frozen=True)
class Part:
    """Something that takes room. ``way`` is an arrow's or a leader's middle line; ``within`` the box that words stay in."""

    kind: Literal["card", "words", "arrow", "icon"]
    box: Box
    text: PlacedText | None = None
    grounds: tuple[str, ...] = ()
    within: Box | None = None
    way: tuple[Point, ...] = ()
    head: float = 0.0
    """Length of an arrow's head; 0 for a leader or a plain line."""


class Board:
    """Collects parts in paint order."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.canvas = Canvas(sheet.prefix)
        self.parts: list[Part] = []
        self._icons = 0

    def card(self, box: Box, style: Style = "card", hue: str = "", radius: float = 0.0) -> tuple[str, ...]:
        """A plate with soft depth; gives the colours that words on it are read against."""
        p, at, c = self.sheet.palette, self.sheet.mirrored(box), self.canvas
        r = min(radius or self.sheet.unit * 0.016, at.h / 2, at.w / 2)
        lift = self.sheet.unit * 0.0042
        for grow, strength in ((3.4, 0.014), (2.7, 0.018), (2.0, 0.022), (1.4, 0.026), (0.9, 0.03), (0.4, 0.034)):
            g = lift * grow
            c.rect(at.x - g, at.y - g + lift * 1.6, at.w + 2 * g, at.h + 2 * g, p.deep, strength, r + g)
        grounds: tuple[str, ...] = (p.surface,)
        if style == "card":
            c.rect(at.x, at.y + lift, at.w, at.h, col.mix(p.surface, hue or p.ink, 0.3), 1.0, r)
            c.rect(at.x, at.y, at.w, at.h, p.surface, 1.0, r)
        elif style == "tint":
            fill = col.mix(p.surface, hue or p.accent, 0.14)
            grounds = (fill,)
            c.rect(at.x, at.y, at.w, at.h, fill, 1.0, r)
        else:
            grounds = solid_fill(self.sheet, hue or p.accent)
            c.rect(at.x, at.y + lift, at.w, at.h, col.mix(grounds[0], p.deep, 0.45), 1.0, r)
            c.rect(at.x, at.y, at.w, at.h, c.linear([(0, grounds[0]), (1, grounds[1])]), 1.0, r)
        self.parts.append(Part("card", at))
        return grounds

    def words(
        self, home: Box, fitted: Fitted, text: str, font: str, colour: str, grounds: tuple[str, ...], align: Align = "start",
        role: Role = "bullet", within: Box | None = None,
    ) -> None:  # fmt: skip
        """Lines at the top of ``home``, along its start, middle or end."""
        sheet, at = self.sheet, self.sheet.mirrored(home)
        side = {"start": "end", "end": "start", "middle": "middle"}[align] if sheet.rtl else align
        anchor: Anchor = "middle" if side == "middle" else "end" if side == "end" else "start"
        x = {"start": at.x, "middle": at.x + at.w / 2, "end": at.right}[anchor]
        placed = PlacedText(
            role=role, text=text, lines=fitted.lines, font=font, size=fitted.size, colour=readable(colour, grounds), x=x,
            baseline=fitted.baselines(at.y)[0], box=Box(x, at.y, 0, 0), anchor=anchor, leading=fitted.leading,
            direction="rtl" if fitted.rtl or sheet.rtl and has_rtl(text) else "ltr", truncated=fitted.truncated,
        )  # fmt: skip
        placed = replace(placed, box=ink_of(placed))
        placed = replace(placed, contrast=min(col.contrast(placed.colour, g) for g in grounds))
        self.canvas.add(placed.svg())
        keep = sheet.mirrored(within) if within is not None else sheet.frame
        self.parts.append(Part("words", placed.box, placed, grounds, keep))

    def icon(self, name: str, box: Box, colour: str, style: Literal["fill", "bold"] = "fill") -> None:
        """An icon whose ink fills the box."""
        at, ink = self.sheet.mirrored(box), ink_of_icon(name)
        k = min(at.w / ink.w, at.h / ink.h)
        x, y = at.x + at.w / 2 - (ink.x + ink.w / 2) * k, at.y + at.h / 2 - (ink.y + ink.h / 2) * k
        self.canvas.add(
            f'<g transform="translate({num(x)} {num(y)}) scale({k:.4f})" fill="{colour}">{icon_markup(name, style)}</g>'
        )
        self.parts.append(Part("icon", at))

    def disc(self, made: Cell, x: float, y: float, hue: str, grounds: tuple[str, ...], within: Box) -> None:
        """The disc of a cell with its top left corner there: an icon on a tint, or a number on the hue."""
        d, c, solid = made.disc, self.canvas, len(grounds) > 1
        at = self.sheet.mirrored(Box(x, y, d, d))
        cx, cy = at.x + d / 2, at.y + d / 2
        if made.content.icon:
            tint = col.mix(grounds[0], "#ffffff" if solid else hue, 0.2 if solid else 0.17)
            c.circle(cx, cy, d / 2, tint)
            self.icon(
                made.content.icon,
                Box(x, y, d, d).inset(d * 0.21),
                col.ensure(hue if not solid else readable(self.sheet.palette.accent_ink, grounds), tint, 3.1),
            )
            if made.content.mark:
                small = max(made.size * 0.78, self.sheet.floor)
                b = small * 1.5
                self._number(made, Box(x + d - b * 0.62, y - b * 0.3, b, b), small, hue, within)
        elif made.content.mark:
            self._number(made, Box(x, y, d, d), max(made.size * 1.02, self.sheet.floor), hue, within)

    def _number(self, made: Cell, box: Box, size: float, hue: str, within: Box) -> None:
        from .cells import set_at

        at = self.sheet.mirrored(box)
        fill = solid_fill(self.sheet, hue)
        self.canvas.circle(at.x + at.w / 2, at.y + at.h / 2, at.w / 2, self.canvas.linear([(0, fill[0]), (1, fill[1])]))
        fitted = set_at(made.content.mark, self.sheet.strong, size, box.w, True)
        if fitted is not None:
            home = Box(box.x, box.y + (box.h - fitted.height) / 2, box.w, fitted.height)
            ink = readable(self.sheet.palette.light, fill)
            self.words(home, fitted, made.content.mark, self.sheet.strong, ink, fill, "middle", "badge", within)

    def cell(
        self, made: Cell, box: Box, hue: str, style: Style = "card", align: Align = "start", tall: float = 0.0
    ) -> None:
        """A card with its content in the middle of its height."""
        self.content(made, box, hue, self.card(box, style, hue), align, tall)

    def content(
        self, made: Cell, box: Box, hue: str, grounds: tuple[str, ...], align: Align = "start", tall: float = 0.0
    ) -> None:
        """A cell's disc and words on something that is already drawn.

        ``tall``: height of the tallest content of a row of stacks, so that their discs stand in one line.
        """
        p, sheet = self.sheet.palette, self.sheet
        ink = col.ink_on(grounds[0], p.light, p.deep) if len(grounds) > 1 else p.ink
        muted = ink if len(grounds) > 1 else p.muted
        x, w = box.x + made.pad, box.w - 2 * made.pad
        y = box.y + (box.h - made.words_height + drop(made.detail or made.text)) / 2
        if made.form == "row":
            self.disc(made, x, box.y + (box.h - made.disc) / 2, hue, grounds, box)
            x, w = x + made.disc + made.gap, w - made.disc - made.gap
        elif made.form == "stack":
            y = box.y + (box.h - max(tall, made.stack_height)) / 2
            self.disc(made, box.x + (box.w - made.disc) / 2, y, hue, grounds, box)
            y, align = y + made.disc + made.size * 0.5, "middle"
        content = made.content
        self.words(
            Box(x, y, w, made.text.height), made.text, content.text, sheet.strong, ink, grounds, align, "bullet", box
        )
        if made.detail is not None:
            y += made.text.height + made.size * 0.42
            home = Box(x, y, w, made.detail.height)
            self.words(home, made.detail, content.detail, sheet.plain, muted, grounds, align, "sub", box)

    def arrow(self, way: Sequence[Point], colour: str, thick: float, heads: bool = True) -> None:
        """A stroke along a line, with a head at its end; without one, a plain line."""
        points = [(self.sheet.width - x, y) if self.sheet.rtl else (x, y) for x, y in way]
        head = thick * 3.1 if heads else 0.0
        self.canvas.stroke(shaft_of(points, head * 0.7), colour, thick)
        if heads:
            self.canvas.add(
                f'<path d="{head_of(points, head, thick * 3.0)}" fill="{colour}" stroke="{colour}" '
                f'stroke-width="{num(thick * 0.6)}" stroke-linejoin="round"/>'
            )
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        self.parts.append(Part("arrow", box, way=tuple(points), head=head))

    def pill(self, box: Box, fitted: Fitted, text: str, hue: str = "", font: str = "") -> None:
        """A small plate with words in its middle: the label of a link, a date."""
        at, c, p = self.sheet.mirrored(box), self.canvas, self.sheet.palette
        grounds: tuple[str, ...] = solid_fill(self.sheet, hue) if hue else (col.mix(p.bg, p.surface, 0.4),)
        if hue:
            c.rect(
                at.x, at.y, at.w, at.h, c.linear([(0, grounds[0]), (1, grounds[1])]), 1.0, min(at.h / 2, fitted.size)
            )
        else:
            c.rect(at.x, at.y, at.w, at.h, grounds[0], 1.0, min(at.h / 2, fitted.size * 0.7))
        home = Box(box.x, box.y + (box.h - fitted.height + drop(fitted) * 0.7) / 2, box.w, fitted.height)
        ink = p.light if hue else p.muted
        self.words(home, fitted, text, font or self.sheet.strong, ink, grounds, "middle", "badge", box)


def solid_fill(sheet: Sheet, hue: str) -> tuple[str, str]:
    """Two stops of a fill that carries words: the hue, and a shade of it further from its ink."""
    p = sheet.palette
    light = col.contrast(p.light, hue) >= 3.6 or col.luminance(hue) < 0.3
    top = col.ensure(hue, p.light, 4.7) if light else hue
    return (top, col.mix(top, p.deep, 0.16)) if light else (col.mix(top, p.light, 0.16), top)
