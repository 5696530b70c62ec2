"""The hero in the middle of rings that widen like a sound, words centred under it."""

from __future__ import annotations

from tools.design import colour as col
from tools.design.canvas import Canvas
from tools.design.column import Setting
from tools.design.compose import beside, finish, pinned
from tools.design.elements import tone_on
from tools.design.frame import Job
from tools.design.geometry import Box
from tools.design.hero import hero
from tools.design.placed import Composition


def lay(job: Job) -> Composition:
    """See the module."""
    frame, p = job.frame, job.direction.palette
    tone = tone_on(p.bg, job)
    box = frame.box
    if frame.shape == "wide":
        left, room = beside(job, box, 0.54 if job.has_hero else 0.72, frame.margin)
        texts = pinned(job, left, tone, Setting(valign="middle", largest=3.6))
        centre, share = room, 0.94
    else:
        share_text = (0.56 if frame.shape == "square" else 0.53) if job.has_hero else 0.9
        low = Box(box.x, box.y + box.h * (1 - share_text), box.w, box.h * share_text)
        top = pinned(job, Box(box.x, box.y, box.w, box.h * 0.2), tone, Setting(align="middle"), (), bottom=False)
        head = max((t.occupied.bottom for t in top.texts), default=box.y)
        how = Setting(
            align="middle",
            valign="bottom" if job.has_hero else "middle",
            largest=4.0,
            chips=True,
            lines=3,
        )
        if not job.has_hero:
            low = Box(box.x, head + frame.body * 2, box.w, box.bottom - head - frame.body * 2)
        texts = pinned(job, low, tone, how, top=False)
        texts = type(texts)((*top.texts, *texts.texts), (*top.issues, *texts.issues), texts.body)
        first = texts.body.y
        if job.moving and job.has_hero:  # all scenes of a film play on one ground
            head, first = box.y + box.h * 0.07, min(low.y, first)
        room = Box(box.x, head + frame.body * 0.6, box.w, first - head - frame.body * 1.9)
        centre, share = room, 1.0
    drawn, hero_box = hero(job, centre, ground=p.bg, share=share, halo=0.7)
    middle = hero_box or centre
    return finish(job, "rings", _background(job, middle), [texts], drawn, hero_box)


def _background(job: Job, centre: Box) -> str:
    frame, p = job.frame, job.direction.palette
    c = Canvas("b")
    dark = col.luminance(p.bg) < 0.18
    cx, cy = centre.x + centre.w / 2, centre.y + centre.h / 2
    glow = col.mix(p.bg, p.light if not dark else p.accent2, 0.45 if not dark else 0.22)
    fade = c.radial([(0, glow), (1, p.bg)], cx / frame.width, cy / frame.height, 0.75)
    c.rect(0, 0, frame.width, frame.height, fade)
    step = max(min(centre.w, centre.h) * 0.165, frame.short * 0.03)
    tint = p.accent2 if not dark else p.accent
    count = 11
    for i in range(1, count + 1):
        deep = 1 - (i - 1) / (count + 1)
        opacity = (0.34 if i % 2 else 0.3) * (0.5 if dark else 1.0) * deep**1.3
        _ring(c, cx, cy, (i + 0.2) * step if i > 1 else 0.0, (i + 1.2) * step, tint if i % 2 else glow, opacity)
    return c.markup()


def _ring(c: Canvas, x: float, y: float, inner: float, outer: float, colour: str, opacity: float) -> None:
    """A flat ring, or a disc. A gradient with steps in place of them takes the renderer ten times as long."""
    if not inner:
        c.circle(x, y, outer, colour, opacity)
        return
    middle, width = (inner + outer) / 2, outer - inner
    c.add(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{middle:.2f}" fill="none" stroke="{colour}" '
        f'stroke-width="{width:.2f}" stroke-opacity="{opacity:.3f}"/>'
    )
