"""A quilt of quarter circles, discs and bars; the hero on a dark panel in it, words on calm paper beneath."""

from __future__ import annotations

import random

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.column import Setting
from tools.design.compose import Texts, beside, finish, pinned, strip
from tools.design.elements import Tone, tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero
from tools.design.placed import Composition


def lay(job: Job) -> Composition:
    """See the module."""
    frame, p = job.frame, job.direction.palette
    tone = tone_on(p.bg, job, corner="square")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, p.bg)
    ways = {"banner": _banner, "wide": _wide}
    texts, panel = ways.get(frame.shape, _stacked)(c, job, tone)
    dark = _panel(job)
    drawn, hero_box = "", None
    if panel is not None and job.has_hero:
        c.rect(panel.x, panel.y, panel.w, panel.h, dark)
        c.circle(
            panel.x + panel.w / 2,
            panel.y + panel.h / 2,
            min(panel.w, panel.h) * 0.5,
            c.radial([(0, p.accent, 0.5), (1, p.accent, 0)]),
        )
        if job.photo is not None:
            drawn, hero_box = hero(job, panel, window="square")
        else:
            drawn, hero_box = hero(job, panel, ground=dark, share=0.82, halo=0)
    return finish(job, "bauhaus", c.markup(), [texts], drawn, hero_box)


def _banner(c: Canvas, job: Job, tone: Tone) -> tuple[Texts, Box | None]:
    """The quilt at the end of the strip."""
    frame, box = job.frame, job.frame.box
    cell = frame.height / 2
    count = max(2, min(5, round(frame.width * 0.24 / cell)))
    x = frame.width - count * cell if job.rtl else 0.0
    grid = Box(x, 0, count * cell, frame.height)
    inner = Box(box.x, box.y, box.w, box.h)
    cut = count * cell + box.h * 0.12
    inner = Box(box.x if job.rtl else max(box.x, cut), box.y, box.w - cut + (0 if job.rtl else box.x), box.h)
    texts = strip(
        job, Box(inner.x, inner.y, (frame.width - cut - box.x) if job.rtl else box.right - inner.x, inner.h), tone
    )
    panel = Box(grid.x + cell * (count - 2) / 2, 0, cell * 2, cell * 2) if job.has_hero and count > 2 else None
    _quilt(c, job, grid, cell, panel)
    return texts, panel


def _wide(c: Canvas, job: Job, tone: Tone) -> tuple[Texts, Box | None]:
    """The quilt beside the words."""
    frame, box = job.frame, job.frame.box
    rows = 4
    cell = frame.height / rows
    count = 4 if frame.width / frame.height > 1.5 else 3
    x = 0.0 if job.rtl else frame.width - count * cell
    grid = Box(x, 0, count * cell, frame.height)
    left, _ = beside(job, box, 0.5, 0)
    free = frame.width - grid.w - frame.margin * 1.1 - box.x
    left = Box(grid.right + frame.margin * 1.1 if job.rtl else box.x, box.y, free, box.h)
    texts = pinned(job, left, tone, Setting(valign="bottom", largest=3.4))
    panel = (
        Box(grid.x + cell * (count - 2) / 2, cell, cell * 2, cell * 2)
        if count % 2 == 0
        else Box(grid.x + cell * 0.5 - (cell * 0.5), cell, cell * 2, cell * 2)
    )
    _quilt(c, job, grid, cell, panel if job.has_hero else None)
    return texts, panel


def _stacked(c: Canvas, job: Job, tone: Tone) -> tuple[Texts, Box | None]:
    """The quilt above the words, in whole cells."""
    frame, box = job.frame, job.frame.box
    low_share = {"square": 0.54, "tall": 0.52, "skyscraper": 0.70}[frame.shape]
    low = Box(box.x, box.bottom - box.h * low_share, box.w, box.h * low_share)
    texts = pinned(
        job,
        low,
        tone,
        Setting(
            valign="bottom",
            largest=4.2,
            lines=3 if frame.shape != "skyscraper" else 6,
            chips=frame.shape != "skyscraper",
        ),
        ("badge", "headline", "sub", "bullets", "cta"),
    )
    floor = min((t.occupied.y for t in texts.texts), default=box.bottom) - frame.body * 1.5
    choices = (6, 7, 8, 5) if frame.shape != "skyscraper" else (3, 2, 4)
    columns = min(
        choices,
        key=lambda n: (floor % (frame.width / n)) / (frame.width / n) + (0.4 if floor < 2.6 * frame.width / n else 0.0),
    )
    cell = frame.width / columns
    rows = max(1, int(floor / cell + 0.02))
    grid = Box(0, 0, frame.width, rows * cell)
    inside = max(2, columns - 2)
    tall = rows if rows < 3 else rows - (2 if rows >= 5 else 1)
    top_row = 0 if rows < 3 else 1
    panel = (
        Box(grid.x + cell * (columns - inside) / 2, grid.y + top_row * cell, inside * cell, tall * cell)
        if job.has_hero
        else None
    )
    _quilt(c, job, grid, cell, panel)
    return texts, panel


