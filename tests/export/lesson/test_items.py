"""The one item model: keys that are safe everywhere, orders that give nothing away, numbers without exponents."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from core.lesson import Question
from tests.export.lesson.kit import changed, everything, with_question
from tests.lessonkit import book
from tools.export.lesson.item import decimal, keys
from tools.export.lesson.items import items
from tools.export.lesson.single import singles
from tools.export.lesson.xml import document, tag


@given(st.lists(st.text(max_size=80), max_size=8))
def test_keys_are_names_and_stay_apart(ids: list[str]) -> None:
    found = keys(ids, "q")
    assert len(set(found)) == len(found) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", key) for key in found)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_keeps_its_value_and_has_no_exponent(value: float) -> None:
    assert float(decimal(value)) == value and Decimal(decimal(value)) == Decimal(repr(value))
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", decimal(value))


@given(st.text(max_size=200))
def test_any_text_is_text_in_xml(text: str) -> None:
    read = etree.fromstring(document(tag("a", {"b": text}, text, tag("c"), text)))
    assert len(read) == 1 and "".join(read.itertext()).count("<") == 2 * text.count("<")


def test_words_are_offered_at_the_support_level_alone() -> None:
    by_id = {item.id: item for item in items(everything())}
    assert [len(gap.options) for gap in by_id["q3"].gaps] == [2, 2]
    assert [len(gap.options) for gap in by_id["x1"].gaps] == [0, 0]
    assert by_id["x1"].prompt == "_____ fall as _____. [9]"


def test_a_drawing_of_the_order_is_not_shown_beside_the_question_for_it() -> None:
    by_id = {item.id: item for item in items(everything())}
    assert by_id["q5"].picture is None and by_id["x2"].picture is not None


@pytest.mark.parametrize(("prompt", "shown"), [("How far?", "How far? (km)"), ("How many km?", "How many km?")])
def test_a_unit_is_said_once(prompt: str, shown: str) -> None:
    asked = items(with_question(Question(id="q", kind="numeric", prompt=prompt, objective="o", number=2.5, unit="km")))
    assert asked[0].prompt == shown and asked[0].accepted == ("2.5", "2,5", "2.5 km", "2.5km")


def test_parts_have_the_points_of_the_whole_and_no_part_tells_another() -> None:
    for item in items(everything()):
        parts = list(singles(item, {"gap": "G", "pair": "P {left}", "nth": "N {n}"}))
        assert sum(p.points for p in parts) == pytest.approx(item.points)
        assert all(bool(p.options) != bool(p.accepted) for p in parts)
        for part in parts if item.kind == "cloze" else ():
            assert not any(gap.accepted[0] in part.prompt for gap in item.gaps)


def test_an_edit_elsewhere_leaves_an_item_as_it_was() -> None:
    made = book()
    first = made.lesson.questions[0].model_copy(update={"prompt": "Another?"})
    edited = changed(made, questions=(first, *made.lesson.questions[1:]))
    assert items(edited)[1:] == items(made)[1:] and items(edited)[0] != items(made)[0]
