"""Tools that hang on a wall: each ``t`` high, its middle at ``x``, its top at ``y``."""

from __future__ import annotations

from .hour import blend
from .stage import Stage


def steel(s: Stage) -> str:
    """Bright metal as the hour shows it."""
    return s.hour.lit("#8e98a6", 0.1)


def grip(s: Stage, tone: str = "") -> str:
    """A handle: wood, or ``tone``."""
    return s.hour.lit(tone or s.local("#8a5330", 0.1), 0.1)


def saw(s: Stage, x: float, y: float, t: float) -> None:
    """A hand saw, its teeth to the left."""
    c = s.canvas
    teeth = "".join(f"l{-t * 0.02:.1f} {t * 0.02:.1f}l{t * 0.034:.1f} {t * 0.02:.1f}" for _ in range(16))
    c.path(
        f"M{x - t * 0.1:.1f} {y + t * 0.3:.1f}{teeth}H{x + t * 0.18:.1f}L{x + t * 0.12:.1f} {y + t * 0.3:.1f}Z",
        steel(s),
    )
    c.rect(x - t * 0.13, y + t * 0.02, t * 0.28, t * 0.3, grip(s), r=t * 0.08)
    c.rect(x - t * 0.05, y + t * 0.1, t * 0.12, t * 0.13, s.hour.lit(s.local("#c79d6a", 0.1), 0.3), r=t * 0.05)


def hammer(s: Stage, x: float, y: float, t: float) -> None:
    """A hammer, head up."""
    s.canvas.rect(x - t * 0.035, y + t * 0.08, t * 0.07, t * 0.9, grip(s, "#c98f52"), r=t * 0.03)
    s.canvas.path(
        f"M{x - t * 0.2:.1f} {y + t * 0.02:.1f}H{x + t * 0.12:.1f}L{x + t * 0.26:.1f} {y + t * 0.1:.1f}L{x + t * 0.12:.1f} {y + t * 0.17:.1f}H{x - t * 0.2:.1f}Z",
        steel(s),
    )


def square(s: Stage, x: float, y: float, t: float) -> None:
    """A carpenter's square."""
    s.canvas.path(
        f"M{x - t * 0.16:.1f} {y:.1f}h{t * 0.08:.1f}v{t * 0.78:.1f}h{t * 0.3:.1f}v{t * 0.09:.1f}h{-t * 0.38:.1f}Z",
        steel(s),
    )
    s.canvas.rect(x - t * 0.2, y, t * 0.13, t * 0.42, grip(s), r=t * 0.02)


def spanner(s: Stage, x: float, y: float, t: float) -> None:
    """A spanner, open above and ringed below."""
    c = s.canvas
    hole = s.hour.lit(s.local("#c79d6a", 0.1), 0.15)
    c.rect(x - t * 0.045, y + t * 0.1, t * 0.09, t * 0.78, steel(s), r=t * 0.03)
    for at in (0.1, 0.9):
        c.circle(x, y + t * at, t * 0.12, steel(s))
    c.path(
        f"M{x - t * 0.06:.1f} {y - t * 0.06:.1f}h{t * 0.12:.1f}v{t * 0.16:.1f}l{-t * 0.06:.1f} {t * 0.04:.1f}l{-t * 0.06:.1f} {-t * 0.04:.1f}Z",
        hole,
    )
    c.circle(x, y + t * 0.9, t * 0.055, hole)


def chisel(s: Stage, x: float, y: float, t: float) -> None:
    """A chisel, edge down."""
    tone = s.rng.choice((s.palette.accent, s.palette.accent2))
    s.canvas.rect(x - t * 0.06, y, t * 0.12, t * 0.36, grip(s, tone), r=t * 0.05)
    s.canvas.path(
        f"M{x - t * 0.04:.1f} {y + t * 0.34:.1f}h{t * 0.08:.1f}v{t * 0.42:.1f}l{-t * 0.08:.1f} {t * 0.07:.1f}Z",
        steel(s),
    )


def pliers(s: Stage, x: float, y: float, t: float) -> None:
    """Pliers, jaws up."""
    c = s.canvas
    c.path(
        f"M{x - t * 0.07:.1f} {y + t * 0.3:.1f}L{x - t * 0.05:.1f} {y:.1f}H{x + t * 0.05:.1f}L{x + t * 0.07:.1f} {y + t * 0.3:.1f}Z",
        steel(s),
    )
    for side in (-1, 1):
        c.stroke(
            f"M{x + side * t * 0.03:.1f} {y + t * 0.3:.1f}Q{x + side * t * 0.2:.1f} {y + t * 0.5:.1f} {x + side * t * 0.1:.1f} {y + t * 0.86:.1f}",
            grip(s, s.palette.accent),
            t * 0.075,
        )
    c.circle(x, y + t * 0.28, t * 0.075, blend(steel(s), s.hour.shade, 0.3))
