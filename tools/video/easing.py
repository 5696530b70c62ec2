"""How a value goes from one key to the next. All take and give floats; 0 stays 0 and 1 stays 1."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final, Literal

Ease = Literal["linear", "sine", "out_cubic", "in_cubic", "in_out_cubic", "out_back", "hold"]


def _out_back(u: float) -> float:
    """Shoots past the end by a tenth and settles. Constant 1.70158 as in Penner's equations."""
    v = u - 1.0
    return 1.0 + 2.70158 * v**3 + 1.70158 * v**2


_CURVES: Final[dict[Ease, Callable[[float], float]]] = {
    "linear": lambda u: u,
    "sine": lambda u: 0.5 - 0.5 * math.cos(math.pi * u),
    "out_cubic": lambda u: 1.0 - (1.0 - u) ** 3,
    "in_cubic": lambda u: u**3,
    "in_out_cubic": lambda u: 4.0 * u**3 if u < 0.5 else 1.0 - (2.0 - 2.0 * u) ** 3 / 2.0,
    "out_back": _out_back,
    "hold": lambda u: 0.0 if u < 1.0 else 1.0,
}


def eased(ease: Ease, u: float) -> float:
    """``u`` is held to 0..1 first; only ``out_back`` leaves 0..1 on its way."""
    return _CURVES[ease](min(1.0, max(0.0, u)))


def mix(a: float, b: float, u: float) -> float:
    """The value a share ``u`` of the way from ``a`` to ``b``."""
    return a + (b - a) * u
