"""Films hold what stills hold, at every moment that is looked at: words that can be read, nothing over them, all there.

``BOTTEGA_EXAMPLES=300 pytest tests/video/test_video_moments.py`` judges every family in every ratio and language.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from core.findings import Severity
from core.vocab import MOODS
from tests.video.ratios import RATIOS, SAID, SKYLINE, asked, found, read
from tools.checks.frames import FULL, SEEN, Judge
from tools.checks.video import film as checked
from tools.design.families import FAMILIES
from tools.design.layout import compose, draft
from tools.video.film import make
from tools.video.moments import layout, moments, seats
from tools.video.scenes import design, timeline
from tools.video.timeline import Area, Key, Layer, Pose, Shot, Timeline, pose_at

EXAMPLES = int(os.environ.get("BOTTEGA_EXAMPLES", "15"))
EVERY = list(product(sorted(FAMILIES), RATIOS, SAID))
PICKED = EVERY if len(EVERY) <= EXAMPLES else [EVERY[(i * 61) % len(EVERY)] for i in range(EXAMPLES)]
"""61 is prime to 300 and odd against all three lengths: every ratio and language comes up early."""


@pytest.mark.parametrize(("family", "ratio", "language"), PICKED)
def test_films_of_every_family_hold(family: str, ratio: str, language: str) -> None:
    turn = EVERY.index((family, ratio, language))
    request = asked(
        family, ratio, language, seed=turn * 7 % 23, mood=MOODS[turn % len(MOODS)], dark=turn % 3 == 0,
        logo=turn % 2 == 0, photo=turn % 4 == 1, captioned=turn % 5 != 0,
    )  # fmt: skip
    told = found(timeline(request, read), request)
    assert [f.evidence for f in told if f.severity == Severity.HOLD or "own tone" not in f.evidence] == []
    assert len(told) <= 1, "words that pass a dark edge while it moves away"


@pytest.mark.parametrize("mood", MOODS)
def test_no_words_stand_over_others_in_any_frame(mood: str) -> None:
    request = asked("editorial", "9x16", "de", mood=mood)
    tape = timeline(request, read)
    for index in range(tape.frames):
        words = [s for s in seats(tape, index / tape.fps) if s.role != "hero" and s.sight >= SEEN]
        assert words, index
        for i, a in enumerate(words):
            for b in words[i + 1 :]:
                if a.shot == b.shot or not a.letters or not b.letters:
                    continue
                apart = (
                    a.letters[0] + a.letters[2] <= b.letters[0] + 3 or b.letters[0] + b.letters[2] <= a.letters[0] + 3
                    or a.letters[1] + a.letters[3] <= b.letters[1] + 3 or b.letters[1] + b.letters[3] <= a.letters[1] + 3
                )  # fmt: skip
                assert apart, (mood, index, a, b)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_hero_and_logo_are_there_and_whole_in_every_ratio(family: str, ratio: str) -> None:
    """What the family lays out is not lost in the mending, and in sight, inside the frame, unless it bleeds by design."""
    request = asked(family, ratio, "en", captioned=False)
    tape = timeline(request, read)
    told = layout(tape, request)
    assert told["logo"] == [0, 1, 2, 3]
    for scene in request.scenes:
        one = design(request, scene, tape.width, tape.height)
        drawn, made = draft(one, read), compose(one, read)
        assert bool(drawn.hero) == bool(made.hero), "the hero was lost"
    inner = Area(3, 3, tape.width - 6, tape.height - 6)
    for frame, kind in moments(tape):
        if kind == "crossing":
            continue
        t = frame / tape.fps
        shot = tape.seen(t).shot
        there = {s.role: s for s in seats(tape, t) if s.shot == shot}
        if shot in told["hero"]:
            assert there["hero"].sight >= FULL
            bleeds = not next(x for x in tape.shots[shot].layers if x.kind == "hero").ink.inside(inner)
            assert bleeds or not there["hero"].cut, (family, ratio, there["hero"])
        if shot in told["logo"]:
            logo = there["logo"]
            assert logo.sight >= FULL and not logo.cut and min(logo.box[2:]) >= 0.02 * min(tape.width, tape.height)
            x, y, w, h = logo.box
            assert x >= request.safe.left - 3 and x + w <= tape.width - request.safe.right + 3
            assert y >= request.safe.top - 3 and y + h <= tape.height - request.safe.bottom + 3


# -- planted defects: each rule speaks where it should


@cache
def good() -> tuple[Timeline, tuple[str, ...]]:
    request = asked("editorial", "9x16", "de", seed=2, mood="calm")
    tape = timeline(request, read)
    return tape, tuple(f.evidence for f in found(tape, request))


def planted(change: Callable[[Layer], Layer | None], shots: tuple[int, ...] = (1,)) -> list[str]:
    """Evidence of the HOLDs after a change of some shots' layers; ``None`` takes one away."""
    tape, before = good()
    assert before == ()

    def changed(shot: Shot) -> Shot:
        return replace(shot, layers=tuple(x for x in map(change, shot.layers) if x is not None))

    made = tuple(changed(s) if i in shots else s for i, s in enumerate(tape.shots))
    return _holds(replace(tape, shots=made))


