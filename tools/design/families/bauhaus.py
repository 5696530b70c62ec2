"""A quilt of quarter circles, discs and bars; the hero on a dark panel in it, words on calm paper beneath."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tools.design import colour as col
from tools.design.canvas import Canvas, num
from tools.design.column import Setting
from tools.design.compose import Texts, finish, pinned
from tools.design.elements import Tone, tone_on
from tools.design.foot import foot_of
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero
from tools.design.placed import Composition


@dataclass(frozen=True)
class _Plan:
    """Words set, the quilt's place, and the panel in it that the hero stands on."""

    texts: Texts
    grid: Box
    cell: float
    panel: Box | None


def lay(job: Job) -> Composition:
    """See the module."""
    frame, p = job.frame, job.direction.palette
    tone = tone_on(p.bg, job, corner="square")
    c = Canvas("b")
    c.rect(0, 0, frame.width, frame.height, p.bg)
    plan = _across(job, tone) if frame.shape == "wide" else _stacked(job, tone)
    panel = plan.panel if job.has_hero else None
    _quilt(c, job, plan.grid, plan.cell, panel)
    _hem(c, job, plan.cell)
    drawn, hero_box = _hero(c, job, panel) if panel is not None else ("", None)
    return finish(job, "bauhaus", c.markup(), [plan.texts], drawn, hero_box)


def _across(job: Job, tone: Tone) -> _Plan:
    """The quilt at the end of the line, as high as the frame."""
    frame, box = job.frame, job.frame.box
    cell = frame.height / 4
    count = 4 if frame.width / frame.height > 1.5 else 3
    grid = Box(0.0 if job.rtl else frame.width - count * cell, 0, count * cell, frame.height)
    free = frame.width - grid.w - frame.margin * 1.1 - box.x
    left = Box(grid.right + frame.margin * 1.1 if job.rtl else box.x, box.y, free, box.h)
    texts = pinned(job, left, tone, Setting(valign="bottom", largest=3.4))
    x = grid.x + (cell * (count - 2) / 2 if count % 2 == 0 else 0.0)
    return _Plan(texts, grid, cell, Box(x, cell, cell * 2, cell * 2))


def _stacked(job: Job, tone: Tone) -> _Plan:
    """The quilt above the words, as many whole rows as there is room for."""
    frame, box = job.frame, job.frame.box
    share = 0.54 if frame.shape == "square" else 0.52
    low = Box(box.x, box.bottom - box.h * share, box.w, box.h * share)
    how = Setting(valign="bottom", largest=4.2, lines=3, chips=True)
    texts = pinned(job, low, tone, how, ("badge", "headline", "sub", "bullets", "cta"))
    floor = min((t.occupied.y for t in texts.texts), default=box.bottom) - frame.body * 1.5
    columns = min((6, 7, 8, 5), key=lambda n: _waste(floor, frame.width / n))
    cell = frame.width / columns
    rows = max(1, int(floor / cell + 0.02))
    inside = max(2, columns - 2)
    tall = rows if rows < 3 else rows - (2 if rows >= 5 else 1)
    top = 0 if rows < 3 else 1
    panel = Box(cell * (columns - inside) / 2, top * cell, inside * cell, tall * cell)
    return _Plan(texts, Box(0, 0, frame.width, rows * cell), cell, panel)


def _waste(height: float, cell: float) -> float:
    """How much of a last row would stay empty, and a penalty for tiles too large to make a quilt."""
    return (height % cell) / cell + (0.4 if height < 2.6 * cell else 0.0)


def _hero(c: Canvas, job: Job, panel: Box) -> tuple[str, Box | None]:
    dark, p = _panel(job), job.direction.palette
    c.rect(panel.x, panel.y, panel.w, panel.h, dark)
    glow = c.radial([(0, p.accent, 0.5), (1, p.accent, 0)])
    c.circle(panel.x + panel.w / 2, panel.y + panel.h / 2, min(panel.w, panel.h) * 0.5, glow)
    if job.photo is not None:
        return hero(job, panel, window="square")
    return hero(job, panel, ground=dark, share=0.82, halo=0)


def _panel(job: Job) -> str:
    p = job.direction.palette
    return p.deep if col.contrast(p.deep, p.bg) > 1.8 else col.mix(p.light, p.accent2, 0.12)


def _quilt(c: Canvas, job: Job, grid: Box, cell: float, panel: Box | None, salt: int = 13) -> None:
    """Fill the grid with tiles; the panel's cells are left out. Neighbours differ in form and in ground."""
    p, rng = job.direction.palette, random.Random(job.seed * 7919 + salt)
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


def _hem(c: Canvas, job: Job, cell: float) -> None:
    """Rows of tiles along the lower edge of a tall frame, where no word may stand."""
    foot = foot_of(job) if job.frame.shape == "tall" else None
    rows = int(foot.h / cell) if foot is not None else 0
    if rows and job.moving:  # captions stand on calm ground
        rows = 1
    if rows:
        _quilt(c, job, Box(0, job.frame.height - rows * cell, job.frame.width, rows * cell), cell, None, salt=14)


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
