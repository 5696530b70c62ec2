"""What every scene is painted on, and the things that many scenes share: sky, light, land, trees, haze."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.direction import Palette
from tools.design.canvas import Canvas, line, num

from .hour import Hour, blend, hour

Points = NDArray[np.float64]
"""Shape (n, 2): x rising, y downwards."""


@dataclass
class Stage:
    """One picture in the making. Sizes are in pixels; ``u`` is 1 on a 1080-pixel picture."""

    width: int
    height: int
    palette: Palette
    hour: Hour
    rng: random.Random
    horizon: float
    """Height of the horizon in pixels from the top."""
    light_x: float
    canvas: Canvas
    light_y: float = 0.0
    ground: float = 0.0
    """Where something that stands in the picture touches the ground; scenes move it."""
    u: float = field(default=1.0)
    quiet: float = 0.0
    """Above this height nothing small is painted and no sun stands: words go there."""

    def local(self, natural: str, amount: float = 0.35) -> str:
        """A material's natural colour, drawn towards the palette's own hues."""
        return blend(natural, self.palette.accent2, amount * 0.6)


def stage(
    width: int,
    height: int,
    palette: Palette,
    time: str,
    seed: int,
    *,
    horizon: float,
    light_x: float,
    quiet: float,
    prefix: str,
) -> Stage:
    """An empty stage. ``horizon`` and ``light_x`` are fractions of the frame."""
    return Stage(
        width=width,
        height=height,
        palette=palette,
        hour=hour(time, palette),
        rng=random.Random(seed),
        horizon=height * horizon,
        light_x=width * light_x,
        canvas=Canvas(prefix),
        ground=height * (horizon + (1 - horizon) * 0.72),
        quiet=height * quiet,
        u=max(0.16, min(min(width, height) / 1080, height * (1 - horizon) / 420)),
    )


def sky(s: Stage, stars: bool = True) -> None:
    """Many-stop sky down to a little under the horizon, stars by night, thin clouds by day."""
    c, tones = s.canvas, s.hour.sky
    top = len(tones) - 1
    stops = [((i / top) ** 0.86, tone) for i, tone in enumerate(tones)]
    c.rect(0, 0, s.width, s.height, tones[-1])
    c.rect(0, 0, s.width, s.horizon + 24 * s.u, c.linear(stops))
    if stars and s.hour.dark:
        _stars(s, 130 if s.hour.name == "night" else 60)


def _stars(s: Stage, count: int) -> None:
    reach = s.horizon * 0.8
    for _ in range(count):
        x, y = s.rng.uniform(0, s.width), reach * s.rng.random() ** 1.4
        r = s.rng.choice((0.7, 0.8, 0.9, 1.1, 1.7)) * max(0.6, s.u)
        s.canvas.circle(x, y, r, "#fff6e6", s.rng.uniform(0.25, 0.9) * (1 - y / (reach * 1.15)))


def sun(s: Stage, size: float = 1.0, up: float = 0.0) -> None:
    """Sun or moon with its glow. ``up`` is its height above the horizon as a part of the sky."""
    c, h = s.canvas, s.hour
    night = h.name == "night"
    r = (62 if night else 84) * s.u * size
    x, y = s.light_x, s.horizon - s.horizon * up
    if s.quiet:
        y = max(y, min(s.quiet + r * 1.25, s.horizon + r * 0.1))
    s.light_y = y
    reach = r * (6.2 if not night else 5.0)
    c.circle(
        x,
        y,
        reach,
        c.radial([(0, h.sun, 0.9), (0.17, h.glow, 0.66), (0.45, h.glow, 0.22), (1, h.glow, 0)]),
        0.5 if night else 0.85,
    )
    c.circle(x, y, r, c.radial([(0, h.sun), (0.8, h.sun), (1, blend(h.sun, h.glow, 0.45))]))
    if night:
        for dx, dy, k in ((-0.3, -0.2, 0.2), (0.25, 0.3, 0.28), (0.3, -0.35, 0.12), (-0.15, 0.42, 0.12)):
            c.circle(x + dx * r, y + dy * r, k * r, blend(h.sun, h.sky[2], 0.28), 0.5)


def clouds(s: Stage, count: int = 7, low: float = 0.5) -> None:
    """Thin streaks near the horizon; rounded fair-weather heaps by day."""
    c, h = s.canvas, s.hour
    tone = blend(h.sun, h.haze, 0.4)
    fade = c.linear([(0, tone, 0), (0.4, tone), (1, tone, 0)], x2=1, y2=0)
    for _ in range(count):
        w, thick = s.rng.uniform(0.18, 0.5) * s.width, s.rng.uniform(3, 9) * s.u
        x, y = s.rng.uniform(-0.1, 0.95) * s.width, s.horizon * s.rng.uniform(low, 0.93)
        if y < s.quiet:
            continue
        c.rect(x, y, w, thick, fade, s.rng.uniform(0.2, 0.5), r=thick / 2)


def heap(s: Stage, x: float, y: float, w: float, opacity: float = 0.9) -> None:
    """One flat-bottomed cloud, ``w`` wide, standing on ``y``."""
    c = s.canvas
    if y - w * 0.3 < s.quiet:
        return
    top, bottom = blend(s.hour.sun, "#ffffff", 0.5), blend(s.hour.haze, s.hour.sky[1], 0.25)
    fill = c.linear([(0, top, opacity), (1, bottom, opacity * 0.3)])
    n, data = 6, ""
    for i in range(n):
        t = (i + 0.5) / n
        r = w * (0.07 + 0.085 * math.sin(math.pi * t) + s.rng.uniform(-0.012, 0.012))
        cx, cy = x + w * (0.1 + 0.8 * t), y - w * (0.045 + 0.06 * math.sin(math.pi * t))
        data += (
            f"M{num(cx - r)} {num(cy)}a{num(r)} {num(r)} 0 1 1 {num(2 * r)} 0a{num(r)} {num(r)} 0 1 1 {num(-2 * r)} 0Z"
        )
    clip = c.clip(f'<rect x="{num(x - w)}" y="{num(y - w)}" width="{num(3 * w)}" height="{num(w)}"/>')
    low = f"M{num(x + w * 0.1)} {num(y - w * 0.06)}H{num(x + w * 0.9)}V{num(y)}H{num(x + w * 0.1)}Z"
    c.path(data + low, fill, 1, f'clip-path="{clip}"')


def ridge(s: Stage, base: float, rise: float, detail: int = 7, rough: float = 0.5) -> Points:
    """A mountain line by midpoint displacement, its peaks ``rise`` above ``base``. Shape (n, 2)."""
    line_, spread = [s.rng.uniform(-1, 1) for _ in range(3)], 1.0
    for _ in range(detail - 1):
        out: list[float] = []
        for p, q in zip(line_, line_[1:], strict=False):
            out += [p, (p + q) / 2 + s.rng.uniform(-spread, spread) * 0.6]
        line_, spread = [*out, line_[-1]], spread * rough
    values = np.array(line_)
    values = (values - values.min()) / max(1e-9, float(values.max() - values.min()))
    xs = np.linspace(-0.02 * s.width, 1.02 * s.width, len(values))
    return np.column_stack([xs, base - values * rise])


def swell(s: Stage, base: float, rise: float, waves: float = 1.6, steps: int = 60) -> Points:
    """A smooth rolling line. Shape (steps, 2)."""
    phase, phase2 = s.rng.uniform(0, 6.28), s.rng.uniform(0, 6.28)
    t = np.linspace(-0.02, 1.02, steps)
    y = np.sin(t * waves * 2 * math.pi + phase) * 0.65 + np.sin(t * waves * 4.3 * math.pi + phase2) * 0.2
    return np.column_stack([t * s.width, base - (y + 0.85) / 1.7 * rise])


def land(s: Stage, points: Points, fill: str, opacity: float = 1.0) -> None:
    """Everything under a line, down to the bottom of the frame."""
    corners = [(1.03 * s.width, s.height + 10.0), (-0.03 * s.width, s.height + 10.0)]
    s.canvas.path(line([*((float(x), float(y)) for x, y in points), *corners]), fill, opacity)


def height_at(points: Points, x: float) -> float:
    """Height of a line at ``x``."""
    return float(np.interp(x, points[:, 0], points[:, 1]))


def haze(s: Stage, y: float, deep: float, strength: float) -> None:
    """Mist lying around ``y``: a vertical gradient, so that it has no edge."""
    c = s.canvas
    fill = c.linear([(0, s.hour.haze, 0), (0.55, s.hour.haze), (1, s.hour.haze, 0)])
    c.rect(0, y - deep * 0.55, s.width, deep, fill, strength)


def pool(s: Stage, x: float, y: float, rx: float, ry: float, strength: float = 0.8, colour: str = "") -> None:
    """Light lying on the ground."""
    tone = colour or s.hour.glow
    fill = s.canvas.radial([(0, tone, 0.85), (0.5, tone, 0.3), (1, tone, 0)])
    s.canvas.ellipse(x, y, rx, ry, fill, strength)


def pine(s: Stage, x: float, y: float, h: float) -> str:
    """Path data of a fir standing on ``y``."""
    rng, w = s.rng, h * s.rng.uniform(0.30, 0.40)
    tiers = 6 if h > 90 * s.u else 4
    right: list[tuple[float, float]] = []
    left: list[tuple[float, float]] = []
    for i in range(1, tiers + 1):
        t = i / tiers
        half, level = w / 2 * t**0.9, y - h + h * 0.93 * t
        right += [(x + half, level + rng.uniform(-1, 1) * h * 0.012), (x + half * 0.45, level - h * 0.035)]
        left += [(x - half, level + rng.uniform(-1, 1) * h * 0.012), (x - half * 0.45, level - h * 0.035)]
    trunk = [(x + w * 0.05, y - h * 0.05), (x + w * 0.05, y + 4), (x - w * 0.05, y + 4), (x - w * 0.05, y - h * 0.05)]
    return line([(x, y - h), *right[:-1], *trunk, *left[:-1][::-1]])


def wood(s: Stage, points: Points, low: float, high: float, gap: float, fill: str, keep: float = 0.78) -> None:
    """A line of firs along a ridge."""
    data, x = [], -0.01 * s.width
    while x < s.width * 1.01:
        if s.rng.random() < keep:
            data.append(pine(s, x, height_at(points, x) + 4 * s.u, s.rng.uniform(low, high)))
        x += gap * s.rng.uniform(0.7, 1.3)
    s.canvas.path("".join(data), fill)


def leafy(s: Stage, x: float, y: float, h: float, fill: str, trunk: str) -> None:
    """A round tree: overlapping crowns, lit from the light's side."""
    c, rng = s.canvas, s.rng
    c.path(
        line([(x - h * 0.035, y), (x - h * 0.02, y - h * 0.5), (x + h * 0.02, y - h * 0.5), (x + h * 0.035, y)]), trunk
    )
    side = 1.0 if s.light_x > x else -1.0
    blobs = [(0.0, 0.66, 0.30), (-0.2, 0.56, 0.22), (0.21, 0.55, 0.22), (-0.08, 0.82, 0.2), (0.12, 0.79, 0.2)]
    for dx, dy, r in blobs:
        c.circle(x + dx * h, y - dy * h, r * h * rng.uniform(0.92, 1.08), blend(fill, s.hour.shade, 0.22))
    for dx, dy, r in blobs:
        c.circle(x + (dx + 0.05 * side) * h, y - (dy + 0.045) * h, r * h * 0.84, fill)
    for dx, dy, r in blobs[2:]:
        c.circle(x + (dx + 0.1 * side) * h, y - (dy + 0.1) * h, r * h * 0.5, blend(fill, s.hour.sun, 0.16), 0.8)