def _holds(tape: Timeline) -> list[str]:
    request = asked("editorial", "9x16", "de", seed=2, mood="calm")
    return [f.evidence for f in found(tape, request) if f.severity == Severity.HOLD]


def test_words_in_the_colour_of_their_ground_are_found() -> None:
    ground = asked("editorial", "9x16", "de", seed=2, mood="calm").direction.palette.bg

    def pale(layer: Layer) -> Layer:
        if layer.role != "headline":
            return layer
        return replace(layer, markup=layer.markup.replace(layer.colour, ground), colour=ground)

    assert any("headline" in told and ":1 in the frame" in told for told in planted(pale))


def test_words_that_were_not_drawn_are_found() -> None:
    told = planted(lambda x: replace(x, markup="<g/>") if x.role == "headline" else x)
    assert any("headline" in one and "1.00:1" in one for one in told)


@pytest.mark.parametrize(("dx", "what"), [(-30, "room for words"), (-90, "cut off")])
def test_words_at_or_over_the_edge_are_found(dx: int, what: str) -> None:
    def off(layer: Layer) -> Layer:
        return replace(layer, keys=(Key(0, Pose(dx)),)) if layer.role == "headline" else layer

    assert any(what in told for told in planted(off))


def test_old_words_that_stay_under_the_new_ones_are_found() -> None:
    told = planted(lambda x: replace(x, keys=(Key(0, Pose()),)) if x.role == "headline" else x, shots=(0, 1))
    assert any("stand over each other" in one and one.count("headline") == 2 for one in told)


def test_a_caption_over_words_is_found() -> None:
    tape, _ = good()
    high = next(x.ink for x in tape.shots[1].layers if x.role == "headline")
    moved = tuple(replace(c, keys=(Key(0, Pose(0, high.y - c.area.y)),)) for c in tape.captions)
    assert any("caption" in told and "stand over each other" in told for told in _holds(replace(tape, captions=moved)))


@pytest.mark.parametrize(
    ("keys", "what"),
    [((Key(0, Pose(opacity=0.2)),), "hero is not there"), ((Key(0, Pose(x=-200)),), "hero is cut off")],
)
def test_a_hero_that_is_not_seen_or_cut_is_found(keys: tuple[Key, ...], what: str) -> None:
    assert any(what in told for told in planted(lambda x: replace(x, keys=keys) if x.kind == "hero" else x))


def test_a_hero_or_logo_of_which_nothing_is_drawn_is_found() -> None:
    told = planted(lambda x: replace(x, markup="<g/>") if x.kind == "hero" or x.role == "brand" else x, shots=(0, 1))
    assert any("nothing is seen of the logo" in one for one in told)
    flat = '<rect width="400" height="700" fill="#fff"/>'
    told = planted(lambda x: replace(x, markup=flat) if x.kind in ("hero", "background") else x)
    assert any("nothing is seen of the hero" in one for one in told)


def test_a_logo_that_is_left_out_is_found() -> None:
    assert any("logo is not there" in x for x in planted(lambda x: None if x.role == "brand" else x, shots=(0,)))


