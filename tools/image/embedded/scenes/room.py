"""A room with a tall window: the hour outside, its light lying on the floor, a plant, a lamp and a shelf."""

from __future__ import annotations

from dataclasses import replace

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, pool


def paint(s: Stage) -> None:
    """See the module."""
    s.hour = replace(s.hour, dim=s.hour.dim * 0.5)  # lamps are lit inside
    c, h, u = s.canvas, s.hour, s.u
    room = s.height - s.horizon
    floor = s.horizon + room * 0.60
    wall = h.lit(blend(blend(s.palette.accent2, s.palette.light, 0.62), "#ffffff", 0.12), 0.0)
    lit = blend(wall, h.lamp if h.dark else h.glow, 0.3)
    c.rect(0, 0, s.width, s.height, c.linear([(0, blend(wall, h.shade, 0.12)), (1, lit)]))
    right = s.light_x > s.width / 2
    wx = s.width * (0.70 if right else 0.30)
    tall = min(floor * 0.52, 560 * u)
    if s.quiet:
        tall = min(tall, max(floor * 0.16, (floor - 90 * u - s.quiet) * 0.86))
    _window(s, wx, floor, min(360 * u, s.width * 0.36, tall * 0.72), tall)
    wood = s.local("#a9744c", 0.12)
    c.rect(
        0, floor, s.width, s.height - floor + 4, c.linear([(0, h.lit(blend(wood, h.glow, 0.2))), (1, h.lit(wood, 0.5))])
    )
    boards = "".join(
        f"M{s.width / 2 + k * 90 * u:.1f} {floor:.1f}L{s.width / 2 + k * 250 * u:.1f} {s.height:.1f}"
        for k in range(-30, 31)
    )
    c.stroke(boards, h.lit(wood, 0.6), 2 * u, 0.35)
    c.rect(0, floor - 22 * u, s.width, 24 * u, blend(wall, "#ffffff", 0.3))
    c.rect(0, floor + 2, s.width, 10 * u, h.shade, 0.18)
    lean = -1 if right else 1
    light = c.linear([(0, h.glow, 0.75), (1, h.glow, 0)])
    half = min(170 * u, s.width * 0.17)
    for k in (-1, 1):
        a, b = wx + (k - 0.9) * half * 0.52, wx + (k + 0.9) * half * 0.52
        shift = lean * 150 * u
        c.path(
            f"M{a:.1f} {floor:.1f}H{b:.1f}L{b + shift:.1f} {s.height:.1f}H{a + shift:.1f}Z",
            light,
            0.5 if not h.dark else 0.25,
        )
    s.ground = floor + (s.height - floor) * 0.45
    far = 0.11 if s.width < s.height * 1.25 else 0.51
    _plant(s, s.width * (far if right else 1 - far), floor + 40 * u, 330 * u)
    _floor_lamp(s, wx + (1 if right else -1) * min(s.width * 0.24, 300 * u), floor + 24 * u, 470 * u)
    c.rect(
        0,
        0,
        s.width,
        s.height,
        c.radial([(0, h.shade, 0), (0.7, h.shade, 0), (1, h.shade, 0.32)], cx=wx / s.width, cy=0.5, r=0.95),
    )


