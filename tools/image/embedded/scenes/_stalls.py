"""What a market is made of: a stall and its goods, strings of lights, people with their backs to us."""

from __future__ import annotations

import math

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage


def stall(s: Stage, x: float, y: float, w: float, tall: float, index: int, east: bool) -> None:
    """One stall ``w`` by ``tall`` standing on ``y``."""
    c, h = s.canvas, s.hour
    wood = s.local("#8d5f36", 0.12)
    left, eave, desk = x - w / 2, y - tall * 0.72, y - tall * 0.32
    inside = blend("#ffd894", h.lamp, 0.5) if h.dark else h.lit("#e6cfa6", 0.2)
    c.rect(left + w * 0.05, eave, w * 0.9, desk - eave + 4, c.linear([(0, inside), (1, blend(inside, wood, 0.35))]))
    shelf = eave + (desk - eave) * 0.24
    c.rect(left + w * 0.08, shelf, w * 0.84, tall * 0.018, h.lit(wood, 0.2))
    tints = (s.palette.accent, "#d9b23c", s.palette.accent2, "#c9473a", "#7a9a4a")
    for i in range(7):
        cx = left + w * (0.14 + 0.12 * i)
        c.circle(cx, shelf - tall * 0.03, tall * 0.032, blend(tints[(i + index) % 5], inside, 0.15))
    _keeper(s, x + w * (0.12 if index % 2 else -0.12), desk, tall)
    _goods(s, left, desk, w, tall, index)
    front = c.linear([(0, h.lit(blend(wood, h.glow, 0.15), 0.1)), (1, h.lit(wood, 0.5))])
    c.rect(left, desk, w, y - desk, front, r=3)
    for k in range(1, 6):
        c.rect(left + w * k / 6, desk, tall * 0.008, y - desk, h.lit(wood, 0.6), 0.6)
    c.rect(left - w * 0.02, desk - tall * 0.01, w * 1.04, tall * 0.04, h.lit(blend(wood, h.glow, 0.35)), r=3)
    for at in (0.02, 0.95):
        c.rect(left + w * at, eave, w * 0.03, desk - eave, h.lit(wood, 0.4))
    if east:
        _eaves(s, left, eave, w, tall, index)
    else:
        _gable(s, left, eave, w, tall, index)


def _goods(s: Stage, left: float, y: float, w: float, tall: float, index: int) -> None:
    c, h = s.canvas, s.hour
    dim = h.dim * 0.5
    for i in range(4):
        cx, r = left + w * (0.16 + 0.225 * i), tall * 0.055
        if (i + index) % 3 == 0:  # a steamer with its steam
            for k in range(3):
                c.rect(cx - r * 1.1, y - r * 0.62 * (k + 1), r * 2.2, r * 0.56, blend("#c9955f", h.shade, dim + 0.05 * k), r=r * 0.14)  # fmt: skip
            c.stroke(f"M{cx:.1f} {y - r * 2.2:.1f}q{r * 0.6:.1f} {-r * 0.8:.1f} 0 {-r * 1.6:.1f}", h.sun, r * 0.3, 0.35)
        else:  # fruit or buns heaped in a dish
            tint = ("#d8432f", "#e9a23b", "#8fae4a", "#f0dcb4")[(i * 3 + index) % 4]
            for dx, dy in ((-0.7, 0.5), (0.7, 0.5), (0, 0.5), (-0.35, 1.15), (0.35, 1.15)):
                c.circle(cx + dx * r, y - dy * r - r * 0.3, r * 0.5, blend(tint, h.shade, dim))
            c.path(f"M{cx - r * 1.3:.1f} {y - r * 0.6:.1f}h{r * 2.6:.1f}l{-r * 0.5:.1f} {r * 0.62:.1f}h{-r * 1.6:.1f}Z", blend(s.palette.accent2, h.shade, dim))  # fmt: skip


