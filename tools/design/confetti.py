"""Loose small shapes, strewn evenly and yet in no order."""

from __future__ import annotations

from collections.abc import Iterator

from .canvas import Canvas, line, num
from .geometry import Box


def spots(seed: int, b: Box, count: int) -> Iterator[tuple[float, float, float]]:
    """Points that fill a box evenly but in no order (R2 sequence), each with a size factor of 0.7 to 1.4."""
    for i in range(count):
        u, v = (0.5 + 0.7548776662 * (i + seed % 97)) % 1, (0.5 + 0.5698402910 * (i + seed % 97)) % 1
        yield b.x + u * b.w, b.y + v * b.h, 0.7 + 0.7 * ((i * 0.618) % 1)


def dab(c: Canvas, kind: int, x: float, y: float, r: float, fill: str) -> None:
    """One small loose shape: disc, ring, triangle, cross, wave or drop-shaped quarter."""
    turn = f'transform="rotate({kind * 47 % 360} {num(x)} {num(y)})"'
    match kind % 6:
        case 0:
            c.circle(x, y, r, fill)
        case 1:
            c.add(
                f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r * 0.8)}" fill="none" stroke="{fill}" stroke-width="{num(r * 0.45)}"/>'
            )
        case 2:
            c.path(line([(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)]), fill, extra=turn)
        case 3:
            t = r * 0.36
            c.path(
                f"M{num(x - r)} {num(y - t)}h{num(r - t)}v{num(t - r)}h{num(2 * t)}v{num(r - t)}h{num(r - t)}v{num(2 * t)}"
                f"h{num(t - r)}v{num(r - t)}h{num(-2 * t)}v{num(t - r)}h{num(t - r)}Z",
                fill,
                extra=turn,
            )
        case 4:
            d = f"M{num(x - 1.4 * r)} {num(y)}q{num(0.35 * r)} {num(-0.9 * r)} {num(0.7 * r)} 0t{num(0.7 * r)} 0t{num(0.7 * r)} 0t{num(0.7 * r)} 0"
            c.add(
                f'<path d="{d}" fill="none" stroke="{fill}" stroke-width="{num(r * 0.4)}" stroke-linecap="round" {turn}/>'
            )
        case _:
            c.path(
                f"M{num(x - r)} {num(y + r)}V{num(y - r)}A{num(2 * r)} {num(2 * r)} 0 0 1 {num(x + r)} {num(y + r)}Z",
                fill,
                extra=turn,
            )
