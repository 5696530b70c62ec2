"""A film request to its timeline: each scene is laid out by the design engine, then set in motion."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from core.blobs import Read
from core.requests import DesignRequest, Insets, Scene, VideoRequest
from tools.design.geometry import Box
from tools.design.layout import compose
from tools.design.placed import Composition, PlacedText
from tools.design.shaping import shape

from . import motion
from .beats import on_beat
from .captions import captions, film_cues, style
from .timeline import Area, Key, Layer, Shot, Timeline, Transition

Compose = Callable[[DesignRequest, Read], Composition]
_ORDER = {"brand": 0, "badge": 1, "headline": 2, "sub": 3, "bullet": 4, "cta": 5, "legal": 6}
_HERO_OVER = 1.09
_BAND_GAP = 0.035


def timeline(request: VideoRequest, read: Read, lay_out: Compose = compose) -> Timeline:
    """The film as data. Odd sizes lose their last row or column: colour planes have half the pixels.

    Raises whatever the layout engine raises for a scene it cannot set.
    """
    width, height = request.width // 2 * 2, request.height // 2 * 2
    frames = max(1, round(request.seconds * request.fps))
    scenes = spans(request.scenes, frames / request.fps, request.bpm)
    placed = [lay_out(design(request, scene, width, height), read) for i, scene in enumerate(scenes)]
    parts = [_elements(layout) for layout in placed]
    shots = tuple(_shot(request, scenes, placed[i], parts, i) for i in range(len(scenes)))
    burned = captions(film_cues(request, width, height), style(request, width, height)) if request.captions else ()
    return Timeline(width, height, request.fps, frames, shots, burned)


def spans(scenes: tuple[Scene, ...], seconds: float, bpm: float = 0.0) -> tuple[Scene, ...]:
    """Scenes in order that fill the film from 0 to its end, on the beat: each lasts until the next one begins."""
    ordered = sorted((s for s in scenes if s.start < seconds), key=lambda s: s.start)
    out: list[Scene] = []
    for scene in ordered:
        if out and scene.start - out[-1].start < 0.2:
            continue
        out.append(scene)
    starts = on_beat([0.0, *(s.start for s in out[1:])], bpm)
    starts = [min(start, max(seconds - 0.2, s.start)) for start, s in zip(starts, out, strict=True)]
    return tuple(
        s.model_copy(update={"start": a, "end": b}) for s, a, b in zip(out, starts, [*starts[1:], seconds], strict=True)
    )


def design(request: VideoRequest, scene: Scene, width: int, height: int) -> DesignRequest:
    """What the layout engine is asked for: the band of the captions is taken from the safe area."""
    safe = request.safe
    if request.captions:
        band = style(request, width, height).band
        gap = int(_BAND_GAP * min(width, height))
        safe = Insets(top=safe.top, right=safe.right, left=safe.left, bottom=height - band.y + gap)
    icon = {"icon": scene.icon} if scene.icon else {}
    return DesignRequest(
        language=request.language,
        seed=request.seed,
        width=width,
        height=height,
        safe=safe,
        direction=request.direction.model_copy(update=icon),
        texts=scene.texts,
        logo=request.logo,  # in every scene: a sign of our own beside the client's would be a second brand
        logo_media=request.logo_media,
        photo=scene.photo,
        moving=True,
    )


Element = tuple[str, Box, PlacedText]
"""Markup, the part of the frame it may touch, and the text it shows."""


def _shot(
    request: VideoRequest, scenes: tuple[Scene, ...], layout: Composition, parts: list[list[Element]], index: int
) -> Shot:
    scene, mood = scenes[index], request.direction.mood
    frame = Area(0, 0, layout.width, layout.height)
    short, length = min(layout.width, layout.height), scene.end - scene.start
    times = [s.start for s in scenes] + [scenes[-1].end]
    enter = motion.transition(mood, request.seed, index, length)
    fixed = layout.hero if layout.hero_box is None else ""
    breath = motion.camera(layout.family, mood, times)
    layers = [
        Layer(
            "background", layout.background + fixed, frame, breath, motion.OVER if breath else 1.0, stage=layout.stage
        )
    ]
    over = Transition()
    if index + 1 < len(scenes):
        over = motion.transition(mood, request.seed, index + 1, scenes[index + 1].end - scenes[index + 1].start)
    if layout.hero and layout.hero_box is not None:
        area = _area(layout.hero_box.inset(-0.4 * max(layout.hero_box.w, layout.hero_box.h)))
        bleeds = not Box(*frame).contains(layout.hero_box, slack=-0.01 * short)
        span = (scene.start, scene.end)
        keys = motion.hero(mood, *span, enter, over, index, 0 if bleeds else short)
        layers.append(Layer("hero", layout.hero, area, keys, _HERO_OVER, "hero"))
    others = [{markup for markup, *_ in parts[i]} if 0 <= i < len(parts) else set() for i in (index - 1, index + 1)]
    last = index + 1 == len(scenes)
    layers += _words(scene, parts[index], mood, short, index == 0, last, (enter, over), others[0], others[1])
    return Shot(scene.start, scene.end, tuple(layers), scene.role, enter)


def _elements(layout: Composition) -> list[Element]:
    """Texts in the order in which they come, those of several lines taken apart."""
    out: list[Element] = []
    for text in sorted(layout.texts, key=lambda t: (_ORDER.get(t.role, 9), t.box.y, t.box.x)):
        if len(text.lines) < 2 or text.plate or text.art or text.rotate or text.role == "legal":
            out.append((text.svg(), _reach(text), text))
            continue
        for number, line in enumerate(text.lines):
            baseline = text.baseline + number * text.size * text.leading
            run = shape(line, text.font, text.size, tracking=text.tracking, direction=text.direction)
            ink = run.ink_box(text.x, baseline, text.anchor)
            one = replace(text, lines=(line,), baseline=baseline, box=ink)
            out.append((one.svg(), _reach(one), one))
    return out


def _reach(text: PlacedText) -> Box:
    """The element with room for its shadow, turned if it is turned."""
    box = text.occupied
    if text.rotate:
        angle = math.radians(text.rotate)
        w = abs(box.w * math.cos(angle)) + abs(box.h * math.sin(angle))
        h = abs(box.w * math.sin(angle)) + abs(box.h * math.cos(angle))
        box = Box(box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h)
    return box.inset(-max(8.0, 0.5 * text.size))


def _words(
    scene: Scene,
    parts: list[Element],
    mood: str,
    short: int,
    first: bool,
    last: bool,
    joins: tuple[Transition, Transition],
    before: set[str],
    after: set[str],
) -> list[Layer]:
    """The elements in motion. What stands at the same place in the neighbouring scene (``before``, ``after``) just stays.

    ``joins`` are the ways in and out of the shot: words cross there, so that no moment is without any.
    """
    feel, hurry = motion.feel(mood), motion.hurry(scene.end - scene.start)
    rise = feel.rise * short
    at = scene.start + 0.35 * hurry if first else motion.first_words(scene.start, joins[0], hurry)
    layers = []
    for markup, box, text in parts:
        keys: tuple[Key, ...] = ()
        if first and text.role in ("brand", "headline"):
            keys = motion.settle(scene.start) if text.role == "headline" else ()
        elif markup not in before:
            keys = motion.entrance(at, rise, hurry)
            at += feel.gap * hurry * (1.6 if text.role in ("sub", "cta", "bullet") else 1.0)
        if text.role == "cta" and keys:
            keys += motion.pulse(keys[-1].at + 0.6, scene.end)
        if not last and markup not in after:
            keys += motion.leave(scene.end, rise, joins[1])
        layers.append(
            Layer("text", markup, _area(box), keys, 1.0, text.role, " ".join(text.lines), ink=_area(text.occupied))
        )
    return layers


def _area(box: Box) -> Area:
    """The even whole pixels around a box."""
    x0, y0 = math.floor(box.x / 2) * 2, math.floor(box.y / 2) * 2
    x1, y1 = math.ceil(box.right / 2) * 2, math.ceil(box.bottom / 2) * 2
    return Area(x0, y0, max(2, x1 - x0), max(2, y1 - y0))
