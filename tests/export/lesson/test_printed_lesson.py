"""Printed matter of a lesson: tagged pages in which another reader finds every word, whatever the lesson."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from core.errors import ToolFailure
from core.lesson import Diagram, Question
from tests.export.lesson.paper_books import HOSTILE, bare, changed, hostile, long, monster, tongue
from tests.export.test_pdf import facts_of, squeezed, text_of
from tests.lessonkit import book
from tools.export.lesson.book import Book, Drawing, words
from tools.export.lesson.cards_pdf import cards_pdf
from tools.export.lesson.handout_pdf import handout_pdf
from tools.export.lesson.key_pdf import key_pdf
from tools.export.lesson.plan_pdf import plan_pdf
from tools.export.lesson.printed import drawable_svg, fixed, whole
from tools.export.lesson.tasks import LEVELS, gives_away, lines, runs, shown_number, tasks
from tools.export.lesson.worksheet_pdf import word_bank, worksheet_pdfs
from tools.export.pdf import drawable, pdf

_BOOKS: dict[str, Callable[[], Book]] = {
    "en": lambda: book("en"),
    "zh": lambda: book("zh"),
    "de": lambda: tongue("de"),
    "es": lambda: tongue("es"),
    "fr": lambda: tongue("fr"),
    "it": lambda: tongue("it"),
    "bare": bare,
    "long": lambda: long(3),
    "hostile": hostile,
    "monster": monster,
}
_PARTS = ("plan", "support", "core", "stretch", "key", "handout", "cards")


@cache
def made(name: str) -> dict[str, bytes]:
    given = _BOOKS[name]()
    return {
        "plan": plan_pdf(given),
        **worksheet_pdfs(given),
        "key": key_pdf(given),
        "handout": handout_pdf(given),
        "cards": cards_pdf(given),
    }


def structure(data: bytes, folder: Path, option: str = "-struct-text") -> str:
    (folder / "x.pdf").write_bytes(data)
    done = subprocess.run(["pdfinfo", option, str(folder / "x.pdf")], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")  # it prints titles as UTF-16


def metadata(data: bytes, folder: Path) -> str:
    (folder / "x.pdf").write_bytes(data)
    done = subprocess.run(["pdfinfo", "-meta", str(folder / "x.pdf")], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def faults(data: bytes, folder: Path) -> list[str]:
    """What keeps a PDF from being read aloud well."""
    facts, tree = (
        facts_of(data, folder),
        structure(data, folder, "-struct"),
    )  # with text poppler draws each page again for each tag
    levels = [int(n) for n in re.findall(r"^\s*H(\d) ", tree, re.M)]
    jumps = [b for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]
    said = {
        "not tagged": facts["Tagged"] == "yes",
        "no title": bool(facts.get("Title")),
        "not PDF/UA": "<pdfuaid:part>1</pdfuaid:part>" in metadata(data, folder),
        "no heading": bool(levels),
        "headings out of order": not jumps and levels[:1] == [1] and levels.count(1) == 1,
        "not A4": facts["Page size"] == "595.276 x 841.89 pts (A4)",
    }
    return [fault for fault, good in said.items() if not good]


@pytest.mark.needs("pdfinfo")
@pytest.mark.parametrize("name", _BOOKS)
def test_every_document_can_be_read_aloud(name: str, tmp_path: Path) -> None:
    there = {part: data for part, data in made(name).items() if data}
    assert {part: faults(data, tmp_path) for part, data in there.items()} == dict.fromkeys(there, [])
    assert set(there) == ({"plan", "handout"} if name == "bare" else set(_PARTS))


@pytest.mark.needs("pdfinfo")
def test_an_untagged_document_is_told_apart(tmp_path: Path) -> None:
    assert {"not tagged", "not PDF/UA", "no heading", "no title"} <= set(faults(_untagged(), tmp_path))


def _untagged() -> bytes:
    """A page by hand, as a program that knows no tags writes it."""
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.276 841.89]>>"]  # fmt: skip
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 4\n0000000000 65535 f \n" + table + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)  # fmt: skip


def test_a_drawing_without_words_is_refused() -> None:
    drawing = {"file": "picture-1.png", "shape": 1.8, "alt": None, "title": "", "long": ""}
    from tools.export.lesson.printed import ground

    made_of = book("en")
    data = {
        **ground(made_of, "handout"),
        "body": 11,
        "summary": "",
        "objectives": [],
        "sections": [],
        "terms": [],
        "sources": [],
    }
    picture = made_of.drawings["d-cycle"].png
    assert pdf("lesson_handout", {**data, "pictures": [{**drawing, "alt": "A cycle"}]}, {"picture-1.png": picture})
    with pytest.raises(ToolFailure, match="alt"):
        pdf("lesson_handout", {**data, "pictures": [drawing]}, {"picture-1.png": picture})


def test_the_same_bytes_every_time() -> None:
    made.cache_clear()
    first = made("en")
    made.cache_clear()
    assert made("en") == first and b"CreationDate" not in first["plan"] and b"/tmp" not in first["plan"]


@pytest.mark.needs("pdftotext")
def test_another_reader_finds_the_plan_in_order(tmp_path: Path) -> None:
    lesson, found = book("en").lesson, squeezed(text_of(made("en")["plan"], tmp_path))
    wanted = [lesson.title, lesson.summary.text, "Grade 5", "Objectives", lesson.objectives[0].text, "Understand", "NGSS 5-ESS2-1",
              "Support 1 · Core 2–4", "The lesson step by step", "0–5", lesson.stages[0].title, "41–45", "Misconceptions",
              lesson.misconceptions[0].wrong, "Three ways to the goal", "Vocabulary", "Runoff", "Exit ticket", "Core 4", "Sources"]  # fmt: skip
    at = 0
    for words_ in wanted:
        place = found.find(squeezed(words_), at)
        assert place >= 0, words_
        at = place


@pytest.mark.needs("pdftotext")
def test_worksheets_ask_and_the_key_answers(tmp_path: Path) -> None:
    docs, lesson = made("en"), book("en").lesson
    sheets = {level: squeezed(text_of(docs[level], tmp_path)) for level in LEVELS}
    for q in lesson.questions:
        head = squeezed(q.prompt.partition("[")[0])
        assert head in sheets[q.level] and all(squeezed(c.text) in sheets[q.level] for c in q.choices)
        assert all(squeezed(s) in sheets[q.level] for s in (*q.steps, *(p.right for p in q.pairs)))
    assert "Wordbank" in sheets["support"] and "evaporates" in sheets["support"] and "Wordbank" not in sheets["core"]
    assert "acloud" not in sheets["core"] and "100-86" not in sheets["stretch"]
    key = squeezed(text_of(docs["key"], tmp_path))
    for words_ in ("sea (also: ocean)", "a cloud (also: cloud)", "14 percent (± 0.5)", "100 - 86 = 14", "“About 86 percent of all evaporation happens over the oceans.”"):  # fmt: skip
        assert squeezed(words_) in key, words_


@pytest.mark.needs("pdftotext")
def test_the_key_speaks_of_the_letters_and_boxes_on_the_sheet(tmp_path: Path) -> None:
    given = book("en")
    key = squeezed(text_of(made("en")["key"], tmp_path))
    for level in LEVELS:
        for task in tasks(given.lesson, level):
            if task.question.kind == "ordering":
                assert squeezed(f"Boxes from top to bottom: {', '.join(str(i + 1) for i in task.shown.order)}") in key
            for i, pair in enumerate(task.question.pairs):
                assert squeezed(f"{i + 1} – {task.shown.letter(i)} {pair.left} – {pair.right}") in key
            for i, choice in enumerate(task.question.choices):
                assert not choice.right or squeezed(task.shown.letter(i) + choice.text) in key


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("part", ["plan", "core", "key", "handout"])
def test_hostile_words_are_words(part: str, tmp_path: Path) -> None:
    found = squeezed(text_of(made("hostile")[part], tmp_path))
    for words_ in (
        '#panic("x")',
        "$x^2$",
        "@label",
        "<tag>",
        "\\",
        "*b*",
        "_i_",
        "`r`",
        "{n}",
        "=1+1",
        "<script>",
        "]]>",
    ):
        assert squeezed(drawable(words_)) in found, words_
    assert "root:" not in found and HOSTILE[:5] in found


@pytest.mark.needs("pdfinfo")
def test_lists_tables_figures_and_quotations_are_tagged(tmp_path: Path) -> None:
    docs = made("en")
    plan = structure(docs["plan"], tmp_path)
    assert plan.count("TH <") + plan.count("TH:") >= 10 and "TR" in plan and "/Scope /Column" in plan
    sheet = structure(docs["core"], tmp_path)
    assert sheet.count("LI (block)") >= 13 and '"A"' in sheet
    assert "BlockQuote" in structure(docs["key"], tmp_path)
    handout = structure(docs["handout"], tmp_path)
    assert handout.count("Figure") == 2 and '"Water evaporates from the sea. Vapour cools' in handout
    assert "1 / 2" not in plan, "page numbers are no part of the text"


@pytest.mark.needs("pdffonts")
@pytest.mark.parametrize(("name", "face"), [("en", "Inter"), ("zh", "NotoSansSC"), ("hostile", "NotoSansHebrew")])
def test_faces_by_script_are_embedded(name: str, face: str, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(made(name)["handout"])
    done = subprocess.run(["pdffonts", str(tmp_path / "x.pdf")], capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines()[2:]]
    assert any(face in row[0] for row in rows) and all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


@pytest.mark.needs("pdftoppm")
@pytest.mark.parametrize("name", ["en", "zh", "long"])
def test_no_page_is_almost_empty(name: str, tmp_path: Path) -> None:
    from PIL import Image, ImageOps

    for part, data in made(name).items():
        if part == "cards":
            continue  # cards keep their places
        (tmp_path / "x.pdf").write_bytes(data)
        subprocess.run(["pdftoppm", "-r", "20", "-gray", str(tmp_path / "x.pdf"), str(tmp_path / part)], check=True)
        for page in sorted(tmp_path.glob(f"{part}-*.pgm")):
            body = ImageOps.invert(Image.open(page)).crop((0, 0, 165, 216))  # without the foot
            box = body.point(lambda v: 255 if v > 40 else 0).getbbox()
            assert box and box[3] > 0.2 * 234, (part, page.name)


@pytest.mark.needs("pdftotext")
def test_backs_lie_behind_their_fronts(tmp_path: Path) -> None:
    data = cards_pdf(long(5))
    (tmp_path / "x.pdf").write_bytes(data)

    def lines_of(page: int) -> list[list[str]]:
        done = subprocess.run(["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(tmp_path / "x.pdf"), "-"], capture_output=True, text=True, check=True)  # fmt: skip
        return [
            found for line in done.stdout.splitlines() if (found := line.split()) and all(w.isdigit() for w in found)
        ]

    assert lines_of(1)[:4] == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]]
    assert lines_of(2)[:4] == [["2", "1"], ["4", "3"], ["6", "5"], ["8", "7"]]


def test_no_cards_and_no_questions_make_no_paper() -> None:
    assert cards_pdf(bare()) == b"" == key_pdf(bare()) and worksheet_pdfs(bare()) == {}


def test_orders_give_nothing_away() -> None:
    for task in (t for level in LEVELS for t in tasks(book("en").lesson, level)):
        if task.question.kind in ("ordering", "matching"):
            assert sorted(task.shown.order) == list(range(len(task.shown.order))) != list(task.shown.order)
    first = book("en").lesson.questions[0]
    numbers = first.model_copy(update={"choices": tuple(first.choices[0].model_copy(update={"text": t}) for t in ("30 km", "4,5 km", "12"))})  # fmt: skip
    (task,) = tasks(changed(book("en"), questions=[numbers.model_dump()]).lesson, "core")
    assert task.shown.order == (1, 2, 0), "numbers rise"


def test_a_diagram_that_shows_the_answer_stays_off_the_sheet() -> None:
    by_id = {q.id: q for q in book("en").lesson.questions}
    cycle, heat = book("en").lesson.diagrams
    assert gives_away(by_id["q5"], cycle) and not gives_away(by_id["q6"], heat)
    assert gives_away(by_id["q6"], Diagram(id="d", kind="labelled", title="A Cloud"))


def test_gaps_and_lines_are_as_long_as_the_words() -> None:
    q = Question(id="q", kind="cloze", prompt="[1] a [2] [9] b", objective="o", gaps=(("I",), ("evapotranspiration",)))
    found = runs(q)
    assert [r.get("gap") for r in found] == [1, None, 2, None] and found[-1]["text"] == " [9] b"
    assert found[0]["room"] == 20 and 60 < found[2]["room"] < 110
    short = Question(id="s", kind="short_answer", prompt="?", objective="o", answers=("yes",))
    assert lines(short) == 2 and lines(short.model_copy(update={"answers": ("word " * 200,)})) == 9
    assert word_bank(tasks(book("en").lesson, "support")) == ["evaporates", "sea"]


def test_numbers_and_words_fit_the_language() -> None:
    assert [shown_number(0.5, c) for c in ("en", "de", "zh")] == ["0.5", "0,5", "0.5"]
    assert shown_number(14.0, "en") == "14" and shown_number(float("inf"), "en") == "–"
    assert fixed(tongue("it"))["lang"] == "en" and fixed(tongue("de-AT"))["lang"] == "de"
    tables = {language: words("paper", language) for language in ("en", "es", "de", "fr", "zh")}
    assert all(set(t) == set(tables["en"]) and all(v.strip() for v in t.values()) for t in tables.values())
    assert whole("a" * 90).count("\u200b") == 4 and whole(" Donau dampf\nschiff ") == "Donau dampf schiff"


@pytest.mark.parametrize(("svg", "good"), [
    ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', True),
    ('<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', False),
    ('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>', False),
    ("<svg", False), ("", False), ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', False),
])  # fmt: skip
def test_only_outlines_are_printed_from_svg(svg: str, good: bool) -> None:
    assert drawable_svg(svg) is good


def test_a_drawing_that_is_missing_is_left_out() -> None:
    made_of = book("en")
    without = replace(made_of, drawings={})
    assert len(handout_pdf(without)) < len(handout_pdf(made_of))
    live = Drawing(made_of.drawings["d-cycle"].png, "<svg><text>x</text></svg>", 640, 0)
    assert handout_pdf(replace(made_of, drawings={"d-cycle": live}))[:5] == b"%PDF-"


@pytest.mark.needs("qpdf")
@pytest.mark.parametrize("part", _PARTS)
def test_qpdf_finds_nothing_wrong(part: str, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(made("en")[part])
    done = subprocess.run(["qpdf", "--check", str(tmp_path / "x.pdf")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
