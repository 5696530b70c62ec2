"""Display banners: every standard size says who, what and where to press, in type that can be read."""

from __future__ import annotations

import pytest

from core.findings import Finding, Severity
from core.requests import DesignTexts
from tools.checks.layout import contrast, fits
from tools.design.families import FAMILIES
from tools.design.layout import compose
from tools.design.placed import Composition
from tools.design.render import to_array, to_png

from .layouts import ARABIC, BANNERS, CHINESE, TEXTS, nothing, request, violations

PLAIN = TEXTS.model_copy(update={"legal": ""})
LONG = DesignTexts(
    brand="Roue Libre",
    headline="Vos colis à vélo, livrés partout dans la ville avant que le café refroidisse",
    sub="Coursiers salariés, zéro diesel, un suivi à la minute.",
    cta="Commander une course",
    badge="Première course offerte",
)
SHORT = DesignTexts(brand="Kō", headline="Sleep.", cta="Shop")


def _misfits(made: Composition) -> list[Finding]:
    """What does not fit; an offer that the smallest sizes leave out is told, not wrong."""
    return [f for f in fits(made.layout()) if f.severity != Severity.INFO]


@pytest.mark.parametrize("size", BANNERS, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_family_answers_every_banner(family: str, size: tuple[int, int]) -> None:
    made = compose(request(family, size, PLAIN), nothing)
    assert violations(made) == []
    assert _misfits(made) == [] and contrast(to_png(made.svg()), made.layout()) == ()
    assert {"brand", "headline", "cta"} <= {t.role for t in made.texts}
    assert all(t.size >= 11 for t in made.texts)
    assert made.family == family


@pytest.mark.parametrize("size", BANNERS, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize(
    ("texts", "language"), [(LONG, "fr"), (SHORT, "en"), (CHINESE, "zh"), (ARABIC, "ar")], ids=["fr", "en", "zh", "ar"]
)
def test_long_and_short_words_in_any_script(texts: DesignTexts, language: str, size: tuple[int, int]) -> None:
    made = compose(request("rings", size, texts, language=language, icon="bicycle"), nothing)
    assert _misfits(made) == [] and violations(made) == []
    head = next(t for t in made.texts if t.role == "headline")
    assert head.size == max(t.size for t in made.texts), "the message leads"


def test_there_is_room_for_the_picture() -> None:
    for size in BANNERS:
        made = compose(request("sunburst" if "sunburst" in FAMILIES else "rings", size, SHORT, icon="coffee"), nothing)
        assert made.hero_box is not None, size
        assert not any(t.occupied.overlaps(made.hero_box) for t in made.texts), size


def test_families_differ_in_small_too() -> None:
    drawn = {
        f: compose(request(f, (300, 250), SHORT), nothing).background for f in ("arch", "bauhaus", "rings", "split")
    }
    assert len(set(drawn.values())) == len(drawn)


def test_without_a_picture_the_motif_still_fills_its_corner() -> None:
    made = compose(request("bauhaus", (300, 250), SHORT, icon=""), nothing)
    pixels = to_array(made.background_svg())[..., :3].reshape(-1, 3)
    assert made.hero_box is None
    assert (pixels != pixels[0]).any(axis=1).mean() > 0.1


def test_what_no_banner_can_hold_is_told() -> None:
    texts = TEXTS.model_copy(update={"headline": "very long words go on " * 40, "legal": "small print " * 60})
    made = compose(request("rings", (320, 50), texts), nothing)
    assert violations(made) == []
    assert {"dropped", "truncated"} & {i.kind for i in made.issues}


@pytest.mark.parametrize("size", [(160, 600), (120, 600)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("words", [SHORT, LONG, PLAIN], ids=["short", "long", "plain"])
def test_a_tower_is_not_empty_in_the_middle(words: DesignTexts, size: tuple[int, int]) -> None:
    made = compose(request("rings", size, words, icon="coffee"), nothing)
    boxes = sorted((t.occupied for t in made.texts), key=lambda b: b.y)
    gaps = [low.y - high.bottom for high, low in zip(boxes, boxes[1:], strict=False)]
    assert max(gaps) < size[1] * 0.2


@pytest.mark.parametrize("words", ["light incomprehensibilities", "light Donaudampfschifffahrt"])
def test_a_button_is_no_higher_than_its_strip(words: str) -> None:
    """Three lines in 50 pixels stood out of it; what it cuts is told."""
    made = compose(request("arch", (320, 50), DesignTexts(cta=words), colours=(), icon="", scene="bindery"), nothing)
    assert violations(made) == []
    assert [t.role for t in made.texts] == ["cta"] and made.texts[0].occupied.h <= made.safe.h
