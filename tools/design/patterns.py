"""Repeat patterns: small tiles that fill a box of any size without a seam, in one colour on whatever lies under them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .canvas import Canvas, num
from .geometry import Box

Tile = Callable[[float, str], tuple[float, float, str]]
"""``tile(size, fill)`` gives its width, its height and its markup."""


def pattern(c: Canvas, name: str, box: Box, size: float, fill: str, opacity: float = 1.0, turn: float = 0.0) -> None:
    """Fill ``box`` with a pattern whose tile is about ``size`` pixels high. ``KeyError`` for a name not in ``PATTERNS``."""
    c.rect(box.x, box.y, box.w, box.h, paint(c, name, size, fill, turn), opacity)


def paint(c: Canvas, name: str, size: float, fill: str, turn: float = 0.0) -> str:
    """The pattern as a fill, ``url(#...)``, for shapes of any outline. ``turn`` in degrees."""
    w, h, markup = PATTERNS[name](max(2.0, size), fill)
    turned = f' patternTransform="rotate({turn:g})"' if turn else ""
    tile = (
        f'<pattern id="@" patternUnits="userSpaceOnUse" width="{num(w)}" height="{num(h)}"{turned}>{markup}</pattern>'
    )
    return f"url(#{c.define(tile)})"


def choose(seed: int) -> str:
    """One of the patterns, the same for one seed."""
    return sorted(PATTERNS)[seed % len(PATTERNS)]


def _disc(x: float, y: float, r: float, fill: str) -> str:
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{r:.2f}" fill="{fill}"/>'


def _line(d: str, width: float, stroke: str) -> str:
    return f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{num(width)}" stroke-linecap="square"/>'


def _dots(s: float, fill: str) -> tuple[float, float, str]:
    return s, s, _disc(s / 4, s / 4, s * 0.11, fill) + _disc(s * 0.75, s * 0.75, s * 0.11, fill)


def _stripes(s: float, fill: str) -> tuple[float, float, str]:
    return s, s, f'<rect width="{num(s / 2)}" height="{num(s)}" fill="{fill}"/>'


def _checks(s: float, fill: str) -> tuple[float, float, str]:
    h = num(s / 2)
    return (
        s,
        s,
        f'<rect width="{h}" height="{h}" fill="{fill}"/><rect x="{h}" y="{h}" width="{h}" height="{h}" fill="{fill}"/>',
    )


def _waves(s: float, fill: str) -> tuple[float, float, str]:
    w, y, a = s * 1.6, s / 2, s * 0.42
    d = f"M{num(-w / 2)} {num(y)}Q{num(-w / 4)} {num(y - a)} 0 {num(y)}T{num(w / 2)} {num(y)}T{num(w)} {num(y)}T{num(w * 1.5)} {num(y)}"
    return w, s, _line(d, s * 0.12, fill)


def _scales(s: float, fill: str) -> tuple[float, float, str]:
    r = s / 2
    rings = "".join(
        f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r * k)}" fill="none" stroke="{fill}" stroke-width="{num(s * 0.05)}"/>'
        for x, y in ((r, 0.0), (0.0, r), (s, r), (r, s))
        for k in (0.94, 0.62, 0.3)
    )
    return s, s, rings


def _triangles(s: float, fill: str) -> tuple[float, float, str]:
    return s, s * 0.86, f'<path d="M0 {num(s * 0.86)}L{num(s / 2)} 0L{num(s)} {num(s * 0.86)}Z" fill="{fill}"/>'


def _crosses(s: float, fill: str) -> tuple[float, float, str]:
    a, b = s * 0.32, s * 0.68
    return s, s, _line(f"M{num(s / 2)} {num(a)}V{num(b)}M{num(a)} {num(s / 2)}H{num(b)}", s * 0.09, fill)


def _diamonds(s: float, fill: str) -> tuple[float, float, str]:
    h, w = s / 2, s * 0.35
    return (
        2 * w,
        s,
        f'<path d="M{num(w)} {num(s * 0.08)}L{num(w * 1.8)} {num(h)}L{num(w)} {num(s * 0.92)}L{num(w * 0.2)} {num(h)}Z" fill="{fill}"/>',
    )


def _zigzag(s: float, fill: str) -> tuple[float, float, str]:
    q = s / 2
    d = f"M{num(-q)} {num(s * 0.75)}L0 {num(s * 0.25)}L{num(q)} {num(s * 0.75)}L{num(s)} {num(s * 0.25)}L{num(s + q)} {num(s * 0.75)}"
    return s, s, f'<path d="{d}" fill="none" stroke="{fill}" stroke-width="{num(s * 0.14)}"/>'


def _rain(s: float, fill: str) -> tuple[float, float, str]:
    w = s * 0.09
    d = f"M{num(s * 0.25)} {num(s * 0.14)}V{num(s * 0.42)}M{num(s * 0.75)} {num(s * 0.62)}V{num(s * 0.9)}"
    return s, s, f'<path d="{d}" fill="none" stroke="{fill}" stroke-width="{num(w)}" stroke-linecap="round"/>'


def _petals(s: float, fill: str) -> tuple[float, float, str]:
    h = s / 2
    one = f"M0 0Q{num(h)} 0 {num(h)} {num(h)}Q0 {num(h)} 0 0Z"
    return (
        s,
        s,
        "".join(
            f'<path d="{one}" fill="{fill}" transform="translate({num(h)} {num(h)}) rotate({r})"/>'
            for r in (0, 90, 180, 270)
        ),
    )


def _quarters(s: float, fill: str) -> tuple[float, float, str]:
    h = num(s / 2)
    return (
        s,
        s,
        f'<path d="M0 {h}A{h} {h} 0 0 1 {h} 0V{h}ZM{num(s)} {h}A{h} {h} 0 0 1 {h} {num(s)}V{h}Z" fill="{fill}"/>',
    )


PATTERNS: Final[dict[str, Tile]] = {
    "checks": _checks,
    "crosses": _crosses,
    "diamonds": _diamonds,
    "dots": _dots,
    "petals": _petals,
    "quarters": _quarters,
    "rain": _rain,
    "scales": _scales,
    "stripes": _stripes,
    "triangles": _triangles,
    "waves": _waves,
    "zigzag": _zigzag,
}
