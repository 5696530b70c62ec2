"""Minutes, coverage, references, places, alternative texts: planted defects and honest lessons."""

from __future__ import annotations

from typing import Any

import pytest

from core.findings import Severity
from core.lesson import Lesson, Link
from tests import lessonkit
from tests.checks.lesson.small import diagram, lesson, span, statement
from tools.checks.lesson import CHECKS, check_lesson
from tools.checks.lesson.alt import check_alt
from tools.checks.lesson.coverage import check_coverage
from tools.checks.lesson.minutes import check_minutes
from tools.checks.lesson.places import check_places
from tools.checks.lesson.references import check_references

# -- minutes: the lesson's, the stages as phase and minutes, the worst that is said
S, T, P, C, X = "starter", "teach", "practice", "check", "exit"
MINUTES = [
    (45, ((S, 5), (T, 40)), ""), (45, ((S, 5), (T, 15), (P, 15), (C, 6), (X, 4)), ""), (5, ((T, 5),), ""), (90, ((S, 10), (T, 30), (P, 20), (T, 20), (X, 10)), ""), (30, ((T, 10), (P, 20)), ""), (60, ((S, 5), (P, 20), (T, 20), (C, 10), (X, 5)), ""),
    (45, ((T, 45),), ""), (40, ((S, 5), (T, 15), (P, 12), (C, 5), (X, 3)), ""), (20, ((S, 5), (T, 10), (X, 5)), ""), (25, ((P, 25),), ""), (50, ((S, 10), (T, 20), (C, 20)), ""), (45, ((T, 20), (P, 10), (T, 10), (P, 5)), ""), (15, ((S, 15),), ""), (120, ((T, 60), (P, 60)), ""), (10, ((C, 5), (X, 5)), ""),
    (45, (), "BLOCK"), (45, ((T, 44),), "BLOCK"), (45, ((T, 46),), "BLOCK"), (45, ((S, 5), (T, 15), (P, 15), (C, 6), (X, 5)), "BLOCK"), (60, ((T, 45),), "BLOCK"), (5, ((S, 5), (T, 5)), "BLOCK"), (90, ((S, 10), (T, 30), (P, 20), (X, 10)), "BLOCK"),
    (30, ((T, 10), (P, 10)), "BLOCK"), (20, ((X, 5), (T, 10)), "BLOCK"), (40, ((S, 4), (T, 15), (P, 12), (C, 5), (X, 3)), "BLOCK"), (25, ((P, 20),), "BLOCK"), (10, ((C, 5), (X, 6)), "BLOCK"), (45, ((X, 5), (T, 40)), "WARN"), (45, ((T, 40), (S, 5)), "WARN"), (45, ((S, 5), (C, 10), (T, 30)), "WARN"), (20, ((X, 10), (C, 10)), "WARN"),
]  # fmt: skip


@pytest.mark.parametrize(("minutes", "stages", "worst"), MINUTES)
def test_minutes_add_up(minutes: int, stages: tuple[tuple[str, int], ...], worst: str) -> None:
    made = tuple({"phase": p, "title": "?", "minutes": m, "teacher": (), "learners": ()} for p, m in stages)
    told = [f.severity.value for f in check_minutes(lesson(minutes=minutes, stages=made), {})]
    assert (min(told) if told else "") == worst


# -- coverage: objectives, what the questions test, what the stages serve, how many faults
COVERAGE = [
    ("a", "a", "a", 0), ("ab", "ab", "ab", 0), ("ab", "ba", "ba", 0), ("ab", "aab", "ab", 0), ("abc", "abc", "abc", 0), ("a", "aaa", "", 0), ("ab", "ab", "", 0), ("abc", "cab", "", 0), ("", "", "", 0), ("abcd", "dcba", "aabbccdd", 0), ("a", "a", "aa", 0), ("abc", "aabbcc", "abc", 0), ("ab", "abab", "ab", 0), ("abcde", "abcde", "abcde", 0), ("abcde", "edcba", "", 0),
    ("a", "", "a", 1), ("ab", "a", "ab", 1), ("ab", "", "ab", 2), ("abc", "ac", "abc", 1), ("a", "ab", "a", 1), ("a", "b", "a", 2), ("", "a", "", 1), ("ab", "abz", "ab", 1), ("ab", "zy", "ab", 4), ("abc", "", "", 3), ("ab", "ab", "a", 1), ("abc", "abc", "a", 2), ("ab", "a", "a", 2), ("a", "z", "", 2), ("abcd", "abc", "abcd", 1), ("a", "azz", "a", 2),
]  # fmt: skip


