"""Choosing an art direction once, so that every picture and film of a deliverable belongs together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from core.canonical import derive_seed
from core.direction import Direction, Palette
from core.embedding import Embedder
from tools.image.embedded.subject import head_of, hour_of, own_icon, scene_in_passing, setting, ware_of

from .colour import is_ground, palette_from
from .concepts import concept
from .families import FAMILIES
from .fonts import FONTS, FontFace, ids
from .icons import FLOOR
from .icons import choose as nearest

_FILE: Final = Path(__file__).with_name("tastes.json")
_UNLIKE: Final = {"dice-five": "game-controller", "game-controller": "dice-five"}
"""An icon that beside this hero would tell of another thing: the games of a board-game café are not video games."""


def choose(
    *,
    brand_colours: Sequence[str],
    mood: str,
    domain: str,
    product: str,
    proofs: Sequence[str],
    language: str,
    seed: int,
    embedder: Embedder | None = None,
    has_photo: bool = False,
    avoid_families: Sequence[str] = (),
    preferred_palette: Sequence[str] = (),
    avoid_palettes: Sequence[str] = (),
    ground: str = "",
    fonts: Sequence[str] = (),
    title: str = "",
) -> Direction:
    """An art direction for a product. The same arguments give the same one; another seed gives another look.

    Brand colours are kept; without any, the preferred ones; without those, a curated palette of the mood. The hero is the
    icon nearest to the product in meaning, or none, and then a family is taken that stands on type or on a scene.
    The ware is what the product, or else the title, names. The scene is one that the product's words name, else where the
    ware is at home, else one that the proofs name; where nothing is known of the product it is an abstract one.
    Unknown moods and domains count as ``warm`` and ``plain``. ``avoid_palettes`` are named as ``palette_name`` does; ``ground``
    is ``light``, ``dark`` or open.
    """
    tastes = _tastes()
    mood = mood if mood in tastes["fonts"] else "warm"
    domain = domain if domain in tastes["families"] else "plain"
    icon, ware = _hero(product, title, language, embedder)
    icons: list[str] = []
    for proof in proofs:
        icons.append(_icon(proof, language, embedder, (*icons, icon, _UNLIKE.get(icon, "")), PROOF_FLOOR)[0])
    display, text = _fonts(mood, domain, language, seed, fonts)
    dark = ground == "dark" if ground else _dark(mood, brand_colours, seed, hour_of(product) == "night")
    place = setting(product, ware) or (scene_in_passing(" ".join((title, *proofs))) if not icon else "")
    family = _family(domain, mood, bool(icon), has_photo, frozenset(avoid_families), seed, place)
    if icon in _PAINTED.get(place, ()):  # the scene shows the thing itself: a sign before it would be a second one
        ware = ""
        icon = "" if family == "scene" else icon
    return Direction(
        family=family,
        palette=_palette(tuple(brand_colours) or tuple(preferred_palette), mood, dark, seed, frozenset(avoid_palettes)),
        display=display,
        text=text,
        icon=icon,
        icons=tuple(icons),
        scene=place or (_pick(tastes["scenes"][domain], "scene", seed) if icon else _ABSTRACT),
        ware=ware,
        time=hour_of(product) or _pick(tastes["times"][mood], "time", seed),
        mood=mood,
    )


def palette_name(palette: Palette) -> str:
    """A palette by what is seen of it first: ``#ground #accent``."""
    return f"{palette.bg} {palette.accent}"


_TURNS: Final = 24
"""Seeds that are tried for a palette that was not turned down; where all were, the first one stands."""


def _palette(colours: Sequence[str], mood: str, dark: bool, seed: int, avoid: frozenset[str]) -> Palette:
    seeds = [derive_seed("palette", seed), *(derive_seed("palette", seed, n) for n in range(1, _TURNS if avoid else 1))]
    made = [palette_from(colours, mood, dark, s) for s in seeds]
    return next((p for p in made if palette_name(p) not in avoid), made[0])


_ABSTRACT: Final = "waves"
"""The scene of what nothing is known of: a wrong one would tell of another trade."""
_SURE: Final = 0.5
"""How near an icon must be to the product before its ware is drawn large."""
PROOF_FLOOR: Final = 0.46
"""How near an icon must be to a proof: beside one, a tick says less than a wrong sign does harm."""
_PLACES: Final = frozenset({"river", "harbour", "coast", "reef", "hills", "forest", "desert", "snow", "garden"})
_PAINTED: Final = {"river": ("boat", "sailboat"), "harbour": ("boat", "sailboat", "anchor"), "coast": ("sailboat",)}
"""Icons that a scene paints by itself."""
_TRAVELS: Final = frozenset({"travel", "outdoor"})


