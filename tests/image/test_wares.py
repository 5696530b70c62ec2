"""Wares in front of a scene: drawn whole, lit, standing; chosen by what is sold, in five languages."""

from __future__ import annotations

import numpy as np
import pytest

from core.direction import Direction
from core.requests import ImageRequest
from tools.design.canvas import Canvas
from tools.design.colour import palette_from
from tools.design.concepts import concept
from tools.design.icons import names
from tools.design.render import to_array
from tools.image.embedded.backend import EmbeddedIllustrator
from tools.image.embedded.deck import NATURAL
from tools.image.embedded.front import in_front
from tools.image.embedded.hour import hour
from tools.image.embedded.painting import paint
from tools.image.embedded.scenes import SCENES
from tools.image.embedded.subject import _wares, head_of, own_icon, setting, ware_of
from tools.image.embedded.wares import WARES, draw, extent

PALETTE = palette_from(("#e8762c", "#2b8c8a"), "warm", False, 1)


def look(ware: str, scene: str = "studio", icon: str = "") -> Direction:
    return Direction(family="scene", palette=PALETTE, display="outfit-bold", text="outfit-regular", ware=ware, icon=icon, scene=scene)  # fmt: skip


def test_every_ware_has_words_a_home_and_an_icon() -> None:
    assert set(_wares()) == set(WARES) and len(WARES) >= 60
    for name, ware in _wares().items():
        assert ware["home"] in SCENES and ware["icon"] in names() and set(ware["icons"]) <= set(names()), name
        assert ware["words"] or ware["icons"], name


