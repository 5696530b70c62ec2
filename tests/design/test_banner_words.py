"""What a banner says, in every size: who, what, where to press, and the offer where the area allows."""

from __future__ import annotations

import io
import random

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.requests import DesignTexts
from tools.design.layout import compose
from tools.design.lettered import lettered
from tools.design.photo import Picture

from .layouts import BANNERS, nothing, request, violations

NAMES = ("Ono", "Tres Higueras", "Atelier Plioir", "Belego", "雨人修伞铺", "Μελισσοκομία Ψηλορείτη")
HEADS = (
    "Sharp by Friday",
    "La mermelada de la abuela vuelve al mercado",
    "修一把伞，多撑十年",
    "Zettelfrei zum Jahresende",
)
KINDS = (("Mobile knife sharpening service",), ("Cours de reliure à la main", "Cours de reliure"), ("老城区手工修伞",))
OFFERS = (
    ("First ten blades free until 30 November", "First ten blades free until 30 Nov"),
    ("Halber Preis",),
    ("八折",),
)
CTAS = ("Book a visit", "Jetzt testen", "到店修伞", "Reserva tu tarro")
ROOMY = 300 * 250


def _words(rng: random.Random) -> DesignTexts:
    badge, *shorter = rng.choice(OFFERS)
    return DesignTexts(
        brand=rng.choice(NAMES), headline=rng.choice(HEADS), cta=rng.choice(CTAS), badge=badge,
        offers=tuple(shorter), kinds=rng.choice(KINDS), legal=rng.choice(("", "Prices exclude VAT.")),
    )  # fmt: skip


@pytest.mark.parametrize("size", BANNERS, ids=lambda s: f"{s[0]}x{s[1]}")
def test_every_size_says_who_what_and_where(size: tuple[int, int]) -> None:
    rng = random.Random(size[0] * 10_000 + size[1])
    for _ in range(3):
        texts = _words(rng)
        made = compose(request(rng.choice(("rings", "split", "swiss")), size, texts, icon="coffee"), nothing)
        said = {t.role: t for t in made.texts}
        assert violations(made) == []
        assert {"brand", "headline", "cta"} <= set(said)
        assert said["brand"].lines and not said["brand"].truncated
        told = {(i.kind, i.role) for i in made.issues}
        assert {said["headline"].text, said["sub"].text if "sub" in said else ""} & set(texts.kinds) or (
            size[0] <= 120 and ("dropped", "sub") in told
        )
        if size[0] * size[1] >= ROOMY:
            assert said["badge"].text in (texts.badge, *texts.offers)
        for role in ("badge", "legal"):
            assert role in said or not getattr(texts, role) or ("dropped", role) in told, "what is left out is told"


def test_a_long_name_is_said_whole_on_a_tower() -> None:
    name = "Ballymacarrett and Upper Newtownards Road Community Bicycle Workshop"
    made = compose(request("rings", (120, 600), DesignTexts(brand=name, headline="Winter weeks", cta="Book")), nothing)
    brand = next(t for t in made.texts if t.role == "brand")
    assert " ".join(brand.lines) == name and not brand.truncated


def _sign() -> bytes:
    image = Image.new("RGBA", (200, 200))
    ImageDraw.Draw(image).ellipse((10, 10, 190, 190), fill="#0f766e")
    ImageDraw.Draw(image).line((60, 120, 95, 150, 150, 70), fill="#f4b942", width=22)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("size", [(320, 50), (300, 250), (160, 600)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_a_sign_without_letters_has_the_name_beside_it(size: tuple[int, int]) -> None:
    asked = request(
        "rings",
        size,
        DesignTexts(brand="Belego", headline="Zettelfrei", cta="Testen"),
        logo="a",
        logo_media="image/png",
    )
    made = compose(asked, lambda digest: _sign())
    brand = next(t for t in made.texts if t.role == "brand")
    assert brand.lines == ("Belego",) and "<image" in brand.art and violations(made) == []


def test_letters_in_a_row_are_lettering() -> None:
    image = Image.new("RGBA", (300, 120))
    for i, wide in enumerate((30, 22, 34, 26, 30)):
        ImageDraw.Draw(image).rectangle((20 + i * 50, 40, 20 + i * 50 + wide, 84), fill="#222222")
    assert lettered(Picture(np.asarray(image)))
    assert not lettered(Picture(np.asarray(Image.open(io.BytesIO(_sign())))))
