"""Lesson plan, worksheets and key, read back by python-docx, LibreOffice and Microsoft's validator."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tests.export.batch import Seen, validated
from tests.export.lesson import office_lessons as lessons
from tests.lessonkit import book
from tests.needs import find
from tools.export.lesson.answers import answer_lines
from tools.export.lesson.book import Book
from tools.export.lesson.plan_docx import plan_docx
from tools.export.lesson.worksheet_docx import LEVELS, answer_key_docx, worksheet_docx, worksheets_docx

MAKERS: dict[str, Callable[[Book], bytes]] = {
    "plan": plan_docx,
    "key": answer_key_docx,
    **{level: (lambda source, level=level: worksheet_docx(source, level)) for level in LEVELS},
}


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def words_of(document: Any) -> str:
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))


def test_the_plan_says_everything_and_its_minutes_add_up() -> None:
    source = book()
    document = opened(plan_docx(source))
    text = words_of(document)
    lesson = source.lesson
    for wanted in (
        lesson.summary.text, lesson.audience, "10–11", "45 min", "school year 5", "NGSS 5-ESS2-1", "Analyse", *lesson.prior,
        *(o.text for o in lesson.objectives), *(t.word for t in lesson.terms), *(t.meaning.text for t in lesson.terms),
        *(m.wrong for m in lesson.misconceptions), *(m.instead.text for m in lesson.misconceptions),
        *(x for s in lesson.support for x in s.measures), *(x for s in lesson.stages for x in (*s.teacher, *s.learners, *s.resources)),
        "What do many drops together make?", "The water cycle (water.en.txt)",
    ):  # fmt: skip
        assert wanted in text, wanted
    flow = next(t for t in document.tables if t.cell(0, 0).text == "Time" and t.cell(0, 2).text == "Teacher")
    minutes = [int(re.match(r"\d+", row.cells[0].text).group()) for row in flow.rows[1:]]  # type: ignore[union-attr]
    assert sum(minutes[:-1]) == minutes[-1] == lesson.minutes
    assert [row.cells[0].text.split("\n")[1] for row in flow.rows[1:-1]] == ["0–5", "5–20", "20–35", "35–41", "41–45"]


def test_headings_have_styles_and_table_heads_repeat() -> None:
    document = opened(plan_docx(book()))
    headings = [p.text for p in document.paragraphs if p.style.name in ("Title", "Heading 1")]
    assert headings == ["The water cycle", "Objectives", "How the lesson goes", "Misconceptions", "Vocabulary", "Three ways to the goal", "Exit ticket", "Resources", "Sources"]  # fmt: skip
    assert sum(1 for _ in document.element.body.iter(qn("w:tblHeader"))) == 5


def test_sheets_hold_their_level_and_no_answer() -> None:
    sheets = worksheets_docx(book())
    assert list(sheets) == ["support", "core", "stretch"]
    text = {level: words_of(opened(data)) for level, data in sheets.items()}
    assert (
        "(1)\u00a0____" in text["support"]
        and "Word bank" in text["support"]
        and "evaporates   ·   sea" in text["support"]
    )
    assert "Name:" in text["core"] and "Date:" in text["core"] and "Score: ____ / 7" in text["core"]
    assert "Word bank" not in text["core"] and "100 - 86" not in text["stretch"] and "14" not in text["stretch"]
    rows = [r.cells[2].text for t in opened(sheets["core"]).tables for r in t.rows if r.cells[0].text == "☐"]
    steps = next(q.steps for q in book().lesson.questions if q.kind == "ordering")
    assert sorted(rows) == sorted(steps) and rows != list(steps)
    assert "a cloud" not in text["core"].replace("Many drops together make a cloud", "")


def test_the_key_has_answers_working_and_the_sources_words() -> None:
    text = words_of(opened(answer_key_docx(book())))
    for question in book().lesson.questions:
        assert all(line in text for line in answer_lines(question))
        assert all(span.quote in text for span in question.spans)
    assert "Working: 100 - 86 = 14" in text and "14 percent (± 0.5)" in text
    assert "Condensation: Condensation gives off heat." in text


def test_letters_on_the_sheet_and_in_the_key_agree() -> None:
    text = words_of(opened(worksheet_docx(book(), "core")))
    question = next(q for q in book().lesson.questions if q.kind == "multiple_choice")
    assert f"☐  {answer_lines(question)[0]}".replace("  ", " ") in text.replace("  ", " ")


def test_a_drawing_is_shown_with_its_words_unless_it_gives_the_answer_away() -> None:
    source = book()
    asked = [q.model_copy(update={"diagram": "d-heat" if q.id == "q7" else q.diagram}) for q in source.lesson.questions]
    changed = Book(source.lesson.model_copy(update={"questions": tuple(asked)}), source.look, source.drawings)
    pictures = {
        v: [p.get("descr") for p in opened(d).element.body.iter(qn("wp:docPr"))]
        for v, d in worksheets_docx(changed).items()
    }
    assert pictures == {
        "support": [],
        "core": [],
        "stretch": ["Evaporation takes up heat; condensation gives off heat."],
    }


@pytest.mark.parametrize("language", ["en", "es", "de", "fr", "zh"])
def test_language_and_fonts(language: str) -> None:
    source = lessons.told(language, lessons.WORDS[language])
    for make in MAKERS.values():
        document = opened(make(source))
        tags = {v for found in document.element.body.iter(qn("w:lang")) for v in found.attrib.values()}
        assert tags == {language}
        fonts = document.styles["Normal"].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei" and fonts.get(qn("w:ascii")) == "Calibri"
        assert document.core_properties.language.startswith(language) and document.core_properties.created.year == 2000


def test_numbers_are_written_as_the_language_does() -> None:
    assert "12,5" in words_of(opened(answer_key_docx(lessons.told("de", lessons.WORDS["de"]))))


def test_the_same_bytes_every_time() -> None:
    for make in MAKERS.values():
        assert make(book()) == make(book())


@pytest.mark.parametrize("number", range(len(lessons.HOSTILE)))
def test_hostile_words_are_only_words(number: int) -> None:
    source = lessons.hostile(lessons.HOSTILE[number])
    wanted = " ".join("".join(c for c in lessons.HOSTILE[number] if c not in "\x00\x0b\ud800\ufffe").split())
    for name, make in MAKERS.items():
        text = words_of(opened(make(source)))
        assert wanted in text or number == 3, name


def test_a_bare_lesson_leaves_parts_out() -> None:
    text = words_of(opened(plan_docx(lessons.bare())))
    assert "Vocabulary" not in text and "Say what a tide is." in text and worksheets_docx(lessons.bare()) == {}


def at_support(source: Book) -> Book:
    """All questions on the support sheet, which has everything that the others have, and a word bank."""
    questions = tuple(q.model_copy(update={"level": "support"}) for q in source.lesson.questions)
    return replace(source, lesson=source.lesson.model_copy(update={"questions": questions}))


SOURCES: dict[str, Callable[[], Book]] = {
    "zh": lambda: book("zh"),
    "bare": lessons.bare,
    "endless": lessons.endless,
    "de": lambda: lessons.told("de", lessons.WORDS["de"]),
    **{f"hostile{n}": (lambda n=n: lessons.hostile(lessons.HOSTILE[n])) for n in range(2, 6)},
}
"""Lessons beside the sample. Levels differ in the size of type and the bank alone, so one sheet holds all their questions."""


def _bogus(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as good, zipfile.ZipFile(out, "w") as bad:
        for member in good.namelist():
            bad.writestr(member, good.read(member).replace(b"<w:body>", b'<w:body w:bogus="1">', 1))
    return out.getvalue()


@pytest.fixture(scope="module")
def validator(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """What the validator says of each sort of document, of every lesson, and of a broken document of each sort."""
    files = {f"{name}-en.docx": make(book()) for name, make in MAKERS.items()}
    files |= {f"{name}-bad.docx": _bogus(files[f"{name}-en.docx"]) for name in MAKERS}
    for source, make_source in SOURCES.items():
        for name in ("plan", "key", "support"):
            files[f"{name}-{source}.docx"] = MAKERS[name](at_support(make_source()))
    return validated(files, tmp_path_factory.mktemp("validator"))


@pytest.mark.needs("node:ooxml-validator")
@pytest.mark.parametrize("name", MAKERS)
def test_open_xml_sdk_accepts_them_and_refuses_a_broken_one(name: str, validator: dict[str, Seen]) -> None:
    mine = {file: told for file, told in validator.items() if file.startswith(f"{name}-")}
    assert mine.pop(f"{name}-bad.docx")["ok"] is False
    assert len(mine) == (1 + len(SOURCES) if name in ("plan", "key", "support") else 1)
    assert {file: told["errors"] for file, told in mine.items() if told["ok"] is not True} == {}


@pytest.mark.needs("soffice")
@pytest.mark.needs("pdftotext")
def test_libreoffice_sets_every_page(tmp_path: Path) -> None:
    paths = []
    for name, make in MAKERS.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(make(book()))
        paths.append(str(path))
    subprocess.run(
        [find("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf", "--outdir", str(tmp_path), *paths],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    texts = {name: subprocess.run([find("pdftotext"), "-layout", str(tmp_path / f"{name}.pdf"), "-"], check=True, capture_output=True, text=True).stdout for name in MAKERS}  # fmt: skip
    assert texts["plan"].count("\f") == 2 and re.search(r"2\s?/\s?2", texts["plan"])
    assert [texts[level].count("\f") for level in LEVELS] == [1, 1, 1]
    assert "Put the steps in order." in texts["core"] and "14 percent" in texts["key"]
