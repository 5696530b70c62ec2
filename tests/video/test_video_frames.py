"""The frame engine: what it draws, read as letters, and that its short cuts change nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.films import film as made_up
from tests.video.filmkit import bar, drawn, film, ground, letters
from tools.video import planes
from tools.video.ahead import drawn_ahead
from tools.video.frames import Engine
from tools.video.ivf import stretched
from tools.video.laying import draw
from tools.video.planes import Frame
from tools.video.raster import Painter
from tools.video.sampling import Scratch
from tools.video.scenes import timeline
from tools.video.timeline import Area, Caption, Key, Layer, Pose, Timeline, Transition

RISE = (Key(0.0, Pose(0, 8, 1, 0)), Key(1.0, Pose(), "linear"))


def test_a_layer_rises_and_fades_in() -> None:
    tape = film(16, 16, 4, (ground("#000000", 16, 16), bar(4, 4, 8, 4, RISE)), seconds=2.0)
    assert letters(drawn(tape, 0)).strip() == ""
    assert letters(drawn(tape, 2)).strip("\n").splitlines() == ["    ++++++++"] * 4  # half way: half seen
    assert [i for i, row in enumerate(letters(drawn(tape, 2)).splitlines()) if row.strip()] == [8, 9, 10, 11]
    assert letters(drawn(tape, 4)).splitlines()[3:9] == ["", *["    ########"] * 4, ""]


def test_a_part_of_a_pixel_is_a_part_of_its_light() -> None:
    tape = film(16, 12, 4, (ground("#000000", 16, 12), bar(4, 4, 8, 4, (Key(0, Pose(0.6, 0)),))))
    assert letters(drawn(tape, 0)).splitlines()[4:8] == ["    :#######+"] * 4


def test_a_layer_scales_about_its_middle() -> None:
    tape = film(16, 12, 4, (ground("#000000", 16, 12), bar(6, 4, 4, 4, (Key(0, Pose(scale=2.0)),))))
    rows = letters(drawn(tape, 0)).splitlines()
    assert rows[3:9] == [rows[3]] * 6
    assert rows[5].index("#") == 16 - 1 - rows[5].rindex("#")


def test_a_crossfade_is_half_of_each() -> None:
    shots = (ground("#ffffff", 16, 8),), (ground("#000000", 16, 8),)
    tape = film(16, 8, 8, *shots, seconds=1.0, enter=Transition("fade", 0.5))
    assert letters(drawn(tape, 7)) == "\n".join(["#" * 16] * 8)
    assert np.abs(drawn(tape, 10).rgb().astype(int) - 128).max() <= 2
    assert letters(drawn(tape, 12)).strip() == ""


def test_a_slide_pushes_the_old_picture_out() -> None:
    shots = (ground("#ffffff", 16, 4),), (ground("#000000", 16, 4), bar(0, 0, 4, 4))
    tape = film(16, 4, 8, *shots, seconds=1.0, enter=Transition("slide", 0.5, "left"))
    assert letters(drawn(tape, 10)) == "\n".join(["############"] * 4)  # 8 columns of the old, then the new one's bar
    up = film(16, 4, 8, *shots, seconds=1.0, enter=Transition("slide", 0.5, "up"))
    assert letters(drawn(up, 10)).splitlines() == ["#" * 16, "#" * 16, "####", "####"]


def test_a_wipe_has_a_soft_edge_in_the_middle() -> None:
    shots = (ground("#ffffff", 16, 4),), (ground("#000000", 16, 4),)
    row = letters(drawn(film(16, 4, 8, *shots, seconds=1.0, enter=Transition("wipe", 0.5, "left")), 10)).splitlines()[0]
    assert row.startswith("######") and row.strip("#") != "" and len(row) < 12


@pytest.mark.parametrize("kind", ["fade", "wipe", "slide", "zoom"])
def test_transitions_begin_with_the_old_and_end_with_the_new(kind: str) -> None:
    shots = (ground("#ffffff", 32, 16),), (ground("#204060", 32, 16),)
    tape = film(32, 16, 8, *shots, seconds=1.0, enter=Transition(kind, 0.5))  # type: ignore[arg-type]
    assert np.abs(drawn(tape, 8).rgb().astype(int) - 255).max() <= 1
    assert np.abs(drawn(tape, 12).rgb().astype(int) - [0x20, 0x40, 0x60]).max() <= 2


def test_colours_come_back() -> None:
    for colour in ("#d03030", "#30a050", "#3050c0", "#f5b642", "#101418"):
        rgb = drawn(film(16, 8, 1, (ground(colour, 16, 8),)), 0).rgb()[4, 8]
        assert np.abs(rgb.astype(int) - [int(colour[i : i + 2], 16) for i in (1, 3, 5)]).max() <= 2


def test_translucent_layers_mix() -> None:
    veil = Layer("text", '<rect width="16" height="8" fill="#ffffff" fill-opacity=".5"/>', Area(0, 0, 16, 8))
    rgb = drawn(film(16, 8, 1, (ground("#800000", 16, 8), veil)), 0).rgb()[4, 8]
    assert np.abs(rgb.astype(int) - [191, 127, 127]).max() <= 2


def test_in_order_and_out_of_order_are_the_same() -> None:
    tape = busy()
    engine, frame = Engine(tape, Painter()), Frame(tape.width, tape.height)
    for index in range(tape.frames):
        engine.draw(index, frame)
        assert np.array_equal(frame.data, drawn(tape, index).data), index


def test_a_film_that_stands_still_is_drawn_once() -> None:
    tape = film(16, 8, 10, (ground("#203040", 16, 8), bar(4, 2, 8, 4)), seconds=3.0)
    engine = Engine(tape, Painter())
    one, two = Frame(16, 8), Frame(16, 8)
    engine.draw(0, one)
    one_bytes = one.data.copy()
    engine._paint = None  # type: ignore[assignment]  # nothing may be painted or drawn from here on
    engine._pictures.clear()
    for index in range(1, tape.frames):
        engine.draw(index, two)
        assert np.array_equal(two.data, one_bytes)


def test_large_layers_over_the_edge_are_cut_off() -> None:
    keys = (Key(0, Pose(-20, -20, 1.3)), Key(1, Pose(30, 40, 0.7)))
    big = Layer("hero", '<circle cx="16" cy="16" r="40" fill="#fff"/>', Area(-30, -30, 92, 92), keys, 1.15)
    tape = film(32, 32, 10, (ground("#000000", 32, 32), big), seconds=1.0)
    for index in range(tape.frames):
        drawn(tape, index)


def test_slow_moves_do_not_step() -> None:
    """The camera's rational resize keeps an edge within a tenth of a pixel of where it should be."""
    keys = (Key(0, Pose(scale=1.02)), Key(4, Pose(scale=1.075), "linear"))
    markup = '<rect width="400" height="40" fill="#000"/><rect x="300" width="100" height="40" fill="#fff"/>'
    tape = film(400, 40, 30, (Layer("background", markup, Area(0, 0, 400, 40), keys, 1.16),), seconds=4.0)
    engine, frame = Engine(tape, Painter()), Frame(400, 40)
    error = []
    for index in range(tape.frames):
        engine.draw(index, frame)
        row = (frame.planes[0][20].astype(float) - 16) / 219
        edge = 400 - row[200:].sum()
        scale = 1.02 + (1.075 - 1.02) * index / 120
        error.append(edge - (200 + 100 * scale))
    assert np.std(error) < 0.06
    assert np.abs(np.diff(error)).max() < 0.2


