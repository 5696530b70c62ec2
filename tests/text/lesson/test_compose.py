"""Lessons composed from ten sources that nobody wrote for it: whole, checked, and the same every time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from core.findings import Severity
from core.knowledge import Knowledge, Sentence
from core.lesson import Lesson
from core.requests import Aim, LessonRequest
from core.source import Reading, Span
from tests.knowledge.kit import NAMES, reading, source
from tools.checks.lesson import check_lesson
from tools.text.embedded.lesson.compose import compose
from tools.text.embedded.lesson.compose.aims import bloom_of
from tools.text.embedded.lesson.compose.plain import statements
from tools.text.embedded.lesson.understand import understand

READINGS: dict[str, Reading] = {name: source(name) for name in NAMES}
KNOWN: dict[str, Knowledge] = {name: understand(reading) for name, reading in READINGS.items()}


def request(name: str, **fields: object) -> LessonRequest:
    return LessonRequest(**{"knowledge": (), "language": name.rpartition(".")[2], **fields})  # type: ignore[arg-type]


def held(lesson: Lesson, *readings: Reading) -> list[str]:
    found = check_lesson(lesson, {r.name: r.text for r in readings})
    return [f"{f.check}: {f.evidence}" for f in found if f.severity in (Severity.BLOCK, Severity.HOLD)]


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_from_any_source_passes_its_checks(name: str) -> None:
    lesson = compose(request(name), [KNOWN[name]])
    assert held(lesson, READINGS[name]) == []
    assert (
        lesson.sections
        and lesson.questions
        and lesson.slides[0].kind == "title"
        and lesson.slides[-1].kind == "summary"
    )
    assert {q.objective for q in lesson.questions} == {o.id for o in lesson.objectives}
    assert lesson == compose(request(name), [KNOWN[name]])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("minutes", [5, 9, 20, 47, 60, 90, 240])
def test_stages_add_up(name: str, minutes: int) -> None:
    lesson = compose(request(name, minutes=minutes), [KNOWN[name]])
    assert sum(s.minutes for s in lesson.stages) == minutes
    assert lesson.stages[0].phase == "starter" and lesson.stages[-1].phase == "exit"


@pytest.mark.parametrize("name", NAMES[:4])
def test_several_lessons_share_the_source_in_its_order(name: str) -> None:
    lessons = [compose(request(name, number=n, of=3), [KNOWN[name]]) for n in (1, 2, 3)]
    ends = [max(x.end for s in lesson.sections for t in s.statements for x in t.spans) for lesson in lessons]
    starts = [min(x.start for s in lesson.sections for t in s.statements for x in t.spans) for lesson in lessons]
    assert ends == sorted(ends) and all(a <= b for a, b in zip(ends, starts[1:], strict=False))
    assert len({lesson.id for lesson in lessons}) == 3


def test_given_standards_stand_word_for_word_with_their_codes() -> None:
    aims = (
        Aim(text="Compare hard corals with soft corals", code="LS2.1", framework="NGSS"),
        Aim(text="Fly to the moon"),
    )
    lesson = compose(request("reefs.en", aims=aims), [KNOWN["reefs.en"]])
    assert [(o.text, o.standard) for o in lesson.objectives] == [
        ("Compare hard corals with soft corals.", "NGSS LS2.1"), ("Fly to the moon.", ""),
    ]  # fmt: skip
    untested = [f for f in held(lesson, READINGS["reefs.en"]) if "Fly to the moon" in f]
    assert untested, "an objective that the source cannot serve is held, not hidden"


def test_two_sources_make_one_lesson() -> None:
    one, two = KNOWN["reefs.en"], KNOWN["backup.en"]
    lesson = compose(request("reefs.en", minutes=90), [one, two])
    assert {x.source for s in lesson.sections for t in s.statements for x in t.spans} == {one.source, two.source}
    assert held(lesson, READINGS["reefs.en"], READINGS["backup.en"]) == []


def test_another_language_is_refused_with_the_remedy() -> None:
    with pytest.raises(BadInput, match="language: de"):
        compose(request("reefs.en"), [KNOWN["stoa.de"]])


def test_nothing_to_tell_is_refused() -> None:
    with pytest.raises(BadInput, match="too little"):
        compose(request("reefs.en"), [Knowledge(source="x", title="x", language="en")])


def test_needs_have_measures_and_unknown_ones_are_not_answered_with_inventions() -> None:
    lesson = compose(request("reefs.en", needs=("dyslexia", "a pet parrot")), [KNOWN["reefs.en"]])
    told = [m for m in lesson.support[0].measures if m.startswith(("Dyslexia", "A pet parrot"))]
    assert "more time" in told[0] and "plan for it together" in told[1]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("However, vapour cools high above the sea, and it forms tiny drops around grains of dust.", "en",
         ["Vapour cools high above the sea.", "It forms tiny drops around grains of dust."]),
        ("When the drops become heavy, and the wind drops, they fall to the ground.", "en",
         ["When the drops become heavy, and the wind drops, they fall to the ground."]),
        ("Der Regen fällt auf die Berge, und das Wasser fließt in die Bäche des Tals.", "de",
         ["Der Regen fällt auf die Berge.", "Das Wasser fließt in die Bäche des Tals."]),
        ("La pluie tombe sur les montagnes, mais le soleil sèche vite les pierres.", "fr",
         ["La pluie tombe sur les montagnes.", "Mais le soleil sèche vite les pierres."]),
        ("La lluvia cae en las montañas; el agua baja después hasta el mar.", "es",
         ["La lluvia cae en las montañas.", "El agua baja después hasta el mar."]),
        ("雨落在山上很多天，但是太阳很快把石头晒干了。", "zh", ["雨落在山上很多天。", "但是太阳很快把石头晒干了。"]),
        ('He said: "It rains; the sun is gone; we stay at home for the day and read."', "en",
         ['He said: "It rains; the sun is gone; we stay at home for the day and read."']),
    ],
)  # fmt: skip
def test_long_sentences_are_split_where_a_clause_ends(text: str, language: str, wanted: list[str]) -> None:
    sentence = Sentence(text=text, span=Span(source="s", start=0, end=len(text), quote=text))
    assert [s.text for s in statements(sentence, language, 8)] == wanted


@pytest.mark.parametrize(
    ("text", "language", "bloom"),
    [("Explain how a reef grows.", "en", "understand"), ("Die Zonen vergleichen", "de", "analyse"), ("Calculer une aire", "fr", "apply"),
     ("Diseñar un puente", "es", "create"), ("评价这个观点", "zh", "evaluate"), ("Know the parts", "en", "remember"), ("Parrots", "en", "understand")],
)  # fmt: skip
def test_the_level_of_an_objective_is_told_by_its_verb(text: str, language: str, bloom: str) -> None:
    assert bloom_of(text, language)[1] == bloom


WORDS = st.sampled_from(
    ["<b>", "=1+1", "]]>", "reef", "coral", "the", "is", "a", "🐠", "שלום", "x" * 300, "{title}", "[1]", "12,5", "not"]
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=14).map(" ".join), min_size=1, max_size=12),
    st.integers(5, 200),
    st.integers(1, 4),
)
def test_any_words_make_a_lesson_or_a_clear_refusal(lines: list[str], minutes: int, of: int) -> None:
    text = "\n".join(f"{line}." for line in lines)
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(source="s", start=at, end=at + len(line), quote=line))
        at += len(line) + 1
    known = Knowledge(
        source="s", title="A {title}", language="en", sentences=tuple(Sentence(text=x.quote, span=x) for x in spans)
    )
    try:
        lesson = compose(LessonRequest(knowledge=(), minutes=minutes, number=1, of=of), [known])
    except BadInput:
        return
    assert sum(s.minutes for s in lesson.stages) == minutes
    assert all(x.quote == text[x.start : x.end] for s in lesson.sections for t in s.statements for x in t.spans)


def test_a_poem_is_quoted_stanza_by_stanza() -> None:
    from tools.reading import read

    poem = (
        "The Kettle\n\nThe rain came down on Marlow Street,\nIt drummed upon the tin.\nMy mother hung her heavy coat\n"
        "And let the evening in.\n\nO little song of steam and iron,\nYou ask for nothing more\n"
        "Than water, fire and two cold hands\nJust come in through the door.\n"
    )
    reading = read(poem.encode(), "poem.txt", "text/plain")
    lesson = compose(LessonRequest(knowledge=()), [understand(reading)])
    told = [s for part in lesson.sections for s in part.statements]
    assert [s.quoted for s in told] == [True, True] and told[0].text.startswith(
        "The rain came down on Marlow Street, / It"
    )
    assert all(x.quote == reading.text[x.start : x.end] for s in told for x in s.spans)


def test_a_page_number_is_no_heading() -> None:
    text = "# Locks\n\nA lock is a chamber with gates that lifts boats. It has two gates.\n\n## 12\n\nWater flows into the chamber. The boat rises with it.\n"
    lesson = compose(LessonRequest(knowledge=()), [understand(reading(text))])
    assert "12" not in [s.title for s in lesson.sections]


TIDES = """# Ebbe und Flut