@pytest.mark.parametrize("ware", sorted(WARES))
def test_a_ware_stands_on_its_foot_inside_its_box(ware: str) -> None:
    left, top, wide = extent(ware)
    assert left >= -240 and left + wide <= 240 and -440 <= top <= -120
    c = Canvas("t")
    draw(c, ware, 60, 100, 80, hour("dusk", PALETTE), PALETTE, right=False)
    alpha = to_array(f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120">{c.markup()}</svg>')[..., 3]
    rows, columns = np.flatnonzero((alpha > 225).any(axis=1)), np.flatnonzero((alpha > 225).any(axis=0))
    assert 96 <= rows[-1] <= 106, "its foot is on the ground, neither above nor far below"
    assert columns[0] >= 8 and columns[-1] <= 112 and rows[0] >= 12, "nothing is cut"
    assert abs((columns[0] + columns[-1]) / 2 - 60) < 5, "in the middle, whichever side the light is on"


def test_what_must_rise_rises_on_either_side_of_the_light() -> None:
    def drawn(right: bool) -> str:
        c = Canvas("t")
        draw(c, "laptop", 60, 100, 80, hour("day", PALETTE), PALETTE, right)
        return c.markup()

    assert "scale(-1 1)" in drawn(False) and "scale(-1 1)" not in drawn(True)


def test_a_scene_without_a_ground_of_its_own_gets_boards() -> None:
    bare, held = (paint("street", 400, 300, PALETTE, "day", 1, ware=w) for w in (False, True))
    assert len(held.markup) > len(bare.markup) and held.ground < 300 * 0.97
    assert paint("hills", 400, 300, PALETTE, "day", 1, ware=True) == paint("hills", 400, 300, PALETTE, "day", 1)
    assert set(SCENES) > NATURAL


def test_the_backend_shows_the_ware_else_the_icon_else_the_scene_alone() -> None:
    made = {}
    for name, direction in (("ware", look("knife")), ("icon", look("", icon="robot")), ("bare", look(""))):
        asked = ImageRequest(subject="zzyzx", width=320, height=180, direction=direction, seed=3)
        (media,) = EmbeddedIllustrator(lambda _: b"").generate([asked])
        made[name] = media.parts["svg"]
        assert media.facts["scene"] == "studio"
    assert len({*made.values()}) == 3 and len(made["bare"]) < min(len(made["ware"]), len(made["icon"]))
    assert in_front(paint("studio", 320, 180, PALETTE, "day", 3), look("")) == ""


ROWS = [
    ("A mobile knife sharpener who comes to restaurant kitchens every second Friday", "en", "knife", "galley"),
    ("Scherenschleifer und Messerschleiferei in Solingen", "de", "knife", "galley"),
    ("Afilador de cuchillos a domicilio", "es", "knife", "galley"),
    ("上门磨刀服务", "zh", "knife", "galley"),
    ("Belego, eine Buchhaltungssoftware für Handwerksbetriebe", "de", "receipt", "workdesk"),
    ("Cabinet comptable pour artisans", "fr", "receipt", "workdesk"),
    ("Table booking software for restaurants", "en", "laptop", "cafe"),
    ("Logiciel pour cabinets dentaires, médecins et kiné", "fr", "laptop", "reception"),
    ("海边夜市，周末在老码头", "zh", "bowl", "lanterns"),
    ("Weihnachtsmarkt am Schloss", "de", "gift", "market"),
    ("Tres Higueras, mermeladas artesanas de higo y naranja", "es", "jar", "pantry"),
    ("Handmade orange marmalade from a village workshop", "en", "jar", "pantry"),
    ("Atelier Plioir, cours de reliure à la main", "fr", "press", "bindery"),
    ("Buchbindekurse in der Werkstatt am Kanal", "de", "press", "bindery"),
    ("Bookbinding workshop", "en", "press", "bindery"),
    ("Mixed choir in Leeds looks for tenors and basses", "en", "music", "hall"),
    ("社区合唱团招新", "zh", "music", "hall"),
    ("Offene Werkstatt für Keramik und Glasur", "de", "vase", "studio"),
    ("Taller de velas de soja", "es", "candle", "studio"),
    ("Atelier de réparation de vélos", "fr", "bicycle", "street"),
    ("Atelier floral, bouquets de saison livrés à vélo", "fr", "bouquet", "shopfront"),
    ("Campaña de donación de sangre en la universidad", "es", "drop", "reception"),
    ("Hundeschule Pfotenglück, Welpenkurse am Samstag", "de", "dog", "fields"),
    ("École de surf à Biarritz", "fr", "", "coast"),
    ("Escuela de baile flamenco", "es", "", ""),
    ("Pinturas Ríos, pintores de casas en Bilbao", "es", "paint", "room"),
    ("Imkerei Waldhummel, Honig aus Brandenburg", "de", "honey", "garden"),
    ("Horloger, réparation de montres anciennes", "fr", "clock", "studio"),
    ("A workshop", "en", "", ""),
    ("Atelier créatif", "fr", "", ""),
    ("Unsere Werkstatt", "de", "", ""),
    ("El obrador", "es", "", ""),
    ("Coaching for managers who lead remote teams", "en", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "language", "ware", "scene"), ROWS)
def test_the_product_decides_what_stands_where(words: str, language: str, ware: str, scene: str) -> None:
    icon = concept(head_of(words), language)
    found = ware_of(words, icon)
    assert (found, setting(words, found)) == (ware, scene)


def test_a_workshop_alone_is_no_joiners() -> None:
    for words in ("workshop", "Werkstatt", "obrador", "atelier", "taller", "工坊"):
        assert setting(words) == ""
    for words in ("a joinery", "Tischlerei Holm", "carpintería", "menuiserie", "木工坊"):
        assert setting(words) == "workshop"


def test_a_named_icon_stays_where_it_is_one_of_the_wares() -> None:
    assert own_icon("cup", "coffee-bean") == "coffee-bean" and own_icon("knife", "wrench") == "knife"
    assert own_icon("", "robot") == "robot"


def test_a_thing_is_drawn_and_not_the_vehicle_that_brings_it() -> None:
    assert "sorbets" in head_of("Sorbets de fruits vendus à vélo dans les rues de Nantes")
    assert "vélo" not in head_of("Sorbets de fruits vendus à vélo dans les rues de Nantes")
    assert ware_of("Visites guidées à vélo") == "bicycle"
