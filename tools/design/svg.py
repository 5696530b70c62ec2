"""A small SVG writer: everything that comes from outside is escaped, ids never clash, nothing outside is referred to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Literal
from unicodedata import category
from xml.sax.saxutils import escape as _escape

from .shaping import Anchor, Run

Stop = tuple[float, str] | tuple[float, str, float]
"""Offset 0..1, colour, and opacity (1 if absent)."""
Vector = tuple[float, float, float, float]
_KEEP: Final = frozenset("\t\n")


def number(value: float) -> str:
    """At most two decimals, no trailing zeros, no minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def escape(text: str) -> str:
    """Safe as element content and inside double quotes; characters that XML forbids are dropped."""
    kept = "".join(c for c in text if c in _KEEP or category(c) not in ("Cc", "Cs") and c not in "\ufffe\uffff")
    return _escape(kept, {'"': "&quot;", "'": "&#39;"})


def attributes(**values: object) -> str:
    """``fill_opacity=.5`` as `` fill-opacity="0.5"``; ``None`` is left out, floats are rounded."""
    out = []
    for name, value in values.items():
        if value is None:
            continue
        text = number(value) if isinstance(value, float) else escape(str(value))
        out.append(f' {name.rstrip("_").replace("_", "-")}="{text}"')
    return "".join(out)


class Svg:
    """A picture being drawn, in paint order. Coordinates are pixels from the top left."""

    def __init__(self, width: int, height: int, title: str = "") -> None:
        self.width, self.height, self.title = width, height, title
        self._defs: dict[str, str] = {}
        self._body: list[str] = []
        self._ids: dict[str, int] = {}

    def add(self, markup: str) -> None:
        """Append ready markup. Whoever builds it escapes what came from outside (``escape``, ``attributes``)."""
        self._body.append(markup)

    def rect(self, x: float, y: float, w: float, h: float, fill: str, **more: object) -> None:
        """A rectangle; ``rx`` rounds it."""
        self.add(f"<rect{attributes(x=float(x), y=float(y), width=float(w), height=float(h), fill=fill, **more)}/>")

    def circle(self, cx: float, cy: float, r: float, fill: str, **more: object) -> None:
        """A disc."""
        self.add(f"<circle{attributes(cx=float(cx), cy=float(cy), r=float(r), fill=fill, **more)}/>")

    def path(self, d: str, fill: str, **more: object) -> None:
        """A path."""
        self.add(f"<path{attributes(d=d, fill=fill, **more)}/>")

    @contextmanager
    def group(self, id: str = "", **more: object) -> Iterator[None]:
        """Everything added inside is one layer. A doubled id gets a number."""
        self.add(f"<g{attributes(id=self._unique(id) if id else None, **more)}>")
        yield
        self.add("</g>")

    def text_path(self, run: Run, x: float, y: float, fill: str, anchor: Anchor = "start", **more: object) -> None:
        """A shaped line with its baseline at ``y``, still searchable: the words stand in its label and title."""
        d = run.path(x, y, anchor)
        if d:
            label = escape(run.text)
            more_text = attributes(fill=fill, **more)
            self.add(f'<g role="img" aria-label="{label}"{more_text}><title>{label}</title><path d="{d}"/></g>')

    def linear(self, stops: Sequence[Stop], vector: Vector = (0.0, 0.0, 0.0, 1.0), units: str = "box") -> str:
        """Define a linear gradient from (x1, y1) to (x2, y2); gives ``url(#...)``. ``units`` is ``box`` or ``user``."""
        x1, y1, x2, y2 = (number(v) for v in vector)
        return self._gradient("linearGradient", f' x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"', stops, units)

    def radial(
        self, stops: Sequence[Stop], centre: tuple[float, float, float] = (0.5, 0.5, 0.5), units: str = "box"
    ) -> str:
        """Define a radial gradient by (cx, cy, r); gives ``url(#...)``."""
        cx, cy, r = (number(v) for v in centre)
        return self._gradient("radialGradient", f' cx="{cx}" cy="{cy}" r="{r}"', stops, units)

    def define(self, markup: str, tag: Literal["clipPath", "mask", "filter"], **more: object) -> str:
        """Put ``markup`` into the definitions under an id made from its content; gives ``url(#...)``."""
        return self._define(tag, attributes(**more), markup)

    def to_string(self) -> str:
        """The whole document."""
        title = f"<title>{escape(self.title)}</title>" if self.title else ""
        label = f' role="img" aria-label="{escape(self.title)}"' if self.title else ""
        defs = f"<defs>{''.join(self._defs.values())}</defs>" if self._defs else ""
        size = f'viewBox="0 0 {self.width} {self.height}" width="{self.width}" height="{self.height}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}{label}>{title}{defs}{"".join(self._body)}</svg>'

    def _gradient(self, tag: str, geometry: str, stops: Sequence[Stop], units: str) -> str:
        if units == "user":
            geometry += ' gradientUnits="userSpaceOnUse"'
        markup = "".join(
            f'<stop offset="{number(stop[0])}" stop-color="{escape(stop[1])}"'
            + (f' stop-opacity="{number(stop[2])}"' if len(stop) == 3 else "")
            + "/>"
            for stop in stops
        )
        return self._define(tag, geometry, markup)

    def _define(self, tag: str, head: str, markup: str) -> str:
        name = tag[0] + hashlib.sha256(f"{tag}{head}{markup}".encode()).hexdigest()[:10]
        self._defs[name] = f'<{tag} id="{name}"{head}>{markup}</{tag}>'
        return f"url(#{name})"

    def _unique(self, wanted: str) -> str:
        count = self._ids[wanted] = self._ids.get(wanted, 0) + 1
        return wanted if count == 1 else f"{wanted}-{count}"