def _window(s: Stage, x: float, floor: float, w: float, tall: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    y, left = floor - tall - 90 * u, x - w / 2
    s.light_y = y + tall * 0.5
    c.circle(x, y + tall / 2, tall * 1.1, c.radial([(0, h.glow, 0.7), (0.4, h.glow, 0.25), (1, h.glow, 0)]), 0.7)
    frame = h.lit("#fffaf1", 0.05)
    c.path(_arch(left, y, w, tall, 18 * u), frame)
    top = len(h.sky) - 1
    c.path(_arch(left, y, w, tall, 0), c.linear([((i / top), tone) for i, tone in enumerate(h.sky)]))
    clip = c.clip(f'<path d="{_arch(left, y, w, tall, 0)}"/>')
    c.add(f'<g clip-path="{clip}">')
    r = w * 0.17
    c.circle(x + w * 0.16, y + tall * 0.42, r * 3.4, c.radial([(0, h.sun, 0.8), (0.3, h.glow, 0.4), (1, h.glow, 0)]))
    c.circle(x + w * 0.16, y + tall * 0.42, r, h.sun)
    for n, far in enumerate((0.6, 0.35, 0.1)):
        base = y + tall * (0.72 + 0.10 * n)
        tone = h.far(s.local("#4f8a6b" if h.name == "day" else "#4c4876", 0.25), far)
        a, b = s.rng.uniform(0.06, 0.16) * tall, s.rng.uniform(0.06, 0.16) * tall
        c.path(
            f"M{left - 20:.1f} {base:.1f}C{left + w * 0.3:.1f} {base - a * 2:.1f} {left + w * 0.6:.1f} {base + b:.1f} {left + w + 20:.1f} {base - b:.1f}V{y + tall + 9:.1f}H{left - 20:.1f}Z",
            tone,
        )
    c.add("</g>")
    c.rect(x - 5 * u, y - w * 0.2, 10 * u, tall + w * 0.2, frame)
    for k in (0.42, 0.72):
        c.rect(left, y + tall * k - 4 * u, w, 8 * u, frame)
    c.rect(left - 42 * u, y + tall + 14 * u, w + 84 * u, 22 * u, frame)
    c.rect(left - 42 * u, y + tall + 36 * u, w + 84 * u, 12 * u, h.shade, 0.14)


def _arch(left: float, y: float, w: float, tall: float, wider: float) -> str:
    """The window's outline, ``wider`` pixels outside the glass."""
    r = w / 2 + wider
    foot, spring = y + tall + wider, y + w * 0.3
    return f"M{left - wider:.1f} {foot:.1f}V{spring:.1f}A{r:.1f} {r:.1f} 0 0 1 {left + w + wider:.1f} {spring:.1f}V{foot:.1f}Z"


def _plant(s: Stage, x: float, y: float, tall: float) -> None:
    c, h, rng = s.canvas, s.hour, s.rng
    c.ellipse(x, y, tall * 0.24, tall * 0.04, h.shade, 0.3)
    green = h.lit(s.local("#3f8a5c", 0.15))
    for i in range(11):
        a = (i - 5) / 5
        reach, up = a * tall * 0.38, tall * (1.02 - 0.42 * abs(a)) * rng.uniform(0.88, 1.05)
        ex, ey, w = x + reach, y - up, tall * 0.055
        tone = blend(green, h.shade if i % 2 else h.glow, 0.16)
        c.path(
            f"M{x:.1f} {y - tall * 0.24:.1f}C{x + reach * 0.1 - w:.1f} {y - up * 0.7:.1f} {ex - w:.1f} {ey + w * 2:.1f} {ex:.1f} {ey:.1f}C{ex + w:.1f} {ey + w * 3:.1f} {x + reach * 0.5 + w:.1f} {y - up * 0.5:.1f} {x:.1f} {y - tall * 0.24:.1f}Z",
            tone,
        )
    pot, w = s.palette.accent, tall * 0.19
    c.path(
        f"M{x - w:.1f} {y - tall * 0.27:.1f}H{x + w:.1f}L{x + w * 0.72:.1f} {y:.1f}H{x - w * 0.72:.1f}Z",
        c.linear([(0, h.lit(blend(pot, "#ffffff", 0.16))), (1, h.lit(pot, 0.3))], x2=1, y2=0),
    )
    c.rect(x - w * 1.08, y - tall * 0.30, w * 2.16, tall * 0.055, h.lit(blend(pot, "#ffffff", 0.1)), r=3 * s.u)


def _floor_lamp(s: Stage, x: float, y: float, tall: float) -> None:
    c, h = s.canvas, s.hour
    brass, w = h.lit("#8a6a3f", 0.2), tall * 0.17
    if h.dark:
        c.circle(x, y - tall * 0.86, tall * 0.75, c.radial([(0, h.lamp, 0.7), (0.35, h.lamp, 0.22), (1, h.lamp, 0)]))
        pool(s, x, y, tall * 0.4, tall * 0.06, 0.6, h.lamp)
    c.rect(x - 3 * s.u, y - tall * 0.8, 6 * s.u, tall * 0.8, brass)
    c.ellipse(x, y, tall * 0.11, tall * 0.018, brass)
    shade = blend(h.lamp, "#ffffff", 0.3) if h.dark else h.lit("#f6e7cf")
    c.path(
        f"M{x - w * 0.62:.1f} {y - tall:.1f}H{x + w * 0.62:.1f}L{x + w:.1f} {y - tall * 0.77:.1f}H{x - w:.1f}Z",
        c.linear([(0, shade), (1, blend(shade, s.palette.accent, 0.3))]),
    )
