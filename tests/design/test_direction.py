"""An art direction: the same again for the same brief, another for another, and the brand's own colours kept."""

from __future__ import annotations

from typing import Any

import pytest

from core.direction import Direction
from core.vocab import DOMAINS, MOODS, TIMES
from tools.design import direction as module
from tools.design.colour import contrast, luminance
from tools.design.families import FAMILIES
from tools.design.fonts import FONTS
from tools.design.icons import names
from tools.image.embedded.scenes import SCENES


def choose(**more: Any) -> Direction:
    given: dict[str, Any] = {
        "brand_colours": (), "mood": "warm", "domain": "food", "product": "coffee", "proofs": ("roasted at night",), "language": "en", "seed": 1,
    }  # fmt: skip
    return module.choose(**{**given, **more})


def test_same_arguments_same_direction() -> None:
    assert choose(seed=7) == choose(seed=7)


def test_seeds_give_different_looks() -> None:
    looks = {(d.family, d.palette.bg, d.display, d.scene) for d in (choose(seed=s) for s in range(24))}
    assert len(looks) > 15
    assert len({look[0] for look in looks}) >= 4


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_trade_and_mood_is_known(domain: str) -> None:
    for mood in MOODS:
        d = choose(domain=domain, mood=mood, seed=3)
        assert d.family in FAMILIES and d.scene in SCENES and d.time in TIMES
        assert d.display in FONTS and d.text in FONTS
        assert contrast(d.palette.ink, d.palette.bg) >= 4.5


def test_all_families_are_chosen_and_a_trade_has_many() -> None:
    chosen = {(d, choose(domain=d, mood=m, seed=s).family) for d in DOMAINS for m in MOODS for s in range(12)}
    assert {f for _, f in chosen} == set(FAMILIES) - {"photo"}
    assert all(sum(1 for at, _ in chosen if at == d) >= 7 for d in DOMAINS)
    photos = {choose(has_photo=True, seed=s).family for s in range(60)}
    assert {"photo", "magazine", "swiss", "diagonal"} <= photos


def test_moods_keep_out_what_clashes() -> None:
    for mood, families in module._tastes()["clashing"].items():
        for domain in DOMAINS:
            assert not {choose(domain=domain, mood=mood, seed=s).family for s in range(8)} & set(families), mood


def test_every_name_in_the_tastes_exists() -> None:
    tastes = module._tastes()
    assert {f for fs in tastes["families"].values() for f in fs} | {*tastes["type_led"], *tastes["with_photo"]} <= set(
        FAMILIES
    )
    assert {f for key in ("mood_families", "clashing") for fs in tastes[key].values() for f in fs} <= set(FAMILIES)
    assert set(tastes["mood_families"]) == set(MOODS)
    assert {s for ss in tastes["scenes"].values() for s in ss} <= set(SCENES)
    assert {t for ts in tastes["times"].values() for t in ts} <= set(TIMES)
    assert set(tastes["families"]) == set(DOMAINS) and set(tastes["fonts"]) == set(MOODS)


def test_brand_colours_stay() -> None:
    palette = choose(brand_colours=("#12633f", "#f2b705")).palette
    assert "#12633f" in (palette.accent, palette.bg)
    assert choose(preferred_palette=("#12633f",)).palette.accent == "#12633f"


def test_what_has_no_picture_stands_on_type() -> None:
    for seed in range(12):
        d = choose(product="zzyzx qwrt", seed=seed)
        assert d.icon == "" and d.family in module._tastes()["type_led"]


def test_icons_follow_the_proofs() -> None:
    d = choose(product="coffee", proofs=("coffee", "", "zzyzx"))
    assert d.icon in names() and len(d.icons) == 3 and d.icons[1] == "" and d.icons[0] != d.icon


def test_families_that_were_turned_down_stay_away() -> None:
    avoid = tuple(f for f in FAMILIES if f not in ("arch", "editorial"))
    assert all(choose(avoid_families=avoid, seed=s).family in ("arch", "editorial") for s in range(8))
    assert choose(avoid_families=tuple(FAMILIES)).family in FAMILIES


def test_brand_fonts_are_used_where_we_have_them() -> None:
    d = choose(fonts=("Playfair Display", "Inter"))
    assert d.display == "playfair-black" and d.text == "inter-regular"


def test_the_scene_follows_the_words_and_else_the_trade() -> None:
    assert {choose(product="Tauchkurs am Riff", language="de", seed=s).scene for s in range(4)} == {"reef"}
    assert choose(product="zzyzx", proofs=("lessons in the snow",)).scene == "snow"
    assert {choose(product="zzyzx", proofs=(), seed=s).scene for s in range(12)} == {"waves"}, (
        "no scene of another trade"
    )
    knife = choose(product="A mobile knife sharpener", domain="local")
    assert (knife.ware, knife.scene, knife.icon) == ("knife", "galley", "knife")


def test_a_scene_that_shows_the_product_needs_no_sign_of_it() -> None:
    asked = {"brand_colours": (), "mood": "calm", "domain": "travel", "proofs": ("640 games",), "language": "de"}
    for seed in range(1, 8):
        made = choose(product="Flussfahrten mit dem Solarschiff", seed=seed, **asked)  # type: ignore[arg-type]
        assert made.scene == "river" and (made.icon == "") == (made.family == "scene")
    game = choose(product="a board-game café", proofs=("640 games on the shelves",), seed=1, brand_colours=(), mood="bold", domain="games", language="en")  # fmt: skip
    assert (game.icon, game.icons) == ("dice-five", ("",))


def test_what_opens_at_night_stands_on_a_dark_page() -> None:
    for seed in range(8):
        assert luminance(choose(product="码头边的露天夜市", language="zh", mood="bright", seed=seed).palette.bg) < 0.18
        assert luminance(choose(mood="bright", seed=seed).palette.bg) > 0.18


def test_a_page_colour_of_the_brand_is_kept_unless_the_mood_is_always_dark() -> None:
    colours = ("#34495e", "#f3f1ec")
    assert {choose(brand_colours=colours, mood="serious", seed=s).palette.bg for s in range(24)} == {"#f3f1ec"}
    assert luminance(choose(brand_colours=colours, mood="epic").palette.bg) < 0.18