def busy() -> Timeline:
    """Everything at once, small."""
    camera = (Key(0, Pose(scale=1.02)), Key(1, Pose(scale=1.07), "sine"), Key(2, Pose(scale=1.02), "sine"))
    hero = Layer("hero", '<circle cx="32" cy="20" r="12" fill="#fc3"/>', Area(16, 4, 32, 32), camera, 1.15)
    late = (Key(1.2, Pose(0, 6, 1, 0)), Key(1.6, Pose(), "out_cubic"))
    one = (
        Layer(
            "background",
            '<rect width="64" height="64" fill="#456"/><circle cx="9" cy="9" r="9"/>',
            Area(0, 0, 64, 64),
            camera,
            1.16,
        ),
        hero,
        bar(8, 44, 40, 8),
    )
    two = (ground("#643", 64, 64), hero, bar(8, 40, 40, 8, late))
    plate = Caption(0.3, 1.7, '<rect x="10" y="54" width="44" height="8" fill="#111"/>', Area(8, 52, 48, 12))
    return film(64, 64, 12, one, two, enter=Transition("zoom", 0.4), captions=(plate,))


def test_rows_of_one_value_are_filled_as_they_would_be_resized() -> None:
    rgba = np.full((120, 80, 4), 255, np.uint8)
    rgba[:40, :, :3] = (200, 30, 60)
    rgba[40:70] = np.random.default_rng(1).integers(0, 256, (30, 80, 4), np.uint8)
    rgba[70:, :, :3] = (10, 90, 20)
    what = planes.ground(rgba, Area(0, 0, 80, 120), 1.16)
    assert all(0 < first < last < len(plane) for (first, last), plane in zip(what.busy, what.planes, strict=True))
    for pose in (Pose(), Pose(scale=1.03), Pose(3.25, -5.5, 1.05), Pose(0, 90, 1.1)):
        filled, resized = Frame(80, 120), Frame(80, 120)
        for frame, picture in ((filled, what), (resized, replace(what, busy=()))):
            frame.data[:] = 77
            draw(frame, picture, pose, Scratch())
        apart = np.abs(filled.data.astype(int) - resized.data)
        assert apart.mean() < 3 and (apart == 0).mean() > 0.5, pose
    plain = planes.ground(np.full((8, 8, 4), 255, np.uint8), Area(0, 0, 8, 8))
    assert plain.busy == ((0, 0),) * 3


def test_a_frame_that_looks_like_the_last_is_the_same_object_and_goes_down_the_pipe_once() -> None:
    tape = timeline(*made_up(4.0, 180, 320, "rings"))
    frames = list(range(tape.frames))
    engine, frame = Engine(tape, Painter()), Frame(tape.width, tape.height)
    again = []
    for index in frames:
        before = frame.data.copy() if index else None
        if index and engine.repeats(index):
            again.append(index)
        engine.draw(index, frame)
        if again[-1:] == [index]:
            assert before is not None and (frame.data == before).all(), index
    assert len(again) > len(frames) // 10
    size = sum(
        memoryview(p).nbytes for p in stretched(drawn_ahead(Engine(tape, Painter())), tape.width, tape.height, tape.fps)
    )
    assert size < (len(frames) - len(again) + 2) * (frame.data.nbytes + 12) + 32
