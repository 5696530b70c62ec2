"""Every family at every size and in every script: nothing collides, sticks out or cannot be read."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from core.requests import DesignTexts
from tools.design.families import FAMILIES
from tools.design.layout import compose
from tools.design.placed import Composition
from tools.design.render import to_array

from .layouts import ARABIC, CHINESE, SIZES, TEXTS, nothing, request, violations


@pytest.mark.parametrize("family", sorted(FAMILIES))
@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_holds_at_every_size(family: str, size: tuple[int, int]) -> None:
    made = compose(request(family, size), nothing)
    assert violations(made) == []
    roles = [t.role for t in made.texts]
    assert "headline" in roles and "cta" in roles
    for text in made.texts:
        assert made.safe.contains(text.occupied, 2), (text.role, text.occupied)


@pytest.mark.parametrize("family", sorted(FAMILIES))
@pytest.mark.parametrize(("texts", "language"), [(ARABIC, "ar"), (CHINESE, "zh")])
def test_holds_in_other_scripts(family: str, texts: DesignTexts, language: str) -> None:
    made = compose(request(family, (1080, 1080), texts, language=language), nothing)
    assert violations(made) == []
    head = next(t for t in made.texts if t.role == "headline")
    assert not head.missing and not head.truncated
    if language == "ar" and head.anchor != "middle":
        assert head.anchor == "end" and head.box.right > 1080 * 0.85, "Arabic stands on the right"


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_headline_without_end_is_cut_and_says_so(family: str) -> None:
    texts = TEXTS.model_copy(update={"headline": "very long words go on " * 230})
    made = compose(request(family, texts=texts), nothing)
    assert violations(made) == []
    head = next(t for t in made.layout()["elements"] if t["role"] == "headline")
    assert head["truncated"] and head["lines"][-1].endswith("…") and len(head["text"]) > 4000
    assert any(i.kind == "truncated" and i.role == "headline" for i in made.issues)


@pytest.mark.parametrize(
    "text", ["<script>alert('x')</script> & \"co\"", "=1+1", "../../etc/passwd", "Hi 👋 there ☕", "a\x00b\u202ec"]
)
def test_words_are_only_words(text: str) -> None:
    texts = DesignTexts(brand=text, headline=text, sub=text, cta=text, badge=text, legal=text, bullets=(text,))
    made = compose(request("split", texts=texts), nothing)
    tree = ElementTree.fromstring(made.svg())
    assert not [e for e in tree.iter() if e.tag.endswith(("script", "foreignObject"))]
    assert violations(made) == []


def test_every_family_stands_without_a_hero() -> None:
    for family in FAMILIES:
        made = compose(request(family, icon=""), nothing)
        assert violations(made) == [], family
        assert made.hero_box is None


def test_layers_are_apart_and_add_up() -> None:
    made = compose(request("rings", (540, 675)), nothing)
    ground = to_array(made.background_svg())
    hero = to_array(made.hero_svg())
    assert (ground[..., 3] == 255).all(), "the background is opaque"
    assert 0.02 < float((hero[..., 3] > 0).mean()) < 0.6, "the hero stands on nothing"
    whole = Image.fromarray(ground)
    for layer in [hero, *(to_array(made.text_svg(i)) for i in range(len(made.texts)))]:
        whole.alpha_composite(Image.fromarray(layer))
    apart = np.asarray(whole).astype(int)[..., :3]
    together = to_array(made.svg()).astype(int)[..., :3]
    assert np.abs(apart - together).mean() < 0.6


def test_ids_never_clash() -> None:
    for family in FAMILIES:
        ids = re.findall(r'\bid="([^"]+)"', compose(request(family), nothing).svg())
        assert len(ids) == len(set(ids)), family


def test_one_request_one_result() -> None:
    first, second = (compose(request("bauhaus", seed=4), nothing).svg() for _ in range(2))
    other = compose(request("bauhaus", seed=5), nothing).svg()
    assert first == second != other


def test_a_photo_fills_its_family(photo: bytes) -> None:
    for family in FAMILIES:
        for size in ((1080, 1350), (1200, 628)):
            made = compose(request(family, size, photo="0" * 64, seed=2), lambda _: photo)
            assert violations(made) == [], family
            assert "data:image/jpeg" in made.ground_svg(), family


@pytest.mark.parametrize("size", [(1080, 1920), (1080, 1080), (1920, 1080)])
def test_the_scenes_of_a_film_have_their_photo_in_one_place(size: tuple[int, int], photo: bytes) -> None:
    grounds = set()
    for headline in ("Half price", "Wetsuits and buoyancy aids are included in every tour"):
        texts = DesignTexts(brand="Saltmarsh", headline=headline)
        asked = request("photo", size, texts, photo="0" * 64, seed=3).model_copy(update={"moving": True})
        made = compose(asked, lambda _: photo)
        assert violations(made) == []
        grounds.add(made.background)
    assert len(grounds) == 1


def test_a_logo_takes_the_place_of_the_name() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (400, 120), (255, 255, 255, 255)).save(out, "PNG")
    shapes = b'<circle cx="15" cy="15" r="12" fill="#123"/><path d="M32 3h18v24h-18zM56 3h14v24h-14zM76 3h20v24h-20z" fill="#123"/>'
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="30">' + shapes + b"</svg>"
    for data, media in ((out.getvalue(), "image/png"), (svg, "image/svg+xml")):
        made = compose(request("split", logo="0" * 64, logo_media=media), lambda _, d=data: d)
        brand = _brand(made)
        assert brand.lines == () and "data:image/png" in brand.art
        assert '<circle cx="15"' not in made.svg(), "a logo is drawn apart, never joined"


def test_a_sign_without_letters_stands_beside_the_name() -> None:
    sign = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><circle cx="15" cy="15" r="12" fill="#123"/></svg>'
    brand = _brand(compose(request("split", logo="0" * 64, logo_media="image/svg+xml"), lambda _: sign))
    assert brand.lines == ("Oficina Azul",) and "data:image/png" in brand.art


def test_a_logo_that_looks_outside_is_refused() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd" width="9" height="9"/></svg>'
    made = compose(request("split", logo="0" * 64, logo_media="image/svg+xml"), lambda _: svg)
    assert _brand(made).lines == ("Oficina Azul",)


def _brand(made: Composition):  # type: ignore[no-untyped-def]
    return next(t for t in made.texts if t.role == "brand")


@pytest.fixture(scope="module")
def photo() -> bytes:
    """A bright subject in the upper right of a noisy ground."""
    rng = np.random.default_rng(3)
    pixels = rng.integers(90, 130, (600, 900, 3), dtype=np.uint8)
    pixels[80:260, 560:760] = (240, 90, 40)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=88)
    return out.getvalue()


def test_arabic_layouts_stand_on_the_right_even_where_a_latin_name_comes_first() -> None:
    texts = ARABIC.model_copy(update={"headline": "Nova قهوة كل صباح", "bullets": ("Wi-Fi سريع",)})
    made = compose(request("split", (1080, 1080), texts, language="ar-EG"), nothing)
    head = next(t for t in made.texts if t.role == "headline")
    assert head.anchor == "end" and head.direction == "rtl"
    assert all(t.direction == "rtl" for t in made.texts if t.role == "bullet")
    plain = compose(request("split", (1080, 1080), TEXTS, language="ar"), nothing)
    assert all(t.direction == "ltr" for t in plain.texts), "words that are all Latin run from the left"


@pytest.mark.parametrize("family", sorted(FAMILIES))
@pytest.mark.parametrize("language", ["ar", "he"])
def test_paragraphs_of_right_to_left_languages_end_on_one_right_edge(family: str, language: str) -> None:
    hebrew = DesignTexts(
        brand="קפה Nova",
        headline="הקפה של Nova מגיע עד 7:30, כל בוקר",
        cta="להזמנה",
        sub="קולים כל יום ראשון, 3 תערובות.",
    )
    made = compose(request(family, (1080, 1350), hebrew if language == "he" else ARABIC, language=language), nothing)
    flush = [t for t in made.texts if t.role in ("headline", "sub") and t.anchor != "middle"]
    assert all(t.anchor == "end" and t.direction == "rtl" for t in flush)
    assert len({round(t.x) for t in flush}) <= 1


def test_an_offer_with_its_hour_is_whole_on_a_cover() -> None:
    texts = DesignTexts(headline="An hour of company", sub="A charity", cta="Register your interest", badge="Open evening on 21 January 2027 at 7 pm", brand="Fernlea Hospice")  # fmt: skip
    for size in ((1080, 1080), (1080, 1350), (1080, 1920)):
        made = compose(request("magazine", size, texts), nothing)
        assert not [i for i in made.issues if i.role == "badge"], size
