"""What stands under a picture's headline, beside its bullets."""

from __future__ import annotations

from agents.illustrator import _other
from core.copydeck import Copy, Piece


def _copy(*lines: str) -> Copy:
    return Copy(role="sub", language="de", pieces=tuple(Piece(role="sub", text=line) for line in lines))


def test_a_supporting_line_says_no_bullet_again() -> None:
    copy = _copy("Zehn Plätze. Tee inklusive.", "Ein Abend am Fluss.")
    assert _other(copy, ("Zehn Plätze",)) == "Ein Abend am Fluss."
    assert _other(copy, ()) == "Zehn Plätze. Tee inklusive."
    assert _other(_copy("Zehn Plätze."), ("Zehn Plätze",)) == ""