@pytest.mark.parametrize(("objectives", "asked", "staged", "faults"), COVERAGE)
def test_objectives_and_questions_meet(objectives: str, asked: str, staged: str, faults: int) -> None:
    made = lesson(
        objectives=tuple({"id": o, "text": "?", "verb": "?", "bloom": "apply"} for o in objectives),
        questions=tuple({"id": f"q{i}", "kind": "cloze", "prompt": "?", "objective": o} for i, o in enumerate(asked)),
        stages=(
            {"phase": "teach", "title": "?", "minutes": 5, "teacher": (), "learners": (), "objectives": tuple(staged)},
        ),
    )
    assert len(check_coverage(made, {})) == faults


# -- references: what is changed in the sample lesson, and what the finding must say
SAMPLE = lessonkit.lesson()


def changed(part: str, at: int, **values: Any) -> Lesson:
    items = list(getattr(SAMPLE, part))
    items[at] = items[at].model_copy(update=values)
    return SAMPLE.model_copy(update={part: tuple(items)})


NODE = SAMPLE.diagrams[0].nodes[0]
BROKEN = [
    (changed("sections", 0, diagram="d-x"), "d-x"), (changed("sections", 1, terms=("t-x",)), "t-x"), (changed("slides", 3, diagram="no"), "'no'"), (changed("slides", 5, question="q99"), "q99"), (changed("slides", 4, terms=("t-runoff", "t-y")), "t-y"),
    (changed("questions", 4, diagram="d-z"), "d-z"), (changed("stages", 1, objectives=("o9",)), "o9"), (SAMPLE.model_copy(update={"exit_ticket": ("q0",)}), "q0"), (changed("questions", 0, id="q2"), "2 times"), (changed("terms", 0, id="t-runoff"), "2 times"),
    (changed("cards", 0, id="q1"), "2 times"), (changed("slides", 0, id="s1"), "2 times"), (changed("objectives", 0, id="o2"), "2 times"), (changed("diagrams", 0, id="d-heat"), "2 times"), (changed("questions", 0, id="Q1"), "well formed"), (changed("questions", 0, id="1q"), "well formed"),
    (changed("terms", 0, id="t evaporation"), "well formed"), (changed("cards", 0, id="c/../x"), "well formed"), (changed("cards", 0, id=""), "well formed"), (changed("cards", 0, id="水"), "well formed"), (SAMPLE.model_copy(update={"id": "Water"}), "well formed"),
    (changed("diagrams", 0, nodes=(NODE, NODE)), "stands 2 times"), (changed("diagrams", 0, links=(Link(start="n1", end="n9"),)), "n9"), (changed("sections", 2, diagram="d"), "'d'"), (changed("slides", 5, question="p1"), "p1"), (changed("stages", 4, objectives=("o1", "o2", "o3")), "o3"),
]  # fmt: skip
WHOLE = [SAMPLE, lessonkit.lesson("zh"), changed("sections", 0, diagram=""), changed("sections", 0, terms=()), changed("questions", 4, diagram=""), changed("slides", 4, terms=()), SAMPLE.model_copy(update={"exit_ticket": ()})]  # fmt: skip


@pytest.mark.parametrize(("made", "words"), BROKEN)
def test_a_broken_reference_is_caught(made: Lesson, words: str) -> None:
    told = check_references(made, {})
    assert any(words in f.evidence for f in told) and all(f.severity is Severity.BLOCK for f in told)


@pytest.mark.parametrize("made", WHOLE)
def test_whole_references_pass(made: Lesson) -> None:
    assert check_references(made, {}) == ()


