"""A fragment of SVG being painted: gradients under unique ids, shapes in order, numbers kept short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Stop = tuple[float, str] | tuple[float, str, float]
"""Offset 0-1, colour, and opacity where it is not 1."""


def num(value: float) -> str:
    """A coordinate to a tenth of a pixel, as short as it goes."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def line(points: Iterable[tuple[float, float]], close: bool = True) -> str:
    """Path data through points."""
    data = "L".join(f"{num(x)} {num(y)}" for x, y in points)
    return f"M{data}{'Z' if close else ''}"


class Canvas:
    """Collects markup. ``prefix`` keeps the ids of several fragments apart in one document."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._defs: list[str] = []
        self._body: list[str] = []
        self._made: dict[str, str] = {}

    def define(self, markup: str) -> str:
        """Put markup holding ``id="@"`` among the definitions; gives the id. The same markup twice is kept once."""
        if markup not in self._made:
            name = f"{self.prefix}{len(self._made)}"
            self._made[markup] = name
            self._defs.append(markup.replace('id="@"', f'id="{name}"', 1))
        return self._made[markup]

    def linear(self, stops: Sequence[Stop], x1: float = 0, y1: float = 0, x2: float = 0, y2: float = 1) -> str:
        """A fill running over the shape's own box, downwards unless told; gives ``url(#...)``."""
        ends = f'x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"'
        return self._url(f'<linearGradient id="@" {ends}>{_stops(stops)}</linearGradient>')

    def radial(self, stops: Sequence[Stop], cx: float = 0.5, cy: float = 0.5, r: float = 0.5) -> str:
        """A fill running out from a point of the shape's own box; gives ``url(#...)``."""
        ends = f'cx="{cx:g}" cy="{cy:g}" r="{r:g}"'
        return self._url(f'<radialGradient id="@" {ends}>{_stops(stops)}</radialGradient>')

    def clip(self, shape: str) -> str:
        """A clip to a shape's outline; gives ``url(#...)`` for ``clip-path``."""
        return self._url(f'<clipPath id="@">{shape}</clipPath>')

    def _url(self, markup: str) -> str:
        return f"url(#{self.define(markup)})"

    def add(self, markup: str) -> None:
        self._body.append(markup)

    def path(self, d: str, fill: str, opacity: float = 1.0, extra: str = "") -> None:
        self._body.append(f'<path d="{d}" fill="{fill}"{_opacity(opacity, "fill", extra)}{_gap(extra)}/>')

    def stroke(self, d: str, colour: str, width: float, opacity: float = 1.0, extra: str = "") -> None:
        self._body.append(
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(width)}" stroke-linecap="round" '
            f'stroke-linejoin="round"{_opacity(opacity, "stroke")}{_gap(extra)}/>'
        )

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str, opacity: float = 1.0, r: float = 0.0, extra: str = ""
    ) -> None:
        rx = f' rx="{num(r)}"' if r else ""
        self._body.append(
            f'<rect x="{num(x)}" y="{num(y)}" width="{num(max(0.0, w))}" height="{num(max(0.0, h))}"{rx} '
            f'fill="{fill}"{_opacity(opacity, "fill", extra)}{_gap(extra)}/>'
        )

    def circle(self, x: float, y: float, r: float, fill: str, opacity: float = 1.0, extra: str = "") -> None:
        self._body.append(
            f'<circle cx="{num(x)}" cy="{num(y)}" r="{r:.2f}" fill="{fill}"{_opacity(opacity, "fill", extra)}{_gap(extra)}/>'
        )

    def ellipse(
        self, x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0, extra: str = ""
    ) -> None:
        self._body.append(
            f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}" fill="{fill}"'
            f"{_opacity(opacity, 'fill', extra)}{_gap(extra)}/>"
        )

    def markup(self) -> str:
        """Definitions, then the shapes."""
        defs = f"<defs>{''.join(self._defs)}</defs>" if self._defs else ""
        return defs + "".join(self._body)


def _stops(stops: Sequence[Stop]) -> str:
    out = []
    for stop in stops:
        opacity = f' stop-opacity="{stop[2]:g}"' if len(stop) == 3 else ""
        out.append(f'<stop offset="{stop[0]:.3g}" stop-color="{stop[1]}"{opacity}/>')
    return "".join(out)


def _opacity(value: float, paint: str, extra: str = "") -> str:
    """Opacity of a shape's one paint: the renderer lays a full-frame layer for ``opacity``, and none for this.

    A shape that is filled and stroked needs the layer, or its outline would show through.
    """
    if value >= 1:
        return ""
    both = paint == "fill" and "stroke=" in extra
    return f' opacity="{value:.3g}"' if both else f' {paint}-opacity="{value:.3g}"'


def _gap(extra: str) -> str:
    return f" {extra}" if extra else ""
