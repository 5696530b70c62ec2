"""A hall with a small stage: arched windows, curtains, steps for a choir, a piano."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.shell import Shell, shell
from tools.image.embedded.stage import Stage, pool


def paint(s: Stage) -> None:
    """See the module."""
    tone = blend(blend(s.palette.accent2, s.palette.light, 0.66), "#e6dcc9", 0.5)
    room = shell(s, tone, s.local("#9a6a42", 0.1), hang=False)
    n = 5 if room.wide else 3
    gap = s.width * 0.78 / n
    high = room.tall * (0.66 if room.tall > 300 * s.u else 0.56)
    for i in range(n):
        _arch(s, s.width * 0.11 + gap * (i + 0.5), room.top + 10 * s.u, min(gap * 0.56, high * 0.56), high, (i == n // 2))  # fmt: skip
    _steps(s, room)
    _piano(s, room, s.width * (0.5 - room.sign * 0.33))
    _curtains(s, room)


def _arch(s: Stage, x: float, y: float, w: float, tall: float, sun: bool) -> None:
    c, h, u = s.canvas, s.hour, s.u
    r, last = w / 2, len(h.sky) - 1
    d = f"M{x - r:.1f} {y + tall:.1f}V{y + r:.1f}A{r:.1f} {r:.1f} 0 0 1 {x + r:.1f} {y + r:.1f}V{y + tall:.1f}Z"
    c.stroke(d, h.lit("#fbf6ec", 0.06), 20 * u)
    c.path(d, c.linear([(i / last, tint) for i, tint in enumerate(h.sky)]))
    if sun:
        s.light_x, s.light_y = x, y + tall * 0.5
        c.circle(x, y + tall * 0.5, w * 0.5, c.radial([(0, h.sun, 0.9), (0.3, h.glow, 0.5), (1, h.glow, 0)]))
        c.circle(x, y + tall * 0.5, w * 0.13, h.sun)
    bars = f"M{x:.1f} {y:.1f}V{y + tall:.1f}M{x - r:.1f} {y + r:.1f}h{w:.1f}M{x - r:.1f} {y + tall * 0.62:.1f}h{w:.1f}"
    c.stroke(bars, h.lit("#fbf6ec", 0.06), 6 * u)
    c.rect(x - r - 16 * u, y + tall, w + 32 * u, 14 * u, h.lit("#fbf6ec", 0.1))


def _steps(s: Stage, room: Shell) -> None:
    c, h, u = s.canvas, s.hour, s.u
    wood, rise = s.local("#a8713f", 0.12), min(44 * u, room.tall * 0.1)
    for k in range(3, 0, -1):
        half = s.width * (0.2 + 0.055 * (3 - k))
        y = room.floor + 10 * u - rise * k
        c.rect(s.width / 2 - half, y, half * 2, rise * k, c.linear([(0, h.lit(wood, 0.16)), (1, h.lit(wood, 0.42))]))
        c.rect(s.width / 2 - half, y, half * 2, 9 * u, h.lit(blend(wood, h.glow, 0.4)))
    tall = min(118 * u, room.tall * 0.26)
    for row in range(2, -1, -1):
        y = room.floor + 10 * u - rise * (row + 1)
        n = 6 - row
        for i in range(n):
            x = s.width / 2 + (i - (n - 1) / 2) * s.width * 0.07
            _stand(s, x, y + 4 * u, tall * (0.9 + 0.05 * (2 - row)), (i + row) % 2)
    pool(s, s.width / 2, room.floor, s.width * 0.34, 40 * u, 0.5, h.lamp if h.dark else h.glow)


def _stand(s: Stage, x: float, y: float, tall: float, other: int) -> None:
    c, h = s.canvas, s.hour
    iron = h.lit("#2f333d", 0.1)
    c.stroke(f"M{x:.1f} {y:.1f}v{-tall * 0.62:.1f}M{x - tall * 0.16:.1f} {y:.1f}L{x:.1f} {y - tall * 0.14:.1f}l{tall * 0.16:.1f} {tall * 0.14:.1f}", iron, tall * 0.035)  # fmt: skip
    c.path(f"M{x - tall * 0.27:.1f} {y - tall * 0.6:.1f}h{tall * 0.54:.1f}l{tall * 0.04:.1f} {-tall * 0.4:.1f}h{-tall * 0.62:.1f}Z", iron)  # fmt: skip
    c.path(f"M{x - tall * 0.22:.1f} {y - tall * 0.64:.1f}h{tall * 0.44:.1f}l{tall * 0.03:.1f} {-tall * 0.32:.1f}h{-tall * 0.5:.1f}Z", h.lit("#fbf5e8" if other else blend(s.palette.accent, "#ffffff", 0.5), 0.06))  # fmt: skip


def _piano(s: Stage, room: Shell, x: float) -> None:
    c, h = s.canvas, s.hour
    w = min(270 * s.u, s.width * 0.24)
    y, tall = room.floor + 26 * s.u, w * 0.78
    body = s.local("#4a3028", 0.1)
    c.ellipse(x, y, w * 0.62, w * 0.07, h.shade, 0.4)
    c.rect(x - w / 2, y - tall, w, tall, c.linear([(0, h.lit(blend(body, h.glow, 0.2))), (1, h.lit(body, 0.3))]), r=w * 0.02)  # fmt: skip
    c.rect(x - w * 0.53, y - tall - w * 0.03, w * 1.06, w * 0.05, h.lit(blend(body, h.glow, 0.25)), r=w * 0.02)
    c.rect(x - w * 0.5, y - tall * 0.52, w, w * 0.09, h.lit("#fbf5e8", 0.05))
    for i in range(14):
        if i % 7 not in (2, 6):
            c.rect(x - w * 0.47 + w * 0.068 * i, y - tall * 0.52, w * 0.032, w * 0.052, h.lit("#22252e"))
    c.rect(x - w * 0.53, y - tall * 0.42, w * 1.06, w * 0.05, h.lit(body, 0.2), r=w * 0.01)
    for dx in (-0.16, 0.06):
        c.rect(x + w * dx, y - tall * 0.86, w * 0.14, w * 0.2, h.lit("#fbf5e8", 0.08), r=2)


def _curtains(s: Stage, room: Shell) -> None:
    c, h, u = s.canvas, s.hour, s.u
    w, tone = s.width * 0.085, s.palette.accent
    top = room.top - 34 * u
    for side in (0, 1):
        for k in range(5):
            x = k * w / 5 if side == 0 else s.width - (k + 1) * w / 5
            fill = c.linear([(0, h.lit(tone, 0.36)), (0.5, h.lit(blend(tone, h.glow, 0.12))), (1, h.lit(tone, 0.42))], x2=1, y2=0)  # fmt: skip
            c.path(f"M{x:.1f} {top:.1f}h{w / 5 + 1:.1f}V{room.floor + (30 + 5 * (k % 2)) * u:.1f}q{-w / 10:.1f} {8 * u:.1f} {-w / 5 - 1:.1f} 0Z", fill)  # fmt: skip
    drop, n = 50 * u, max(6, int(s.width / (120 * u)))
    for i in range(n):
        x = s.width * i / n
        c.path(f"M{x:.1f} {top:.1f}h{s.width / n + 1:.1f}v{drop * 0.5:.1f}q{-s.width / n / 2:.1f} {drop:.1f} {-s.width / n - 1:.1f} 0Z", h.lit(tone, 0.12 + 0.1 * (i % 2)))  # fmt: skip
    c.rect(0, top - 8 * u, s.width, 14 * u, h.lit("#c9a24e", 0.1))
