"""Words on screen: never none, never small, never under the captions, in every family, shape and length."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from core.direction import Direction
from core.requests import DesignTexts, Insets, Scene, VideoRequest
from tests.video.filmkit import PALETTE, spoken
from tools.design.families import FAMILIES
from tools.video.captions import safe_area, style
from tools.video.film import poster_frame
from tools.video.scenes import spans, timeline
from tools.video.timeline import Area, Layer, Timeline, pose_at

SHAPES = ((640, 360), (360, 640), (480, 480), (432, 540))
SAYING = {
    "en": ("Coffee, roasted today", "Fresh every morning", "Ten minutes from the market hall", "Come in"),
    "de": (
        "Zahnweh am Sonntag?",
        "Termine auch am Wochenende",
        "Samstag und Sonntag von 9 bis 17 Uhr",
        "Termin buchen",
    ),
    "zh": ("周末牙疼怎么办", "周末也能预约", "周六周日九点到十七点", "立即预约"),
}


def asked(
    family: str, size: tuple[int, int] = (360, 640), seconds: float = 6.0, mood: str = "warm", language: str = "de"
) -> VideoRequest:
    """Four scenes with captions."""
    hook, benefit, sub, cta = SAYING[language]
    width, height = size
    texts = (
        DesignTexts(brand="Limmat", headline=hook),
        DesignTexts(headline=benefit, sub=sub),
        DesignTexts(headline=sub),
        DesignTexts(brand="Limmat", headline=hook, cta=cta),
    )
    step = seconds / 4
    return VideoRequest(
        language=language,
        width=width,
        height=height,
        seconds=seconds,
        safe=Insets(top=46, bottom=92, left=14, right=30) if height > width * 1.5 else Insets(),
        direction=Direction(
            family=family, palette=PALETTE, display="outfit-bold", text="inter-regular", icon="tooth", mood=mood
        ),
        scenes=tuple(
            Scene(start=i * step, end=(i + 1) * step, role=role, texts=t)
            for i, (role, t) in enumerate(zip(("hook", "benefit", "proof", "cta"), texts, strict=True))
        ),
        captions=(spoken(" ".join((hook, benefit, sub)), 0.2),),
    )


def nothing(digest: str) -> bytes:
    raise KeyError(digest)


def sight(tape: Timeline, t: float) -> float:
    """How well a headline is seen, 0..1, whichever shot it belongs to."""
    seen = tape.seen(t)
    pushed = seen.before is not None and tape.shots[seen.shot].enter.carries
    parts = [(seen.shot, seen.share if pushed else 1.0)]
    parts += [(seen.before, 1 - seen.share if pushed else 1.0)] if seen.before is not None else []
    return sum(weight * max((pose_at(k.keys, t).opacity for k in headlines(tape, i)), default=0) for i, weight in parts)


def headlines(tape: Timeline, shot: int) -> list[Layer]:
    return [layer for layer in tape.shots[shot].layers if layer.role == "headline"]


@pytest.mark.parametrize("mood", ["warm", "bright", "calm", "bold", "elegant", "epic", "serious", "tense"])
@pytest.mark.parametrize("seconds", [6.0, 15.0])
def test_no_frame_is_without_a_headline(mood: str, seconds: float) -> None:
    tape = timeline(asked("editorial", seconds=seconds, mood=mood), nothing)
    seen = [sight(tape, index / tape.fps) for index in range(tape.frames)]
    assert min(seen) > 0.3, (mood, seen.index(min(seen)) / tape.fps)
    assert np.mean([s > 0.95 for s in seen]) > 0.6


@pytest.mark.parametrize("family", sorted(FAMILIES))
@pytest.mark.parametrize("size", SHAPES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_every_family_in_every_shape(family: str, size: tuple[int, int]) -> None:
    turn = sorted(FAMILIES).index(family) + SHAPES.index(size)  # every family and every shape meets every language
    for language, seconds in [list(zip(SAYING, (6.0, 15.0, 30.0), strict=True))[turn % 3]]:
        request = asked(family, size, seconds, language=language)
        tape = timeline(request, nothing)
        safe, band = safe_area(request.safe, *size), style(request, *size).band
        insets = request.safe
        inner = Area(insets.left - 3, insets.top - 3, size[0] - insets.left - insets.right + 6, band.y - insets.top + 3)
        assert band.inside(safe)
        for shot in tape.shots:
            words = [layer for layer in shot.layers if layer.kind == "text"]
            for layer in words:
                assert layer.ink.inside(inner), (language, layer.role, layer.text, layer.ink, inner)
            heads = [layer for layer in words if layer.role == "headline"]
            assert heads, (language, shot.role)
            tallest = max(layer.ink.h for layer in heads)
            assert tallest > 0.035 * min(size), (language, [layer.text for layer in heads], tallest)
            for a, b in product(heads, words):
                assert a.role == b.role or not shrunk(a.ink).meets(shrunk(b.ink)), (language, a.text, b.text)


def shrunk(area: Area) -> Area:
    """Without the rounding to even pixels."""
    return Area(area.x + 2, area.y + 2, max(1, area.w - 4), max(1, area.h - 4))


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_the_poster_has_headline_and_hero_in_full(family: str) -> None:
    for seconds in (6.0, 30.0):
        tape = timeline(asked(family, seconds=seconds), nothing)
        t = poster_frame(tape) / tape.fps
        seen = tape.seen(t)
        assert seen.before is None
        for layer in tape.shots[seen.shot].layers:
            assert pose_at(layer.keys, t).opacity == 1, layer.role


def test_scenes_begin_on_the_beat() -> None:
    scenes = asked("editorial", seconds=12.4).scenes
    assert [s.start for s in spans(scenes, 12.4, 120.0)] == [0.0, 3.0, 6.0, 9.5]
    assert [s.start for s in spans(scenes, 12.4)] == pytest.approx([0.0, 3.1, 6.2, 9.3])
