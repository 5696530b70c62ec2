"""A stage before its crowd: beams through the haze, a lit backdrop, players, and raised hands in front."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, pool


def paint(s: Stage) -> None:
    """See the module."""
    s.hour = replace(s.hour, dim=max(0.12, s.hour.dim * 0.8))
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    dark = blend(s.palette.deep, h.shade, 0.45)
    air = {"day": 0.5, "dawn": 0.4, "dusk": 0.22}.get(h.name, 0.1)
    back = blend(dark, s.palette.accent2, 0.25 + air * 0.7)
    c.rect(
        0,
        0,
        s.width,
        s.height,
        c.linear([(0, blend(dark, h.sky[0], air)), (0.5, back), (0.75, blend(back, h.glow, 0.3)), (1, dark)]),
    )
    floor, mid = s.horizon + room * 0.42, s.width / 2
    wide = min(s.width * 0.46, 900 * u)
    s.light_x, s.light_y = mid, floor - 160 * u
    glow = c.radial([(0, h.glow, 0.9), (0.4, s.palette.accent, 0.35), (1, s.palette.accent, 0)])
    c.ellipse(mid, floor - 100 * u, wide * 1.15, min(420 * u, floor * 0.6), glow, 0.8)
    rig = max(floor - min(620 * u, floor * 0.74), s.quiet)
    if floor - rig > 160 * u:
        _screen(s, mid, rig, floor, wide, dark)
    _beams(s, mid, rig, floor, wide)
    c.rect(
        mid - wide,
        floor,
        2 * wide,
        70 * u,
        c.linear([(0, blend(dark, h.glow, 0.42)), (0.16, blend(dark, s.palette.accent, 0.2)), (1, dark)]),
    )
    pool(s, mid, floor + 8 * u, wide * 0.8, 30 * u, 0.9, h.sun)
    for k, x in enumerate((-0.52, -0.2, 0.16, 0.5)):
        _player(s, mid + wide * x, floor + 6 * u, 150 * u, k, blend(dark, "#000000", 0.35))
    for x in (-1.0, 1.0):
        _stack(s, mid + x * wide * 0.97, floor + 66 * u, 110 * u, 230 * u, dark)
    s.ground = s.horizon + room * 0.62
    mist = c.linear([(0, h.glow, 0), (0.5, h.glow), (1, h.glow, 0)])
    c.rect(0, floor + 20 * u, s.width, 190 * u, mist, 0.34)
    for k, far in enumerate((0.46, 0.24, 0.0)):
        _crowd(
            s,
            s.horizon + room * (0.66 + 0.16 * k),
            (30 + 16 * k) * u,
            blend(blend(dark, "#000000", 0.3), s.palette.accent, far * 0.7),
            k,
        )


def _screen(s: Stage, mid: float, rig: float, floor: float, wide: float, dark: str) -> None:
    c, h, u = s.canvas, s.hour, s.u
    top, w = rig + 50 * u, wide * 0.8
    tall = floor - top - 24 * u
    c.rect(
        mid - w,
        top,
        2 * w,
        tall,
        c.linear(
            [(0, s.palette.accent2), (0.55, blend(s.palette.accent, h.glow, 0.3)), (1, blend(h.glow, h.sun, 0.5))]
        ),
        0.9,
    )
    clip = c.clip(f'<rect x="{mid - w:.1f}" y="{top:.1f}" width="{2 * w:.1f}" height="{tall:.1f}"/>')
    c.add(f'<g clip-path="{clip}">')
    for k in range(9, 0, -1):
        c.circle(
            mid, top + tall, tall * 0.15 * k, s.palette.accent if k % 2 else blend(s.palette.accent2, h.sun, 0.25), 0.26
        )
    c.circle(mid, top + tall, tall * 0.34, h.sun, 0.9)
    c.add("</g>")
    bar = blend(dark, "#000000", 0.3)
    c.rect(mid - wide * 1.04, rig, wide * 2.08, 12 * u, bar)
    c.rect(mid - wide * 1.04, rig + 34 * u, wide * 2.08, 8 * u, bar)
    zig = "".join(
        f"M{mid - wide * 1.04 + k * 40 * u:.1f} {rig + 38 * u:.1f}l{20 * u:.1f} {-32 * u:.1f}l{20 * u:.1f} {32 * u:.1f}"
        for k in range(int(wide * 2.06 / (40 * u)))
    )
    c.stroke(zig, bar, 4 * u)
    for x in (-1.03, 1.03):
        c.rect(mid + x * wide - 8 * u, rig, 16 * u, floor - rig + 40 * u, bar)


def _beams(s: Stage, mid: float, rig: float, floor: float, wide: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    tones = (s.palette.accent, h.sun, s.palette.accent2)
    for k in range(9):
        x, lean = mid + wide * (k / 4 - 1) * 0.94, -(k - 4) * 0.16 + s.rng.uniform(-0.22, 0.22)
        reach = floor - rig + 40 * u
        w = reach * 0.13
        fill = c.linear([(0, blend(tones[k % 3], "#ffffff", 0.4), 0.75), (1, tones[k % 3], 0)])
        ex = x + math.tan(lean) * reach
        c.path(
            f"M{x - 5 * u:.1f} {rig + 40 * u:.1f}h{10 * u:.1f}L{ex + w:.1f} {rig + reach:.1f}H{ex - w:.1f}Z", fill, 0.6
        )
        c.circle(
            x, rig + 44 * u, 22 * u, c.radial([(0, "#ffffff", 0.95), (0.3, tones[k % 3], 0.6), (1, tones[k % 3], 0)])
        )


def _player(s: Stage, x: float, y: float, tall: float, kind: int, tone: str) -> None:
    """A singer, a guitarist, a drummer, a keyboard player, each as one silhouette."""
    c, t = s.canvas, tall
    if kind == 2:
        for dx, r in ((-0.34, 0.17), (0.34, 0.17), (0.0, 0.26)):
            c.circle(x + dx * t, y - r * t, r * t, blend(tone, s.palette.accent2, 0.25))
            c.circle(x + dx * t, y - r * t, r * t * 0.82, tone)
        for dx in (-0.52, 0.52):
            c.stroke(f"M{x + dx * t:.1f} {y:.1f}V{y - 0.62 * t:.1f}", tone, 4 * s.u)
            c.ellipse(x + dx * t, y - 0.63 * t, 0.16 * t, 0.03 * t, blend(tone, s.hour.lamp, 0.5))
    c.circle(x, y - 0.92 * t, 0.085 * t, tone)
    c.path(
        f"M{x - 0.13 * t:.1f} {y - 0.8 * t:.1f}Q{x:.1f} {y - 0.86 * t:.1f} {x + 0.13 * t:.1f} {y - 0.8 * t:.1f}L{x + 0.1 * t:.1f} {y - 0.42 * t:.1f}H{x - 0.1 * t:.1f}Z",
        tone,
    )
    if kind != 2:
        c.stroke(
            f"M{x - 0.05 * t:.1f} {y - 0.45 * t:.1f}L{x - 0.11 * t:.1f} {y:.1f}M{x + 0.05 * t:.1f} {y - 0.45 * t:.1f}L{x + 0.12 * t:.1f} {y:.1f}",
            tone,
            0.085 * t,
        )
    if kind == 1:
        c.stroke(
            f"M{x - 0.12 * t:.1f} {y - 0.76 * t:.1f}L{x - 0.02 * t:.1f} {y - 0.9 * t:.1f}M{x + 0.12 * t:.1f} {y - 0.76 * t:.1f}L{x + 0.26 * t:.1f} {y - 1.02 * t:.1f}",
            tone,
            0.055 * t,
        )
        c.stroke(
            f"M{x - 0.2 * t:.1f} {y:.1f}V{y - 0.86 * t:.1f}L{x - 0.06 * t:.1f} {y - 0.92 * t:.1f}", tone, 3.5 * s.u
        )
    elif kind == 0:
        c.ellipse(x - 0.06 * t, y - 0.5 * t, 0.15 * t, 0.1 * t, blend(tone, s.palette.accent, 0.5))
        c.stroke(f"M{x:.1f} {y - 0.54 * t:.1f}L{x + 0.42 * t:.1f} {y - 0.76 * t:.1f}", tone, 0.035 * t)
        c.stroke(
            f"M{x + 0.12 * t:.1f} {y - 0.76 * t:.1f}L{x + 0.3 * t:.1f} {y - 0.68 * t:.1f}M{x - 0.12 * t:.1f} {y - 0.76 * t:.1f}L{x - 0.04 * t:.1f} {y - 0.5 * t:.1f}",
            tone,
            0.055 * t,
        )
    elif kind == 3:
        c.rect(x - 0.36 * t, y - 0.5 * t, 0.72 * t, 0.07 * t, blend(tone, s.palette.accent2, 0.3))
        c.stroke(
            f"M{x - 0.24 * t:.1f} {y - 0.44 * t:.1f}L{x + 0.24 * t:.1f} {y:.1f}M{x + 0.24 * t:.1f} {y - 0.44 * t:.1f}L{x - 0.24 * t:.1f} {y:.1f}",
            tone,
            4 * s.u,
        )
        c.stroke(
            f"M{x - 0.12 * t:.1f} {y - 0.76 * t:.1f}L{x - 0.18 * t:.1f} {y - 0.5 * t:.1f}M{x + 0.12 * t:.1f} {y - 0.76 * t:.1f}L{x + 0.18 * t:.1f} {y - 0.5 * t:.1f}",
            tone,
            0.055 * t,
        )


def _stack(s: Stage, x: float, y: float, w: float, tall: float, dark: str) -> None:
    c = s.canvas
    c.rect(x - w / 2, y - tall, w, tall, blend(dark, "#000000", 0.35), r=6 * s.u)
    for k in (0.2, 0.5, 0.8):
        c.circle(x, y - tall * k, w * 0.3, blend(dark, s.palette.accent2, 0.3))
        c.circle(x, y - tall * k, w * 0.14, blend(dark, "#000000", 0.5))


def _crowd(s: Stage, y: float, r: float, tone: str, row: int) -> None:
    rng, x, data, arms = s.rng, -r, "", ""
    while x < s.width + r:
        top = y + rng.uniform(-0.4, 0.4) * r
        data += f"M{x - r * 0.5:.1f} {top:.1f}a{r * 0.5:.1f} {r * 0.56:.1f} 0 1 1 {r:.1f} 0a{r * 0.5:.1f} {r * 0.56:.1f} 0 1 1 {-r:.1f} 0Z"
        data += f"M{x - r * 1.15:.1f} {s.height + 9}V{top + r * 1.3:.1f}Q{x:.1f} {top + r * 0.2:.1f} {x + r * 1.15:.1f} {top + r * 1.3:.1f}V{s.height + 9}Z"
        if rng.random() < 0.36:
            lean = rng.uniform(-0.4, 0.4) * r
            arms += f"M{x + r * 0.8:.1f} {top + r * 1.1:.1f}L{x + r * 0.8 + lean:.1f} {top - r * 1.7:.1f}"
        x += r * rng.uniform(1.5, 2.1)
    s.canvas.stroke(arms, tone, r * 0.36)
    s.canvas.path(data, tone)
