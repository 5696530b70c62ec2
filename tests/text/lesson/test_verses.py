"""Questions about poems: what surely rhymes, what surely does not, and one right answer to each."""

from __future__ import annotations

import pytest

from core.requests import LessonRequest
from core.source import Reading
from tools.checks.lesson import check_lesson
from tools.reading import read
from tools.text.embedded.lesson.compose import compose
from tools.text.embedded.lesson.questions.verses import _apart, _rhyme
from tools.text.embedded.lesson.understand import understand

FOUR = """# Le four

Le four s'endort au bord du soir,
La braise rouge y veille encore ;
Sur la table, dans le couloir,
Un pain tout rond attend l'aurore.

La main qui l'a pétri sans bruit
A laissé sa trace en la pâte ;
La lune a compté dans la nuit
Les heures que le monde hâte.
"""


@pytest.mark.parametrize(
    ("one", "two", "language", "rhyme"),
    [("soir", "couloir", "fr", True), ("pâte", "hâte", "fr", True), ("soir", "nuit", "fr", False), ("round", "sound", "en", True),
     ("love", "move", "en", False), ("tin", "in", "en", False), ("Garten", "warten", "de", True), ("cielo", "suelo", "es", True),
     ("月", "雪", "zh", False), ("sound", "sound", "en", False)],
)  # fmt: skip
def test_what_surely_rhymes(one: str, two: str, language: str, rhyme: bool) -> None:
    assert _rhyme(one, two, language) is rhyme


@pytest.mark.parametrize(
    ("one", "two", "language", "apart"),
    [("soir", "nuit", "fr", True), ("été", "thé", "fr", False), ("bruit", "nuits", "fr", False), ("tin", "sun", "en", False), ("tree", "coat", "en", True)],
)  # fmt: skip
def test_what_surely_does_not(one: str, two: str, language: str, apart: bool) -> None:
    assert _apart(one, two, language) is apart


def poem(text: str = FOUR) -> Reading:
    return read(text.encode(), "poem.md", "text/markdown")


def test_a_poem_typed_into_markdown_keeps_its_lines() -> None:
    assert [b.kind for b in poem().blocks] == ["title", "verse", "verse"] or [b.kind for b in poem().blocks][1:] == [
        "verse",
        "verse",
    ]
    prose = "# Nets\n\nNets were mended on the quay by women who\nsang while they worked, and the needles were\ncut from the wood of old boats that nobody\nwanted any longer in the harbour.\n"
    assert "verse" not in [b.kind for b in poem(prose).blocks]
    code = "# Code\n\n```\nLet a\nLet b\nLet c\nLet d\n```\n"
    assert "verse" not in [b.kind for b in poem(code).blocks]


def test_a_poem_is_asked_about_in_three_ways() -> None:
    lesson = compose(LessonRequest(knowledge=(), language="fr"), [understand(poem())])
    kinds = {q.kind for q in lesson.questions}
    assert {"ordering", "multiple_choice"} <= kinds
    for q in lesson.questions:
        if q.kind == "multiple_choice":
            assert sum(c.right for c in q.choices) == 1 and len({c.text for c in q.choices}) == len(q.choices) >= 3
    order = next(q for q in lesson.questions if q.kind == "ordering")
    assert order.steps[0] in order.prompt and len(order.steps) == 4
    held = [f for f in check_lesson(lesson, {poem().name: poem().text}) if f.severity in ("BLOCK", "HOLD")]
    assert held == []
