"""Abstract bands flowing under a large disc: for whatever has no place of its own."""

from __future__ import annotations

from tools.image.embedded.hour import blend
from tools.image.embedded.stage import Stage, haze, land, sky, sun, swell


def paint(s: Stage) -> None:
    """See the module."""
    h, p, room = s.hour, s.palette, s.height - s.horizon
    sky(s, stars=True)
    sun(s, 2.1, up=0.22)
    chain = (blend(p.accent, h.haze, 0.45), p.accent, p.accent2, blend(p.accent2, p.deep, 0.45), p.deep)
    n = 6
    for k in range(n):
        t = k / (n - 1)
        at = t * (len(chain) - 1)
        i = min(int(at), len(chain) - 2)
        tone = blend(blend(chain[i], chain[i + 1], at - i), h.shade, h.dim * 0.45)
        base = s.horizon + room * (0.02 + 0.86 * t)
        points = swell(s, base, room * 0.24, 0.7 + 0.5 * s.rng.random())
        land(
            s,
            points,
            s.canvas.linear(
                [(0, blend(tone, p.light, 0.34)), (0.22, blend(tone, p.light, 0.06)), (1, blend(tone, p.deep, 0.18))]
            ),
        )
        if k < 2:
            haze(s, base, room * 0.2, 0.2)
    s.ground = s.horizon + room * 0.82
