"""Questions made ready for pages: orders that give nothing away, keys, and gaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.lesson import Choice, Pair, Question
from tests import lessonkit
from tools.export.lesson.asked import Part, asked, cloze_parts, letter, shuffled


def test_keys_are_the_places_in_the_lesson_and_orders_are_shuffled() -> None:
    ready = {a.question.id: a for a in asked(lessonkit.lesson().questions)}
    assert [a.number for a in ready.values()] == [1, 2, 3, 4, 5, 6, 7]
    assert ready["q1"].right == ("a",) and ready["q2"].right == ("a", "b")
    assert sorted(o.key for o in ready["q5"].options) == ["a", "b", "c", "d"]
    assert [o.key for o in ready["q5"].options] != list(ready["q5"].right) == ["a", "b", "c", "d"]
    assert {o.key: o.text for o in ready["q1"].options}["a"] == "Evaporation"


def test_two_that_read_alike_are_one_answer() -> None:
    pairs = (Pair(left="cat", right="animal"), Pair(left="dog", right="animal"), Pair(left="rose", right="plant"))
    (made,) = asked([Question(id="m", kind="matching", prompt="?", objective="o", pairs=pairs)])
    assert made.right == ("a", "a", "c") and sorted(o.key for o in made.options) == ["a", "c"]
    (made,) = asked([Question(id="s", kind="ordering", prompt="?", objective="o", steps=("stir", "wait", "stir"))])
    assert made.right == ("a", "b", "a") and sorted(o.key for o in made.options) == ["a", "a", "b"]


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


@given(st.lists(st.text(max_size=4), max_size=8), st.text(max_size=5))
def test_an_order_holds_everything_once_and_is_not_the_given_one(texts: list[str], seed: str) -> None:
    order = shuffled(texts, seed)
    assert sorted(order) == list(range(len(texts))) and order == shuffled(texts, seed)
    if len(set(texts)) > 1:
        assert [texts[i] for i in order] != texts


@given(st.text(alphabet="[]0123 ab", max_size=30), st.integers(0, 4))
def test_a_prompt_loses_no_words_and_every_gap_comes_once(prompt: str, gaps: int) -> None:
    parts = cloze_parts(prompt, gaps)
    assert sorted(p.gap for p in parts if p.gap) == list(range(1, gaps + 1))
    rest = "".join(p.text + (f"[{p.gap}]" if p.gap else "") for p in parts)
    assert len(rest) >= len(prompt) or "[0" in prompt


def test_letters_of_scorm() -> None:
    assert [letter(0), letter(25), letter(26), letter(36)] == ["a", "z", "0", "x36"]
