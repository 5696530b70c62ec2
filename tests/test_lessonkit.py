"""The sample lesson is itself whole: what is named in it exists."""

from __future__ import annotations

import pytest

from core.lesson import Lesson
from tests.lessonkit import LANGUAGES, book, lesson, source


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_named_exists(language: str) -> None:
    made = lesson(language)
    ids = {x.id for part in (made.objectives, made.terms, made.diagrams, made.questions) for x in part}
    assert len(ids) == sum(len(part) for part in (made.objectives, made.terms, made.diagrams, made.questions))
    named = {q.objective for q in made.questions} | {s.diagram for s in made.slides} | {s.question for s in made.slides}
    named |= {t for s in (*made.sections, *made.slides) for t in s.terms} | set(made.exit_ticket)
    assert named - {""} <= ids
    assert sum(stage.minutes for stage in made.stages) == made.minutes
    assert set(book(language).drawings) == {d.id for d in made.diagrams}


@pytest.mark.parametrize("language", LANGUAGES)
def test_spans_lie_where_they_say(language: str) -> None:
    made, text = lesson(language), source(language)
    spans = [s for q in made.questions for s in q.spans] + list(made.summary.spans)
    assert spans and all(text[s.start : s.end] == s.quote for s in spans)
    assert Lesson.model_validate_json(made.model_dump_json()) == made
