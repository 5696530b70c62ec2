"""From one finished frame to the next shot's."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from .planes import Frame
from .sampling import Map, Scratch, sample

Toward = Literal["left", "up", "right", "down"]
ZOOM_IN = 1.12
"""How much nearer the new shot begins in a zoom."""
ZOOM_OUT = 1.22
"""How near the old one has come when it is gone."""
_FEATHER = 0.22
"""Width of a wipe's soft edge, as a share of the frame."""


def blend(old: Frame, new: Frame, u: float, into: Frame) -> None:
    """Crossfade."""
    cv2.addWeighted(old.data, 1 - u, new.data, u, 0, dst=into.data.reshape(-1, 1))


def slide(old: Frame, new: Frame, u: float, toward: Toward, into: Frame, scratch: Scratch) -> None:
    """The new picture pushes the old one out."""
    for index in range(3):
        target = into.planes[index]
        h, w = target.shape
        across, sign = toward in ("left", "right"), -1 if toward in ("left", "up") else 1
        length = w if across else h
        away = u * length
        seam = min(length, max(0, round(away if sign > 0 else length - away)))
        for frame, shift in ((old, sign * away), (new, sign * (away - length))):
            first = (frame is new) == (sign > 0)
            x, y, pw, ph = (0, 0, w, h)
            if across:
                x, pw = (0, seam) if first else (seam, w - seam)
            else:
                y, ph = (0, seam) if first else (seam, h - seam)
            if pw <= 0 or ph <= 0:
                continue
            where = Map(1.0, -shift if across else 0.0, 0.0 if across else -shift)
            target[y : y + ph, x : x + pw] = sample(frame.planes[index], where, x, y, pw, ph, scratch, "slide")


def wipe(old: Frame, new: Frame, u: float, toward: Toward, into: Frame) -> None:
    """A soft edge runs across and leaves the new picture behind it."""
    for a, b, target in zip(old.planes, new.planes, into.planes, strict=True):
        h, w = target.shape
        across = toward in ("left", "right")
        length = w if across else h
        place = (np.arange(length) + 0.5) / length
        if toward in ("left", "up"):
            place = 1 - place
        share = np.clip((u * (1 + _FEATHER) - place) / _FEATHER, 0, 1)
        share = (share * share * (3 - 2 * share)).astype(np.float32)
        weight = np.broadcast_to(share[None, :] if across else share[:, None], (h, w))
        cv2.blendLinear(a, b, np.ascontiguousarray(1 - weight), np.ascontiguousarray(weight), dst=target)
