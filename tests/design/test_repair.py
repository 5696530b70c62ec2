"""The checker mends what can be mended and names the rest.

``BOTTEGA_EXAMPLES=2000 pytest tests/design/test_repair.py`` draws 2,000 random layouts instead of 60.
"""

from __future__ import annotations

import os
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.findings import Severity
from core.requests import DesignTexts
from tools.checks.layout import contrast
from tools.design.elements import ink_of
from tools.design.families import FAMILIES
from tools.design.layout import compose
from tools.design.placed import Box, Composition, PlacedText
from tools.design.render import to_png
from tools.design.repair import audit, repair, required
from tools.design.scrim import unrest
from tools.design.shaping import shape
from tools.image.embedded.scenes import SCENES

from .layouts import BANNERS, SIZES, nothing, request, violations

EXAMPLES = int(os.environ.get("BOTTEGA_EXAMPLES", "60"))
_WORDS = [
    "light",
    "river",
    "Donaudampfschifffahrtsgesellschaft",
    "of",
    "a",
    "the",
    "bread",
    "20%",
    "café",
    "naïve",
    "3,50",
    "€",
    "山",
    "茶",
    "清晨的湖",
    "كتاب",
    "مدينة",
    "ספר",
    "שלום",
    "привет",
    "μήλο",
    "👋",
    "☕",
    "<b>",
    "=1+1",
    "../x",
    "&",
    "\u200b",
    "incomprehensibilities",
    "I-can't-believe",
    "Zürich",
    "ab" * 40,
    "한국어로",
    "「おはよう」",
    "𠮷野家",
    "Ελλάδα,",
    "👩\u200d💻",
    "🇩🇪",
    "1\ufe0f\u20e3",
    "ﷺ",
    "¿Qué?",
    "— so",
    "it.",
]
words = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=26).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join).map(lambda text: text[:300]),
    st.text(max_size=60),
)
short = st.lists(st.sampled_from(_WORDS), max_size=5).map(" ".join)
texts = st.builds(
    DesignTexts,
    brand=short,
    headline=words,
    sub=words,
    cta=short,
    badge=short,
    legal=words,
    bullets=st.lists(short, max_size=4).map(tuple),
)
sizes = st.one_of(st.sampled_from(SIZES + BANNERS), st.tuples(st.integers(120, 1400), st.integers(90, 1400)))
colours = st.lists(st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}"), max_size=3).map(tuple)


@pytest.mark.timeout(0 if EXAMPLES > 60 else 600)
@settings(max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES == 60, suppress_health_check=list(HealthCheck))
@given(
    family=st.sampled_from(sorted(FAMILIES)),
    size=sizes,
    texts=texts,
    colours=colours,
    mood=st.sampled_from(("warm", "bold", "epic", "calm")),
    dark=st.booleans(),
    icon=st.sampled_from(("", "coffee", "dog", "bicycle")),
    scene=st.sampled_from(sorted(SCENES)),
    time=st.sampled_from(("dawn", "day", "dusk", "night")),
    seed=st.integers(1, 99),
)
def test_nothing_is_left_wrong(
    family: str,
    size: tuple[int, int],
    texts: DesignTexts,
    colours: tuple[str, ...],
    mood: str,
    dark: bool,
    icon: str,
    scene: str,
    time: str,
    seed: int,
) -> None:
    made = compose(
        request(
            family, size, texts, colours=colours, mood=mood, dark=dark, icon=icon, scene=scene, time=time, seed=seed
        ),
        nothing,
    )
    assert violations(made) == []
    for text in made.texts:
        assert not any(g.glyph == 0 for line in text.lines for g in shape(line, text.font, 1.0).line.glyphs), "tofu"


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    family=st.sampled_from(sorted(FAMILIES)), texts=texts, colours=colours, scene=st.sampled_from(sorted(SCENES)),
    time=st.sampled_from(("dawn", "day", "dusk", "night")), seed=st.integers(1, 99),
)  # fmt: skip
def test_the_pixels_agree(
    family: str, texts: DesignTexts, colours: tuple[str, ...], scene: str, time: str, seed: int
) -> None:
    """Contrast on the finished picture at full size, by the checker that never saw the layout being made."""
    made = compose(
        request(family, (600, 750), texts, colours=colours, icon="coffee", scene=scene, time=time, seed=seed), nothing
    )
    found = contrast(to_png(made.svg()), made.layout())
    assert [f.evidence for f in found if f.severity == Severity.HOLD] == []


