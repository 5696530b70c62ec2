"""The pictures of a slide: its ground is rendered once, each line in each of its looks once, and states are pasted together."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from tools.design.geometry import Box
from tools.design.render import Pixels, to_array

from .board import Board, Line, Look
from .strips import Strips

_HEAD: Final = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def pictures(board: Board) -> dict[str, bytes]:
    """``png`` and, for a slide with lines, ``state_0`` to ``state_N`` and maybe ``solved``, as PNG. Raises ``ToolFailure`` if the renderer refuses."""
    width, height = board.page.width, board.page.height
    svg = (
        f'{_HEAD} width="{width}" height="{height}" viewBox="0 0 {width} {height}">{board.ground.canvas.markup()}</svg>'
    )
    ground = np.ascontiguousarray(to_array(svg)[..., :3])
    patches = [_patches(line, ground, width, height) for line in board.lines]
    strips = Strips(width, height)
    out = {"png": strips.png(_with(ground, [p["said"] for p in patches]))}
    for said in range(len(patches) + 1) if patches else ():
        looks: list[Look] = [
            "said" if i < said - 1 else "now" if i == said - 1 else "waiting" for i in range(len(patches))
        ]
        out[f"state_{said}"] = strips.png(_with(ground, [p[look] for p, look in zip(patches, looks, strict=True)]))
    if board.right:
        out["solved"] = strips.png(
            _with(ground, [p["right" if i in board.right else "said"] for i, p in enumerate(patches)])
        )
    return out


_Patch = tuple[int, int, Pixels]


def _patches(line: Line, ground: Pixels, width: int, height: int) -> dict[Look, _Patch]:
    """The finished pixels of a line's region in each look."""
    x0, y0, x1, y1 = _pixels(line.region, width, height)
    under = ground[y0:y1, x0:x1].astype(np.uint16)
    out: dict[Look, _Patch] = {}
    for look, markup in line.markup.items():
        svg = f'{_HEAD} width="{x1 - x0}" height="{y1 - y0}" viewBox="{x0} {y0} {x1 - x0} {y1 - y0}">{markup}</svg>'
        drawn = to_array(svg)
        alpha = drawn[..., 3:].astype(np.uint16)
        mixed = (drawn[..., :3] * alpha + under * (255 - alpha) + 127) // 255
        out[look] = (x0, y0, mixed.astype(np.uint8))
    return out


def _pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    x0, y0 = max(0, math.floor(box.x)), max(0, math.floor(box.y))
    return x0, y0, max(x0 + 1, min(width, math.ceil(box.right))), max(y0 + 1, min(height, math.ceil(box.bottom)))


def _with(ground: Pixels, patches: list[_Patch]) -> Pixels:
    out = ground.copy()
    for x, y, pixels in patches:
        out[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels
    return out
