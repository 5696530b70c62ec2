"""Lines between boxes: ways that run through nothing, and the shape of an arrow along them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from tools.design.canvas import line
from tools.design.geometry import Box

Point = tuple[float, float]
_PLACES = (0.5, 0.25, 0.75)
_SAMPLES = 18
_SQUARE = 0.25
"""Least cosine between a way and the edge's own direction outwards: flatter ones seem to slide along the edge."""


def hits(a: Point, b: Point, box: Box) -> bool:
    """Whether a segment runs through the inside of a box (Liang and Barsky's clipping)."""
    low, high = 0.0, 1.0
    for start, step, least, most in ((a[0], b[0] - a[0], box.x, box.right), (a[1], b[1] - a[1], box.y, box.bottom)):
        if abs(step) < 1e-9:
            if start <= least or start >= most:
                return False
            continue
        near, far = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, near), min(high, far)
        if low >= high:
            return False
    return True


def pierces(way: Sequence[Point], walls: Sequence[Box]) -> bool:
    """Whether a line runs through any of the boxes."""
    return any(hits(a, b, wall) for a, b in zip(way, way[1:], strict=False) for wall in walls)


def crosses(first: Sequence[Point], second: Sequence[Point]) -> bool:
    """Whether two lines cross."""
    return any(
        _cross(a, b, c, d)
        for a, b in zip(first, first[1:], strict=False)
        for c, d in zip(second, second[1:], strict=False)
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def length(way: Sequence[Point]) -> float:
    return sum(math.dist(a, b) for a, b in zip(way, way[1:], strict=False))


def at(way: Sequence[Point], share: float) -> Point:
    """The point at a share of the length."""
    left = length(way) * share
    for a, b in zip(way, way[1:], strict=False):
        step = math.dist(a, b)
        if step >= left and step > 0:
            k = left / step
            return a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k
        left -= step
    return way[-1]


def between(a: Box, b: Box, gap: float) -> tuple[Point, Point] | None:
    """The part of the line between two middles that lies outside both boxes and ``gap`` off them."""
    p, q = (a.x + a.w / 2, a.y + a.h / 2), (b.x + b.w / 2, b.y + b.h / 2)
    start, end = _out(p, q, a.inset(-gap)), _out(q, p, b.inset(-gap))
    if start + end >= 1:
        return None
    dx, dy = q[0] - p[0], q[1] - p[1]
    return (p[0] + dx * start, p[1] + dy * start), (q[0] - dx * end, q[1] - dy * end)


def _out(p: Point, q: Point, box: Box) -> float:
    """Share of the way from the middle of a box to a far point at which it leaves the box."""
    dx, dy = abs(q[0] - p[0]), abs(q[1] - p[1])
    return min(box.w / 2 / dx if dx > 1e-9 else math.inf, box.h / 2 / dy if dy > 1e-9 else math.inf)


def route(
    a: Box,
    b: Box,
    walls: Sequence[Box],
    taken: Sequence[Sequence[Point]],
    gap: float,
    least: float,
    area: Box | None = None,
) -> tuple[Point, ...] | None:
    """A way from ``a`` to ``b`` through no wall and inside ``area``, at least ``least`` long and crossing as few others as can be; else
    ``None``.

    Straight between middles where that works, else straight between edges, else a curve.
    """
    direct = between(a, b, gap)
    best: tuple[float, tuple[Point, ...]] | None = None
    for cost, way in _ways(a, b, direct, gap):
        if best is not None and cost >= best[0]:
            continue
        if area is not None and not all(area.x <= x <= area.right and area.y <= y <= area.bottom for x, y in way):
            continue
        if length(way) < least or pierces(way, walls):
            continue
        cost += 400.0 * sum(crosses(way, other) for other in taken)
        if best is None or cost < best[0]:
            best = (cost, way)
            if cost == 0:
                break
    return best[1] if best else None


def _ways(a: Box, b: Box, direct: tuple[Point, Point] | None, gap: float) -> Iterator[tuple[float, tuple[Point, ...]]]:
    if direct is not None:
        yield 0.0, direct
    pairs = []
    for pa, na, ca in _anchors(a, gap):
        for pb, nb, cb in _anchors(b, gap):
            d = math.dist(pa, pb)
            if d < 1:
                continue
            u = ((pb[0] - pa[0]) / d, (pb[1] - pa[1]) / d)
            leaves, comes = u[0] * na[0] + u[1] * na[1], -(u[0] * nb[0] + u[1] * nb[1])
            pairs.append((d + (ca + cb) * 30, leaves, comes, pa, pb, na, nb))
    for cost, leaves, comes, pa, pb, _, _ in pairs:
        if leaves > _SQUARE and comes > _SQUARE:
            yield 20 + cost, (pa, pb)
    for cost, _, _, pa, pb, na, nb in pairs:
        for bend in (0.35, 0.7, 1.1):
            k = bend * math.dist(pa, pb)
            c1, c2 = (pa[0] + na[0] * k, pa[1] + na[1] * k), (pb[0] + nb[0] * k, pb[1] + nb[1] * k)
            yield 260 + cost * (1.2 + bend), curve(pa, c1, c2, pb)


def _anchors(box: Box, gap: float) -> list[tuple[Point, Point, float]]:
    """Points around a box where an arrow may end, each with its way outwards and how far from the edge's middle it is."""
    b = box.inset(-gap)
    out: list[tuple[Point, Point, float]] = []
    for k in _PLACES:
        off = abs(k - 0.5) * 4
        out += [
            ((box.x + box.w * k, b.y), (0.0, -1.0), off),
            ((box.x + box.w * k, b.bottom), (0.0, 1.0), off),
            ((b.x, box.y + box.h * k), (-1.0, 0.0), off),
            ((b.right, box.y + box.h * k), (1.0, 0.0), off),
        ]
    return out


def curve(a: Point, c1: Point, c2: Point, b: Point) -> tuple[Point, ...]:
    """A cubic Bézier as points."""
    out = []
    for i in range(_SAMPLES + 1):
        t = i / _SAMPLES
        u = 1 - t
        k = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        out.append((k[0] * a[0] + k[1] * c1[0] + k[2] * c2[0] + k[3] * b[0], k[0] * a[1] + k[1] * c1[1] + k[2] * c2[1] + k[3] * b[1]))  # fmt: skip
    return tuple(out)


def shaft_of(points: Sequence[Point], cut: float) -> str:
    """Path data of the line without its last ``cut`` pixels."""
    total = length(points)
    if total <= cut:
        return line(points, close=False)
    kept, left = [points[0]], total - cut
    for a, b in zip(points, points[1:], strict=False):
        step = math.dist(a, b)
        if step >= left:
            k = left / step if step else 0.0
            kept.append((a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k))
            break
        kept.append(b)
        left -= step
    return line(kept, close=False)


def head_of(points: Sequence[Point], tall: float, wide: float) -> str:
    """Path data of a head whose tip is the line's end."""
    tip, back = points[-1], at(points, max(0.0, 1 - tall * 1.1 / max(length(points), 1e-6)))
    d = math.dist(tip, back) or 1.0
    ux, uy = (tip[0] - back[0]) / d, (tip[1] - back[1]) / d
    base = (tip[0] - ux * tall, tip[1] - uy * tall)
    left = (base[0] - uy * wide / 2, base[1] + ux * wide / 2)
    right = (base[0] + uy * wide / 2, base[1] - ux * wide / 2)
    return line((tip, left, right))
