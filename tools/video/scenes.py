"""A film request to its timeline: each scene is laid out by the design engine, then set in motion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.blobs import Read
from core.requests import DesignRequest, Insets, Scene, VideoRequest
from tools.design.colour import contrast
from tools.design.geometry import Box
from tools.design.layout import compose
from tools.design.placed import Composition
from tools.design.soft import halo

from . import motion, stills
from .beats import on_beat
from .captions import beside, captions, film_cues, style
from .elements import Element, area_of, elements, text_layer
from .timeline import Area, Key, Layer, Shot, Timeline, Transition

Compose = Callable[[DesignRequest, Read], Composition]
_HERO_OVER = 1.09
_BAND_GAP = 0.035
_OTHER_INK = 3.0
"""Contrast between the words of two shots from which one's cannot stand on the other's ground."""


def timeline(request: VideoRequest, read: Read, lay_out: Compose = compose) -> Timeline:
    """The film as data. Odd sizes lose their last row or column: colour planes have half the pixels.

    Raises whatever the layout engine raises for a scene it cannot set.
    """
    width, height = request.width // 2 * 2, request.height // 2 * 2
    frames = max(1, round(request.seconds * request.fps))
    scenes = spans(request.scenes, frames / request.fps, request.bpm)
    placed = [None if s.still else lay_out(design(request, s, width, height), read) for s in scenes]
    parts = [elements(layout) if layout else [] for layout in placed]
    joins = [_join(request, scenes, placed, i) for i in range(len(scenes))]
    shots = tuple(
        _shot(request, scenes, layout, parts, joins, i)
        if layout
        else stills.shot(scenes[i], scenes[i - 1] if i else None, width, height)
        for i, layout in enumerate(placed)
    )
    columns = [
        (min(t.occupied.x for t in m.texts), max(t.occupied.right for t in m.texts)) for m in placed if m and m.texts
    ]
    look = beside(style(request, width, height), width, height, columns)
    burned = captions(film_cues(request, width, height), look) if request.captions else ()
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
    texts = scene.texts
    if not request.logo and texts.headline.casefold() == texts.brand.casefold():
        texts = texts.model_copy(update={"brand": ""})  # the name large is enough: small above itself it reads twice
    return DesignRequest(
        language=request.language,
        seed=request.seed,
        width=width,
        height=height,
        safe=safe,
        direction=request.direction.model_copy(update=icon),
        texts=texts,
        logo=request.logo,  # in every scene: a sign of our own beside the client's would be a second brand
        logo_media=request.logo_media if request.logo else "",
        photo=scene.photo,
        moving=True,
    )


def _join(
    request: VideoRequest, scenes: Sequence[Scene], placed: Sequence[Composition | None], index: int
) -> Transition:
    """How a shot comes in. Where one has light words and the other dark ones, each keeps to its own ground: a push."""
    scene = scenes[index]
    enter = motion.transition(request.direction.mood, request.seed, index, scene.end - scene.start)
    now, before = placed[index], placed[index - 1]
    if now is None or before is None:
        return Transition("fade", stills.MELT) if index else enter
    if enter.carries or contrast(_ink(before), _ink(now)) < _OTHER_INK:
        return enter
    return replace(enter, kind="slide", toward="left")


def _ink(layout: Composition) -> str:
    """The colour of a layout's leading words."""
    return next(
        (t.colour for t in layout.texts if t.role == "headline"), next((t.colour for t in layout.texts), "#888888")
    )


def _shot(
    request: VideoRequest,
    scenes: tuple[Scene, ...],
    layout: Composition,
    parts: list[list[Element]],
    joins: list[Transition],
    index: int,
) -> Shot:
    scene, mood = scenes[index], request.direction.mood
    frame = Area(0, 0, layout.width, layout.height)
    short = min(layout.width, layout.height)
    times = [s.start for s in scenes] + [scenes[-1].end]
    enter, over = joins[index], joins[index + 1] if index + 1 < len(joins) else Transition()
    fixed = layout.hero if layout.hero_box is None else ""
    breath = motion.camera(layout.family, mood, times)
    glow, hero = ("", "") if fixed else halo(layout.hero, Box(*frame))
    stage = "" if fixed else layout.stage or layout.background
    ground = layout.background + fixed + glow
    layers = [Layer("background", ground, frame, breath, motion.OVER if breath else 1.0, stage=stage)]
    if hero and layout.hero_box is not None:
        area = area_of(layout.hero_box.inset(-0.4 * max(layout.hero_box.w, layout.hero_box.h)))
        bleeds = not Box(*frame).contains(layout.hero_box, slack=-0.01 * short)
        span = (scene.start, scene.end)
        free = 0.0 if "<image" in layout.hero else 0.5 if breath else 1.0
        keys = motion.hero(mood, *span, enter, over, index, 0 if bleeds else short, sway=free, near=not breath)
        if breath:
            cx, cy = area.centre
            keys = motion.follow(keys, breath, scene.end, cx - layout.width / 2, cy - layout.height / 2)
        layers.append(Layer("hero", hero, area, keys, _HERO_OVER, "hero", ink=area_of(layout.hero_box)))
    others = [{markup for markup, *_ in parts[i]} if 0 <= i < len(parts) else set() for i in (index - 1, index + 1)]
    last = index + 1 == len(scenes)
    layers += _words(scene, parts[index], mood, short, index == 0, last, (enter, over), others[0], others[1])
    return Shot(scene.start, scene.end, tuple(layers), scene.role, enter)


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

    ``joins`` are the ways in and out of the shot: words take over from words there, so that no moment is without any.
    """
    feel, hurry = motion.feel(mood), motion.hurry(scene.end - scene.start)
    rise = feel.rise * short
    at = scene.start + 0.35 * hurry if first else motion.first_words(scene.start, joins[0], hurry)
    fresh = [i for i, (markup, *_) in enumerate(parts) if markup not in before]
    leader = next((i for i in fresh if parts[i][2].role == "headline"), fresh[0] if fresh else -1)
    takes_over = -1 if first or joins[0].carries else leader
    began = at
    layers = []
    for index, (markup, box, text) in enumerate(parts):
        keys: tuple[Key, ...] = ()
        if first and text.role in ("brand", "headline"):
            keys = motion.settle(scene.start) if text.role == "headline" else ()
        elif markup not in before:
            leads = index == takes_over
            keys = motion.takes_over(began, rise, hurry) if leads else motion.entrance(at, rise, hurry)
            at += feel.gap * hurry * (1.6 if text.role in ("sub", "cta", "bullet") else 1.0)
        if text.role == "cta" and keys:
            keys += motion.pulse(keys[-1].at + 0.6, scene.end)
        if not last and markup not in after:
            keys += motion.leave(scene.end, rise, joins[1], keys[-1].at if keys else 0.0)
        layers.append(text_layer(markup, box, keys, text))
    return layers
