"""A picture laid over a frame where its pose puts it."""

from __future__ import annotations

from math import ceil, floor

import cv2
import numpy as np

from .planes import Frame, Picture
from .sampling import PAD, Map, Plane, Scratch, sample
from .timeline import Pose


def draw(frame: Frame, what: Picture, pose: Pose, scratch: Scratch) -> None:
    """Lay a picture over the frame. An opaque one at full opacity replaces what it covers."""
    if pose.opacity < 1 / 512:
        return
    for index, target in enumerate(frame.planes):
        if index < 2:  # U and V have their place and their alpha in common
            half = 1.0 if index == 0 else 0.5
            spot = _spot(what, pose, half, target.shape[1], target.shape[0])
            if spot is None:
                return
            x, y, w, h = spot
            where = _map(what, pose, half)
        if what.busy and pose.opacity >= 1:
            _lay(target, what.planes[index], where, (x, y, w, h), what.busy[index], scratch)
            continue
        colour = sample(what.planes[index], where, x, y, w, h, scratch, f"colour{index}")
        region = target[y : y + h, x : x + w]
        if what.alphas is None:
            if pose.opacity >= 1:
                np.copyto(region, colour)
            else:
                cv2.addWeighted(colour, pose.opacity, region, 1 - pose.opacity, 0, dst=region)
            continue
        if index < 2:
            cover = sample(what.alphas[index], where, x, y, w, h, scratch, f"alpha{index}")
            kept = scratch.take(f"kept{index}", h, w)
            if pose.opacity >= 1:
                cv2.bitwise_not(cover, dst=kept)
            else:
                cv2.convertScaleAbs(cover, dst=kept, alpha=-pose.opacity, beta=255)
        if pose.opacity < 1:
            colour = cv2.convertScaleAbs(colour, dst=scratch.take("faded", h, w), alpha=pose.opacity)
        under = cv2.multiply(region, kept, dst=scratch.take("under", h, w), scale=1 / 255)
        cv2.add(under, colour, dst=region)


def _lay(
    target: Plane, plane: Plane, where: Map, spot: tuple[int, int, int, int], busy: tuple[int, int], scratch: Scratch
) -> None:
    """An opaque plane over its spot. Rows of one value at its top and bottom are filled in: they look alike at any size."""
    x, y, w, h = spot
    first = min(y + h, max(y, floor((busy[0] - 2 - where.y) / where.ratio)))
    last = max(first, min(y + h, ceil((busy[1] + 2 - where.y) / where.ratio)))
    target[y:first, x : x + w] = plane[0, 0]
    if last > first:
        target[first:last, x : x + w] = sample(plane, where, x, first, w, last - first, scratch, "opaque")
    target[last : y + h, x : x + w] = plane[-1, 0]


def _spot(what: Picture, pose: Pose, half: float, width: int, height: int) -> tuple[int, int, int, int] | None:
    """The pixels of a plane that the layer may touch: x, y, w, h; None when it stands outside."""
    area, (cx, cy), scale = what.area, what.pivot, pose.scale
    x0 = max(0, floor(half * (cx + (area.x - cx) * scale + pose.x) + 1e-6))
    y0 = max(0, floor(half * (cy + (area.y - cy) * scale + pose.y) + 1e-6))
    x1 = min(width, ceil(half * (cx + (area.right - cx) * scale + pose.x) - 1e-6))
    y1 = min(height, ceil(half * (cy + (area.bottom - cy) * scale + pose.y) - 1e-6))
    return (x0, y0, x1 - x0, y1 - y0) if x1 > x0 and y1 > y0 else None


def _map(what: Picture, pose: Pose, half: float) -> Map:
    cx, cy = what.pivot
    x = (cx - (cx + pose.x) / pose.scale - what.area.x) * what.over * half + PAD
    y = (cy - (cy + pose.y) / pose.scale - what.area.y) * what.over * half + PAD
    return Map(what.over / pose.scale, x, y)
