"""A kitchen: tiles and a window over the worktop, a pot on the hob, a shelf with jars, vegetables on a board."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.indoors import lamps, pane, plant, room_for, round_side, shadow, spill, tiles, turned, wall
from tools.image.embedded.stage import Stage, pool


def paint(s: Stage) -> None:
    """See the module."""
    turned(s)
    top = s.horizon + (s.height - s.horizon) * 0.36
    tone = blend(blend(s.palette.light, s.palette.accent2, 0.2), "#ffffff", 0.25)
    lit = wall(s, tone, top)
    c, u = s.canvas, s.u
    k, sign, wide = min(1.0, s.width / (1000 * u)), 1 if s.light_x > s.width / 2 else -1, s.width > s.height
    free = top - s.quiet - 30 * u if s.quiet else 1e9
    back = min(250 * u, free * 0.7)
    tiles(s, 0, top - back, s.width, back, blend(s.palette.light, s.palette.accent2, 0.34), 62 * u)
    c.rect(0, top - back - 8 * u, s.width, 10 * u, blend(lit, "#ffffff", 0.4))
    tall = room_for(s, min(410 * u, top * 0.74), top - 66 * u)
    w = min(tall * 1.05, s.width * (0.3 if wide else 0.4))
    x = s.width * (0.5 + sign * (0.2 if wide else 0.24))
    pane(s, x - w / 2, top - 66 * u - tall, w, tall, 2)
    shelf = s.width * (0.5 - sign * (0.2 if wide else 0.24))
    level = top - back - 50 * u
    if not s.quiet or level - 120 * u * k > s.quiet:
        _shelf(s, shelf, level, 380 * u * k)
    spots = [shelf - 100 * u * k, shelf + 100 * u * k]
    lamps(s, spots, level - 170 * u * k, 104 * u * k, s.palette.accent)
    _cupboards(s, top)
    spill(s, spots, top + 16 * u, 200 * u * k)
    pool(s, x - sign * 60 * u, top + 16 * u, w * 0.9, 26 * u, 0.6)
    room = min(1.0, free / (190 * u))
    _hob(s, shelf, top, 210 * u * k * room)
    _board(s, x - sign * 30 * u, top + 6 * u, 280 * u * k * room)
    plant(s, s.width * (0.5 + sign * 0.44), top + 8 * u, min(250 * u * k, free * 0.8))
    bottle = s.width * (0.5 - sign * 0.42)
    for dx, high, tint in ((0, 150, "#6f8f4a"), (56, 112, s.palette.accent), (-50, 92, "#d9b26a")):
        _bottle(s, bottle + dx * u * k, top + 6 * u, high * u * k * room, tint)
    s.ground = s.height * 0.965


def _shelf(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    wood = s.local("#b07f52", 0.1)
    c.rect(x - w / 2, y + w * 0.04, w, w * 0.05, h.shade, 0.18)
    c.rect(x - w / 2, y, w, w * 0.045, h.lit(blend(wood, h.glow, 0.2)), r=w * 0.008)
    c.stroke(
        "".join(
            f"M{x + dx * w:.1f} {y + w * 0.04:.1f}v{w * 0.1:.1f}l{w * 0.06:.1f} {-w * 0.1:.1f}" for dx in (-0.42, 0.36)
        ),
        h.lit("#3a3f4a", 0.2),
        w * 0.014,
    )
    tints = ("#d9a86a", s.palette.accent, "#8fae7a", s.palette.accent2, "#c9694a")
    for i, tint in enumerate(tints):
        jx, high, jw = x + w * (-0.39 + 0.155 * i), w * s.rng.uniform(0.15, 0.22), w * 0.11
        c.rect(jx - jw / 2, y - high, jw, high, blend(h.lit("#f4f0e8"), h.sky[1], 0.2), 0.85, r=jw * 0.16)
        c.rect(jx - jw * 0.44, y - high * 0.72, jw * 0.88, high * 0.69, h.lit(tint, 0.08), r=jw * 0.12)
        c.rect(jx - jw * 0.4, y - high * 0.9, jw * 0.16, high * 0.8, "#ffffff", 0.28, r=jw * 0.06)
        c.rect(jx - jw * 0.48, y - high - w * 0.025, jw * 0.96, w * 0.035, h.lit(wood, 0.2), r=w * 0.008)
    for i in range(3):
        c.rect(
            x + w * 0.36,
            y - w * (0.045 + 0.04 * i),
            w * 0.13,
            w * 0.036,
            round_side(s, (s.palette.light, s.palette.accent2, s.palette.light)[i]),
            r=w * 0.016,
        )


def _cupboards(s: Stage, top: float) -> None:
    c, h, u = s.canvas, s.hour, s.u
    stone, front = s.local("#d8cbbb", 0.15), blend(s.palette.accent2, s.palette.deep, 0.12)
    deep = s.height - top
    c.rect(0, top, s.width, deep + 4, c.linear([(0, h.lit(front, 0.06)), (1, h.lit(front, 0.5))]))
    n = max(3, round(s.width / (300 * u)))
    w = s.width / n
    for i in range(n):
        c.rect(i * w + 12 * u, top + 62 * u, w - 24 * u, deep, h.shade, 0.14, r=8 * u)
        c.rect(
            i * w + 16 * u,
            top + 66 * u,
            w - 32 * u,
            deep,
            c.linear([(0, h.lit(blend(front, "#ffffff", 0.1))), (1, h.lit(front, 0.45))]),
            r=7 * u,
        )
        c.rect(i * w + 40 * u, top + 190 * u, w - 80 * u, 3 * u, h.shade, 0.25)
        c.rect(i * w + w / 2 - 34 * u, top + 104 * u, 68 * u, 9 * u, h.lit("#d8b06a", 0.1), r=4 * u)
        c.rect(i * w + w / 2 - 34 * u, top + 236 * u, 68 * u, 9 * u, h.lit("#d8b06a", 0.2), r=4 * u)
    c.rect(0, top, s.width, 34 * u, c.linear([(0, h.lit(blend(stone, h.glow, 0.3))), (1, h.lit(stone, 0.16))]))
    c.rect(0, top + 34 * u, s.width, 18 * u, c.linear([(0, h.shade, 0.4), (1, h.shade, 0)]))


def _hob(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    c.rect(x - w * 0.95, y - w * 0.02, w * 1.9, w * 0.06, h.lit("#2b2f38", 0.2), r=w * 0.02)
    pot = s.palette.accent
    c.rect(x - w * 0.46, y - w * 0.06, w * 0.92, w * 0.05, h.lit("#3c414c", 0.2))
    c.stroke(f"M{x - w * 0.52:.1f} {y - w * 0.4:.1f}h{w * 1.04:.1f}", h.lit(pot, 0.35), w * 0.07)
    c.rect(x - w * 0.43, y - w * 0.54, w * 0.86, w * 0.48, round_side(s, pot), r=w * 0.06)
    c.rect(x - w * 0.46, y - w * 0.58, w * 0.92, w * 0.07, round_side(s, blend(pot, "#ffffff", 0.2)), r=w * 0.03)
    c.path(
        f"M{x - w * 0.4:.1f} {y - w * 0.57:.1f}Q{x:.1f} {y - w * 0.76:.1f} {x + w * 0.4:.1f} {y - w * 0.57:.1f}Z",
        round_side(s, blend(pot, h.shade, 0.15)),
    )
    c.circle(x, y - w * 0.69, w * 0.05, h.lit("#d8b06a", 0.1))
    steam = c.linear([(0, "#ffffff", 0), (1, "#ffffff", 0.5)])
    for dx, high in ((-0.18, 0.7), (0.06, 0.95), (0.26, 0.6)):
        foot, top = y - w * 0.74, y - w * (0.74 + high)
        if s.quiet and top < s.quiet:
            continue
        a, b = x + dx * w, w * 0.055
        c.path(
            f"M{a - b:.1f} {foot:.1f}C{a - 3 * b:.1f} {foot - w * high * 0.4:.1f} {a + 2 * b:.1f} {foot - w * high * 0.6:.1f} {a:.1f} {top:.1f}C{a + 4 * b:.1f} {foot - w * high * 0.6:.1f} {a - b:.1f} {foot - w * high * 0.4:.1f} {a + b:.1f} {foot:.1f}Z",
            steam,
            0.7,
        )


def _board(s: Stage, x: float, y: float, w: float) -> None:
    c, h = s.canvas, s.hour
    wood = s.local("#c08a52", 0.08)
    shadow(s, x, y + w * 0.01, w * 0.6)
    c.rect(
        x - w / 2,
        y - w * 0.07,
        w,
        w * 0.075,
        c.linear([(0, h.lit(blend(wood, h.glow, 0.25))), (1, h.lit(wood, 0.35))]),
        r=w * 0.02,
    )
    top = y - w * 0.07
    for dx, r, tint in ((-0.34, 0.1, "#d9473f"), (-0.17, 0.085, "#d9473f"), (0.36, 0.095, "#e8b23c")):
        c.circle(x + dx * w, top - r * w * 0.94, r * w, round_side(s, tint))
        c.path(
            f"M{x + dx * w - r * w * 0.4:.1f} {top - r * w * 1.8:.1f}l{r * w * 0.4:.1f} {-r * w * 0.26:.1f}l{r * w * 0.4:.1f} {r * w * 0.26:.1f}l{-r * w * 0.4:.1f} {r * w * 0.2:.1f}Z",
            h.lit("#4f8a45", 0.1),
        )
    for i in range(3):
        cx, cy = x + w * (0.02 + 0.07 * i), top - w * (0.04 + 0.03 * (i % 2))
        c.path(
            f"M{cx - w * 0.03:.1f} {cy + w * 0.03:.1f}L{cx + w * 0.15:.1f} {cy + w * 0.01:.1f}L{cx - w * 0.03:.1f} {cy - w * 0.035:.1f}Z",
            h.lit("#e8813a", 0.08),
        )
        c.stroke(
            "".join(f"M{cx - w * 0.03:.1f} {cy:.1f}l{-w * 0.07:.1f} {dy * w:.1f}" for dy in (-0.05, -0.01, 0.03)),
            h.lit("#5f9a4c", 0.1),
            w * 0.012,
        )


def _bottle(s: Stage, x: float, y: float, tall: float, tint: str) -> None:
    c, w = s.canvas, tall * 0.3
    shadow(s, x, y, w * 0.8)
    c.path(
        f"M{x - w / 2:.1f} {y:.1f}V{y - tall * 0.58:.1f}Q{x - w / 2:.1f} {y - tall * 0.72:.1f} {x - w * 0.18:.1f} {y - tall * 0.78:.1f}V{y - tall:.1f}"
        f"H{x + w * 0.18:.1f}V{y - tall * 0.78:.1f}Q{x + w / 2:.1f} {y - tall * 0.72:.1f} {x + w / 2:.1f} {y - tall * 0.58:.1f}V{y:.1f}Z",
        round_side(s, tint),
    )
    c.rect(x - w * 0.5, y - tall * 0.46, w, tall * 0.22, s.hour.lit("#fbf3e2", 0.05))
    c.rect(x - w * 0.22, y - tall * 1.05, w * 0.44, tall * 0.08, s.hour.lit("#8a5f3a", 0.2), r=2)
