"""The script of a lesson's film: what is said over each slide, and which state of the slide is shown while it is."""

from __future__ import annotations

import pytest

from agents.script import LEAD, REST, SOLVED, Page, Spoken, Stand, moments, pages, stands
from core.lesson import Statement
from core.requests import Timing, Word
from core.source import Span
from tests.lessonkit import LANGUAGES, lesson


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_page_and_lines_are_said_in_order(language: str) -> None:
    made = lesson(language)
    told = pages(made)
    assert [p.id for p in told] == [s.id for s in made.slides]
    for page in told:
        shown = [s.shown for s in page.spoken if page.role != "question"]
        assert shown == sorted(shown) and max(shown, default=0) <= len(page.lines)
        if page.lines and shown:
            assert shown[-1] == len(page.lines), page.id


def test_a_question_reads_its_options_and_then_the_answer() -> None:
    page = next(p for p in pages(lesson()) if p.role == "question")
    assert page.title == "Which change takes up heat?" and page.labels == ("A", "B", "C")
    assert page.spoken[0].text == page.title and page.spoken[-1].text == "Evaporation takes up heat."
    assert page.right == (page.lines.index("Evaporation"),)
    assert [s.shown for s in page.spoken] == [0, 1, 2, 3, SOLVED], "the right one is marked while the answer is said"


def test_a_silent_question_shows_its_answer_at_the_end() -> None:
    page = next(p for p in pages(lesson()) if p.role == "question")
    found = moments(Stand(page, 10.0, 10.6, 20.0), None)
    assert found[0] == (10.0, -1) and found[-1][1] == SOLVED and 10.0 < found[-1][0] < 20.0


def test_pages_follow_each_other_without_a_gap() -> None:
    one = Page("a", "idea", "A", spoken=(Spoken("x", 0),))
    plan = stands((one, Page("b", "title", "Some words to read here")), {"a": 4.0})
    assert plan[0].start == 0 and plan[0].voice == LEAD and plan[0].end == pytest.approx(LEAD + 4.0 + REST)
    assert plan[1].start == plan[0].end and plan[1].end > plan[1].start + 3


def test_states_change_when_their_line_begins() -> None:
    page = Page("a", "idea", "A", lines=("one", "two", "three"), spoken=(Spoken("one", 1), Spoken("and two, three", 3)))
    timing = Timing(lines=((Word(text="one", start=0.0, end=0.4),), (Word(text="and", start=1.5, end=1.8),)), seconds=3)
    found = moments(Stand(page, 10.0, 10.6, 15.0), timing)
    assert found == ((10.0, 0), (10.5, 1), (12.0, 3))


def test_a_page_without_narration_is_shown_whole() -> None:
    page = Page("a", "idea", "A", lines=("one",))
    assert moments(Stand(page, 2.0, 2.6, 9.0), None) == ((2.0, -1),)


def test_a_line_counts_as_said_by_the_sentence_that_it_rests_on() -> None:
    from agents.script import _paced

    def at(start: int, text: str) -> Statement:
        return Statement(text=text, spans=(Span(source="s", start=start, end=start + 5, quote="12345"),))

    narration = [at(0, "first"), at(10, "aside"), at(20, "second"), at(30, "third")]
    lines = [at(0, "1"), at(20, "2"), at(30, "3")]
    assert [s.shown for s in _paced(narration, lines)] == [1, 1, 2, 3]
