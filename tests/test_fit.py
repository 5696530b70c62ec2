"""What is asked beside what a backend can do, before it is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

import pytest

from core.direction import Direction, Palette
from core.errors import BeyondBackend
from core.media import Media
from core.requests import ImageRequest, LessonRequest, MusicRequest, Request, SoundRequest, TextRequest, VideoRequest
from tools import registry
from tools.base import Abilities, Sizes
from tools.fit import fitted, lacks

PALETTE = Palette(
    bg="#fdf6ec", surface="#ffffff", ink="#1d1a16", muted="#5b5348", accent="#c2410c", accent_ink="#ffffff", accent2="#1f6f78",
    deep="#16213a", light="#fff8ee",
)  # fmt: skip
LOOK = Direction(family="rings", palette=PALETTE, display="outfit-bold", text="outfit-regular")


class Polyglot:
    """A teacher of Italian."""

    spec: ClassVar[str] = "lesson:polyglot"
    abilities: ClassVar[Abilities] = Abilities(revision="1", languages=frozenset({"it"}))

    def __init__(self, read: Any) -> None:
        return None

    def generate(self, requests: Sequence[Request]) -> Iterator[Media]:
        return iter(())

    def close(self) -> None:
        return None


def lesson(language: str) -> LessonRequest:
    return LessonRequest(knowledge=(), language=language)


def image(width: int = 640, height: int = 360, references: tuple[str, ...] = ()) -> ImageRequest:
    return ImageRequest(subject="hills", width=width, height=height, direction=LOOK, references=references)


@pytest.mark.parametrize(
    "language", ["de", "de-AT", "de_CH", "DE", "zh-Hans", "zh-Hant-TW", "en-GB", "fr-CA", "es-419"]
)
def test_a_regional_tag_is_its_language(language: str) -> None:
    assert fitted(lesson(language), "lesson:embedded", "lesson.1").language == language


def test_a_language_that_it_lacks_is_refused_by_name() -> None:
    with pytest.raises(BeyondBackend) as caught:
        fitted(lesson("it-IT"), "lesson:embedded", "lesson.1")
    error = caught.value
    assert error.which == "lesson.1" and "lesson:embedded" in error.what and "'it-IT'" in error.what
    assert "de, en, es, fr, zh" in error.what and "No other backend here can" in error.remedy


def test_the_backends_that_could_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = {"lesson:polyglot": "tests.test_fit:Polyglot", "lesson:gone": "no_such_package:Teacher"}
    monkeypatch.setattr(registry, "_extra", extra)
    with pytest.raises(BeyondBackend) as caught:
        fitted(lesson("it"), "lesson:embedded", "lesson.1")
    assert (
        caught.value.remedy.startswith("These can: lesson:polyglot. ")
        and "--backend lesson=polyglot" in caught.value.remedy
    )
    with pytest.raises(BeyondBackend, match="has it"):
        fitted(lesson("de"), "lesson:polyglot", "lesson.1")


@pytest.mark.parametrize("language", ["it", "ar", "he", "tlh", "yue-Hant", "x-none", ""])
@pytest.mark.parametrize("spec", ["text:embedded", "music:embedded"])
def test_any_language_is_served_where_none_is_listed(spec: str, language: str) -> None:
    request = (
        TextRequest(role="headlines", language=language) if spec[0] == "t" else MusicRequest(mood="warm", seconds=4)
    )
    assert fitted(request, spec, "slot") == request


@pytest.mark.parametrize(("width", "height"), [(180, 321), (181, 320)])
def test_a_side_that_it_cannot_make_is_refused(width: int, height: int) -> None:
    film = VideoRequest(width=width, height=height, seconds=2, direction=LOOK, scenes=())
    with pytest.raises(
        BeyondBackend, match=rf"{width}x{height} pixels \(its sides are 16 to 4096 in steps of 2\)"
    ) as caught:
        fitted(film, "video:embedded", "video.9x16.en")
    assert caught.value.which == "video.9x16.en"


def test_sizes_hold_their_ends() -> None:
    sizes = Sizes(64, 1024, step=64)
    assert [s for s in (0, 63, 64, 65, 128, 1024, 1088) if sizes.hold(s)] == [64, 128, 1024]
    small = Abilities(revision="1", sizes=sizes)
    assert lacks(image(128, 1024), small) == "" and "128x1088" in lacks(image(128, 1088), small)


def test_reference_pictures_are_counted() -> None:
    with pytest.raises(BeyondBackend, match="1 reference pictures .it heeds none."):
        fitted(image(references=("0" * 64,)), "image:embedded", "picture.hero")
    two = Abilities(revision="1", references=2)
    assert lacks(image(references=("a", "b")), two) == "" and "heeds 2" in lacks(image(references=("a", "b", "c")), two)


def test_a_seed_that_changes_nothing_is_taken_out() -> None:
    mix = SoundRequest(seconds=2, seed=7)
    assert fitted(mix, "sound:embedded", "mix.en") == SoundRequest(seconds=2)
    piece = MusicRequest(mood="warm", seconds=4, seed=7)
    assert fitted(piece, "music:embedded", "music").seed == 7