def grass(
    s: Stage, y: float, h: float, fill: str, count: int, spans: Sequence[tuple[float, float]] = ((0, 1),)
) -> None:
    """Blades along the bottom: the frame nearest to the eye. ``spans`` are parts of the width that they fill."""
    data = []
    for _ in range(count):
        a, b = s.rng.choice(list(spans))
        x, tall = s.rng.uniform(a, b) * s.width, h * s.rng.uniform(0.45, 1.0)
        bend, w = s.rng.uniform(-0.5, 0.5) * tall, max(1.2, tall * 0.055)
        data.append(
            f"M{num(x - w)} {num(y)}Q{num(x)} {num(y - tall * 0.6)} {num(x + bend)} {num(y - tall)}"
            f"Q{num(x + w * 1.6)} {num(y - tall * 0.5)} {num(x + w)} {num(y)}Z"
        )
    s.canvas.path("".join(data), fill)


def birds(s: Stage, x: float, y: float, count: int = 5) -> None:
    """A few far birds."""
    data = []
    if y < s.quiet + 40 * s.u:
        return
    for _ in range(count):
        bx, by = x + s.rng.gauss(0, 70) * s.u, y + s.rng.gauss(0, 26) * s.u
        w = s.rng.uniform(9, 16) * s.u
        data.append(f"M{num(bx - w)} {num(by - w * 0.35)}Q{num(bx - w * 0.3)} {num(by - w * 0.5)} {num(bx)} {num(by)}")
        data.append(f"Q{num(bx + w * 0.3)} {num(by - w * 0.5)} {num(bx + w)} {num(by - w * 0.35)}")
    s.canvas.stroke("".join(data), s.hour.lit("#33415a"), 2.2 * s.u, 0.75)


def vignette(s: Stage, strength: float = 0.35) -> None:
    """Darker corners: the eye stays inside."""
    fill = s.canvas.radial([(0, s.hour.shade, 0), (0.72, s.hour.shade, 0), (1, s.hour.shade, strength)], r=0.75)
    s.canvas.rect(0, 0, s.width, s.height, fill)