def _keeper(s: Stage, x: float, y: float, tall: float) -> None:
    c, h = s.canvas, s.hour
    tone = blend(blend(s.palette.accent2, s.palette.deep, 0.35), h.shade, h.dim * 0.5)
    c.path(f"M{x - tall * 0.07:.1f} {y:.1f}v{-tall * 0.14:.1f}q0 {-tall * 0.06:.1f} {tall * 0.07:.1f} {-tall * 0.06:.1f}t{tall * 0.07:.1f} {tall * 0.06:.1f}v{tall * 0.14:.1f}Z", tone)  # fmt: skip
    c.circle(x, y - tall * 0.245, tall * 0.043, blend("#c98f6a", h.shade, h.dim * 0.6))


def _gable(s: Stage, left: float, y: float, w: float, tall: float, index: int) -> None:
    c, h = s.canvas, s.hour
    tone = (s.palette.accent, s.palette.accent2)[index % 2]
    c.path(f"M{left - w * 0.08:.1f} {y:.1f}L{left + w / 2:.1f} {y - tall * 0.28:.1f}L{left + w * 1.08:.1f} {y:.1f}Z", h.lit(s.local("#7a5030", 0.1), 0.2))  # fmt: skip
    n = 8
    for i in range(n):
        tint = tone if i % 2 else "#fbf3e2"
        x = left - w * 0.06 + w * 1.12 * i / n
        c.path(f"M{x:.1f} {y - tall * 0.03:.1f}h{w * 1.12 / n + 0.6:.1f}v{tall * 0.09:.1f}a{w * 0.07:.1f} {tall * 0.04:.1f} 0 0 1 {-w * 1.12 / n - 0.6:.1f} 0Z", blend(tint, h.shade, h.dim * 0.55))  # fmt: skip
    for i in range(9):
        t = i / 8
        c.circle(left - w * 0.06 + w * 1.12 * t, y - tall * 0.27 * (1 - abs(2 * t - 1)) - 2, tall * 0.014, h.lamp if h.dark else "#fff6da")  # fmt: skip


def _eaves(s: Stage, left: float, y: float, w: float, tall: float, index: int) -> None:
    c, h = s.canvas, s.hour
    tone = blend(("#b5282d", s.palette.accent2)[index % 2], h.shade, h.dim * 0.5)
    c.path(
        f"M{left - w * 0.14:.1f} {y - tall * 0.07:.1f}Q{left + w * 0.04:.1f} {y - tall * 0.03:.1f} {left + w * 0.16:.1f} {y - tall * 0.2:.1f}"
        f"H{left + w * 0.84:.1f}Q{left + w * 0.96:.1f} {y - tall * 0.03:.1f} {left + w * 1.14:.1f} {y - tall * 0.07:.1f}"
        f"Q{left + w * 1.06:.1f} {y + tall * 0.03:.1f} {left + w:.1f} {y + tall * 0.03:.1f}H{left:.1f}Q{left - w * 0.06:.1f} {y + tall * 0.03:.1f} {left - w * 0.14:.1f} {y - tall * 0.07:.1f}Z",
        tone,
    )
    for i in range(9):
        x = left + w * (0.1 + 0.1 * i)
        c.stroke(f"M{left + w * (0.2 + 0.075 * i):.1f} {y - tall * 0.19:.1f}L{x:.1f} {y + tall * 0.02:.1f}", blend(tone, h.shade, 0.35), tall * 0.01, 0.8)  # fmt: skip
    c.rect(left + w * 0.14, y - tall * 0.215, w * 0.72, tall * 0.03, blend("#d9a93c", h.shade, h.dim * 0.4), r=tall * 0.012)  # fmt: skip
    for at in (0.1, 0.9):
        lantern(s, left + w * at, y + tall * 0.1, tall * 0.055)


