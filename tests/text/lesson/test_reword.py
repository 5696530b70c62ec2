"""Sentences of a source in other words, and what stays word for word set as a quotation."""

from __future__ import annotations

import re

import pytest

from core.knowledge import Definition
from core.requests import LessonRequest
from core.source import Span
from tests.knowledge.kit import NAMES, reading, source
from tools.checks.lesson import check_lesson
from tools.text.embedded.lesson.compose import compose
from tools.text.embedded.lesson.compose.reword import reworded
from tools.text.embedded.lesson.understand import understand


def said(text: str, language: str, term: str = "", meaning: str = "", step: bool = False) -> list[str]:
    given = Definition(term=term, meaning=meaning, span=Span(source="s", start=0, end=len(text), quote=text))
    return list(reworded(text, language, (given,) if term else (), step))


@pytest.mark.parametrize(
    ("text", "language", "term", "meaning", "wanted"),
    [
        ("A lock is a chamber that lifts boats.", "en", "lock", "a chamber that lifts boats", "A chamber that lifts boats is called a lock."),
        ("Die Amplitude ist der größte Abstand von der Ruhelage.", "de", "Amplitude", "der größte Abstand von der Ruhelage",
         "Der größte Abstand von der Ruhelage heißt Amplitude."),
        ("Eine Wehe ist ein Haufen, den der Wind formt.", "de", "Wehe", "ein Haufen, den der Wind formt", "Ein Haufen, den der Wind formt, heißt Wehe."),
        ("Le levain est un mélange de farine et d'eau.", "fr", "levain", "un mélange de farine et d'eau", "On appelle levain un mélange de farine et d'eau."),
        ("El panal es una construcción de cera.", "es", "panal", "una construcción de cera", "Una construcción de cera se llama panal."),
        ("卫星是指围绕行星运行的天体。", "zh", "卫星", "围绕行星运行的天体", "围绕行星运行的天体叫做卫星。"),
    ],
)  # fmt: skip
def test_a_definition_is_told_from_its_meaning(text: str, language: str, term: str, meaning: str, wanted: str) -> None:
    assert said(text, language, term, meaning) == [wanted]
    assert said(text, language, "other", "another meaning") == [], "what is no definition keeps its order"


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The dough rises because yeast makes gas.", "en", ["The dough rises.", "The reason is that yeast makes gas."]),
        ("Die Luft steigt, weil sie leichter ist.", "de", ["Die Luft steigt.", "Der Grund dafür ist, dass sie leichter ist."]),
        ("La pâte lève parce que les levures donnent du gaz.", "fr", ["La pâte lève.", "C'est parce que les levures donnent du gaz."]),
        ("La masa sube porque la levadura produce gas.", "es", ["La masa sube.", "Esto se debe a que la levadura produce gas."]),
        ("月球总是以同一面朝向地球，因为自转和公转的时间相同。", "zh", ["月球总是以同一面朝向地球。", "原因在于自转和公转的时间相同。"]),
        ("When the tenancy ends, the money goes back.", "en", ["The money goes back when the tenancy ends."]),
        ("In 1977 a new act limited the rents.", "en", ["A new act limited the rents in 1977."]),
        ("In festen Stoffen läuft der Schall schneller als in Gasen.", "de", ["Der Schall läuft in festen Stoffen schneller als in Gasen."]),
        ("La abeja vuela lejos, mientras que el zángano se queda.", "es", ["La abeja vuela lejos.", "En cambio, el zángano se queda."]),
    ],
)  # fmt: skip
def test_clauses_change_places(text: str, language: str, wanted: list[str]) -> None:
    assert said(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The boat did not sink because it was heavy.", "en"),  # of what is denied, the reason may be denied as well
        ("Experts say that prices rose because wages rose.", "en"),
        ("If the tenant leaves, he loses his deposit.", "en"),  # "he" would stand before the tenant
        ("Because of the rain, the match was called off.", "en"),
        ("Der Motor lief nicht, weil er kalt war.", "de"),
        ("No flota porque sea ligero.", "es"),
        ("Il dit: « La pâte lève parce que le four chauffe. »", "fr"),
    ],
)  # fmt: skip
def test_what_is_not_sure_stays(text: str, language: str) -> None:
    assert said(text, language) == []


def test_only_a_step_changes_its_then() -> None:
    assert said("Then the boat rises with the water.", "en", step=True) == [
        "In the next step, the boat rises with the water."
    ]
    assert said("Then the boat rises with the water.", "en") == []


@pytest.mark.parametrize("name", NAMES)
def test_no_lesson_runs_on_in_the_words_of_its_source(name: str) -> None:
    """The check is quiet, numbers and names are all there, and what is quoted is the source's own to the letter."""
    read = source(name)
    lesson = compose(LessonRequest(knowledge=(), language=name.rpartition(".")[2]), [understand(read)])
    told = check_lesson(lesson, {read.name: read.text})
    assert [f.evidence for f in told if f.check == "T5.lesson_verbatim"] == []
    for section in lesson.sections:
        for s in section.statements:
            assert all(d in re.findall(r"\d+", " ".join(x.quote for x in s.spans)) for d in re.findall(r"\d+", s.text))
            if s.quoted and " / " not in s.text:
                assert " ".join(s.text.split()) in " ".join(read.text.split())


def test_a_run_is_quoted_as_one_passage_and_names_its_heading() -> None:
    text = (
        "# Rafts\n\n## On the river\n\nRafts of pine came down the Vell every spring with two men on each of them. Their long oars were cut from "
        "ash in the yards of Marn. Nobody steered at night. The toll was paid in salt and rope.\n\n## Later\n\nThe last raft left Marn in 1912.\n"
    )  # fmt: skip
    lesson = compose(LessonRequest(knowledge=()), [understand(reading(text))])
    river = next(s for s in lesson.sections if s.title == "On the river")
    assert river.heading == "On the river" and sum(s.quoted for s in river.statements) >= 2
    slide = next(s for s in lesson.slides if s.kind == "idea" and s.title == "On the river")
    assert slide.narration[0].text.startswith("In the words of the source: “Rafts of pine")
    assert [s.text.startswith("In the words") for s in slide.narration].count(True) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bei Halbmond stehen Sonne und Mond im rechten Winkel zueinander.", ["Sonne und Mond stehen bei Halbmond im rechten Winkel zueinander."]),
        ("Bei Neumond stehen Sonne, Erde und Mond in einer Linie.", []),
        ("Im Watt ziehen der Mond und die Sonne das Wasser an.", ["Der Mond und die Sonne ziehen im Watt das Wasser an."]),
    ],
)  # fmt: skip
def test_two_german_subjects_stay_together(text: str, wanted: list[str]) -> None:
    assert said(text, "de") == wanted