# -- places: source text, start, quote, worst
TEXT = "The sun warms the sea. 水循环。 Ünder\nlines 😀 end"
PLACES = [
    *((a, TEXT[a:b], "") for a, b in ((0, 3), (4, 7), (0, 22), (4, 22), (23, 27), (23, 24), (28, 33), (28, 39), (33, 40), (40, 41), (40, 45), (8, 13), (14, 21), (0, len(TEXT)), (len(TEXT) - 3, len(TEXT)))),
    (1, "The", "BLOCK"), (0, "the", "BLOCK"), (4, "son", "BLOCK"), (0, "The moon", "BLOCK"), (5, "sun", "BLOCK"), (23, "水循环！", "BLOCK"), (22, "水循环", "BLOCK"), (28, "Under", "BLOCK"), (28, "Ünder lines", "BLOCK"), (400, "end", "BLOCK"), (0, "", "BLOCK"), (3, " ", "BLOCK"), (40, "😁", "BLOCK"), (0, TEXT + "x", "BLOCK"), (9, "arms the sea!", "BLOCK"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "quote", "worst"), PLACES)
def test_spans_stand_where_they_say(start: int, quote: str, worst: str) -> None:
    made = lesson(summary={"text": "?", "spans": (span(quote, start),)})
    assert [f.severity.value for f in check_places(made, {"source.txt": TEXT})] == ([worst] if worst else [])
    assert [f.severity for f in check_places(made, {})] == [Severity.NOT_CHECKED]


# -- alternative texts: title, alt, whether it is wrong
ALTS = [
    ("The water cycle", "", True), ("The water cycle", "  ", True), ("The water cycle", "—", True), ("The water cycle", "The water cycle", True), ("The water cycle", "the water cycle.", True), ("The water cycle", "Diagram of the water cycle", True), ("The water cycle", "Diagram", True), ("The water cycle", "image1", True), ("The water cycle", "A picture.", True), ("The water cycle", "x" * 151, True), ("The water cycle", "Image: The water cycle", True),
    ("Der Kreislauf", "Abbildung 1", True), ("Der Kreislauf", "Ein Bild", True), ("El ciclo", "Diagrama de el ciclo", True), ("El ciclo", "Imagen", True), ("Le cycle", "Schéma", True), ("水循环", "水循环", True), ("水循环", "图片", True), ("水循环", "水循环。", True),
    ("The water cycle", "Cycle of four steps: evaporation, condensation, rain, runoff.", False), ("The water cycle", "Four steps in a ring.", False), ("Heat", "Evaporation takes up heat; condensation gives off heat.", False), ("Heat", "x" * 150, False), ("The water cycle", "The water cycle in four steps", False), ("Diagram", "A ring with four arrows", False),
    ("Der Kreislauf", "Vier Schritte im Kreis", False), ("Der Kreislauf", "Bildung von Wolken in drei Schritten", False), ("El ciclo", "Cuatro pasos en un círculo", False), ("Le cycle", "Quatre étapes en cercle", False), ("水循环", "三个步骤的循环：蒸发、凝结、径流。", False), ("水循环", "水循环的三个步骤", False),
]  # fmt: skip


@pytest.mark.parametrize(("title", "alt", "wrong"), ALTS)
def test_alternative_texts(title: str, alt: str, wrong: bool) -> None:
    told = check_alt(lesson(diagrams=(diagram("cycle", "a", "b", title=title, alt=alt, long="All of it."),)), {})
    assert bool(told) == wrong


def test_a_long_description_is_asked_for() -> None:
    assert check_alt(lesson(diagrams=(diagram("cycle", "a", "b", alt="A ring of two.", long=" "),)), {})


def test_the_sample_lessons_pass_and_each_check_can_speak() -> None:
    for language in lessonkit.LANGUAGES:
        told = check_lesson(lessonkit.lesson(language), {f"water.{language}.txt": lessonkit.source(language)})
        assert [f for f in told if f.severity is not Severity.NOT_CHECKED] == []
    assert len(CHECKS) == len({c.__module__ for c in CHECKS}) == 15
    empty = lesson(summary=statement("?"))
    assert {f.check for f in check_lesson(empty, {})} >= {"T2.lesson_claims", "T4.lesson_minutes"}


def test_the_tables_are_as_long_as_promised() -> None:
    for table in (MINUTES, COVERAGE, [*BROKEN, *WHOLE], PLACES, ALTS):
        assert len(table) >= 30