_TEACHING: Final = ("student", "graduation-cap", "chalkboard-teacher")
"""Icons of any school: they do not say what it teaches."""
_PICTURED: Final = frozenset({"scene", "photo"})
"""Families that need something to show."""


def _dark(mood: str, brand_colours: Sequence[str], seed: int, night: bool) -> bool:
    """Whether the page is dark: always in some moods, now and then in others and for what opens at night, where the brand names no paper of its own."""
    share = float(_tastes()["dark"].get(mood, 0.0))
    pale = any(is_ground(c, dark=False) for c in brand_colours)
    return share >= 1.0 or (not pale and (night or _unit("dark", seed) < share))


def _family(domain: str, mood: str, icon: bool, photo: bool, avoid: frozenset[str], seed: int, place: str = "") -> str:
    tastes = _tastes()
    clashing = tastes["clashing"].get(mood, [])
    likes: list[str] = [f for f in (*tastes["families"][domain], *tastes["mood_families"][mood]) if f not in clashing]
    if domain in _TRAVELS and place in _PLACES and "scene" not in clashing:
        likes = [*likes, *["scene"] * len(likes)]  # whoever sells a place shows it
    if photo:
        likes = tastes["with_photo"]
    elif not icon:
        led: list[str] = [f for f in tastes["type_led"] if place or f not in _PICTURED]
        likes = [f for f in likes if f in led] + led
    allowed = [f for f in likes if f not in avoid] or [f for f in FAMILIES if f not in avoid] or list(FAMILIES)
    return str(_pick(allowed, "family", seed))


def _hero(product: str, title: str, language: str, embedder: Embedder | None) -> tuple[str, str]:
    """The icon and the ware of a product; the icon is the ware's own where the product names the ware."""
    icon, sure = _icon(head_of(product), language, embedder, ())  # what is sold, not the castle that it is near
    if not icon:
        icon, sure = _icon(product, language, embedder, ())
    ware = ware_of(product, icon if sure >= _SURE else "")
    if not ware and sure < _SURE and title:
        ware = ware_of(title, concept(title, language))
    if not ware and icon in _TEACHING and setting(product) != "classroom":
        icon = concept(product, language, (*_TEACHING,))  # a school by the sea is shown by the sea, not by a pupil
    return own_icon(ware, icon), ware


def _icon(
    phrase: str, language: str, embedder: Embedder | None, exclude: Sequence[str], floor: float = FLOOR
) -> tuple[str, float]:
    """An icon and how sure it is, 0-1; an empty string where none is near."""
    if not phrase.strip():
        return "", 0.0
    gone = tuple(e for e in exclude if e)
    if embedder is None:
        found = concept(phrase, language, gone)
        return found, 1.0 if found else 0.0
    return nearest(phrase, embedder, floor=floor, exclude=gone, language=language)


_SQUARE = frozenset({"zh", "ja", "ko"})
_SERIF = frozenset({"fraunces-black", "playfair-black", "lora-bold", "lora-regular", "caveat-bold"})
"""Faces whose figures and Latin letters would stand like strangers among the sans serif signs of those scripts."""


def _fonts(mood: str, domain: str, language: str, seed: int, wanted: Sequence[str]) -> tuple[str, str]:
    """A display and a text face: the brand's own where we have them, else a pair that suits mood and trade."""
    tastes = _tastes()
    pairs: list[list[str]] = [*tastes["fonts"][mood], *tastes["domain_fonts"].get(domain, [])]
    if language in _SQUARE:
        pairs = [pair for pair in pairs if not set(pair) & _SERIF] or [["outfit-bold", "outfit-regular"]]
    display, text = _pick(pairs, "fonts", seed)
    for name in wanted:
        own = [f for f in FONTS.values() if f.role != "fallback" and _named(f, name)]
        display = next((f.id for f in own if f.id in ids("display")), display)
        text = next((f.id for f in own if f.id in ids("text") and f.weight < 550), text)
    return display, text


def _named(font: FontFace, name: str) -> bool:
    """Whether a brand means this face; renamed ones are known by the first part of their id."""
    return _plain(font.family) in _plain(name) or font.id.split("-")[0] in _plain(name)


def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _pick(options: Sequence[Any], what: str, seed: int) -> Any:
    return options[derive_seed(what, seed) % len(options)]


def _unit(what: str, seed: int) -> float:
    return derive_seed(what, seed) / 2**31


@lru_cache(maxsize=1)
def _tastes() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_FILE.read_text("utf-8"))
    return loaded