Die Gezeiten sind das regelmäßige Steigen und Fallen des Meeresspiegels. Das steigende Wasser heißt Flut, das fallende Wasser heißt Ebbe.

## Springtide und Nipptide

Auch die Sonne zieht das Wasser an. Bei Vollmond und Neumond stehen Sonne, Erde und Mond in einer Linie. Dann verstärken sich ihre Kräfte. Bei Halbmond stehen Sonne und Mond im rechten Winkel zueinander. Dann schwächen sich ihre Kräfte ab.

## Der Tidenhub

Der Tidenhub ist der Unterschied zwischen Hochwasser und Niedrigwasser. In der Bucht von Fundy in Kanada beträgt er bis zu 16 Meter.
"""


def test_what_stands_before_the_first_heading_is_known_by_the_title() -> None:
    """The opening is called so on a slide; nobody learns "opening"."""
    told = reading(TIDES, "de")
    lesson = compose(request("tides.de"), [understand(told)])
    assert lesson.sections[0].title == "Einstieg"
    assert not [o.text for o in lesson.objectives if "Einstieg" in o.text]
    assert [s.title for s in lesson.stages if s.phase == "teach"] == ["Neues"]
    assert {t.word: t.meaning.text.casefold() for t in lesson.terms}["Ebbe"].rstrip(".") == "das fallende wasser"