def test_a_photo_that_is_left_out_is_found() -> None:
    request = asked("photo", "4x5", photo=True)
    tape = timeline(request, read)
    assert [f.evidence for f in found(tape, request)] == []
    without = asked("photo", "4x5")
    assert any("photo is not shown" in f.evidence for f in found(timeline(without, read), request))


def test_a_moment_without_words_is_found() -> None:
    tape, _ = good()
    silent = replace(tape, captions=())
    bare = tuple(replace(s, layers=tuple(x for x in s.layers if x.kind != "text")) for s in tape.shots)
    assert any("no words" in told for told in _holds(replace(silent, shots=bare)))


def test_a_frame_of_one_colour_is_found() -> None:
    tape, _ = good()
    grey = Layer("background", '<rect width="400" height="700" fill="#888"/>', Area(0, 0, tape.width, tape.height))
    flat = tuple(replace(s, layers=(grey,)) for s in tape.shots)
    assert any("shows nothing" in told for told in _holds(replace(tape, shots=flat, captions=())))


def test_the_check_judges_the_finished_file() -> None:
    """Decoded by ffmpeg, a good film is found good, and one whose layout promises other words is not."""
    request = asked("scene", "4x5", "es").model_copy(update={"seconds": 4.0})
    media = make(request, read)
    told = json.loads(media.parts["layout"])
    facts = {"width": 400, "height": 500, "seconds": 4.0, "fps": 30.0, "audio": False}
    assert checked(media.parts["mp4"], layout=told, **facts) == ()
    assert len(Judge(told).picks) == len(told["moments"]) == 7
    for moment in told["moments"]:
        moment["seats"] = [
            {**s, "letters": [2, 450, 80, 20] if s["role"] == "headline" else None} for s in moment["seats"]
        ]
    found_ = checked(media.parts["mp4"], layout=told, slot="video.4x5.es", **facts)
    assert {(f.check, f.slot) for f in found_} == {("V2.frames", "video.4x5.es")}


def test_words_passing_over_a_ground_of_their_own_tone_are_found() -> None:
    tape, _ = good()
    request = asked("editorial", "9x16", "de", seed=2, mood="calm")
    ink = next(x.colour for x in tape.shots[1].layers if x.role == "headline")
    veil = Layer("background", f'<rect width="400" height="700" fill="{ink}"/>', Area(0, 0, tape.width, tape.height))
    first = replace(tape.shots[0], layers=(veil, *tape.shots[0].layers[2:]))
    told = found(replace(tape, shots=(first, *tape.shots[1:])), request)
    assert any("own tone" in f.evidence and f.severity == Severity.WARN for f in told)


def test_light_words_after_dark_ones_come_with_their_own_ground() -> None:
    """White words on a photo, dark words on paper: neither could be read on the other's ground."""
    request = asked("photo", "1x1", "en", seed=4, mood="calm", photo=True)
    skyline = tuple(s.model_copy(update={"photo": SKYLINE if s.photo else ""}) for s in request.scenes)
    request = request.model_copy(update={"scenes": skyline})
    tape = timeline(request, read)
    assert [s.enter.kind for s in tape.shots[1:]] == ["slide", "fade", "slide"]
    assert [f.evidence for f in found(tape, request)] == []


def test_a_picture_in_a_window_stays_on_the_disc_that_the_ground_has_for_it() -> None:
    """The camera takes both the same way, so their middles stay together."""
    request = asked("bigtype", "9x16", "en", seed=8, mood="bold", photo=True)
    tape = timeline(request, read)
    shot = tape.shots[0]
    ground, hero = shot.layers[0], next(x for x in shot.layers if x.kind == "hero")
    cx, cy = hero.area.centre
    for t in (0.0, 0.7, 1.4, 2.0):
        camera, pose = pose_at(ground.keys, t), pose_at(hero.keys, t)
        dx, dy = (cx - tape.width / 2) * (camera.scale - 1), (cy - tape.height / 2) * (camera.scale - 1)
        assert abs(pose.x - dx) < 0.3 and abs(pose.y - dy) < 0.3, t
