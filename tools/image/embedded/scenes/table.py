"""A still life by a window: bowl, jug, fruit and a cup on a wooden table, lit from one side."""

from __future__ import annotations

from dataclasses import replace

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage


def paint(s: Stage) -> None:
    """See the module."""
    s.hour = replace(s.hour, dim=s.hour.dim * 0.5)  # lamps are lit inside
    c, h, u = s.canvas, s.hour, s.u
    room = s.height - s.horizon
    edge = s.horizon + room * 0.52
    right = s.light_x > s.width / 2
    wall = h.lit(blend(s.palette.accent2, s.palette.light, 0.5), 0.0)
    side = (1.0, 0.0) if right else (0.0, 1.0)
    c.rect(
        0,
        0,
        s.width,
        s.height,
        c.linear(
            [(side[0], blend(wall, h.glow, 0.38)), (side[1], blend(wall, h.shade, 0.3))]
            if right is False
            else [(0, blend(wall, h.shade, 0.3)), (1, blend(wall, h.glow, 0.38))],
            x2=1,
            y2=0,
        ),
    )
    _beams(s, edge, right)
    wood = s.local("#9a633d", 0.12)
    c.rect(
        0,
        edge,
        s.width,
        s.height - edge + 4,
        c.linear([(0, h.lit(blend(wood, h.glow, 0.22))), (0.5, h.lit(wood, 0.12)), (1, h.lit(wood, 0.5))]),
    )
    grain = ""
    for _ in range(26):
        y, x, w = (
            s.rng.uniform(edge + 8 * u, s.height),
            s.rng.uniform(-0.1, 1) * s.width,
            s.rng.uniform(0.1, 0.4) * s.width,
        )
        grain += f"M{x:.1f} {y:.1f}q{w / 2:.1f} {s.rng.uniform(-6, 6) * u:.1f} {w:.1f} 0"
    c.stroke(grain, h.lit(wood, 0.6), 2 * u, 0.3)
    c.rect(0, edge, s.width, 5 * u, blend(h.lit(wood), h.glow, 0.5), 0.7)
    s.ground = edge + (s.height - edge) * 0.42
    y = edge + 46 * u
    near, far = (0.13, 0.87) if s.width < s.height * 1.25 else (0.56, 0.93)
    a, b = (near, far) if right else (1 - near, 1 - far)
    lean = -1 if right else 1
    tall = min(300 * u, (y - s.quiet) / 1.68) if s.quiet else 300 * u
    _jug(s, s.width * a, y, tall, lean)
    _bowl(s, s.width * b, y + 20 * u, 250 * u, lean)
    if s.width > s.height * 0.7:
        _cup(s, s.width * (a + (0.115 if right else -0.115)), y + 44 * u, 92 * u, lean)
    cloth = h.lit(s.palette.accent2, 0.15)
    c.path(
        f"M{-10} {s.height + 9:.1f}L{-10} {s.height - 84 * u:.1f}Q{s.width * 0.2:.1f} {s.height - 128 * u:.1f} {s.width * 0.42:.1f} {s.height + 9:.1f}Z",
        c.linear([(0, cloth), (1, h.lit(cloth, 0.4))], x2=1, y2=0),
    )
    for k in range(1, 5):
        c.stroke(
            f"M{-10} {s.height - (84 - 17 * k) * u:.1f}Q{s.width * (0.2 - 0.03 * k):.1f} {s.height - (128 - 26 * k) * u:.1f} {s.width * (0.42 - 0.06 * k):.1f} {s.height + 9:.1f}",
            h.lit("#fff6e8"),
            3 * u,
            0.4,
        )


def _beams(s: Stage, edge: float, right: bool) -> None:
    c, h, u = s.canvas, s.hour, s.u
    tone = h.glow if not h.dark else h.lamp
    light = c.linear([(0, tone, 0.0), (0.5, tone, 0.55), (1, tone, 0.0)])
    w, x0, lean = min(230 * u, s.width * 0.2), s.width * (0.60 if right else 0.40), (-1 if right else 1)
    for k in range(2):
        x = x0 + lean * k * (w * 1.16) - w / 2
        top, bottom = edge - min(edge * 0.72, 620 * u), edge - 60 * u
        c.path(f"M{x:.1f} {top:.1f}h{w:.1f}l{lean * 120 * u:.1f} {bottom - top:.1f}h{-w:.1f}Z", light, 0.6)
    s.light_y = edge - 300 * u


def _shadow(s: Stage, x: float, y: float, w: float, lean: int) -> None:
    fill = s.canvas.radial([(0, s.hour.shade, 0.6), (1, s.hour.shade, 0)])
    s.canvas.ellipse(x + lean * w * 0.45, y, w * 1.1, w * 0.16, fill)


def _round(s: Stage, tone: str, lean: int) -> str:
    h = s.hour
    lit, dark = blend(h.lit(tone), h.glow, 0.34), h.lit(tone, 0.45)
    pair = [(0, lit), (0.45, h.lit(tone)), (1, dark)] if lean > 0 else [(0, dark), (0.55, h.lit(tone)), (1, lit)]
    return s.canvas.linear(pair, x2=1, y2=0)


