"""Icons with their holes filled: a loaf or a dog drawn as a fat outline needs a body before it can stand as an object."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .icons import icon
from .render import to_array

HOLLOW: Final = 0.72
"""Share of its silhouette that an icon's ink covers, below which it looks like a line drawing."""
_PATH: Final = re.compile(r'd="([^"]+)"')
_NUMBER: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@lru_cache(maxsize=512)
def solid(name: str) -> str:
    """Inner SVG of the icon's silhouette: every part of it painted for itself, so that holes close."""
    return "".join(f'<path d="{part}"/>' for d in _PATH.findall(icon(name, "fill")) for part in _parts(d))


@lru_cache(maxsize=512)
def coverage(name: str) -> float:
    """Share of the silhouette that the icon's own ink covers, 0 to 1."""
    whole = float(_seen(solid(name)).sum())
    return float(_seen(icon(name, "fill")).sum()) / whole if whole else 1.0


def hollow(name: str) -> bool:
    """Whether an icon is mostly holes."""
    return coverage(name) < HOLLOW


def _seen(markup: str) -> NDArray[np.bool_]:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 256 256">{markup}</svg>'
    return np.asarray(to_array(svg)[..., 3] > 110)


def _parts(d: str) -> list[str]:
    """Closed parts of path data, each starting at a point of its own: a part that starts relatively starts from the last one's start."""
    out: list[str] = []
    x = y = 0.0
    for part in re.findall(r"[Mm][^Mm]*", d):
        first = list(_NUMBER.finditer(part))[:2]
        dx, dy = (float(m.group()) for m in first)
        rest = part[first[1].end() :].lstrip(" ,")
        x, y = (x + dx, y + dy) if part[0] == "m" else (dx, dy)
        lead = ("l" if part[0] == "m" else "L") if rest[:1] in set("0123456789.-") else ""
        out.append(f"M{x:g} {y:g}{lead}{rest}")
    return out
