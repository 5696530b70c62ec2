"""The shapes of a slide that say nothing: panels, hills, rings, cards, and the icon as a medallion or a watermark."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import num
from tools.design.geometry import Box
from tools.design.hero import icon_hero

from .board import Board, Pen
from .page import Page


def page_ground(pen: Pen, base: str, warm: str) -> tuple[str, ...]:
    """The whole page: a breath of light over two soft hills at its foot; gives every colour that it has."""
    page, c = pen.page, pen.canvas
    w, h = float(page.width), float(page.height)
    low, hill = col.mix(base, warm, 0.05), col.mix(base, warm, 0.1)
    c.rect(0, 0, w, h, c.linear([(0, base), (1, low)]))
    pen.disc(w, 0, page.px(620), c.radial([(0, page.palette.accent2, 0.13), (1, page.palette.accent2, 0.0)]))
    hills(pen, Box(0, h * 0.8, w, h * 0.2), (col.mix(base, warm, 0.075), hill))
    return base, low, hill, col.mix(base, page.palette.accent2, 0.06)


def hills(pen: Pen, box: Box, fills: tuple[str, str]) -> None:
    """Two long hills that fill the lower part of a box."""
    at = pen.page.mirrored(box)
    for (a, b, end), fill in zip(((0.30, 0.0, 0.50), (0.72, 0.95, 0.38)), fills, strict=True):
        left, right = (end, a) if pen.page.rtl else (a, end)
        mid = a + end - b
        pen.canvas.path(
            f"M{num(at.x)} {num(at.y + at.h * left)}C{num(at.x + at.w * 0.3)} {num(at.y + at.h * b)} "
            f"{num(at.x + at.w * 0.62)} {num(at.y + at.h * mid)} {num(at.right)} {num(at.y + at.h * right)}"
            f"V{num(at.bottom)}H{num(at.x)}Z",
            fill,
        )


def panel(pen: Pen, box: Box, fill: str, *, rings_at: tuple[float, float] | None = None, light: float = 0.2) -> None:
    """A field of colour with wide rings around a point, cut at its edges."""
    page, c, at = pen.page, pen.canvas, pen.page.mirrored(box)
    c.rect(
        at.x,
        at.y,
        at.w,
        at.h,
        c.linear([(0, col.mix(fill, page.palette.light, 0.07)), (1, panel_end(page, fill))], 0, 0, 0.35, 1),
    )
    if rings_at is None:
        return
    clip = c.clip(f'<rect x="{num(at.x)}" y="{num(at.y)}" width="{num(at.w)}" height="{num(at.h)}"/>')
    c.add(f'<g clip-path="{clip}">')
    for i, radius in enumerate((820, 640, 480, 352)):
        pen.disc(*rings_at, page.px(radius), page.palette.light, light * (0.22 + 0.09 * i))
    c.add("</g>")


def panel_end(page: Page, fill: str) -> str:
    """The colour at a panel's lower end: darker where light words are read on it, else lighter."""
    dark = col.contrast(page.palette.light, fill) >= 3
    return col.mix(fill, page.dark, 0.28) if dark else col.mix(fill, page.palette.light, 0.16)


def shadow(pen: Pen, box: Box, radius: float, lift: float, strength: float = 1.0) -> None:
    """Soft depth under a card or, with half its side as radius, a disc."""
    for grow, part in ((4.2, 0.012), (3.2, 0.016), (2.3, 0.02), (1.5, 0.026), (0.8, 0.032), (0.3, 0.04)):
        g = lift * grow
        pen.rect(box.inset(-g)._replace(y=box.y - g + lift * 1.8), pen.page.palette.deep, radius + g, part * strength)


def card(pen: Pen, box: Box, fill: str, radius: float = 22.0, edge: str = "") -> None:
    """A plate with soft depth and, with ``edge``, a line around it."""
    page = pen.page
    r = page.px(radius)
    shadow(pen, box, r, page.px(4.5))
    if edge:
        pen.rect(box.inset(-page.px(1.5)), edge, r + page.px(1.5))
    pen.rect(box, fill, r)


def medallion(board: Board, x: float, y: float, radius: float, *, name: str = "") -> None:
    """The slide's icon as an object on a light disc."""
    pen, page, p = board.ground, board.page, board.page.palette
    name = name or board.icon
    shadow(pen, Box(x - radius, y - radius, 2 * radius, 2 * radius), radius, page.px(7), 1.5)
    pen.disc(x, y, radius + page.px(9), p.accent2)
    top = p.surface if col.luminance(p.surface) > 0.5 else col.mix(p.light, "#ffffff", 0.4)
    pen.disc(x, y, radius, pen.canvas.linear([(0, top), (1, col.mix(top, p.accent, 0.13))]))
    pen.disc(x, y, radius * 0.8, p.accent, 0.055)
    side = radius * 1.12
    body = p.accent if col.contrast(p.accent, top) >= 1.7 else col.ensure(p.accent, top, 2.2)
    second = p.accent2 if col.contrast(p.accent2, body) >= 1.15 else col.mix(body, p.deep, 0.4)
    box = page.mirrored(Box(x - side / 2, y - side / 2, side, side))
    pen.canvas.add(icon_hero(name, box, accent=body, accent2=second, deep=p.deep, light=p.light, prefix=f"{page.prefix}h", depth=0.1))  # fmt: skip
    board.icon_box = page.mirrored(Box(x - radius, y - radius, 2 * radius, 2 * radius))


def badge(board: Board, x: float, y: float, radius: float, fill: str, ink: str) -> None:
    """A small disc with the icon flat on it."""
    pen, page = board.ground, board.page
    shadow(pen, Box(x - radius, y - radius, 2 * radius, 2 * radius), radius, page.px(5), 1.2)
    pen.disc(x, y, radius, fill)
    side = radius * 1.08
    flat = board.icon == "question-mark"  # its filled form is a box
    pen.icon(board.icon, Box(x - side / 2, y - side / 2, side, side), ink, style="bold" if flat else "fill")
    board.icon_box = page.mirrored(Box(x - radius, y - radius, 2 * radius, 2 * radius))


def watermark(board: Board, box: Box, colour: str, opacity: float = 1.0) -> None:
    """The icon large and faint, where no words stand or where they are read on its colour too."""
    board.ground.icon(board.icon, box, colour, opacity)


def confetti(pen: Pen, x: float, y: float, radius: float, colours: tuple[str, str, str]) -> None:
    """Three small discs about a medallion of that radius."""
    for (dx, dy, r), colour in zip(((-0.78, -0.98, 17), (-1.02, -0.72, 9), (0.80, 1.00, 13)), colours, strict=True):
        pen.disc(x + dx * radius, y + dy * radius, pen.page.px(r), colour)
