"""The shapes that an offer is stuck on with: starburst, scalloped round, plain seal with a ring, ribbon."""

from __future__ import annotations

import math
from typing import Literal

from .canvas import line, num

Form = Literal["burst", "scallop", "seal", "ribbon"]
FORMS: tuple[Form, ...] = ("burst", "scallop", "seal", "ribbon")


def seal(form: Form, x: float, y: float, r: float, fill: str, ink: str, shade: str) -> str:
    """Markup of a seal about a point, inside radius ``r``, with its own soft shadow. Words stay within 0.69 ``r``."""
    under = (
        f'<g transform="translate({num(r * 0.05)} {num(r * 0.07)})" opacity=".25">{_shape(form, x, y, r, shade)}</g>'
    )
    return under + _shape(form, x, y, r, fill) + _trim(form, x, y, r, fill, ink)


def _shape(form: Form, x: float, y: float, r: float, fill: str) -> str:
    match form:
        case "burst":
            points = [
                (
                    x + math.cos(i * math.pi / 20) * r * (1 if i % 2 else 0.91),
                    y + math.sin(i * math.pi / 20) * r * (1 if i % 2 else 0.91),
                )
                for i in range(40)
            ]
            return f'<path d="{line(points)}" fill="{fill}" stroke="{fill}" stroke-width="{num(r * 0.06)}" stroke-linejoin="round"/>'
        case "scallop":
            rim = "".join(
                f'<circle cx="{num(x + math.cos(i * math.pi / 9) * r * 0.87)}" cy="{num(y + math.sin(i * math.pi / 9) * r * 0.87)}" r="{num(r * 0.153)}" fill="{fill}"/>'
                for i in range(18)
            )
            return f'{rim}<circle cx="{num(x)}" cy="{num(y)}" r="{num(r * 0.9)}" fill="{fill}"/>'
        case "seal":
            return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{fill}"/>'
        case _:
            tails = "".join(
                f'<path d="{line([(x + k * r * 0.62, y + r * 0.3), (x + k * r * 0.42, y + r), (x + k * r * 0.24, y + r * 0.84), (x + k * r * 0.03, y + r), (x + k * r * 0.1, y + r * 0.3)])}" fill="{fill}"/>'
                for k in (-1, 1)
            )
            return f'{tails}<circle cx="{num(x)}" cy="{num(y)}" r="{num(r * 0.93)}" fill="{fill}"/>'


def _trim(form: Form, x: float, y: float, r: float, fill: str, ink: str) -> str:
    """The ring inside the rim, where the form has one."""
    if form == "burst":
        return ""
    at = {"scallop": 0.8, "seal": 0.89, "ribbon": 0.82}[form]
    dash = f' stroke-dasharray="{num(r * 0.05)} {num(r * 0.05)}"' if form == "scallop" else ""
    return (
        f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r * at)}" fill="none" stroke="{ink}" stroke-opacity=".7" '
        f'stroke-width="{num(max(1.0, r * 0.022))}"{dash}/>'
    )
