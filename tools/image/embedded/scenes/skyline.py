"""A city in three depths above its river, windows lit after dark."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, birds, clouds, haze, heap, leafy, sky, sun


def paint(s: Stage) -> None:
    """See the module."""
    c, h, u, room = s.canvas, s.hour, s.u, s.height - s.horizon
    sky(s)
    sun(s, 0.95, up=0.16 if h.name in ("dawn", "dusk") else 0.45)
    clouds(s, 7)
    if h.name == "day":
        heap(s, s.width * 0.1, s.horizon * 0.62, 240 * u, 0.8)
        heap(s, s.width * 0.7, s.horizon * 0.7, 200 * u, 0.7)
        birds(s, s.width * 0.4, s.horizon * 0.5)
    shore = s.horizon + room * 0.42
    tall = min(s.horizon * 0.66, 520 * u)
    if s.quiet:
        tall = min(tall, max(140 * u, shore - s.quiet))
    body = s.local("#4b6a86" if h.name == "day" else "#38355f", 0.3)
    for k, far in enumerate((0.66, 0.42, 0.12)):
        reach = tall * (1.0, 0.86, 0.6)[k]
        tone = blend(
            h.lit(body), blend(h.haze, h.sky[-2], 0.45) if h.name == "day" else blend(h.sky[2], h.sky[3], 0.55), far
        )
        _row(s, shore, reach, (70 + 26 * k) * u, tone, windows=k, far=far)
        haze(s, shore - 20 * u, tall * 0.5, 0.34 - 0.1 * k)
    water = h.lit(s.local("#3f7f9f" if h.name == "day" else "#27406b", 0.2))
    stops = [
        (0.0, blend(water, h.sky[3], 0.6)),
        (0.5, blend(water, h.sky[1], 0.55)),
        (1.0, blend(h.lit(water, 0.4), h.sky[0], 0.5)),
    ]
    c.rect(0, shore, s.width, s.height - shore + 4, c.linear(stops))
    _reflections(s, shore)
    quay = s.horizon + room * 0.80
    stone = h.lit(s.local("#8b8f97" if h.name == "day" else "#2b2a45", 0.25), 0.3)
    c.rect(
        0,
        quay,
        s.width,
        s.height - quay + 4,
        c.linear([(0, blend(stone, h.haze, 0.12)), (0.08, stone), (1, h.lit(stone, 0.6))]),
    )
    s.ground = s.horizon + room * 0.92
    for x in (0.05, 0.95, 0.16, 0.87):
        leafy(
            s,
            s.width * x,
            quay + 8 * u,
            (190 if x in (0.05, 0.95) else 130) * u,
            h.lit(s.local("#3f7d55", 0.2), 0.15),
            h.lit("#4a3626", 0.3),
        )
    rail = h.lit(s.local("#33404d", 0.1), 0.5)
    c.rect(0, quay - 46 * u, s.width, 6 * u, rail)
    c.stroke("".join(f"M{x:.0f} {quay:.1f}V{quay - 44 * u:.1f}" for x in _steps(0, s.width, 34 * u)), rail, 3 * u)


def _steps(a: float, b: float, gap: float) -> list[float]:
    return [a + i * gap for i in range(int((b - a) / gap) + 1)]


def _row(s: Stage, base: float, tall: float, wide: float, tone: str, windows: int, far: float) -> None:
    c, rng = s.canvas, s.rng
    x = -wide * rng.random()
    shapes: list[str] = []
    lights: list[str] = []
    dull: list[str] = []
    while x < s.width:
        w = wide * rng.uniform(0.55, 1.25)
        middle = 1 - abs((x + w / 2) / s.width - 0.5) * 0.9
        h = tall * (0.25 + 0.75 * rng.random() ** 1.3) * middle
        shapes.append(f"M{x:.1f} {base + 2:.1f}V{base - h:.1f}")
        roof = rng.randrange(5)
        if roof == 0:
            shapes.append(f"L{x + w / 2:.1f} {base - h - w * 0.45:.1f}L{x + w:.1f} {base - h:.1f}")
        elif roof == 1:
            shapes.append(
                f"H{x + w * 0.2:.1f}v{-w * 0.2:.1f}h{w * 0.28:.1f}v{-w * 0.5:.1f}h{w * 0.04:.1f}v{w * 0.5:.1f}h{w * 0.28:.1f}v{w * 0.2:.1f}H{x + w:.1f}"
            )
        elif roof == 2:
            shapes.append(f"L{x + w:.1f} {base - h - w * 0.28:.1f}")
        elif roof == 3:
            shapes.append(f"Q{x + w / 2:.1f} {base - h - w * 0.5:.1f} {x + w:.1f} {base - h:.1f}")
        else:
            shapes.append(f"H{x + w:.1f}")
        shapes.append(f"V{base + 2:.1f}Z")
        if windows:
            size = (8, 11)[windows - 1] * s.u
            for wy in _steps(base - h + size * 1.4, base - size * 1.2, size * 2.1):
                for wx in _steps(x + size * 0.9, x + w - size * 1.7, size * 1.9):
                    if rng.random() < 0.42:
                        cell = f"M{wx:.1f} {wy:.1f}h{size * 0.8:.1f}v{size * 1.15:.1f}h{-size * 0.8:.1f}Z"
                        (lights if rng.random() < 0.55 else dull).append(cell)
        x += w + wide * rng.uniform(0, 0.07)
    c.path("".join(shapes), tone)
    if windows:
        c.path("".join(dull), blend(tone, s.hour.sky[1], 0.35), 0.6)
        lit = s.hour.lamp if s.hour.dark else blend(tone, "#ffffff", 0.5)
        c.path("".join(lights), lit, (0.9 if s.hour.dark else 0.5) * (1 - far * 0.5))


def _reflections(s: Stage, shore: float) -> None:
    c, h, room = s.canvas, s.hour, s.height - shore
    tone = h.lamp if h.dark else blend(h.sun, "#ffffff", 0.4)
    fade = c.linear([(0, tone, 0), (0.5, tone), (1, tone, 0)], x2=1, y2=0)
    for i in range(60):
        t = s.rng.random()
        near = i < 24
        x = s.rng.gauss(s.light_x, (40 + 90 * t) * s.u) if near else s.rng.uniform(0, s.width)
        w = (24 + 90 * t) * s.u
        c.rect(x - w / 2, shore + room * 0.62 * t, w, (2 + 3 * t) * s.u, fade, (0.6 if near else 0.22) * (1 - 0.6 * t))
