"""Illustrated scenes: each paints the whole frame at any shape and hour, the same every time."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from core.direction import Direction
from core.requests import ImageRequest
from core.vocab import TIMES
from tools.design.colour import palette_from
from tools.design.oklab import to_oklch
from tools.design.render import to_array
from tools.image.embedded.backend import EmbeddedIllustrator
from tools.image.embedded.hour import hour, lean
from tools.image.embedded.painting import Painting, paint
from tools.image.embedded.scenes import SCENES
from tools.image.embedded.subject import scene_and_time, scene_of

PALETTE = palette_from(("#e8762c", "#2b8c8a"), "warm", False, 1)


def pixels(art: Painting, width: int = 120) -> np.ndarray:  # type: ignore[type-arg]
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{art.width}" height="{art.height}" viewBox="0 0 {art.width} {art.height}">{art.markup}</svg>'
    return to_array(svg, width=width)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_paints_the_whole_frame(scene: str) -> None:
    for time in TIMES:
        for size in ((1080, 1350), (1200, 628)) if time == "day" else ((600, 700),):
            made = pixels(paint(scene, *size, PALETTE, time, 5))
            assert (made[..., 3] == 255).all(), (scene, time)
            assert made[..., :3].std() > 12, "a picture, not a flat fill"


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_night_is_darker_than_day(scene: str) -> None:
    day, night = (pixels(paint(scene, 540, 675, PALETTE, t, 5))[..., :3].mean() for t in ("day", "night"))
    assert night < day * 0.8


@pytest.mark.parametrize("size", [(16, 16), (728, 90), (160, 600), (8192, 64)])
def test_any_shape(size: tuple[int, int]) -> None:
    for scene in SCENES:
        assert paint(scene, *size, PALETTE, "dusk", 1).markup


def test_seeds_change_the_picture_and_nothing_else_does() -> None:
    first = paint("hills", 500, 400, PALETTE, "dusk", 1)
    paint.cache_clear()
    assert paint("hills", 500, 400, PALETTE, "dusk", 1) == first != paint("hills", 500, 400, PALETTE, "dusk", 2)


def test_no_sun_stands_behind_words() -> None:
    for scene in ("hills", "coast", "skyline", "fields", "desert", "waves", "stars"):
        art = paint(scene, 1080, 1350, PALETTE, "day", 1, horizon=0.6, quiet=0.5)
        assert art.light[1] >= 0.5 * 1350, scene


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_nothing_small_is_painted_where_words_go(scene: str) -> None:
    """Rows above ``quiet`` are calm: neighbouring pixels are alike, whatever the scene shows below."""
    made = pixels(paint(scene, 1080, 1920, PALETTE, "day", 3, quiet=0.42), 216)[..., :3].astype(float)
    calm = made[: int(0.40 * len(made))]
    steps = np.abs(np.diff(calm, axis=1)).max(axis=2)
    assert float((steps > 24).mean()) < 0.004, "edges behind the words"


def test_leaning_keeps_lightness() -> None:
    for natural in ("#4f9fdc", "#f8a24d"):
        assert abs(to_oklch(lean(natural, "#e8762c", 0.3)).l - to_oklch(natural).l) < 0.02


def test_an_unknown_hour_is_day() -> None:
    assert hour("teatime", PALETTE) == hour("day", PALETTE)


def test_words_choose_scene_and_hour() -> None:
    direction = Direction(
        family="scene", palette=PALETTE, display="outfit-bold", text="outfit-regular", scene="waves", time="day"
    )
    assert scene_and_time("A camping tent in the forest at night", direction) == ("forest", "night")
    assert scene_and_time("西湖边的山，黄昏", direction) == ("hills", "dusk")
    assert scene_and_time("something else", direction) == ("waves", "day")


@pytest.mark.parametrize(
    ("words", "scene"),
    [
        ("An app that keeps the books of small firms", "desk"),
        ("Skischule am Arlberg, Schnee bis April", "snow"),
        ("Bautismo de buceo junto al arrecife", "reef"),
        ("Un concert de jazz au bord du canal", "concert"),
        ("潜水课，看珊瑚", "reef"),
        ("海边民宿", "coast"),
        ("Zahnarztpraxis am Markt, neue Sprechzeiten", "reception"),
        ("Café Nova roasts on Sundays", "cafe"),
        ("Librairie de quartier", "library"),
        ("家具木工坊", "workshop"),
        ("Clases de cocina con recetas de la abuela", "kitchen"),
        ("A school where pupils build their own robots", "classroom"),
        ("Gärtnerei mit Gewächshaus", "garden"),
        ("La fiesta del puerto", "harbour"),
        ("Zwölf Sorten Schrauben", ""),
        ("Eine Fahrradwerkstatt in Freiburg", "workshop"),
        ("Kindergarten am Park", ""),
        ("Flussfahrten mit dem Solarschiff", "river"),
        ("Une péniche sur le fleuve", "river"),
    ],
)
def test_a_brief_in_any_language_names_its_scene(words: str, scene: str) -> None:
    assert scene_of(words) == scene


def test_a_longer_word_covers_a_shorter_one() -> None:
    assert scene_of("una escuela canina en Zaragoza") == "fields" and scene_of("una escuela en Zaragoza") == "classroom"
    assert scene_of("eine Hundeschule") == "fields" and scene_of("a dog school") == "fields"


def test_the_backend_gives_png_and_svg() -> None:
    direction = Direction(
        family="scene", palette=PALETTE, display="outfit-bold", text="outfit-regular", scene="coast", time="dusk"
    )
    wanted = ImageRequest(subject="boats", width=300, height=200, direction=direction, seed=3)
    first, second = EmbeddedIllustrator(lambda _: b"").generate([wanted, wanted])
    assert list(first.parts) == ["png", "svg"] and first.parts == second.parts
    assert Image.open(io.BytesIO(first.parts["png"])).size == (300, 200) and b"<text" not in first.parts["svg"]