def lantern(s: Stage, x: float, y: float, r: float) -> None:
    """A round red lantern hanging with its middle at ``y``."""
    c, h = s.canvas, s.hour
    if h.dark:
        c.circle(x, y, r * 2.6, c.radial([(0, "#ff9a4a", 0.6), (0.4, "#ff7a3a", 0.22), (1, "#ff7a3a", 0)]))
    c.stroke(f"M{x:.1f} {y - r * 1.7:.1f}v{r * 0.9:.1f}", h.lit("#4a2a1c"), max(1.0, r * 0.08))
    body = [(0, "#ffb45c"), (0.5, "#e8412f"), (1, "#a81f26")] if h.dark else [(0, "#e8553f"), (0.6, "#cf2e2c"), (1, "#9c1f26")]  # fmt: skip
    c.ellipse(x, y, r, r * 0.82, c.radial(body, cx=0.5, cy=0.5, r=0.62))
    for k in (0.36, 0.72):
        c.add(f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{r * k:.1f}" ry="{r * 0.82:.1f}" fill="none" stroke="#7a161c" stroke-opacity=".45" stroke-width="{max(0.6, r * 0.05):.1f}"/>')  # fmt: skip
    for dy in (-0.82, 0.82):
        c.rect(
            x - r * 0.42, y + dy * r - r * 0.1, r * 0.84, r * 0.2, blend("#e3b13f", h.shade, h.dim * 0.3), r=r * 0.06
        )
    c.stroke(f"M{x:.1f} {y + r * 0.9:.1f}v{r * 0.8:.1f}", blend("#e3b13f", h.shade, h.dim * 0.3), r * 0.14)


def strings(s: Stage, low: float, top: float, east: bool) -> None:
    """Lights strung across the frame; nothing hangs above ``top``."""
    c, h, u = s.canvas, s.hour, s.u
    if low - top < 40 * u:
        low = top + 40 * u
    n = round(s.width / ((104 if east else 62) * u))
    for line in range(2):  # each hangs from beyond the frame
        y, reach = top + (low - top) * 0.36 * line, s.width * (1.16 + 0.3 * line)
        x0, sag = -s.width * (0.08 + 0.22 * line), min(120 * u, (low - top) * 0.62)
        c.stroke(f"M{x0:.1f} {y:.1f}Q{x0 + reach / 2:.1f} {y + sag * 2:.1f} {x0 + reach:.1f} {y:.1f}", h.lit("#3a2a2a", 0.2), 2.4 * u, 0.8)  # fmt: skip
        for k in range(n + 1):
            t = (k + 0.5 * line) / n
            x, drop = x0 + reach * t, sag * 4 * t * (1 - t)
            if east:
                lantern(s, x, y + drop + 40 * u, 26 * u)
            else:
                if h.dark:
                    c.circle(x, y + drop + 9 * u, 26 * u, c.radial([(0, h.lamp, 0.8), (1, h.lamp, 0)]))
                c.circle(x, y + drop + 9 * u, 7.5 * u, "#fff0c4")


def crowd(s: Stage, y: float, tall: float) -> None:
    """People strolling past the stalls, as dark shapes."""
    c, h = s.canvas, s.hour
    n = max(4, round(s.width / (tall * 0.62)))
    for i in range(n):
        x = s.width * (i + 0.5) / n + s.rng.uniform(-0.3, 0.3) * s.width / n
        k = tall * s.rng.uniform(0.62, 0.8) * (0.62 if i % 4 == 2 else 1.0)
        tone = blend(h.lit((s.palette.deep, "#4a3d52", "#5a3a3a", "#33485a")[i % 4], 0.3), h.shade, 0.2)
        step = k * 0.05 * math.copysign(1, s.rng.random() - 0.5)
        c.ellipse(x, y, k * 0.24, k * 0.035, h.shade, 0.4)
        c.path(f"M{x - k * 0.13:.1f} {y - k * 0.44:.1f}Q{x - k * 0.16:.1f} {y - k * 0.78:.1f} {x:.1f} {y - k * 0.8:.1f}T{x + k * 0.13:.1f} {y - k * 0.44:.1f}L{x + k * 0.1:.1f} {y - k * 0.4:.1f}L{x + k * 0.08 + step:.1f} {y:.1f}h{-k * 0.07:.1f}L{x:.1f} {y - k * 0.34:.1f}L{x - k * 0.02 - step:.1f} {y:.1f}h{-k * 0.07:.1f}L{x - k * 0.1:.1f} {y - k * 0.4:.1f}Z", tone)  # fmt: skip
        c.circle(x, y - k * 0.88, k * 0.085, tone)
