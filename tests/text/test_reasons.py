"""A reviewer's reason: which clauses take a form that memory obeys, in five languages, and which do not."""

from __future__ import annotations

import pytest

from tools.text.reasons import Form, Seen, read_reason

SEEN = Seen(
    texts=(
        "Run like the wind",
        "Cheap shoes, fast feet.",
        "Günstig laufen",
        "Courir pas cher",
        "Correr barato",
        "便宜的跑鞋",
    ),
    family="editorial",
    palette="#f3e4d0 #e0762f",
)
COLOURS = Form("colours", SEEN.palette)
CALM, LIGHT, LAYOUT = Form("mood", "calm"), Form("ground", "light"), Form("family", "editorial")


def ban(*words: str) -> tuple[Form, ...]:
    return tuple(Form("banned", w) for w in words)


@pytest.mark.parametrize(
    ("reason", "forms"),
    [
        ('Never say "cheap".', ban("cheap")),
        ("never say synergy", ban("synergy")),
        ("No cheap, please!", ban("cheap")),
        ("Please don't use the word synergy again", ban("synergy")),
        ("don’t use the word “bargain” or “deal”", ban("bargain", "deal")),
        ("sag nie „günstig“", ban("günstig")),
        ("bitte das Wort günstig nicht verwenden", ban("günstig")),
        ("Ne dites jamais « pas cher »", ban("pas cher")),
        ("n'utilisez pas le mot cher", ban("cher")),
        ("No digas barato", ban("barato")),
        ("sin la palabra «barato», por favor", ban("barato")),
        ("不要说“便宜”。", ban("便宜")),
        ("不要用便宜这个词", ban("便宜")),
        ("run like the wind!", (Form("rejected", "Run like the wind"),)),
        ("the line 'Run like the wind' is awful", (Form("rejected", "Run like the wind"),)),
        ('"Cheap shoes, fast feet"', (Form("rejected", "Cheap shoes, fast feet."),)),
        ("Far too loud", (CALM,)),
        ("viel zu marktschreierisch", (CALM,)),
        ("c'est trop criard", (CALM,)),
        ("es demasiado chillón", (CALM,)),
        ("文案太浮夸", (CALM,)),
        ("too dark and too boastful", (LIGHT, COLOURS, CALM)),
        ("zu dunkel", (LIGHT, COLOURS)),
        ("trop pâle", (COLOURS,)),
        ("otros colores", (COLOURS,)),
        ("换个颜色", (COLOURS,)),
        ("We don't like the colours; another layout please", (COLOURS, LAYOUT)),
        ("anderes Layout", (LAYOUT,)),
        ("autre mise en page", (LAYOUT,)),
        ("otro diseño", (LAYOUT,)),
        ("换个版式", (LAYOUT,)),
        ("No. Too dark, please.", (LIGHT, COLOURS)),
        ("too boring", (Form("mood", "bold"),)),
    ],
)  # fmt: skip
def test_a_plain_reason_has_a_form(reason: str, forms: tuple[Form, ...]) -> None:
    assert read_reason(reason, SEEN) == (forms, ())


@pytest.mark.parametrize(
    "reason",
    [
        "The price is wrong", "It is not too dark", "es ist nicht zu laut", "不是太暗", "no music", "say \"fresh\" instead", "no idea why",
        "Der Preis stimmt nicht", "le prix est faux", "el precio no es correcto", "价格错了", "avoid the city at night",
    ],
)  # fmt: skip
def test_what_has_no_form_is_given_back_word_for_word(reason: str) -> None:
    assert read_reason(reason, SEEN) == ((), (reason,))


def test_a_mixed_reason_is_both() -> None:
    found = read_reason('Never say "cheap", and the price is wrong.\nToo dark', SEEN)
    assert found.forms == (*ban("cheap"), LIGHT, COLOURS)
    assert found.rest == ("the price is wrong",)


def test_a_look_that_the_package_has_not_is_not_avoided() -> None:
    assert read_reason("another layout", Seen()) == ((), ("another layout",))
    assert read_reason("", SEEN) == read_reason(" \n. ", SEEN) == ((), ())


def test_words_of_a_reason_are_never_a_pattern() -> None:
    assert read_reason('never say "(a+)+$"', SEEN).forms == ban("(a+)+$")
    assert read_reason("never say " + "(" * 3000, SEEN).forms == ()