def _jug(s: Stage, x: float, y: float, tall: float, lean: int) -> None:
    c, w = s.canvas, tall * 0.24
    _shadow(s, x, y, w, lean)
    body = (
        f"M{x - w * 0.62:.1f} {y:.1f}C{x - w * 1.5:.1f} {y - tall * 0.3:.1f} {x - w * 0.9:.1f} {y - tall * 0.55:.1f} {x - w * 0.5:.1f} {y - tall * 0.68:.1f}"
        f"L{x - w * 0.56:.1f} {y - tall * 0.82:.1f}H{x + w * 0.56:.1f}L{x + w * 0.5:.1f} {y - tall * 0.68:.1f}"
        f"C{x + w * 0.9:.1f} {y - tall * 0.55:.1f} {x + w * 1.5:.1f} {y - tall * 0.3:.1f} {x + w * 0.62:.1f} {y:.1f}Z"
    )
    stem = s.hour.lit(s.local("#4b7a52", 0.1), 0.1)
    for i in range(7):
        a = (i - 3) / 3
        ex, ey = x + a * w * 2.1, y - tall * (1.55 - 0.34 * abs(a)) + s.rng.uniform(-12, 12) * s.u
        c.stroke(
            f"M{x:.1f} {y - tall * 0.8:.1f}Q{x + a * w * 0.5:.1f} {ey + tall * 0.3:.1f} {ex:.1f} {ey:.1f}",
            stem,
            3.5 * s.u,
        )
        for t in (0.4, 0.62, 0.82):
            lx, ly = x + (ex - x) * t * t, y - tall * 0.8 + (ey - y + tall * 0.8) * t
            for k in (-1, 1):
                c.path(
                    f"M{lx:.1f} {ly:.1f}q{k * 22 * s.u:.1f} {-24 * s.u:.1f} {k * 42 * s.u:.1f} {-8 * s.u:.1f}q{-k * 16 * s.u:.1f} {18 * s.u:.1f} {-k * 42 * s.u:.1f} {8 * s.u:.1f}Z",
                    blend(stem, s.hour.glow, 0.12 if k > 0 else 0.0),
                )
        c.circle(ex, ey, 15 * s.u, s.hour.lit(s.palette.accent))
        c.circle(ex + 3 * s.u, ey - 3 * s.u, 7 * s.u, blend(s.hour.lit(s.palette.accent), s.hour.glow, 0.6))
    c.path(body, _round(s, blend(s.palette.light, s.palette.accent2, 0.12), lean))
    c.rect(x - w * 0.96, y - tall * 0.36, w * 1.92, tall * 0.045, s.hour.lit(s.palette.accent2, 0.1), 0.75, r=6 * s.u)
    c.ellipse(x, y - tall * 0.82, w * 0.56, w * 0.1, s.hour.lit(blend(s.palette.light, s.palette.accent2, 0.3), 0.4))


def _bowl(s: Stage, x: float, y: float, w: float, lean: int) -> None:
    c = s.canvas
    _shadow(s, x, y, w * 0.5, lean)
    fruits = (
        (-0.27, 0.44, 0.17, s.palette.accent),
        (0.24, 0.45, 0.18, "#d9573f"),
        (0.0, 0.53, 0.19, "#eab14a"),
        (-0.05, 0.42, 0.15, "#9bb04c"),
    )
    for dx, dy, r, tone in fruits:
        c.circle(x + dx * w, y - dy * w, r * w, _round(s, tone, lean))
        c.ellipse(x + (dx - lean * 0.06) * w, y - (dy + 0.07) * w, r * w * 0.3, r * w * 0.2, s.hour.sun, 0.4)
    c.path(
        f"M{x - w * 0.5:.1f} {y - w * 0.36:.1f}H{x + w * 0.5:.1f}C{x + w * 0.46:.1f} {y - w * 0.1:.1f} {x + w * 0.26:.1f} {y - w * 0.03:.1f} {x + w * 0.18:.1f} {y:.1f}H{x - w * 0.18:.1f}C{x - w * 0.26:.1f} {y - w * 0.03:.1f} {x - w * 0.46:.1f} {y - w * 0.1:.1f} {x - w * 0.5:.1f} {y - w * 0.36:.1f}Z",
        _round(s, blend(s.palette.accent2, "#ffffff", 0.15), lean),
    )
    c.rect(
        x - w * 0.52,
        y - w * 0.385,
        w * 1.04,
        w * 0.05,
        _round(s, blend(s.palette.accent2, "#ffffff", 0.35), lean),
        r=w * 0.025,
    )


def _cup(s: Stage, x: float, y: float, w: float, lean: int) -> None:
    c = s.canvas
    _shadow(s, x, y, w * 0.6, lean)
    c.ellipse(x, y, w * 0.72, w * 0.12, _round(s, s.palette.light, lean))
    c.stroke(
        f"M{x + w * 0.36:.1f} {y - w * 0.56:.1f}q{w * 0.4:.1f} {w * 0.02:.1f} {-w * 0.02:.1f} {w * 0.36:.1f}",
        s.hour.lit(s.palette.light, 0.12),
        w * 0.1,
    )
    c.path(
        f"M{x - w * 0.46:.1f} {y - w * 0.7:.1f}H{x + w * 0.46:.1f}C{x + w * 0.44:.1f} {y - w * 0.2:.1f} {x + w * 0.24:.1f} {y - w * 0.04:.1f} {x + w * 0.2:.1f} {y - w * 0.03:.1f}H{x - w * 0.2:.1f}C{x - w * 0.24:.1f} {y - w * 0.04:.1f} {x - w * 0.44:.1f} {y - w * 0.2:.1f} {x - w * 0.46:.1f} {y - w * 0.7:.1f}Z",
        _round(s, s.palette.light, lean),
    )
    c.ellipse(x, y - w * 0.7, w * 0.46, w * 0.08, s.hour.lit("#5b3a25"))
    for k in (-1, 1):
        c.stroke(
            f"M{x + k * w * 0.1:.1f} {y - w * 0.86:.1f}q{k * w * 0.14:.1f} {-w * 0.18:.1f} 0 {-w * 0.36:.1f}t0 {-w * 0.34:.1f}",
            s.hour.sun,
            w * 0.05,
            0.35,
        )
