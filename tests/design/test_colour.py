from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.direction import Palette
from core.vocab import MOODS
from tools.design.colour import (
    contrast,
    curated,
    curated_names,
    ensure,
    from_oklch,
    hexed,
    ink_on,
    mix,
    palette_from,
    to_oklab,
    to_oklch,
)

COLOUR = st.integers(0, 0xFFFFFF).map(lambda v: f"#{v:06x}")


def test_known_values() -> None:
    """Contrast from WCAG's own examples; OKLCH from Ottosson's reference (CSS Color 4)."""
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    red = to_oklch("#ff0000")
    assert (red.l, red.c, red.h) == pytest.approx((0.62796, 0.25768, 29.2339), abs=1e-3)
    assert to_oklab("#ffffff") == pytest.approx((1, 0, 0), abs=1e-6)


@given(COLOUR)
def test_oklch_returns_the_same_colour(colour: str) -> None:
    assert from_oklch(*to_oklch(colour)) == colour


@given(st.floats(-0.5, 1.5), st.floats(0, 0.5), st.floats(-720, 720))
def test_any_oklch_gives_a_colour_of_that_lightness(l: float, c: float, h: float) -> None:  # noqa: E741
    """Eight bits are coarse near black: there the nearest colour may be a twentieth off."""
    wanted = min(1, max(0, l))
    assert to_oklch(from_oklch(l, c, h)).l == pytest.approx(wanted, abs=0.02 if wanted > 0.15 else 0.06)


@given(COLOUR, COLOUR, st.floats(0, 1))
def test_mix_lies_between(a: str, b: str, t: float) -> None:
    assert (mix(a, b, 0), mix(a, b, 1)) == (a, b)
    low, high = sorted((to_oklab(a).l, to_oklab(b).l))
    assert low - 0.02 <= to_oklab(mix(a, b, t)).l <= high + 0.02


@given(COLOUR, COLOUR, st.sampled_from([3.0, 4.5, 7.0]))
@settings(deadline=None)
def test_ensure_holds_the_ratio_or_gives_the_best_there_is(fg: str, bg: str, ratio: float) -> None:
    found = ensure(fg, bg, ratio)
    best = max(contrast("#ffffff", bg), contrast("#000000", bg))
    assert contrast(found, bg) >= min(ratio, best) - 1e-9
    if contrast(fg, bg) >= ratio:
        assert found == fg


def test_ensure_moves_no_further_than_needed_and_keeps_the_hue() -> None:
    found = ensure("#ffb545", "#ffffff", 4.5)
    assert contrast(found, "#ffffff") < 4.7 and abs(to_oklch(found).h - to_oklch("#ffb545").h) < 6


def test_ink_on_takes_the_better_of_two() -> None:
    assert ink_on("#0b0b1e", "#f7f2ff", "#222222") == "#f7f2ff" and ink_on("#ffe14d", "#ffffff", "#111111") == "#111111"
    assert hexed(2, -1, 0.5) == "#ff0080"


def _assert_legible(p: Palette) -> None:
    assert contrast(p.ink, p.bg) >= 4.5 and contrast(p.ink, p.surface) >= 4.5
    if max(contrast("#ffffff", p.bg), contrast("#000000", p.bg)) >= 7:
        assert contrast(p.ink, p.bg) >= 7
    assert contrast(p.muted, p.bg) >= 4.5 and contrast(p.muted, p.surface) >= 4.5
    assert contrast(p.accent_ink, p.accent) >= 4.5
    assert contrast(p.accent, p.bg) >= 1.25, "the button can be seen"
    assert to_oklch(p.deep).l < to_oklch(p.light).l


@given(
    st.lists(COLOUR, min_size=1, max_size=5),
    st.sampled_from([*MOODS, "unheard-of"]),
    st.booleans(),
    st.integers(0, 2**31 - 1),
)
@settings(max_examples=150, deadline=None)
def test_any_brand_gives_a_legible_palette_with_its_colour_in_it(
    brand: list[str], mood: str, dark: bool, seed: int
) -> None:
    palette = palette_from(brand, mood, dark, seed)
    _assert_legible(palette)
    assert palette.accent == brand[0] or palette.bg == brand[0]
    assert palette == palette_from(brand, mood, dark, seed)
    assert (
        (to_oklch(palette.bg).l < 0.6) == dark
        or contrast(brand[0], "#ffffff") < 1.3
        or contrast(brand[0], "#000000") < 1.6
    )


@pytest.mark.parametrize(
    "colour", ["#ffffff", "#000000", "#808080", "#ffff00", "#0000ff", "#fff6e8", "#12233f", "#e60023"]
)
@pytest.mark.parametrize("dark", [False, True])
def test_hard_brand_colours(colour: str, dark: bool) -> None:
    _assert_legible(palette_from([colour], "warm", dark, 3))


def test_a_second_brand_colour_is_used() -> None:
    assert palette_from(["#12233f", "#ffb545"], "bold", False, 1).accent2 == "#ffb545"
    night = palette_from(["#12233f", "#ffb545"], "bold", True, 1)
    assert (night.bg, night.accent) == ("#12233f", "#ffb545")


def test_a_pale_brand_colour_is_the_page_wherever_it_stands() -> None:
    page = palette_from(["#34495e", "#8a9a8b", "#f3f1ec"], "serious", False, 1)
    assert (page.bg, page.accent, page.accent2) == ("#f3f1ec", "#34495e", "#8a9a8b")
    dark = palette_from(["#ffb545", "#12233f"], "epic", True, 1)
    assert (dark.bg, dark.accent) == ("#12233f", "#ffb545")


@pytest.mark.parametrize("mood", MOODS)
def test_every_mood_has_several_legible_palettes(mood: str) -> None:
    found = [curated(mood, seed) for seed in range(24)]
    for palette in found:
        _assert_legible(palette)
    assert len(set(p.bg for p in found)) >= 4 and curated(mood, 5) == curated(mood, 5)


def test_a_ground_can_be_asked_for() -> None:
    for mood in (*MOODS, "unheard-of"):
        assert to_oklch(curated(mood, 1, dark=True).bg).l < 0.55 < to_oklch(curated(mood, 1, dark=False).bg).l
    assert palette_from([], "calm", True, 4) == curated("calm", 4, dark=True)
    assert len(curated_names()) >= 30 and len(set(curated_names())) == len(curated_names())


def test_a_wrong_colour_is_refused() -> None:
    with pytest.raises(ValueError, match="red"):
        palette_from(["red"], "calm", False, 1)


def test_a_brands_own_paper_is_the_ground() -> None:
    made = palette_from(("#5b1f2e", "#d8b98a", "#f5efe4"), "elegant", False, 1)
    assert (made.bg, made.accent, made.accent2) == ("#f5efe4", "#5b1f2e", "#d8b98a")
    assert palette_from(("#5b1f2e", "#d8b98a", "#f5efe4"), "elegant", True, 1).bg != "#f5efe4"
