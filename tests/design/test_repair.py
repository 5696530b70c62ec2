"""The checker mends what can be mended and names the rest.

``BOTTEGA_EXAMPLES=2000 pytest tests/design/test_repair.py`` draws 2,000 random layouts instead of 60.
"""

from __future__ import annotations

import os
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.requests import DesignTexts
from tools.design.elements import ink_of
from tools.design.families import FAMILIES
from tools.design.layout import compose
from tools.design.placed import Box, Composition, PlacedText
from tools.design.repair import audit, repair, required
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
]
words = st.lists(st.sampled_from(_WORDS), max_size=26).map(" ".join)
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
