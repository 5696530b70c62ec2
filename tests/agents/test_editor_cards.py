"""The end card: what is offered where the name does not tell, when where no scene told it, and the address."""

from __future__ import annotations

from agents.cuts import Take
from agents.editor import scene_texts, silent_timing, whole

WORDS = {"brand": "Belego", "what": "Buchhaltungssoftware", "cta": "Jetzt testen", "url": "https://www.belego.example/"}


def test_a_name_alone_gives_way_to_what_is_offered() -> None:
    card = scene_texts("cta", "Belego", WORDS)
    assert (card.brand, card.headline, card.sub, card.cta) == ("Belego", "Buchhaltungssoftware", "belego.example", "Jetzt testen")  # fmt: skip
    said = scene_texts("cta", "Belego: die Buchhaltungssoftware", WORDS)
    assert said.headline == "Belego: die Buchhaltungssoftware" and said.sub == "belego.example"
    assert scene_texts("cta", "Zettelfrei", WORDS).sub == "Buchhaltungssoftware · belego.example"


def test_the_day_that_no_scene_told_stands_on_the_card() -> None:
    untold = ("No audition", "Rehearsals Tuesdays at 7 pm in St Anne's hall")
    card = scene_texts("cta", "Your mixed choir", {"what": "Mixed choir", "cta": "Come along"}, untold)
    assert card.sub == untold[1]
    assert scene_texts("benefit", "No audition", WORDS, untold).sub == ""


def test_captions_without_a_voice_stay_in_their_scene() -> None:
    timing = silent_timing((Take(0, "One two three.", 0.0), Take(1, "", 3.0), Take(2, "Come by.", 5.0)), 8.0)
    assert [len(line) for line in timing.lines] == [3, 0, 2]
    assert timing.lines[0][-1].end <= 3.0 and timing.lines[2][0].start > 5.0 and timing.lines[2][-1].end <= 8.0


def test_no_line_on_screen_is_cut_off() -> None:
    spoken = "Una frase larga que nadie lee entera en una pantalla tan pequeña como esta. Pesa 250 g."
    assert whole("Una frase larga que nadie lee…", spoken, WORDS) == "Pesa 250 g"
    assert whole("Una frase larga que…", spoken[:70], WORDS) == "Buchhaltungssoftware"
    assert whole("Und dann…", "Und dann…", WORDS) == "Und dann…", "the client's own"
    assert whole("Pesa 250 g", spoken, WORDS) == "Pesa 250 g"
