"""What stands under a picture's headline, beside its bullets."""

from __future__ import annotations

from agents.headlines import Known, lead, other_lead, short, told, under
from core.copydeck import Cite, Copy, Piece
from graphs.kinds.campaign.words import other


def _copy(*lines: str) -> Copy:
    return Copy(role="sub", language="de", pieces=tuple(Piece(role="sub", text=line) for line in lines))


def test_a_supporting_line_says_no_bullet_again() -> None:
    copy = _copy("Zehn Plätze. Tee inklusive.", "Ein Abend am Fluss.")
    assert under(copy, ("Zehn Plätze",)) == "Ein Abend am Fluss."
    assert under(copy, ()) == "Zehn Plätze. Tee inklusive."
    assert under(_copy("Zehn Plätze."), ("Zehn Plätze",)) == ""


def test_a_supporting_line_says_no_headline_again() -> None:
    copy = _copy("Das Schiff fährt ohne Motorenlärm.", "Flussfahrten mit dem Solarschiff.")
    assert under(copy, ("Das Schiff fährt ohne Motorenlärm",)) == "Flussfahrten mit dem Solarschiff."
    assert other(("Das Schiff fährt leise.",), "Das Schiff fährt leise") == ""


def test_a_picture_without_a_brand_names_the_product() -> None:
    product = Piece(text="Flussfahrten mit dem Solarschiff", cites=(Cite(start=0, end=32, fact="product"),))
    copy = Copy(role="headlines", language="de", pieces=(Piece(text="Schlüssel, Jacke, los"), product))
    assert short(copy) == lead(copy) == "Flussfahrten mit dem Solarschiff"
    assert short(copy, Known(brand="Aare")) == "Schlüssel, Jacke, los"
    mood = Copy(
        role="headlines", language="en", pieces=(Piece(text="Which knife do you reach past?", idea="question"),)
    )
    assert lead(mood, Known(kinds=("Mobile knife sharpener",))) == "Mobile knife sharpener"


def test_the_main_sizes_say_what_there_is_and_the_others_vary() -> None:
    lines = (
        ("Primero, las tostadas", "imagery"),
        ("Lleva un 65 % de fruta", "benefit 2"),
        ("Mermeladas de higo", "category"),
    )
    copy = Copy(role="headlines", language="es", pieces=tuple(Piece(text=t, idea=i) for t, i in lines))
    brand = Known(brand="Tres Higueras")
    assert lead(copy, brand) == short(copy, brand) == "Mermeladas de higo"
    assert [other_lead(copy, turn, brand) for turn in (1, 2, 3)] == [
        "Primero, las tostadas", "Lleva un 65 % de fruta", "Primero, las tostadas",
    ]  # fmt: skip
    assert other_lead(copy, 1) == lead(copy), "without a brand the product is named everywhere"
    title = Known(brand="Tres Higueras", title="La mermelada vuelve")
    assert lead(copy, title) == short(copy, title) == "La mermelada vuelve"
    assert other_lead(copy, 2, title) == "Mermeladas de higo"


def test_a_headline_says_neither_name_nor_offer_again() -> None:
    copy = _copy("Belego", "60 Tage kostenlos", "Belege vom Handyfoto")
    assert lead(copy, Known(brand="Belego", offer="60 Tage kostenlos")) == "Belege vom Handyfoto"


def test_a_supporting_line_does_not_repeat_the_name_and_says_what_is_sold() -> None:
    copy = _copy("Comes every second Friday.", "Ono: a mobile knife sharpening service.")
    kinds = ("Mobile knife sharpening service",)
    assert under(copy, ("Sharp by Friday",), Known("Ono", kinds=kinds)) == "A mobile knife sharpening service."
    known = Known("Ono Knife Sharpening", kinds=kinds)
    assert under(copy, ("Sharp by Friday",), known) == "Comes every second Friday."
    assert under(_copy("SunSip is a lantern."), (), Known("SunSip")) == "A lantern."
    assert under(_copy("SunSip runs on sunlight."), (), Known("SunSip")) == "SunSip runs on sunlight."


def test_what_the_headline_says_in_other_order_is_not_told_beneath_it() -> None:
    headline = "Mobile knife sharpener: 4 euro a blade"
    assert told("4 euro a blade", (headline,)) and told("A mobile knife sharpener.", (headline,))
    assert not told("4 euro a knife sharpener, 9 euro a pair", (headline,)), "another figure is news"
    assert told("鱼丸汤十二元一碗。", ("今晚：鱼丸汤十二元一碗",)) and not told(
        "每晚两支乐队", ("今晚：鱼丸汤十二元一碗",)
    )
    assert (
        under(_copy("A mobile knife sharpener.", "Comes every second Friday."), (headline,))
        == "Comes every second Friday."
    )