@pytest.mark.parametrize("text", ["\u0958", "a \u0958\u0959 b", "\u0b5c", "ab 𒀀"])
def test_what_no_face_draws_is_left_out_and_told(text: str) -> None:
    """Also where one character becomes two before it is drawn."""
    made = compose(request("arch", (400, 400), DesignTexts(brand="Nova", headline="Bread", legal=text)), nothing)
    assert any(i.kind == "tofu" and i.role == "legal" for i in made.issues)
    assert not any(shape(line, t.font, 1.0).missing for t in made.texts for line in t.lines)


def test_unrest_tells_a_busy_ground_from_a_calm_one() -> None:
    flat, stripes = np.full((40, 60, 3), 0.5), np.zeros((40, 60, 3))
    stripes[:, ::2] = 1.0
    slope = np.repeat(np.linspace(0, 1, 60)[None, :, None], 40, axis=0).repeat(3, axis=2)
    box = Box(0, 0, 600, 400)
    assert unrest(flat, 600, box) == 0 and unrest(stripes, 600, box) > 0.9
    assert unrest(slope, 600, box) < 0.03, "a sky is calm"
    assert unrest(stripes, 600, Box(0, 0, 4, 4)) == 0


def test_a_widow_gets_company() -> None:
    ground = '<rect width="400" height="200" fill="#fff"/>'
    text = replace(
        _text("#000000"), lines=("The bread that we bake", "is for all the town to", "eat"), size=20.0, baseline=60
    )
    text = replace(text, box=ink_of(text))
    one = replace(_one(ground, "#000000"), texts=(text,))
    assert [i.kind for i in audit(one)] == ["widow"]
    made = repair(one)
    assert made.texts[0].lines == ("The bread that we bake", "is for all the town", "to eat") and made.issues == ()


def test_an_arrow_under_its_words_is_left_out() -> None:
    text = replace(_text("#000000"), role="cta", art='<path d="M70 95H120"/>', art_box=Box(70, 85, 50, 20))
    one = replace(_one('<rect width="400" height="200" fill="#fff"/>', "#000000"), texts=(text,))
    assert "arrow" in [i.kind for i in audit(one)]
    made = repair(one)
    assert made.texts[0].art == "" and made.issues == ()


def test_unreadable_ink_is_changed() -> None:
    made = repair(_one('<rect width="400" height="200" fill="#101018"/>', "#202028"))
    assert made.texts[0].colour != "#202028" and made.texts[0].contrast >= required(made.texts[0])
    assert made.issues == ()


def test_a_busy_ground_gets_a_plate() -> None:
    stripes = "".join(
        f'<rect x="{x}" width="8" height="200" fill="{"#000" if x % 16 else "#fff"}"/>' for x in range(0, 400, 8)
    )
    made = repair(_one(stripes, "#ffffff"))
    assert made.texts[0].plate is not None and made.texts[0].contrast >= required(made.texts[0])
    assert made.issues == ()


def test_what_sticks_out_is_moved_in() -> None:
    text = _text("#000000").moved(300, -90)
    made = repair(replace(_one('<rect width="400" height="200" fill="#fff"/>', "#000000"), texts=(text,)))
    assert made.safe.contains(made.texts[0].occupied, 2) and made.issues == ()


def test_texts_on_each_other_are_parted() -> None:
    ground = '<rect width="400" height="200" fill="#fff"/>'
    one = _one(ground, "#000000")
    made = repair(replace(one, texts=(one.texts[0], replace(one.texts[0], role="sub").moved(6, 5))))
    assert len(made.texts) == 2 and not made.texts[0].occupied.overlaps(made.texts[1].occupied)


def test_a_hero_under_words_makes_way() -> None:
    one = _one('<rect width="400" height="200" fill="#fff"/>', "#000000")
    hero = replace(one, hero='<circle cx="150" cy="120" r="60" fill="red"/>', hero_box=Box(90, 60, 120, 120))
    made = repair(hero)
    assert not any(i.kind == "overlap" for i in audit(made))


def _text(colour: str) -> PlacedText:
    text = PlacedText("headline", "Good bread", ("Good bread",), "outfit-bold", 30, colour, 60, 100, Box(0, 0, 0, 0))
    return replace(text, box=ink_of(text))


def _one(ground: str, colour: str) -> Composition:
    return Composition(400, 200, "test", ground, texts=(_text(colour),), safe=Box(10, 10, 380, 180))


def test_letters_that_no_face_draws_are_taken_out_in_any_spelling() -> None:
    made = compose(request("arch", texts=DesignTexts(headline="Tea \u0958 time", legal="\u0958")), nothing)
    assert [t.lines for t in made.texts] == [("Tea time",)] and {i.kind for i in made.issues} == {"tofu"}
