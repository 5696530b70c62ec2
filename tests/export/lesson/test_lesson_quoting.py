"""Quotations in a lesson's text: gathered to passages, gaps told, and credited to source and heading."""

from __future__ import annotations

from core.lesson import Lesson, Section, SourceNote, Statement
from core.source import Span
from tests.lessonkit import lesson
from tools.export.lesson.quoting import credit, gap, passages, stanzas, verse


def at(start: int, text: str, quoted: bool = True, source: str = "a.md") -> Statement:
    return Statement(
        text=text, spans=(Span(source=source, start=start, end=start + len(text), quote=text),), quoted=quoted
    )


ONE, TWO, FAR = at(0, "Rafts came down."), at(17, "Oars were long."), at(90, "Nobody steered.")


def test_quoted_sentences_that_follow_each_other_are_one_passage() -> None:
    told = passages(
        [
            at(0, "Plain.", False),
            ONE,
            TWO,
            at(200, "Plain again.", False),
            FAR,
            at(0, "Other.", source="b.md"),
            Statement(text=" "),
        ]
    )
    assert [(q, len(group)) for q, group in told] == [(False, 1), (True, 2), (False, 1), (True, 1), (True, 1)]


def test_words_left_out_are_told() -> None:
    assert gap(None, ONE, "en") == "" and gap(ONE, TWO, "en") == " "
    assert gap(TWO, FAR, "en") == " […] " and gap(TWO, FAR, "zh") == "……" and gap(ONE, TWO, "zh") == ""


def book(title: str, language: str = "en") -> Lesson:
    return lesson().model_copy(
        update={"sources": (SourceNote(name="a.md", title=title, language=language),), "language": language}
    )


def test_a_quotation_names_its_source_and_the_heading_above_it() -> None:
    part = Section(id="s-1", title="On the river", statements=(ONE,), heading="On the river")
    assert credit(book("Rafts"), part, [ONE]) == "Rafts, “On the river”"
    assert credit(book("On the River"), part, [ONE]) == "On the River", "a heading that is the title is not said twice"
    assert credit(book("Rafts"), part.model_copy(update={"heading": ""}), [ONE]) == "Rafts"
    assert credit(book("Flöße", "de"), part, [ONE]) == "Flöße, „On the river“"


def test_stanzas_stand_apart() -> None:
    poem = [at(0, "One line / another"), at(40, "Third / fourth")]
    assert stanzas(poem) and verse(poem) == [[poem[0]], [poem[1]]] and verse([ONE, TWO]) == [[ONE, TWO]]


def test_the_handout_and_the_page_set_one_block_with_its_credit() -> None:
    import subprocess
    import tempfile
    from pathlib import Path

    from tests.lessonkit import book as made
    from tools.export.lesson.handout_pdf import handout_pdf
    from tools.export.lesson.page_html import lesson_page

    whole = made()
    part = whole.lesson.sections[0]
    source = whole.lesson.sources[0]
    told = [at(0, "Rafts came down.", source=source.name), at(17, "Oars were long.", source=source.name)]
    section = part.model_copy(update={"statements": tuple(told), "heading": "On the river"})
    from dataclasses import replace

    quoting = replace(whole, lesson=whole.lesson.model_copy(update={"sections": (section, *whole.lesson.sections[1:])}))
    page = lesson_page(quoting).decode()
    block = page.split('<blockquote class="quoted">')[1].split("</blockquote>")[0]
    assert (
        "Rafts came down." in block
        and "Oars were long." in block
        and "“On the river”" in block
        and block.count("<p>") == 1
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "h.pdf"
        path.write_bytes(handout_pdf(quoting))
        text = " ".join(
            subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split()
        )
    assert "“Rafts came down. Oars were long.”" in text and "“On the river”" in text