def _panel(job: Job) -> str:
    p = job.direction.palette
    return p.deep if col.contrast(p.deep, p.bg) > 1.8 else col.mix(p.light, p.accent2, 0.12)


def _quilt(c: Canvas, job: Job, grid: Box, cell: float, panel: Box | None) -> None:
    """Fill the grid with tiles; the panel's cells are left out. Neighbours differ in form and in ground."""
    p, rng = job.direction.palette, random.Random(job.seed * 7919 + 13)
    paper = col.mix(p.bg, p.light, 0.5) if col.luminance(p.bg) > 0.2 else col.mix(p.bg, p.light, 0.12)
    colours = [p.accent, p.accent2, col.mix(p.accent, p.light, 0.5), _panel(job), paper]
    columns, rows = round(grid.w / cell), round(grid.h / cell)
    kinds: dict[tuple[int, int], int] = {}
    grounds: dict[tuple[int, int], str] = {}
    for r in range(rows):
        for q in range(columns):
            x, y = grid.x + q * cell, grid.y + r * cell
            if panel is not None and panel.x - 1 <= x < panel.right - 1 and panel.y - 1 <= y < panel.bottom - 1:
                continue
            near = ((q - 1, r), (q, r - 1))
            kind = rng.choice([k for k in range(8) if all(kinds.get(n) != k for n in near)])
            ground = rng.choice([g for g in colours if all(grounds.get(n) != g for n in near)])
            figure = rng.choice([f for f in colours if f != ground and col.contrast(f, ground) > 1.25] or [p.deep])
            kinds[(q, r)], grounds[(q, r)] = kind, ground
            c.rect(x, y, cell + 0.6, cell + 0.6, ground)
            second = rng.choice([f for f in colours if f not in (ground, figure)])
            _tile(c, kind, x, y, cell, figure, second, rng.randrange(4))


def _tile(c: Canvas, kind: int, x: float, y: float, s: float, fill: str, second: str, turn: int) -> None:
    n, h = num, s / 2
    forms = {
        0: f'<path d="M{n(x)} {n(y + s)}A{n(s)} {n(s)} 0 0 1 {n(x + s)} {n(y)}V{n(y + s)}Z" fill="{fill}"/>',
        1: f'<circle cx="{n(x + h)}" cy="{n(y + h)}" r="{n(s * 0.36)}" fill="{fill}"/><circle cx="{n(x + h)}" cy="{n(y + h)}" r="{n(s * 0.13)}" fill="{second}"/>',
        2: f'<path d="M{n(x)} {n(y)}L{n(x + s)} {n(y + s)}H{n(x)}Z" fill="{fill}"/>',
        3: f'<path d="M{n(x)} {n(y)}A{n(h)} {n(h)} 0 0 0 {n(x + s)} {n(y)}ZM{n(x)} {n(y + h)}A{n(h)} {n(h)} 0 0 0 {n(x + s)} {n(y + h)}Z" fill="{fill}"/>',
        4: "".join(
            f'<rect x="{n(x)}" y="{n(y + i * s / 3 + s / 12)}" width="{n(s)}" height="{n(s / 6)}" fill="{fill}"/>'
            for i in range(3)
        ),
        5: f'<path d="M{n(x + s)} {n(y)}A{n(s)} {n(s)} 0 0 1 {n(x)} {n(y + s)}V{n(y)}Z" fill="{fill}"/><path d="M{n(x + h)} {n(y)}A{n(h)} {n(h)} 0 0 1 {n(x)} {n(y + h)}V{n(y)}Z" fill="{second}"/>',
        6: f'<path d="M{n(x)} {n(y + h)}L{n(x + h)} {n(y)}L{n(x + s)} {n(y + h)}L{n(x + h)} {n(y + s)}Z" fill="{fill}"/>',
        7: f'<path d="M{n(x)} {n(y)}H{n(x + s)}A{n(s)} {n(s)} 0 0 1 {n(x)} {n(y + s)}Z" fill="{fill}"/><circle cx="{n(x + s * 0.78)}" cy="{n(y + s * 0.78)}" r="{n(s * 0.13)}" fill="{second}"/>',
    }
    c.add(f'<g transform="rotate({turn * 90} {n(x + h)} {n(y + h)})">{forms[kind]}</g>')
