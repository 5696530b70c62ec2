"""What stands under a picture's headline, beside its bullets."""

from __future__ import annotations

from agents.illustrator import _other, _pick
from core.copydeck import Cite, Copy, Piece
from graphs.kinds.campaign.words import other


def _copy(*lines: str) -> Copy:
    return Copy(role="sub", language="de", pieces=tuple(Piece(role="sub", text=line) for line in lines))


def test_a_supporting_line_says_no_bullet_again() -> None:
    copy = _copy("Zehn Plätze. Tee inklusive.", "Ein Abend am Fluss.")
    assert _other(copy, ("Zehn Plätze",)) == "Ein Abend am Fluss."
    assert _other(copy, ()) == "Zehn Plätze. Tee inklusive."
    assert _other(_copy("Zehn Plätze."), ("Zehn Plätze",)) == ""


def test_a_supporting_line_says_no_headline_again() -> None:
    copy = _copy("Das Schiff fährt ohne Motorenlärm.", "Flussfahrten mit dem Solarschiff.")
    assert _other(copy, ("Das Schiff fährt ohne Motorenlärm",)) == "Flussfahrten mit dem Solarschiff."
    assert other(("Das Schiff fährt leise.",), "Das Schiff fährt leise") == ""


def test_a_picture_without_a_brand_names_the_product() -> None:
    product = Piece(text="Flussfahrten mit dem Solarschiff", cites=(Cite(start=0, end=32, fact="product"),))
    copy = Copy(role="headlines", language="de", pieces=(Piece(text="Schlüssel, Jacke, los"), product))
    assert _pick(copy, "short", branded=False) == "Flussfahrten mit dem Solarschiff"
    assert _pick(copy, "first", branded=False) == "Flussfahrten mit dem Solarschiff"
    assert _pick(copy, "short") == "Schlüssel, Jacke, los"
