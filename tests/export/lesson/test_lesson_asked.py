"""Questions made ready for pages: keys and gaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.lesson import Choice, Pair, Question
from tests import lessonkit
from tools.export.lesson.asked import Part, asked, cloze_parts, option_key
from tools.export.lesson.ordered import right_letters


def test_keys_are_the_letters_shown() -> None:
    ready = {a.question.id: a for a in asked(lessonkit.lesson().questions)}
    assert [a.number for a in ready.values()] == [1, 2, 3, 4, 5, 6, 7]
    assert [o.key for o in ready["q5"].options] == ["a", "b", "c", "d"] != list(ready["q5"].right)
    for made in ready.values():
        assert [o.letter for o in made.options] == [o.key.upper() for o in made.options]
        assert made.right == tuple(x.lower() for x in right_letters(made.question))
    (key,) = ready["q1"].right
    assert {o.key: o.text for o in ready["q1"].options}[key] == "Evaporation"


def test_two_that_read_alike_are_one_answer() -> None:
    pairs = (Pair(left="cat", right="animal"), Pair(left="dog", right="animal"), Pair(left="rose", right="plant"))
    (made,) = asked([Question(id="m", kind="matching", prompt="?", objective="o", pairs=pairs)])
    assert [o.key for o in made.options] == ["a", "b"]
    animal, plant = (next(o.key for o in made.options if o.text == text) for text in ("animal", "plant"))
    assert made.right == (animal, animal, plant)
    (made,) = asked([Question(id="s", kind="ordering", prompt="?", objective="o", steps=("stir", "wait", "stir"))])
    assert [o.letter for o in made.options] == ["A", "B", "C"] and len({o.key for o in made.options}) == 2
    assert made.right[0] == made.right[2] != made.right[1]
    assert {o.text for o in made.options if o.key == made.right[0]} == {"stir"}


def test_a_question_that_nobody_can_get_right_is_left_out() -> None:
    none = (Choice(text="x"), Choice(text="y"))
    bad = [
        Question(id="a", kind="multiple_choice", prompt="?", objective="o", choices=none),
        Question(id="b", kind="numeric", prompt="?", objective="o"),
        Question(id="c", kind="cloze", prompt="[1]", objective="o"),
        Question(id="d", kind="short_answer", prompt="?", objective="o"),
    ]
    assert asked(bad) == ()


def test_numbers_stand_by_size() -> None:
    choices = tuple(Choice(text=t, right=t == "12 km") for t in ("40 km", "12 km", "-3 km"))
    (made,) = asked([Question(id="n", kind="multiple_choice", prompt="?", objective="o", choices=choices)])
    assert [o.text for o in made.options] == ["-3 km", "12 km", "40 km"]


def test_gaps_are_found_where_they_are() -> None:
    assert cloze_parts("The [1] and [2].", 2) == (Part("The ", 1), Part(" and ", 2), Part("."))
    assert cloze_parts("See [7] and [1] and [1]", 1) == (Part("See [7] and ", 1), Part(" and [1]"))
    assert cloze_parts("No gap", 2) == (Part("No gap"), Part(" ", 1), Part(" ", 2))


@given(st.text(alphabet="[]0123 ab", max_size=30), st.integers(0, 4))
def test_a_prompt_loses_no_words_and_every_gap_comes_once(prompt: str, gaps: int) -> None:
    parts = cloze_parts(prompt, gaps)
    assert sorted(p.gap for p in parts if p.gap) == list(range(1, gaps + 1))
    rest = "".join(p.text + (f"[{p.gap}]" if p.gap else "") for p in parts)
    assert len(rest) >= len(prompt) or "[0" in prompt


def test_letters_of_scorm() -> None:
    assert [option_key(n) for n in (0, 25, 26, 36)] == ["a", "z", "0", "x36"]
